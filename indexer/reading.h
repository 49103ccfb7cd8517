// From files to analysed stories: several workers read, the outcome is taken in the order
// of the input, whatever the workers' pace.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "article/article.h"
#include "indexer/index.h"
#include "indexer/walk.h"

namespace broadsheet {

// One story, or the reason why there is none.
struct Reading {
  std::size_t file = 0;  // index into the files
  std::optional<Article> article;
  std::optional<std::size_t> line;
  std::string reason;                                // of a skip
  bool whole_file = false;                           // the file as such could not be read
  std::optional<std::string> member = std::nullopt;  // of a skip, inside an archive
};

struct ReadBatch {
  std::size_t number = 0;
  std::vector<Reading> readings;  // in input order
};

struct ReadPlan {
  const std::vector<FoundFile>& files;
  const ReadOptions& options;
  unsigned workers = 1;
  // Called for one batch at a time, in input order.
  std::function<void(ReadBatch&)> in_order;
  // Then called for the same batch, several at once. May be empty.
  std::function<void(ReadBatch&&)> in_parallel;
  // What is read ahead for one batch. A batch becomes a part of an index, which wants to
  // be large; when nothing is built of it, small ones give the first story sooner.
  std::size_t batch_bytes = 16u << 20;
};

// The first exception thrown by a callback or a worker ends the run and is thrown on.
void read_files(const ReadPlan& plan, const ProgressCallback& progress);

}  // namespace broadsheet
