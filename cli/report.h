// What became of each story: for people before an index run, as JSON lines after it.
#pragma once

#include <fstream>
#include <string>

#include "indexer/index.h"

namespace broadsheet {

// "indexed   Headline | 2026-04-24 (byline) | BBC News | 3 figures", with its place
// below. Cut to fit a terminal of `width` columns; 0: nothing is cut.
std::string rehearsal_line(const Article& article, Fate fate, std::size_t width);
// Of a story that was not read: its file is unchanged, or has gone.
std::string rehearsal_line(const Outcome& outcome, std::size_t width);

// The file of --report.
class Report {
 public:
  // Nothing is made of an empty name. Throws Error (unwritable).
  explicit Report(std::string path);
  void add(const Outcome& outcome);
  // Throws Error (unwritable) when not all could be written.
  void finish();

 private:
  std::string path_;
  std::ofstream file_;
};

}  // namespace broadsheet
