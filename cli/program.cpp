// Finds the command, runs it, and is the one place where trouble is caught and printed.
#include "cli/program.h"

#include <csignal>
#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "article/error.h"
#include "cli/command.h"
#include "cli/console.h"

namespace broadsheet {
namespace {

bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

[[noreturn]] void unknown_command(const std::string& word) {
  std::vector<std::string> names;
  for (const CommandRow& row : commands()) names.emplace_back(row.name);
  const std::string near = nearest(word, names);
  throw Error(ErrorCode::usage,
              fmt::format("'{}' is neither a command nor a file or folder here", word),
              near.empty() ? "broadsheet --help lists the commands"
                           : fmt::format("did you mean broadsheet {}?", near));
}

int help_on(std::span<const std::string> words) {
  const CommandRow* row = words.empty() ? nullptr : command_named(words.front());
  if (!words.empty() && row == nullptr) unknown_command(words.front());
  print(row == nullptr ? program_help(HelpWanted::full)
                       : command_help(*row, HelpWanted::full));
  return exit_found;
}

int dispatch(std::span<const std::string> words) {
  const std::string first = words.empty() ? "-h" : words.front();
  if (first == "-h" || first == "--help") {
    print(program_help(first == "-h" ? HelpWanted::brief : HelpWanted::full));
    return exit_found;
  }
  if (first == "--version") {
    print("broadsheet " BROADSHEET_VERSION "\n");
    return exit_found;
  }
  if (first == "help") return help_on(words.subspan(1));
  if (const CommandRow* row = command_named(first))
    return run_command(*row, words.subspan(1));
  if (exists(first)) return run_command(folder_command(), words);
  if (first.starts_with('-'))
    throw Error(ErrorCode::usage, fmt::format("unknown option {}", first),
                "options stand after the command: broadsheet COMMAND [OPTIONS]");
  unknown_command(first);
}

int trouble(std::string_view message, std::string_view hint = {}) {
  say(fmt::format("broadsheet: {}", message));
  if (!hint.empty()) say(fmt::format("hint: {}", hint));
  return exit_trouble;
}

}  // namespace

int run_program(const std::vector<std::string>& words) {
  std::signal(SIGPIPE, SIG_IGN);  // console.cpp notices a closed pipe by the write
  try {
    const int status = dispatch(words);
    flush_results();
    return status;
  } catch (const OutputClosed&) {
    return exit_found;
  } catch (const Error& error) {
    return trouble(error.what(), error.hint());
  } catch (const std::bad_alloc&) {
    return trouble("out of memory");
  } catch (const std::exception& error) {
    return trouble(fmt::format("unexpected: {}", error.what()));
  }
}

}  // namespace broadsheet
