// What day a page says its story is of. Names are invented.
#include "indexer/readers/html_dates.h"

#include <gtest/gtest.h>

#include "tests/indexer/read_page.h"

namespace broadsheet {
namespace {

constexpr const char* stamp =
    R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"River rises",)"
    R"("datePublished":"2026-04-24T23:30:00Z","dateModified":"2026-05-02T08:00:00Z"}</script>)";

TEST(PageDates, ComeFromTheArticleBeforeThePage) {
  check_dates({
      {stamp, "<h1>River rises</h1>", "2026-04-24"},
      {R"(<meta property="article:published_time" content="2026-04-24T10:00:00+02:00">)",
       "<h1>River rises</h1>", "2026-04-24"},
      {R"(<script type="application/ld+json">{"@type":"WebPage","datePublished":"2026-04-24"}</script>)",
       "<h1>About us</h1>", ""},
      {R"(<meta property="article:modified_time" content="2026-04-24">)",
       "<h1>River</h1>", ""},
  });
}

TEST(PageDates, LetThePrintedCalendarDayStand) {
  check_dates({
      // The stamp is in UTC, the paper is printed further east.
      {stamp, "<h1>River rises</h1><p class=date>25 April 2026</p>", "2026-04-25"},
      {stamp, "<h1>River rises</h1><p>By Ann Lee, 25.04.2026, 01:30</p>", "2026-04-25"},
      // The day of the last change, printed without a word, is not the publication.
      {stamp, "<h1>River rises</h1><time datetime=2026-05-02>2 May 2026</time>",
       "2026-04-24"},
      {stamp, "<h1>River rises</h1><p>Updated: 2 May 2026</p>", "2026-04-24"},
  });
}

TEST(PageDates, AreFoundInLinesByTheHeadline) {
  check_dates({
      {"", "<h1>River rises</h1><div>Springfield, 24 April 2026</div>", "2026-04-24"},
      {"", "<span>24.04.2026</span><h1>River rises</h1>", "2026-04-24"},
      {"", "<h1>River rises</h1><p>Von Ann Lee am 24. April 2026</p>", "2026-04-24"},
      {"", "<h1>River rises</h1><p>03/04/2026</p>", "2026-04-03"},
      {"", "<h1>River rises</h1><p>2026年4月24日</p>", "2026-04-24"},
      {"", "<h1>River rises</h1><p>24 апреля 2026 г.</p>", "2026-04-24"},
  });
}

TEST(PageDates, AreFoundFarFromTheHeadlineWhenSaid) {
  const std::string far =
      "<p>Words.</p><p>Words.</p><p>Words.</p><p>Words.</p><p>Words.</p>"
      "<p>Words.</p><p>Words.</p><p>Words.</p><p>Words.</p><p>Words.</p>"
      "<p>Words.</p><p>Words.</p>";
  const std::string start = "<h1>River rises</h1>" + far;
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"<p><small>This entry was posted on Friday, 24 April 2026 at 10:00 by Ann Lee "
       "and is filed under Rivers. You can follow any responses to this entry through "
       "the feed. You can leave a response, or trackback from your own site.</small></p>",
       "2026-04-24"},
      {"<p>Dieser Beitrag wurde am 24. April 2026 um 10:00 Uhr geschrieben</p>",
       "2026-04-24"},
      {"<footer>Erschienen am: 24.04.2026</footer>", "2026-04-24"},
      {"<div class=byline>Von ANN LEE am 24. April 2026</div>", "2026-04-24"},
      {"<div class=\"entry-footer author\">Ann Lee, 24. April 2026</div>", "2026-04-24"},
      {"<footer>24. April 2026</footer>", ""},
      {"<p>24. April 2026</p>", ""},
      {"<div class=author>Ann, 24. April 2026</div><div class=author>Bo, 2. Mai "
       "2026</div><div class=author>Cy, 3. Mai 2026</div>",
       "2026-04-24"}};
  for (const auto& [body, expected] : rows) {
    EXPECT_EQ(first_date(read("", start + body)), expected) << body;
  }
}

TEST(PageDates, AreFoundInTheDatelineWhenNothingElseTells) {
  const std::string words =
      " The river rose by two metres and people left their homes "
      "while helpers put up sandbags along the old town's walls.";
  check_dates({
      {"", ("<h1>River rises</h1><p>Springfield, (24.04.2026)." + words + "</p>").c_str(),
       "2026-04-24"},
      {"", ("<h1>River rises</h1><p>24.04.2026 -" + words + "</p>").c_str(),
       "2026-04-24"},
      {"", ("<h1>River rises</h1><p>On 24 April 2026 -" + words + "</p>").c_str(), ""},
      {"", ("<h1>River rises</h1><p>Valid since 24 April 2026." + words + "</p>").c_str(),
       ""},
  });
}

TEST(PageDates, OfSeveralTimesInALineAreEachWhatTheyAreSaidToBe) {
  check_dates({
      {"",
       "<h1>River rises</h1><p><time itemprop=dateModified datetime=2026-05-02>2 May "
       "2026</time><time itemprop=datePublished datetime=2026-04-24>24 April "
       "2026</time></p>",
       "2026-04-24"},
      {"",
       "<h1>River rises</h1><div class=updated-on><time datetime=2026-05-02>2 May 2026"
       "</time></div><div><time datetime=2026-04-24>24 April 2026</time></div>",
       "2026-04-24"},
      {"", "<h1>River rises</h1><p class=\"entry-meta-date updated\">24 April 2026</p>",
       "2026-04-24"},
      {"",
       "<h1>River rises</h1><p>Ann Lee · 24 April 2026 · print this page, send it to "
       "a friend, read it aloud, keep it for later</p>",
       "2026-04-24"},
  });
}

TEST(PageDates, AreThePrintedOnesWhenAnotherStampSecondsThem) {
  const char* two =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-04-20"}</script>)"
      R"(<meta property="article:published_time" content="2026-04-24T10:00:00+02:00">)";
  check_dates({
      {two, "<h1>River rises</h1><p>24 April 2026</p>", "2026-04-24"},
      {two, "<h1>River rises</h1><p>2 May 2026</p>", "2026-04-20"},
      {"<meta name=dc.date content=2026-04-20>",
       "<h1>River rises</h1><p>24 April 2026</p>", "2026-04-24"},
      {"<meta name=pubdate content=2026-04-20>",
       "<h1>River rises</h1><p>24 April 2026</p>", "2026-04-20"},
  });
}

TEST(PageDates, ComeFromTheDataOfAScriptWhenThatNamesOneDay) {
  check_dates({
      {R"(<script>state={"id":1,"publicationDate":"2026-04-24T10:00:00Z"}</script>)", "",
       "2026-04-24"},
      {R"(<script>push("{\"publishedAt\":\"2026-04-24T10:00:00Z\"}")</script>)", "",
       "2026-04-24"},
      {R"(<script>{"publishedAt":"2026-04-24"},{"publishedAt":"2026-04-20"}</script>)",
       "", ""},
      {R"(<script>{"publishedAt":null,"createdAt":"2026-04-24"}</script>)", "", ""},
      {R"(<script>{"first_published_at":"2026-04-24"}</script>)", "", "2026-04-24"},
  });
}

TEST(PageDates, AreNotThoseOfOtherThings) {
  check_dates({
      {"", "<h1>River rises</h1><div class=comment><p>3 May 2026</p></div>", ""},
      {"",
       "<h1>River rises</h1><figure><figcaption>The dam, 3 May "
       "2020</figcaption></figure>",
       ""},
      {"", "<h1>River rises</h1><footer><p>&copy; 3 May 2026</p></footer>", ""},
      {"", "<h1>River rises</h1><p>Entries until 3 May 2026</p>", ""},
      {"",
       "<h1>Fair</h1><p>Week of 14. - 20. April 2026 and more words to make it long</p>",
       ""},
  });
}

TEST(PageDates, OfStandingPagesAreRefused) {
  const RawStory story =
      read(R"(<meta property="article:published_time" content="2026-04-24">)", "",
           "<html><body class=\"page page-id-12\">");
  EXPECT_EQ(first_date(story), "");
}

TEST(PageDates, OfUnsignedPagesThatShowNoDayAreRefused) {
  const std::string head =
      R"(<meta property="article:published_time" content="2026-04-24T10:00:00+00:00">)"
      R"(<script type="application/ld+json">{"@graph":[{"@type":"WebPage",)"
      R"("datePublished":"2026-04-24T10:00:00+00:00"}]}</script>)";
  check_dates({
      {head.c_str(), "<h1>Visit our town</h1>", ""},
      {head.c_str(), "<h1>River rises</h1><p>24 April 2026</p>", "2026-04-24"},
      {head.c_str(),
       "<h1>River rises</h1><p class=byline>By <a rel=author>Ann Lee</a></p>",
       "2026-04-24"},
      {R"(<meta property="og:type" content="product">)",
       "<h1>Rain boots</h1><meta itemprop=datePublished content=2026-04-24>", ""},
  });
}

TEST(PageDates, AreLabelledByTheLineAbove) {
  check_dates({
      {"", "<h1>River rises</h1><dl><dt>Deadline:</dt><dd>3 May 2026</dd></dl>", ""},
      {"",
       "<h1>River rises</h1><dl><dt>Updated</dt><dd>3 May 2026</dd><dt>Published</dt>"
       "<dd>24 April 2026</dd></dl>",
       "2026-04-24"},
      {"",
       "<article><aside><time datetime=2026-04-24>24 April</time></aside>"
       "<h1>River rises</h1></article>",
       "2026-04-24"},
  });
}

TEST(PageDates, StandByTheHeadlineThoughItSaysTheTitleOtherwise) {
  const std::string far =
      "<p>Words.</p><p>Words.</p><p>Words.</p><p>Words.</p><p>Words.</p><p>Words.</p>"
      "<p>Words.</p><p>Words.</p><p>Words.</p><p>Words.</p><p>Words.</p><p>Words.</p>";
  const std::string title = R"(<meta property="og:title" content="River rises">)";
  const std::string day = "<p>24 April 2026</p>";
  const std::vector<std::string> rows = {
      "<p>River rises</p><h1>Two metres in a night: how it came</h1>" + day + far,
      "<p>River rises</p>" + far + "<h1>Two metres in a night</h1>" + day,
      "<h1>Two metres in a night</h1>" + day + far + "<h2>River rises</h2>"};
  for (const std::string& body : rows) {
    EXPECT_EQ(first_date(read(title, body)), "2026-04-24") << body;
  }
}

TEST(PageDates, AreThoseThatTheDataOfThePageKnowsToo) {
  check_dates({
      {R"(<script type="application/ld+json">{"@type":"WebPage","datePublished":"2026-04-24"}</script>)",
       "<h1>The old bridge</h1><p class=entry-date>April 24, 2026</p><p>Words.</p>"
       "<p class=date>Published: 3 May 2019</p>",
       "2026-04-24"},
      {"", "<h1>Fair</h1><p class=date>24 April 2026, 13:15 Uhr - 19:00 Uhr</p>", ""},
      {"", "<h1>Fair</h1><p class=date>24 April 2026, 13:15</p>", "2026-04-24"},
      {"",
       "<h2>Quick links</h2><div class=\"teaser newsSingle\"><h1>Rain</h1>"
       "<span>24.04.2026</span> Town</div>",
       "2026-04-24"},
  });
}

TEST(PageDates, ShowWhatWasOutvoted) {
  const RawStory story =
      read(stamp, "<h1>River rises</h1><p class=date>25 April 2026</p>");
  bool shown = false;
  for (const Evidence& one : story.evidence) {
    shown = shown || (one.field == "date" && one.source.starts_with("refused: outvoted"));
  }
  EXPECT_TRUE(shown);
}

TEST(DateOfUrl, WantsSignsAroundTheNumbers) {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"https://example.org/2026/04/24/river", "2026-04-24"},
      {"https://example.org/2026/4/24/river", "2026-04-24"},
      {"https://example.org/news/river-2026-04-24.html", "2026-04-24"},
      {"https://example.org/news/24-04-2026", "2026-04-24"},
      {"https://example.org/20260424/river", "2026-04-24"},
      {"https://example.org/2026/04/river", "2026-04"},
      {"https://example.org/a20260424123", ""},
      {"https://example.org/03-04-2026", ""},
      {"https://example.org/2026/13/45/river", ""},
      {"https://2026-04-24.example.org/river", ""},
      {"https://example.org/river", ""}};
  for (const auto& [url, expected] : rows) {
    const auto date = date_of_url(url);
    EXPECT_EQ(date ? to_string(*date) : "", expected) << url;
  }
}

}  // namespace
}  // namespace broadsheet
