// Which stories are near-copies of each other. A cluster is known by the id of the story
// that founded it, and a story joins when it is a near-copy of one that stands for the
// cluster and agrees in its figures with every member. So a story written earlier never
// has to be written again because another has come, and the outcome depends on the order
// of the stories alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/manifest.h"
#include "schema/sketch.h"

namespace broadsheet {

// From hashes to numbers, several for a hash. A hash that very many have is furniture of
// a site: it says nothing, and gives nothing.
class HashTable {
 public:
  void add(std::uint32_t hash, std::uint32_t value);
  // Calls `each` with the values of the hash.
  template <typename Each>
  void find(std::uint32_t hash, const Each& each) const {
    std::size_t found = 0;
    if (slots_.empty()) return;
    for (std::size_t at = first(hash); slots_[at].value != empty; at = next(at)) {
      if (slots_[at].hash == hash) ++found;
    }
    if (found >= too_many) return;
    for (std::size_t at = first(hash); slots_[at].value != empty; at = next(at)) {
      if (slots_[at].hash == hash) each(slots_[at].value);
    }
  }

 private:
  static constexpr std::uint32_t empty = 0xFFFFFFFF;
  static constexpr std::size_t too_many = 32;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t value = empty;
  };
  std::size_t first(std::uint32_t hash) const {
    return (hash * 0x9E3779B97F4A7C15u) >> 20 & (slots_.size() - 1);
  }
  std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

class Clusters {
 public:
  // What the segments of an index hold. O(their stories).
  void load(const std::string& directory, const Manifest& manifest);

  // The cluster of the story, which from now on belongs to it. A story that is known and
  // has not changed stays where it is.
  std::string place(const std::string& id, const Sketch& sketch);

 private:
  struct Story {
    std::uint32_t cluster = 0;
    std::string sketch;  // encoded, which takes a third of the room
  };
  struct Cluster {
    std::string id;
    std::vector<std::string> members;  // ids; some may have left
    std::size_t living = 0;
    std::size_t first = 0;           // the member that stands for it
    std::vector<std::string> kinds;  // sketches of members, one for each set of figures
    std::vector<std::uint64_t> figure_sets;
  };

  std::uint32_t found(const std::string& id);
  void add(std::uint32_t cluster, const std::string& id, const Sketch& sketch,
           std::string bytes);
  void leave(const std::string& id);
  void stand_for(std::uint32_t cluster, const Sketch& sketch);
  bool admits(const Cluster& cluster, const Sketch& sketch) const;
  std::vector<std::uint32_t> candidates(const Sketch& sketch) const;

  std::vector<Cluster> clusters_;
  std::unordered_map<std::string, std::uint32_t> by_name_;  // cluster of that id
  std::unordered_map<std::string, Story> stories_;
  HashTable table_;
};

}  // namespace broadsheet
