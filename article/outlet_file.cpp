// The outlet table as text: users' files in, the whole table out.
#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "article/ascii.h"
#include "article/error.h"
#include "article/outlet_names.h"
#include "article/outlets.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_name = 120;  // bytes
constexpr std::size_t most_names = 100;

struct UserRow {
  std::string masthead;
  std::string domains;
  std::string others;
};

[[noreturn]] void refuse(std::string_view file, std::size_t line, std::string_view why) {
  throw Error(ErrorCode::usage, fmt::format("{}:{}: {}", file, line, why),
              "write: masthead | domain domain | other name | other name");
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t from = 0; from <= line.size();) {
    const std::size_t bar = std::min(line.find('|', from), line.size());
    fields.push_back(trimmed(line.substr(from, bar - from)));
    from = bar + 1;
  }
  return fields;
}

bool is_domain(std::string_view text) {
  if (text.size() > 253 || text.find('.') == text.npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '.' || c == '-' || is_high(c);
  });
}

// Lower case, one space between, "www." left out.
std::string read_domains(std::string_view field, std::string_view file,
                         std::size_t line) {
  std::string domains;
  while (!(field = trimmed(field)).empty()) {
    const std::size_t end = std::min(field.find_first_of(" \t,"), field.size());
    std::string domain = to_lower(field.substr(0, end));
    field.remove_prefix(std::min(end + 1, field.size()));
    if (domain.empty()) continue;
    if (!is_domain(domain)) refuse(file, line, fmt::format("'{}' is no domain", domain));
    if (domain.starts_with("www.")) domain.erase(0, 4);
    domains += (domains.empty() ? "" : " ") + domain;
  }
  return domains;
}

UserRow read_row(std::string_view text, std::string_view file, std::size_t line) {
  const std::vector<std::string_view> fields = fields_of(text);
  if (!is_valid_utf8(text)) refuse(file, line, "not UTF-8");
  if (fields.size() > most_names) refuse(file, line, "too many names");
  UserRow row;
  row.masthead = std::string(fields[0]);
  if (row.masthead.empty() || row.masthead == "~") refuse(file, line, "no masthead");
  if (fields.size() < 2) refuse(file, line, "no '|' between masthead and domains");
  row.domains = read_domains(fields[1], file, line);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].size() > longest_name && i != 1)
      refuse(file, line, "a name is too long");
    if (i < 2 || fields[i].empty() || fields[i] == "~") continue;
    row.others += (row.others.empty() ? "" : "|") + std::string(fields[i]);
  }
  // "~Times" as masthead: the name is shown without the sign.
  if (row.masthead.front() == '~') {
    row.others += (row.others.empty() ? "" : "|") + row.masthead;
    row.masthead.erase(0, 1);
  }
  if (row.domains.empty() && row.others.empty())
    refuse(file, line, "neither domain nor name");
  return row;
}

}  // namespace

void add_outlets(std::string_view text, std::string_view file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<UserRow> rows;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view row = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!row.empty() && row.front() != '#') rows.push_back(read_row(row, file, line));
  }
  for (UserRow& row : rows) {
    add_outlet(std::move(row.masthead), std::move(row.domains), std::move(row.others));
  }
}

std::string outlets_text() {
  std::string text =
      "# masthead | domains, by spaces | other names; '~': also a common word\n";
  for (const OutletRow& row : all_outlets()) {
    text += fmt::format("{} | {}", row.masthead, row.domains);
    for (const std::string_view name : fields_of(row.others)) {
      if (!name.empty()) text += fmt::format(" | {}", name);
    }
    text += '\n';
  }
  return text;
}

}  // namespace broadsheet
