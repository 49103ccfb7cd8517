// Text with query words and figures picked out, as HTML.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "article/figure.h"
#include "article/span.h"
#include "web/html.h"

namespace broadsheet {

// A figure in the text: `value` is what a machine reads in <data value>, `id` an anchor,
// `title` how it was read (both may be empty).
struct Chip {
  Span span;
  std::string value;
  std::string id;
  std::string title;
};

// Writes ranges of one text from front to back. The spans may be in any order, overlap,
// lie outside of the text or cut characters: they are mended once, here. The text must
// outlive the object. Linear in text and spans (after sorting).
class MarkedText {
 public:
  MarkedText(std::string_view text, std::vector<Span> marks, std::vector<Chip> chips);

  // Ranges must be asked for in order, without overlap.
  void write(Html& html, Span range);
  void write_all(Html& html) { write(html, {0, text_.size()}); }

 private:
  void write_words(Html& html, Span range);

  std::string_view text_;
  std::vector<Span> marks_;
  std::vector<Chip> chips_;
  std::size_t next_mark_ = 0;
  std::size_t next_chip_ = 0;
};

// "8000", "45000000000..50000000000", "5000.." as the query language writes them.
std::string machine_value(const Figure& figure);

}  // namespace broadsheet
