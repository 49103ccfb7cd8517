// The pages, by what they claim: hostile values are text, unknown is said, and every way
// on is a link.
#include "web/pages.h"

#include <gtest/gtest.h>

#include "web/facets.h"
#include "web/links.h"
#include "web/plot.h"

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

View view_of(SearchRequest request, Tab tab = Tab::stories) {
  View view;
  view.request = std::move(request);
  view.tab = tab;
  return view;
}

std::string results_page(const SearchRequest& request, Results results) {
  Answer answer;
  answer.stories = std::move(results);
  answer.stories.offset = request.offset;
  return broadsheet::results_page(view_of(request), answer);
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
  EXPECT_EQ(times(page, "<script>"), 0U);
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

TEST(ResultsPage, FacetsAreTakenInOrLeftOut) {
  Results results = results_with({hit_titled("T")});
  results.facets = {{"outlet", {{"The Verge", 1234}, {std::nullopt, 2}}},
                    {"year", {{"2026", 7}, {std::nullopt, 1}}}};
  const std::string page = results_page(asking("600 roles"), results);
  EXPECT_TRUE(holds(page, "/search?q=600+roles&amp;in=outlet%3DThe+Verge\""));
  EXPECT_TRUE(holds(page, "/search?q=600+roles&amp;out=outlet%3DThe+Verge\""));
  EXPECT_TRUE(holds(page, "/search?q=600+roles&amp;in=year%3D2026\""));
  EXPECT_TRUE(holds(page, "/search?q=600+roles&amp;in=year%3Dunknown\""));
  EXPECT_TRUE(holds(page, "1,234"));
}

TEST(ResultsPage, AChoiceIsAChipAndCanBeTakenAway) {
  Results results = results_with({hit_titled("T")});
  results.facets = {{"year", {{"2026", 7, Chosen::in}, {"2025", 3, Chosen::out}}}};
  SearchRequest request = asking("600 roles");
  request.in = {{"year", "2026"}};
  request.out = {{"year", "2025"}};
  const std::string page = results_page(request, results);
  EXPECT_TRUE(holds(page, "class=\"chosen\""));
  EXPECT_TRUE(holds(page, "class=\"chosen out\""));
  EXPECT_EQ(times(page, "href=\"/search?q=600+roles&amp;out=year%3D2025\""), 2U);
  EXPECT_EQ(times(page, "href=\"/search?q=600+roles&amp;in=year%3D2026\""), 2U);
  EXPECT_TRUE(holds(page, "href=\"/search?q=600+roles\">Clear the filters"));
}

TEST(ResultsPage, EveryPartOfTheQueryIsAChip) {
  const std::string page =
      results_page(asking("\"a b\" jobs > 500 -c"), results_with({hit_titled("T")}));
  EXPECT_TRUE(holds(page, "href=\"/search?q=jobs+%3E+500+-c\""));
  EXPECT_TRUE(holds(page, "href=\"/search?q=%22a+b%22+-c\""));
  EXPECT_TRUE(holds(page,
                    "<a class=\"chip out\" "
                    "href=\"/search?q=%22a+b%22+jobs+%3E+500\""));
}

TEST(ResultsPage, GoesOnByCursorAndBackByPlace) {
  SearchRequest request = asking("x");
  request.offset = 20;
  Results results = results_with(std::vector<Hit>(10, hit_titled("T")));
  results.total = 35;
  results.next = "there";
  const std::string page = results_page(request, results);
  EXPECT_TRUE(holds(page, "<a rel=\"prev\" href=\"/search?q=x&amp;offset=10\">"));
  EXPECT_TRUE(holds(page, "<a rel=\"next\" href=\"/search?q=x&amp;cursor=there\">"));
  EXPECT_TRUE(holds(page, "21 to 30 of 35 stories"));
  EXPECT_TRUE(holds(page, "start=\"21\""));
}

TEST(ResultsPage, SaysInHowManyOutletsACopyStands) {
  Hit hit = hit_titled("T");
  hit.cluster = "00000000000000cc";
  hit.copies = 7;
  hit.also_in = 5;
  hit.first = StoryRef{.id = "00000000000000dd",
                       .display_title = "",
                       .title = {},
                       .outlet = std::string(hostile),
                       .date = {},
                       .path = ""};
  const std::string page = results_page(asking("x"), results_with({hit}));
  EXPECT_TRUE(holds(page, ">also in 5 outlets</a>"));
  EXPECT_TRUE(holds(page, "/search?q=cluster%3A00000000000000cc&amp;group=0"));
  EXPECT_EQ(times(page, "<script>"), 0U);
}

TEST(ResultsPage, MarksFiguresThatFitOnlyPossibly) {
  Hit hit = hit_titled("T");
  hit.figures = {figure_of("600 roles")};
  EXPECT_EQ(times(results_page(asking("x"), results_with({hit})), "possibly"), 0U);
  hit.figures[0].match = Sureness::possible;
  EXPECT_EQ(times(results_page(asking("x"), results_with({hit})), ">possibly<"), 1U);
}

TEST(ResultsPage, HasFourTabsOfOneQuery) {
  const std::string page = results_page(asking("x"), results_with({hit_titled("T")}));
  EXPECT_TRUE(holds(page, "<a href=\"/search?q=x\" aria-current=\"page\">Stories"));
  EXPECT_TRUE(holds(page, "<a href=\"/search?q=x&amp;tab=figures\">Figures"));
  EXPECT_TRUE(holds(page, "<a href=\"/search?q=x&amp;tab=timeline\">Timeline"));
  EXPECT_TRUE(holds(page, "<a href=\"/search?q=x&amp;tab=compare\">Compare"));
}

FigureRow row_of(std::int64_t value, std::optional<Date> date) {
  FigureRow row;
  row.figure = figure_of(std::string(hostile));
  row.figure.figure.low = row.figure.figure.high = make_amount(value);
  row.figure.sentence = hostile;
  row.figure.in_sentence = {0, 5};
  row.story.id = "00000000000000aa";
  row.story.outlet = hostile;
  row.story.date = date;
  return row;
}

std::string figures_tab(std::vector<FigureRow> rows) {
  Answer answer;
  answer.stories = results_with({hit_titled("T")});
  answer.figures.emplace();
  answer.figures->total = rows.size();
  answer.figures->rows = std::move(rows);
  answer.figures->histograms = {{"role",
                                 {{make_amount(1).value(), make_amount(2).value(), 3},
                                  {make_amount(2).value(), make_amount(5).value(), 1}}}};
  return broadsheet::results_page(view_of(asking("x"), Tab::figures), answer);
}

TEST(FiguresTab, HasARowAndAMarkForEachClaim) {
  const std::string page = figures_tab({row_of(600, make_date(2026, 4, 1)),
                                        row_of(90000, {}), row_of(8, make_date(2025))});
  EXPECT_EQ(times(page, "<tr><th scope=\"row\">"), 3U);
  EXPECT_EQ(times(page, "<circle class=\"mark\""), 3U);
  EXPECT_TRUE(holds(page, ">no date</text>"));
  EXPECT_TRUE(holds(page, "href=\"/figures.csv?q=x\""));
  EXPECT_TRUE(
      holds(page, "href=\"/search?q=x+role%3A1..2&amp;tab=figures&amp;unit=role\""));
  EXPECT_EQ(times(page, "<script>"), 0U);
  EXPECT_EQ(times(page, "style="), 0U);
}

TEST(FiguresTab, PutsThousandsOfClaimsIntoFewMarks) {
  std::vector<FigureRow> rows;
  for (int i = 0; i < 1000; ++i)
    rows.push_back(row_of(1 + i * i, make_date(2020 + i % 6, 1 + unsigned(i) % 12, 1)));
  const std::string page = figures_tab(rows);
  EXPECT_LT(times(page, "<circle"), 700U);
  EXPECT_EQ(times(page, "<tr><th scope=\"row\">"), 50U);
  EXPECT_TRUE(
      holds(page, "rel=\"next\" href=\"/search?q=x&amp;offset=50&amp;tab=figures"));
}

TEST(FiguresTab, DrawsOddValues) {
  for (const std::int64_t value : {std::int64_t{0}, std::int64_t{-5}, std::int64_t{7}}) {
    EXPECT_TRUE(holds(figures_tab({row_of(value, {})}), "<circle"));
    const std::string page =
        figures_tab({row_of(value, {}), row_of(999'999'999'999'999, make_date(1850))});
    EXPECT_EQ(times(page, "nan") + times(page, "inf"), 0U);
  }
}

TEST(FiguresTab, JoinsRevisedClaimsOnce) {
  FigureRow one = row_of(600, make_date(2026, 4, 1));
  FigureRow two = row_of(900, make_date(2026, 4, 3));
  Agreement agreement;
  agreement.state = Agreement::State::revised;
  agreement.claims = {{one.figure, one.story}, {two.figure, two.story}};
  one.agreement = two.agreement = agreement;
  EXPECT_EQ(times(figures_tab({one, two}), "<path class=\"revised\""), 1U);
}

TEST(TimelineTab, HasALinkForEachBarAndTheUndatedBeside) {
  Answer answer;
  answer.stories = results_with({hit_titled("T")});
  DateHistogram histogram;
  histogram.interval = DateInterval::month;
  histogram.bars = {{20454, 20484, 3}, {20485, 20512, 0}, {20513, 20543, 1}};
  histogram.undated = 4;
  answer.stories.histogram = histogram;
  const std::string page =
      broadsheet::results_page(view_of(asking("x date:2026"), Tab::timeline), answer);
  EXPECT_EQ(times(page, "<rect class=\"bar\""), 2U);
  EXPECT_EQ(times(page, "href=\"/search?q=x+date%3A2026-01\""), 2U);
  EXPECT_TRUE(holds(page, "<title>January 2026: 3 stories</title>"));
  EXPECT_TRUE(holds(page, "4 stories without a known date"));
}

TEST(CompareTab, SetsTwoQueriesSideBySide) {
  Answer answer;
  answer.stories = results_with({hit_titled("One story")});
  answer.other = results_with({hit_titled("Other story")});
  View view = view_of(asking("x"), Tab::compare);
  view.against = hostile;
  const std::string page = broadsheet::results_page(view, answer);
  EXPECT_TRUE(holds(page, "One story"));
  EXPECT_TRUE(holds(page, "Other story"));
  EXPECT_EQ(times(page, "<script>"), 0U);
}

TEST(ResultsPage, SaysPlainlyThatNothingWasFound) {
  const std::string page =
      results_page(asking("zzz outlet:\"The Verge\""), results_with({}));
  EXPECT_TRUE(holds(page, "No story was found for"));
  EXPECT_TRUE(holds(page, "href=\"/search?q=zzz\"><code>") ||
              holds(page, "href=\"/search?q=zzz\">Search without"));
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
  EXPECT_TRUE(holds(page, "<u class=\"odd\">foo:</u>bar roles</code> is not a field"));
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

ArticleView story_of(std::string text) {
  ArticleView view;
  view.article.id = "0123456789abcdef";
  view.article.path = "news/one.txt";
  view.article.title = "A title";
  view.article.text = std::move(text);
  return view;
}

TEST(ArticlePage, TakesHostileValuesAsText) {
  ArticleView view = story_of(std::string(hostile) + "\n" + std::string(hostile));
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
  EXPECT_EQ(times(page, "<script>"), 0U);
  EXPECT_EQ(times(page, "lang=\""), 1U);
}

TEST(ArticlePage, MarksWordsAndFigures) {
  ArticleView view = story_of("Meta let 600 roles go.\nNo more.");
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
  ArticleView view = story_of("Text.");
  view.article.date = make_date(2026, 4, 24);
  view.article.date_source = DateSource::byline;
  const std::string page = article_page(view, "");
  EXPECT_TRUE(holds(page, "<time datetime=\"2026-04-24\">24 April 2026</time>"));
  EXPECT_TRUE(holds(page, "date from its byline"));
}

TEST(ArticlePage, LinksToTheWebOnly) {
  ArticleView view = story_of("Text.");
  view.article.url = "javascript:alert(1)";
  EXPECT_EQ(times(article_page(view, ""), "javascript:"), 0U);
  view.article.url = "https://example.com/a";
  EXPECT_TRUE(holds(article_page(view, ""), "href=\"https://example.com/a\""));
}

TEST(ArticlePage, ShowsCopiesAndWhatWasLeftOut) {
  ArticleView view = story_of("Text.");
  view.also_at = {"copies/two.html"};
  view.article.dropped = {"Share this story"};
  const std::string page = article_page(view, "");
  EXPECT_TRUE(holds(page, "copies/two.html"));
  EXPECT_TRUE(holds(page, "1 passage</summary>"));
  EXPECT_TRUE(holds(page, "Share this story"));
}

TEST(ArticlePage, ShowsWhatWasPutRightByHand) {
  ArticleView view = story_of("Text.");
  view.article.corrections = {{"date", "", "2026-04-24"},
                              {"date_source", "", "corrected"},
                              {"figure:8,000 jobs", "8000 job", ""}};
  const std::string page = article_page(view, "");
  EXPECT_TRUE(holds(page, "<bdi>date</bdi>: 2026-04-24, was unknown"));
  EXPECT_TRUE(holds(page, "<bdi>figure:8,000 jobs</bdi>: unknown, was 8000 job"));
  EXPECT_EQ(times(page, "date_source"), 0U);
}

TEST(ArticlePage, LinksToNearCopiesAndNamesTheFirst) {
  ArticleView view = story_of("Text.");
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
  EXPECT_EQ(times(page, "<script>"), 0U);
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
  const std::string pages[] = {start_page({}, {}),
                               results_page(asking("x"), results_with({hit_titled("T")})),
                               results_page(asking(""), results_with({})),
                               article_page(story_of("Text."), "x"),
                               error_page(404, "There is no page here.", ""),
                               help_page(),
                               figures_tab({row_of(3, {})})};
  for (const std::string& page : pages) {
    for (std::string_view part :
         {"<!DOCTYPE html>", "<html lang=\"en\">", "<main id=\"main\"", "href=\"#main\"",
          "role=\"search\"", "<footer", "/assets/style.", "/assets/page."}) {
      EXPECT_TRUE(holds(page, part));
    }
    EXPECT_EQ(times(page, "<h1"), 1U);
    EXPECT_EQ(times(page, "<script>") + times(page, "style=\"") + times(page, "onclick"),
              0U);
  }
}

}  // namespace
}  // namespace broadsheet
