// An index directory opened at one revision, and a pool of such snapshots: a Xapian
// handle belongs to one thread at a time, and opening one costs ten times a look-up.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/manifest.h"
#include "schema/terms.h"

namespace broadsheet {

struct Snapshot {
  std::string signature;  // of the manifest file: changes with every revision
  Manifest manifest;
  Xapian::Database articles;               // all segments as one
  std::vector<Xapian::Database> segments;  // each by itself
  std::shared_ptr<const Copies> copies;
  Stemmer stem;
};

class SnapshotPool {
 public:
  // Throws Error (not_found, wrong_version, damaged).
  explicit SnapshotPool(std::string directory);

  // Runs `work` on a snapshot of the newest revision. When a writer has taken files away
  // under it, the whole of `work` is run again on a fresh snapshot, a few times.
  void with(const std::function<void(Snapshot&)>& work);

  const std::string& directory() const { return directory_; }

 private:
  std::unique_ptr<Snapshot> lease();
  void give_back(std::unique_ptr<Snapshot> snapshot);
  std::unique_ptr<Snapshot> open(const std::string& signature);

  std::string directory_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Snapshot>> idle_;
  std::shared_ptr<const Copies> copies_;  // of copies_signature_
  std::string copies_signature_;
};

}  // namespace broadsheet
