// Runs a reader over bytes and keeps what it says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/input.h"
#include "indexer/reader.h"

namespace broadsheet {

struct Gathered : StorySink {
  std::vector<RawStory> stories;
  std::vector<std::pair<std::optional<std::size_t>, std::string>> skips;

  void story(RawStory raw) override { stories.push_back(std::move(raw)); }
  void skip(std::optional<std::size_t> line, std::string reason) override {
    skips.emplace_back(line, std::move(reason));
  }
};

// As the indexer does it: the reader is chosen by name and content, records are cut.
inline Gathered gather(std::string_view path, std::string_view bytes,
                       const ReadOptions& options = {}) {
  Gathered gathered;
  const Reader* reader = reader_for(path, bytes.substr(0, 64u << 10));
  if (reader == nullptr) return gathered;
  if (reader->cut == nullptr) {
    reader->read({path, std::nullopt, bytes}, options, gathered);
    return gathered;
  }
  Input input = Input::of_bytes(std::string(path), std::string(bytes));
  const auto cutter = reader->cut();
  for (Piece piece; cutter->next(input, piece);) {
    if (!piece.reason.empty()) {
      gathered.skip(piece.number, piece.reason);
    } else {
      reader->read({path, piece.number, piece.bytes}, options, gathered);
    }
  }
  return gathered;
}

// What is known of a story, for tables of what is wanted: "title=H text=T id=1".
inline std::string fields_of(const RawStory& story) {
  std::string text;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (!text.empty()) text += " ";
    text.append(name).append("=").append(value);
  };
  add("title", story.title.value_or(""));
  add("text", story.text);
  for (const DateHint& date : story.dates) add("date", date.text);
  add("outlet", story.outlet.value_or(""));
  for (const std::string& credited : story.credited) add("credited", credited);
  for (const std::string& author : story.authors) add("author", author);
  add("url", story.url.value_or(""));
  add("id", story.source_id.value_or(""));
  add("lang", story.language.value_or(""));
  return text;
}

}  // namespace broadsheet
