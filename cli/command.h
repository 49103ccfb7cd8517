// What a command is. The table commands() lists them: name, help and a maker each; a new
// command is one file and one row.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace broadsheet {

// Exit statuses of the program.
inline constexpr int exit_found = 0;
inline constexpr int exit_nothing = 1;
inline constexpr int exit_trouble = 2;

class Command {
 public:
  virtual ~Command() = default;
  // Declares the options and operands, which are parsed into members.
  virtual void declare(Options& options) = 0;
  // Gives the exit status. Throws Error when the work cannot go on.
  virtual int run() = 0;
};

struct CommandRow {
  std::string_view name;     // "search"
  std::string_view summary;  // one line
  std::string_view details;  // paragraphs and examples for --help
  std::unique_ptr<Command> (*make)();
};

std::span<const CommandRow> commands();
const CommandRow* command_named(std::string_view name);

// `broadsheet FOLDER...`: indexes and serves in one step. Not in the table, for it has no
// name to be called by.
const CommandRow& folder_command();

// The help of one command and of the program, brief (a screen) or whole.
std::string command_help(const CommandRow& row, HelpWanted wanted);
std::string program_help(HelpWanted wanted);

// Parses the words and runs the command, or prints its help.
int run_command(const CommandRow& row, std::span<const std::string> words);

}  // namespace broadsheet
