// Lines of three kinds: "# note", "[pattern]", "ours = theirs". Leaves out quoting: a key
// is what stands between the "=" and the end of the line.
#include "indexer/field_rules.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

#include "article/ascii.h"
#include "article/error.h"
#include "indexer/readers/record.h"

namespace broadsheet {

namespace {

[[noreturn]] void fail(std::size_t line, const std::string& what) {
  throw Error(ErrorCode::usage, fmt::format("line {} of the fields file: {}", line, what),
              "write sections as [*.csv] and below them lines as text = Body");
}

void add_line(std::string_view line, std::size_t number, std::vector<FieldRule>& rules) {
  if (line.front() == '[') {
    if (line.back() != ']' || line.size() < 3) fail(number, "a section without its end");
    rules.push_back({std::string(trimmed(line.substr(1, line.size() - 2))), {}});
    return;
  }
  const std::size_t sign = line.find('=');
  const std::string_view ours = trimmed(line.substr(0, sign));
  const std::string_view theirs =
      sign == line.npos ? std::string_view() : trimmed(line.substr(sign + 1));
  if (ours.empty() || theirs.empty()) fail(number, "no 'ours = theirs'");
  if (rules.empty()) rules.push_back({"*", {}});
  rules.back().fields[std::string(ours)] = theirs;
  try {
    check_fields({{std::string(ours), std::string(theirs)}});
  } catch (const Error& error) {
    throw Error(error.code(),
                fmt::format("line {} of the fields file: {}", number, error.what()),
                error.hint());
  }
}

bool matches_whole(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = pattern.npos;
  std::size_t resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t]) &&
        pattern[p] != '*') {
      ++p;
      ++t;
    } else if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (star != pattern.npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace

std::vector<FieldRule> parse_field_rules(std::string_view text) {
  std::vector<FieldRule> rules;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
    if (!line.empty() && line.front() != '#') add_line(line, number, rules);
  }
  return rules;
}

std::vector<FieldRule> read_field_rules(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  if (file.bad() || !file.is_open()) {
    throw Error(ErrorCode::not_found, "cannot read the fields file " + path,
                "check the spelling of the path");
  }
  return parse_field_rules(text);
}

FieldMap fields_for(const ReadOptions& options, std::string_view path) {
  FieldMap fields = options.fields;
  for (const FieldRule& rule : options.rules) {
    if (!matches_pattern(rule.pattern, path)) continue;
    fields.insert(rule.fields.begin(), rule.fields.end());
  }
  return fields;
}

bool matches_pattern(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == pattern.npos) {
    const std::size_t slash = path.rfind('/');
    return matches_whole(pattern, slash == path.npos ? path : path.substr(slash + 1));
  }
  if (matches_whole(pattern, path)) return true;
  for (std::size_t at = path.find('/'); at != path.npos; at = path.find('/', at + 1)) {
    if (matches_whole(pattern, path.substr(at + 1))) return true;
  }
  return false;
}

}  // namespace broadsheet
