// Markdown, with or without front matter. The markup of running text is taken away line
// by line (links keep their words, images go), tables and list markers stay: they carry
// the figures. Leaves out reference links and nested emphasis of the odder kinds.
#include "article/ascii.h"
#include "article/text_repair.h"
#include "indexer/field_rules.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record.h"

namespace broadsheet {

namespace {

// "[words](address)" from `at`, the "["; 0 when it is none. `words` is set.
std::size_t link_length(std::string_view line, std::size_t at, std::string_view& words) {
  constexpr std::size_t longest = 2000;
  const std::string_view part = line.substr(at, longest);
  std::size_t depth = 0;
  std::size_t close = 0;
  for (; close < part.size(); ++close) {
    if (part[close] == '[') ++depth;
    if (part[close] == ']' && --depth == 0) break;
  }
  if (close + 1 >= part.size() || part[close + 1] != '(') return 0;
  const std::size_t end = part.find(')', close);
  if (end == part.npos) return 0;
  words = part.substr(1, close - 1);
  return end + 1;
}

bool is_word_byte(std::string_view line, std::size_t at) {
  if (at >= line.size()) return false;
  const char c = to_lower(line[at]);
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// "*" and "_" that mark emphasis: next to a word on one side only; "5 * 3" and
// "snake_case" keep theirs.
bool is_emphasis(std::string_view line, std::size_t at, std::size_t count) {
  const char mark = line[at];
  const bool before = at > 0 && line[at - 1] != ' ';
  const bool after = at + count < line.size() && line[at + count] != ' ';
  if (!before && !after) return false;
  return mark == '*' ||
         !(at > 0 && is_word_byte(line, at - 1) && is_word_byte(line, at + count));
}

std::size_t run_length(std::string_view line, std::size_t at) {
  std::size_t count = 1;
  while (at + count < line.size() && line[at + count] == line[at]) ++count;
  return count;
}

// One step of the inline markup at `at`: appends what is left of it and says its length.
std::size_t plain_step(std::string_view line, std::size_t at, std::string& out) {
  const char c = line[at];
  std::string_view words;
  if (c == '!' && at + 1 < line.size() && line[at + 1] == '[') {
    if (const std::size_t length = link_length(line, at + 1, words)) return length + 1;
  }
  if (c == '[') {
    if (const std::size_t length = link_length(line, at, words)) {
      if (!words.starts_with("![")) out += words;
      return length;
    }
  }
  if (c == '\\' && at + 1 < line.size() && !is_word_byte(line, at + 1)) {
    out += line[at + 1];
    return 2;
  }
  if (c == '*' || c == '_' || c == '`') {
    const std::size_t count = run_length(line, at);
    if (c != '`' && !is_emphasis(line, at, count)) out.append(count, c);
    return count;
  }
  out += c;
  return 1;
}

std::string plain_line(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) at += plain_step(line, at, out);
  return out;
}

// "# Heading" ==> its level, 0 when it is none.
std::size_t heading_level(std::string_view line) {
  const std::size_t level = line.find_first_not_of('#');
  if (level > 6 || line[level] != ' ') return 0;  // all marks: level is npos
  return level;
}

bool is_rule_line(std::string_view line) {
  if (line.size() < 3 ||
      (line[0] != '-' && line[0] != '*' && line[0] != '_' && line[0] != '='))
    return false;
  return line.find_first_not_of(std::string{line[0], ' '}) == line.npos;
}

struct Body {
  std::optional<std::string> title;
  std::string text;
};

// The text without markup. The first level-1 heading, when it opens the text, is the
// title; a code fence's marker line goes, its lines stay.
Body read_body(std::string_view text) {
  Body body;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = trimmed(text.substr(0, end));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
    if (line.starts_with("```") || line.starts_with("~~~") || is_rule_line(line))
      continue;
    while (line.starts_with("> ")) line = trimmed(line.substr(2));
    const std::size_t level = heading_level(line);
    if (level > 0) line = trimmed(line.substr(level));
    const bool list_item = line.starts_with("* ") || line.starts_with("- ");
    std::string plain = list_item ? "- " + plain_line(line.substr(2)) : plain_line(line);
    if (level == 1 && !body.title && !plain.empty()) {
      body.title = std::move(plain);
    } else {
      body.text += plain;
      body.text += '\n';
    }
  }
  return body;
}

bool accepts_markdown(std::string_view path, std::string_view head) {
  if (trimmed(head).empty()) return false;
  return has_ending(path, ".md") || has_ending(path, ".markdown") ||
         has_ending(path, ".mkd") || read_front_matter(without_bom(head)).found;
}

void read_markdown(const Source& source, const ReadOptions& options, StorySink& sink) {
  Repaired decoded = decode_bytes(source.bytes);
  FrontMatter matter = read_front_matter(without_bom(decoded.text));
  const FieldMap fields = fields_for(options, source.path);
  Record record;
  for (auto& [name, value] : matter.values) {
    const auto meaning = meaning_of(name, fields);
    if (meaning && meaning->role != Role::text) record.add(*meaning, std::move(value));
  }
  Body body = read_body(matter.rest);
  if (body.title && !record.has(Role::title)) {
    record.add({Role::title, 0}, *body.title);
  }
  record.add({Role::text, 0}, std::move(body.text));
  std::string reason;
  std::optional<RawStory> story = record.take_story({}, reason);
  if (!story) return sink.skip(std::nullopt, std::move(reason));
  story->path = source.path;
  story->pasted = !matter.found;
  story->repairs = std::move(decoded.repairs);
  sink.story(std::move(*story));
}

}  // namespace

const Reader markdown_reader = {"markdown", "Markdown, with YAML front matter if any",
                                nullptr, accepts_markdown, read_markdown};

}  // namespace broadsheet
