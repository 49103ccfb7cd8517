// A table made from JSON keeps what does not fit a cell as JSON, or as Python prints a
// list or a dict. Only names are taken out of it; what cannot be read stays as it is.
#include "indexer/readers/record_value.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "article/ascii.h"

namespace broadsheet {

namespace {

using nlohmann::json;

constexpr std::size_t longest_value = 8192;
constexpr std::size_t most_names = 50;
constexpr int deepest = 4;

bool looks_structured(std::string_view text) {
  return text.size() >= 2 && text.size() <= longest_value &&
         ((text.front() == '[' && text.back() == ']') ||
          (text.front() == '{' && text.back() == '}'));
}

// Nested far deeper than names ever are; a parser would follow it all the way.
bool is_deep(std::string_view text) {
  constexpr int bound = 32;
  int depth = 0;
  for (const char c : text) {
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (depth > bound) return true;
  }
  return false;
}

// Reads a quoted text at `at`, leaves `at` behind it, and appends it in JSON's quotes.
void requote(std::string_view text, std::size_t& at, std::string& out) {
  const char quote = text[at++];
  out += '"';
  for (; at < text.size() && text[at] != quote; ++at) {
    const bool escaped = text[at] == '\\' && at + 1 < text.size();
    if (escaped && text[at + 1] == '\'') {
      out += text[++at];
    } else if (escaped) {
      out.append(text.substr(at++, 2));
    } else if (text[at] == '"') {
      out += "\\\"";
    } else {
      out += text[at];
    }
  }
  out += '"';
  ++at;
}

// What Python prints: 'texts', None, True, False.
std::string as_json(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\'' || text[at] == '"') {
      requote(text, at, out);
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (word == "None") {
      out += "null";
    } else if (word == "True" || word == "False") {
      out += to_lower(word);
    } else {
      out += word.empty() ? text.substr(at, 1) : word;
    }
    at += std::max<std::size_t>(word.size(), 1);
  }
  return out;
}

void gather(const json& value, std::vector<std::string>& names, int depth) {
  if (depth > deepest || names.size() >= most_names) return;
  if (value.is_string()) {
    const std::string_view name = trimmed(value.get_ref<const std::string&>());
    if (!name.empty()) names.emplace_back(name);
  }
  if (value.is_array()) {
    for (const json& item : value) gather(item, names, depth + 1);
  }
  if (!value.is_object()) return;
  for (const char* key : {"name", "title", "full_name", "fullName", "label", "id"}) {
    const auto named = value.find(key);
    if (named != value.end() && named->is_string()) {
      return gather(*named, names, depth + 1);
    }
  }
}

}  // namespace

std::vector<std::string> names_in_field(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return {};
  if (!looks_structured(text) || is_deep(text)) return {std::string(text)};
  json value = json::parse(text, nullptr, false);
  if (value.is_discarded()) value = json::parse(as_json(text), nullptr, false);
  if (value.is_discarded()) return {std::string(text)};
  std::vector<std::string> names;
  gather(value, names, 0);
  return names;
}

}  // namespace broadsheet
