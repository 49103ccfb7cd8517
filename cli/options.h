// The options of one command: declared once, and from that declaration parsed, checked
// and shown in both helps.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

class Options {
 public:
  // `help` is one line for -h; `more` (may be empty) stands below it in --help.
  void flag(std::string name, std::string help, bool& value);
  void text(std::string name, std::string value_name, std::string help,
            std::string& value);
  void list(std::string name, std::string value_name, std::string help,
            std::vector<std::string>& values);
  void choice(std::string name, std::string help, std::vector<std::string> allowed,
              std::string& value);
  void number(std::string name, std::string value_name, std::string help,
              std::size_t lowest, std::size_t highest, std::size_t& value);
  // What is said about the last declared option in --help only.
  void more(std::string text);
  // The last declared option is shown in --help only.
  void rare();

  // Words that are no options: "PATH...". Without this a command takes none.
  void operands(std::string value_name, bool required, std::vector<std::string>& values);
  // A word such as -layoffs is an operand (a query excludes by it), not an option.
  void let_operands_start_with_dash() { dashed_operands_ = true; }

  // Sets the values. Throws Error (usage) that names the option, what was given and what
  // is allowed. "--" ends the options.
  void parse(std::span<const std::string> words) const;

  struct Row {
    std::string name;        // "--limit"
    std::string value_name;  // "N"; empty for a flag
    std::string help;
    std::string more;
    std::function<void(const std::string&)> set;
    bool rare = false;
  };
  const std::vector<Row>& rows() const { return rows_; }
  const std::string& operand_name() const { return operand_name_; }

 private:
  const Row& row_named(std::string_view name) const;
  bool is_option(std::string_view word) const;

  std::vector<Row> rows_;
  std::string operand_name_;
  std::vector<std::string>* operands_ = nullptr;
  bool operands_required_ = false;
  bool dashed_operands_ = false;
};

// Whether -h or --help stands among the options.
enum class HelpWanted { none, brief, full };
HelpWanted help_wanted(std::span<const std::string> words);

// The name most like `word` among `names`; empty when none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& names);

}  // namespace broadsheet
