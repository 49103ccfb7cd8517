// JSON and JSON by line. The text is read as a stream of events (no tree is built): of
// each record only the values are kept whose names mean something, so that a dump with
// large fields that nobody asked for costs their scanning alone. The parser keeps its
// nesting on the heap, and ours is bounded besides. Almost-JSON of the common kinds (raw
// control characters, NaN, lone surrogates, invalid UTF-8) is mended and read again.
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include <nlohmann/json.hpp>

#include "article/ascii.h"
#include "article/text_repair.h"
#include "indexer/field_rules.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/json_mend.h"
#include "indexer/readers/json_values.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record.h"
#include "indexer/readers/table_rows.h"

namespace broadsheet {

namespace {

using nlohmann::json;

constexpr std::size_t max_depth = 256;
constexpr std::size_t max_path = 256;

// Lists of stories inside an object stand under one of these.
constexpr std::array<std::string_view, 16> list_keys = {
    "articles",  "stories", "items", "data",  "results", "docs",
    "response",  "hits",    "news",  "posts", "feed",    "records",
    "documents", "entries", "rows",  "@graph"};

bool is_list_key(std::string_view key) {
  for (const std::string_view name : list_keys) {
    if (equal_ignoring_case(name, key)) return true;
  }
  return false;
}

// What became of one record of a list, in order.
struct Entry {
  Record record;
  bool is_object = true;
};

// Gathers records from the events. `whole`: an object at the top is a record and nothing
// else; otherwise lists are looked for.
class Gatherer {
 public:
  Gatherer(std::string_view bytes, const FieldMap& fields, bool whole)
      : fields_(fields), whole_(whole), bytes_(bytes) {}

  // The interface that json::sax_parse calls.
  bool null() { return value({}); }
  bool boolean(bool) { return value({}); }
  bool number_integer(json::number_integer_t number) { return number_text(number); }
  bool number_unsigned(json::number_unsigned_t number) { return number_text(number); }
  bool number_float(json::number_float_t, const std::string& printed) {
    return value(meaning_ ? printed : std::string());
  }
  bool string(std::string& text) { return meaning_ ? value(std::move(text)) : value({}); }
  bool binary(json::binary_t&) { return true; }
  bool start_object(std::size_t) { return open(true); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(false); }
  bool end_array() { return close(); }
  bool key(std::string& name);
  bool parse_error(std::size_t position, const std::string&,
                   const json::exception& error) {
    place_ = place_of(position);
    error_ = error.what();
    return false;
  }

  std::vector<Entry> entries;  // records of lists
  Record top;                  // the object at the top
  bool top_is_object = false;
  // Whether the lists hold stories, rather than being lists inside one story.
  bool has_list() const;
  std::string error() const;

 private:
  struct Level {
    bool object;
    bool list;         // its objects are records
    bool record;       // itself a record of a list
    std::size_t path;  // length of path_ at its opening
  };

  template <typename Number>
  bool number_text(Number number) {
    return value(meaning_ ? std::to_string(number) : std::string());
  }
  bool in_list() const { return !levels_.empty() && levels_.back().list; }
  std::string place_of(std::size_t position) const;
  bool open(bool object);
  bool close();
  bool value(std::string text);
  bool may_hold_list() const;

  const FieldMap& fields_;
  bool whole_;
  std::vector<Level> levels_;
  std::string path_;  // dotted names from the record down
  std::string last_key_;
  std::optional<Meaning> meaning_;  // of path_
  Record* current_ = nullptr;
  std::string_view bytes_;
  std::string place_;  // where the parser stopped
  std::string error_;
};

bool Gatherer::has_list() const {
  const bool top_has_text = top.has(Role::text);
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    return entry.record.has(Role::text) ||
           (entry.record.has(Role::title) && !top_has_text);
  });
}

// A list of stories is at the top or below list keys only.
bool Gatherer::may_hold_list() const {
  if (whole_ || current_ != nullptr) return false;
  if (levels_.empty()) return true;
  return levels_.back().object && is_list_key(last_key_);
}

bool Gatherer::open(bool object) {
  if (levels_.size() >= max_depth) {
    error_ = "nested too deeply";
    return false;
  }
  Level level{object, false, false, path_.size()};
  if (levels_.empty() && object) {
    top_is_object = true;
    if (whole_) current_ = &top;
  } else if (in_list()) {
    entries.push_back({{}, object});
    level.record = true;
    current_ = &entries.back().record;
    path_.clear();
    level.path = 0;
  } else if (!object && may_hold_list()) {
    level.list = true;
  }
  levels_.push_back(level);
  return true;
}

bool Gatherer::close() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.record) current_ = nullptr;
  // Behind a member of an object its name goes off the path; members of an array share
  // the name of the array.
  path_.resize(std::min(level.path, path_.size()));
  if (!levels_.empty() && levels_.back().object) {
    path_.resize(std::min(levels_.back().path, path_.size()));
  }
  meaning_.reset();
  if (!path_.empty()) meaning_ = meaning_of(path_, fields_);
  return true;
}

bool Gatherer::key(std::string& name) {
  path_.resize(std::min(levels_.back().path, path_.size()));
  if (!path_.empty()) path_ += '.';
  if (path_.size() + name.size() < max_path) {
    path_ += name;
    meaning_ = meaning_of(path_, fields_);
    if (!fields_.empty()) (current_ != nullptr ? *current_ : top).saw(path_);
  } else {
    meaning_.reset();
  }
  last_key_ = name;
  return true;
}

bool Gatherer::value(std::string text) {
  if (in_list()) {
    if (levels_.size() == 1) entries.push_back({{}, false});
    return true;
  }
  if (meaning_) (current_ != nullptr ? *current_ : top).add(*meaning_, std::move(text));
  return true;
}

// Byte `position`, 1-based, as people count: the line only where there are several.
std::string Gatherer::place_of(std::size_t position) const {
  const std::string_view before = bytes_.substr(0, position > 0 ? position - 1 : 0);
  const std::size_t newline = before.rfind('\n');
  if (newline == before.npos) return fmt::format("column {}", before.size() + 1);
  const auto lines = std::count(before.begin(), before.end(), '\n') + 1;
  return fmt::format("line {}, column {}", lines, before.size() - newline);
}

// "[json.exception.parse_error.101] parse error at line 1, column 9: syntax error while
// ..." is cut to what is of use.
std::string Gatherer::error() const {
  if (error_.empty()) return {};
  std::string_view text = error_;
  if (const std::size_t at = text.find("; last read"); at != text.npos) {
    text = text.substr(0, at);
  }
  if (const std::size_t at = text.rfind(" - "); at != text.npos)
    text = text.substr(at + 3);
  if (const std::size_t at = text.find("] "); at != text.npos) text = text.substr(at + 2);
  if (place_.empty()) return std::string(text);
  return fmt::format("{} at {}", text, place_);
}

Gatherer parse(std::string_view bytes, const FieldMap& fields, bool whole) {
  Gatherer gatherer(bytes, fields, whole);
  json::sax_parse(bytes.data(), bytes.data() + bytes.size(), &gatherer);
  return gatherer;
}

// Parses, and once more after mending when that helps. `mended` keeps the mended bytes.
Gatherer parse_mended(std::string_view bytes, const FieldMap& fields, bool whole,
                      std::vector<std::string>& repairs) {
  Gatherer first = parse(bytes, fields, whole);
  if (first.error().empty()) return first;
  const std::optional<std::string> mended = mend_json(bytes, repairs);
  if (!mended) return first;
  Gatherer second = parse(*mended, fields, whole);
  if (!second.error().empty()) {
    repairs.clear();
    return first;
  }
  return second;
}

struct Place {
  std::string_view path;
  std::optional<std::size_t> line;
  const std::vector<std::string>& repairs;
  const FieldMap& fields;
  std::string feed_title = {};  // of a JSON Feed
};

void hand_over(Record& record, const Place& place, StorySink& sink) {
  std::string reason;
  std::optional<RawStory> story = record.take_story(place.fields, reason);
  if (!story) return sink.skip(place.line, std::move(reason));
  if (!story->outlet && !place.feed_title.empty()) {
    story->outlet = feed_outlet(place.feed_title, {}, *story);
  }
  story->path = place.path;
  story->line = place.line;
  if (place.line) story->key = record_key(*story);
  story->repairs.insert(story->repairs.end(), place.repairs.begin(), place.repairs.end());
  sink.story(std::move(*story));
}

void read_jsonl(const Source& source, const ReadOptions& options, StorySink& sink) {
  const std::string_view line = trimmed(without_bom(source.bytes));
  if (line.empty()) return;
  const FieldMap fields = fields_for(options, source.path);
  std::vector<std::string> repairs;
  Gatherer found = parse_mended(line, fields, true, repairs);
  if (const std::string error = found.error(); !error.empty()) {
    return sink.skip(source.line, "broken JSON: " + error);
  }
  if (!found.top_is_object) return sink.skip(source.line, "not a JSON object");
  hand_over(found.top, {source.path, source.line, repairs, fields}, sink);
}

// `before`: how many records stood in the file before these.
void hand_over_list(Gatherer& found, const Place& place, std::size_t before,
                    StorySink& sink) {
  std::size_t number = 0;
  for (Entry& entry : found.entries) {
    ++number;
    if (!entry.is_object) {
      sink.skip(before + number, "not a JSON object");
    } else if (!found.error().empty() && number == found.entries.size()) {
      continue;  // the record in which the parser stopped
    } else {
      hand_over(
          entry.record,
          {place.path, before + number, place.repairs, place.fields, place.feed_title},
          sink);
    }
  }
}

// The title of the feed around the items, where the file says that it is a feed.
std::string feed_title(std::string_view bytes, Gatherer& found) {
  if (bytes.substr(0, 4096).find("jsonfeed.org/version") == bytes.npos) return {};
  std::string reason;
  const std::optional<RawStory> feed = found.top.take_story({}, reason);
  return feed ? feed->title.value_or("") : std::string();
}

// One value of a file, of which the first is record number `first`; an object that is the
// only one of its file has no number. Gives how many records it was.
std::size_t read_value(std::string_view bytes, std::size_t first, bool alone,
                       const Source& source, const FieldMap& fields, StorySink& sink) {
  std::vector<std::string> repairs;
  Gatherer found = parse_mended(bytes, fields, false, repairs);
  const std::string error = found.error();
  std::size_t records = 1;
  std::optional<std::size_t> record;
  if (!alone) record = first;
  if (found.has_list() || !found.top_is_object) {
    records = std::max<std::size_t>(1, found.entries.size());
    hand_over_list(found,
                   {source.path, std::nullopt, repairs, fields, feed_title(bytes, found)},
                   first - 1, sink);
    if (error.empty() && found.entries.empty()) sink.skip(record, "no stories in it");
  } else if (error.empty()) {
    hand_over(found.top, {source.path, record, repairs, fields}, sink);
  }
  if (error.empty()) return records;
  if (!found.entries.empty()) record = first - 1 + found.entries.size();
  sink.skip(record, "broken JSON: " + error);
  return records;
}

void read_json(const Source& source, const ReadOptions& options, StorySink& sink) {
  std::string_view rest = without_joint(without_bom(source.bytes));
  const FieldMap fields = fields_for(options, source.path);
  std::string_view value = first_value(rest);
  std::string_view behind = without_joint(rest.substr(value.size()));
  if (behind.empty() || (behind[0] != '{' && behind[0] != '[')) {
    (void)read_value(trimmed(rest), 1, true, source, fields, sink);
    return;
  }
  for (std::size_t number = 1; !rest.empty();) {
    value = first_value(rest);
    rest = without_joint(rest.substr(value.size()));
    number += read_value(value, number, false, source, fields, sink);
  }
}

// ---- which of the two a file is

bool opens_json(std::string_view head) {
  head = trimmed(without_bom(head));
  if (head.empty() || (head[0] != '{' && head[0] != '[')) return false;
  const std::string_view next = trimmed(head.substr(1));
  if (next.empty()) return true;
  if (head[0] == '{') return next[0] == '"' || next[0] == '}';
  return next[0] == '{' || next[0] == ']';
}

bool is_lines_path(std::string_view path) {
  return has_ending(path, ".jsonl") || has_ending(path, ".ndjson") ||
         has_ending(path, ".jl");
}

// The first line is an object by itself and another begins behind it.
bool has_object_lines(std::string_view head) {
  head = trimmed(without_bom(head));
  if (!opens_json(head) || head[0] != '{') return false;
  const std::size_t end = head.find('\n');
  if (end == head.npos) return false;
  const std::string_view first = trimmed(head.substr(0, end));
  return first.size() > 1 && first.back() == '}' && trimmed(head.substr(end))[0] == '{';
}

// Named as JSON, yet a page or a table.
bool is_of_another_kind(std::string_view head) {
  head = trimmed(without_bom(head));
  return head.starts_with('<') || (!opens_json(head) && opens_like_table(head));
}

bool accepts_jsonl(std::string_view path, std::string_view head) {
  const std::string_view text = trimmed(without_bom(head));
  if (text.empty()) return false;
  if (is_lines_path(path) && !is_of_another_kind(text))
    return text[0] != '[' || !opens_json(text);
  return has_object_lines(text);
}

bool accepts_json(std::string_view path, std::string_view head) {
  if (trimmed(without_bom(head)).empty()) return false;
  return opens_json(head) || (has_ending(path, ".json") && !is_of_another_kind(head));
}

}  // namespace

const Reader jsonl_reader = {"jsonl", "one JSON object a line", cut_lines, accepts_jsonl,
                             read_jsonl};
const Reader json_reader = {
    "json", "a JSON object, a list of them, or an object with such a list", nullptr,
    accepts_json, read_json};

}  // namespace broadsheet
