// Plain text: a page or a press release pasted into a file. What is title, byline, menu
// and story in it is told apart by article/pasted.
#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "article/text_repair.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

// Feeds and other XML are text as well, but their tags are no story.
bool is_xml(std::string_view head) {
  return trimmed(without_bom(head)).starts_with("<?xml");
}

// What lies beside a saved page and in other people's folders: text, but nobody's news.
// The name is asked last of all, when the content says no more than that it is text.
constexpr std::array<std::string_view, 24> endings_of_code = {
    ".js", ".mjs", ".css", ".scss", ".svg", ".map", ".ini", ".cfg",
    ".py", ".sh",  ".bat", ".ps1",  ".rb",  ".pl",  ".php", ".c",
    ".h",  ".cpp", ".hpp", ".rs",   ".go",  ".ts",  ".sql", ".lock"};

bool is_code(const Source& source) {
  const std::string_view start = trimmed(without_bom(source.bytes.substr(0, 1024)));
  if (start.starts_with("<svg") || start.starts_with("#!/")) return true;
  return std::any_of(endings_of_code.begin(), endings_of_code.end(),
                     [&](auto ending) { return has_ending(source.path, ending); });
}

bool accepts_text(std::string_view, std::string_view head) {
  return !is_xml(head);
}

void read_text(const Source& source, const ReadOptions&, StorySink& sink) {
  if (source.bytes.empty()) return sink.skip(std::nullopt, "empty file");
  if (is_code(source)) return sink.skip(std::nullopt, "a script or settings, no story");
  Repaired decoded = decode_bytes(source.bytes, source.declared_charset);
  if (trimmed(decoded.text).empty()) return sink.skip(std::nullopt, "no text");
  RawStory story;
  story.path = source.path;
  story.text = std::move(decoded.text);
  story.repairs = std::move(decoded.repairs);
  story.pasted = true;
  sink.story(std::move(story));
}

}  // namespace

const Reader text_reader = {"text", "plain text, one story a file", nullptr, accepts_text,
                            read_text};

}  // namespace broadsheet
