// "key: value", quoted strings, [inline, lists], "- block" lists and folded text (| and
// >), between two lines of "---". Leaves out nested maps, anchors, types and everything
// else of YAML: an odd line is passed over.
#include "indexer/readers/front_matter.h"

#include "article/ascii.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_lines = 500;

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text = end == text.npos ? std::string_view() : text.substr(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_fence(std::string_view line, bool closing) {
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  return line == "---" || (closing && line == "...");
}

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  const char quote = value.empty() ? '\0' : value[0];
  if (quote != '"' && quote != '\'') {
    const std::size_t comment = value.find(" #");
    return std::string(trimmed(value.substr(0, comment)));
  }
  std::string text;
  for (std::size_t i = 1; i < value.size(); ++i) {
    const bool last = i + 1 == value.size();
    if (quote == '"' && value[i] == '\\' && !last) {
      ++i;
      text += value[i] == 'n' ? '\n' : value[i];
    } else if (value[i] != quote) {
      text += value[i];
    } else if (quote == '\'' && !last && value[i + 1] == '\'') {
      text += value[++i];
    } else {
      break;
    }
  }
  return text;
}

// The place of `wanted` outside quotes, or npos.
std::size_t find_outside_quotes(std::string_view text, char wanted) {
  char quote = '\0';
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote == '\0' && text[i] == wanted) return i;
    if (text[i] == quote) {
      quote = '\0';
    } else if (quote == '\0' && (text[i] == '"' || (text[i] == '\'' && i == 0))) {
      quote = text[i];
    }
  }
  return text.npos;
}

class BlockReader {
 public:
  explicit BlockReader(FrontMatter& out) : out_(out) {}

  void line(std::string_view line) {
    const std::string_view text = trimmed(line);
    const bool indented = !line.empty() && (line[0] == ' ' || line[0] == '\t');
    if (text.empty() || text[0] == '#') return;
    if (!key_.empty() && (text.starts_with("- ") || text == "-")) {
      return add(unquoted(text.substr(1)));
    }
    if (indented) return continue_text(text);
    key_line(text);
  }

 private:
  void add(std::string value) {
    if (!value.empty()) out_.values.emplace_back(key_, std::move(value));
  }

  void continue_text(std::string_view text) {
    if (!folding_) return;
    if (out_.values.empty() || out_.values.back().first != key_)
      return add(std::string(text));
    out_.values.back().second.append(" ").append(text);
  }

  void key_line(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == text.npos || colon == 0) return;
    key_ = unquoted(text.substr(0, colon));
    const std::string_view value = trimmed(text.substr(colon + 1));
    folding_ = value.empty() || value[0] == '|' || value[0] == '>';
    if (folding_) return;
    if (value[0] == '[') return inline_list(value.substr(1));
    add(unquoted(value));
  }

  void inline_list(std::string_view text) {
    text = text.substr(0, find_outside_quotes(text, ']'));
    while (!text.empty()) {
      text = trimmed(text);
      const std::size_t comma = find_outside_quotes(text, ',');
      add(unquoted(text.substr(0, comma)));
      text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
    }
  }

  FrontMatter& out_;
  std::string key_;
  bool folding_ = false;
};

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter none{false, {}, text};
  std::string_view rest = text;
  if (!is_fence(take_line(rest), false)) return none;
  FrontMatter matter;
  BlockReader block(matter);
  for (std::size_t i = 0; i < max_lines && !rest.empty(); ++i) {
    const std::string_view line = take_line(rest);
    if (is_fence(line, true)) {
      // A thematic break at the head of a text is no front matter.
      if (matter.values.empty()) return none;
      matter.found = true;
      matter.rest = rest;
      return matter;
    }
    block.line(line);
  }
  return none;
}

}  // namespace broadsheet
