// What is kept in memory of an index to count over many stories at once: the names of its
// facets, and which stories are near-copies of each other. Taken segment by segment when
// first asked for, so that a small update costs little.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "schema/column_file.h"
#include "schema/name_column.h"
#include "searcher/snapshot.h"

namespace broadsheet {

// Where a story lies: a docid of several databases together is made of these.
struct Place {
  std::size_t segment = 0;
  Xapian::docid story = 0;  // in the segment
};

Place place_of(Xapian::docid document, std::size_t segments);
Xapian::docid document_at(Place place, std::size_t segments);

// The columns of one segment. Safe to use from several threads.
class SegmentColumns {
 public:
  explicit SegmentColumns(std::string folder)
      : folder_(std::move(folder)), file_(ColumnFile::open(folder_)) {}

  // `facet` is a place in facet_fields(). Throws Xapian::Error when the segment is gone.
  const NameColumn& names(std::size_t facet);
  // As cluster_hashes.
  std::span<const std::uint64_t> clusters();

 private:
  std::string folder_;
  std::shared_ptr<const ColumnFile> file_;  // null: all is read from the posting lists
  std::mutex mutex_;
  std::vector<std::uint64_t> clusters_;
  std::map<std::size_t, NameColumn> columns_;
};

// Clusters with more than one story, by numbers from 1; 0 is a story alone.
class CopyGroups {
 public:
  explicit CopyGroups(const std::vector<std::shared_ptr<SegmentColumns>>& segments);

  std::uint32_t of(Place place) const {
    const auto& groups = groups_[place.segment];
    return place.story < groups.size() ? groups[place.story] : 0;
  }
  std::uint32_t of(Xapian::docid document) const {
    return of(place_of(document, groups_.size()));
  }
  // Groups are 1 to count().
  std::size_t count() const { return members_.size(); }
  // Some story of a group.
  Place member(std::uint32_t group) const { return members_[group - 1]; }

 private:
  std::vector<std::vector<std::uint32_t>> groups_;  // by segment and story
  std::vector<Place> members_;
};

// The columns of one revision.
class StoryColumns {
 public:
  explicit StoryColumns(std::vector<std::shared_ptr<SegmentColumns>> segments)
      : segments_(std::move(segments)) {}

  std::size_t segments() const { return segments_.size(); }
  const NameColumn& names(std::size_t segment, std::size_t facet) const {
    return segments_[segment]->names(facet);
  }
  const CopyGroups& groups() const;

 private:
  std::vector<std::shared_ptr<SegmentColumns>> segments_;
  mutable std::mutex mutex_;
  mutable std::unique_ptr<const CopyGroups> groups_;
};

// Keeps the columns of the newest revision it was asked for.
class ColumnCache {
 public:
  std::shared_ptr<const StoryColumns> of(const std::string& directory,
                                         const Snapshot& snapshot);

 private:
  std::mutex mutex_;
  std::string signature_;
  std::shared_ptr<const StoryColumns> columns_;
  std::map<std::string, std::shared_ptr<SegmentColumns>> segments_;  // by name and uuid
};

}  // namespace broadsheet
