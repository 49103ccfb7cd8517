// A reader turns one kind of file into raw stories. One file per format under readers/,
// one row in the table that readers() returns.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "article/article.h"

namespace broadsheet {

// --field ours=theirs: for each of our field names the input key to take it from.
using FieldMap = std::map<std::string, std::string, std::less<>>;

struct ReadOptions {
  FieldMap fields;
};

// What a reader is given: a whole file, or one record of a file that is read by line.
struct Source {
  std::string_view path;            // as it was given
  std::optional<std::size_t> line;  // 1-based, for a record
  std::string_view bytes;           // uncompressed
};

// Where a reader puts what it finds. Each story of the source ends in exactly one call.
class StorySink {
 public:
  virtual ~StorySink() = default;
  virtual void story(RawStory raw) = 0;
  virtual void skip(std::optional<std::size_t> line, std::string reason) = 0;
};

struct Reader {
  std::string_view name;         // "jsonl"
  std::string_view description;  // for --help and docs
  // Records are lines: the caller splits the file and calls read() once a line, so that a
  // large dump is never in memory whole.
  bool by_line;
  // Whether `head`, the first bytes (up to 64 KiB) of the uncompressed file, looks like
  // this format; the path's ending is a hint only.
  bool (*accepts)(std::string_view path, std::string_view head);
  void (*read)(const Source& source, const ReadOptions& options, StorySink& sink);
};

// All readers in the order in which they are asked; the last accepts any text.
std::span<const Reader> readers();

// The reader for a file; null when it is not a format we read (a binary file).
const Reader* reader_for(std::string_view path, std::string_view head);

}  // namespace broadsheet
