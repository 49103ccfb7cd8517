#include "searcher/render.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

FigureInContext about_600() {
  FigureInContext in_context;
  in_context.figure.low = in_context.figure.high = make_amount(600);
  in_context.figure.bound = Bound::about;
  in_context.figure.unit = "role";
  in_context.figure.dimension = "count";
  in_context.figure.counts = "AI role";
  in_context.figure.span = {114, 123};
  in_context.printed = "about 600";
  in_context.sentence = "It cuts about 600 AI roles.";
  in_context.in_sentence = {8, 17};
  return in_context;
}

Hit full_hit() {
  Hit hit;
  hit.id = "0123456789abcdef";
  hit.source_id = "story 7";
  hit.path = "news/dump.jsonl";
  hit.line = 7;
  hit.url = "https://example.org/a";
  hit.title = hit.display_title = "Firm cuts AI roles";
  hit.outlet = "BBC News";
  hit.credited = {"BBC Technology"};
  hit.date = make_date(2025, 10, 22);
  hit.date_source = DateSource::byline;
  hit.score = 1.5;
  hit.snippet = {"It cuts about 600 AI roles.", {{3, 7}}, {{8, 17}}};
  hit.figures = {about_600()};
  return hit;
}

Results one_hit() {
  Results results;
  results.query = "cuts AND AND roles";
  results.reading = "stories about cuts and roles";
  results.remarks = {{{9, 12}, "nothing to join here", "cuts AND roles"}};
  results.total = 1;
  results.took_ms = 2;
  results.hits = {full_hit()};
  results.facets = {{"outlet", {{"BBC News", 1}, {std::nullopt, 2}}}};
  return results;
}

FigureResults one_figure() {
  FigureResults results;
  results.query = "roles";
  results.reading = "stories about roles";
  results.total = 1;
  results.rows = {{about_600(),
                   {"0123456789abcdef", "Firm cuts AI roles", "Firm cuts AI roles",
                    "BBC News", make_date(2025, 10, 22), "news/a.txt"},
                   3,
                   std::nullopt}};
  return results;
}

std::string search_as(std::string_view format, const Results& results,
                      const RenderOptions& options = {}) {
  return renderer_named(format)->search(results, options);
}

std::string figures_as(std::string_view format, const FigureResults& results,
                       const RenderOptions& options = {}) {
  return renderer_named(format)->figures(results, options);
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    longest = std::max(longest, display_width(text.substr(at, end - at)));
    at = end + 1;
  }
  return longest;
}

// Whatever a story holds, in every place that is printed.
constexpr const char* nasty =
    "=\x1b[31mred\x1b]0;title\a \x9b \xC2\x9B\"q\",\r\n\xFF\xE2\x80\xAEtail";

Results hostile() {
  Results results = one_hit();
  results.query = results.reading = nasty;
  results.remarks = {{{2, 9000}, nasty, nasty}};
  Hit& hit = results.hits.front();
  hit.display_title = nasty;
  hit.title = hit.outlet = hit.url = hit.source_id = nasty;
  hit.path = nasty;
  hit.credited = hit.cited = {nasty};
  hit.snippet = {nasty, {{3, 400}, {0, 2}}, {{900, 20}}};
  hit.figures.front().printed = hit.figures.front().sentence = nasty;
  hit.figures.front().figure.counts = nasty;
  return results;
}

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
            (std::vector<std::string>{"query", "reading", "remarks", "total", "exact",
                                      "partial", "took_ms", "hits", "facets", "next"}));
  EXPECT_EQ(keys(json["hits"][0]),
            (std::vector<std::string>{
                "id",      "source_id", "path",           "member",      "line",
                "url",     "title",     "display_title",  "outlet",      "credited",
                "cited",   "date",      "date_precision", "date_source", "score",
                "cluster", "copies",    "corrected",      "snippet",     "figures"}));
  EXPECT_EQ(json["remarks"].dump(),
            R"([{"start":9,"end":12,"message":"nothing to join here",)"
            R"("suggestion":"cuts AND roles"}])");
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

FigureResults compared(Agreement::State state) {
  FigureResults results = one_figure();
  FigureRow& row = results.rows.front();
  row.figure.match = Sureness::possible;
  StoryRef other = row.story;
  other.id = "fedcba9876543210";
  other.outlet = "Example Post";
  row.agreement = Agreement{.state = state,
                            .claims = {{row.figure, row.story}, {about_600(), other}}};
  results.groups = {{"role", "AI role", std::nullopt, 2, *make_amount(6, 2),
                     *make_amount(6, 2), *make_amount(8, 3), make_date(2025, 10, 22),
                     make_date(2026, 4, 24)}};
  results.facets = {{"unit", {{"role", 2}}}};
  results.histograms = {{"role", {{*make_amount(5, 2), *make_amount(1, 3), 2}}}};
  results.exact = false;
  return results;
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

TEST(TextRenderer, SaysWhatOtherSourcesSay) {
  const auto text = [](Agreement::State state) {
    return figures_as("text", compared(state));
  };
  EXPECT_NE(text(Agreement::State::agree)
                .find("\n    agrees with about 600 (Example Post, 2025-10-22)\n"),
            std::string::npos)
      << text(Agreement::State::agree);
  EXPECT_NE(text(Agreement::State::differ).find("\n    differs from about 600"),
            std::string::npos);
  EXPECT_NE(text(Agreement::State::revised)
                .find("\n    revised: about 600 (BBC News, 2025-10-22); about 600 (Ex"),
            std::string::npos);
  EXPECT_NE(text(Agreement::State::agree).find("about 600 (possibly)"),
            std::string::npos);
  EXPECT_EQ(text(Agreement::State::agree).find("at least 1 figure"), 0u);
}

TEST(TextRenderer, PrintsGroupsInPlaceOfRows) {
  RenderOptions options;
  options.groups = true;
  EXPECT_EQ(figures_as("text", compared(Agreement::State::agree), options),
            "at least 1 figure: stories about roles\n"
            "unit: role 2\n"
            "role 500-1000: 2\n"
            "\n"
            "thing    said of  n  least  median  most  days\n"
            "AI role           2    600     600  8000  2025..2026\n");
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

TEST(TextRenderer, ShowsAHitAsAPersonReadsIt) {
  EXPECT_EQ(search_as("text", one_hit()),
            "1 story: stories about cuts and roles\n"
            "    cuts AND AND roles\n"
            "             ^^^\n"
            "    nothing to join here; try cuts AND roles\n"
            "\n"
            " 1. Firm cuts AI roles\n"
            "    BBC News \xC2\xB7 2025-10-22 \xC2\xB7 credits BBC Technology\n"
            "    It cuts about 600 AI roles.\n"
            "    figures: about 600 (AI role)\n"
            "    news/dump.jsonl:7\n");
}

TEST(TextRenderer, NamesWhatIsCountedOnce) {
  Results results = one_hit();
  results.hits.front().figures.front().printed = "About 600 Roles";
  EXPECT_NE(search_as("text", results).find("figures: About 600 Roles\n"),
            std::string::npos);
}

TEST(TextRenderer, SaysThatTheDateIsUnknown) {
  Results results = one_hit();
  results.hits.front().date.reset();
  EXPECT_NE(search_as("text", results).find("BBC News \xC2\xB7 date unknown"),
            std::string::npos);
}

TEST(TextRenderer, MarksWordsAndFiguresOnATerminalOnly) {
  RenderOptions options;
  options.colour = true;
  const std::string text = search_as("text", one_hit(), options);
  EXPECT_NE(text.find("It \x1b[1;33mcuts\x1b[0m \x1b[36mabout 600\x1b[0m AI roles."),
            std::string::npos)
      << text;
  EXPECT_EQ(search_as("text", one_hit()).find('\x1b'), std::string::npos);
}

TEST(TextRenderer, LetsNoStoryReachTheTerminal) {
  for (const std::string& text :
       {search_as("text", hostile()), figures_as("text", one_figure())}) {
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find('\a'), std::string::npos);
    EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos);
    EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
  }
}

TEST(TextRenderer, KeepsToTheWidthOfTheTerminal) {
  Results results = hostile();
  results.hits.front().snippet.text =
      std::string(500, 'x') + " \xE6\x97\xA5\xE6\x9C\xAC " + std::string(100, 'y');
  results.query = std::string(300, 'q');
  results.remarks = {{{250, 260}, std::string(200, 'm'), std::nullopt},
                     {{0, 300}, "m", "s"}};
  FigureResults figures = one_figure();
  figures.rows.front().figure.sentence += std::string(300, 'z');
  figures.rows.front().story.outlet = std::string(200, 'o');
  figures.rows.front().figure.printed = std::string(90, '9');
  for (const std::size_t width : {40u, 80u, 133u}) {
    RenderOptions options;
    options.width = width;
    EXPECT_LE(longest_line(search_as("text", results, options)), width);
    EXPECT_LE(longest_line(figures_as("text", figures, options)), width);
  }
}

TEST(TextRenderer, PutsTheSentenceBelowTheRowOfAFigure) {
  FigureResults results = one_figure();
  EXPECT_EQ(figures_as("text", results),
            "1 figure: stories about roles\n"
            "\n"
            "figure               read as    said of  outlet       date\n"
            "about 600 (AI role)  about 600           BBC News +2  2025-10-22\n"
            "    It cuts about 600 AI roles.\n");
}

TEST(TextRenderer, PrintsTheSentenceOfFollowingRowsOnce) {
  FigureResults results = one_figure();
  results.rows.push_back(results.rows.front());
  const std::string text = figures_as("text", results);
  EXPECT_EQ(text.find("It cuts"), text.rfind("It cuts")) << text;
}

struct WidthCase {
  const char* text;
  const char* line;
  std::size_t columns;
};

void PrintTo(const WidthCase& c, std::ostream* out) {
  *out << c.line;
}

class OneLine : public testing::TestWithParam<WidthCase> {};

TEST_P(OneLine, IsSafeAndItsColumnsAreCounted) {
  EXPECT_EQ(one_line(GetParam().text), GetParam().line);
  EXPECT_EQ(display_width(GetParam().text), GetParam().columns);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, OneLine,
    testing::Values(WidthCase{"", "", 0}, WidthCase{" a \t\n b ", "a b", 3},
                    WidthCase{"caf\xC3\xA9", "caf\xC3\xA9", 4},
                    WidthCase{"cafe\xCC\x81", "cafe\xCC\x81", 4},
                    WidthCase{"\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5\xE6\x9C\xAC", 4},
                    WidthCase{"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", 2},
                    WidthCase{"a\x1b[1;31mb", "ab", 2},
                    WidthCase{"a\x1b]0;t\ab", "ab", 2}, WidthCase{"a\x1b", "a", 1},
                    WidthCase{"a\x1b[", "a[", 2}, WidthCase{"a\xC2\x9Bm", "am", 2},
                    WidthCase{"a\xE2\x80\x8B"
                              "b",
                              "ab", 2},
                    WidthCase{"a\xFFz", "a\xEF\xBF\xBDz", 3},
                    WidthCase{"\xE2\x82", "\xEF\xBF\xBD", 1},
                    WidthCase{"\xC2\xA0x\xC2\xA0", "x", 1}));

TEST(Wrap, BreaksAtSpacesAndWithinAWordThatIsTooLong) {
  EXPECT_EQ(wrap("one two three", {}, 7, false),
            (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("abcdefgh ij", {}, 3, false),
            (std::vector<std::string>{"abc", "def", "gh", "ij"}));
  EXPECT_EQ(wrap("\xE6\x97\xA5\xE6\x9C\xAC\xE6\x97\xA5", {}, 5, false),
            (std::vector<std::string>{"\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5"}));
  EXPECT_TRUE(wrap("", {}, 10, false).empty());
  EXPECT_EQ(wrap("\xE6\x97\xA5", {}, 1, false).size(), 1u);
}

TEST(Wrap, EndsAStyleWithItsLine) {
  EXPECT_EQ(wrap("one two", {{{0, 7}, Style::dim}}, 3, true),
            (std::vector<std::string>{"\x1b[2mone\x1b[0m", "\x1b[2mtwo\x1b[0m"}));
}

TEST(CutToWidth, SaysThatItCut) {
  EXPECT_EQ(cut_to_width("abcdef", 4), "abc\xE2\x80\xA6");
  EXPECT_EQ(cut_to_width("abcd", 4), "abcd");
  EXPECT_EQ(cut_to_width("abcd", 0), "");
  EXPECT_EQ(cut_in_middle("news/2026/april/story.txt", 16),
            "news\xE2\x80\xA6l/story.txt");
  EXPECT_EQ(cut_in_middle("story.txt", 9), "story.txt");
  EXPECT_EQ(cut_in_middle("\u4E2D\u4E2D\u4E2D\u4E2D\u4E2D", 7),
            "\xE2\x80\xA6\u4E2D\u4E2D\u4E2D");
  EXPECT_EQ(padded("\xE6\x97\xA5", 4), "\xE6\x97\xA5  ");
}

}  // namespace
}  // namespace broadsheet
