// Tables in a text, one row a line with "|" between the cells (Markdown, and what the
// readers make of HTML): the heads of a figure's row and column say what it counts, of
// whom and of which period.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "article/figure.h"
#include "article/span.h"
#include "article/table_scale.h"

namespace broadsheet {

class TableReader {
 public:
  explicit TableReader(std::string_view text) : text_(text) {}

  // For every sentence in order: notes heads and rows.
  void enter(const Span& sentence);
  // Binds the figures from `first` on, which are of the sentence entered last, and adds
  // those of cells that hold nothing but a number.
  void bind(std::vector<Figure>& figures, std::size_t first) const;

 private:
  bool in_row() const { return !cells_.empty() && !heads_.empty(); }
  void leave();
  Span line_at(std::size_t start) const;
  void read_line(const Span& line, bool next);
  std::string_view cell(std::size_t at) const { return cells_[at].in(text_); }
  std::string_view head_of(std::size_t at) const;
  std::string_view name_of(std::size_t at) const;
  std::optional<TableScale> scale_of(std::size_t at) const;
  std::optional<Figure> bare_figure(std::size_t at) const;
  void drop_scales(std::vector<Figure>& figures, std::size_t first) const;
  std::string_view row_head() const;
  void bind_cell(std::size_t at, Figure& figure) const;
  bool counts_bare_numbers(std::size_t at) const;

  std::string_view text_;
  Span sentence_ = {};       // entered last
  std::vector<Span> heads_;  // of the columns, empty outside of a table
  std::vector<Span> cells_;  // of a row below them
  std::vector<Span> row_;    // of the line read last
};

}  // namespace broadsheet
