// Which line of a pasted text is its headline, and which lines beside it name writers.
#pragma once

#include <optional>
#include <vector>

#include "article/byline.h"
#include "article/page_line.h"

namespace broadsheet {

class PastedHeadline {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // `lines` must outlive it. `is_web`: they were copied from a page.
  PastedHeadline(const std::vector<PageLine>& lines, bool is_web)
      : lines_(lines), is_web_(is_web) {}

  // The line among the first `end`, or none.
  std::size_t choose(std::size_t end) const;

  // The byline that line `i` is; `below` the headline more of them are known.
  std::optional<Byline> byline_at(std::size_t i, bool below) const;

  // A byline, an outlet or "3 hours ago" stands in the next line.
  bool byline_follows(std::size_t i) const;

  // Two names joined, or one over an outlet, a date or "Staff writer".
  bool names_writers(std::size_t i) const;

  // Behind the first line that is no header's.
  std::size_t end_of_plain_head() const;

 private:
  bool could_be_title(std::size_t i) const;
  bool could_be_short_title(std::size_t i) const;
  bool is_writer(std::size_t i) const;

  const std::vector<PageLine>& lines_;
  bool is_web_;
};

}  // namespace broadsheet
