#include "searcher/did_you_mean.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <tuple>

#include "article/outlets.h"
#include "article/utf8.h"
#include "article/words.h"
#include "schema/fields.h"
#include "schema/terms.h"
#include "searcher/render/terminal.h"
#include "searcher/word_terms.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_words = 32;  // of a query that are looked at
constexpr std::size_t most_remarks = 5;
constexpr std::size_t shortest = 4;   // bytes; shorter words are near to too many
constexpr std::size_t long_word = 8;  // from here on two mistakes
// A word that some stories have is doubted where so many times as many have another at
// one mistake from it. Not measured.
constexpr std::size_t far_rarer = 100;
constexpr std::size_t surely_meant = 20;  // stories with a word that is never doubted
constexpr std::size_t long_enough_to_doubt = 6;

// Something that was typed and can be misspelt.
struct Asked {
  Span span;           // in the query
  std::string text;    // folded
  const Field* field;  // null: anywhere
};

struct Better {
  std::string text;  // as it is shown
  std::size_t stories = 0;
  unsigned distance = 0;
};

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

class Collector {
 public:
  explicit Collector(std::string_view text) : text_(text) {}

  void add(const std::vector<Clause>& clauses) {
    for (const Clause& clause : clauses) {
      if (clause.kind == Clause::Kind::none) continue;
      add(clause.parts);
      if (clause.kind == Clause::Kind::name) {
        add_name(clause);
      } else {
        add_words(clause);
      }
    }
  }

  std::vector<Asked> take() { return std::move(asked_); }

 private:
  Span bounded(Span span) const {
    span.end = std::min(span.end, text_.size());
    span.start = std::min(span.start, span.end);
    return span;
  }

  // The clause has them folded; where each of them stands is in the query.
  void add_words(const Clause& clause) {
    const Span span = bounded(clause.span);
    const std::string_view part = span.in(text_);
    if (clause.words.empty() || part.find_first_of("*?") != std::string_view::npos)
      return;
    const std::set<std::string> wanted(clause.words.begin(), clause.words.end());
    for (const Word& word : split_words(part)) {
      if (word.numeric || word.unspaced || wanted.count(word.text) == 0) continue;
      if (is_stop_word(word.text) || has_digit(word.text)) continue;
      add({.span = {span.start + word.span.start, span.start + word.span.end},
           .text = word.text,
           .field = clause.field});
    }
  }

  void add_name(const Clause& clause) {
    Span span = bounded(clause.span);
    const std::size_t colon = span.in(text_).find(':');
    if (clause.value.empty() || colon == std::string_view::npos) return;
    span.start += colon + 1;
    add({.span = span, .text = fold_words(clause.value), .field = clause.field});
  }

  void add(Asked asked) {
    if (asked.text.size() < shortest || asked_.size() >= most_words) return;
    const std::string_view prefix = asked.field != nullptr ? asked.field->prefix : "";
    if (known_.emplace(prefix, asked.text).second) asked_.push_back(std::move(asked));
  }

  std::string_view text_;
  std::vector<Asked> asked_;
  std::set<std::pair<std::string_view, std::string>> known_;
};

std::optional<NameKind> names_of(const Field& field) {
  if (field.prefix == prefix::outlet) return NameKind::outlet;
  if (field.prefix == prefix::credited) return NameKind::credited;
  if (field.prefix == prefix::cited) return NameKind::cited;
  return std::nullopt;
}

// The better one first: nearer, then the same first letter, then the likelier.
class Best {
 public:
  explicit Best(std::string_view asked) : asked_(asked) {}

  void offer(std::string_view text, std::string_view shown, std::size_t stories,
             unsigned distance, std::size_t likely) {
    const bool same_first = !text.empty() && text.front() == asked_.front();
    const auto rank = std::tuple(distance, !same_first, ~likely);
    if (best_ && rank >= rank_) return;
    rank_ = rank;
    best_ = Better{std::string(shown), stories, distance};
  }
  const std::optional<Better>& best() const { return best_; }

 private:
  std::string_view asked_;
  std::optional<Better> best_;
  std::tuple<unsigned, bool, std::size_t> rank_;
};

class Speller {
 public:
  Speller(std::string_view text, Snapshot& snapshot, Lexicons& lexicons)
      : text_(text),
        snapshot_(snapshot),
        lexicons_(lexicons),
        terms_(snapshot.articles, snapshot.stem) {}

  std::optional<Remark> look_at(const Asked& asked) {
    if (asked.field != nullptr && asked.field->kind == FieldKind::name)
      return look_at_name(asked);
    const std::string_view prefix = prefix_of(asked);
    const std::size_t stories = stories_with(asked.text, prefix);
    if (stories >= surely_meant) return std::nullopt;
    if (stories > 0 && asked.text.size() < long_enough_to_doubt) return std::nullopt;
    const auto better = prefix == prefix::author ? near_author(asked.text, stories > 0)
                                                 : near_word(asked, stories > 0);
    if (!better || better->stories < stories * far_rarer) return std::nullopt;
    return remark(asked, stories, *better);
  }

 private:
  // In any of its forms: those are what a search for it finds.
  std::size_t stories_with(const std::string& word, std::string_view prefix) {
    std::size_t most = 0;
    for (const std::string& term : terms_.terms({.text = word, .form = {}}, prefix))
      most = std::max<std::size_t>(most, snapshot_.articles.get_termfreq(term));
    return most;
  }

  // The lead has no terms of its own.
  static std::string_view prefix_of(const Asked& asked) {
    if (asked.field == nullptr || asked.field->prefix == prefix::lead) return "";
    return asked.field->prefix;
  }

  static unsigned mistakes(std::string_view text, bool doubted) {
    return text.size() < long_word || doubted ? 1 : 2;
  }

  // With the same first letter or, where two letters changed places, with the second.
  std::optional<Better> near_word(const Asked& asked, bool doubted) {
    Best best(asked.text);
    search(asked, asked.text[0], mistakes(asked.text, doubted), doubted, best);
    if (!best.best() && asked.text[1] != asked.text[0])
      search(asked, asked.text[1], 1, doubted, best);
    return best.best();
  }

  void search(const Asked& asked, char first, unsigned most, bool doubted, Best& best) {
    const Words& words = lexicons_.words(snapshot_, first);
    const std::string_view prefix = prefix_of(asked);
    for (const Lexicon::Range& range : words.entries.near(asked.text, most)) {
      const std::string word(words.entries.word(range.first));
      if (has_digit(word) || (doubted && same_stem(word, asked.text))) continue;
      const std::size_t stories = prefix.empty() ? words.entries.stories(range.first)
                                                 : stories_with(word, prefix);
      if (stories > 0)
        best.offer(word, words.shown(range.first), stories, range.distance,
                   words.entries.rank(range.first));
    }
  }

  bool same_stem(const std::string& a, const std::string& b) {
    const std::string stem = snapshot_.stem(a);
    return stem == snapshot_.stem(b);
  }

  // Words of authors' names.
  std::optional<Better> near_author(const std::string& asked, bool doubted) {
    const Names& names = lexicons_.names(snapshot_, NameKind::author);
    Best best(asked);
    constexpr std::size_t most_ranges = 200;
    auto ranges = names.entries.beginning_near(asked, mistakes(asked, doubted));
    ranges.resize(std::min(ranges.size(), most_ranges));
    for (const Lexicon::Range& range : ranges) {
      for (std::size_t i = range.first; i < std::min(range.last, range.first + 100);
           ++i) {
        const std::string_view entry = names.entries.word(i);
        const std::string word(entry.substr(0, entry.find(' ')));
        const Lexicon one({{.word = word, .stories = 1}});
        const auto found = one.near(asked, mistakes(asked, doubted));
        if (found.empty() || word == asked) continue;
        const std::size_t stories = stories_with(word, prefix::author);
        best.offer(word, word, stories, found.front().distance, stories);
      }
    }
    return best.best();
  }

  // A whole name spelt nearly so; else one that has all the words asked for.
  std::optional<Remark> look_at_name(const Asked& asked) {
    const auto kind = names_of(*asked.field);
    if (!kind) return std::nullopt;
    const auto stories_of = [&](const std::string& name) {
      return snapshot_.articles.get_termfreq(name_term(asked.field->prefix, name));
    };
    const bool known =
        stories_of(asked.text) > 0 || stories_of(normalise_outlet(asked.text)) > 0;
    if (known) return std::nullopt;
    const Names& names = lexicons_.names(snapshot_, *kind);
    Best best(asked.text);
    for (const auto& range : names.entries.near(asked.text, mistakes(asked.text, false)))
      offer(names, range, best);
    if (!best.best()) {
      Lexicon::Range range = names.entries.beginning_with(asked.text);
      range.last = std::min(range.last, range.first + 1000);
      offer(names, range, best);
    }
    if (!best.best()) return std::nullopt;
    return remark(asked, 0, *best.best());
  }

  static void offer(const Names& names, const Lexicon::Range& range, Best& best) {
    for (std::size_t i = range.first; i < range.last; ++i) {
      const Names::Name& name = names.names[names.entries.tag(i)];
      // "verge" is nearer to "The Verge" than to "Verge of Nowhere": less beside it.
      const bool whole = name.key.size() == names.entries.word(i).size();
      best.offer(name.key, name.shown, name.stories, range.distance * 2 + (whole ? 0 : 1),
                 name.stories);
    }
  }

  Remark remark(const Asked& asked, std::size_t stories, const Better& better) const {
    const std::string typed(asked.span.in(text_));
    const bool is_name = asked.field != nullptr && asked.field->kind == FieldKind::name;
    const std::string where = asked.field == nullptr || is_name
                                  ? ""
                                  : fmt::format(" in its {}", asked.field->name);
    std::string message;
    if (is_name) {
      message = fmt::format("no story has the {} {}", asked.field->name, quoted(typed));
    } else if (stories == 0) {
      message = fmt::format("no story has {}{}", quoted(typed), where);
    } else {
      message = fmt::format("only {} {} {}{}", counted(stories, "story", "stories"),
                            stories == 1 ? "has" : "have", quoted(typed), where);
    }
    message += fmt::format("; {} is in {}", quoted(better.text), grouped(better.stories));
    std::string query(text_);
    const bool parted = is_name && better.text.find(' ') != std::string::npos;
    query.replace(asked.span.start, asked.span.length(),
                  parted ? quoted(better.text) : better.text);
    return {.span = asked.span,
            .message = replace_invalid_utf8(message),
            .suggestion = replace_invalid_utf8(query),
            .whole = true};
  }

  static std::string quoted(std::string_view text) {
    std::string plain(text);
    std::erase(plain, '"');
    return "\"" + plain + "\"";
  }

  std::string_view text_;
  Snapshot& snapshot_;
  Lexicons& lexicons_;
  WordTerms terms_;
};

}  // namespace

std::vector<Remark> spelling_remarks(const Query& query, std::string_view text,
                                     Snapshot& snapshot, Lexicons& lexicons) {
  Collector collector(text);
  collector.add(query.ranked);
  collector.add(query.filters);
  Speller speller(text, snapshot, lexicons);
  std::vector<Remark> remarks;
  for (const Asked& asked : collector.take()) {
    if (remarks.size() >= most_remarks) break;
    if (auto remark = speller.look_at(asked)) remarks.push_back(std::move(*remark));
  }
  return remarks;
}

}  // namespace broadsheet
