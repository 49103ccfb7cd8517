// Rows are cut off one by one, so that a table of any size is read. A quotation mark that
// is never closed would make one row of all that is left: where it shows, the row ends
// before the next line that is a row by itself, and nothing is lost.
//
// A piece is "<delimiter><mark><charset>\n<length of the header>\n<header><row>".
#include "indexer/readers/row_cutter.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <fmt/format.h>

#include "article/ascii.h"
#include "article/charset.h"
#include "article/text_repair.h"
#include "article/utf8.h"
#include "indexer/input.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/table_rows.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_row = 4u << 20;  // of a row that spans several lines
// Lines that are looked at in vain and wait for their turn; behind that each line is a
// row, or many lost quotation marks would take quadratic time.
constexpr std::size_t max_looked_at_twice = 64u << 20;
constexpr std::size_t max_header = 64u << 10;
constexpr char lost_mark = '"';
constexpr char sound_mark = '-';

bool is_wide(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
         !charset_by_form(head.substr(0, 4096)).empty();
}

// "sep=;", which a spreadsheet writes for itself.
bool is_separator_line(std::string_view line) {
  line = trimmed(line);
  return line.size() == 5 && line.starts_with("sep=");
}

class RowCutter : public Cutter {
 public:
  bool next(Input& input, Piece& piece) override {
    piece = {};
    if (!begun_ && !begin(input, piece)) return !piece.reason.empty();
    std::string row;
    do {
      if (!take_row(input, row, piece)) return false;
    } while (trimmed(row).empty() && piece.reason.empty());
    if (!piece.reason.empty()) return true;
    piece.bytes = fmt::format("{}{}{}\n{}\n", delimiter_, lost_ ? lost_mark : sound_mark,
                              charset_, header_.size());
    piece.bytes += header_;
    piece.bytes += row;
    return true;
  }

 private:
  struct Line {
    std::string text;
    bool too_long = false;
  };

  bool begin(Input& input, Piece& piece) {
    begun_ = true;
    if (!prepare(input)) {
      piece.number = 1;
      piece.reason = "a table of two bytes a character that is larger than 64 MiB";
      return false;
    }
    Piece ignored;
    while (trimmed(header_).empty() || is_separator_line(header_)) {
      if (is_separator_line(header_)) delimiter_ = trimmed(header_)[4];
      if (!take_row(input, header_, ignored)) return false;
    }
    for (Line line; preamble_ > 0 && take_line(input, line); ++line_) {
      if (!trimmed(line.text).empty()) --preamble_;
      header_ = std::move(line.text);
    }
    header_ = decode_bytes(without_bom(header_), charset_).text;
    if (header_.size() > max_header) header_.resize(max_header);
    columns_ = split_row(header_, delimiter_).size();
    return true;
  }

  // Text of two bytes a character cannot be cut at newlines: it is decoded whole. False
  // when there is too much of it.
  bool prepare(Input& input) {
    std::string_view head = input.head();
    if (is_wide(head)) {
      auto bytes = input.rest(Input::max_file);
      in_memory_ = true;
      if (!bytes) return false;
      decoded_ = decode_bytes(*bytes).text;
      rest_ = decoded_;
      head = rest_.substr(0, 64u << 10);
    } else if (!is_valid_utf8(head.substr(0, head.rfind('\n') + 1))) {
      charset_ = charset_by_reading(head);
    }
    head = trimmed(without_bom(head));
    if (is_separator_line(head.substr(0, head.find('\n')))) {
      head = head.substr(std::min(head.find('\n'), head.size()));
    }
    head = trimmed(head);
    std::string decoded;
    if (!charset_.empty()) {
      decoded = decode_bytes(head, charset_).text;
      head = decoded;
    }
    preamble_ = drop_preamble(head);
    delimiter_ = sniff_delimiter(head);
    if (delimiter_ == '\0') delimiter_ = ',';
    return true;
  }

  bool take_line(Input& input, Line& line) {
    if (!waiting_.empty()) {
      line = std::move(waiting_.front());
      waiting_.pop_front();
      return true;
    }
    if (!in_memory_) return input.next_line(line.text, line.too_long);
    if (rest_.empty()) return false;
    const std::size_t end = rest_.find('\n');
    line.text = rest_.substr(0, end);
    rest_ = end == rest_.npos ? std::string_view() : rest_.substr(end + 1);
    return true;
  }

  // A row with the lines that its quotes span.
  bool take_row(Input& input, std::string& row, Piece& piece) {
    lost_ = false;
    Line line;
    if (!take_line(input, line)) return false;
    piece.number = ++line_;
    if (line.too_long) piece.reason = "a row of more than 32 MiB";
    row = std::move(line.text);
    QuoteState quotes(delimiter_);
    bool open = !line.too_long && quotes.open_after(row);
    const std::size_t opened = quotes.opened_at();
    if (!open || looked_at_twice_ > max_looked_at_twice) {
      if (quotes.has_lost_one()) give_up_quote(row, opened);
      return true;
    }
    std::vector<Line> more;
    std::size_t size = row.size();
    while (open && !quotes.has_lost_one() && size < max_row && take_line(input, line)) {
      open = quotes.open_after(line.text);
      size += line.text.size();
      more.push_back(std::move(line));
      line = {};
    }
    if (open || quotes.has_lost_one()) put_back(more, size);
    line_ += more.size();
    for (const Line& next : more) row.append("\n").append(next.text);
    if (open || quotes.has_lost_one()) give_up_quote(row, opened);
    return true;
  }

  // Keeps of `lines` those before the next that is a row by itself.
  void put_back(std::vector<Line>& lines, std::size_t size) {
    looked_at_twice_ += size;
    std::size_t best = lines.size();
    for (const bool whole : {true, false}) {
      for (std::size_t i = 0; i < best; ++i) {
        if (!is_row_by_itself(lines[i].text, whole)) continue;
        best = i;
        break;
      }
      if (best < lines.size()) break;
    }
    waiting_.insert(
        waiting_.begin(),
        std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(best)),
        std::make_move_iterator(lines.end()));
    lines.resize(best);
  }

  // Not `whole`: a row that lacks cells will do, or has a cell that goes on.
  bool is_row_by_itself(std::string_view line, bool whole) const {
    if (columns_ < 2) return true;
    const std::size_t cells = split_row(line, delimiter_, columns_ + 1).size();
    if (!whole) return cells > 1;
    QuoteState quotes(delimiter_);
    return cells == columns_ && !quotes.open_after(line) && !quotes.has_lost_one();
  }

  // Where the row has all its cells once the mark counts as nothing, it goes; else its
  // cell reaches to the end of the row.
  void give_up_quote(std::string& row, std::size_t opened) {
    lost_ = true;
    if (opened >= row.size()) return;
    std::string without = row;
    without.erase(opened, 1);
    if (split_row(without, delimiter_).size() == columns_) row = std::move(without);
  }

  bool begun_ = false;
  bool in_memory_ = false;
  std::string decoded_;
  std::string_view rest_;  // of decoded_
  std::deque<Line> waiting_;
  std::size_t line_ = 0;
  std::size_t looked_at_twice_ = 0;
  bool lost_ = false;  // of the row that was taken last
  char delimiter_ = ',';
  std::string charset_;       // empty: UTF-8
  std::size_t preamble_ = 0;  // lines before the header
  std::string header_;
  std::size_t columns_ = 0;
};

}  // namespace

std::unique_ptr<Cutter> cut_rows() {
  return std::make_unique<RowCutter>();
}

TableRow row_of_piece(std::string_view piece) {
  TableRow row;
  if (piece.size() < 2) return row;
  row.delimiter = piece[0];
  row.lost_quote = piece[1] == lost_mark;
  piece.remove_prefix(2);
  const std::size_t first = std::min(piece.find('\n'), piece.size());
  row.charset = piece.substr(0, first);
  piece.remove_prefix(std::min(first + 1, piece.size()));
  const std::size_t second = std::min(piece.find('\n'), piece.size());
  std::size_t length = 0;
  std::from_chars(piece.data(), piece.data() + second, length);
  piece.remove_prefix(std::min(second + 1, piece.size()));
  row.header = piece.substr(0, length);
  row.cells = piece.substr(std::min(length, piece.size()));
  return row;
}

}  // namespace broadsheet
