// An indexing run from end to end: walk, read, admit, write parts, settle the segments,
// publish. Until the manifest is renamed the old index is what everybody sees; a run that
// is killed leaves only a folder that the next one clears away.
#include "indexer/index.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <thread>
#include <xxhash.h>

#include "article/error.h"
#include "indexer/admission.h"
#include "indexer/lock.h"
#include "indexer/readers/record.h"
#include "indexer/reading.h"
#include "indexer/segments.h"
#include "indexer/walk.h"
#include "schema/fields.h"
#include "schema/manifest.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

// More live segments than this are merged into one: a search over 4 takes half as long
// again as over one, over 16 three times as long.
constexpr std::size_t max_segments = 4;

// Raised when stories are read differently from before, so that unchanged files are read
// again.
constexpr int analysis_version = 1;

std::uint64_t reading_hash(const ReadOptions& options) {
  std::string key = std::to_string(analysis_version);
  for (const auto& [ours, theirs] : options.fields) {
    key.append("\n").append(ours).append("=").append(theirs);
  }
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
              "formats that are read: " + formats + "; each also gzip'd");
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

class IndexRun {
 public:
  IndexRun(const IndexOptions& options, const ProgressCallback& progress)
      : options_(options), progress_(progress), files_(walk(options.paths)) {
    leave_out_the_index(options, files_);
  }

  Account run() {
    const auto start = std::chrono::steady_clock::now();
    const bool existed = has_manifest(options_.database);
    try {
      const WriterLock lock(options_.database);
      Account account = write();
      account.seconds =
          std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
      return account;
    } catch (...) {
      if (!existed && !has_manifest(options_.database)) clear_new_directory();
      throw;
    }
  }

 private:
  Account write() {
    const std::string& directory = options_.database;
    Manifest manifest;
    if (has_manifest(directory)) manifest = read_manifest(directory);
    clear_leftovers(manifest);
    Admission admission(read_ledger(manifest), reading_hash(options_.read));
    next_.revision = manifest.revision + 1;
    SegmentBuilder builder(directory + "/building-new");
    read_all(admission, builder);
    Account account = admission.account(files_.files);
    for (const WalkSkip& skip : files_.skipped) {
      ++account.files_skipped;
      account.skipped.push_back({.path = skip.path, .line = {}, .reason = skip.reason});
    }
    require_something(account, options_.paths);
    const std::set<std::string> outdated = admission.outdated();
    if (builder.empty() && outdated.empty() && manifest.revision > 0 &&
        !admission.ledger_changed()) {
      fs::remove_all(directory + "/building-new");
      return account;
    }
    report("writing");
    settle_segments(manifest, outdated, builder);
    report("publishing");
    write_synced(directory + "/" + next_.ledger_name(),
                 encode_ledger(admission.ledger()));
    write_synced(directory + "/" + next_.copies_name(),
                 encode_copies(admission.copies()));
    publish_manifest(directory, next_);
    clear_old(manifest);
    return account;
  }

  void read_all(Admission& admission, SegmentBuilder& builder) {
    const auto pruned = options_.prune ? options_.paths : std::vector<std::string>{};
    std::vector<FoundFile> todo = admission.files_to_read(files_.files, pruned);
    std::size_t part = 0;
    do {
      if (!todo.empty()) part = read_some(todo, part, admission, builder);
      todo = admission.files_to_read_again();
    } while (!todo.empty());
  }

  // Returns the number for the next part.
  std::size_t read_some(const std::vector<FoundFile>& todo, std::size_t first_part,
                        Admission& admission, SegmentBuilder& builder) {
    std::size_t batches = 0;
    const ReadPlan plan{.files = todo,
                        .options = options_.read,
                        .workers = worker_count(options_.workers),
                        .in_order =
                            [&](ReadBatch& batch) {
                              ++batches;
                              for (Reading& reading : batch.readings) {
                                if (!admission.admit(todo[reading.file], reading))
                                  reading.article.reset();
                              }
                            },
                        .in_parallel =
                            [&](ReadBatch&& batch) {
                              std::vector<const Article*> articles;
                              for (const Reading& reading : batch.readings) {
                                if (reading.article)
                                  articles.push_back(&*reading.article);
                              }
                              builder.write_part(first_part + batch.number, articles);
                            }};
    read_files(plan, progress_);
    return first_part + batches;
  }

  void settle_segments(const Manifest& before, const std::set<std::string>& outdated,
                       SegmentBuilder& builder) {
    const std::string& directory = options_.database;
    for (const SegmentEntry& segment : before.segments) {
      const auto gone = ids_in_segment(directory, segment, outdated);
      if (gone.empty()) {
        next_.segments.push_back(segment);
      } else if (gone.size() < segment.stories) {
        next_.segments.push_back(copy_without(directory, segment, gone, new_name()));
      }
    }
    if (!builder.empty()) next_.segments.push_back(builder.finish(directory, new_name()));
    if (next_.segments.size() > max_segments) {
      next_.segments = {merge_segments(directory, next_.segments, new_name())};
    }
  }

  std::string new_name() { return segment_name(next_.revision, segments_made_++); }

  Ledger read_ledger(const Manifest& manifest) const {
    if (manifest.revision == 0) return {};
    const std::string path = options_.database + "/" + manifest.ledger_name();
    const auto bytes = read_whole(path);
    auto ledger = bytes ? decode_ledger(*bytes) : std::nullopt;
    if (!ledger) {
      throw Error(ErrorCode::damaged, fmt::format("{} is missing or damaged", path),
                  fmt::format("move {} away and index again", options_.database));
    }
    return std::move(*ledger);
  }

  // What a killed run left behind.
  void clear_leftovers(const Manifest& manifest) const {
    remove_entries([&](const std::string& name) { return !is_of(manifest, name); });
  }

  // The revision before the last stays on disk for readers that still open files of it.
  void clear_old(const Manifest& before) const {
    remove_entries([&](const std::string& name) {
      return !is_of(next_, name) && !is_of(before, name);
    });
  }

  static bool is_of(const Manifest& manifest, const std::string& name) {
    if (name == "manifest" || name == "lock") return true;
    if (name == manifest.ledger_name() || name == manifest.copies_name()) return true;
    return std::any_of(manifest.segments.begin(), manifest.segments.end(),
                       [&](const SegmentEntry& segment) { return segment.name == name; });
  }

  // Only names that are ours to make; a stranger's file is left alone.
  template <typename Which>
  void remove_entries(const Which& which) const {
    static constexpr std::string_view ours[] = {"segment-", "ledger-", "copies-",
                                                "building-", "manifest.new"};
    std::vector<fs::path> doomed;
    for (const auto& entry : fs::directory_iterator(options_.database)) {
      const std::string name = entry.path().filename().string();
      const bool made_here =
          std::any_of(std::begin(ours), std::end(ours),
                      [&](auto start) { return name.starts_with(start); });
      if (made_here && which(name)) doomed.push_back(entry.path());
    }
    for (const fs::path& path : doomed) fs::remove_all(path);
  }

  void clear_new_directory() const {
    std::error_code error;
    if (!fs::exists(options_.database + "/lock", error)) return;
    remove_entries([](const std::string&) { return true; });
    fs::remove(options_.database + "/lock", error);
    fs::remove(options_.database, error);  // only when it is empty
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
  Manifest next_;
  std::size_t segments_made_ = 0;
};

}  // namespace

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
  (void)admission.files_to_read(found.files, {});
  const ReadPlan plan{.files = found.files,
                      .options = options.read,
                      .workers = worker_count(0),
                      .in_order =
                          [&](ReadBatch& batch) {
                            for (Reading& reading : batch.readings) {
                              const FoundFile& file = found.files[reading.file];
                              (void)admission.admit(file, reading);
                              if (reading.article) each(*reading.article);
                            }
                          },
                      .in_parallel = {}};
  read_files(plan, {});
  Account account = admission.account(found.files);
  for (const WalkSkip& skip : found.skipped) {
    ++account.files_skipped;
    account.skipped.push_back({.path = skip.path, .line = {}, .reason = skip.reason});
  }
  account.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return account;
}

}  // namespace broadsheet
