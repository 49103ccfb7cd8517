// Help, from the command table and from what the commands declare. -h fits a screen of
// 24 lines; --help tells all.
#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

constexpr std::size_t width = 80;
constexpr std::size_t left = 21;  // of the second column

// "  --limit N          how many hits"; a long name has a line for itself.
std::string entry(const std::string& name, const std::string& text) {
  std::string out = "  " + name;
  if (out.size() + 2 > left) {
    out += "\n" + std::string(left, ' ');
  } else {
    out += std::string(left - out.size(), ' ');
  }
  std::string between;
  for (const std::string& line : wrap(text, {}, width - left, false)) {
    out += between + line + "\n";
    between = std::string(left, ' ');
  }
  return out;
}

std::string option_entry(const Options::Row& row, HelpWanted wanted) {
  std::string text = row.help;
  if (wanted == HelpWanted::full && !row.more.empty()) text += ". " + row.more;
  const std::string value = row.value_name.empty() ? "" : " " + row.value_name;
  if (row.value_name.find('|') == std::string::npos) return entry(row.name + value, text);
  return entry(row.name + " NAME", text + ": " + row.value_name);
}

std::string usage_line(const CommandRow& row, const Options& options) {
  std::string line = "Usage: broadsheet";
  if (!row.name.empty()) line += fmt::format(" {}", row.name);
  if (!options.operand_name().empty()) line += " " + options.operand_name();
  return line + " [OPTIONS]\n";
}

constexpr std::string_view program_details = R"(
Results go to standard output, everything else to standard error. The index is
found at --db DIR, else at $BROADSHEET_DB, else at ./broadsheet.db.

Exit status: 0 found or done, 1 nothing found, 2 trouble.

Examples:
  broadsheet news/                      index the folder and serve it
  broadsheet index news/ --db news.db   index it and no more
  broadsheet search meta layoffs 8,000 jobs
  broadsheet figures 'jobs>5000' --format csv

'broadsheet COMMAND --help' tells all about a command.
)";

}  // namespace

std::string command_help(const CommandRow& row, HelpWanted wanted) {
  const auto command = row.make();
  Options options;
  command->declare(options);
  std::string out = fmt::format("{}\n\n{}\n", row.summary, usage_line(row, options));
  for (const Options::Row& option : options.rows())
    if (wanted == HelpWanted::full || !option.rare) out += option_entry(option, wanted);
  out += entry("-h, --help", "-h: this on a screen; --help: all there is to say");
  if (wanted == HelpWanted::full && !row.details.empty())
    out += fmt::format("\n{}", row.details);
  return out;
}

std::string program_help(HelpWanted wanted) {
  std::string out =
      "Broadsheet finds stories, and the figures in them, in a collection of news.\n\n"
      "Usage: broadsheet COMMAND [OPTIONS]\n"
      "       broadsheet FOLDER...   index and serve in one step\n\n";
  for (const CommandRow& row : commands())
    out += entry(std::string(row.name), std::string(row.summary));
  out += "\n" + entry("-h, --help", "help, also after a command; --help tells all");
  out += entry("--version", "the version of the program");
  if (wanted == HelpWanted::full) out += program_details;
  return out;
}

}  // namespace broadsheet
