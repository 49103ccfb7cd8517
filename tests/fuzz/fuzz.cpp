// libFuzzer's two doors. BROADSHEET_FUZZ_TARGET names the target; "list" prints them all,
// each with the kind of its seeds.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/targets.h"

namespace {

const broadsheet::FuzzTarget* chosen = nullptr;

void choose(const std::string& name) {
  const auto& all = broadsheet::fuzz_targets();
  if (name == "list") {
    for (const auto& target : all) {
      std::printf("%s %s\n", target.name.c_str(), target.seeds.c_str());
    }
    std::exit(0);
  }
  const auto row = std::find_if(all.begin(), all.end(),
                                [&](const auto& target) { return target.name == name; });
  if (row == all.end()) {
    std::fprintf(stderr, "BROADSHEET_FUZZ_TARGET: no target '%s'; try 'list'\n",
                 name.c_str());
    std::exit(2);
  }
  chosen = &*row;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* name = std::getenv("BROADSHEET_FUZZ_TARGET");
  choose(name == nullptr ? "" : name);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen->feed({reinterpret_cast<const char*>(data), size}, *chosen);
  return 0;
}
