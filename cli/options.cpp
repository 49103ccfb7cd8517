// Parsing by hand rather than by a library: a query may hold brackets, braces and dashes
// that option libraries give a meaning of their own, and every message here names the
// option, the value and what is allowed. Leaves out: bundled short options.
#include "cli/options.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include "article/error.h"

namespace broadsheet {
namespace {

[[noreturn]] void usage_error(const std::string& message, std::string hint = {}) {
  throw Error(ErrorCode::usage, message, std::move(hint));
}

std::string quoted_list(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

std::size_t read_number(const std::string& option, const std::string& text,
                        std::size_t lowest, std::size_t highest) {
  std::size_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, trouble] = std::from_chars(text.data(), end, value);
  const bool read = trouble == std::errc() && stop == end;
  if (!read || value < lowest || value > highest)
    usage_error(fmt::format("{}: '{}' is not a whole number from {} to {}", option, text,
                            lowest, highest));
  return value;
}

// Edits (insert, delete, replace) that make one word the other.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

void Options::flag(std::string name, std::string help, bool& value) {
  rows_.push_back({std::move(name), "", std::move(help), "",
                   [&](const std::string&) { value = true; }});
}

void Options::text(std::string name, std::string value_name, std::string help,
                   std::string& value) {
  rows_.push_back({std::move(name), std::move(value_name), std::move(help), "",
                   [&](const std::string& given) { value = given; }});
}

void Options::list(std::string name, std::string value_name, std::string help,
                   std::vector<std::string>& values) {
  rows_.push_back({std::move(name), std::move(value_name), std::move(help), "",
                   [&](const std::string& given) { values.push_back(given); }});
}

void Options::choice(std::string name, std::string help, std::vector<std::string> allowed,
                     std::string& value) {
  std::string value_name = fmt::format("{}", fmt::join(allowed, "|"));
  const auto set = [&value, name, allowed](const std::string& given) {
    if (std::find(allowed.begin(), allowed.end(), given) == allowed.end())
      usage_error(
          fmt::format("{}: '{}' is not one of {}", name, given, quoted_list(allowed)));
    value = given;
  };
  rows_.push_back({std::move(name), std::move(value_name), std::move(help), "", set});
}

void Options::number(std::string name, std::string value_name, std::string help,
                     std::size_t lowest, std::size_t highest, std::size_t& value) {
  const auto set = [&value, name, lowest, highest](const std::string& given) {
    value = read_number(name, given, lowest, highest);
  };
  rows_.push_back({std::move(name), std::move(value_name), std::move(help), "", set});
}

void Options::more(std::string text) {
  rows_.back().more = std::move(text);
}

void Options::rare() {
  rows_.back().rare = true;
}

void Options::operands(std::string value_name, bool required,
                       std::vector<std::string>& values) {
  operand_name_ = std::move(value_name);
  operands_required_ = required;
  operands_ = &values;
}

const Options::Row& Options::row_named(std::string_view name) const {
  for (const Row& row : rows_)
    if (row.name == name) return row;
  std::vector<std::string> names;
  for (const Row& row : rows_) names.push_back(row.name);
  const std::string near = nearest(name, names);
  usage_error(fmt::format("unknown option {}", name),
              near.empty() ? "--help lists the options; -- ends them"
                           : fmt::format("did you mean {}?", near));
}

bool Options::is_option(std::string_view word) const {
  if (word.size() < 2 || word.front() != '-') return false;
  return word[1] == '-' || word.size() == 2 || !dashed_operands_;
}

void Options::parse(std::span<const std::string> words) const {
  bool options_over = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (options_over || !is_option(word)) {
      if (operands_ == nullptr) usage_error(fmt::format("unexpected '{}'", word));
      operands_->push_back(word);
    } else if (word == "--") {
      options_over = true;
    } else {
      const std::size_t equals = std::min(word.find('='), word.size());
      const Row& row = row_named(std::string_view(word).substr(0, equals));
      const bool attached = equals < word.size();
      if (row.value_name.empty() && attached)
        usage_error(fmt::format("{} takes no value", row.name));
      if (!row.value_name.empty() && !attached && i + 1 == words.size())
        usage_error(fmt::format("{} needs a value: {}", row.name, row.value_name));
      if (row.value_name.empty()) {
        row.set({});
      } else {
        row.set(attached ? word.substr(equals + 1) : words[++i]);
      }
    }
  }
  if (operands_required_ && operands_->empty())
    usage_error(fmt::format("{} is missing", operand_name_),
                "--help shows how it is used");
}

HelpWanted help_wanted(std::span<const std::string> words) {
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word == "-h") return HelpWanted::brief;
    if (word == "--help") return HelpWanted::full;
  }
  return HelpWanted::none;
}

std::string nearest(std::string_view word, const std::vector<std::string>& names) {
  constexpr std::size_t longest = 64;  // edits_between is quadratic
  std::string best;
  std::size_t fewest = 3;
  if (word.size() > longest) return best;
  for (const std::string& name : names) {
    const std::size_t edits = edits_between(word, name);
    if (edits < std::min(fewest, word.size()) ||
        (name.starts_with(word) && word.size() > 2 && best.empty())) {
      fewest = std::min(edits, fewest);
      best = name;
    }
  }
  return best;
}

}  // namespace broadsheet
