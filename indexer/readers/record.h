// A story as named fields, the way JSON and front matter carry it: which names mean what
// (in their usual spellings), and how the values become a RawStory.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader.h"

namespace broadsheet {

enum class Role {
  title,
  text,
  date,
  outlet,
  source,  // the outlet, unless one stands beside it
  credited,
  author,
  url,
  id,
  language
};

// What a name stands for; of several names for one role the lowest rank wins.
struct Meaning {
  Role role;
  int rank;
};

// Looks names up: those of --field first, then the usual ones. `path` is dotted for a
// name inside an object ("meta.headline"). Case, "_" and "-" make no difference.
std::optional<Meaning> meaning_of(std::string_view path, const FieldMap& fields);

// Throws Error (usage) when --field names a field that we do not have.
void check_fields(const FieldMap& fields);

class Record {
 public:
  void add(Meaning meaning, std::string value);
  bool has(Role role) const;
  // Notes a name that stands in the record, whatever it means. Only needed when there
  // are `fields` that may fail to.
  void saw(std::string_view path);

  // The story; nothing and a reason when there is neither text nor title, or when the
  // text is not where --field says. Takes the values out.
  std::optional<RawStory> take_story(const FieldMap& fields, std::string& reason);

 private:
  struct Value {
    Meaning meaning;
    std::string text;
  };
  RawStory take_fields();
  bool is_seen(std::string_view path) const;
  std::string lost_name(const FieldMap& fields, Role role) const;
  std::string take_best(Role role);
  std::vector<std::string> take_all(Role role);
  std::vector<std::string> take_names(Role role);

  std::vector<Value> values_;
  std::vector<std::string> seen_;
};

// "By Ann Lee and Bo Chan" ==> both names. Names already there are not repeated.
void add_authors(std::vector<std::string>& authors, std::string_view byline);

// Seconds, milliseconds or microseconds since 1970 as an ISO day; other texts unchanged.
std::string date_of_timestamp(std::string text);

}  // namespace broadsheet
