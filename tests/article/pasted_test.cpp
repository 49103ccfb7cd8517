#include "article/pasted.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "article/byline.h"

namespace broadsheet {
namespace {

const std::string prose =
    "The company said on Tuesday that it would close two plants in the north and move "
    "the work abroad, which costs 600 people their jobs.";
const std::string more =
    "Unions called the plan short-sighted and announced talks with the government for "
    "the coming week, while the shares rose by three percent.";

PastedPage read(const std::string& text) {
  return read_pasted(text, std::nullopt);
}

TEST(ReadPasted, FindsTitleBylineAndBody) {
  const PastedPage page = read(
      "Home\n\nSports\n\nFirm to Close Two Plants in the North\n\nBy "
      "Jane Doe, 3 March 2025\n\n" +
      prose + "\n\nWhat comes next\n\n" + more);
  EXPECT_EQ(page.title, "Firm to Close Two Plants in the North");
  EXPECT_EQ(page.text, prose + "\nWhat comes next\n" + more);
  ASSERT_EQ(page.dates.size(), 1U);
  EXPECT_EQ(page.dates[0].text, "3 March 2025");
  EXPECT_EQ(page.dates[0].source, DateSource::byline);
  EXPECT_EQ(page.authors, std::vector<std::string>{"Jane Doe"});
  EXPECT_EQ(page.dropped, (std::vector<std::string>{"Home", "Sports"}));
}

TEST(ReadPasted, FindsNoTitleInAParagraph) {
  const PastedPage page = read(prose + "\n" + more);
  EXPECT_FALSE(page.title);
  EXPECT_EQ(page.text, prose + "\n" + more);
  EXPECT_TRUE(page.dropped.empty());
}

TEST(ReadPasted, DropsThePromosBeforeTheTitle) {
  const PastedPage page =
      read("Join our club today! Click here!\nMenu\nFirm Closes Plants\n" +
           std::string("by | Apr 24, 2026\n") + prose);
  EXPECT_EQ(page.title, "Firm Closes Plants");
  EXPECT_EQ(page.text, prose);
  EXPECT_EQ(page.dates.at(0).text, "Apr 24, 2026");
}

TEST(ReadPasted, DropsTheTailOfAPage) {
  const PastedPage page = read(
      "Firm to Close Two Plants in the North\n" + prose + "\n" + more +
      "\nSource: The Daily Sample\nJane Doe\nJane Doe\nAuthor\nI am Jane Doe, a writer "
      "who "
      "covers plants and work in the north and likes long walks.\nShare with "
      "friends:\nHot "
      "News\nAnother Firm Opens a Plant in the South\nAnother Firm Opens a Plant in the "
      "South\nA second firm has opened a plant, which brings work to the south and shows "
      "that...\nWe'd Love to Hear from You!\n© 2026 Sample. All rights reserved.");
  EXPECT_EQ(page.text, prose + "\n" + more);
  EXPECT_EQ(page.credited, std::vector<std::string>{"The Daily Sample"});
  EXPECT_EQ(page.authors, std::vector<std::string>{"Jane Doe"});
  EXPECT_EQ(page.dropped.size(), 11U);
}

TEST(ReadPasted, DropsABioUnderItsHeading) {
  EXPECT_EQ(
      read("Firm to Close Two Plants in the North\n" + prose +
           "\nAbout the author\nSam Poe is a reporter who has covered plants and the "
           "people in them for twenty years.")
          .text,
      prose);
}

TEST(ReadPasted, KeepsListsAndTablesAtTheEnd) {
  const std::string body =
      prose + "\nThe plants\n- Upton\n- Downton\n| Plant | Jobs |\n| Upton | 9 |";
  EXPECT_EQ(read(body).text, body);
}

TEST(ReadPasted, KeepsAListWithoutMarks) {
  const std::string body = prose +
                           "\nThe winners\nA Film About Rain\nA Film About Snow\nA Play "
                           "About Wind\nA Song About Fog";
  EXPECT_EQ(read(body).text, body);
}

TEST(ReadPasted, NeverDropsLongProseInTheMiddle) {
  const std::string selling =
      "Subscribers to the newsletter were told to sign up for the new service, join the "
      "club, explore the courses and download the app before you could learn more, said "
      "the regulator in its long report about the practice.";
  EXPECT_EQ(read(prose + "\n" + selling + "\n" + more).text,
            prose + "\n" + selling + "\n" + more);
}

TEST(ReadPasted, DropsAnEmptyLastSectionAndWhatSells) {
  const PastedPage page =
      read("Firm to Close Two Plants in the North\n" + prose +
           "\nImprove your team\nIf you want to grow, explore our courses "
           "and training programs at the academy, or check the latest "
           "offers.\nYour membership also brings:\nTimeline");
  EXPECT_EQ(page.text, prose);
}

TEST(ReadPasted, TakesControlsAndDebrisOffKeptLines) {
  const PastedPage page =
      read("Firm to Close Two Plants in the North\n" + prose +
           "\nThe numbers▸ Show\n- Keep the best.-strong> They know the "
           "plants and the people who work there.\n" +
           more);
  EXPECT_EQ(page.text, prose +
                           "\nThe numbers\n- Keep the best. They know the plants and the "
                           "people who work there.\n" +
                           more);
}

TEST(ReadPasted, TakesNoDateFromRunningText) {
  EXPECT_TRUE(
      read("Firm to Close Two Plants in the North\nThe last day is Nov. 21, 2025, said "
           "the company in a letter to the people who work in both of its plants.")
          .dates.empty());
}

TEST(ReadPasted, TakesTheDateOfADateline) {
  const PastedPage page = read("LONDON, March 3, 2025 (Wire) — " + prose);
  ASSERT_EQ(page.dates.size(), 1U);
  EXPECT_EQ(page.dates[0].text, "March 3, 2025");
  EXPECT_EQ(page.dates[0].source, DateSource::dateline);
  EXPECT_TRUE(read("LONDON, Nov. 21 — " + prose).dates.empty());
}

TEST(ReadPasted, TakesUpdatedOnlyIfNothingElseIsThere) {
  const std::string title = "Firm to Close Two Plants in the North\n";
  EXPECT_EQ(read(title + "Published: 3 March 2025\nUpdated: 5 March 2025\n" + prose)
                .dates.at(0)
                .text,
            "3 March 2025");
  EXPECT_EQ(read(title + "Last updated: 5 March 2025\n" + prose).dates.at(0).text,
            "5 March 2025");
}

TEST(ReadPasted, LooksForNoTitleWhenItIsKnown) {
  const std::optional<std::string> title = "Firm closes plants";
  const PastedPage page = read_pasted("Home\nFirm Closes Plants\n" + prose, title);
  EXPECT_FALSE(page.title);
  EXPECT_EQ(page.text, prose);
}

TEST(ReadPasted, EndsWithEveryLineInOnePlace) {
  for (const std::string text :
       {"", "\n\n", "One line", "A heading\nAnother heading\nA third", "Source: Reuters",
        "By Jane Doe", "CNN —\n", "...", "Read more\nSubscribe"}) {
    const PastedPage page = read(text);
    EXPECT_LE(page.text.size(), text.size());
  }
  EXPECT_EQ(read("One line").text, "One line");
  EXPECT_FALSE(read("One line").title);
}

struct Credit {
  std::string line;
  std::vector<std::string> names;
};

TEST(ReadCredit, TakesTheNamesOfACreditLine) {
  const std::vector<Credit> rows = {
      {"Source: NBC News", {"NBC News"}},
      {"Original source: BBC Technology →", {"BBC Technology"}},
      {"Via: The Verge", {"The Verge"}},
      {"Sources: Reuters, Bloomberg and AP", {"Reuters", "Bloomberg", "AP"}},
      {"Originally published by Springfield Gazette.", {"Springfield Gazette"}},
      {"This story was first published on Axios.", {"Axios"}},
      {"Source: Getty Images", {}},
      {"Source: a man who has seen the papers and spoke under the condition of secrecy",
       {}},
      {"Via Reuters", {"Reuters"}},
      {"The source: Reuters", {}},
      {"Sources said that it was over", {}},
      {"Via Roma was closed", {}}};
  for (const Credit& row : rows) EXPECT_EQ(read_credit(row.line), row.names) << row.line;
}

struct BylineOutlet {
  std::string line;
  std::optional<std::string> outlet;
  std::string date;
};

TEST(ReadByline, TakesTheOutletItNames) {
  const std::vector<BylineOutlet> rows = {
      {"CNBC | September 26, 2025", "CNBC", "September 26, 2025"},
      {"The Verge | Apr 28, 2025", "The Verge", "Apr 28, 2025"},
      {"CNBC - 20 March 2023", "CNBC", "20 March 2023"},
      {"20 March 2023 | BBC News", "BBC News", "20 March 2023"},
      {"Reuters, 3 March 2025", "Reuters", "3 March 2025"},
      {"By Jane Doe, Reuters, 3 March 2025", "Reuters", "3 March 2025"},
      {"By Jane Doe | CNBC | 3 March 2025", "CNBC", "3 March 2025"},
      {"By Reuters, 3 March 2025", std::nullopt, "3 March 2025"},
      {"Springfield Sentinel | 3 March 2025", std::nullopt, "3 March 2025"},
      {"by | Apr 24, 2026", std::nullopt, "Apr 24, 2026"}};
  for (const BylineOutlet& row : rows) {
    const auto byline = read_byline(row.line);
    ASSERT_TRUE(byline) << row.line;
    EXPECT_EQ(byline->outlet, row.outlet) << row.line;
    EXPECT_EQ(byline->date, row.date) << row.line;
  }
}

TEST(ReadPasted, TakesTheOutletOfTheHeadAlone) {
  const std::string title = "Firm to Close Two Plants in the North\n";
  EXPECT_EQ(read(title + "CNBC | Sept 26, 2025\n" + prose).outlet, "CNBC");
  EXPECT_FALSE(read(title + "3 March 2025\n" + prose +
                    "\nRelated stories\nAnother Firm Opens a Plant in the South\nThe "
                    "Verge | Apr 28, 2025")
                   .outlet);
  EXPECT_FALSE(read(title + "By Jane Doe, Reuters\n" + prose).outlet);
}

TEST(ReadPasted, TakesNoOutletForAnAuthor) {
  const std::string body =
      "\n\nThe river rose by two metres overnight, and the lower town was cut off until "
      "the morning, when boats reached the first houses.\n\nThe council said that the "
      "dam "
      "had held, that nobody was missing, and that schools would stay closed.\n";
  struct Row {
    const char* behind;
    const char* outlet;
    std::vector<std::string> authors;
  };
  const std::vector<Row> rows = {
      {"Springfield Daily News\nMarch 3, 2025", "Springfield Daily News", {"Jane Doe"}},
      {"The Springfield Gazette\nMarch 3, 2025", "The Springfield Gazette", {"Jane Doe"}},
      {"Reuters\nMarch 3, 2025", "Reuters", {"Jane Doe"}},
      {"John Roe\nMarch 3, 2025", "", {"Jane Doe", "John Roe"}}};
  for (const Row& row : rows) {
    const PastedPage page = read("River rises by two metres\n\nBy Jane Doe\n" +
                                 std::string(row.behind) + body);
    EXPECT_EQ(page.outlet.value_or(""), row.outlet) << row.behind;
    EXPECT_EQ(page.authors, row.authors) << row.behind;
  }
}

TEST(ReadPasted, LosesNothingOfATextOfShortLines) {
  EXPECT_EQ(read("=SUM(A1)\n\nlonelyword").text, "=SUM(A1)\nlonelyword");
  EXPECT_TRUE(read("A word\n\nanother").dropped.empty());
  EXPECT_TRUE(read("A word\n\nanother \u2026").dropped.empty());
}

TEST(ReadByline, TakesNamesAndDates) {
  const auto byline =
      read_byline("By Jane Doe and John Roe | March 3, 2025 | 5 min read");
  ASSERT_TRUE(byline);
  EXPECT_EQ(byline->authors, (std::vector<std::string>{"Jane Doe", "John Roe"}));
  EXPECT_EQ(byline->date, "March 3, 2025");
  EXPECT_TRUE(read_byline("March 3, 2025"));
  EXPECT_TRUE(read_byline("Jane Doe - March 3, 2025"));
  EXPECT_FALSE(read_byline("By Tuesday, 600 people had left"));
  EXPECT_FALSE(read_byline("By the river"));
  EXPECT_FALSE(read_byline("Published in three volumes"));
  EXPECT_FALSE(read_byline("March 2025"));
}

TEST(ReadPasted, JoinsTheHalvesOfAWholePagesStory) {
  std::string menu;
  for (int i = 0; i < 70; ++i) menu += "Harbour desk " + std::to_string(i) + "\n";
  std::string table;
  for (int i = 0; i < 20; ++i) table += "Quay " + std::to_string(i) + "\n";
  const std::string half = prose + "\n" + more + "\n";
  const PastedPage page =
      read(menu + "Firm to Close Two Plants in the North\n" + half + table + half + menu);
  EXPECT_EQ(page.text + "\n", half + table + half);
}

TEST(ReadPasted, FindsTheStoryOnAWholePage) {
  std::string menu;
  for (int i = 0; i < 70; ++i) menu += "Harbour desk " + std::to_string(i) + "\n";
  const std::string teaser =
      "A ferry ran aground off the northern cape on Monday, and all were brought ashore.";
  const std::string story =
      prose + "\nWhat comes next\n" + more + " " + prose + "\n" + more + " " + prose;
  const std::string page_text = menu + "Firm to Close Two Plants in the North\n" + story +
                                "\n" + menu + teaser + "\n" + menu;
  const PastedPage page = read(page_text);
  EXPECT_EQ(page.title, "Firm to Close Two Plants in the North");
  EXPECT_EQ(page.text, story);
  EXPECT_EQ(page.dropped.size(), 3 * 70U + 1);
}

}  // namespace
}  // namespace broadsheet
