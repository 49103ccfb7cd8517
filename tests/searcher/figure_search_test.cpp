// Figures asked of a real index made in a temporary folder.
#include <algorithm>
#include <fmt/format.h>

#include <gtest/gtest.h>

#include "indexer/index.h"
#include "searcher/searcher.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

struct Story {
  const char* title;
  const char* outlet;
  const char* date;
  const char* text;
};

constexpr Story stories[] = {
    {"Harbour Works lets people go", "Reuters", "2026-03-02",
     "Harbour Works will cut about 700 jobs in Rowan Bay. The yard is old."},
    {"Yard in Rowan Bay shrinks", "The Verge", "2026-03-03",
     "Harbour Works will cut 700 positions, it said. A visitor saw 12 gulls."},
    {"Mills grow", "CNN", "2026-01-10",
     "Rowan Mills will add more than 5,000 jobs. It spends $300 million."},
    {"Ferries", "", "", "The ferry line carries 9,000 people a day and has 40 jobs."},
};

class FigureSearchTest : public testing::Test {
 protected:
  FigureSearchTest() {
    std::string dump;
    for (const Story& s : stories) {
      dump += fmt::format(R"({{"title":"{}","outlet":"{}","date":"{}","text":"{}"}})",
                          s.title, s.outlet, s.date, s.text);
      dump += "\n";
    }
    folder_.write("dump.jsonl", dump);
    index_paths({.database = folder_.path("db"),
                 .paths = {folder_.path("dump.jsonl")},
                 .read = {}});
  }

  FigureResults ask(SearchRequest request) const {
    return Searcher(folder_.path("db")).figures(request);
  }
  // What the rows print, parted by |.
  std::string rows(const std::string& query, Sort sort = Sort::relevance) const {
    std::string all;
    for (const FigureRow& row : ask({.query = query, .sort = sort}).rows)
      all += (all.empty() ? "" : "|") + row.figure.printed;
    return all;
  }

  TempFolder folder_;
};

TEST_F(FigureSearchTest, WordsInWhatIsCountedComeFirst) {
  EXPECT_EQ(rows("gulls").substr(0, 8), "12 gulls");
  EXPECT_EQ(rows("people ferry").substr(0, 12), "9,000 people");
}

TEST_F(FigureSearchTest, WhatIsPossibleComesLastAndSaysSo) {
  const FigureResults sure = ask({.query = "jobs>4000"});
  ASSERT_EQ(sure.rows.size(), 1u);
  EXPECT_EQ(sure.rows[0].figure.match, Sureness::sure);
  const FigureResults possible = ask({.query = "jobs>6000"});
  ASSERT_EQ(possible.rows.size(), 1u);
  EXPECT_EQ(possible.rows[0].figure.match, Sureness::possible);
  EXPECT_FALSE(ask({.query = "gulls"}).rows.at(0).figure.match) << "nothing was asked";
}

TEST_F(FigureSearchTest, OnlyFiguresThatMeetAConditionAreListed) {
  EXPECT_EQ(rows("jobs<100"), "40 jobs");
  EXPECT_EQ(rows("jobs<100 OR gulls>10", Sort::figure), "40 jobs|12 gulls");
  EXPECT_EQ(rows("$200m..$400m outlet:CNN"), "$300 million");
  EXPECT_EQ(rows("$200m..$400m outlet:Reuters"), "");
  EXPECT_EQ(rows("jobs>100 -outlet:Reuters"), "more than 5,000 jobs");
}

TEST_F(FigureSearchTest, SortsByValueDateAndOutlet) {
  EXPECT_EQ(rows("jobs>1", Sort::figure), "more than 5,000 jobs|about 700 jobs|40 jobs");
  EXPECT_EQ(rows("jobs>1", Sort::newest), "about 700 jobs|more than 5,000 jobs|40 jobs");
  EXPECT_EQ(rows("jobs>1", Sort::oldest), "more than 5,000 jobs|about 700 jobs|40 jobs");
  EXPECT_EQ(rows("jobs>1", Sort::outlet), "more than 5,000 jobs|about 700 jobs|40 jobs");
}

TEST_F(FigureSearchTest, CursorsReachTheLastRowOnce) {
  std::vector<std::string> seen;
  SearchRequest request{.query = "", .limit = 2};
  for (int page = 0; page < 20; ++page) {
    const FigureResults results = ask(request);
    EXPECT_TRUE(results.exact);
    for (const FigureRow& row : results.rows) seen.push_back(row.figure.printed);
    if (!results.next) break;
    request.cursor = *results.next;
  }
  EXPECT_EQ(seen.size(), ask({.query = ""}).total);
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
}

TEST_F(FigureSearchTest, OutletsAreHeldAgainstEachOther) {
  const FigureResults results = ask({.query = "harbour works cut"});
  ASSERT_GE(results.rows.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& agreement = results.rows[i].agreement;
    ASSERT_TRUE(agreement) << results.rows[i].figure.printed;
    EXPECT_EQ(agreement->state, Agreement::State::agree);
    ASSERT_EQ(agreement->claims.size(), 2u);
    EXPECT_EQ(agreement->claims[0].story.outlet, "Reuters");
    EXPECT_EQ(agreement->claims[1].figure.printed, "700 positions");
  }
}

TEST_F(FigureSearchTest, CountsAreToldOfWhatPassesTheFilters) {
  const FigureResults results = ask({.query = "outlet:CNN"});
  ASSERT_EQ(results.facets.size(), 2u);
  EXPECT_EQ(results.facets[0].values.size(), 2u) << "jobs and dollars";
  EXPECT_EQ(results.histograms.size(), 2u);
  EXPECT_EQ(results.groups.size(), 2u);
  EXPECT_TRUE(ask({.query = "outlet:CNN", .facets = false}).histograms.empty());
}

TEST_F(FigureSearchTest, AnyQueryHasAnAnswer) {
  for (const char* query : {"the", "(((", "\"", "jobs>", "id:nothing", "-jobs",
                            "NOT (a b)", "\xFF\xFE", "date:unknown", "title:mills OR 5%"})
    EXPECT_NO_THROW(ask({.query = query, .offset = 5})) << query;
}

}  // namespace
}  // namespace broadsheet
