// Texts to figures: sentences are read one by one (figure_sentence), then figures next to
// one another lend each other what was said once, then each is tied to its words
// (figure_binding).
#include "article/figure_reader.h"

#include <string>
#include <utility>

#include "article/figure_bare.h"
#include "article/figure_binding.h"
#include "article/figure_change.h"
#include "article/figure_openings.h"
#include "article/figure_sentence.h"
#include "article/figure_table.h"
#include "article/figure_tokens.h"
#include "article/foreign_nouns.h"
#include "article/number_style.h"
#include "article/sentences.h"
#include "article/units.h"

namespace broadsheet {
namespace {

// What a figure takes from the one before it: "lost 190 points, or 0.6%" is one change in
// two units, "about $113 (£80)" one amount in two currencies.
void inherit(const std::vector<Token>& tokens, const FigureReading& before,
             FigureReading& reading) {
  if (reading.first >= tokens.size() || reading.first <= before.end) return;
  const std::size_t gap = reading.first - before.end;
  const bool other_unit = reading.figure.unit != before.figure.unit;
  const Token& link = tokens[reading.first - 1];
  if (!other_unit || gap > 2) return;
  const bool bracket = gap == 1 && link.kind == TokenKind::open;
  const bool apposition =
      link.folded == "or" && (gap == 1 || tokens[before.end].kind == TokenKind::comma);
  const Figure& source = before.figure;
  Figure& figure = reading.figure;
  if (apposition && source.change && source.change->by && !figure.change && figure.low) {
    figure.change = source.change;
    figure.change->by = figure.low;
  }
  const bool same_kind = figure.dimension == source.dimension;
  const bool share = figure.dimension == "ratio";  // "less than half (45%)"
  if (bracket && same_kind && !share && figure.bound == Bound::exact &&
      figure.low == figure.high) {
    const auto value = figure.low;
    figure.bound = source.bound;
    figure.low = figure.high = std::nullopt;
    set_ends(figure, *value, *value);
  }
}

// "more than 20 and less than 30" is one range.
bool merge_bounds(const std::vector<Token>& tokens, FigureReading& before,
                  const FigureReading& reading) {
  Figure& a = before.figure;
  const Figure& b = reading.figure;
  if (reading.first != before.end + 1 || tokens[before.end].kind != TokenKind::word)
    return false;
  if (tokens[before.end].folded != "and" && tokens[before.end].folded != "but")
    return false;
  if (!a.unit.empty() && a.unit != b.unit) return false;
  const auto low = a.high ? b.low : a.low;
  const auto high = a.high ? a.high : b.high;
  const bool open =
      a.low.has_value() != a.high.has_value() && b.low.has_value() != b.high.has_value();
  if (!open || !low || !high || *low >= *high) return false;
  const Span span{a.span.start, b.span.end};
  const auto change = a.change;
  a = b;
  a.low = low;
  a.high = high;
  a.bound = Bound::exact;
  a.span = span;
  a.change = change;
  before.end = reading.end;
  return true;
}

void join_neighbours(const std::vector<Token>& tokens,
                     std::vector<FigureReading>& readings) {
  std::vector<FigureReading> joined;
  for (FigureReading& reading : readings) {
    if (!joined.empty()) {
      inherit(tokens, joined.back(), reading);
      if (merge_bounds(tokens, joined.back(), reading)) continue;
    }
    joined.push_back(std::move(reading));
    lend_unit(tokens, joined);
  }
  readings = std::move(joined);
  tie_changes(tokens, readings);
}

// Nouns are found by the shapes of English: what is counted in another language is told
// only for known units and nouns, and a small number without one is no figure.
void drop_foreign_nouns(std::vector<FigureReading>& readings) {
  std::erase_if(readings, [](FigureReading& reading) {
    Figure& figure = reading.figure;
    if (figure.dimension == "count" && is_foreign_noun(figure.unit)) return false;
    figure.counts = std::nullopt;
    if (figure.dimension == "count" && find_unit(figure.unit) == nullptr) {
      figure.unit.clear();
      figure.dimension.clear();
    }
    const auto& value = figure.high ? figure.high : figure.low;
    return figure.unit.empty() && value && *value < Amount{1, 3};
  });
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

// "1.200": three places of which the last is 0. Nobody asks for a decimal like that, but
// one who writes thousands with a point does.
bool parts_thousands(std::string_view number) {
  const std::size_t point = number.find('.');
  const bool plain = number.find_first_not_of("0123456789.") == std::string_view::npos;
  return plain && point >= 1 && point <= 3 && number.size() == point + 4 &&
         number.back() == '0' && number.front() != '0';
}

// How the whole text of a figure is written. It is too short to vote on by small words.
NumberStyle asked_style(std::string_view lower) {
  bool shown = false;
  bool grouped = false;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= lower.size(); ++i) {
    if (i < lower.size() && lower[i] != ' ') continue;
    const std::string_view word = lower.substr(start, i - start);
    grouped = grouped || parts_thousands(word);
    shown = shown || !foreign_noun(word).empty();
    start = i + 1;
  }
  const bool alone = grouped && lower.find_first_not_of("0123456789. ") == lower.npos;
  return shown || alone || (grouped && number_style(lower) == NumberStyle::continental)
             ? NumberStyle::continental
             : NumberStyle::english;
}

bool starts_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at == 0 || text[at - 1] == '\n';
}

}  // namespace

std::vector<Figure> read_figures(std::string_view text) {
  std::vector<Figure> figures;
  const std::string lower = ascii_lower(text);
  const NumberStyle style = number_style(lower);
  std::vector<Token> tokens;
  TableReader table(text);
  for (const Span& sentence : split_sentences(text)) {
    table.enter(sentence);
    if (style == NumberStyle::english && !may_tell_figure(sentence.in(lower))) continue;
    tokenise_figures(sentence.in(text), sentence.in(lower), sentence.start, tokens,
                     style);
    auto readings = read_sentence(tokens, text, starts_line(text, sentence.start), false);
    join_neighbours(tokens, readings);
    if (style == NumberStyle::continental) drop_foreign_nouns(readings);
    bind_figures(tokens, text, readings);
    const std::size_t first = figures.size();
    for (FigureReading& reading : readings) {
      reading.figure.sentence = sentence;
      figures.push_back(std::move(reading.figure));
    }
    table.bind(figures, first);
  }
  return figures;
}

std::optional<Figure> read_figure(std::string_view text) {
  constexpr std::size_t longest = 1000;  // of a figure that somebody would write
  if (text.size() > longest) return std::nullopt;
  const std::string lower = ascii_lower(text);
  std::vector<Token> tokens;
  tokenise_figures(text, lower, 0, tokens, asked_style(lower));
  auto readings = read_sentence(tokens, text, false, true);
  join_neighbours(tokens, readings);
  if (readings.size() != 1 || readings[0].first != 0 ||
      readings[0].end != tokens.size()) {
    return std::nullopt;
  }
  readings[0].figure.sentence = {0, text.size()};
  return std::move(readings[0].figure);
}

}  // namespace broadsheet
