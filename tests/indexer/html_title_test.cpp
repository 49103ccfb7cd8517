// Which words of a page are its headline. Names are invented.
#include "indexer/readers/html_title.h"

#include <gtest/gtest.h>

#include "indexer/readers/html_title_parts.h"
#include "tests/indexer/read_page.h"

namespace broadsheet {
namespace {

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

}  // namespace
}  // namespace broadsheet
