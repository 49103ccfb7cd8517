// Outlets by all their names: masthead, domain, section, agency. One table, as data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// The masthead for a printed name, a section or a domain ("BBC Technology", "bbc.co.uk"
// ==> "BBC News"); the trimmed name itself when the table does not know it.
std::string normalise_outlet(std::string_view printed);

// True when the table knows the printed name, section or domain.
bool is_known_outlet(std::string_view printed);

// The masthead for the host of a URL, if the table knows the host.
std::optional<std::string> outlet_of_url(std::string_view url);

// Outlets that running text cites: "according to Axios", "as reported by", "told
// Reuters", "The Verge reported". Normalised, each once, in order of appearance. Linear.
std::vector<std::string> cited_outlets(std::string_view text);

}  // namespace broadsheet
