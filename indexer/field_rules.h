// The mapping file of --fields-file: which keys of whose files are our fields.
//
//     # the agency's dump
//     [agency/*.csv]
//     title = Schlagzeile
//     text  = Volltext
//
// It is named on the command line and never picked up from the folder that is indexed:
// whoever hands over a pile must not decide how it is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader.h"

namespace broadsheet {

// Throws Error (usage) on a line that is none of the three kinds, or an unknown field,
// naming the line.
std::vector<FieldRule> parse_field_rules(std::string_view text);

// The same of a file. Throws Error (not_found) when it cannot be read.
std::vector<FieldRule> read_field_rules(const std::string& path);

// The fields for one file: those of --field, then those of the rules that match, the
// first one that names a field winning.
FieldMap fields_for(const ReadOptions& options, std::string_view path);

// "*" stands for any text (also over "/"), "?" for one byte. A pattern without "/" is
// held against the file's name alone, any other against the end of its path from a
// folder on.
bool matches_pattern(std::string_view pattern, std::string_view path);

}  // namespace broadsheet
