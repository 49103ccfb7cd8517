// Tables: quoting, delimiters, encodings, and what becomes of odd rows.
#include <gtest/gtest.h>

#include "indexer/readers/table_rows.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

using namespace std::literals;

std::string shown(const RawStory& story) {
  return story.title.value_or("-") + "/" + story.text + "/" +
         (story.dates.empty() ? "-" : story.dates[0].text) + "/" +
         story.outlet.value_or("-");
}

std::vector<std::string> all_shown(const Gathered& gathered) {
  std::vector<std::string> rows;
  for (const RawStory& story : gathered.stories) rows.push_back(shown(story));
  return rows;
}

struct TableRow {
  std::string_view path;
  std::string bytes;
  std::vector<std::string> wanted;
};

std::string wide(std::string_view text) {
  std::string bytes = "\xFF\xFE";
  for (const char c : text) bytes.append({c, '\0'});
  return bytes;
}

const std::vector<TableRow> tables = {
    {"a.csv",
     "title,text,date,outlet\nA,One.,2026-04-24,Daily Example\n",
     {"A/One./2026-04-24/Daily Example"}},
    {"a.csv",
     "\xEF\xBB\xBFtitle,text\r\nA,One.\r\nB,Two.\r\n",
     {"A/One./-/-", "B/Two./-/-"}},
    {"a.csv",
     "title,text\n\"A, B\",\"He said \"\"no\"\".\nThen left.\"\nC,Two.\n",
     {"A, B/He said \"no\".\nThen left./-/-", "C/Two./-/-"}},
    {"a.tsv",
     "headline\tbody\tpublished_at\nA\tOne, two.\t2026-04-24\n",
     {"A/One, two./2026-04-24/-"}},
    {"a.csv",
     "title;text\nA;One, two, three.\nB;Two, three.\n",
     {"A/One, two, three./-/-", "B/Two, three./-/-"}},
    {"a.csv", "sep=|\ntitle|text\nA|One.\n", {"A/One./-/-"}},
    {"a.csv", "title,text,date\nA,One.\n", {"A/One./-/-"}},                     // too few
    {"a.csv", "title,text\nA,One, two, three.\n", {"A/One, two, three./-/-"}},  // last
    {"a.csv", "title,text\n,\nA,One.\n", {"A/One./-/-"}},
    {"a.txt", "headline,body\nA,One.\nB,Two.\n", {"A/One./-/-", "B/Two./-/-"}},
    {"a.csv", wide("title,text\nA,\"One.\nTwo.\"\n"), {"A/One.\nTwo./-/-"}},
    {"a.csv",
     "title,text\nCaf\xE9 cr\xE8me,Le caf\xE9 est ferm\xE9 depuis l'\xE9t\xE9.\n",
     {"Caf\xC3\xA9 cr\xC3\xA8me/Le caf\xC3\xA9 est ferm\xC3\xA9 depuis "
      "l'\xC3\xA9t\xC3\xA9./-/-"}},
    {"a.csv", "text\nOnly one column.\n", {"-/Only one column./-/-"}},
    {"a.csv", "Title,Text\nA,5\" of rain\nB,Two.\n", {"A/5\" of rain/-/-", "B/Two./-/-"}},
};

TEST(Csv, GivesAStoryARow) {
  for (const TableRow& row : tables) {
    EXPECT_EQ(all_shown(gather(row.path, row.bytes)), row.wanted) << row.bytes;
  }
}

TEST(Csv, NamesTheLineOnWhichARowBegins) {
  const Gathered gathered = gather("a.csv", "title,text\nA,\"One.\nTwo.\"\n\nB,Three.\n");
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(gathered.stories[0].line, 2u);
  EXPECT_EQ(gathered.stories[1].line, 5u);
  EXPECT_EQ(gathered.stories[1].key, record_key(gathered.stories[1]));
}

TEST(Csv, SkipsARowThatDoesNotFit) {
  const Gathered gathered =
      gather("a.csv", "title,text,date\nA,One, two,2026-04-24\nB,Three.,2026-04-25\n");
  ASSERT_EQ(gathered.stories.size(), 1u);
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].first, 2u);
  EXPECT_EQ(gathered.skips[0].second, "the row has 4 cells, the header 3");
}

TEST(Csv, SaysWhichColumnsThereAre) {
  const Gathered gathered = gather("a.csv", "Kopf,Rumpf\nA,One.\n");
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_NE(gathered.skips[0].second.find("Kopf, Rumpf"), std::string::npos);
  EXPECT_NE(gathered.skips[0].second.find("--field text=COLUMN"), std::string::npos);
}

TEST(Csv, TakesAMappedColumn) {
  ReadOptions options;
  options.fields = {{"title", "Kopf"}, {"text", "Rumpf"}};
  EXPECT_EQ(all_shown(gather("a.csv", "Kopf;Rumpf\nA;One.\n", options)),
            std::vector<std::string>{"A/One./-/-"});
  options.fields = {{"text", "nope"}};
  const Gathered gathered = gather("a.csv", "Kopf,Rumpf\nA,One.\n", options);
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].second,
            "no field 'nope' in the record; it has: Kopf, Rumpf");
}

TEST(Csv, SurvivesAQuoteThatIsNeverClosed) {
  std::string file = "title,text\nA,\"open\n";
  for (int i = 0; i < 1000; ++i) file += "B,Two.\n";
  const Gathered gathered = gather("a.csv", file);
  EXPECT_EQ(gathered.stories.size(), 1001u);
  EXPECT_EQ(gathered.stories[1].line, 3u);
}

TEST(Csv, ReadsHostileTablesInLinearTime) {
  std::string columns;
  for (int i = 0; i < 100'000; ++i) columns += "a,";
  EXPECT_TRUE(gather("a.csv", columns + "\n" + columns).stories.empty());
  std::string quotes = "title,text\n";
  for (int i = 0; i < 20'000; ++i) quotes += "x\"y,\"z\n";
  gather("a.csv", quotes);
  gather("a.csv", std::string(100'000, '"'));
  gather("a.csv", "\0\0\0,\n\0"s);
}

TEST(Csv, IsNotProseWithCommas) {
  EXPECT_EQ(reader_for("a.txt", "Text, they said, is all.\nOne, two.\n")->name, "text");
  EXPECT_EQ(reader_for("a.txt", "Title\n\nBody, with a comma\n")->name, "text");
}

}  // namespace
}  // namespace broadsheet
