// What was put right by hand: corrections of stories, and stories that were removed and
// stay out. It is no part of what is read, so it lives in the index directory in a file
// of its own, which every revision carries on.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Field to value; an empty value stands for unknown, or for a figure that is none.
using FieldValues = std::map<std::string, std::string, std::less<>>;

// A rule by which stories stay out.
struct Removal {
  enum class Kind { story, outlet, path };
  Kind kind = Kind::story;
  std::string value;          // id, outlet or path
  std::uint64_t content = 0;  // of a story: its exact copies stay out with it
  std::string title;          // of a story, for people

  friend bool operator==(const Removal&, const Removal&) = default;
};

struct HandWork {
  std::map<std::string, FieldValues, std::less<>> corrections;  // by id of the story
  std::map<std::string, std::string, std::less<>> titles;       // of those, for people
  std::vector<Removal> removals;

  friend bool operator==(const HandWork&, const HandWork&) = default;
};

std::string_view to_string(Removal::Kind kind);

// "outlet BBC News": what a story that stays out is kept out by.
std::string name_of(const Removal& removal);

// JSON lines, so that they can be read and kept by people.
std::string encode_hand_work(const HandWork& work);
std::optional<HandWork> decode_hand_work(std::string_view bytes);

}  // namespace broadsheet
