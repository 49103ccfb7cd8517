// The whole program but for main: words in, exit status out.
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

// Never throws: trouble is printed on stderr, with the next step, and is exit 2.
int run_program(const std::vector<std::string>& words);

}  // namespace broadsheet
