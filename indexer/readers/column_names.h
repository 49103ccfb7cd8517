// What the name of a column in a table means.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/record.h"

namespace broadsheet {

// As meaning_of, and in other languages too ("Titel", "Fecha"). Only for tables: in JSON
// "data" is no date.
std::optional<Meaning> column_meaning(std::string_view name, const FieldMap& fields);

}  // namespace broadsheet
