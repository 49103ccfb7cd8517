// extract --format decoded: files as text, whatever charset they are in.
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

// Prints the files one behind the other, each exactly as it reads, and says on standard
// error what each was in. Gives the exit status.
int print_decoded(const std::vector<std::string>& paths);

}  // namespace broadsheet
