// Where a story stands, as terms: its file with the folders around it, and its address.
// A place is found by any stretch of its parts: by a folder anywhere in the path, by the
// file's name alone, by a path from its beginning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Of a file as it was given, and of the member when the file is an archive.
std::vector<std::string> path_terms(std::string_view path, std::string_view member);

// All of these stand for a file at `asked`, or in that folder.
std::vector<std::string> asked_path_terms(std::string_view asked);

// Of an address: the whole, its host with the domains above, its first folders.
std::vector<std::string> url_terms(std::string_view url);

// A host, host and folders, or a whole address.
std::string asked_url_term(std::string_view asked);

}  // namespace broadsheet
