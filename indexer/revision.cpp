#include "indexer/revision.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <vector>

#include "article/error.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

// More live segments than this are merged into one: a search over 4 takes half as long
// again as over one, over 16 three times as long.
constexpr std::size_t max_segments = 4;

template <typename Value>
Value read_side_file(const std::string& directory, const std::string& name,
                     std::optional<Value> (*decode)(std::string_view)) {
  const std::string path = directory + "/" + name;
  const auto bytes = read_whole(path);
  auto value = bytes ? decode(*bytes) : std::nullopt;
  if (!value) {
    throw Error(ErrorCode::damaged, fmt::format("{} is missing or damaged", path),
                fmt::format("move {} away and index again", directory));
  }
  return std::move(*value);
}

bool is_of(const Manifest& manifest, const std::string& name) {
  if (name == "manifest" || name == "lock") return true;
  for (const std::string& file :
       {manifest.ledger_name(), manifest.copies_name(), manifest.hand_work_name()}) {
    if (name == file) return true;
  }
  return std::any_of(manifest.segments.begin(), manifest.segments.end(),
                     [&](const SegmentEntry& segment) { return segment.name == name; });
}

// Only names that are ours to make; a stranger's file is left alone.
template <typename Which>
void remove_entries(const std::string& directory, const Which& which) {
  static constexpr std::string_view ours[] = {"segment-", "ledger-",   "copies-",
                                              "by-hand-", "building-", "manifest.new"};
  std::vector<fs::path> doomed;
  for (const auto& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    const bool made_here = std::any_of(std::begin(ours), std::end(ours), [&](auto start) {
      return name.starts_with(start);
    });
    if (made_here && which(name)) doomed.push_back(entry.path());
  }
  for (const fs::path& path : doomed) fs::remove_all(path);
}

// The segments of the next revision: those in use without what is outdated, and the new.
std::vector<SegmentEntry> settle_segments(const std::string& directory,
                                          const Manifest& before, std::uint64_t revision,
                                          const NextRevision& next) {
  std::vector<SegmentEntry> segments;
  std::size_t made = 0;
  const auto new_name = [&] { return segment_name(revision, made++); };
  for (const SegmentEntry& segment : before.segments) {
    const auto gone = ids_in_segment(directory, segment, next.outdated);
    if (gone.empty()) {
      segments.push_back(segment);
    } else if (gone.size() < segment.stories) {
      segments.push_back(copy_without(directory, segment, gone, new_name()));
    }
  }
  if (!next.fresh.empty()) segments.push_back(next.fresh.finish(directory, new_name()));
  if (segments.size() > max_segments) {
    segments = {merge_segments(directory, segments, new_name())};
  }
  return segments;
}

}  // namespace

IndexState read_index_state(const std::string& directory) {
  IndexState state;
  if (!has_manifest(directory)) return state;
  state.manifest = read_manifest(directory);
  state.ledger =
      read_side_file<Ledger>(directory, state.manifest.ledger_name(), decode_ledger);
  state.by_hand = read_side_file<HandWork>(directory, state.manifest.hand_work_name(),
                                           decode_hand_work);
  return state;
}

void clear_leftovers(const std::string& directory, const Manifest& manifest) {
  remove_entries(directory,
                 [&](const std::string& name) { return !is_of(manifest, name); });
}

void clear_new_directory(const std::string& directory) {
  std::error_code error;
  if (!fs::exists(directory + "/lock", error)) return;
  remove_entries(directory, [](const std::string&) { return true; });
  fs::remove(directory + "/lock", error);
  fs::remove(directory, error);  // only when it is empty
}

std::string building_folder(const std::string& directory) {
  return directory + "/building-new";
}

void publish_revision(const std::string& directory, const Manifest& before,
                      const NextRevision& next) {
  Manifest manifest;
  manifest.revision = before.revision + 1;
  manifest.segments = settle_segments(directory, before, manifest.revision, next);
  fs::remove_all(building_folder(directory));
  write_synced(directory + "/" + manifest.ledger_name(), encode_ledger(next.ledger));
  write_synced(directory + "/" + manifest.copies_name(), encode_copies(next.copies));
  write_synced(directory + "/" + manifest.hand_work_name(),
               encode_hand_work(next.by_hand));
  publish_manifest(directory, manifest);
  remove_entries(directory, [&](const std::string& name) {
    return !is_of(manifest, name) && !is_of(before, name);
  });
}

}  // namespace broadsheet
