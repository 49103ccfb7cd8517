#include "searcher/render.h"

#include <gtest/gtest.h>

#include "tests/searcher/render_samples.h"

namespace broadsheet {
namespace {

TEST(Renderers, AreFoundByTheirNames) {
  for (const Renderer& renderer : renderers()) {
    EXPECT_EQ(renderer_named(renderer.name), &renderer);
    EXPECT_FALSE(renderer.description.empty());
  }
  EXPECT_EQ(renderer_named("pdf"), nullptr);
}

TEST(Renderers, TakeAnEmptyAnswer) {
  for (const Renderer& renderer : renderers()) {
    EXPECT_NO_THROW(renderer.search(Results{}, {})) << renderer.name;
    if (renderer.figures == nullptr) continue;
    EXPECT_NO_THROW(renderer.figures(FigureResults{}, {})) << renderer.name;
  }
}

TEST(Renderers, EndWhatTheyPrintWithANewline) {
  for (const Renderer& renderer : renderers()) {
    EXPECT_EQ(renderer.search(one_hit(), {}).back(), '\n') << renderer.name;
    if (renderer.figures == nullptr) continue;
    EXPECT_EQ(renderer.figures(one_figure(), {}).back(), '\n') << renderer.name;
  }
}

TEST(JsonRenderer, PrintsTheKeysOfTheContract) {
  const Json json = Json::parse(search_as("json", one_hit()));
  EXPECT_EQ(keys(json),
            (std::vector<std::string>{"query", "reading", "remarks", "total", "groups",
                                      "exact", "partial", "took_ms", "offset", "hits",
                                      "facets", "facets_more", "histogram", "next"}));
  EXPECT_EQ(keys(json["hits"][0]),
            (std::vector<std::string>{
                "id",      "source_id", "path",           "member",      "line",
                "url",     "title",     "display_title",  "outlet",      "credited",
                "cited",   "date",      "date_precision", "date_source", "score",
                "cluster", "copies",    "also_in",        "first",       "corrected",
                "snippet", "figures"}));
  EXPECT_EQ(json["remarks"].dump(),
            R"([{"start":9,"end":12,"message":"nothing to join here",)"
            R"("suggestion":"cuts AND roles","query":"cuts AND roles"}])");
  EXPECT_EQ(json["facets"].dump(),
            R"({"outlet":[{"value":"BBC News","count":1},{"value":null,"count":2}]})");
  EXPECT_EQ(json["hits"][0]["snippet"]["marks"].dump(), "[[3,7]]");
  EXPECT_TRUE(json["next"].is_null());
}

TEST(JsonRenderer, WritesNullForWhatAHitDoesNotHave) {
  Results results;
  results.hits = {Hit{}};
  const Json hit = Json::parse(search_as("json", results))["hits"][0];
  for (const char* key : {"source_id", "line", "url", "title", "outlet", "date",
                          "date_precision", "date_source", "cluster"})
    EXPECT_TRUE(hit[key].is_null()) << key;
  EXPECT_EQ(hit["credited"], Json::array());
  EXPECT_EQ(hit["figures"], Json::array());
}

TEST(JsonRenderer, PutsTheIdOfABatchLineFirst) {
  RenderOptions options;
  options.query_id = "q1";
  EXPECT_EQ(search_as("json", one_hit(), options).find(R"({"id":"q1","query":)"), 0u);
  EXPECT_EQ(search_as("jsonl", one_hit(), options),
            search_as("json", one_hit(), options));
}

TEST(JsonRenderer, PrintsFigureRowsWithTheirStory) {
  const Json json = Json::parse(figures_as("json", one_figure()));
  for (const char* key : {"query", "total", "rows", "groups"})
    EXPECT_TRUE(json.contains(key)) << key;
  const Json& row = json["rows"][0];
  EXPECT_EQ(row["printed"], "about 600");
  EXPECT_EQ(row["start"], 114);
  EXPECT_EQ(row["sentence"]["start"], 8);
  EXPECT_EQ(row["story"]["outlet"], "BBC News");
  EXPECT_EQ(row["outlets"], 3);
  EXPECT_TRUE(row["agreement"].is_null());
  EXPECT_TRUE(row["match"].is_null());
}

TEST(JsonRenderer, PrintsWhatIsToldOfAllClaims) {
  const Json json = Json::parse(figures_as("json", compared(Agreement::State::differ)));
  const Json& row = json["rows"][0];
  EXPECT_EQ(row["match"], "possible");
  EXPECT_EQ(row["agreement"]["state"], "differ");
  EXPECT_EQ(row["agreement"]["claims"][1]["outlet"], "Example Post");
  EXPECT_EQ(row["agreement"]["claims"][1]["low"], 600);
  EXPECT_EQ(keys(row["agreement"]["claims"][0]),
            (std::vector<std::string>{"printed", "low", "high", "bound", "unit", "outlet",
                                      "date", "story"}));
  EXPECT_EQ(json["exact"], false);
  EXPECT_EQ(json["groups"][0]["maximum"], 8000);
  EXPECT_EQ(json["groups"][0]["latest"], "2026-04-24");
  EXPECT_EQ(json["facets"]["unit"][0]["count"], 2);
  EXPECT_EQ(json["histograms"][0]["bins"][0]["to"], 1000);
}

TEST(CsvRenderer, PrintsGroupsWhenTheyAreAskedFor) {
  RenderOptions options;
  options.groups = true;
  EXPECT_EQ(figures_as("csv", compared(Agreement::State::agree), options),
            "unit,counts,of,count,minimum,median,maximum,first,latest\r\n"
            "role,AI role,,2,600,600,8000,2025-10-22,2026-04-24\r\n");
}

TEST(JsonRenderer, IsValidOnOneLineWhateverTheStoriesHold) {
  const std::string text = search_as("json", hostile());
  EXPECT_TRUE(Json::accept(text));
  EXPECT_EQ(text.find('\n'), text.size() - 1);
}

TEST(JsonlRenderer, PrintsAHitALine) {
  Results results = one_hit();
  results.hits.push_back(full_hit());
  const std::string text = search_as("jsonl", results);
  const std::size_t end = text.find('\n');
  EXPECT_EQ(text.substr(0, end + 1), text.substr(end + 1));
  EXPECT_EQ(Json::parse(text.substr(0, end))["line"], 7);
}

TEST(TrecRenderer, PrintsRunLinesWithoutSpaceInAnId) {
  RenderOptions options;
  options.query_id = "q 1";
  options.rank = 11;
  EXPECT_EQ(search_as("trec", one_hit(), options), "q_1 Q0 story_7 11 1.5 broadsheet\n");
  Results results = one_hit();
  results.hits.front().source_id.reset();
  EXPECT_EQ(search_as("trec", results), "1 Q0 0123456789abcdef 1 1.5 broadsheet\n");
}

TEST(CsvRenderer, HasAHeaderOnlyAtTheStartOfABatch) {
  RenderOptions options;
  options.query_id = "q1";
  const std::string first = search_as("csv", one_hit(), options);
  EXPECT_EQ(first.find("query_id,rank,score,title"), 0u);
  options.first = false;
  EXPECT_EQ(search_as("csv", one_hit(), options).find("q1,1,1.5,Firm cuts AI roles"), 0u);
}

TEST(CsvRenderer, HasAsManyCellsInEveryLine) {
  const auto commas = [](const std::string& text, std::size_t from) {
    const std::size_t end = text.find("\r\n", from);
    return std::count(text.begin() + static_cast<std::ptrdiff_t>(from),
                      text.begin() + static_cast<std::ptrdiff_t>(end), ',');
  };
  for (const std::string& text :
       {search_as("csv", one_hit()), figures_as("csv", one_figure())})
    EXPECT_EQ(commas(text, 0), commas(text, text.find("\r\n") + 2)) << text;
}

struct CellCase {
  const char* title;
  const char* cell;
};

void PrintTo(const CellCase& c, std::ostream* out) {
  *out << c.cell;
}

class CsvCell : public testing::TestWithParam<CellCase> {};

TEST_P(CsvCell, IsQuotedAndDisarmed) {
  Results results = one_hit();
  results.hits.front().display_title = GetParam().title;
  RenderOptions options;
  options.first = false;
  EXPECT_EQ(search_as("csv", results, options)
                .find("1,1.5," + std::string(GetParam().cell) + ",BBC News,"),
            0u)
      << search_as("csv", results, options);
}

INSTANTIATE_TEST_SUITE_P(
    Cells, CsvCell,
    testing::Values(CellCase{"plain", "plain"}, CellCase{"a,b", "\"a,b\""},
                    CellCase{"say \"no\"", "\"say \"\"no\"\"\""},
                    CellCase{"two\nlines", "\"two\nlines\""}, CellCase{"=1+1", "'=1+1"},
                    CellCase{"@x", "'@x"}, CellCase{"\tx", "'\tx"},
                    CellCase{"-12.5", "-12.5"}, CellCase{"+3", "+3"},
                    CellCase{"-1-2", "'-1-2"}, CellCase{"-", "'-"},
                    CellCase{"=a,b", "\"'=a,b\""}, CellCase{"1.2.3", "1.2.3"}));

}  // namespace
}  // namespace broadsheet
