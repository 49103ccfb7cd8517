// The pages, by what they claim: hostile values are text, unknown is said, and every way
// on is a link.
#include "web/pages.h"

#include <gtest/gtest.h>

#include "web/facets.h"
#include "web/links.h"

namespace broadsheet {
namespace {

constexpr std::string_view hostile = "\"><script>alert('1')</script>&";

testing::AssertionResult holds(const std::string& page, std::string_view text) {
  if (page.find(text) != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "not there: " << text << "\nin: " << page;
}

std::size_t times(const std::string& page, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = page.find(text); at != std::string::npos;
       at = page.find(text, at + 1)) {
    ++count;
  }
  return count;
}

Hit hit_titled(std::string title) {
  Hit hit;
  hit.id = "0123456789abcdef";
  hit.path = "news/one.txt";
  hit.title = hit.display_title = std::move(title);
  return hit;
}

Results results_with(std::vector<Hit> hits) {
  Results results;
  results.query = "600 roles";
  results.total = hits.size();
  results.hits = std::move(hits);
  return results;
}

SearchRequest asking(std::string query) {
  return with_query({}, std::move(query));
}

FigureInContext figure_of(std::string printed) {
  FigureInContext out;
  out.figure.low = out.figure.high = make_amount(6, 2);
  out.figure.unit = "role";
  out.figure.of = std::string(hostile);
  out.printed = std::move(printed);
  return out;
}

TEST(ResultsPage, SaysThatAFigureOnlyPossiblyAnswers) {
  Hit hit = hit_titled("Mills close");
  hit.figures = {figure_of("600 roles"), figure_of("more than 500 roles")};
  hit.figures[0].match = Sureness::sure;
  EXPECT_FALSE(holds(results_page(asking("roles>550"), results_with({hit})), "possibly"));
  hit.figures[1].match = Sureness::possible;
  EXPECT_EQ(times(results_page(asking("roles>550"), results_with({hit})), "possibly"),
            1U);
}

TEST(ResultsPage, SaysInHowManyOutletsAStoryIsAndPagesByGroups) {
  Hit hit = hit_titled("Mills close");
  hit.also_in = 3;
  hit.first = StoryRef{.id = "first", .outlet = "First Wire"};
  Results results = results_with({hit});
  results.total = 12;
  results.groups = 1;
  const std::string page = results_page(asking("mills"), results);
  EXPECT_TRUE(holds(page, "also in 3 outlets"));
  EXPECT_TRUE(holds(page, "first in <bdi>First Wire</bdi>"));
  EXPECT_TRUE(holds(page, "12 stories (1 without near-copies)"));
  EXPECT_FALSE(holds(page, "rel=\"next\""));
}

TEST(ResultsPage, TakesHostileValuesAsText) {
  Hit hit = hit_titled(std::string(hostile));
  hit.path = hostile;
  hit.id = hostile;
  hit.url = hostile;
  hit.outlet = hostile;
  hit.credited = {std::string(hostile)};
  hit.snippet = {std::string(hostile), {{0, 4}}, {{3, 9}}};
  hit.figures = {figure_of(std::string(hostile))};
  Results results = results_with({hit});
  results.reading = hostile;
  results.remarks = {{{0, 5}, std::string(hostile), std::string(hostile)}};
  results.facets = {{"outlet", {{std::string(hostile), 3}}},
                    {"year", {{std::string(hostile), 3}}}};
  const std::string page = results_page(asking(std::string(hostile)), results);
  EXPECT_EQ(times(page, "<script"), 0U);
  EXPECT_EQ(times(page, "alert('"), 0U);
  EXPECT_EQ(times(page, " style="), 0U);
  EXPECT_GT(times(page, "&lt;script&gt;"), 5U);
}

TEST(ResultsPage, LinksTheStoryWithItsQuery) {
  const std::string page =
      results_page(asking("600 roles"), results_with({hit_titled("Six hundred go")}));
  EXPECT_TRUE(holds(
      page, "<a href=\"/article/0123456789abcdef?q=600+roles\">Six hundred go</a>"));
  EXPECT_TRUE(holds(page, "data-path=\"news/one.txt\""));
  EXPECT_TRUE(holds(page, "value=\"600 roles\""));
  EXPECT_EQ(times(page, "<h1"), 1U);
}

TEST(ResultsPage, SaysWhatIsNotKnown) {
  const std::string page = results_page(asking("x"), results_with({hit_titled("T")}));
  EXPECT_TRUE(holds(page, "date not known"));
  EXPECT_TRUE(holds(page, "Outlet not known"));
  EXPECT_EQ(times(page, "<time"), 0U);
}

TEST(ResultsPage, ShowsADateAtItsPrecision) {
  Hit hit = hit_titled("T");
  hit.date = make_date(2026, 4);
  const std::string page = results_page(asking("x"), results_with({hit}));
  EXPECT_TRUE(holds(page, "<time datetime=\"2026-04\">April 2026</time>"));
}

TEST(ResultsPage, ListsThreeFiguresAtMostEachOnce) {
  Hit hit = hit_titled("T");
  for (const char* printed :
       {"600 roles", "600 roles", "601 roles", "602 roles", "603"}) {
    hit.figures.push_back(figure_of(printed));
  }
  const std::string page = results_page(asking("x"), results_with({hit}));
  EXPECT_EQ(times(page, "<data class=\"figure\""), 3U);
  EXPECT_EQ(times(page, ">600 roles</data>"), 1U);
  EXPECT_TRUE(holds(page, ">602 roles</data>"));
}

TEST(ResultsPage, FacetsAddToTheQuery) {
  Results results = results_with({hit_titled("T")});
  results.facets = {{"outlet", {{"The Verge", 1234}, {std::nullopt, 2}}},
                    {"year", {{"2026", 7}, {std::nullopt, 1}}}};
  const std::string page = results_page(asking("600 roles"), results);
  EXPECT_TRUE(holds(page, "/search?q=600+roles+outlet%3A%22The+Verge%22"));
  EXPECT_TRUE(holds(page, "/search?q=600+roles+date%3A2026"));
  EXPECT_TRUE(holds(page, "/search?q=600+roles+date%3Aunknown"));
  EXPECT_TRUE(holds(page, "/search?q=600+roles+outlet%3Aunknown"));
  EXPECT_TRUE(holds(page, "1,234"));
}

TEST(ResultsPage, AChosenFacetCanBeTakenAway) {
  Results results = results_with({hit_titled("T")});
  results.facets = {{"year", {{"2026", 7}}}};
  const std::string page = results_page(asking("600 roles date:2026"), results);
  EXPECT_TRUE(holds(page, "class=\"chosen\""));
  EXPECT_TRUE(holds(page, "href=\"/search?q=600+roles\""));
}

TEST(ResultsPage, PagesBothWays) {
  SearchRequest request = asking("x");
  request.offset = 10;
  Results results = results_with(std::vector<Hit>(10, hit_titled("T")));
  results.total = 35;
  const std::string page = results_page(request, results);
  EXPECT_TRUE(holds(page, "<a rel=\"prev\" href=\"/search?q=x\">"));
  EXPECT_TRUE(holds(page, "<a rel=\"next\" href=\"/search?q=x&amp;offset=20\">"));
  EXPECT_TRUE(holds(page, "11 to 20 of 35 stories"));
  EXPECT_TRUE(holds(page, "start=\"11\""));
}

TEST(ResultsPage, GoesOnByCursorWhenItCameByOne) {
  SearchRequest request = asking("x");
  request.cursor = "here";
  Results results = results_with({hit_titled("T")});
  results.next = "there";
  const std::string page = results_page(request, results);
  EXPECT_TRUE(holds(page, "/search?q=x&amp;cursor=there"));
  EXPECT_TRUE(holds(page, "First page"));
}

TEST(ResultsPage, SaysPlainlyThatNothingWasFound) {
  const std::string page =
      results_page(asking("zzz outlet:\"The Verge\""), results_with({}));
  EXPECT_TRUE(holds(page, "No story was found for"));
  EXPECT_TRUE(holds(page, "href=\"/search?q=zzz\""));
}

TEST(ResultsPage, SaysWhenAPageLiesBehindTheLast) {
  SearchRequest request = asking("x");
  request.offset = 50;
  Results results = results_with({});
  results.total = 7;
  const std::string page = results_page(request, results);
  EXPECT_TRUE(holds(page, "no more stories"));
  EXPECT_TRUE(holds(page, "<a href=\"/search?q=x\">Back to the first page"));
  EXPECT_EQ(times(page, "No story was found"), 0U);
}

TEST(ResultsPage, OffersToDropQuotationMarks) {
  const std::string page = results_page(asking("\"a b\" c"), results_with({}));
  EXPECT_TRUE(holds(page, "href=\"/search?q=a+b+c\""));
}

TEST(ResultsPage, ShowsRemarksWithTheirPartOfTheQuery) {
  Results results = results_with({hit_titled("T")});
  results.query = "foo:bar roles";
  results.remarks = {{{0, 4}, "is not a field", "title:"}, {{90, 99}, "is odd", {}}};
  const std::string page = results_page(asking("foo:bar roles"), results);
  EXPECT_TRUE(holds(page, "<code dir=\"auto\">foo:</code> is not a field"));
  EXPECT_TRUE(holds(page, "<a href=\"/search?q=title%3Abar+roles\">"));
  EXPECT_TRUE(holds(page, "<li>is odd</li>"));
}

TEST(ResultsPage, SaysWhenItIsNotWhole) {
  Results results = results_with({hit_titled("T")});
  results.partial = true;
  results.exact = false;
  results.total = 1200;
  const std::string page = results_page(asking("x"), results);
  EXPECT_TRUE(holds(page, "stopped"));
  EXPECT_TRUE(holds(page, "about 1,200 stories"));
}

ArticleView view_of(std::string text) {
  ArticleView view;
  view.article.id = "0123456789abcdef";
  view.article.path = "news/one.txt";
  view.article.title = "A title";
  view.article.text = std::move(text);
  return view;
}

TEST(ArticlePage, TakesHostileValuesAsText) {
  ArticleView view = view_of(std::string(hostile) + "\n" + std::string(hostile));
  Article& article = view.article;
  article.title = hostile;
  article.path = hostile;
  article.outlet = hostile;
  article.language = hostile;
  article.source_id = hostile;
  article.url = "https://example.com/" + std::string(hostile);
  article.authors = article.credited = article.cited = article.dropped = article.repairs =
      view.also_at = {std::string(hostile)};
  article.figures.resize(3);
  article.figures[0].span = {0, 7};
  article.figures[1].span = {90000, 90001};
  article.figures[2].in_title = true;
  article.figures[2].span = {5, 2};
  view.marks = {{1, 5}, {70, 9999}};
  const std::string page = article_page(view, hostile);
  EXPECT_EQ(times(page, "<script"), 0U);
  EXPECT_EQ(times(page, "lang=\""), 1U);
}

TEST(ArticlePage, MarksWordsAndFigures) {
  ArticleView view = view_of("Meta let 600 roles go.\nNo more.");
  view.article.figures.resize(1);
  view.article.figures[0].low = view.article.figures[0].high = make_amount(6, 2);
  view.article.figures[0].unit = "role";
  view.article.figures[0].span = {9, 18};
  view.marks = {{13, 18}};
  const std::string page = article_page(view, "roles");
  EXPECT_TRUE(holds(page,
                    "<data class=\"figure\" value=\"600\" id=\"f1\" "
                    "title=\"600 role\">600 "
                    "<mark>roles</mark></data> go.</p>\n<p dir=\"auto\">No more."));
  EXPECT_TRUE(holds(page, "<a href=\"#f1\">600 roles</a>"));
  EXPECT_TRUE(holds(page, "<a href=\"/search?q=roles\">"));
}

TEST(ArticlePage, TellsWhereTheDateComesFrom) {
  ArticleView view = view_of("Text.");
  view.article.date = make_date(2026, 4, 24);
  view.article.date_source = DateSource::byline;
  const std::string page = article_page(view, "");
  EXPECT_TRUE(holds(page, "<time datetime=\"2026-04-24\">24 April 2026</time>"));
  EXPECT_TRUE(holds(page, "date from its byline"));
}

TEST(ArticlePage, LinksToTheWebOnly) {
  ArticleView view = view_of("Text.");
  view.article.url = "javascript:alert(1)";
  EXPECT_EQ(times(article_page(view, ""), "javascript:"), 0U);
  view.article.url = "https://example.com/a";
  EXPECT_TRUE(holds(article_page(view, ""), "href=\"https://example.com/a\""));
}

TEST(ArticlePage, ShowsCopiesAndWhatWasLeftOut) {
  ArticleView view = view_of("Text.");
  view.also_at = {"copies/two.html"};
  view.article.dropped = {"Share this story"};
  const std::string page = article_page(view, "");
  EXPECT_TRUE(holds(page, "copies/two.html"));
  EXPECT_TRUE(holds(page, "1 passage</summary>"));
  EXPECT_TRUE(holds(page, "Share this story"));
}

TEST(ArticlePage, ShowsWhatWasPutRightByHand) {
  ArticleView view = view_of("Text.");
  view.article.corrections = {{"date", "", "2026-04-24"},
                              {"date_source", "", "corrected"},
                              {"figure:8,000 jobs", "8000 job", ""}};
  const std::string page = article_page(view, "");
  EXPECT_TRUE(holds(page, "<bdi>date</bdi>: 2026-04-24, was unknown"));
  EXPECT_TRUE(holds(page, "<bdi>figure:8,000 jobs</bdi>: unknown, was 8000 job"));
  EXPECT_EQ(times(page, "date_source"), 0U);
}

TEST(ArticlePage, LinksToNearCopiesAndNamesTheFirst) {
  ArticleView view = view_of("Text.");
  view.article.member = "inside/one.txt";
  view.article.outlet = "The Post";
  StoryRef self;
  self.id = view.article.id;
  self.outlet = "The Post";
  StoryRef other;
  other.id = "00000000000000bb";
  other.outlet = std::string(hostile);
  other.date = make_date(2026, 4, 23);
  view.cluster = {.members = {other, self}, .more = 0, .first_outlet = "The Wire"};
  const std::string page = article_page(view, "");
  EXPECT_TRUE(holds(page, "1 near-copy, in 1 other outlet"));
  EXPECT_TRUE(holds(page, "First published by <bdi>The Wire</bdi>"));
  EXPECT_TRUE(holds(page, "href=\"/article/00000000000000bb\""));
  EXPECT_TRUE(holds(page, ", in it inside/one.txt"));
  EXPECT_EQ(times(page, "<script"), 0U);
}

TEST(StartPage, SaysWhatTheCollectionHolds) {
  IndexInfo info;
  info.stories = 25340;
  info.outlets = 1;
  info.figures = 99;
  info.undated = 12;
  info.first = make_date(2022, 1, 3);
  info.last = make_date(2026, 4);
  const std::string page = start_page(info, {"jobs>5000 & <more>"});
  EXPECT_TRUE(holds(page, "25,340"));
  EXPECT_TRUE(holds(page, "<dt>outlet</dt>"));
  EXPECT_TRUE(holds(page, "3 January 2022"));
  EXPECT_TRUE(holds(page, "12 stories without a known date"));
  EXPECT_TRUE(holds(page, "/search?q=jobs%3E5000+%26+%3Cmore%3E"));
}

TEST(StartPage, TellsHowToFillAnEmptyIndex) {
  EXPECT_TRUE(holds(start_page({}, {}), "broadsheet index FOLDER"));
}

TEST(EveryPage, HasItsLandmarksAndNoInlineCode) {
  const std::string pages[] = {
      start_page({}, {}), results_page(asking("x"), results_with({hit_titled("T")})),
      results_page(asking(""), results_with({})), article_page(view_of("Text."), "x"),
      error_page(404, "There is no page here.", "")};
  for (const std::string& page : pages) {
    for (std::string_view part :
         {"<!DOCTYPE html>", "<html lang=\"en\">", "<main id=\"main\"", "href=\"#main\"",
          "role=\"search\"", "<footer", "/assets/style."}) {
      EXPECT_TRUE(holds(page, part));
    }
    EXPECT_EQ(times(page, "<h1"), 1U);
    EXPECT_EQ(times(page, "<script") + times(page, "style=\"") + times(page, "onclick"),
              0U);
  }
}

}  // namespace
}  // namespace broadsheet
