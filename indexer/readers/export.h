// Exports of the news databases: many stories in one text, each with a head of fields.
#pragma once

#include <string_view>

#include "indexer/reader.h"

namespace broadsheet {

// When `text`, one line a block, is an export of Nexis or Factiva: gives its stories to
// the sink and returns true.
bool read_export(std::string_view text, std::string_view path, StorySink& sink);

// Whether the opening of a text or page looks like one.
bool opens_like_export(std::string_view head);

// The two kinds; the lines are trimmed and none is blank. False when no story was found.
using ExportLines = std::vector<std::string_view>;
bool is_nexis(const ExportLines& lines);
bool is_factiva(const ExportLines& lines);
void read_nexis(const ExportLines& lines, std::string_view path, StorySink& sink);
void read_factiva(const ExportLines& lines, std::string_view path, StorySink& sink);

// "April 24, 2026 Friday 10:30 AM GMT" ==> "April 24, 2026"; empty when it is no date.
std::string export_date(std::string_view line);
// "Length: 812 words", "812 words".
bool is_word_count(std::string_view line);

}  // namespace broadsheet
