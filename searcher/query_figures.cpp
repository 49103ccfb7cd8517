// Numbers are read as in a story. A query is terser than prose, so what prose would not
// call a figure is read here: a number behind a word of comparison ("under 0.5 record",
// "below ILS 90"), and "twice".
#include "searcher/query_figures.h"

#include <algorithm>
#include <array>

#include "article/figure_reader.h"
#include "article/words.h"
#include "searcher/figure_condition.h"

namespace broadsheet {
namespace {

struct Comparison {
  std::string_view words;  // folded, as they stand before a number
  Bound bound;
};
// Longer ones before those that they end with.
constexpr std::array comparisons = {
    Comparison{"no more than", Bound::at_most},
    Comparison{"not more than", Bound::at_most},
    Comparison{"no less than", Bound::at_least},
    Comparison{"not less than", Bound::at_least},
    Comparison{"no fewer than", Bound::at_least},
    Comparison{"more than", Bound::more_than},
    Comparison{"greater than", Bound::more_than},
    Comparison{"higher than", Bound::more_than},
    Comparison{"larger than", Bound::more_than},
    Comparison{"less than", Bound::less_than},
    Comparison{"fewer than", Bound::less_than},
    Comparison{"lower than", Bound::less_than},
    Comparison{"smaller than", Bound::less_than},
    Comparison{"at least", Bound::at_least},
    Comparison{"minimum of", Bound::at_least},
    Comparison{"at most", Bound::at_most},
    Comparison{"maximum of", Bound::at_most},
    Comparison{"up to", Bound::at_most},
    Comparison{"exceeding", Bound::more_than},
    Comparison{"above", Bound::more_than},
    Comparison{"over", Bound::more_than},
    Comparison{"below", Bound::less_than},
    Comparison{"under", Bound::less_than},
    Comparison{"exactly", Bound::exact},
};

bool is_point(const Figure& figure) {
  return figure.low && figure.low == figure.high;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

std::string_view sign_of(Bound bound) {
  switch (bound) {
    case Bound::more_than:
      return ">";
    case Bound::at_least:
      return ">=";
    case Bound::less_than:
      return "<";
    case Bound::at_most:
      return "<=";
    case Bound::exact:
    case Bound::about:
      return "=";
  }
  return "";
}

void set_bound(Figure& figure, Bound bound) {
  figure.bound = bound;
  if (bound == Bound::at_most || bound == Bound::less_than) figure.low.reset();
  if (bound == Bound::at_least || bound == Bound::more_than) figure.high.reset();
}

// The text of words and phrases, at its place; a line end in place of the rest:
// operators, fields and what is excluded say no number beside the words.
class PlainText {
 public:
  explicit PlainText(const Query& query)
      : query_(query), plain_(query.text.size(), '\n') {}

  std::string run() {
    keep(query_.ranked);
    keep(query_.filters);
    for (std::size_t at = 0; at < plain_.size(); ++at) {
      if (query_.text[at] == ' ' || query_.text[at] == '\t') plain_[at] = ' ';
    }
    return std::move(plain_);
  }

 private:
  void keep(const std::vector<Clause>& clauses) {
    for (const Clause& clause : clauses) {
      const bool says =
          clause.kind == Clause::Kind::word || clause.kind == Clause::Kind::phrase;
      if (says) {
        const Span& span = clause.span;
        plain_.replace(span.start, span.length(), query_.text, span.start, span.length());
      }
      if (clause.kind != Clause::Kind::none) keep(clause.parts);
    }
  }

  const Query& query_;
  std::string plain_;
};

bool taken(const Span& place, const std::vector<Span>& spans) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span& span) { return span.overlaps(place); });
}

class FigureReading {
 public:
  explicit FigureReading(Query& query)
      : plain_(PlainText(query).run()), text_(plain_), query_(query) {}

  void run() {
    read_figures_of_text();
    read_lone_words();
    std::stable_sort(
        query_.figures.begin(), query_.figures.end(),
        [](const auto& a, const auto& b) { return a.span.start < b.span.start; });
    for (Figure& figure : query_.figures) read_comparison_before(figure);
    read_near();
    if (filters_) filter_by_near();
  }

 private:
  void read_figures_of_text() {
    for (Figure& figure : read_figures(text_))
      query_.figures.push_back(std::move(figure));
  }

  // A number by itself is read alone: "600" has no unit for the scan to hold on to.
  void read_lone_words() {
    std::vector<Span> known;
    for (const Figure& figure : query_.figures) known.push_back(figure.span);
    for (const Clause& clause : query_.ranked) {
      if (clause.kind != Clause::Kind::word || taken(clause.span, known)) continue;
      auto figure = read_figure(clause.span.in(text_));
      if (!figure) figure = read_times(clause.words.front());
      if (!figure) continue;
      figure->span = clause.span;
      query_.figures.push_back(std::move(*figure));
    }
  }

  static std::optional<Figure> read_times(const std::string& word) {
    if (word != "twice" && word != "thrice") return std::nullopt;
    return read_figure(word == "twice" ? "two times" : "three times");
  }

  // A number that the scan left without its bound. One word in capitals may stand
  // between: a currency that nobody knows.
  void read_comparison_before(Figure& figure) {
    if (!is_point(figure) || figure.bound != Bound::exact) return;
    std::vector<Word> words = split_words(text_.substr(0, figure.span.start));
    for (int skipped = 0; skipped < 2 && !words.empty(); ++skipped) {
      if (bound_from_end_of(words, figure)) return;
      const std::string_view last = words.back().span.in(text_);
      const bool code =
          last.size() == 3 && std::all_of(last.begin(), last.end(),
                                          [](char c) { return c >= 'A' && c <= 'Z'; });
      if (!code) return;
      words.pop_back();
    }
  }

  bool bound_from_end_of(const std::vector<Word>& words, Figure& figure) {
    for (const Comparison& row : comparisons) {
      const auto parts = split_words(row.words);
      if (parts.size() > words.size()) continue;
      const auto tail = words.end() - static_cast<std::ptrdiff_t>(parts.size());
      const bool same =
          std::equal(parts.begin(), parts.end(), tail,
                     [](const Word& a, const Word& b) { return a.text == b.text; });
      if (!same) continue;
      set_bound(figure, row.bound);
      compared_.push_back({figure.span, {tail->span.start, words.back().span.end}});
      query_.compared.push_back(compared_.back().second);
      return true;
    }
    return false;
  }

  // "one role", "two areas", "millions of people": figures by the letter, but a question
  // hardly asks for them. A bare number says too little of what it should be near to: its
  // very value ranks.
  bool asks_for_nothing(const Figure& figure) const {
    constexpr double small = 12;
    const bool spelt = !has_digit(figure.span.in(text_));
    if (is_point(figure)) {
      if (comparison_of(figure)) return false;
      const bool few = figure.dimension == "count" && to_double(*figure.low) <= small;
      return figure.unit.empty() || (spelt && few);
    }
    const bool vague = figure.low && figure.high && figure.bound == Bound::exact &&
                       multiply(*figure.low, Amount{10, 0}) == figure.high;
    return spelt && vague;
  }

  // Where the words of comparison stand that were read here.
  std::optional<Span> comparison_of(const Figure& figure) const {
    for (const auto& [number, words] : compared_) {
      if (number == figure.span) return words;
    }
    return std::nullopt;
  }

  // What the numbers among the words ask of a story's figures.
  void read_near() {
    constexpr std::size_t most = 4;
    for (const Figure& figure : query_.figures) {
      if (asks_for_nothing(figure) || query_.near.size() >= most) continue;
      query_.near.push_back(condition_of(figure));
      near_figures_.push_back(figure);
      if (!is_point(figure) || comparison_of(figure)) take_words_of(figure);
    }
  }

  // "more than 5,000" and its unit are a condition rather than words; what it counts
  // stays a word. A query of nothing else filters.
  void take_words_of(const Figure& figure) {
    const auto kept = counted_words(figure);
    const auto comparison = comparison_of(figure);
    const auto belongs = [&](const Clause& clause) {
      if (clause.kind != Clause::Kind::word) return false;
      if (comparison && comparison->contains(clause.span)) return true;
      return !is_point(figure) && figure.span.contains(clause.span) &&
             std::find(kept.begin(), kept.end(), clause.words.front()) == kept.end();
    };
    std::vector<Clause> rest;
    for (const Clause& clause : query_.ranked) {
      if (!belongs(clause)) rest.push_back(clause);
    }
    query_.ranked = std::move(rest);
    filters_ = query_.ranked.empty();
  }

  void filter_by_near() {
    for (std::size_t i = 0; i < query_.near.size(); ++i)
      filter_by(near_figures_[i], query_.near[i]);
    query_.near.clear();
    query_.figures.clear();
    query_.compared.clear();
  }

  void filter_by(const Figure& figure, FigureCondition& condition) {
    Clause clause;
    clause.kind = Clause::Kind::figure;
    clause.span = figure.span;
    const auto comparison = comparison_of(figure);
    if (comparison) clause.span.start = std::min(clause.span.start, comparison->start);
    clause.figure = std::move(condition);
    clause.value = comparison ? sign_of(figure.bound) : "";
    clause.value += figure.span.in(text_);
    query_.filters.push_back(std::move(clause));
  }

  std::vector<std::string> counted_words(const Figure& figure) const {
    std::vector<std::string> kept;
    if (figure.dimension != "count") return kept;
    const std::string thing = figure.unit + " " + figure.counts.value_or("");
    for (Word& word : split_words(thing)) kept.push_back(std::move(word.text));
    // The noun as it is printed stands at the end ("employees" for "employee").
    const auto printed = split_words(figure.span.in(text_));
    if (!printed.empty() && !printed.back().numeric) kept.push_back(printed.back().text);
    return kept;
  }

  std::string plain_;
  std::string_view text_;
  Query& query_;
  // Of figures whose bound was read here: the number, the words before it.
  std::vector<std::pair<Span, Span>> compared_;
  std::vector<Figure> near_figures_;  // of query_.near
  bool filters_ = false;
};

}  // namespace

void read_query_figures(Query& query) {
  FigureReading(query).run();
}

}  // namespace broadsheet
