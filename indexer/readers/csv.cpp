// Tables with a header row, parted by comma, tab, semicolon or bar. The columns mean what
// the same names mean in JSON, and what such names are in other languages. Leaves out
// tables without a header.
#include <fmt/format.h>

#include "article/ascii.h"
#include "article/text_repair.h"
#include "indexer/field_rules.h"
#include "indexer/readers/column_names.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/row_cutter.h"
#include "indexer/readers/table_rows.h"

namespace broadsheet {

namespace {

// Commas that nobody quoted make cells of their own. Where the last column is the text
// they are the text's; anywhere else nobody can tell which cell they were in.
bool fit_cells(std::vector<std::string>& cells, const std::vector<std::string>& columns,
               const FieldMap& fields, char delimiter) {
  while (cells.size() > columns.size() && trimmed(cells.back()).empty()) cells.pop_back();
  if (cells.size() <= columns.size()) return true;
  const auto last = column_meaning(trimmed(columns.back()), fields);
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
    const auto meaning = column_meaning(trimmed(column), fields);
    if (meaning && (meaning->role == Role::title || meaning->role == Role::text)) {
      return true;
    }
  }
  return false;
}

void read_csv(const Source& source, const ReadOptions& options, StorySink& sink) {
  const TableRow row = row_of_piece(source.bytes);
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
    const auto meaning = column_meaning(name, fields);
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
  if (row.lost_quote)
    story->repairs.emplace_back("read a quotation mark that is never closed as none");
  sink.story(std::move(*story));
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
