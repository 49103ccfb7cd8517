#include "searcher/planner.h"

#include <algorithm>
#include <map>
#include <set>

#include "article/words.h"
#include "schema/fields.h"
#include "searcher/number_words.h"
#include "searcher/ranking.h"
#include "searcher/same_sentence.h"
#include "searcher/word_terms.h"

namespace broadsheet {
namespace {

using Op = Xapian::Query::op;

Xapian::Query combine(Op op, const std::vector<Xapian::Query>& parts) {
  if (parts.empty()) return {};
  return {op, parts.begin(), parts.end()};
}

Xapian::Query any_term(const std::vector<std::string>& terms) {
  std::vector<Xapian::Query> parts(terms.begin(), terms.end());
  return combine(Op::OP_OR, parts);
}

class Planner {
 public:
  Planner(const Query& query, Stemmer& stem, const PlanOptions& options)
      : query_(query),
        stem_(stem),
        options_(options),
        stories_(options.stories != nullptr ? *options.stories : Xapian::Database()),
        terms_(stories_, stem) {}

  Plan run() {
    std::vector<Clause> text;
    std::vector<Clause> other;
    for (const Clause& clause : query_.filters) {
      (is_text(clause) ? text : other).push_back(clause);
    }
    return {.ranked = ranked(),
            .words_matched = std::any_of(text.begin(), text.end(), has_words),
            .matching = clauses_query(text, Op::OP_AND),
            .filter = clauses_query(other, Op::OP_AND),
            .exclude = clauses_query(query_.excluded, Op::OP_OR)};
  }

 private:
  // Words, apart from those of a field.
  static bool has_words(const Clause& clause) {
    const bool said =
        clause.kind == Clause::Kind::word || clause.kind == Clause::Kind::phrase;
    return said || (clause.kind != Clause::Kind::none &&
                    std::any_of(clause.parts.begin(), clause.parts.end(), has_words));
  }

  static bool is_text(const Clause& clause) {
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase:
      case Clause::Kind::field:
      case Clause::Kind::near:
      case Clause::Kind::same:
        return true;
      case Clause::Kind::all:
      case Clause::Kind::any:
        return std::any_of(clause.parts.begin(), clause.parts.end(), is_text);
      case Clause::Kind::name:
      case Clause::Kind::dates:
      case Clause::Kind::figure:
      case Clause::Kind::none:
        return false;
    }
    return false;
  }

  std::optional<Xapian::Query> clauses_query(const std::vector<Clause>& clauses, Op op) {
    if (clauses.empty()) return std::nullopt;
    std::vector<Xapian::Query> parts;
    parts.reserve(clauses.size());
    for (const Clause& clause : clauses) parts.push_back(clause_query(clause));
    return combine(op, parts);
  }

  std::optional<Xapian::Query> ranked() {
    bool only_stop_words = true;
    for (const Clause& clause : query_.ranked) {
      only_stop_words = only_stop_words && is_stop(clause);
    }
    count_words();
    std::vector<Xapian::Query> parts;
    for (const Clause& clause : query_.ranked) {
      if (!only_stop_words && is_stop(clause)) continue;
      if (parts.size() >= ranking::max_words) break;
      add_ranked(clause, parts);
    }
    for (const Figure& figure : query_.figures) {
      if (!parts.empty() && figure.low != figure.high) continue;  // not those very values
      for (const std::string& value : value_terms(figure)) {
        if (!seen_.insert(value).second) continue;
        parts.emplace_back(Op::OP_SCALE_WEIGHT, Xapian::Query(value),
                           ranking::value_weight);
      }
    }
    if (parts.empty()) return std::nullopt;
    return combine(Op::OP_OR, parts);
  }

  // A word that a long question repeats is asked for once, with more weight.
  void count_words() {
    for (const Clause& clause : query_.ranked) {
      for (const std::string& word : clause.words) ++times_[stem_(word)];
    }
  }

  static bool is_stop(const Clause& clause) {
    return clause.kind == Clause::Kind::word && !clause.exact && clause.pattern.empty() &&
           is_stop_word(clause.words.front());
  }

  void add_ranked(const Clause& clause, std::vector<Xapian::Query>& parts) {
    for (const Clause& inner : clause.parts) add_ranked(inner, parts);
    if (!clause.pattern.empty()) {
      if (seen_.insert(clause.pattern).second) parts.push_back(pattern_query(clause));
      return;
    }
    for (const std::string& word : clause.words) {
      const std::string known = (clause.exact ? "=" + word : stem_(word));
      if (seen_.insert(known).second) parts.push_back(word_query(clause, word));
    }
    if (clause.kind == Clause::Kind::phrase && clause.words.size() > 1) {
      parts.emplace_back(Op::OP_SCALE_WEIGHT, words_query(clause, ""),
                         ranking::phrase_weight);
    }
  }

  // As they were typed.
  std::vector<AskedWord> asked(const Clause& clause) const {
    return asked_words(clause.words, clause.span.in(query_.text));
  }

  // The terms of all that a wildcard stands for.
  Places pattern_terms(const Clause& clause, std::string_view prefix) {
    std::set<std::string> found;
    for (const std::string& word : clause.stands_for) {
      if (prefix == prefix::author) {
        found.insert(term(prefix, word));
        continue;
      }
      for (std::string& one : terms_.terms({.text = word, .form = {}}, prefix))
        found.insert(std::move(one));
    }
    return {found.begin(), found.end()};
  }

  // As if it were one word.
  Xapian::Query pattern_query(const Clause& clause) {
    const std::string_view prefix = clause.field != nullptr ? clause.field->prefix : "";
    const bool lead = prefix == prefix::lead;
    const Places found = pattern_terms(clause, lead ? "" : prefix);
    if (!lead) return {Op::OP_SYNONYM, found.begin(), found.end()};
    const Xapian::Query words[] = {Xapian::Query(term(prefix::lead, "")),
                                   any_term(found)};
    return {Op::OP_PHRASE, std::begin(words), std::end(words), lead_words + 1};
  }

  // The word anywhere, and once more in the title.
  Xapian::Query word_query(const Clause& clause, const std::string& text) {
    const AskedWord word = asked_words({text}, clause.span.in(query_.text)).front();
    if (clause.exact) return terms_.exact(word);
    const Xapian::Query in_title(
        Op::OP_SCALE_WEIGHT, terms_.any_form(word, prefix::title), ranking::title_weight);
    const auto times = times_.find(stem_(word.text));
    const auto asked = times == times_.end() ? 1 : times->second;
    if (const Figure* figure = figure_of_number(query_, word.text)) {
      return {Op::OP_OR, number_query(word.text, *figure), in_title};
    }
    return {Op::OP_OR, terms_.ranked(word, asked), in_title};
  }

  // The number in any spelling: by its value where it is a figure of the story, else by
  // its digits ("Zeta 8000").
  Xapian::Query number_query(const std::string& digits, const Figure& figure) {
    std::vector<Xapian::Query> spellings{Xapian::Query(term("", digits))};
    for (const std::string& value : value_terms(figure)) {
      seen_.insert(value);
      spellings.emplace_back(value);
    }
    return combine(Op::OP_SYNONYM, spellings);
  }

  // The title stands before the text under the same terms, so no prefix finds both.
  Xapian::Query phrase_query(const std::vector<AskedWord>& words,
                             std::string_view prefix) {
    if (!options_.positions || prefix == prefix::author) {
      std::vector<Xapian::Query> parts;
      for (const AskedWord& word : words) parts.push_back(terms_.any_form(word, prefix));
      return combine(Op::OP_AND, parts);
    }
    const bool lead = prefix == prefix::lead;
    const Xapian::Query phrase =
        lead ? terms_.in_lead(words) : terms_.phrase(words, prefix);
    const bool single = words.size() == 1 && !lead;
    return options_.watched && !single ? options_.watched(phrase) : phrase;
  }

  // Which forms a story says is known, but not where.
  Xapian::Query words_query(const Clause& clause, std::string_view prefix) {
    const std::vector<AskedWord> words = asked(clause);
    const Xapian::Query phrase = phrase_query(words, prefix);
    if (!clause.exact) return phrase;
    std::vector<Xapian::Query> forms;
    for (const AskedWord& word : words) forms.push_back(terms_.exact(word));
    return {Op::OP_FILTER, phrase, combine(Op::OP_AND, forms)};
  }

  Xapian::Query clause_query(const Clause& clause) {
    if (!clause.pattern.empty()) return pattern_query(clause);
    switch (clause.kind) {
      case Clause::Kind::word:
        return word_query(clause, clause.words.front());
      case Clause::Kind::phrase:
        return words_query(clause, "");
      case Clause::Kind::field:
        return words_query(clause, clause.field->prefix);
      case Clause::Kind::name:
        return broadsheet::name_query(*clause.field, clause.value, stories_);
      case Clause::Kind::dates:
        return dates_query(clause);
      case Clause::Kind::figure:
        return options_.figures(clause.figure);
      case Clause::Kind::near:
      case Clause::Kind::same:
        return near_query(clause);
      case Clause::Kind::all:
        return parts_query(clause, Op::OP_AND);
      case Clause::Kind::any:
        return parts_query(clause, Op::OP_OR);
      case Clause::Kind::none:
        return {Op::OP_AND_NOT, Xapian::Query::MatchAll, parts_query(clause, Op::OP_OR)};
    }
    return {};
  }

  // The words of a part of NEAR or SAME: of a phrase each by itself, of alternatives one
  // of them, and of a phrase among these its first word.
  void add_places(const Clause& part, std::vector<Places>& places) {
    const std::string_view prefix = part.field != nullptr ? part.field->prefix : "";
    if (part.kind == Clause::Kind::any) {
      Places choices;
      for (const Clause& inner : part.parts) {
        std::vector<Places> inside;
        add_places(inner, inside);
        choices.insert(choices.end(), inside.front().begin(), inside.front().end());
      }
      places.push_back(std::move(choices));
    } else if (!part.pattern.empty()) {
      places.emplace_back();
      places.back() = pattern_terms(part, prefix);
    } else {
      for (const AskedWord& word : asked(part))
        places.push_back(terms_.terms(word, prefix));
    }
  }

  Xapian::Query near_query(const Clause& clause) {
    std::vector<Places> places;
    for (const Clause& part : clause.parts) add_places(part, places);
    std::vector<Xapian::Query> words;
    for (const Places& place : places) {
      if (place.empty()) return {};
      words.push_back(any_term(place));
    }
    const bool in_sentence = clause.kind == Clause::Kind::same;
    const auto window =
        static_cast<Xapian::termcount>(clause.distance + places.size() - 1);
    const Op op = clause.ordered ? Op::OP_PHRASE : Op::OP_NEAR;
    const bool by_place = options_.positions && !in_sentence;
    std::vector<Xapian::Query> whole;
    whole.push_back(by_place ? Xapian::Query(op, words.begin(), words.end(), window)
                             : combine(Op::OP_AND, words));
    for (const Clause& part : clause.parts) {
      if (part.words.size() > 1 || part.exact) whole.push_back(clause_query(part));
    }
    Xapian::Query query = combine(Op::OP_AND, whole);
    if (in_sentence && options_.positions)
      query = Xapian::Query(Op::OP_FILTER, query, in_one_sentence(std::move(places)));
    return options_.watched ? options_.watched(query) : query;
  }

  Xapian::Query parts_query(const Clause& clause, Op op) {
    return clauses_query(clause.parts, op).value_or(Xapian::Query());
  }

  static Xapian::Query dates_query(const Clause& clause) {
    if (!clause.days) return Xapian::Query(term(prefix::year, "unknown"));
    const auto [first, last] = *clause.days;
    const bool mentioned = clause.field->prefix == prefix::mentioned_day;
    return any_term(mentioned ? mention_range_terms(first, last)
                              : date_range_terms(first, last));
  }

  const Query& query_;
  Stemmer& stem_;
  const PlanOptions& options_;
  const Xapian::Database stories_;
  WordTerms terms_;
  std::set<std::string> seen_;
  std::map<std::string, Xapian::termcount> times_;  // in the ranked part, by stem
};

}  // namespace

Xapian::Query Plan::whole() const {
  Xapian::Query query = Xapian::Query::MatchAll;
  if (ranked && matching) {
    query =
        Xapian::Query(words_matched ? Op::OP_AND_MAYBE : Op::OP_AND, *matching, *ranked);
  } else if (ranks()) {
    query = ranked ? *ranked : *matching;
  }
  if (filter) query = ranks() ? Xapian::Query(Op::OP_FILTER, query, *filter) : *filter;
  if (exclude) query = Xapian::Query(Op::OP_AND_NOT, query, *exclude);
  return query;
}

Plan plan_query(const Query& query, Stemmer& stem, const PlanOptions& options) {
  return Planner(query, stem, options).run();
}

}  // namespace broadsheet
