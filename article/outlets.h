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

// A user's table, as `--outlets FILE` reads it: one outlet a line, fields parted by '|',
//
//     # masthead | domains, by spaces | other name | other name
//     The Springfield Gazette | gazette.example | Gazette Online | ~Gazette
//
// Empty lines and lines that begin with '#' are left out; the domains may be empty; '~'
// in front of a name says that it is also a common word. Its rows win over ours. Throws
// Error that names `file` and the line of a bad row; then nothing was added. Call it
// before any other thread reads stories.
void add_outlets(std::string_view text, std::string_view file);

// The whole table in that format, a line an outlet, users' rows last.
std::string outlets_text();

}  // namespace broadsheet
