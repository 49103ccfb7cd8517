// Rows of delimited text: which sign parts the cells, and the cells of one row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// The sign that parts the most rows of `head` alike: , tab ; or |. NUL when the first
// row has none of them.
char sniff_delimiter(std::string_view head);

// Follows quotes over the lines of a row. A quotation mark closes a cell where the cell
// ends; any other in it is an ordinary character.
class QuoteState {
 public:
  explicit QuoteState(char delimiter) : delimiter_(delimiter) {}
  // Whether a quoted cell is still open behind `line`, the row's next line.
  bool open_after(std::string_view line);
  // Where in its line the mark stands that opened the last quoted cell.
  std::size_t opened_at() const { return opened_at_; }
  // A mark that would open a cell stands within an open one: that was never closed.
  bool has_lost_one() const { return lost_; }

 private:
  char delimiter_;
  bool open_ = false;
  bool lost_ = false;
  std::size_t opened_at_ = 0;
};

// The cells of one row, at most `most` of them. A quote inside a cell that does not
// begin with one is an ordinary character.
std::vector<std::string> split_row(std::string_view row, char delimiter,
                                   std::size_t most = 4096);

// Whether the cells name fields of a story: a title or a text among them.
bool is_story_header(const std::vector<std::string>& cells);

// What stands before the table in a file of one: "Export of 24 April", a date. How many
// lines that are not blank come before a header that names a title or text and another
// field; takes them off the front of `head`. 0 when the first is one, or none is.
std::size_t drop_preamble(std::string_view& head);

// Whether a text whose name does not say so is a table of stories: a header that names a
// title or text and another field, and rows below it with as many cells.
bool opens_like_table(std::string_view head);

}  // namespace broadsheet
