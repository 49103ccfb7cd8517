// A reader turns one kind of file into raw stories. One file per format under readers/,
// one row in the table that readers() returns.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace broadsheet {

class Input;

// --field ours=theirs: for each of our field names the input key to take it from.
using FieldMap = std::map<std::string, std::string, std::less<>>;

// A section of a mapping file: the files whose path matches `pattern`, and their fields.
struct FieldRule {
  std::string pattern;
  FieldMap fields;
};

struct ReadOptions {
  FieldMap fields;
  std::optional<Date> latest = std::nullopt;  // no story is of a later date
  std::vector<FieldRule> rules;  // of --fields-file; `fields` comes before them
};

// What a reader is given: a whole file, or one record of a file that is cut.
struct Source {
  std::string_view path;            // as it was given, or the name inside an archive
  std::optional<std::size_t> line;  // 1-based, for a record
  std::string_view bytes;           // uncompressed
  // What came with the bytes from where they were fetched; empty: nothing.
  std::string_view declared_charset = {};
  std::string_view url = {};
};

// Where a reader puts what it finds. Each story of the source ends in exactly one call.
class StorySink {
 public:
  virtual ~StorySink() = default;
  virtual void story(RawStory raw) = 0;
  virtual void skip(std::optional<std::size_t> line, std::string reason) = 0;
};

// One record of a file, as cut out of it.
struct Piece {
  std::size_t number = 0;  // the line it begins on, or its place in the file; 1-based
  std::string bytes;
  std::string reason;  // not empty: it cannot be read, and why
};

// Cuts a file into records in order, so that a large dump is never in memory whole and
// several threads can share it. A record must hold all that is needed to read it (a row
// of a table brings its header).
class Cutter {
 public:
  virtual ~Cutter() = default;
  // False at the end of the file. Bounds a record at Input::max_line bytes.
  virtual bool next(Input& input, Piece& piece) = 0;
};

// Lines that are not blank.
std::unique_ptr<Cutter> cut_lines();

// What a record is known by in its file: its id, else its address, else its title and
// date, else its opening. Not its place: another record put before it would give it
// another's corrections.
std::string record_key(const RawStory& story);

struct Reader {
  std::string_view name;         // "jsonl"
  std::string_view description;  // for --help and docs
  // Makes the cutter of one file, and read() is then called once a record; null: the
  // file is read whole, up to Input::max_file.
  std::unique_ptr<Cutter> (*cut)();
  // Whether `head`, the first bytes (up to 64 KiB) of the uncompressed file, looks like
  // this format; the path's ending is a hint only.
  bool (*accepts)(std::string_view path, std::string_view head);
  void (*read)(const Source& source, const ReadOptions& options, StorySink& sink);
  bool binary = false;  // asked about files that are no text as well
};

// All readers in the order in which they are asked; the last accepts any text.
std::span<const Reader> readers();

// The reader for a file; null when it is not a format we read (a binary file). Archives
// have no reader: what is in them has.
const Reader* reader_for(std::string_view path, std::string_view head);

}  // namespace broadsheet
