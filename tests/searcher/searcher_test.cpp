// Searching real indexes made in a temporary folder.
#include "searcher/searcher.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

#include <gtest/gtest.h>

#include "article/error.h"
#include "indexer/amend.h"
#include "indexer/index.h"
#include "schema/manifest.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

struct Story {
  const char* id;
  const char* title;
  const char* outlet;
  const char* date;
  const char* text;
};

constexpr Story stories[] = {
    {"cuts", "Firm cuts 8K jobs", "Reuters", "2026-04-24",
     "The firm will lay off 8,000 employees this spring. Internal morale is at a low."},
    {"small", "Lab trims its AI unit", "The Verge", "2025-10-22",
     "About 600 roles go at the lab. The memo names no date."},
    {"capex", "Guidance goes up", "Reuters", "2026-02-01",
     "Capital spending will come to $45-50 billion this year. That is up by 20%."},
    {"undated", "Canteen opens", "", "",
     "The canteen serves 600 meals a day. Nobody lost a job over the canteen."},
    {"old", "Harbour freezes", "Example Post", "1999",
     "The harbour froze for the first time in memory, and morale stayed high."},
};

class SearcherTest : public testing::Test {
 protected:
  SearcherTest() {
    std::string dump;
    for (const Story& s : stories) {
      dump += fmt::format(
          R"({{"id":"{}","title":"{}","outlet":"{}","date":"{}","text":"{}"}})", s.id,
          s.title, s.outlet, s.date, s.text);
      dump += "\n";
    }
    folder_.write("dump.jsonl", dump);
    index();
  }

  void index() {
    index_paths({.database = db(), .paths = {folder_.path("dump.jsonl")}, .read = {}});
  }
  std::string db() const { return folder_.path("db"); }

  static std::vector<std::string> ids(const Results& results) {
    std::vector<std::string> found;
    for (const Hit& hit : results.hits) found.push_back(hit.source_id.value_or("?"));
    return found;
  }
  std::vector<std::string> search(const std::string& query, Sort sort = Sort::relevance) {
    return ids(Searcher(db()).search({.query = query, .sort = sort}));
  }
  std::string first(const std::string& query) {
    const auto found = search(query);
    return found.empty() ? "" : found.front();
  }

  TempFolder folder_;
};

using Ids = std::vector<std::string>;

TEST_F(SearcherTest, RanksTheStoryOfTheWordsFirst) {
  EXPECT_EQ(first("internal morale"), "cuts");
  EXPECT_EQ(first("harbour morale"), "old");
  EXPECT_EQ(first("canteen"), "undated");
}

TEST_F(SearcherTest, AWordSaidOftenInTheQuestionWeighsMore) {
  EXPECT_EQ(first("harbour canteen canteen canteen"), "undated");
  EXPECT_EQ(first("canteen harbour harbour harbour"), "old");
}

TEST_F(SearcherTest, AFigureFindsAllItsSpellings) {
  for (const char* query :
       {"8,000 jobs", "8000 jobs", "8K jobs", "eight thousand jobs"}) {
    EXPECT_EQ(first(query), "cuts") << query;
  }
  EXPECT_EQ(first("$45 billion"), "capex");
  EXPECT_EQ(first("600 roles"), "small");
}

TEST_F(SearcherTest, FieldsPhrasesAndOperatorsFilter) {
  EXPECT_EQ(search("outlet:reuters", Sort::oldest), (Ids{"capex", "cuts"}));
  EXPECT_EQ(search("outlet:theverge.com"), (Ids{"small"})) << "an outlet has many names";
  EXPECT_EQ(search("outlet:unknown"), (Ids{"undated"}));
  EXPECT_EQ(search("\"internal morale\""), (Ids{"cuts"}));
  EXPECT_EQ(search("\"morale internal\""), (Ids{}));
  EXPECT_EQ(search("morale -harbour"), (Ids{"cuts"}));
  EXPECT_EQ(search("morale AND harbour"), (Ids{"old"}));
  EXPECT_EQ(search("title:canteen"), (Ids{"undated"}));
  EXPECT_EQ(search("title:meals"), (Ids{}));
  EXPECT_EQ(search("date:2026", Sort::newest), (Ids{"cuts", "capex"}));
  EXPECT_EQ(search("date:unknown"), (Ids{"undated"}));
  EXPECT_EQ(search("before:2000"), (Ids{"old"}));
}

TEST_F(SearcherTest, AComparisonHoldsInOneSentenceWithItsWords) {
  EXPECT_EQ(search("employees>5000"), (Ids{"cuts"}));
  EXPECT_EQ(search("roles<=600"), (Ids{"small"}));
  EXPECT_EQ(search("meals>=600"), (Ids{"undated"}));
  EXPECT_EQ(search("job>100"), (Ids{"cuts"}))
      << "the canteen's job has no figure beside it";
  EXPECT_EQ(search("$40bn..60bn"), (Ids{"capex"}));
  EXPECT_EQ(search("15%+"), (Ids{"capex"}));
  EXPECT_EQ(search("employees>50000"), (Ids{}));
  EXPECT_EQ(search("employees>5000 OR roles>=600", Sort::oldest), (Ids{"small", "cuts"}));
  EXPECT_EQ(search("lab OR employees>5000", Sort::oldest), (Ids{"small", "cuts"}));
  EXPECT_EQ(search("employees>5000 AND reuters", Sort::oldest), (Ids{}));
  EXPECT_EQ(search("-employees>5000", Sort::oldest),
            (Ids{"old", "small", "capex", "undated"}));
  EXPECT_EQ(search("reuters -(employees>5000)"), search("reuters -employees>5000"));
}

TEST_F(SearcherTest, WhatSurelyMeetsAConditionComesFirst) {
  folder_.write(
      "dump.jsonl",
      R"({"id":"possible","title":"Mills","date":"2026-05-02","text":"Mill by mill by mill, the mills cut more than 5,000 jobs."})"
      "\n"
      R"({"id":"sure","title":"Quarry","date":"2026-05-01","text":"One mill and a quarry of the north, whose owners were long known for their patience, cut 7,000 jobs."})"
      "\n");
  index();
  EXPECT_EQ(search("jobs>6000"), (Ids{"sure", "possible"})) << "nothing ranks";
  EXPECT_EQ(search("jobs>6000", Sort::newest), (Ids{"possible", "sure"}));
  EXPECT_EQ(search("jobs>4000"), (Ids{"possible", "sure"})) << "both surely";
  EXPECT_EQ(search("mill jobs>6000"), (Ids{"sure", "possible"}));
  EXPECT_EQ(search("mill jobs>4000"), (Ids{"possible", "sure"}));
  EXPECT_EQ(search("mill (jobs>6000 OR jobs>4000)"), (Ids{"possible", "sure"}))
      << "one sure alternative is enough";
  const Results results = Searcher(db()).search({.query = "jobs>6000"});
  ASSERT_EQ(results.hits.size(), 2u);
  EXPECT_EQ(results.hits[0].figures.at(0).match, Sureness::sure);
  EXPECT_EQ(results.hits[1].figures.at(0).match, Sureness::possible);
  const Results words = Searcher(db()).search({.query = "mill"});
  EXPECT_EQ(words.hits.at(0).figures.at(0).match, std::nullopt) << "nothing was asked";
}

TEST_F(SearcherTest, ASumIsComparedWithARateWhenNoRateIsAsked) {
  folder_.write(
      "dump.jsonl",
      R"({"id":"hourly","title":"Pay","date":"2026-05-02","text":"Wages rise to £13.40 an hour at the depot."})"
      "\n");
  index();
  EXPECT_EQ(search("wages>£13"), (Ids{"hourly"}));
  EXPECT_EQ(search("wages>£14"), (Ids{}));
  EXPECT_EQ(search("wages>$13"), (Ids{})) << "currencies never convert";
}

TEST_F(SearcherTest, UndatedStoriesComeLastInEitherOrder) {
  EXPECT_EQ(search("", Sort::newest), (Ids{"cuts", "capex", "small", "old", "undated"}));
  EXPECT_EQ(search("", Sort::oldest), (Ids{"old", "small", "capex", "cuts", "undated"}));
}

TEST_F(SearcherTest, TotalCountsStoriesWithAWordThatIsNoStopWord) {
  const Results results = Searcher(db()).search({.query = "the morale of the"});
  EXPECT_EQ(results.total, 2u);
  EXPECT_TRUE(results.exact);
}

TEST_F(SearcherTest, FacetsCountAllMatchesAndKeepTheUnknownApart) {
  const Results results = Searcher(db()).search({.query = "", .limit = 1});
  ASSERT_EQ(results.facets.size(), facet_names().size());
  EXPECT_EQ(results.facets[0].name, "outlet");
  EXPECT_EQ(results.facets[0].values.front().value, "Reuters");
  EXPECT_EQ(results.facets[0].values.front().count, 2u);
  EXPECT_FALSE(results.facets[0].values.back().value);
  EXPECT_EQ(results.facets[4].name, "year");
  EXPECT_EQ(results.facets[4].values.front().value, "2026");
  EXPECT_FALSE(results.facets[4].values.back().value);
}

TEST_F(SearcherTest, CursorsReachTheLastHitOnce) {
  const Searcher searcher(db());
  Ids seen;
  SearchRequest request{.query = "", .limit = 2};
  for (int page = 0; page < 10; ++page) {
    const Results results = searcher.search(request);
    for (const std::string& id : ids(results)) seen.push_back(id);
    if (!results.next) break;
    request.cursor = *results.next;
  }
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(seen, (Ids{"capex", "cuts", "old", "small", "undated"}));
}

TEST_F(SearcherTest, SnippetMarksWordsAndFiguresWhereTheyStand) {
  const Results results = Searcher(db()).search({.query = "employees"});
  ASSERT_EQ(results.hits.size(), 1u);
  const Snippet& snippet = results.hits[0].snippet;
  ASSERT_FALSE(snippet.marks.empty());
  EXPECT_EQ(snippet.marks[0].in(snippet.text), "employees");
  ASSERT_FALSE(snippet.figures.empty());
  EXPECT_EQ(snippet.figures[0].in(snippet.text), "8,000 employees");
}

TEST_F(SearcherTest, SnippetShowsTheFigureThatWasAskedFor) {
  folder_.write("long.txt", "Headline of it\n\nThe firm spoke of jobs for a long time, " +
                                std::string(300, 'x') +
                                ".\n\nIn the end 7,500 people went.");
  index_paths({.database = db(), .paths = {folder_.path("long.txt")}, .read = {}});
  const Results results = Searcher(db()).search({.query = "firm 7.5K"});
  ASSERT_FALSE(results.hits.empty());
  EXPECT_NE(results.hits[0].snippet.text.find("7,500 people"), std::string::npos);
}

TEST_F(SearcherTest, FiguresListsClaimsOfTheMatchingStories) {
  const FigureResults results = Searcher(db()).figures({.query = "\"internal morale\""});
  ASSERT_EQ(results.total, 2u);
  for (const FigureRow& row : results.rows) {
    EXPECT_EQ(to_string(*row.figure.figure.low), "8000");
    EXPECT_EQ(row.story.outlet, "Reuters");
    EXPECT_EQ(row.figure.in_sentence.in(row.figure.sentence), row.figure.printed);
  }
  EXPECT_EQ(Searcher(db()).figures({.query = "roles>=600"}).rows.size(), 1u);
}

TEST_F(SearcherTest, ArticleIsFoundByItsIdWithMarks) {
  const Searcher searcher(db());
  const std::string id = searcher.search({.query = "canteen"}).hits.at(0).id;
  const auto view = searcher.article(id, "meals");
  ASSERT_TRUE(view);
  ASSERT_EQ(view->marks.size(), 1u);
  EXPECT_EQ(view->marks[0].in(view->article.text), "meals");
  EXPECT_FALSE(searcher.article("nosuchid"));
}

TEST_F(SearcherTest, SeesAnUpdateWithoutBeingReopened) {
  const Searcher searcher(db());
  EXPECT_EQ(searcher.search({.query = "zeppelin"}).total, 0u);
  std::ofstream(folder_.path("dump.jsonl"), std::ios::app)
      << "{\"id\":\"new\",\"text\":\"A zeppelin landed.\"}\n";
  index();
  EXPECT_EQ(searcher.search({.query = "zeppelin"}).total, 1u);
  EXPECT_EQ(searcher.info().stories, std::size(stories) + 1);
}

TEST_F(SearcherTest, InfoTellsWhatTheIndexHolds) {
  const IndexInfo info = Searcher(db()).info();
  EXPECT_EQ(info.stories, std::size(stories));
  EXPECT_EQ(info.outlets, 3u);
  EXPECT_EQ(info.undated, 1u);
  EXPECT_EQ(to_string(*info.first), "1999-01-01");
  EXPECT_EQ(to_string(*info.last), "2026-04-24");
}

TEST_F(SearcherTest, CheckIsContentWithASoundIndexAndSeesDamage) {
  EXPECT_EQ(check_index(db()), Ids{});
  std::string table;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(db())) {
    if (entry.path().string().ends_with("articles/docdata.glass")) table = entry.path();
  }
  ASSERT_FALSE(table.empty());
  std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(-200, std::ios::end);
  file.write("XXXXXXXXXXXXXXXX", 16);
  file.close();
  EXPECT_FALSE(check_index(db()).empty());
}

TEST(Searcher, NamesTheMissingIndexAndTheNextStep) {
  try {
    Searcher("/nonexistent/db");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::not_found);
    EXPECT_NE(std::string(error.what()).find("/nonexistent/db"), std::string::npos);
    EXPECT_NE(error.hint().find("broadsheet index"), std::string::npos);
  }
}

TEST_F(SearcherTest, CorrectionsDecideWhoHadAStoryFirst) {
  const std::string text =
      "Harbour Works will close its drawing office in Rowan Bay, the yard said. The "
      "office made plans for most of the ferries that cross the bay today, and people in "
      "the town had feared for it since the spring. Unions called for a meeting at once "
      "and said that they had not been told.";
  folder_.write("dump.jsonl",
                fmt::format(R"({{"outlet":"Later Paper","date":"2026-04-25","text":"{0}"}}
{{"outlet":"First Wire","date":"2026-04-24","text":"(Wire) {0}"}}
)",
                            text));
  index();
  const auto first = [&] {
    Searcher searcher(db());
    const Results results = searcher.search({.query = "outlet:\"Later Paper\""});
    const auto view = searcher.article(results.hits.at(0).id, "");
    return view->cluster.first_outlet.value_or("nobody");
  };
  EXPECT_EQ(first(), "First Wire");
  CorrectionRequest request;
  request.path = folder_.path("dump.jsonl");
  request.line = 2;
  request.set = {{"outlet", "Bay Wire"}};
  correct_stories(db(), {request});
  EXPECT_EQ(first(), "Bay Wire");
  request.set = {{"date", "2026-04-26"}};
  correct_stories(db(), {request});
  EXPECT_EQ(first(), "Later Paper");
  index();
  EXPECT_EQ(first(), "Later Paper");
}

// Sentences are not deleted when their story is; a changed story must not answer with
// what it said before, however many of them lie about.
class ChangingStories : public testing::Test {
 protected:
  void write(int changed) {
    std::string dump;
    for (int i = 0; i < 8; ++i) {
      dump += fmt::format(
          R"({{"id":"{0}","title":"Yard {0}","text":"Yard {0} will cut {1} jobs."}})", i,
          (i < changed ? 900 : 700) + i);
      dump += "\n";
    }
    folder_.write("dump.jsonl", dump);
    index_paths({.database = folder_.path("db"),
                 .paths = {folder_.path("dump.jsonl")},
                 .read = {}});
  }
  std::size_t figures(const std::string& query) const {
    return Searcher(folder_.path("db")).figures({.query = query, .limit = 50}).total;
  }

  TempFolder folder_;
};

TEST_F(ChangingStories, AnswerWithTheirFiguresOfNow) {
  write(0);
  for (const int changed : {1, 2, 5, 8}) {
    write(changed);
    const auto now = static_cast<std::size_t>(changed);
    EXPECT_EQ(figures("jobs>=900"), now);
    EXPECT_EQ(figures("jobs:700..899"), 8 - now);
    const Results early = Searcher(folder_.path("db")).search({.query = "jobs<800"});
    EXPECT_EQ(early.hits.size(), 8 - now);
    EXPECT_EQ(check_index(folder_.path("db")), std::vector<std::string>());
  }
}

}  // namespace
}  // namespace broadsheet
