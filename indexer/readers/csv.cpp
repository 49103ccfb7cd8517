// Tables with a header row, parted by comma, tab, semicolon or bar. Rows are cut off one
// by one, so that a dump of any size is read; each takes the header along. The columns
// mean what the same names mean in JSON. Leaves out tables without a header.
//
// A piece is "<delimiter><charset>\n<length of the header>\n<header><row>".
#include <charconv>
#include <deque>
#include <fmt/format.h>

#include "article/ascii.h"
#include "article/charset.h"
#include "article/text_repair.h"
#include "article/utf8.h"
#include "indexer/field_rules.h"
#include "indexer/input.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record.h"
#include "indexer/readers/table_rows.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_row = 4u << 20;  // of a row that spans several lines
constexpr int max_lost_quotes = 20;
constexpr std::size_t max_header = 64u << 10;

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
    if (!begun_ && !begin(input)) return false;
    piece = {};
    std::string row;
    do {
      if (!take_row(input, row, piece)) return false;
    } while (trimmed(row).empty() && piece.reason.empty());
    if (!piece.reason.empty()) return true;
    piece.bytes = fmt::format("{}{}\n{}\n", delimiter_, charset_, header_.size());
    piece.bytes += header_;
    piece.bytes += row;
    return true;
  }

 private:
  struct Line {
    std::string text;
    bool too_long = false;
  };

  bool begin(Input& input) {
    begun_ = true;
    prepare(input);
    Piece piece;
    while (trimmed(header_).empty() || is_separator_line(header_)) {
      if (is_separator_line(header_)) delimiter_ = trimmed(header_)[4];
      if (!take_row(input, header_, piece)) return false;
    }
    header_ = decode_bytes(without_bom(header_), charset_).text;
    if (header_.size() > max_header) header_.resize(max_header);
    return true;
  }

  // Text of two bytes a character cannot be cut at newlines: it is decoded whole.
  void prepare(Input& input) {
    std::string_view head = input.head();
    if (is_wide(head)) {
      auto bytes = input.rest(Input::max_file);
      decoded_ = bytes ? decode_bytes(*bytes).text : std::string();
      rest_ = decoded_;
      in_memory_ = true;
      head = rest_.substr(0, 64u << 10);
    } else if (!is_valid_utf8(head.substr(0, head.rfind('\n') + 1))) {
      charset_ = charset_by_reading(head);
    }
    head = trimmed(without_bom(head));
    if (is_separator_line(head.substr(0, head.find('\n')))) {
      head = head.substr(std::min(head.find('\n'), head.size()));
    }
    delimiter_ = sniff_delimiter(trimmed(head));
    if (delimiter_ == '\0') delimiter_ = ',';
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

  // A row with the lines that its quotes span. Where a quote is never closed, its line
  // is taken alone and the lines behind it wait for their turn.
  bool take_row(Input& input, std::string& row, Piece& piece) {
    Line line;
    if (!take_line(input, line)) return false;
    piece.number = ++line_;
    if (line.too_long) piece.reason = "a row of more than 32 MiB";
    row = std::move(line.text);
    QuoteState quotes(delimiter_);
    if (line.too_long || lost_quotes_ > max_lost_quotes || !quotes.open_after(row)) {
      return true;
    }
    std::deque<Line> more;
    std::size_t size = row.size();
    bool open = true;
    while (open && size < max_row && take_line(input, line)) {
      open = quotes.open_after(line.text);
      size += line.text.size();
      more.push_back(std::move(line));
      line = {};
    }
    if (open) {
      ++lost_quotes_;
      waiting_.insert(waiting_.begin(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
      return true;
    }
    line_ += more.size();
    for (const Line& next : more) row.append("\n").append(next.text);
    return true;
  }

  bool begun_ = false;
  bool in_memory_ = false;
  std::string decoded_;
  std::string_view rest_;  // of decoded_
  std::deque<Line> waiting_;
  std::size_t line_ = 0;
  int lost_quotes_ = 0;
  char delimiter_ = ',';
  std::string charset_;  // empty: UTF-8
  std::string header_;
};

std::unique_ptr<Cutter> cut_rows() {
  return std::make_unique<RowCutter>();
}

struct Row {
  char delimiter = ',';
  std::string_view charset;
  std::string_view header;
  std::string_view cells;
};

Row unpacked(std::string_view piece) {
  Row row;
  if (piece.empty()) return row;
  row.delimiter = piece[0];
  const std::size_t first = std::min(piece.find('\n'), piece.size() - 1);
  row.charset = piece.substr(1, first - 1);
  piece.remove_prefix(first + 1);
  const std::size_t second = std::min(piece.find('\n'), piece.size());
  std::size_t length = 0;
  std::from_chars(piece.data(), piece.data() + second, length);
  piece.remove_prefix(std::min(second + 1, piece.size()));
  row.header = piece.substr(0, length);
  row.cells = piece.substr(std::min(length, piece.size()));
  return row;
}

// Commas that nobody quoted make cells of their own. Where the last column is the text
// they are the text's; anywhere else nobody can tell which cell they were in.
bool fit_cells(std::vector<std::string>& cells, const std::vector<std::string>& columns,
               const FieldMap& fields, char delimiter) {
  while (cells.size() > columns.size() && trimmed(cells.back()).empty()) cells.pop_back();
  if (cells.size() <= columns.size()) return true;
  const auto last = meaning_of(trimmed(columns.back()), fields);
  if (!last || last->role != Role::text) return false;
  std::string& text = cells[columns.size() - 1];
  for (std::size_t i = columns.size(); i < cells.size(); ++i) {
    text += delimiter;
    text += cells[i];
  }
  return true;
}

std::string no_column_reason(const std::vector<std::string>& columns) {
  std::string names;
  for (std::size_t i = 0; i < columns.size() && i < 12; ++i) {
    names.append(i == 0 ? "" : ", ").append(trimmed(columns[i]).substr(0, 60));
  }
  return fmt::format(
      "no column for a title or a text among: {}{} (name one: --field text=COLUMN)",
      names, columns.size() > 12 ? ", ..." : "");
}

bool has_story_column(const std::vector<std::string>& columns, const FieldMap& fields) {
  for (const std::string& column : columns) {
    const auto meaning = meaning_of(trimmed(column), fields);
    if (meaning && (meaning->role == Role::title || meaning->role == Role::text)) {
      return true;
    }
  }
  return false;
}

void read_csv(const Source& source, const ReadOptions& options, StorySink& sink) {
  const Row row = unpacked(source.bytes);
  const FieldMap fields = fields_for(options, source.path);
  const auto columns = split_row(row.header, row.delimiter);
  if (!has_story_column(columns, fields) && fields.empty()) {
    return sink.skip(source.line, no_column_reason(columns));
  }
  Repaired decoded = decode_bytes(row.cells, row.charset);
  auto cells = split_row(decoded.text, row.delimiter);
  if (!fit_cells(cells, columns, fields, row.delimiter)) {
    return sink.skip(source.line, fmt::format("the row has {} cells, the header {}",
                                              cells.size(), columns.size()));
  }
  Record record;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string_view name = trimmed(columns[i]);
    if (!fields.empty()) record.saw(name);
    const auto meaning = meaning_of(name, fields);
    if (meaning && i < cells.size()) record.add(*meaning, std::move(cells[i]));
  }
  std::string reason;
  std::optional<RawStory> story = record.take_story(fields, reason);
  if (!story) return sink.skip(source.line, std::move(reason));
  story->path = source.path;
  story->line = source.line;
  story->key = record_key(*story);
  story->repairs.insert(story->repairs.begin(), decoded.repairs.begin(),
                        decoded.repairs.end());
  sink.story(std::move(*story));
}

// Without a name that says so, only a table whose header names a title or text and
// another field, and whose second row has as many cells.
bool opens_like_table(std::string_view head) {
  head = trimmed(without_bom(head));
  const std::size_t end = head.find('\n');
  if (end == head.npos || end > 2000) return false;
  const char delimiter = sniff_delimiter(head);
  if (delimiter == '\0') return false;
  const auto columns = split_row(head.substr(0, end), delimiter, 200);
  std::size_t known = 0;
  for (const std::string& column : columns) {
    const std::string_view name = trimmed(column);
    if (name.size() > 40 || name.empty()) return false;
    if (meaning_of(name, {})) ++known;
  }
  if (known < 2 || !is_story_header(columns)) return false;
  const std::string_view second = head.substr(end + 1);
  return split_row(second.substr(0, second.find('\n')), delimiter, 200).size() > 1;
}

bool accepts_csv(std::string_view path, std::string_view head) {
  if (trimmed(head).empty()) return false;
  for (const std::string_view ending : {".csv", ".tsv", ".tab", ".psv"}) {
    if (has_ending(path, ending)) return true;
  }
  return opens_like_table(head);
}

}  // namespace

const Reader csv_reader = {"csv", "a table with a header row: CSV, TSV, ; or |", cut_rows,
                           accepts_csv, read_csv};

}  // namespace broadsheet
