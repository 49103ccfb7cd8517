#include "cli/decoded.h"

#include <fmt/format.h>

#include "article/error.h"
#include "cli/command.h"
#include "cli/console.h"
#include "indexer/decoded.h"
#include "indexer/walk.h"

namespace broadsheet {
namespace {

bool print_file(const std::string& path) {
  try {
    const auto file = decoded_file(path);
    if (!file) {
      say(path + ": skipped: it is too large to be decoded whole");
      return false;
    }
    print(file->text);
    say(path + ": " + file->charset);
    return true;
  } catch (const Error& error) {
    say(fmt::format("{}: skipped: {}", path, error.what()));
    return false;
  }
}

}  // namespace

int print_decoded(const std::vector<std::string>& paths) {
  const Walk found = walk(paths);
  for (const WalkSkip& skip : found.skipped) say(skip.path + ": skipped: " + skip.reason);
  std::size_t printed = 0;
  for (const FoundFile& file : found.files) printed += print_file(file.path) ? 1 : 0;
  flush_results();
  return printed > 0 ? exit_found : exit_nothing;
}

}  // namespace broadsheet
