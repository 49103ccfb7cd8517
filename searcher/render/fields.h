// The fields a query can name, for people and programs.
#pragma once

#include <cstddef>
#include <string>

namespace broadsheet {

// A table at most `width` columns wide, an example below each field.
std::string fields_text(std::size_t width, bool colour);

// A list of {"name","aliases","kind","description","example"}, on one line.
std::string fields_json();

}  // namespace broadsheet
