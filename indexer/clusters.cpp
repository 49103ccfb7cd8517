// Candidates come from the table, where the first member of each cluster lies under the
// smallest of its hashes: two near-copies have most of them in common.
#include "indexer/clusters.h"

#include <algorithm>
#include <map>

#include <xapian.h>

#include "article/article.h"
#include "article/error.h"
#include "indexer/likeness.h"
#include "schema/fields.h"

namespace broadsheet {
namespace {

constexpr std::size_t hashes_in_table = 12;
constexpr std::size_t most_candidates = 8;

// More members than this with figures of their own, and the cluster is closed: each new
// one would have to be held against all.
constexpr std::size_t most_figure_sets = 16;

std::size_t table_hashes(const Sketch& sketch) {
  return std::min(sketch.sample.size(), hashes_in_table);
}

}  // namespace

void HashTable::grow() {
  std::vector<Slot> old(std::max<std::size_t>(1024, slots_.size() * 2));
  old.swap(slots_);
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.value != empty) add(slot.hash, slot.value);
  }
}

void HashTable::add(std::uint32_t hash, std::uint32_t value) {
  if (slots_.size() < (used_ + 1) * 2) grow();
  std::size_t same = 0;
  std::size_t at = first(hash);
  for (; slots_[at].value != empty; at = next(at)) {
    if (slots_[at].hash == hash && ++same >= too_many) return;
  }
  slots_[at] = {.hash = hash, .value = value};
  ++used_;
}

void Clusters::load(const std::string& directory, const Manifest& manifest) {
  for (const SegmentEntry& segment : manifest.segments) {
    const std::string path = articles_path(directory, segment);
    try {
      const Xapian::Database database(path);
      auto id = database.valuestream_begin(slot_id);
      auto cluster = database.valuestream_begin(slot_cluster);
      auto sketch = database.valuestream_begin(slot_sketch);
      for (; id != database.valuestream_end(slot_id); ++id) {
        const Xapian::docid document = id.get_docid();
        cluster.skip_to(document);
        sketch.skip_to(document);
        if (cluster == database.valuestream_end(slot_cluster)) break;
        if (sketch == database.valuestream_end(slot_sketch)) break;
        if (cluster.get_docid() != document || sketch.get_docid() != document) continue;
        const auto decoded = decode_sketch(*sketch);
        if (decoded) add(found(*cluster), *id, *decoded, *sketch);
      }
    } catch (const Xapian::Error& error) {
      throw Error(ErrorCode::damaged,
                  "cannot read " + path + ": " + error.get_description(),
                  "see what is wrong with 'broadsheet check'");
    }
  }
}

// The cluster of this id, made when there is none.
std::uint32_t Clusters::found(const std::string& id) {
  const auto [place, is_new] =
      by_name_.emplace(id, static_cast<std::uint32_t>(clusters_.size()));
  if (is_new) clusters_.push_back({.id = id});
  return place->second;
}

void Clusters::add(std::uint32_t number, const std::string& id, const Sketch& sketch,
                   std::string bytes) {
  Cluster& cluster = clusters_[number];
  if (cluster.living == 0) {
    cluster.first = cluster.members.size();
    stand_for(number, sketch);
  }
  cluster.members.push_back(id);
  ++cluster.living;
  const auto same = std::find(cluster.figure_sets.begin(), cluster.figure_sets.end(),
                              sketch.all_figures);
  if (same == cluster.figure_sets.end()) {
    cluster.figure_sets.push_back(sketch.all_figures);
    cluster.kinds.push_back(bytes);
  }
  stories_[id] = {.cluster = number, .sketch = std::move(bytes)};
}

void Clusters::stand_for(std::uint32_t cluster, const Sketch& sketch) {
  for (std::size_t i = 0; i < table_hashes(sketch); ++i) {
    table_.add(sketch.sample[i], cluster);
  }
}

// The figures of one that has left go on counting: another may join only if it agrees
// with them, which is the safe side.
void Clusters::leave(const std::string& id) {
  const auto known = stories_.find(id);
  const std::uint32_t number = known->second.cluster;
  stories_.erase(known);
  Cluster& cluster = clusters_[number];
  --cluster.living;
  if (cluster.living == 0 || cluster.members[cluster.first] != id) return;
  const auto stays = [&](const std::string& member) {
    const auto story = stories_.find(member);
    return story != stories_.end() && story->second.cluster == number;
  };
  while (!stays(cluster.members[cluster.first])) ++cluster.first;
  const auto sketch = decode_sketch(stories_[cluster.members[cluster.first]].sketch);
  if (sketch) stand_for(number, *sketch);
}

bool Clusters::admits(const Cluster& cluster, const Sketch& sketch) const {
  if (cluster.living == 0) return false;
  const auto first = stories_.find(cluster.members[cluster.first]);
  if (first == stories_.end()) return false;
  const auto standing = decode_sketch(first->second.sketch);
  if (!standing || !near_copies(*standing, sketch)) return false;
  const auto& sets = cluster.figure_sets;
  if (std::find(sets.begin(), sets.end(), sketch.all_figures) != sets.end()) return true;
  if (sets.size() >= most_figure_sets) return false;
  return std::all_of(cluster.kinds.begin(), cluster.kinds.end(),
                     [&](const std::string& bytes) {
                       const auto kind = decode_sketch(bytes);
                       return kind && figures_agree(*kind, sketch);
                     });
}

// Those with the most hashes in common first, of equal ones the oldest.
std::vector<std::uint32_t> Clusters::candidates(const Sketch& sketch) const {
  std::map<std::uint32_t, std::size_t> shared;
  for (std::size_t i = 0; i < table_hashes(sketch); ++i) {
    table_.find(sketch.sample[i], [&](std::uint32_t cluster) { ++shared[cluster]; });
  }
  std::vector<std::uint32_t> best;
  best.reserve(shared.size());
  for (const auto& [cluster, count] : shared) best.push_back(cluster);
  std::stable_sort(best.begin(), best.end(), [&](std::uint32_t a, std::uint32_t b) {
    return shared[a] > shared[b];
  });
  if (best.size() > most_candidates) best.resize(most_candidates);
  return best;
}

std::string Clusters::place(const std::string& id, const Sketch& sketch) {
  std::string bytes = encode_sketch(sketch);
  if (const auto known = stories_.find(id); known != stories_.end()) {
    if (known->second.sketch == bytes) return clusters_[known->second.cluster].id;
    leave(id);
  }
  for (const std::uint32_t candidate : candidates(sketch)) {
    if (!admits(clusters_[candidate], sketch)) continue;
    add(candidate, id, sketch, std::move(bytes));
    return clusters_[candidate].id;
  }
  // Its own id, unless others still go by that.
  std::string name = id;
  while (by_name_.contains(name) && clusters_[by_name_[name]].living > 0) {
    name = article_id(name, "cluster");
  }
  add(found(name), id, sketch, std::move(bytes));
  return name;
}

}  // namespace broadsheet
