#include "searcher/planner.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "article/words.h"
#include "schema/fields.h"
#include "searcher/number_words.h"
#include "searcher/ranking.h"
#include "searcher/unit_size.h"
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
            .matching = clauses_query(text, Op::OP_AND),
            .filter = clauses_query(other, Op::OP_AND),
            .exclude = clauses_query(query_.excluded, Op::OP_OR)};
  }

 private:
  static bool is_text(const Clause& clause) {
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase:
      case Clause::Kind::field:
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
    return clause.kind == Clause::Kind::word && is_stop_word(clause.words.front());
  }

  void add_ranked(const Clause& clause, std::vector<Xapian::Query>& parts) {
    for (const std::string& word : clause.words) {
      if (seen_.insert(stem_(word)).second)
        parts.push_back(word_query(asked(clause, word)));
    }
    if (clause.kind == Clause::Kind::phrase && clause.words.size() > 1) {
      parts.emplace_back(Op::OP_SCALE_WEIGHT, phrase_query(asked(clause), ""),
                         ranking::phrase_weight);
    }
  }

  // As they were typed.
  std::vector<AskedWord> asked(const Clause& clause) const {
    return asked_words(clause.words, clause.span.in(query_.text));
  }
  AskedWord asked(const Clause& clause, const std::string& word) const {
    return asked_words({word}, clause.span.in(query_.text)).front();
  }

  // The word anywhere, and once more in the title.
  Xapian::Query word_query(const AskedWord& word) {
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

  Xapian::Query clause_query(const Clause& clause) {
    switch (clause.kind) {
      case Clause::Kind::word:
        return word_query(asked(clause, clause.words.front()));
      case Clause::Kind::phrase:
        return phrase_query(asked(clause), "");
      case Clause::Kind::field:
        return phrase_query(asked(clause), clause.field->prefix);
      case Clause::Kind::name:
        return broadsheet::name_query(*clause.field, clause.value, stories_);
      case Clause::Kind::dates:
        return dates_query(clause);
      case Clause::Kind::figure:
        return options_.figures(clause.figure);
      case Clause::Kind::all:
        return parts_query(clause, Op::OP_AND);
      case Clause::Kind::any:
        return parts_query(clause, Op::OP_OR);
      case Clause::Kind::none:
        return {Op::OP_AND_NOT, Xapian::Query::MatchAll, parts_query(clause, Op::OP_OR)};
    }
    return {};
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
    query = Xapian::Query(Op::OP_AND, *matching, *ranked);
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

namespace {

using Ends = std::pair<std::optional<Amount>, std::optional<Amount>>;

// An open end of a figure reaches to half or twice its value (match_values), so the
// buckets do as well.
Ends widened(const FigureCondition& condition) {
  const Amount half{5, -1};
  const Amount twice{2, 0};
  Ends ends;
  if (condition.low)
    ends.first = multiply(*condition.low, condition.low->mantissa < 0 ? twice : half);
  if (condition.high)
    ends.second = multiply(*condition.high, condition.high->mantissa < 0 ? half : twice);
  return ends;
}

// `amount` by a factor, to 15 digits: for buckets that are wider than asked.
std::optional<Amount> scaled(const std::optional<Amount>& amount, double factor) {
  if (!amount) return std::nullopt;
  const double value = to_double(*amount) * factor;
  if (value == 0 || !std::isfinite(value)) return amount;
  const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)))) - 14;
  if (exponent < -60 || exponent > 45) return std::nullopt;
  return make_amount(std::llround(value / std::pow(10.0, exponent)), exponent);
}

Ends scaled_ends(const Ends& ends, const UnitSize& from, const UnitSize& to) {
  const double factor = to_double(from.size) / to_double(to.size);
  return {scaled(ends.first, factor), scaled(ends.second, factor)};
}

// Asking for the words within reach by NEAR takes as long as reading the figures of the
// stories that it would spare.
Xapian::Query in_one_story(const std::vector<std::string>& buckets, std::string_view unit,
                           const std::vector<std::string>& words, Stemmer& stem) {
  std::vector<Xapian::Query> parts{any_term(buckets)};
  for (const Word& word : split_words(unit))
    parts.emplace_back(term(prefix::unit, stem(word.text)));
  for (const std::string& word : words) {
    const std::string& stemmed = stem(word);
    parts.push_back(any_term({term(prefix::unit, stemmed), term("", stemmed)}));
  }
  return combine(Op::OP_AND, parts);
}

}  // namespace

std::set<std::string> buckets_near(const FigureCondition& condition) {
  // Beside a single value only near ones are worth the walk over their lists, and those
  // in its own unit alone.
  const bool point = condition.low && condition.low == condition.high;
  const Ends ends = point ? Ends{scaled(condition.low, 0.75), scaled(condition.low, 1.34)}
                          : widened(condition);
  const auto own = bucket_range_terms(ends.first, ends.second);
  std::set<std::string> buckets(own.begin(), own.end());
  const UnitSize* unit = unit_size(condition.unit);
  if (unit == nullptr) return buckets;
  const Ends asked = point ? Ends{condition.low, condition.high} : ends;
  for (const UnitSize& other : unit_sizes()) {
    if (other.base != unit->base || other.name == unit->name) continue;
    const Ends converted = scaled_ends(asked, *unit, other);
    const auto range = bucket_range_terms(converted.first, converted.second);
    buckets.insert(range.begin(), range.end());
  }
  return buckets;
}

Xapian::Query story_candidates(const FigureCondition& condition, Stemmer& stem) {
  const Ends ends = widened(condition);
  std::vector<Xapian::Query> parts;
  const auto add = [&](const Ends& range, std::string_view unit) {
    parts.push_back(in_one_story(bucket_range_terms(range.first, range.second), unit,
                                 condition.words, stem));
  };
  add(ends, condition.unit);
  const UnitSize* own = unit_size(condition.unit);
  for (const UnitSize& other : unit_sizes()) {
    if (own == nullptr || other.base != own->base || other.name == own->name) continue;
    add(scaled_ends(ends, *own, other), other.name);
  }
  return combine(Op::OP_OR, parts);
}

}  // namespace broadsheet
