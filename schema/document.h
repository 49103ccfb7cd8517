// An Article as a Xapian document.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "article/article.h"
#include "schema/terms.h"

namespace broadsheet {

// O(words of the article). `sketch` are the bytes of the story's sketch.
Xapian::Document to_document(const Article& article, Stemmer& stem,
                             const std::string& sketch = {});

// Calls `visit` for the figures of each sentence, in order.
template <typename Visit>
void for_each_sentence(std::span<const Figure> figures, const Visit& visit) {
  for (std::size_t i = 0; i < figures.size();) {
    const std::size_t first = i;
    while (i < figures.size() && figures[i].in_title == figures[first].in_title &&
           figures[i].sentence == figures[first].sentence)
      ++i;
    visit(figures.subspan(first, i - first));
  }
}

// The largest value among the figures, for sorting; nothing without a figure.
std::optional<double> largest_figure(const std::vector<Figure>& figures);

}  // namespace broadsheet
