// What is kept in memory of an index to count over many stories at once: the names of its
// facets, and which stories are near-copies of each other. Loaded when first asked for,
// segment by segment, so that a small update costs little.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

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
  explicit SegmentColumns(std::string path) : path_(std::move(path)) {}

  // `facet` is a place in facet_fields(). Throws Xapian::Error when the segment is gone.
  const NameColumn& names(std::size_t facet);

 private:
  std::string path_;
  std::mutex mutex_;
  std::map<std::size_t, NameColumn> columns_;
};

// Clusters with more than one story, by numbers from 1; 0 is a story alone.
class CopyGroups {
 public:
  CopyGroups(const std::string& directory, const Manifest& manifest);

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
  StoryColumns(std::string directory, Manifest manifest,
               std::vector<std::shared_ptr<SegmentColumns>> segments)
      : directory_(std::move(directory)),
        manifest_(std::move(manifest)),
        segments_(std::move(segments)) {}

  std::size_t segments() const { return segments_.size(); }
  const NameColumn& names(std::size_t segment, std::size_t facet) const {
    return segments_[segment]->names(facet);
  }
  const CopyGroups& groups() const;

 private:
  std::string directory_;
  Manifest manifest_;
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
