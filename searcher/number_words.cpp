// Which words of a figure are its number is told by reading: the longest beginning of it
// that is the same number without a unit.
#include "searcher/number_words.h"

#include <algorithm>

#include "article/figure_reader.h"
#include "article/words.h"

namespace broadsheet {
namespace {

bool is_plain_number(const Figure& figure) {
  const bool plain = figure.unit.empty() || figure.dimension == "count";
  return plain && figure.low && figure.low == figure.high && figure.low->mantissa > 0;
}

Span number_of(std::string_view text, const Figure& figure) {
  constexpr std::size_t most_words = 12;
  const std::vector<Word> words = split_words(figure.span.in(text));
  for (std::size_t count = std::min(words.size(), most_words); count > 0; --count) {
    const Span part{figure.span.start, figure.span.start + words[count - 1].span.end};
    const auto read = read_figure(part.in(text));
    if (read && read->unit.empty() && read->low == figure.low &&
        read->high == figure.high)
      return part;
  }
  return {};
}

// "one of them", "two areas": words rather than numbers.
bool is_small_talk(const Figure& figure, std::string_view printed) {
  constexpr double small = 12;
  return printed.find_first_of("0123456789") == printed.npos &&
         to_double(*figure.low) <= small;
}

}  // namespace

void unify_numbers(Query& query) {
  for (const Figure& figure : query.figures) {
    if (!is_plain_number(figure) || figure.span.end > query.text.size()) continue;
    const Span number = number_of(query.text, figure);
    if (number.length() == 0 || is_small_talk(figure, number.in(query.text))) continue;
    bool first = true;
    std::erase_if(query.ranked, [&](Clause& clause) {
      const bool part = clause.kind == Clause::Kind::word && !clause.exact &&
                        clause.pattern.empty() && number.contains(clause.span);
      if (!part || !first) return part;
      clause.span = number;
      clause.words = {to_string(*figure.low)};
      first = false;
      return false;
    });
  }
}

const Figure* figure_of_number(const Query& query, const std::string& word) {
  if (word.empty() || word[0] < '0' || word[0] > '9') return nullptr;
  for (const Figure& figure : query.figures) {
    if (is_plain_number(figure) && to_string(*figure.low) == word) return &figure;
  }
  return nullptr;
}

}  // namespace broadsheet
