#include "searcher/columns.h"

#include <algorithm>
#include <tuple>

#include "schema/facet_names.h"

namespace broadsheet {
namespace {

// A story and its cluster by hash, which is enough to tell clusters apart.
struct Member {
  std::uint64_t cluster;
  std::uint32_t segment;
  Xapian::docid story;
};

}  // namespace

Place place_of(Xapian::docid document, std::size_t segments) {
  return {(document - 1) % segments,
          static_cast<Xapian::docid>((document - 1) / segments + 1)};
}

Xapian::docid document_at(Place place, std::size_t segments) {
  return static_cast<Xapian::docid>((place.story - 1) * segments + place.segment + 1);
}

const NameColumn& SegmentColumns::names(std::size_t facet) {
  const std::lock_guard lock(mutex_);
  const auto known = columns_.find(facet);
  if (known != columns_.end()) return known->second;
  auto stored = file_ ? file_->names(facet) : std::nullopt;
  if (stored) return columns_.emplace(facet, std::move(*stored)).first->second;
  const Xapian::Database segment(folder_ + "/articles");
  return columns_.emplace(facet, NameColumn(segment, facet_fields()[facet].prefix))
      .first->second;
}

std::span<const std::uint64_t> SegmentColumns::clusters() {
  if (file_) return file_->clusters();
  const std::lock_guard lock(mutex_);
  if (clusters_.empty())
    clusters_ = cluster_hashes(Xapian::Database(folder_ + "/articles"));
  return clusters_;
}

CopyGroups::CopyGroups(const std::vector<std::shared_ptr<SegmentColumns>>& segments) {
  std::vector<Member> all;
  for (const auto& segment : segments) {
    const auto clusters = segment->clusters();
    for (Xapian::docid story = 1; story < clusters.size(); ++story) {
      if (clusters[story] != 0)
        all.push_back(
            {clusters[story], static_cast<std::uint32_t>(groups_.size()), story});
    }
    groups_.emplace_back(clusters.size(), 0);
  }
  std::sort(all.begin(), all.end(), [](const Member& a, const Member& b) {
    return std::tie(a.cluster, a.segment, a.story) <
           std::tie(b.cluster, b.segment, b.story);
  });
  for (auto first = all.begin(); first != all.end();) {
    const auto last = std::find_if(
        first, all.end(), [&](const Member& m) { return m.cluster != first->cluster; });
    if (last - first > 1) {
      members_.push_back({first->segment, first->story});
      for (auto it = first; it != last; ++it)
        groups_[it->segment][it->story] = static_cast<std::uint32_t>(members_.size());
    }
    first = last;
  }
}

const CopyGroups& StoryColumns::groups() const {
  const std::lock_guard lock(mutex_);
  if (!groups_) groups_ = std::make_unique<const CopyGroups>(segments_);
  return *groups_;
}

std::shared_ptr<const StoryColumns> ColumnCache::of(const std::string& directory,
                                                    const Snapshot& snapshot) {
  const std::lock_guard lock(mutex_);
  if (columns_ && signature_ == snapshot.signature) return columns_;
  // The uuids of several databases together are joined by colons.
  std::string uuids = snapshot.articles.get_uuid() + ":";
  std::map<std::string, std::shared_ptr<SegmentColumns>> known;
  std::vector<std::shared_ptr<SegmentColumns>> segments;
  for (const SegmentEntry& entry : snapshot.manifest.segments) {
    // A copy of a segment without some stories has its uuid, but not its name.
    const std::size_t colon = std::min(uuids.find(':'), uuids.size());
    const std::string key = entry.name + ":" + uuids.substr(0, colon);
    uuids.erase(0, colon + 1);
    auto& columns = known[key];
    const auto before = segments_.find(key);
    columns = before != segments_.end()
                  ? before->second
                  : std::make_shared<SegmentColumns>(directory + "/" + entry.name);
    segments.push_back(columns);
  }
  segments_ = std::move(known);
  signature_ = snapshot.signature;
  columns_ = std::make_shared<const StoryColumns>(std::move(segments));
  return columns_;
}

}  // namespace broadsheet
