// Decides, story by story in input order, what becomes of each: written anew, kept as it
// is, or known as an exact copy of another; and afterwards what has to go.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/index.h"
#include "indexer/reading.h"
#include "schema/ledger.h"
#include "schema/manifest.h"

namespace broadsheet {

class Admission {
 public:
  // `before` is the ledger of the index as it is; `reading` identifies the way files are
  // read now (a change of it makes every file a changed one).
  Admission(Ledger before, std::uint64_t reading);

  // Parts the files into those that are unchanged, whose stories are kept as they are,
  // and those that must be read, which are returned. What is known of files outside this
  // run is kept too, but for those below one of `pruned` that have vanished from disk.
  std::vector<FoundFile> files_to_read(const std::vector<FoundFile>& files,
                                       const std::vector<std::string>& pruned);

  // Whether the story is to be written. Fills the ledger.
  bool admit(const FoundFile& file, Reading& reading);

  // Unchanged files holding a copy whose original has gone: to be read after all. Empty
  // when there is none.
  std::vector<FoundFile> files_to_read_again();

  // Ids of which an earlier version must go from the segments.
  std::set<std::string> outdated() const;

  const Ledger& ledger() const { return after_; }
  bool ledger_changed() const;
  Copies copies() const;
  // The counters for the files of this run; every story of theirs is in exactly one.
  Account account(const std::vector<FoundFile>& files) const;

 private:
  void keep(const std::string& path, const LedgerFile& file);
  void make_unique(const FoundFile& file, Reading& reading);

  Ledger before_;
  Ledger after_;
  std::unordered_map<std::string, std::uint64_t> versions_before_;  // by id, indexed ones
  std::unordered_map<std::uint64_t, std::string> owners_;           // content hash -> id
  std::set<std::string> seen_;                                      // ids of this run
};

}  // namespace broadsheet
