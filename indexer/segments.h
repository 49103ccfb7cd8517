// Writes segments: parts by several workers, compacted in order into one; copies of a
// segment without some of its stories; merges. Nothing here touches a published segment.
#pragma once

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "article/article.h"
#include "schema/manifest.h"

namespace broadsheet {

struct NewStory {
  const Article* article = nullptr;
  std::string sketch;  // encoded
};

// Collects the parts of one new segment in a folder of its own.
class SegmentBuilder {
 public:
  // `folder` is made; parts lie below it.
  explicit SegmentBuilder(std::string folder);

  // Writes one part; safe to call from several threads with different numbers. Stories
  // come out in the order of the numbers.
  void write_part(std::size_t number, const std::vector<NewStory>& stories);

  bool empty() const { return parts_.empty(); }

  // Compacts the parts into `target` (a folder to be), synced. Counts what is in it.
  SegmentEntry finish(const std::string& directory, const std::string& name);

 private:
  std::string folder_;
  std::mutex mutex_;
  std::set<std::size_t> parts_;
  SegmentEntry counts_;
};

// The stories of `segment` with an id among `ids`.
std::set<std::string> ids_in_segment(const std::string& directory,
                                     const SegmentEntry& segment,
                                     const std::set<std::string>& ids);

// A story as it is stored, with the bytes of its sketch.
struct StoredStory {
  Article article;
  std::string sketch;
};
std::optional<StoredStory> stored_story(const std::string& directory,
                                        const Manifest& manifest, const std::string& id);

// The ids of the stories of an outlet, by any of its names.
std::set<std::string> ids_of_outlet(const std::string& directory,
                                    const Manifest& manifest, const std::string& outlet);

// A new segment `name` holding `segment` without the stories `ids`.
SegmentEntry copy_without(const std::string& directory, const SegmentEntry& segment,
                          const std::set<std::string>& ids, const std::string& name);

// A new segment `name` holding all of `segments`, in order.
SegmentEntry merge_segments(const std::string& directory,
                            const std::vector<SegmentEntry>& segments,
                            const std::string& name);

}  // namespace broadsheet
