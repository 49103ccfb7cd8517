// All searches are bounded by a fixed number of tokens, so that a sentence full of
// figures takes linear time.
#include "article/figure_binding.h"

#include <algorithm>
#include <optional>
#include <string>

#include "article/clause.h"
#include "article/figure_period.h"
#include "article/figure_subject.h"

namespace broadsheet {
namespace {

constexpr std::size_t status_reach = 14;

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
// it is said of. Tells whether the figure is a row's value of an earlier period.
bool bind_words(const std::vector<Token>& tokens, std::size_t first, std::size_t end,
                std::string_view text, Figure& figure) {
  const bool counted = figure.dimension == "count";
  const ClauseFinding found = read_clause(tokens, first, end, figure);
  const auto print = [&](const std::optional<NounPhrase>& phrase) {
    return phrase ? print_phrase(tokens, *phrase, text) : std::string();
  };
  const std::string thing = print(found.thing);
  const std::string subject = print(found.subject);
  if (!thing.empty() && !counted && !figure.counts) figure.counts = thing;
  const bool earlier = found.label && found.earlier;
  if (subject.empty() || (subject == figure.of && !found.label)) return earlier;
  const bool named = figure.of && subject.find(*figure.of) != std::string::npos;
  const bool quantity =
      !counted && (found.label || names_quantity(tokens, *found.subject));
  if (quantity && !figure.counts) {
    figure.counts = subject;
    if (!named || found.label) figure.of.reset();
  } else if (!named) {
    figure.of = subject;
  }
  return earlier;
}

}  // namespace

void bind_figure(const std::vector<Token>& tokens, std::size_t first, std::size_t end,
                 std::string_view text, Figure& figure) {
  figure.of = find_subject(tokens, first, end, text, figure);
  const bool earlier = bind_words(tokens, first, end, text, figure);
  figure.period = find_period(tokens, first, end, text);
  if (earlier && !figure.period) figure.period = "earlier period";
  figure.status = find_status(tokens, first);
}

}  // namespace broadsheet
