// A query as a value: what ranks, what filters, what excludes. Made by the parser, turned
// into Xapian by the planner, printed in plain words for people.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/amount.h"
#include "article/date.h"
#include "article/figure.h"
#include "schema/fields.h"
#include "searcher/results.h"

namespace broadsheet {

// Days since 1970, both inclusive.
struct DayRange {
  static constexpr int open_first = -400000;  // before the year 1000
  static constexpr int open_last = 100000;    // after the year 2200

  int first = 0;
  int last = 0;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

// A comparison: some figure of a sentence lies in low..high, has the unit (when one is
// given), and the sentence has the words.
struct FigureCondition {
  std::optional<Amount> low;
  std::optional<Amount> high;
  bool low_open = false;  // the end itself does not count
  bool high_open = false;
  std::string unit;                // of money, percent, measures; empty: any
  std::vector<std::string> words;  // folded: "job"
};

struct Clause {
  enum class Kind {
    word,    // words[0]
    phrase,  // words in this order
    field,   // words in a text field, in this order
    name,    // value of a name field; empty: unknown
    dates,   // days; nothing: unknown
    figure,
    near,  // parts (words, phrases, alternatives of them) within `distance` words
    same,  // parts in one sentence
    all,   // every part; a single one: it must be there
    any,   // at least one part
    none   // not parts[0]
  };
  Kind kind = Kind::word;
  Span span;  // in the query
  std::vector<std::string> words;
  bool exact = false;   // the words in these forms and no other: =layoffs
  std::string pattern;  // of a word with a wildcard, folded: "lay*"; words[0] is "lay"
  std::vector<std::string> stands_for;  // the pattern in an index: query_fitting
  const Field* field = nullptr;
  std::string value;  // of a name; of a phrase or a figure as it was typed
  std::optional<DayRange> days;
  FigureCondition figure;
  unsigned distance = 0;  // of near: one word and the next are at most so far apart
  bool ordered = false;   // of near: in the order of the parts
  std::vector<Clause> parts;
};

struct Query {
  std::string text;              // as far as it was read; spans point into it
  std::vector<Clause> ranked;    // words and phrases that rank
  std::vector<Clause> filters;   // each must hold
  std::vector<Clause> excluded;  // none may hold
  // Outlets and days that a question names in passing: better so, but not required. The
  // words and days of an outlet are those that it is named for, where there are several.
  std::vector<Clause> liked;
  std::vector<Figure> figures;  // numbers among the ranked words
  std::vector<Span> compared;   // words of comparison that stand before them
  // What those numbers ask of a story's figures; stories that have such a one come first.
  std::vector<FigureCondition> near;
  std::vector<Remark> remarks;

  // The query says more than this many words: somebody's question, in which a quoted part
  // ranks.
  static constexpr std::size_t question_words = 10;
  bool question = false;

  bool empty() const { return ranked.empty() && filters.empty() && excluded.empty(); }
};

// The query in plain words: `ranked by layoffs; outlet Reuters; in 2026`.
std::string reading_of(const Query& query);
std::string reading_of(const Clause& clause);

// As a query that reads back the same, without what was odd: `layoffs outlet:Reuters`.
std::string to_string(const Query& query);

// What it was taken apart into: `rank(layoffs) must(outlet(Reuters))`.
std::string tree_of(const Query& query);
std::string tree_of(const Clause& clause);

// All words that rank or must be there, folded: what is to be marked in a text.
std::vector<std::string> words_to_mark(const Query& query);

}  // namespace broadsheet
