// The order of the sample collection for some queries, and what it is worth by judgements
// made by hand (tests/searcher/sample_ranking): a change of quality is a diff somebody
// reads. BROADSHEET_REWRITE_GOLDEN=1 writes order.txt and summary.txt anew.
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "indexer/index.h"
#include "searcher/searcher.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

constexpr std::size_t depth = 10;
constexpr std::size_t shown = 5;  // hits of a query in order.txt
const std::string folder = SOURCE_DIR "/tests/searcher/sample_ranking/";
const std::string sample = SOURCE_DIR "/data/";

struct Judged {
  std::string query;
  std::set<std::string> relevant;
};

std::vector<Judged> judgements() {
  std::vector<Judged> all;
  std::ifstream in(folder + "judgements.tsv");
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    Judged judged{.query = line.substr(0, tab), .relevant = {}};
    std::istringstream keys(line.substr(tab + 1));
    for (std::string key; keys >> key;) judged.relevant.insert(key);
    all.push_back(std::move(judged));
  }
  return all;
}

// Records have ids of their own; other stories are told by their path in the sample.
std::string key_of(const Hit& hit) {
  return hit.source_id.value_or(hit.path.substr(sample.size()));
}

struct Worth {
  double recall = 0;
  double reciprocal_rank = 0;
};

Worth worth_of(const std::vector<Hit>& hits, const std::set<std::string>& relevant) {
  Worth worth;
  for (std::size_t rank = 0; rank < hits.size(); ++rank) {
    if (relevant.count(key_of(hits[rank])) == 0) continue;
    worth.recall += 1.0 / static_cast<double>(std::min(relevant.size(), depth));
    if (worth.reciprocal_rank == 0)
      worth.reciprocal_rank = 1.0 / static_cast<double>(rank + 1);
  }
  return worth;
}

class SampleRanking : public testing::Test {
 protected:
  SampleRanking() {
    IndexOptions request{.database = temp_.path("db"), .paths = {}, .read = {}};
    for (const char* part : {"dumps", "markdown", "pages", "text"})
      request.paths.push_back(sample + part);
    index_paths(request);
    searcher_ = std::make_unique<Searcher>(temp_.path("db"));
  }

  std::vector<Hit> hits(const std::string& query) const {
    SearchRequest request;
    request.query = query;
    request.limit = depth;
    request.now = read_date("2026-05-01");
    request.facets = false;
    request.group = false;
    return searcher_->search(request).hits;
  }

  std::set<std::string> keys() const {
    SearchRequest all;
    all.limit = SearchRequest::max_limit;
    all.group = false;
    std::set<std::string> found;
    for (const Hit& hit : searcher_->search(all).hits) found.insert(key_of(hit));
    return found;
  }

  TempFolder temp_;
  std::unique_ptr<Searcher> searcher_;
};

void expect_golden(const std::string& name, const std::string& text) {
  if (std::getenv("BROADSHEET_REWRITE_GOLDEN") != nullptr) {
    std::ofstream(folder + name) << text;
    return;
  }
  std::ostringstream golden;
  golden << std::ifstream(folder + name).rdbuf();
  EXPECT_EQ(text, golden.str()) << name;
}

TEST_F(SampleRanking, IsAsReviewed) {
  std::string order, summary;
  double recall = 0, reciprocal = 0;
  const auto all = judgements();
  ASSERT_GE(all.size(), 40u);
  for (const Judged& judged : all) {
    const auto found = hits(judged.query);
    const Worth worth = worth_of(found, judged.relevant);
    recall += worth.recall;
    reciprocal += worth.reciprocal_rank;
    order += fmt::format("{}\n", judged.query);
    for (std::size_t i = 0; i < std::min(found.size(), shown); ++i) {
      const bool right = judged.relevant.count(key_of(found[i])) > 0;
      order += fmt::format("  {} {} | {}\n", right ? '+' : ' ', key_of(found[i]),
                           found[i].display_title);
    }
    summary += fmt::format("{:.2f}  {:.2f}  {}\n", worth.recall, worth.reciprocal_rank,
                           judged.query);
  }
  const auto count = static_cast<double>(all.size());
  summary = fmt::format(
      "{} queries: recall@{} {:.3f}, MRR {:.3f}\n\n"
      "recall, reciprocal rank of the first right story, query\n{}",
      all.size(), depth, recall / count, reciprocal / count, summary);
  expect_golden("order.txt", order);
  expect_golden("summary.txt", summary);
}

TEST_F(SampleRanking, IsJudgedByStoriesThatTheSampleHas) {
  const auto known = keys();
  for (const Judged& judged : judgements()) {
    EXPECT_FALSE(judged.relevant.empty()) << judged.query;
    for (const std::string& key : judged.relevant)
      EXPECT_EQ(known.count(key), 1u) << judged.query << ": " << key;
  }
}

}  // namespace
}  // namespace broadsheet
