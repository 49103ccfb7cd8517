#include "searcher/snapshot.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include "article/error.h"

namespace broadsheet {
namespace {

constexpr int max_tries = 5;

std::string signature_of(const std::string& directory) {
  struct stat info {};
  if (::stat((directory + "/manifest").c_str(), &info) != 0) return {};
  return fmt::format("{}-{}-{}.{}", info.st_ino, info.st_size, info.st_mtim.tv_sec,
                     info.st_mtim.tv_nsec);
}

Error damaged(const std::string& directory, const std::string& why) {
  return {ErrorCode::damaged,
          fmt::format("the index at {} cannot be read: {}", directory, why),
          fmt::format("see what is wrong with 'broadsheet check --db {}'", directory)};
}

}  // namespace

SnapshotPool::SnapshotPool(std::string directory) : directory_(std::move(directory)) {
  with([](Snapshot&) {});
}

std::unique_ptr<Snapshot> SnapshotPool::open(const std::string& signature) {
  auto snapshot = std::make_unique<Snapshot>();
  snapshot->signature = signature;
  snapshot->manifest = read_manifest(directory_);
  for (const SegmentEntry& segment : snapshot->manifest.segments) {
    snapshot->segments.emplace_back(articles_path(directory_, segment));
    snapshot->articles.add_database(snapshot->segments.back());
  }
  const std::lock_guard lock(mutex_);
  if (copies_signature_ != signature || !copies_) {
    const auto bytes = read_whole(directory_ + "/" + snapshot->manifest.copies_name());
    auto copies = bytes ? decode_copies(*bytes) : std::nullopt;
    if (!copies)
      throw Xapian::DatabaseOpeningError("the list of copies is missing or damaged");
    copies_ = std::make_shared<const Copies>(std::move(*copies));
    copies_signature_ = signature;
  }
  snapshot->copies = copies_;
  return snapshot;
}

std::unique_ptr<Snapshot> SnapshotPool::lease() {
  const std::string signature = signature_of(directory_);
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(idle_, [&](const auto& idle) { return idle->signature != signature; });
    if (!idle_.empty()) {
      auto snapshot = std::move(idle_.back());
      idle_.pop_back();
      return snapshot;
    }
  }
  return open(signature);
}

void SnapshotPool::give_back(std::unique_ptr<Snapshot> snapshot) {
  constexpr std::size_t most_idle = 16;
  const std::lock_guard lock(mutex_);
  if (idle_.size() < most_idle) idle_.push_back(std::move(snapshot));
}

void SnapshotPool::with(const std::function<void(Snapshot&)>& work) {
  for (int attempt = 1;; ++attempt) {
    try {
      auto snapshot = lease();
      work(*snapshot);
      give_back(std::move(snapshot));
      return;
    } catch (const Xapian::Error& error) {
      if (attempt == max_tries) throw damaged(directory_, error.get_description());
    }
  }
}

}  // namespace broadsheet
