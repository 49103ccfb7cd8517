// An indexing run from end to end: walk, read, admit, write parts, publish.
#include "indexer/index.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <thread>
#include <xxhash.h>

#include "article/error.h"
#include "article/outlets.h"
#include "indexer/admission.h"
#include "indexer/clusters.h"
#include "indexer/lock.h"
#include "indexer/readers/record.h"
#include "indexer/reading.h"
#include "indexer/revision.h"
#include "indexer/segments.h"
#include "indexer/walk.h"
#include "schema/manifest.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

// Raised when stories are read differently from before, so that unchanged files are read
// again.
constexpr int analysis_version = 5;

std::uint64_t reading_hash(const ReadOptions& options) {
  std::string key = std::to_string(analysis_version);
  for (const auto& [ours, theirs] : options.fields) {
    key.append("\n").append(ours).append("=").append(theirs);
  }
  for (const FieldRule& rule : options.rules) {
    key.append("\n[").append(rule.pattern).append("]");
    for (const auto& [ours, theirs] : rule.fields) {
      key.append("\n").append(ours).append("=").append(theirs);
    }
  }
  // The names of outlets, those of --outlets among them.
  key.append("\n").append(outlets_text());
  return XXH64(key.data(), key.size(), 0);
}

unsigned worker_count(unsigned asked) {
  return asked > 0 ? asked : std::max(1u, std::thread::hardware_concurrency());
}

std::string joined(const std::vector<std::string>& paths) {
  std::string all;
  for (const std::string& path : paths) all += (all.empty() ? "" : ", ") + path;
  return all;
}

// An error when a run could not read anything at all.
void require_something(const Account& account, const std::vector<std::string>& paths) {
  const std::size_t stories = account.indexed + account.updated + account.unchanged +
                              account.duplicate + account.removed;
  if (stories > 0) return;
  std::string why = "no files there";
  if (!account.skipped.empty()) {
    const Skipped& first = account.skipped.front();
    const auto line = first.line ? fmt::format(":{}", *first.line) : "";
    why = fmt::format("{}{}: {}", first.path, line, first.reason);
    if (account.skipped.size() > 1) {
      why += fmt::format(" (and {} more)", account.skipped.size() - 1);
    }
  }
  std::string formats;
  for (const Reader& reader : readers()) {
    formats += (formats.empty() ? "" : ", ") + std::string(reader.name);
  }
  throw Error(ErrorCode::unreadable,
              fmt::format("nothing to read in {}: {}", joined(paths), why),
              "formats that are read: " + formats +
                  "; each also compressed, in a zip or tar, or on standard input (-)");
}

// The index may lie inside a folder that is indexed; before it has its first manifest the
// walk cannot know it.
void leave_out_the_index(const IndexOptions& options, Walk& found) {
  std::error_code error;
  const std::string database = fs::weakly_canonical(options.database, error).string();
  for (const std::string& given : options.paths) {
    std::string root = fs::weakly_canonical(given, error).string();
    if (!root.ends_with('/')) root += '/';
    if (!database.starts_with(root)) continue;
    const fs::path inside = fs::path(given) / database.substr(root.size()) / "";
    const auto below = [&](const auto& entry) {
      return fs::path(entry.path)
          .lexically_normal()
          .string()
          .starts_with(inside.lexically_normal().string());
    };
    std::erase_if(found.files, below);
    std::erase_if(found.skipped, below);
  }
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void add_walk_skips(const Walk& found, Account& account) {
  for (const WalkSkip& skip : found.skipped) {
    ++account.files_skipped;
    account.skipped.push_back({.path = skip.path, .line = {}, .reason = skip.reason});
  }
}

class IndexRun {
 public:
  IndexRun(const IndexOptions& options, const ProgressCallback& progress)
      : options_(options), progress_(progress), files_(walk(options.paths)) {
    leave_out_the_index(options, files_);
  }

  Account run() {
    const auto start = std::chrono::steady_clock::now();
    Account account = options_.dry_run ? rehearse() : write_locked();
    account.seconds = seconds_since(start);
    return account;
  }

 private:
  Account write_locked() {
    const bool existed = has_manifest(options_.database);
    try {
      const WriterLock lock(options_.database);
      return write();
    } catch (...) {
      if (!existed && !has_manifest(options_.database)) {
        clear_new_directory(options_.database);
      }
      throw;
    }
  }

  Account write() {
    const std::string& directory = options_.database;
    IndexState state = read_index_state(directory);
    clear_leftovers(directory, state.manifest);
    Admission admission = make_admission(state);
    SegmentBuilder builder(building_folder(directory));
    read_all(admission, &builder);
    Account account = tell(admission);
    const std::set<std::string> outdated = admission.outdated();
    if (builder.empty() && outdated.empty() && state.manifest.revision > 0 &&
        !admission.ledger_changed()) {
      fs::remove_all(building_folder(directory));
      return account;
    }
    report("writing");
    publish_revision(directory, state.manifest,
                     {.outdated = outdated,
                      .fresh = builder,
                      .ledger = admission.ledger(),
                      .copies = admission.copies(),
                      .by_hand = state.by_hand});
    return account;
  }

  // The same without a trace: no lock, no folder.
  Account rehearse() {
    IndexState state = read_index_state(options_.database);
    Admission admission = make_admission(state);
    read_all(admission, nullptr);
    return tell(admission);
  }

  // `state` must stay until the run is over.
  Admission make_admission(IndexState& state) {
    Admission admission(std::move(state.ledger), reading_hash(options_.read));
    admission.set_by_hand(state.by_hand);
    admission.set_clusters(clusters_);
    manifest_ = &state.manifest;
    return admission;
  }

  Account tell(const Admission& admission) {
    Account account = admission.account(files_.files);
    add_walk_skips(files_, account);
    require_something(account, options_.paths);
    if (!options_.outcome) return account;
    admission.outcomes(files_.files, options_.outcome);
    for (const WalkSkip& skip : files_.skipped) {
      options_.outcome({.fate = Fate::file_skipped,
                        .path = skip.path,
                        .member = {},
                        .line = {},
                        .id = {},
                        .reason = skip.reason});
    }
    return account;
  }

  void read_all(Admission& admission, SegmentBuilder* builder) {
    std::vector<FoundFile> todo =
        admission.files_to_read(files_.files, options_.paths, options_.prune);
    // An unchanged file costs a look at it, no more.
    if (!todo.empty()) clusters_.load(options_.database, *manifest_);
    std::size_t part = 0;
    do {
      if (!todo.empty()) part = read_some(todo, part, admission, builder);
      todo = admission.files_to_read_again();
    } while (!todo.empty());
    admission.settle_corrections();
  }

  // Returns the number for the next part.
  std::size_t read_some(const std::vector<FoundFile>& todo, std::size_t first_part,
                        Admission& admission, SegmentBuilder* builder) {
    std::size_t batches = 0;
    ReadPlan plan{.files = todo,
                  .options = options_.read,
                  .workers = worker_count(options_.workers),
                  .in_order =
                      [&](ReadBatch& batch) {
                        ++batches;
                        admit(todo, batch, admission);
                      },
                  .in_parallel = {}};
    if (builder != nullptr) {
      plan.in_parallel = [&](ReadBatch&& batch) {
        write_part(first_part + batch.number, batch, *builder);
      };
    }
    read_files(plan, progress_);
    return first_part + batches;
  }

  // Lets go of the stories that are not to be written.
  void admit(const std::vector<FoundFile>& todo, ReadBatch& batch, Admission& admission) {
    std::vector<std::string> sketches;
    for (Reading& reading : batch.readings) {
      std::string sketch;
      const Fate fate = admission.admit(todo[reading.file], reading, sketch);
      if (options_.each && reading.article) options_.each(*reading.article, fate);
      if (fate != Fate::indexed && fate != Fate::updated) reading.article.reset();
      sketches.push_back(std::move(sketch));
    }
    if (options_.dry_run) return;
    const std::lock_guard lock(sketches_mutex_);
    sketches_[batch.number] = std::move(sketches);
  }

  void write_part(std::size_t part, const ReadBatch& batch, SegmentBuilder& builder) {
    std::vector<std::string> sketches;
    {
      const std::lock_guard lock(sketches_mutex_);
      sketches = std::move(sketches_.extract(batch.number).mapped());
    }
    std::vector<NewStory> stories;
    for (std::size_t i = 0; i < batch.readings.size(); ++i) {
      if (!batch.readings[i].article) continue;
      stories.push_back(
          {.article = &*batch.readings[i].article, .sketch = std::move(sketches[i])});
    }
    builder.write_part(part, stories);
  }

  void report(std::string_view phase) const {
    if (!progress_) return;
    progress_({.files_done = files_.files.size(),
               .files_total = files_.files.size(),
               .stories = 0,
               .phase = phase});
  }

  const IndexOptions& options_;
  const ProgressCallback& progress_;
  Walk files_;
  const Manifest* manifest_ = nullptr;
  Clusters clusters_;
  std::mutex sketches_mutex_;
  std::map<std::size_t, std::vector<std::string>> sketches_;  // by batch
};

}  // namespace

std::string_view to_string(Fate fate) {
  switch (fate) {
    case Fate::indexed:
      return "indexed";
    case Fate::updated:
      return "updated";
    case Fate::unchanged:
      return "unchanged";
    case Fate::duplicate:
      return "duplicate";
    case Fate::removed:
      return "removed";
    case Fate::skipped:
      return "skipped";
    case Fate::file_skipped:
      return "file skipped";
  }
  return "";
}

Account index_paths(const IndexOptions& options, const ProgressCallback& progress) {
  check_fields(options.read.fields);
  return IndexRun(options, progress).run();
}

Account extract_paths(const ExtractOptions& options,
                      const std::function<void(const Article&)>& each) {
  const auto start = std::chrono::steady_clock::now();
  check_fields(options.read.fields);
  const Walk found = walk(options.paths);
  Admission admission({}, 0);
  (void)admission.files_to_read(found.files, {}, false);
  const ReadPlan plan{.files = found.files,
                      .options = options.read,
                      .workers = worker_count(0),
                      .in_order =
                          [&](ReadBatch& batch) {
                            for (Reading& reading : batch.readings) {
                              const FoundFile& file = found.files[reading.file];
                              std::string sketch;
                              (void)admission.admit(file, reading, sketch);
                              if (reading.article) each(*reading.article);
                            }
                          },
                      .in_parallel = {},
                      .batch_bytes = 256u << 10};
  read_files(plan, {});
  Account account = admission.account(found.files);
  add_walk_skips(found, account);
  account.seconds = seconds_since(start);
  return account;
}

}  // namespace broadsheet
