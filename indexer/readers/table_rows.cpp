// RFC 4180 read kindly. The delimiter is found by trying each: the one for which most
// rows have as many cells as the first.
#include "indexer/readers/table_rows.h"

#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "article/text_repair.h"
#include "article/utf8.h"
#include "indexer/readers/column_names.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

// The next row of `text`, with the lines that its quotes span; takes it off the front.
std::string_view take_row(std::string_view& text, char delimiter) {
  QuoteState quotes(delimiter);
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t newline = std::min(text.find('\n', end), text.size());
    const bool open = quotes.open_after(text.substr(end, newline - end));
    end = std::min(newline + 1, text.size());
    if (!open) break;
  }
  const std::string_view row = text.substr(0, end);
  text = text.substr(end);
  return row;
}

// How well a sign parts the rows; 0: not at all.
std::size_t score_of(std::string_view head, char delimiter) {
  constexpr int rows = 20;
  const std::size_t cells = split_row(take_row(head, delimiter), delimiter, 200).size();
  if (cells < 2) return 0;
  std::size_t score = 1 + cells;
  for (int i = 0; i < rows && !head.empty(); ++i) {
    const std::string_view row = take_row(head, delimiter);
    const bool last = head.empty();  // it may be cut
    if (!last && split_row(row, delimiter, 200).size() == cells) score += 100;
  }
  return score;
}

// Whether the mark at `at` stands where a cell ends.
bool closes_cell(std::string_view row, std::size_t at, char delimiter) {
  ++at;
  while (at < row.size() && (row[at] == ' ' || row[at] == '\r')) ++at;
  return at >= row.size() || row[at] == delimiter || row[at] == '\n';
}

// A column without a name is the number of the row.
bool names_fields(const std::vector<std::string>& columns) {
  std::size_t known = 0;
  std::size_t nameless = 0;
  for (const std::string& column : columns) {
    const std::string_view name = trimmed(column);
    if (name.size() > 60) return false;
    if (name.empty()) ++nameless;
    if (column_meaning(name, {})) ++known;
  }
  return nameless <= 1 && known >= 2 && is_story_header(columns);
}

// Of the rows below a header most have as many cells: prose has not. "| --- | --- |"
// makes a table within an article.
bool has_like_rows(std::string_view rows, char delimiter, std::size_t columns) {
  constexpr std::size_t most = 20;
  std::size_t seen = 0;
  std::size_t alike = 0;
  while (seen < most && !rows.empty()) {
    const std::string_view row = take_row(rows, delimiter);
    if (trimmed(row).empty()) continue;
    if (row.find_first_not_of("|-: \t\r\n") == row.npos) return false;
    const bool cut = rows.empty() && seen > 0;  // the head may end within the row
    const std::size_t cells = split_row(row, delimiter, 200).size();
    if (cut && cells != columns) break;
    ++seen;
    if (cells == columns) ++alike;
  }
  return alike > 0 && alike * 3 >= seen * 2;
}

}  // namespace

char sniff_delimiter(std::string_view head) {
  char best = '\0';
  std::size_t best_score = 0;
  for (const char delimiter : {',', '\t', ';', '|'}) {
    const std::size_t header =
        is_story_header(split_row(head.substr(0, head.find('\n')), delimiter, 200)) ? 1000
                                                                                    : 0;
    const std::size_t score = score_of(head, delimiter);
    if (score > 0 && score + header > best_score) {
      best_score = score + header;
      best = delimiter;
    }
  }
  return best;
}

bool QuoteState::open_after(std::string_view line) {
  bool cell_start = true;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (open_) {
      if (c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
        ++i;
        cell_start = false;
        continue;
      }
      if (c == '"' && closes_cell(line, i, delimiter_)) {
        open_ = false;
        cell_start = false;
      } else if (c == '"' && cell_start) {
        lost_ = true;
      }
      cell_start = c == delimiter_;
    } else if (c == '"' && cell_start) {
      open_ = true;
      opened_at_ = i;
      cell_start = false;
    } else if (c == delimiter_) {
      cell_start = true;
    } else if (c != ' ') {
      cell_start = false;
    }
  }
  return open_;
}

std::vector<std::string> split_row(std::string_view row, char delimiter,
                                   std::size_t most) {
  std::vector<std::string> cells(1);
  bool open = false;
  bool cell_start = true;
  while (row.ends_with('\n') || row.ends_with('\r')) row.remove_suffix(1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    const char c = row[i];
    if (open) {
      if (c == '"' && i + 1 < row.size() && row[i + 1] == '"') {
        cells.back() += row[++i];
      } else if (c == '"' && closes_cell(row, i, delimiter)) {
        open = false;
      } else {
        cells.back() += c;
      }
    } else if (c == '"' && cell_start) {
      open = true;
      cell_start = false;
      cells.back().clear();
    } else if (c == delimiter) {
      if (cells.size() == most) return cells;
      cells.emplace_back();
      cell_start = true;
    } else {
      cells.back() += c;
      if (c != ' ') cell_start = false;
    }
  }
  return cells;
}

bool is_story_header(const std::vector<std::string>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
    const auto meaning = column_meaning(trimmed(cell), {});
    return meaning && (meaning->role == Role::title || meaning->role == Role::text);
  });
}

std::size_t drop_preamble(std::string_view& head) {
  constexpr std::size_t most = 12;
  std::string_view rest = head;
  std::size_t lines = 0;
  while (lines < most && !rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    const char delimiter = line.size() > 2000 ? '\0' : sniff_delimiter(rest);
    if (delimiter != '\0' && names_fields(split_row(line, delimiter, 200))) {
      head = rest;
      return lines;
    }
    if (!trimmed(line).empty()) ++lines;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return 0;
}

bool opens_like_table(std::string_view head) {
  constexpr std::size_t longest = 2000;
  head = trimmed(without_bom(head));
  const std::size_t end = head.find('\n');
  if (end == head.npos || end > longest) return false;
  std::string decoded;
  if (!is_valid_utf8(head.substr(0, end))) {
    decoded = decode_bytes(head).text;
    head = decoded;
  }
  const char delimiter = sniff_delimiter(head);
  if (delimiter == '\0') return false;
  const auto columns = split_row(take_row(head, delimiter), delimiter, 200);
  return names_fields(columns) && has_like_rows(head, delimiter, columns.size());
}

}  // namespace broadsheet
