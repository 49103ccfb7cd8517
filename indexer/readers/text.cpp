// Plain text: a page or a press release pasted into a file. What is title, byline, menu
// and story in it is told apart by article/pasted.
#include <fmt/format.h>

#include "article/ascii.h"
#include "article/text_repair.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

// Feeds and other XML are text as well, but their tags are no story.
bool is_xml(std::string_view head) {
  return trimmed(without_bom(head)).starts_with("<?xml");
}

bool accepts_text(std::string_view, std::string_view head) {
  return !is_xml(head);
}

void read_text(const Source& source, const ReadOptions&, StorySink& sink) {
  if (source.bytes.empty()) return sink.skip(std::nullopt, "empty file");
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
