// All searches are bounded by a fixed number of tokens, so that a sentence full of
// figures takes linear time.
#include "article/figure_binding.h"

#include <algorithm>
#include <optional>
#include <string>

#include "article/clause.h"
#include "article/clause_words.h"
#include "article/figure_period.h"
#include "article/figure_status.h"
#include "article/figure_subject.h"
#include "article/word_set.h"

namespace broadsheet {
namespace {

// "the group's | output": the token that owns the rest.
std::optional<std::size_t> owner_in(const std::vector<Token>& tokens,
                                    const NounPhrase& phrase) {
  std::optional<std::size_t> owner;
  for (std::size_t i = phrase.first; i + 1 < phrase.end; ++i) {
    if (part_of(tokens, i) == Part::preposition) break;
    if (tokens[i].possessive && !is_time_word(tokens[i])) owner = i;
  }
  return owner;
}

// "Eligible students": the capital was that of the sentence.
bool opens_longer(std::size_t first, const std::string& subject, const std::string& of) {
  const bool one_word = of.find(' ') == std::string::npos;
  return first == 0 && one_word && subject.size() > of.size() + 1 &&
         subject.compare(0, of.size(), of) == 0 && subject[of.size()] == ' ';
}

// "of its roughly 300 workers": what stands before the next number.
bool is_no_thing(std::string_view thing) {
  static const WordSet none("roughly nearly about almost approximately around some over");
  return none.has(thing);
}

// What the figure counts and of whom, where figure and noun do not say it themselves. A
// subject that is a quantity ("revenue from Asia") is what is counted, any other is whom
// it is said of. Tells whether the figure is a row's value of an earlier period.
bool bind_words(const std::vector<Token>& tokens, std::size_t first, std::size_t end,
                std::string_view text, Figure& figure) {
  const bool counted = is_counted(figure);
  const ClauseFinding found = read_clause(tokens, first, end, figure);
  const auto print = [&](const std::optional<NounPhrase>& phrase) {
    return phrase ? print_phrase(tokens, *phrase, text) : std::string();
  };
  std::string thing = print(found.thing);
  const std::string adjectives = print(found.adjectives);
  if (!adjectives.empty() && !thing.empty()) thing = adjectives + " " + thing;
  const std::string subject = print(found.subject);
  if (!thing.empty() && !counted && !figure.counts) figure.counts = thing;
  const bool earlier = found.label && found.earlier;
  if (subject.empty() || (subject == figure.of && !found.label)) return earlier;
  const bool named = figure.of && subject.find(*figure.of) != std::string::npos;
  const bool quantity =
      !counted && (found.label || names_quantity(tokens, *found.subject));
  if (quantity && !figure.counts) {
    const auto owner = owner_in(tokens, *found.subject);
    figure.counts = owner ? print(NounPhrase{*owner + 1, found.subject->end}) : subject;
    if (!named || found.label) figure.of.reset();
    if (owner && !figure.of)
      figure.of = print(NounPhrase{found.subject->first, *owner + 1});
  } else if (!named || opens_longer(found.subject->first, subject, *figure.of)) {
    figure.of = subject;
  }
  return earlier;
}

void bind_figure(const std::vector<Token>& tokens, std::size_t first, std::size_t end,
                 std::string_view text, Figure& figure) {
  figure.of = find_subject(tokens, first, end, text, figure);
  const bool earlier = bind_words(tokens, first, end, text, figure);
  figure.period = find_period(tokens, first, end, text);
  if (earlier && !figure.period) figure.period = "earlier period";
  figure.status = find_status(tokens, first, end);
}

// "15 cm (6 inches) and 23 cm", "60% of its value, or $30 billion": nothing between them
// but links, so that the second says the same of the same.
bool continues(const std::vector<Token>& tokens, std::size_t from, std::size_t to) {
  constexpr std::size_t longest = 5;
  if (to < from || to - from > longest) return false;
  for (std::size_t i = from; i < to; ++i) {
    const Part here = part_of(tokens, i);
    const TokenKind kind = tokens[i].kind;
    const bool sign = kind == TokenKind::comma || kind == TokenKind::open ||
                      kind == TokenKind::close || kind == TokenKind::dash;
    const bool link = here == Part::joint || here == Part::number ||
                      here == Part::adverb || tokens[i].folded == "to" ||
                      tokens[i].folded == "from" || tokens[i].folded == "by";
    if (!sign && !link && !is_time_word(tokens[i])) return false;
  }
  return true;
}

// "60% of its value, or $30 billion": one thing said in two ways.
bool is_said_again(const std::vector<Token>& tokens, std::size_t from, std::size_t to) {
  constexpr std::size_t longest = 10;
  if (to < from + 2 || to - from > longest) return false;
  if (tokens[to - 1].folded != "or" || tokens[to - 2].kind != TokenKind::comma) {
    return false;
  }
  for (std::size_t i = from; i + 2 < to; ++i) {
    const Part here = part_of(tokens, i);
    if (here == Part::verb || here == Part::border || here == Part::joint) return false;
  }
  return true;
}

// A figure that names nothing itself takes what the one before it names.
void inherit_words(const std::vector<Token>& tokens, const FigureReading& before,
                   FigureReading& reading) {
  Figure& figure = reading.figure;
  const Figure& source = before.figure;
  const bool counted = is_counted(figure) || is_counted(source);
  if (is_said_again(tokens, before.end, reading.first)) {
    if (!counted) figure.counts = source.counts;
    figure.of = source.of;
    return;
  }
  const bool same = figure.dimension == source.dimension || figure.unit.empty();
  if (figure.of || !same || !continues(tokens, before.end, reading.first)) return;
  if (counted) {
    figure.of = source.of;
  } else if (!figure.counts) {
    figure.counts = source.counts;
    figure.of = source.of;
  }
}

}  // namespace

void bind_figures(const std::vector<Token>& tokens, std::string_view text,
                  std::vector<FigureReading>& readings) {
  for (std::size_t i = 0; i < readings.size(); ++i) {
    FigureReading& reading = readings[i];
    bind_figure(tokens, reading.first, reading.end, text, reading.figure);
    if (reading.figure.counts && is_no_thing(*reading.figure.counts))
      reading.figure.counts.reset();
    if (i > 0) inherit_words(tokens, readings[i - 1], reading);
  }
}

}  // namespace broadsheet
