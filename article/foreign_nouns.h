// The nouns that news counts most, in languages whose nouns the shapes of English do not
// find.
#pragma once

#include <string_view>

namespace broadsheet {

// The singular of a noun in lower case (ASCII letters only, so "Ärzte" keeps its first
// letter): "stellen" ==> "Stelle". Empty when it is not in the table.
std::string_view foreign_noun(std::string_view plural);

// Whether the table knows this singular.
bool is_foreign_noun(std::string_view singular);

}  // namespace broadsheet
