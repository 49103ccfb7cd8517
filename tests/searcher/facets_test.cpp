// Facets, choices, near-copies and pages, on real indexes made in a temporary folder.
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "indexer/index.h"
#include "searcher/searcher.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

using Json = nlohmann::json;
using Ids = std::vector<std::string>;

class FacetsTest : public testing::Test {
 protected:
  void index(const std::vector<Json>& stories, const std::string& name = "dump.jsonl") {
    std::string dump;
    for (const Json& story : stories) dump += story.dump() + "\n";
    folder_.write(name, dump);
    index_paths({.database = db(), .paths = {folder_.path(name)}, .read = {}});
  }
  std::string db() const { return folder_.path("db"); }
  Results search(SearchRequest request) const { return Searcher(db()).search(request); }

  // {"Reuters", 2}; "?" is the unknown.
  static std::map<std::string, std::size_t> counts(const Results& results,
                                                   const std::string& name) {
    std::map<std::string, std::size_t> counts;
    for (const Facet& facet : results.facets) {
      if (facet.name != name) continue;
      for (const FacetValue& value : facet.values)
        counts[value.value.value_or("?")] = value.count;
    }
    return counts;
  }
  static Ids ids(const Results& results) {
    Ids found;
    for (const Hit& hit : results.hits) found.push_back(hit.source_id.value_or("?"));
    std::sort(found.begin(), found.end());
    return found;
  }

  TempFolder folder_;
};

using Counts = std::map<std::string, std::size_t>;

Json story(const std::string& id, const std::string& outlet, const std::string& date,
           const std::string& text) {
  Json json{{"id", id}, {"text", text}};
  if (!outlet.empty()) json["outlet"] = outlet;
  if (!date.empty()) json["date"] = date;
  return json;
}

class Newsroom : public FacetsTest {
 protected:
  Newsroom() {
    Json mill =
        story("mill", "Reuters", "2026-04-24", "The mill cut 800 jobs in Oakham.");
    mill["author"] = "Ann Miller";
    Json dyke =
        story("dyke", "Reuters", "2026-02", "The dyke cost $4 million in Oakham.");
    dyke["author"] = "ANN MILLER";
    Json pier = story("pier", "The Verge", "2025", "The pier at Oakham lost 12 percent.");
    pier["author"] = "Bo Lindqvist";
    index({mill, dyke, pier,
           story("tram", "", "", "The tram of Oakham runs again, said the driver.")});
  }
};

TEST_F(Newsroom, CountsEveryFacetWithTheUnknownApart) {
  const Results results = search({.query = "Oakham"});
  EXPECT_EQ(counts(results, "outlet"),
            (Counts{{"Reuters", 2}, {"The Verge", 1}, {"?", 1}}));
  EXPECT_EQ(counts(results, "year"), (Counts{{"2026", 2}, {"2025", 1}, {"?", 1}}));
  EXPECT_EQ(counts(results, "month"), (Counts{{"2026-04", 1}, {"2026-02", 1}, {"?", 2}}));
  EXPECT_EQ(counts(results, "day"), (Counts{{"2026-04-24", 1}, {"?", 3}}));
  EXPECT_EQ(counts(results, "unit"),
            (Counts{{"job", 1}, {"USD", 1}, {"percent", 1}, {"?", 1}}));
  EXPECT_EQ(counts(results, "counts").count("job"), 1u);
  EXPECT_EQ(results.facets.size(), facet_names().size());
}

TEST_F(Newsroom, FormsOfANameAreOneValue) {
  const Results results = search({.query = "Oakham"});
  const Counts authors = counts(results, "author");
  EXPECT_EQ(authors.size(), 3u);
  EXPECT_EQ(authors.at("Bo Lindqvist"), 1u);
  EXPECT_EQ(ids(search({.query = "", .in = {{"author", "ann miller"}}})),
            (Ids{"dyke", "mill"}));
}

TEST_F(Newsroom, ValuesOfOneFacetAreAlternativesAndFacetsNarrow) {
  EXPECT_EQ(ids(search({.query = "Oakham",
                        .in = {{"outlet", "Reuters"}, {"outlet", "the verge"}}})),
            (Ids{"dyke", "mill", "pier"}));
  EXPECT_EQ(ids(search({.query = "Oakham",
                        .in = {{"outlet", "Reuters"}, {"month", "2026-04"}}})),
            (Ids{"mill"}));
  EXPECT_EQ(ids(search({.query = "Oakham", .out = {{"outlet", "Reuters"}}})),
            (Ids{"pier", "tram"}));
  EXPECT_EQ(ids(search({.query = "Oakham", .in = {{"day", std::nullopt}}})),
            (Ids{"dyke", "pier", "tram"}));
  EXPECT_EQ(
      ids(search({.query = "", .out = {{"outlet", std::nullopt}, {"unit", "usd"}}})),
      (Ids{"mill", "pier"}));
  EXPECT_EQ(search({.query = "Oakham", .in = {{"outlet", "Reuters"}}}).total, 2u);
}

TEST_F(Newsroom, AChoiceDoesNotNarrowItsOwnFacet) {
  const Results results = search(
      {.query = "Oakham", .in = {{"outlet", "Reuters"}}, .out = {{"unit", "USD"}}});
  EXPECT_EQ(results.total, 1u);
  EXPECT_EQ(counts(results, "outlet"),
            (Counts{{"Reuters", 1}, {"The Verge", 1}, {"?", 1}}));
  EXPECT_EQ(counts(results, "unit"), (Counts{{"job", 1}, {"USD", 1}}));
  EXPECT_EQ(counts(results, "year"), (Counts{{"2026", 1}}));
  for (const Facet& facet : results.facets) {
    for (const FacetValue& value : facet.values) {
      const bool reuters = value.value == "Reuters", dollars = value.value == "USD";
      EXPECT_EQ(value.chosen == Chosen::in, reuters) << facet.name;
      EXPECT_EQ(value.chosen == Chosen::out, dollars) << facet.name;
    }
  }
}

TEST_F(Newsroom, AChosenValueThatNobodyHasIsSaidAndFindsNothing) {
  const Results results =
      search({.query = "Oakham", .in = {{"outlet", "Nobody's Post"}}});
  EXPECT_EQ(results.total, 0u);
  ASSERT_EQ(results.remarks.size(), 2u);
  EXPECT_NE(results.remarks[0].message.find("Nobody's Post"), std::string::npos);
  EXPECT_NE(results.remarks[1].message.find("without the chosen"), std::string::npos);
  EXPECT_EQ(counts(results, "outlet").at("Nobody's Post"), 0u);
  EXPECT_EQ(counts(results, "outlet").at("Reuters"), 2u)
      << "what else there is to choose";
}

TEST_F(Newsroom, ListsAreBoundedAndSayHowManyMoreThereAre) {
  const Results results = search({.query = "Oakham", .values = 1});
  EXPECT_EQ(counts(results, "outlet"), (Counts{{"Reuters", 2}, {"?", 1}}));
  EXPECT_EQ(results.facets[0].more, 1u);
  const Results chosen =
      search({.query = "Oakham", .in = {{"outlet", "The Verge"}}, .values = 1});
  EXPECT_EQ(counts(chosen, "outlet").at("The Verge"), 1u) << "stays in view";
  EXPECT_EQ(chosen.facets[0].more, 0u);
}

TEST_F(Newsroom, OneFacetCanBeAskedForByTheBeginningOfAWord) {
  const Results results = search({.query = "Oakham", .facet = {{"author", "lind"}}});
  ASSERT_EQ(results.facets.size(), 1u);
  EXPECT_EQ(counts(results, "author"), (Counts{{"Bo Lindqvist", 1}}));
}

TEST_F(Newsroom, TheUndatedAndTheImpreciseAreInNoBar) {
  const Results results = search({.query = "Oakham"});
  ASSERT_TRUE(results.histogram);
  std::size_t in_bars = 0;
  for (const auto& bar : results.histogram->bars) in_bars += bar.count;
  EXPECT_EQ(results.histogram->undated, 1u);
  EXPECT_EQ(in_bars + results.histogram->imprecise, 3u);
}

TEST_F(Newsroom, AnUpdateIsCountedWithTheRest) {
  const Searcher searcher(db());
  EXPECT_EQ(searcher.search({.query = "Oakham"}).total, 4u);
  index({story("quay", "Reuters", "2026-04-25", "The quay of Oakham has 7 cranes.")},
        "more.jsonl");
  const Results results =
      searcher.search({.query = "Oakham", .in = {{"outlet", "Reuters"}}});
  EXPECT_EQ(ids(results), (Ids{"dyke", "mill", "quay"}));
  EXPECT_EQ(counts(results, "outlet"),
            (Counts{{"Reuters", 3}, {"The Verge", 1}, {"?", 1}}));
  EXPECT_EQ(counts(results, "unit").at("crane"), 1u);
}

// A plain count over all hits against the columns.
TEST_F(FacetsTest, AgreeWithThePlainCountOfTheHits) {
  std::vector<Json> stories;
  for (int i = 0; i < 200; ++i) {
    stories.push_back(
        story(std::to_string(i), i % 7 == 0 ? "" : fmt::format("Paper {}", i % 5),
              i % 11 == 0 ? "" : fmt::format("20{:02}-0{}", i % 13, 1 + i % 9),
              fmt::format("Item {} of the lamp number {} cost {} dollars", i,
                          i * 37 % 101, i + 2)));
  }
  index(stories);
  for (const char* query : {"", "item", "lamp -7", "\"the lamp\""}) {
    SearchRequest request{.query = query, .limit = 1000};
    request.in = {{"year", "2003"}, {"year", "2004"}, {"year", std::nullopt}};
    request.group = false;
    const Results results = search(request);
    Counts months;
    for (const Hit& hit : results.hits) ++months[hit.date ? to_string(*hit.date) : "?"];
    EXPECT_FALSE(months.empty());
    EXPECT_EQ(counts(results, "month"), months) << query;
    EXPECT_EQ(results.hits.size(), results.total);
  }
}

constexpr const char* wire_text =
    "Harbour Works will close its drawing office in Rowan Bay, the yard said. The office "
    "made plans for most of the ferries that cross the bay today, and people in the town "
    "had feared for it since the spring. Unions called for a meeting at once.";

class Copies : public FacetsTest {
 protected:
  Copies() {
    const auto copy = [](const char* id, const char* outlet, const char* date,
                         const char* opening) {
      return story(id, outlet, date, std::string(opening) + wire_text);
    };
    index({copy("late", "Late Post", "2026-04-26", "(Post) "),
           copy("wire", "First Wire", "2026-04-24", "(Wire) "),
           copy("mid", "Mid Paper", "2026-04-25", "(Paper) "),
           story("other", "Mid Paper", "2026-04-20",
                 "The harbour master of Rowan Bay keeps bees, nine hives of them.")});
  }
};

TEST_F(Copies, AreOneHitThatNamesTheFirstPublisher) {
  const Results results = search({.query = "harbour ferries"});
  EXPECT_EQ(results.total, 4u);
  EXPECT_EQ(results.groups, 2u);
  ASSERT_EQ(results.hits.size(), 2u);
  const Hit& hit = results.hits[0];
  EXPECT_EQ(hit.copies, 2u);
  EXPECT_EQ(hit.also_in, 2u);
  ASSERT_TRUE(hit.first);
  EXPECT_EQ(hit.first->outlet, "First Wire");
  EXPECT_FALSE(results.hits[1].first);
}

TEST_F(Copies, AreAllShownWhenThatIsAskedFor) {
  EXPECT_EQ(search({.query = "harbour ferries", .group = false}).hits.size(), 4u);
  const Results grouped = search({.query = "harbour ferries"});
  const std::string cluster = *grouped.hits[0].cluster;
  EXPECT_EQ(ids(search({.query = "cluster:" + cluster})), (Ids{"late", "mid", "wire"}));
  const Results chosen = search({.query = "", .in = {{"cluster", cluster}}});
  EXPECT_EQ(ids(chosen), (Ids{"late", "mid", "wire"}));
  EXPECT_EQ(counts(chosen, "cluster"), (Counts{{cluster, 3}, {"?", 1}}));
  EXPECT_EQ(ids(search({.query = "", .out = {{"cluster", cluster}}})), (Ids{"other"}));
  EXPECT_EQ(ids(search({.query = "", .in = {{"cluster", std::nullopt}}})),
            (Ids{"other"}));
}

TEST_F(Copies, OfBatchRunsAreNeverGrouped) {
  SearchRequest request{.query = "harbour ferries"};
  request.facets = request.snippets = false;
  EXPECT_EQ(search(request).hits.size(), 4u);
}

// Pages of stories that tie, in every order, with copies among them and with the second
// stage of the ranking at work.
class Pages : public FacetsTest {
 protected:
  Pages() {
    std::vector<Json> stories;
    for (int i = 0; i < 1300; ++i) {
      const std::string date =
          i % 10 == 0 ? std::string() : fmt::format("2026-0{}-1{}", 1 + i % 3, i % 2);
      const std::string body = i % 100 < 3
                                   ? std::string(wire_text)
                                   : fmt::format("A lamp of ferries, {} lit.", i % 4);
      stories.push_back(story(std::to_string(i), fmt::format("Paper {}", i % 3), date,
                              body + fmt::format(" Note {}.", i)));
    }
    index(stories);
  }

  // All hits by cursor from page to page.
  Ids walk(SearchRequest request) const {
    const Searcher searcher(db());
    Ids seen;
    std::size_t reachable = 0;
    for (int page = 0; page < 1000; ++page) {
      const Results results = searcher.search(request);
      EXPECT_TRUE(results.remarks.empty());
      reachable = results.reachable();
      for (const Hit& hit : results.hits) seen.push_back(hit.id);
      if (!results.next) break;
      request.cursor = *results.next;
    }
    EXPECT_EQ(seen.size(), reachable);
    return seen;
  }
};

TEST_F(Pages, GiveEveryHitExactlyOnce) {
  for (const bool group : {false, true}) {
    for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest, Sort::figure}) {
      SearchRequest request{.query = "ferries lamp", .limit = 170, .sort = sort};
      request.facets = false;
      request.group = group;
      const Ids seen = walk(request);
      EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), seen.size());
      EXPECT_EQ(seen.size() == 1300u, !group);
    }
  }
}

TEST_F(Pages, GiveEveryHitOnceWhenTheBestAreRankedAgain) {
  SearchRequest request{.query = "ferries", .limit = 170};
  request.facets = false;
  request.recency = true;
  request.now = read_date("2026-02-11");
  for (const char* query : {"ferries", "ferries 3 lit", "", "lit>2"}) {
    request.query = query;
    const Ids seen = walk(request);
    EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), seen.size())
        << query;
  }
}

TEST_F(Pages, TellThatTheIndexHasChangedRatherThanDoubleHits) {
  const Searcher searcher(db());
  SearchRequest request{.query = "ferries", .limit = 5};
  const auto next = searcher.search(request).next;
  ASSERT_TRUE(next);
  request.cursor = *next;
  EXPECT_EQ(searcher.search(request).hits.size(), 5u);
  index({story("new", "Reuters", "2026-05-01", "Ferries sail on.")}, "more.jsonl");
  const Results results = searcher.search(request);
  EXPECT_TRUE(results.hits.empty());
  EXPECT_FALSE(results.next);
  EXPECT_GT(results.total, 1000u);
  ASSERT_FALSE(results.remarks.empty());
  EXPECT_NE(results.remarks[0].message.find("has changed"), std::string::npos);
}

TEST_F(Pages, ACursorOfAnotherQuestionLeadsNowhere) {
  const Searcher searcher(db());
  SearchRequest request{.query = "ferries", .limit = 5};
  request.cursor = *searcher.search(request).next;
  request.query = "lamp";
  const Results results = searcher.search(request);
  EXPECT_TRUE(results.hits.empty());
  EXPECT_EQ(results.remarks.size(), 1u);
}

}  // namespace
}  // namespace broadsheet
