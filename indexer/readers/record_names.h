// What the names of fields mean in the files of others, as a table: a new spelling is a
// row.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "indexer/readers/record.h"

namespace broadsheet {

struct FieldName {
  std::string_view name;  // lower case, without "_", "-", ":" and spaces
  Role role;
};

// Within a role the earlier row wins.
std::span<const FieldName> field_names();

// The meaning of a folded name; its rank is the row's place, from 1.
std::optional<Meaning> usual_meaning(std::string_view folded);

}  // namespace broadsheet
