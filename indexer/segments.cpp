// Bulk building by fresh parts of about 1,000 stories and one ordered compaction is three
// times as fast as one writer, with the same documents, ranks and weights (DESIGN.md,
// section 2). Everything is written without syncing and synced once, before it is named.
#include "indexer/segments.h"

#include <filesystem>
#include <fmt/format.h>

#include <xapian.h>

#include "article/error.h"
#include "article/outlets.h"
#include "schema/codec.h"
#include "schema/column_file.h"
#include "schema/document.h"
#include "schema/fields.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

// How many databases are open at once while they are compacted.
constexpr std::size_t compact_fan_in = 50;
constexpr int fresh = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC;

[[noreturn]] void cannot_write(const std::string& what, const std::string& why) {
  throw Error(ErrorCode::unwritable, fmt::format("cannot write {}: {}", what, why),
              "check that the disk has room and the folder may be written to");
}

// Xapian's errors, with the path and a next step.
template <typename Step>
auto writing(const std::string& what, const Step& step) {
  try {
    return step();
  } catch (const Xapian::Error& error) {
    cannot_write(what, error.get_description());
  } catch (const fs::filesystem_error& error) {
    cannot_write(what, error.code().message());
  }
}

void compact_into(const std::vector<std::string>& sources, const std::string& target) {
  Xapian::Database all;
  for (const std::string& source : sources) all.add_database(Xapian::Database(source));
  all.compact(target);
}

// In rounds, so that the number of open files stays bounded.
void compact_all(std::vector<std::string> sources, const std::string& target) {
  for (int round = 0; sources.size() > compact_fan_in; ++round) {
    std::vector<std::string> merged;
    for (std::size_t at = 0; at < sources.size(); at += compact_fan_in) {
      const auto from = sources.begin() + static_cast<std::ptrdiff_t>(at);
      const auto to = sources.begin() + static_cast<std::ptrdiff_t>(std::min(
                                            at + compact_fan_in, sources.size()));
      merged.push_back(fmt::format("{}.round-{}-{}", target, round, at));
      compact_into({from, to}, merged.back());
    }
    for (const std::string& source : sources) fs::remove_all(source);
    sources = std::move(merged);
  }
  compact_into(sources, target);
}

// The stories of the segments or parts in `folders`, in order, as one in `target`.
void compact_folders(const std::vector<std::string>& folders, const std::string& target) {
  fs::create_directory(target);
  std::vector<std::string> sources;
  sources.reserve(folders.size());
  for (const std::string& folder : folders) sources.push_back(folder + "/articles");
  compact_all(std::move(sources), target + "/articles");
}

// Under its final name and safe on disk; the manifest does not know it yet.
void settle(const std::string& from, const std::string& directory,
            const std::string& name) {
  write_columns(from);
  sync_tree(from);
  fs::rename(from, directory + "/" + name);
}

}  // namespace

SegmentBuilder::SegmentBuilder(std::string folder) : folder_(std::move(folder)) {
  writing(folder_, [&] { return fs::create_directories(folder_); });
}

void SegmentBuilder::write_part(std::size_t number,
                                const std::vector<NewStory>& stories) {
  if (stories.empty()) return;
  thread_local Stemmer stem;
  stem.next_part();
  const std::string part = fmt::format("{}/part-{:06}", folder_, number);
  std::size_t figures = 0;
  writing(part, [&] {
    fs::create_directory(part);
    Xapian::WritableDatabase database(part + "/articles", fresh);
    for (const NewStory& story : stories) {
      database.add_document(to_document(*story.article, stem, story.sketch));
      figures += story.article->figures.size();
    }
    database.commit();
    return true;
  });
  const std::lock_guard lock(mutex_);
  parts_.insert(number);
  counts_.stories += stories.size();
  counts_.figures += figures;
}

SegmentEntry SegmentBuilder::finish(const std::string& directory,
                                    const std::string& name) {
  return writing(directory + "/" + name, [&] {
    std::vector<std::string> folders;
    for (const std::size_t number : parts_) {
      folders.push_back(fmt::format("{}/part-{:06}", folder_, number));
    }
    std::string whole = folders.front();
    if (folders.size() > 1) {
      whole = folder_ + "/whole";
      compact_folders(folders, whole);
    }
    settle(whole, directory, name);
    fs::remove_all(folder_);
    counts_.name = name;
    return counts_;
  });
}

std::set<std::string> ids_in_segment(const std::string& directory,
                                     const SegmentEntry& segment,
                                     const std::set<std::string>& ids) {
  std::set<std::string> found;
  const Xapian::Database database(articles_path(directory, segment));
  for (const std::string& id : ids) {
    if (database.term_exists(term(prefix::id, id))) found.insert(id);
  }
  return found;
}

namespace {

// Xapian's errors in what is only read.
template <typename Step>
auto reading(const std::string& path, const Step& step) {
  try {
    return step(Xapian::Database(path));
  } catch (const Xapian::Error& error) {
    throw Error(ErrorCode::damaged,
                fmt::format("cannot read {}: {}", path, error.get_description()),
                "see what is wrong with 'broadsheet check'");
  }
}

}  // namespace

std::optional<StoredStory> stored_story(const std::string& directory,
                                        const Manifest& manifest, const std::string& id) {
  for (const SegmentEntry& segment : manifest.segments) {
    auto found = reading(articles_path(directory, segment), [&](const auto& database) {
      std::optional<StoredStory> story;
      const std::string by_id = term(prefix::id, id);
      const auto place = database.postlist_begin(by_id);
      if (place == database.postlist_end(by_id)) return story;
      const Xapian::Document document = database.get_document(*place);
      auto article = decode_article(document.get_data());
      if (!article) throw Xapian::DatabaseCorruptError("a stored article is damaged");
      story.emplace(StoredStory{std::move(*article), document.get_value(slot_sketch)});
      return story;
    });
    if (found) return found;
  }
  return std::nullopt;
}

std::set<std::string> ids_of_outlet(const std::string& directory,
                                    const Manifest& manifest, const std::string& outlet) {
  std::set<std::string> ids;
  for (const SegmentEntry& segment : manifest.segments) {
    reading(articles_path(directory, segment), [&](const auto& database) {
      for (const std::string& name :
           {name_term(prefix::outlet, outlet),
            name_term(prefix::outlet, normalise_outlet(outlet))}) {
        for (auto it = database.postlist_begin(name); it != database.postlist_end(name);
             ++it) {
          ids.insert(database.get_document(*it).get_value(slot_id));
        }
      }
      return true;
    });
  }
  return ids;
}

namespace {

// Takes the stories out and their figures off the count.
void remove_stories(Xapian::WritableDatabase& stories, const std::set<std::string>& ids,
                    SegmentEntry& entry) {
  for (const std::string& id : ids) {
    const std::string by_id = term(prefix::id, id);
    const auto place = stories.postlist_begin(by_id);
    if (place == stories.postlist_end(by_id)) continue;
    const auto article = decode_article(stories.get_document(*place).get_data());
    if (!article) throw Xapian::DatabaseCorruptError("a stored article is damaged");
    entry.figures -= article->figures.size();
    stories.delete_document(by_id);
  }
  stories.commit();
  entry.stories = stories.get_doccount();
}

}  // namespace

SegmentEntry copy_without(const std::string& directory, const SegmentEntry& segment,
                          const std::set<std::string>& ids, const std::string& name) {
  const std::string from = directory + "/" + segment.name;
  const std::string aside = directory + "/building-" + name;
  return writing(aside, [&] {
    fs::remove_all(aside);
    fs::create_directory(aside);
    fs::copy(from + "/articles", aside + "/articles");
    Xapian::WritableDatabase stories(aside + "/articles",
                                     Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    SegmentEntry entry = segment;
    entry.name = name;
    remove_stories(stories, ids, entry);
    stories.close();
    settle(aside, directory, name);
    return entry;
  });
}

SegmentEntry merge_segments(const std::string& directory,
                            const std::vector<SegmentEntry>& segments,
                            const std::string& name) {
  const std::string aside = directory + "/building-" + name;
  return writing(aside, [&] {
    fs::remove_all(aside);
    SegmentEntry entry{.name = name};
    std::vector<std::string> folders;
    for (const SegmentEntry& segment : segments) {
      folders.push_back(directory + "/" + segment.name);
      entry.stories += segment.stories;
      entry.figures += segment.figures;
    }
    compact_folders(folders, aside);
    settle(aside, directory, name);
    return entry;
  });
}

}  // namespace broadsheet
