// Exports of Nexis and Factiva in their forms.
#include "indexer/readers/export.h"

#include <gtest/gtest.h>

#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

std::string shown(const RawStory& story) {
  std::string text = story.title.value_or("-") + " / " + story.outlet.value_or("-") +
                     " / " + (story.dates.empty() ? "-" : story.dates[0].text) + " / ";
  for (const std::string& author : story.authors) text += author + ";";
  text += " / " + story.text;
  return text;
}

std::vector<std::string> all_shown(const Gathered& gathered) {
  std::vector<std::string> all;
  for (const RawStory& story : gathered.stories) all.push_back(shown(story));
  return all;
}

const std::vector<std::string> wanted = {
    "Mill closes / Daily Example / April 24, 2026 / Ann Lee; / The mill closes.\nSo it "
    "goes.\n",
    "Mine opens / Harbour Post / April 25, 2026 /  / The mine opens.\n"};

TEST(Nexis, SplitsTheNewerForm) {
  const std::string file =
      "Documents (2)\n1. Mill closes\n2. Mine opens\nAbout LexisNexis\n\n"
      "Mill closes\nDaily Example\nApril 24, 2026 Friday\n\nCopyright 2026 Example "
      "Media All Rights Reserved\n\nSection: BUSINESS; Pg. 3\nLength: 812 words\n"
      "Byline: Ann Lee\n\nBody\n\nThe mill closes.\n\nSo it goes.\n\nClassification\n\n"
      "Language: ENGLISH\nSubject: MILLS (90%)\nLoad-Date: April 25, 2026\n\n"
      "End of Document\n"
      "Mine opens\nHarbour Post\nApril 25, 2026 Saturday 10:30 AM GMT\nLength: 90 words\n"
      "Body\nThe mine opens.\nLoad-Date: April 26, 2026\nEnd of Document\n";
  const Gathered gathered = gather("a.txt", file);
  EXPECT_EQ(all_shown(gathered), wanted);
  EXPECT_EQ(gathered.stories.at(0).language, "english");
  EXPECT_EQ(gathered.stories.at(1).key, record_key(gathered.stories.at(1)));
}

TEST(Nexis, SplitsTheOlderForm) {
  const std::string file =
      "                   1 of 2 DOCUMENTS\n\nDaily Example\n\nApril 24, 2026 Friday\n"
      "London Edition\n\nMill closes\n\nBYLINE: Ann Lee\n\nSECTION: NEWS; Pg. 3\n\n"
      "LENGTH: 812 words\n\nThe mill closes.\n\nSo it goes.\n\nLOAD-DATE: April 25, "
      "2026\n\n"
      "LANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\nCopyright 2026 Example Media\n"
      "All Rights Reserved\n\n                   2 of 2 DOCUMENTS\n\nHarbour Post\n\n"
      "April 25, 2026 Saturday\n\nMine opens\n\nLENGTH: 90 words\n\nThe mine opens.\n\n"
      "LOAD-DATE: April 26, 2026\n";
  EXPECT_EQ(all_shown(gather("a.txt", file)), wanted);
}

TEST(Nexis, ReadsAPage) {
  const std::string file =
      "<html><body><div>Document 1 of 1</div><p>Daily Example</p><p>April 24, 2026 Friday"
      "</p><p>Mill closes</p><p>BYLINE: Ann Lee</p><p>LENGTH: 812 words</p>"
      "<p>The mill closes.</p><p>So it goes.</p><p>LOAD-DATE: April 25, 2026</p></body>";
  EXPECT_EQ(all_shown(gather("a.html", file)), std::vector<std::string>{wanted[0]});
}

TEST(Factiva, ReadsTaggedText) {
  const std::string file =
      "SE  Business\nHD  Mill closes\nBY  By Ann Lee\nWC  812 words\nPD  24 April 2026\n"
      "SN  Daily Example\nSC  DAEX\nLA  English\nCY  Copyright 2026\nLP  The mill "
      "closes.\n"
      "TD\nSo it goes.\nCO  examp : Example\nAN  Document DAEX000020260424em4o0001\n\n"
      "HD  Mine opens\nWC  90 words\nPD  25 April 2026\nSN  Harbour Post\nTD  The mine "
      "opens.\nAN  Document HAPO000020260425em4p0002\n";
  const Gathered gathered = gather("a.txt", file);
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(shown(gathered.stories[0]),
            "Mill closes / Daily Example / 24 April 2026 / Ann Lee; / The mill closes.\n"
            "So it goes.\n");
  EXPECT_EQ(gathered.stories[0].source_id, "DAEX000020260424em4o0001");
  EXPECT_EQ(gathered.stories[1].text, "The mine opens.\n");
}

TEST(Factiva, ReadsATable) {
  const auto row = [](std::string_view tag, std::string_view value) {
    return "<tr><td><b>" + std::string(tag) + "</b></td><td>" + std::string(value) +
           "</td></tr>";
  };
  const std::string file =
      "<html><body><div class=\"article enArticle\"><table>" + row("HD", "Mill closes") +
      row("BY", "By Ann Lee") + row("WC", "812 words") + row("PD", "24 April 2026") +
      row("SN", "Daily Example") + row("LP", "<p>The mill closes.</p>") +
      row("TD", "<p>So it goes.</p>") + row("AN", "Document DAEX000020260424em4o0001") +
      "</table></div></body></html>";
  const Gathered gathered = gather("a.html", file);
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(shown(gathered.stories[0]),
            "Mill closes / Daily Example / 24 April 2026 / Ann Lee; / The mill closes.\n"
            "So it goes.\n");
}

TEST(Factiva, ReadsBlocksWithoutTags) {
  const std::string story =
      "<div class=\"article enArticle\"><div><span class=\"enHeadline\">Mill "
      "closes</span>"
      "</div><div>By Ann Lee</div><div>812 words</div><div>24 April 2026</div><div>10:30"
      "</div><div>Daily Example</div><div>DAEX</div><div>English</div><div>Copyright "
      "2026. "
      "Example Media.</div><p class=\"articleParagraph\">The mill closes.</p>"
      "<p class=\"articleParagraph\">So it goes.</p><p>Document "
      "DAEX000020260424em4o0001</p></div>";
  const Gathered gathered = gather("a.html", "<html><body>" + story + story + "</body>");
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(shown(gathered.stories[0]),
            "Mill closes / Daily Example / 24 April 2026 / Ann Lee; / The mill closes.\n"
            "So it goes.\n");
  EXPECT_EQ(gathered.stories[0].language, "english");
}

TEST(Export, IsNotAnyText) {
  EXPECT_EQ(reader_for("a.txt", "Length: 812 words, he said.\nMore text")->name, "text");
  EXPECT_EQ(reader_for("a.txt", "End of Document\n")->name, "text");
}

struct DateRow {
  std::string_view line;
  std::string_view date;
};

TEST(ExportDate, EndsAtTheYear) {
  const std::vector<DateRow> rows = {
      {"April 24, 2026 Friday 10:30 AM GMT", "April 24, 2026"},
      {"Friday, April 24, 2026", "Friday, April 24, 2026"},
      {"24 April 2026", "24 April 2026"},
      {"In 2026 the mill closes", ""},
      {"812 words", ""},
      {"", ""},
  };
  for (const DateRow& row : rows) EXPECT_EQ(export_date(row.line), row.date) << row.line;
}

}  // namespace
}  // namespace broadsheet
