// The index directory:
//
//   broadsheet.db/
//     manifest               JSON: version, revision, the segments and the ledger in use
//     lock                   held by the one writer
//     segment-000007-0/      never changed once the manifest names it
//       articles/            Xapian database of stories and their figures
//       columns              names of facets by story (schema/column_file.h)
//     ledger-000007          what the indexer knows of the files it has read
//     copies-000007          paths of exact copies, for the searcher
//     by-hand-000007         corrections and removals
//     building-*/            a run under way, or what a killed one left
//
// A revision is published by one rename of the manifest, so that a reader sees a
// revision or the next one, never a mixture.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace broadsheet {

struct SegmentEntry {
  std::string name;
  std::size_t stories = 0;
  std::size_t figures = 0;
};

struct Manifest {
  std::uint64_t revision = 0;
  std::vector<SegmentEntry> segments;

  std::string ledger_name() const;
  std::string copies_name() const;
  std::string hand_work_name() const;
  std::size_t stories() const;
};

std::string articles_path(const std::string& directory, const SegmentEntry& segment);
std::string segment_name(std::uint64_t revision, std::size_t number);

// Throws Error: not_found (no index there), wrong_version, damaged.
Manifest read_manifest(const std::string& directory);
bool has_manifest(const std::string& directory);

// Writes aside, syncs and renames. Throws Error(unwritable).
void publish_manifest(const std::string& directory, const Manifest& manifest);

// A small file written whole and synced; throws Error(unwritable).
void write_synced(const std::string& path, const std::string& bytes);
std::optional<std::string> read_whole(const std::string& path);
// fsyncs a folder and every file below it.
void sync_tree(const std::string& folder);

// id of a story -> paths of its exact copies.
using Copies = std::map<std::string, std::vector<std::string>, std::less<>>;
std::string encode_copies(const Copies& copies);
std::optional<Copies> decode_copies(std::string_view bytes);

}  // namespace broadsheet
