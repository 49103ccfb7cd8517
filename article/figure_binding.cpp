// All searches are bounded by a fixed number of tokens, so that a sentence full of
// figures takes linear time.
#include "article/figure_binding.h"

#include <algorithm>
#include <optional>
#include <string>

#include "article/clause.h"
#include "article/figure_context.h"
#include "article/figure_subject.h"

namespace broadsheet {
namespace {

constexpr std::size_t period_reach = 10;
constexpr std::size_t status_reach = 14;

constexpr Token no_token{};

const Token& token_at(const std::vector<Token>& tokens, std::size_t at) {
  return at < tokens.size() ? tokens[at] : no_token;
}

std::string slice(const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                  std::string_view text) {
  const Token& end = tokens[last];
  const std::size_t stop_at =
      end.kind == TokenKind::word ? end.span.start + end.folded.size() : end.span.end;
  return std::string(
      text.substr(tokens[first].span.start, stop_at - tokens[first].span.start));
}

bool is_one_of(std::string_view word, std::string_view a, std::string_view b,
               std::string_view c) {
  return word == a || word == b || word == c;
}

// A period that begins at token `at`: "first quarter of 2026", "this year", "in 2026".
std::optional<std::string> period_at(const std::vector<Token>& tokens, std::size_t at,
                                     std::string_view text) {
  const Token& word = tokens[at];
  if (word.kind != TokenKind::word) return std::nullopt;
  const Token& next = token_at(tokens, at + 1);
  const bool to_year = is_one_of(word.folded, "in", "for", "by") ||
                       is_one_of(word.folded, "since", "during", "until");
  if (to_year && looks_like_year(next)) return slice(tokens, at + 1, at + 1, text);
  const bool pointing =
      is_one_of(word.folded, "this", "last", "next") || word.is(ordinal);
  if (!pointing || !next.is(span_word)) return std::nullopt;
  std::size_t last = at + 1;
  std::size_t year = at + 2;
  if (token_at(tokens, year).folded == "of") ++year;
  if (looks_like_year(token_at(tokens, year))) last = year;
  return slice(tokens, at, last, text);
}

std::optional<std::string> find_period(const std::vector<Token>& tokens,
                                       std::size_t first, std::size_t end,
                                       std::string_view text) {
  for (std::size_t i = end; i < tokens.size() && i < end + period_reach; ++i) {
    if (tokens[i].kind == TokenKind::number && !looks_like_year(tokens[i])) break;
    if (auto period = period_at(tokens, i, text)) return period;
  }
  for (std::size_t i = first; i > 0 && first - i < period_reach; --i) {
    if (auto period = period_at(tokens, i - 1, text)) return period;
  }
  return std::nullopt;
}

std::optional<Status> find_status(const std::vector<Token>& tokens, std::size_t first) {
  for (std::size_t i = first; i > 0 && first - i < status_reach; --i) {
    const Token& word = tokens[i - 1];
    if (word.is(rumour)) return Status::rumoured;
    if (word.is(denial)) return Status::denied;
    if (word.is(estimate)) return Status::estimated;
    if (word.is(plan)) return Status::planned;
  }
  return std::nullopt;
}

// What the figure counts and of whom, where figure and noun do not say it themselves. A
// subject that is a quantity ("revenue from Asia") is what is counted, any other is whom
// it is said of.
void bind_words(const std::vector<Token>& tokens, std::size_t first, std::size_t end,
                std::string_view text, Figure& figure) {
  const bool counted = figure.dimension == "count";
  const ClauseFinding found = read_clause(tokens, first, end, figure);
  const auto print = [&](const std::optional<NounPhrase>& phrase) {
    return phrase ? print_phrase(tokens, *phrase, text) : std::string();
  };
  const std::string thing = print(found.thing);
  const std::string subject = print(found.subject);
  if (!thing.empty() && !counted && !figure.counts) figure.counts = thing;
  if (subject.empty() || subject == figure.of) return;
  const bool named = figure.of && subject.find(*figure.of) != std::string::npos;
  const bool quantity = !counted && names_quantity(tokens, *found.subject);
  if (quantity && !figure.counts) {
    figure.counts = subject;
    if (!named) figure.of.reset();
  } else if (!named) {
    figure.of = subject;
  }
}

}  // namespace

void bind_figure(const std::vector<Token>& tokens, std::size_t first, std::size_t end,
                 std::string_view text, Figure& figure) {
  figure.of = find_subject(tokens, first, end, text, figure);
  bind_words(tokens, first, end, text, figure);
  figure.period = find_period(tokens, first, end, text);
  figure.status = find_status(tokens, first);
}

}  // namespace broadsheet
