#include "searcher/figure_label.h"

#include <algorithm>
#include <array>

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 14> openers_of_more = {
    "of", "from", "in",  "for",  "to",  "by",    "with",
    "on", "at",   "per", "that", "who", "which", "and"};
constexpr std::size_t most_words = 4;

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool holds_word(std::string_view text, std::string_view word) {
  const auto same = [](char a, char b) { return ascii_lower(a) == ascii_lower(b); };
  return std::search(text.begin(), text.end(), word.begin(), word.end(), same) !=
         text.end();
}

}  // namespace

std::string short_thing(const Figure& figure, std::string_view printed) {
  std::string_view rest = figure.counts ? std::string_view(*figure.counts) : "";
  std::string thing;
  std::string_view last;
  for (std::size_t words = 0; !rest.empty() && words < most_words; ++words) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    const bool more = std::find(openers_of_more.begin(), openers_of_more.end(), word) !=
                      openers_of_more.end();
    if (more && !thing.empty()) break;
    if (!thing.empty()) thing += ' ';
    thing += word;
    last = word;
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  const bool said = holds_word(printed, last) ||
                    (figure.dimension == "count" && holds_word(printed, figure.unit));
  return said ? std::string() : thing;
}

std::string figure_label(const FigureInContext& figure) {
  const std::string thing = short_thing(figure.figure, figure.printed);
  return thing.empty() ? figure.printed : figure.printed + " (" + thing + ")";
}

}  // namespace broadsheet
