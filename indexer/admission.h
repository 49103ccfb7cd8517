// Decides, story by story in input order, what becomes of each: written anew, kept as it
// is, or known as an exact copy of another; and afterwards what has to go.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/clusters.h"
#include "indexer/index.h"
#include "indexer/reading.h"
#include "schema/hand_work.h"
#include "schema/ledger.h"
#include "schema/manifest.h"

namespace broadsheet {

// The reason of a story that stays out.
inline constexpr std::string_view out_by_hand = "removed by hand";

// The path without "./", "//", "x/.." and a "/" at its end: one file has one name.
std::string tidy_path(const std::string& path);

// Whether it is the folder or lies below it, however both are written.
bool lies_below(const std::string& path, const std::string& folder);

// Whether two names are of the same outlet, however they are written.
bool same_outlet(const std::string& a, const std::string& b);

class Admission {
 public:
  // `before` is the ledger of the index as it is; `reading` identifies the way files are
  // read now (a change of it makes every file a changed one).
  Admission(Ledger before, std::uint64_t reading);

  // Parts the files into those that are unchanged, whose stories are kept as they are,
  // and those that must be read, which are returned. What is known of files outside this
  // run is kept too, but with `prune` those below one of `paths` that have vanished.
  std::vector<FoundFile> files_to_read(const std::vector<FoundFile>& files,
                                       const std::vector<std::string>& paths, bool prune);

  // Puts right by hand what was put right by hand, and keeps out what is to stay out.
  // Corrections of a story that comes again from another place are noted for that.
  void set_by_hand(HandWork& by_hand);
  // Tells near-copies. Without it every story is a cluster of its own.
  void set_clusters(Clusters& clusters) { clusters_ = &clusters; }

  // What is to become of the story. Fills the ledger; sets id, cluster and corrections.
  // `sketch` is filled, encoded, for a story that is to be written.
  Fate admit(const FoundFile& file, Reading& reading, std::string& sketch);

  // Unchanged files holding a copy whose original has gone: to be read after all. Empty
  // when there is none.
  std::vector<FoundFile> files_to_read_again();

  // Once all is admitted: forgets the corrections of stories that others stand for now,
  // and counts those that have lost theirs.
  void settle_corrections();

  // Ids of which an earlier version must go from the segments.
  std::set<std::string> outdated() const;

  const Ledger& ledger() const { return after_; }
  bool ledger_changed() const;
  Copies copies() const;
  // Each story of the files of this run, once, and what has gone from the index.
  void outcomes(const std::vector<FoundFile>& files,
                const std::function<void(const Outcome&)>& each) const;
  // The same counted.
  Account account(const std::vector<FoundFile>& files) const;

 private:
  void keep(const std::string& path, const LedgerFile& file);
  void keep_earlier_input();
  void adopt_for_input();
  void make_unique(const FoundFile& file, Reading& reading);
  const FieldValues* corrections_for(const Article& article);
  const Removal* rule_against(const Article& article) const;
  Fate fate_of(const LedgerStory& story) const;

  Ledger before_;
  Ledger after_;
  std::unordered_map<std::string, std::uint64_t> versions_before_;  // by id, indexed ones
  std::unordered_map<std::uint64_t, std::string> owners_;           // content hash -> id
  struct Turn {
    std::string id;  // of the last record that carried the same
    std::size_t number = 0;
  };
  std::set<std::string> seen_;                   // ids of this run
  std::unordered_map<std::string, Turn> turns_;  // of ids that came more than once
  std::set<std::string> out_;                    // ids of this run that stay out by hand
  std::size_t vanished_files_ = 0;
  std::size_t vanished_stories_ = 0;
  HandWork* by_hand_ = nullptr;
  std::unordered_map<std::uint64_t, std::string> corrected_;  // content hash -> id
  std::map<std::string, std::string> heirs_;  // of corrections: earlier id -> id
  std::size_t corrections_carried_ = 0;
  std::size_t corrections_lost_ = 0;
  Clusters* clusters_ = nullptr;
};

}  // namespace broadsheet
