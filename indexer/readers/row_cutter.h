// Cuts a table with a header into rows, each of which takes the header along.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/reader.h"

namespace broadsheet {

// What a piece holds.
struct TableRow {
  char delimiter = ',';
  bool lost_quote = false;   // a quotation mark in it is never closed
  std::string_view charset;  // empty: UTF-8
  std::string_view header;   // in UTF-8
  std::string_view cells;
};

std::unique_ptr<Cutter> cut_rows();

// O(1); the row points into the piece.
TableRow row_of_piece(std::string_view piece);

}  // namespace broadsheet
