// An index directory as its one writer sees it: what the revision in use holds, and how
// the next one is published. Until the manifest is renamed the old index is what
// everybody sees; a run that is killed leaves only what the next one clears away.
#pragma once

#include <set>
#include <string>

#include "indexer/segments.h"
#include "schema/hand_work.h"
#include "schema/ledger.h"
#include "schema/manifest.h"

namespace broadsheet {

// All of an index but its segments. Of a directory without one: nothing, revision 0.
struct IndexState {
  Manifest manifest;
  Ledger ledger;
  HandWork by_hand;
};

// Throws Error (damaged, wrong_version).
IndexState read_index_state(const std::string& directory);

// Removes what a killed run left behind. Only under the writer's lock.
void clear_leftovers(const std::string& directory, const Manifest& manifest);

// After a first run that failed: removes what it made, when that is all there is.
void clear_new_directory(const std::string& directory);

// What the next revision is made of.
struct NextRevision {
  const std::set<std::string>& outdated;  // ids that must go from the segments in use
  SegmentBuilder& fresh;                  // stories that come
  const Ledger& ledger;
  const Copies& copies;
  const HandWork& by_hand;
};

// Writes and publishes it, and clears away the revision before the last; the one in use
// stays on disk for readers that still open files of it. Only under the writer's lock.
void publish_revision(const std::string& directory, const Manifest& before,
                      const NextRevision& next);

// The folder in which a run collects its parts.
std::string building_folder(const std::string& directory);

}  // namespace broadsheet
