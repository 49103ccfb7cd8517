// What puts one story before another, each on a few invented stories that differ in that
// alone.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "indexer/index.h"
#include "searcher/searcher.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

using Json = nlohmann::json;
using Ids = std::vector<std::string>;

Json story(const std::string& id, const std::string& text, const std::string& outlet = "",
           const std::string& date = "") {
  Json json{{"id", id}, {"text", text}};
  if (!outlet.empty()) json["outlet"] = outlet;
  if (!date.empty()) json["date"] = date;
  return json;
}

std::string words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "ordinary ";
  return text;
}

class RankingTest : public testing::Test {
 protected:
  void index(const std::vector<Json>& stories) {
    std::string dump;
    for (const Json& story : stories) dump += story.dump() + "\n";
    folder_.write("dump.jsonl", dump);
    index_paths({.database = db(), .paths = {folder_.path("dump.jsonl")}, .read = {}});
  }
  std::string db() const { return folder_.path("db"); }

  // The stories differ in little, and are not to stand for one another.
  Results search(SearchRequest request) const {
    request.group = false;
    return Searcher(db()).search(request);
  }
  Ids ids(const SearchRequest& request) const {
    Ids found;
    for (const Hit& hit : search(request).hits)
      found.push_back(hit.source_id.value_or("?"));
    return found;
  }

  TempFolder folder_;
};

TEST_F(RankingTest, NeighboursOfTheQueryComeFirstAsNeighbours) {
  index(
      {story("apart", "The bridge in Westerport was shut. Panes of glass had come down."),
       story("pair",
             "A glass bridge in Westerport was shut. Panes had come down in it.")});
  EXPECT_EQ(ids({.query = "glass bridge"}), (Ids{"pair", "apart"}));
  EXPECT_EQ(ids({.query = "bridge glass"}).size(), 2U);
}

TEST_F(RankingTest, WhatALeadSpeaksOfComesBeforeWhatIsSaidInPassing) {
  index({story("late", words(180) + "A lighthouse was painted red. " + words(20)),
         story("early", "A lighthouse was painted red. " + words(200))});
  EXPECT_EQ(ids({.query = "lighthouse painted"}), (Ids{"early", "late"}));
}

TEST_F(RankingTest, WordsCloseTogetherComeBeforeScatteredOnes) {
  index(
      {story("scattered", words(140) + "otters " + words(60) + "weir " + words(60) +
                              "census " + words(20)),
       story("close", words(200) + "otters were in the census at a weir " + words(76))});
  EXPECT_EQ(ids({.query = "otters weir census"}), (Ids{"close", "scattered"}));
}

TEST_F(RankingTest, NewerStoriesComeFirstWhenTheyAreAskedFor) {
  index({story("old", "The ferry strike goes on at piers.", "", "2025-03-01"),
         story("new", "The ferry strike goes on at docks.", "", "2025-06-08"),
         story("later", "The ferry strike goes on at moles.", "", "2025-07-20")});
  const auto now = read_date("2025-06-10");
  const Ids asked = ids({.query = "ferry strike", .now = now, .recency = true});
  ASSERT_EQ(asked.size(), 3U);
  EXPECT_EQ(asked.front(), "new");
}

TEST_F(RankingTest, AStoryOfTomorrowIsNoNewsToday) {
  index({story("later", "The ferry strike goes on at moles.", "", "2025-07-20"),
         story("before", "The ferry strike goes on at piers.", "", "2025-05-20")});
  EXPECT_EQ(ids({.query = "ferry", .now = read_date("2025-06-10"), .recency = true}),
            (Ids{"before", "later"}));
}

TEST_F(RankingTest, ASourceThatAQuestionNamesIsLikedButNotRequired) {
  index({story("other", "A bakery in Westerport is moving to barges.", "Quay Herald",
               "2025-05-02"),
         story("liked", "A bakery in Westerport is moving to barges.", "Harbour Post",
               "2025-05-02")});
  const Results results =
      search({.query = "Which bakery, according to Harbour Post, is moving to barges?"});
  ASSERT_EQ(results.hits.size(), 2U);
  EXPECT_EQ(results.hits.front().source_id, "liked");
  EXPECT_NE(results.reading.find("liked, not required: outlet Harbour Post"),
            std::string::npos)
      << results.reading;
  EXPECT_EQ(results.reading.find("harbour"), std::string::npos) << results.reading;
}

TEST_F(RankingTest, ADayThatAQuestionNamesIsLikedButNotRequired) {
  index(
      {story("other", "Bakeries are moving to barges soon.", "Quay Herald", "2025-03-02"),
       story("liked", "Bakeries are moving to barges now.", "Quay Herald",
             "2025-05-02")});
  for (const char* query :
       {"the report published on May 2, 2025 about bakeries and barges",
        "bakeries on barges, as reported by Quay Herald in May 2025",
        "did Quay Herald report on 2025-05-02 that bakeries move to barges"}) {
    EXPECT_EQ(ids({.query = query}), (Ids{"liked", "other"})) << query;
  }
}

// Short stories, of which nine speak of a strike in the same words.
std::vector<Json> many_short_stories() {
  std::vector<Json> stories;
  for (int i = 0; i < 110; ++i) {
    const std::string n = std::to_string(i);
    stories.push_back(
        story("filler" + n, "Notice alpha" + n + " beta" + n + " gamma" + n));
  }
  for (int i = 0; i < 9; ++i)
    stories.push_back(
        story("strike" + std::to_string(i),
              "Ferry strike: stevedores walk off the quay, crew" + std::to_string(i)));
  stories.push_back(story("fares", "Ferry fares and tickets for cyclists"));
  stories.push_back(story("quay", "Ferry left: stevedores on the quay again"));
  stories.push_back(story("without", "Stevedores on the quay again"));
  return stories;
}

TEST_F(RankingTest, ShortStoriesRankByWhatTheBestOnesHaveInCommon) {
  index(many_short_stories());
  const Ids found = ids({.query = "ferry strike", .limit = 20});
  const auto place = [&](const char* id) {
    return std::find(found.begin(), found.end(), id) - found.begin();
  };
  EXPECT_LT(place("quay"), place("fares"));
  EXPECT_EQ(place("without"), static_cast<std::ptrdiff_t>(found.size()))
      << "the words of the best hits find nothing by themselves";
  EXPECT_EQ(found.size(), 11U);
}

TEST_F(RankingTest, PagesArePartsOfOneOrder) {
  index(many_short_stories());
  const Ids whole = ids({.query = "ferry strike", .limit = 11});
  Ids parts;
  for (std::size_t offset = 0; offset < 11; offset += 4) {
    for (std::string& id : ids({.query = "ferry strike", .limit = 4, .offset = offset}))
      parts.push_back(std::move(id));
  }
  EXPECT_EQ(parts, whole);
}

}  // namespace
}  // namespace broadsheet
