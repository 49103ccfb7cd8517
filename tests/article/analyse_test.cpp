#include "article/analyse.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

const std::string prose =
    "The company said on Tuesday that it would close two plants in the north and move "
    "the work abroad, which costs 600 people their jobs.";

RawStory record(std::string title, std::string text) {
  RawStory raw;
  raw.path = "stories.jsonl";
  raw.key = "1";
  raw.title = std::move(title);
  raw.text = std::move(text);
  return raw;
}

TEST(Analyse, KeepsTheWholeTextOfARecord) {
  const std::string text = "CNN —\n\nShare\n\n" + prose + "\n\nSubscribe now\n\nOne. ";
  EXPECT_EQ(analyse(record("T", text)).text, text.substr(0, text.size() - 1));
}

TEST(Analyse, SplitsTheCreditOfARecord) {
  const Article article = analyse(record("T", prose + "\nSource: BBC Technology"));
  EXPECT_EQ(article.text, prose);
  EXPECT_EQ(article.credited, std::vector<std::string>{"BBC Technology"});
  EXPECT_EQ(article.credited_outlets, std::vector<std::string>{"BBC News"});
}

TEST(Analyse, FindsTheCreditBeforeTheLastNotices) {
  const std::string notice = "A digest in our own words.";
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"\n\nOriginal source: BBC Technology\n\n" + notice, "\n\n" + notice},
      {"\nVia Reuters\n" + notice + "\n\n" + notice, "\n" + notice + "\n\n" + notice}};
  for (const auto& [tail, kept] : rows) {
    const Article article = analyse(record("T", prose + tail));
    EXPECT_EQ(article.text, prose + kept);
    EXPECT_EQ(article.credited.size(), 1U);
  }
  for (const std::string& tail :
       {"\nSource: Reuters\n" + prose + " " + prose,
        "\nSource: Reuters\n" + notice + "\n" + notice + "\n" + notice + "\n" + notice}) {
    EXPECT_TRUE(analyse(record("T", prose + tail)).credited.empty());
  }
}

TEST(Analyse, RepairsEveryField) {
  RawStory raw = record("Itâ€™s over", "AT&amp;T\u00A0said so.");
  raw.authors = {"JosÃ© Doe", " "};
  const Article article = analyse(std::move(raw));
  EXPECT_EQ(article.title, "It’s over");
  EXPECT_EQ(article.text, "AT&T said so.");
  EXPECT_EQ(article.authors, std::vector<std::string>{"José Doe"});
  EXPECT_EQ(article.repairs.size(), 2U);
}

TEST(Analyse, TakesTheSiteNameOffTheTitle) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Plants close | CNN", "Plants close"},
      {"Plants close - The Verge", "Plants close"},
      {"Plants close – BBC News", "Plants close"},
      {"Plants close | CNN Business", "Plants close"},
      {"Plants close - a long goodbye", "Plants close - a long goodbye"},
      {"CNN", "CNN"}};
  for (const auto& [given, expected] : rows) {
    EXPECT_EQ(analyse(record(given, prose)).title, expected);
  }
  RawStory raw = record("Plants close | Springfield Gazette", prose);
  raw.outlet = "Springfield Gazette";
  EXPECT_EQ(analyse(std::move(raw)).title, "Plants close");
}

TEST(Analyse, TakesTheOutletOfFieldOrUrlAndNeverGuesses) {
  RawStory raw = record("T", "Reuters reported it. " + prose);
  EXPECT_FALSE(analyse(raw).outlet);
  raw.url = "https://www.bbc.co.uk/news/1";
  EXPECT_EQ(analyse(raw).outlet, "BBC News");
  raw.outlet = "reuters.com";
  const Article article = analyse(raw);
  EXPECT_EQ(article.outlet, "Reuters");
  EXPECT_TRUE(article.cited.empty());
}

TEST(Analyse, TakesTheFirstDateThatReadsAndIsNotAhead) {
  RawStory raw = record("T", prose);
  raw.dates = {{"soon", DateSource::json_ld},
               {"2099-01-01", DateSource::meta},
               {"April 2026", DateSource::url},
               {"2026-04-24", DateSource::field}};
  const Article article = analyse(raw, make_date(2026, 4, 30));
  ASSERT_TRUE(article.date);
  EXPECT_EQ(to_string(*article.date), "2026-04");
  EXPECT_EQ(article.date_source, DateSource::url);
  ASSERT_GE(article.evidence.size(), 2U);
  EXPECT_EQ(article.evidence[0].source, "refused: not read as a date");
  EXPECT_EQ(to_string(*analyse(raw).date), "2099-01-01");
}

TEST(Analyse, PutsTheDayFirstBetweenPointsOnly) {
  RawStory raw = record("T", prose);
  raw.dates = {{"03/04/2026", DateSource::field}};
  const Article slashes = analyse(raw);
  EXPECT_FALSE(slashes.date);
  ASSERT_FALSE(slashes.evidence.empty());
  EXPECT_EQ(slashes.evidence[0].source, "refused: day or month first is not told");
  raw.dates = {{"12.03.2025", DateSource::field}};
  const Article points = analyse(raw);
  ASSERT_TRUE(points.date);
  EXPECT_EQ(to_string(*points.date), "2025-03-12");
}

TEST(Analyse, ReadsAPastedPage) {
  RawStory raw;
  raw.path = "page.txt";
  raw.pasted = true;
  raw.text = "Home\nFirm Closes Two Plants in the North\nby | Apr 24, 2026\n" + prose +
             "\nSource: NBC News\nAll rights reserved.";
  const Article article = analyse(std::move(raw));
  EXPECT_EQ(article.title, "Firm Closes Two Plants in the North");
  EXPECT_EQ(article.text, prose);
  EXPECT_EQ(to_string(*article.date), "2026-04-24");
  EXPECT_EQ(article.date_source, DateSource::byline);
  EXPECT_EQ(article.credited, std::vector<std::string>{"NBC News"});
  EXPECT_FALSE(article.outlet);
}

TEST(Analyse, TakesTheOutletOfAPastedByline) {
  RawStory raw;
  raw.pasted = true;
  raw.text = "Firm Closes Two Plants\nBBC Technology | Apr 24, 2026\n" + prose;
  EXPECT_EQ(analyse(raw).outlet, "BBC News");
  raw.outlet = "CNBC";
  EXPECT_EQ(analyse(raw).outlet, "CNBC");
}

TEST(Analyse, KeepsNoControlsInWhatIsDropped) {
  RawStory raw;
  raw.text = "The harbour board met on Monday.";
  raw.dropped = {"Share\u2028Print\u202E this"};
  const Article article = analyse(std::move(raw));
  ASSERT_EQ(article.dropped.size(), 1U);
  EXPECT_EQ(article.dropped[0], "Share\nPrint this");
  EXPECT_TRUE(article.repairs.empty());
}

TEST(Analyse, IsTotal) {
  EXPECT_TRUE(analyse({}).text.empty());
  RawStory raw;
  raw.pasted = true;
  raw.text = std::string(100000, '\n') + std::string("\xFF\0<", 3);
  EXPECT_LE(analyse(std::move(raw)).text.size(), 8U);
}

}  // namespace
}  // namespace broadsheet
