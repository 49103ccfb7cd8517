// The indexer's face: read paths, create or update the index, give an account.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "article/article.h"
#include "indexer/reader.h"

namespace broadsheet {

// What became of a story, or of a file that is no story.
enum class Fate {
  indexed,
  updated,
  unchanged,
  duplicate,
  removed,
  skipped,
  file_skipped
};

// "indexed", ..., "file skipped".
std::string_view to_string(Fate fate);

// One line of the account.
struct Outcome {
  Fate fate = Fate::indexed;
  std::string path;
  std::optional<std::string> member;
  std::optional<std::size_t> line;
  std::string id;      // of a story; empty for what was skipped
  std::string reason;  // of a skip; of a copy, the id of the story it is a copy of
};

struct IndexOptions {
  std::string database;            // the index directory
  std::vector<std::string> paths;  // files and folders
  ReadOptions read;
  bool prune = false;    // remove the stories of files that have vanished
  bool dry_run = false;  // read and tell, write nothing
  // Called for each story that is read, in input order, with what is to become of it.
  std::function<void(const Article&, Fate)> each = {};
  // Called at the end for each story and file of the account.
  std::function<void(const Outcome&)> outcome = {};
  unsigned workers = 0;  // 0: as many as there are cores
};

struct Skipped {
  std::string path;
  std::optional<std::size_t> line;
  std::string reason;
};

// Every file is in one counter of `files`, every story in one of `stories`.
struct Account {
  std::size_t files_read = 0;
  std::size_t files_skipped = 0;
  std::size_t indexed = 0;    // new
  std::size_t updated = 0;    // replaced an earlier version of itself
  std::size_t unchanged = 0;  // already there
  std::size_t duplicate = 0;  // an exact copy of another story; its path is kept there
  std::size_t removed = 0;
  std::size_t skipped_stories = 0;
  // Of files that have vanished from below the named folders, and were kept.
  std::size_t vanished_files = 0;
  std::size_t vanished_stories = 0;
  // Put right by hand: those that another story with the same content has taken over, and
  // those whose story has gone from the index.
  std::size_t corrections_carried = 0;
  std::size_t corrections_lost = 0;
  std::vector<Skipped> skipped;  // files and stories, with the reason
  double seconds = 0;
};

struct Progress {
  std::size_t files_done = 0;
  std::size_t files_total = 0;
  std::uint64_t bytes_done = 0;  // on the disk, read and analysed
  std::uint64_t bytes_total = 0;
  std::size_t stories = 0;
  std::string_view phase;  // "reading", "writing", "publishing"
};

// Called now and then from the calling thread.
using ProgressCallback = std::function<void(const Progress&)>;

// Throws Error when a named path is missing, nothing was readable, or the index cannot be
// written; then the index is as it was. A story that cannot be read is counted, not
// thrown.
Account index_paths(const IndexOptions& options, const ProgressCallback& progress = {});

// Reads without indexing: each story in input order, analysed.
struct ExtractOptions {
  std::vector<std::string> paths;
  ReadOptions read;
};
Account extract_paths(const ExtractOptions& options,
                      const std::function<void(const Article&)>& each);

}  // namespace broadsheet
