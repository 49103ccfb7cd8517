// What a page says about its story: title, date, authors, outlet. Names are invented.
#include <gtest/gtest.h>

#include "indexer/readers/html_authors.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/html_title.h"
#include "indexer/readers/html_title_parts.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

constexpr const char* prose =
    "<p>The river rose by two metres overnight, and the lower town was cut off until the "
    "morning, when boats reached the first houses and brought the people out.</p>"
    "<p>The council said that the dam had held, that nobody was missing, and that "
    "schools "
    "would stay closed until the end of the week at least.</p>";

RawStory read(const std::string& head, const std::string& body,
              const std::string& tag = "<html lang=\"en-GB\">") {
  const std::string page = "<!DOCTYPE html>" + tag + "<head>" + head + "</head><body>" +
                           body + prose + "</body></html>";
  Gathered gathered = gather("page.html", page);
  return gathered.stories.empty() ? RawStory{} : gathered.stories[0];
}

std::string first_date(const RawStory& story) {
  return story.dates.empty() ? "" : story.dates[0].text;
}

struct PageRow {
  const char* head;
  const char* body;
  const char* expected;
};

void check_dates(const std::vector<PageRow>& rows) {
  for (const PageRow& row : rows) {
    EXPECT_EQ(first_date(read(row.head, row.body)), row.expected) << row.head << row.body;
  }
}

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

TEST(PageTitle, IsWhatMostPlacesAgreeOn) {
  const std::vector<PageRow> rows = {
      {"<title>River rises by two metres | Springfield Gazette</title>"
       "<meta property=og:site_name content='Springfield Gazette'>",
       "", "River rises by two metres"},
      {"<title>Springfield Gazette - River rises by two metres</title>"
       "<meta property=og:site_name content='Springfield Gazette'>",
       "", "River rises by two metres"},
      {"<title>River rises by two metres - News - Gazette</title>",
       "<h1>River rises by two metres</h1>", "River rises by two metres"},
      // A kicker in front of the headline is not the headline.
      {"<meta property=og:title content='River rises by two metres'>"
       "<title>River rises by two metres</title>",
       "<h1><span>Floods</span> River rises by two metres</h1>",
       "River rises by two metres"},
      // What readers see outweighs what search engines are told.
      {"<meta property=og:title content='Flood news: what you must know now'>",
       "<h1>River rises by two metres</h1>", "River rises by two metres"}};
  for (const PageRow& row : rows) {
    EXPECT_EQ(read(row.head, row.body).title.value_or(""), row.expected)
        << row.head << row.body;
  }
}

TEST(PageTitle, IsNotTheNameOfTheSite) {
  const std::vector<PageRow> rows = {
      // A banner leads home, also through a web archive, or is named as the logo.
      {"<title>River rises : Gazette of the valley</title>",
       "<h1><a href='https://gazette.example/'>Gazette of the valley</a></h1>",
       "River rises"},
      {"<title>River rises : Gazette of the valley</title>",
       "<h1><a href='https://old.example/2016/http://gazette.example/'>Gazette of the "
       "valley</a></h1>",
       "River rises"},
      {"<title>River rises - Gazette of the valley</title>",
       "<h1 class=site-title>Gazette of the valley</h1><h2>River rises</h2>",
       "River rises"},
      // A link to somewhere else makes no banner.
      {"<title>River rises by two metres - Gazette</title>",
       "<h1><a href='https://gazette.example/river'>River rises by two metres</a></h1>",
       "River rises by two metres"},
      // The name of the site is the title of the page: then it is no name.
      {"<meta property=og:site_name content='River rises by two metres | Gazette'>"
       "<meta property=og:title content='River rises by two metres | Gazette'>",
       "<h1>River rises by two metres</h1>", "River rises by two metres"}};
  for (const PageRow& row : rows) {
    EXPECT_EQ(read(row.head, row.body).title.value_or(""), row.expected)
        << row.head << row.body;
  }
}

TEST(PageTitle, EndsWhereTheHeadingDoes) {
  const std::vector<PageRow> rows = {
      {"<title>Flood watch » River levels today | Gazette</title>"
       "<meta property=og:title content='Flood watch » River levels today'>",
       "<h1>Flood watch</h1>", "Flood watch"},
      // A heading of any rank that the <title> holds whole.
      {"<title>Valley notes | River rises by two metres</title>",
       "<h1>Welcome</h1><h2>River rises by two metres</h2>", "River rises by two metres"},
      {"<title>River rises by two metres - Gazette of the valley and of the "
       "hills</title>",
       "<h1>Gazette's corner of the valley</h1><h2>River rises by two metres</h2>",
       "River rises by two metres"},
      // A kicker that JSON-LD and og:title do not know.
      {"<meta property=og:title content='River rises by two metres'>"
       "<title>Floods in the valley River rises by two metres | Gazette</title>",
       "<h1>Floods in the valley River rises by two metres</h1>",
       "River rises by two metres"},
      {"<title>Floods in the valley: river rises by two metres</title>",
       "<h1><span class=article-kicker>Floods in the valley</span> <span>River rises by "
       "two "
       "metres</span></h1>",
       "River rises by two metres"},
      {"<title>Floods: River rises by two metres</title>",
       "<h1><span class=kicker>Floods</span>: River rises by two metres</h1>",
       "Floods: River rises by two metres"},
      // "Politics: ..." is not cut to its section.
      {"<meta property=og:title content='Politics: who pays for the dam'>"
       "<title>Politics: who pays for the dam</title>",
       "<h1>Politics</h1>", "Politics: who pays for the dam"},
      {"<title>» River rises by two metres ⋆</title>", "", "River rises by two metres"},
      {"<title>- We were lucky</title>", "", "- We were lucky"},
      {R"(<script type="application/ld+json">{"@type":"NewsArticle",)"
       R"("headline":"Mill &amp; dam"}</script>)",
       "", "Mill & dam"}};
  for (const PageRow& row : rows) {
    EXPECT_EQ(read(row.head, row.body).title.value_or(""), row.expected)
        << row.head << row.body;
  }
}

TEST(WithoutSiteNames, CutsThemInAnyPosition) {
  const std::vector<std::string> sites = {"springfieldgazette"};
  for (const char* title :
       {"River rises | Springfield Gazette", "Springfield Gazette: x | River rises"}) {
    EXPECT_EQ(without_site_names(title, sites).find("River") != std::string::npos, true);
  }
  EXPECT_EQ(without_site_names("River rises – The Springfield Gazette", sites),
            "River rises");
  EXPECT_EQ(without_site_names("Springfield Gazette » River rises", sites),
            "River rises");
  EXPECT_EQ(without_site_names("Springfield Gazette", sites), "Springfield Gazette");
}

TEST(EssenceOf, KeepsLettersAndDigitsOfAnyScript) {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"The Dam’s “Last” Day – 3…", "thedamslastday3"},
      {"The Dam's \"Last\" Day - 3...", "thedamslastday3"},
      {"« Crue : l’été »", "cruelété"},
      {"洪水、二メートル！（速報）", "洪水二メートル速報"},
      {"洪水二メートル 速報", "洪水二メートル速報"},
      {"Паводок: 2 метра", "Паводок2метра"},
      {"re\u00ADport\u200B", "report"},
      {"\xE2\x80", ""},
      {"a\xFF\xE2z", "az"},
      {"", ""}};
  for (const auto& [text, expected] : rows) EXPECT_EQ(essence_of(text), expected) << text;
}

TEST(AuthorNames, AreOnlyNames) {
  const std::vector<std::pair<const char*, std::vector<std::string>>> rows = {
      {"By Ann Lee", {"Ann Lee"}},
      {"By Ann Lee, Senior Reporter, and Bo Chan (@bo)", {"Ann Lee", "Bo Chan"}},
      {"Von Ann Lee und Bo Chan", {"Ann Lee", "Bo Chan"}},
      {"Par Ann Lee et Bo Chan", {"Ann Lee", "Bo Chan"}},
      {"Ann Lee | ann@example.org", {"Ann Lee"}},
      {"https://example.org/ann", {}},
      {"@annlee", {}},
      {"Ann Lee, Ann Lee", {"Ann Lee"}},
      {"Ann Lee, 24 April 2026", {"Ann Lee"}},
      {"Name (erforderlich)", {}},
      {"By", {}},
      {"Text:", {}},
      {"Donnerstag", {}},
      {"admin", {}},
      {"Erstellt von Ann Lee", {"Ann Lee"}},
      {"September 21, 2020 by Ann Lee", {"Ann Lee"}},
      {"Ann Lee on", {"Ann Lee"}},
      {"VON ANN LEE am 21. April 2026", {"ANN LEE"}},
      {"By: Ann Lee on 04-ago-2021 5:11:10", {"Ann Lee"}},
      {"Eine Kolumne von Ann Lee", {"Ann Lee"}},
      {"Blog Beitrag von Ann Lee", {"Ann Lee"}},
      {"Opinion by Ann Lee", {"Ann Lee"}},
      {"Ann Lee am Samstag", {"Ann Lee"}},
      {"Ann Lee Staff Writer\u00A0", {"Ann Lee"}},
      {"Ann Lee \u2014", {"Ann Lee"}},
      {"Ann Lee | Publicado hace 3 horas", {"Ann Lee"}},
      {"(责编：王小明、李雷)", {"王小明", "李雷"}},
      {"", {}}};
  for (const auto& [text, expected] : rows)
    EXPECT_EQ(author_names(text), expected) << text;
}

TEST(PageAuthors, ComeFromTheBylineRatherThanTheOutlet) {
  using List = std::vector<std::string>;
  const char* own =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"River rises",)"
      R"("author":{"name":"Springfield Gazette"}}</script>)"
      "<meta property=og:site_name content='Springfield Gazette'>";
  EXPECT_EQ(read(own, "<h1>River rises</h1><a rel=author>Ann Lee</a>").authors,
            (List{"Ann Lee"}));
  EXPECT_EQ(read(own, "<h1>River rises</h1>").authors, (List{"Springfield Gazette"}));
  EXPECT_EQ(
      read("",
           "<h1>River rises</h1><div class=byline><span>By</span><b>Ann Lee</b></div>")
          .authors,
      (List{"Ann Lee"}));
  EXPECT_EQ(read("", "<h1>River rises</h1><p>By Ann Lee and Bo Chan</p>").authors,
            (List{"Ann Lee", "Bo Chan"}));
  EXPECT_EQ(
      read("", "<h1>River rises</h1><div class=comment><b class=author>Cy Poe</b></div>")
          .authors,
      List{});
}

TEST(PageAuthors, AreFoundWhereverTheyAreNamed) {
  const std::vector<PageRow> rows = {
      // WordPress labels the tag in the language of the page.
      {"<meta name=twitter:label1 content='Verfasst von'>"
       "<meta name=twitter:data1 content='Ann Lee'>",
       "<h1>River rises</h1>", "Ann Lee"},
      {"<meta name=twitter:label1 content='Lesezeit'>"
       "<meta name=twitter:data1 content='3 Minuten'>",
       "<h1>River rises</h1>", ""},
      // An account stands for somebody, whom another place names.
      {"<meta name=author content='ann.lee'>",
       "<h1>River rises</h1><p class=byline>Von Ann Lee</p>", "Ann Lee"},
      {"<meta name=author content='Ann'>",
       "<h1>River rises</h1><p class=byline>Von Ann Lee</p>", "Ann Lee"},
      {"<meta name=author content='ann.lee'>", "<h1>River rises</h1>", "ann.lee"},
      // A desk when a tag says so and nobody is named.
      {"<meta name=author content='Community Editor'>", "<h1>River rises</h1>",
       "Community Editor"},
      {"<meta name=author content='Community Editor'>",
       "<h1>River rises</h1><p>By Ann Lee</p>", "Ann Lee"},
      {"<meta name=citation_author content='Lee, Ann'>", "<h1>River rises</h1>",
       "Ann Lee"},
      // An agency is more than the house.
      {R"(<script type="application/ld+json">{"@type":"NewsArticle",)"
       R"("headline":"River rises","author":"VRZ","publisher":{"name":"VRZ"}}</script>)"
       "<meta name=articleAuthor content='Reuters'>",
       "<h1>River rises</h1>", "Reuters"},
      {"", "<h1>River rises</h1><p>Valley | By Ann Lee | 3 May 2026</p>", "Ann Lee"},
      {"", "<h1>River rises</h1><div id=author>Ann Lee</div>", "Ann Lee"},
      {"", "<h1>River rises</h1><p>The return of Ann Lee</p>", ""},
      {"", "<h1>River rises</h1><p>by Ann · Dec 20, 2025 at 3:00 am</p>", "Ann"},
      {"", "<h1>River rises</h1><p>By March | the dam will hold</p>", ""},
      {"",
       "<h1>River rises</h1><div class=author-info><b class=name>Ann Lee</b> "
       "Writer</div>",
       "Ann Lee"},
      {"", "<h1>River rises</h1><h4 class=author-box__name>Ann Lee</h4>", "Ann Lee"},
      // The inner mark is the name alone.
      {"",
       "<h1>River rises</h1><div class=byline>By <b class=author-name>Ann Lee</b> 8 "
       "January 2020, 3:51 pm</div>",
       "Ann Lee"}};
  for (const PageRow& row : rows) {
    const RawStory story = read(row.head, row.body);
    EXPECT_EQ(story.authors.empty() ? "" : story.authors[0], row.expected)
        << row.head << row.body;
    EXPECT_LE(story.authors.size(), 1U) << row.head << row.body;
  }
}

TEST(PageAuthors, MaySignAtTheEnd) {
  const auto signed_by = [](const std::string& end) {
    const std::string page = "<html><body><article><h1>River rises</h1>" +
                             std::string(prose) + end + "</article></body></html>";
    const Gathered gathered = gather("page.html", page);
    const auto& authors = gathered.stories.at(0).authors;
    return authors.empty() ? std::string() : authors[0];
  };
  EXPECT_EQ(signed_by("<p><b><i>Ann Lee</i></b></p>"), "Ann Lee");
  EXPECT_EQ(signed_by("<p><strong>Text:</strong> Ann Lee</p>"), "Ann Lee");
  EXPECT_EQ(signed_by("<p>Ann Lee</p>"), "");
  EXPECT_EQ(signed_by("<p><b>Анна Ли</b></p>"), "Анна Ли");
  EXPECT_EQ(signed_by("<p><b>Related Stories</b></p>"), "");
  EXPECT_EQ(signed_by("<p><b>Читайте также новости</b></p>"), "");
  EXPECT_EQ(signed_by("<p><b>और पढ़ें खबरें</b></p>"), "");
  EXPECT_EQ(signed_by("<p><b>Winter Floods</b></p>" + std::string(prose)), "");
}

TEST(PageOutlet, IsThePaperRatherThanItsSister) {
  // The canonical address is that of the paper that printed the story first.
  const RawStory story = read(
      "<link rel=canonical href='https://www.theguardian.com/river'>"
      "<meta property=og:url content='https://www.lemonde.fr/river'>",
      "<h1>River rises</h1>");
  EXPECT_EQ(story.outlet.value_or(""), "Le Monde");
  EXPECT_EQ(story.url.value_or(""), "https://www.theguardian.com/river");
}

TEST(PageOutlet, IsTheMasthead) {
  const std::vector<PageRow> rows = {
      {"<meta property=og:site_name content='Springfield Gazette'>", "",
       "Springfield Gazette"},
      {"<meta property=og:site_name content='Springfield Gazette - Example Verlag GmbH'>",
       "", "Springfield Gazette"},
      {"<title>River rises | Springfield Gazette</title>"
       "<link rel=canonical href='https://www.springfieldgazette.example/river'>",
       "", "Springfield Gazette"},
      // The host is known, the printed section is not.
      {"<meta property=og:site_name content='Security Desk'>"
       "<link rel=canonical href='https://www.reuters.com/river'>",
       "", "Reuters"},
      {"<link rel=canonical href='https://www.gazette.example/river'>", "",
       "gazette.example"},
      // Without an address a known name at the end of the <title> is enough.
      {"<title>River rises - Le Monde</title>", "", "Le Monde"},
      {"", "", ""}};
  for (const PageRow& row : rows) {
    EXPECT_EQ(read(row.head, row.body).outlet.value_or(""), row.expected) << row.head;
  }
}

}  // namespace
}  // namespace broadsheet
