// Messy piles handed to the real program: what became of each thing in them is told so
// that its owner can act on it.
#include <filesystem>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace broadsheet {
namespace {

using namespace std::literals;
using Json = nlohmann::json;

class Piles : public ProgramTest {
 protected:
  Ran extract(const std::string& input) const {
    return run_words({BROADSHEET_PROGRAM, "extract", "-"}, input);
  }
  static std::vector<std::string> titles(const std::string& lines) {
    std::vector<std::string> all;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
      const Json title = Json::parse(line)["title"];
      all.push_back(title.is_null() ? "-" : title.get<std::string>());
    }
    return all;
  }
  static std::string wide(std::string_view text) {
    std::string bytes = "\xFF\xFE";
    for (const char c : text) bytes.append({c, '\0'});
    return bytes;
  }
  void pack() const {
    write("in/day/quay.txt", "Quay opens\n\nThe quay opened on Monday, the town said.\n");
    write("in/day/rows.csv", "title,text,date\nMill shuts,The mill shut.,\nTram,a,b,c\n");
    write("in/day/blank.txt", " \n");
    ASSERT_EQ(run_words({"tar", "-cf", "pile.tar", "-C", "in", "day"}).status, 0);
  }
};

TEST_F(Piles, ATableIsOneByAnyNameAndByStandardInput) {
  const std::string table = "Titel;Datum;Quelle\nA;2026-04-24;Q\nB;2026-04-25;Q\n";
  const std::vector<std::string> both = {"A", "B"};
  for (const char* name : {"a.txt", "a.json", "a.jsonl", "a.csv", "a"}) {
    write(name, table);
    EXPECT_EQ(titles(run({"extract", name}).out), both) << name;
  }
  EXPECT_EQ(titles(extract(table).out), both);
  EXPECT_EQ(titles(extract(wide(table)).out), both);
}

TEST_F(Piles, JsonOfManyLinesAndWideTextIsRead) {
  EXPECT_EQ(titles(extract("{\n\"title\": \"A\"\n}\n{\n\"title\": \"B\"\n}\n").out),
            (std::vector<std::string>{"A", "B"}));
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.jsonl", "{\"title\":\"A\"}\n{\"title\":\"B\"}\n"},
      {"a.rss",
       "<?xml version=\"1.0\" encoding=\"utf-16\"?><rss><channel><title>D</title>"
       "<item><title>A</title></item><item><title>B</title></item></channel></rss>"}};
  for (const auto& [name, text] : files) {
    write(name, wide(text));
    EXPECT_EQ(titles(run({"extract", name}).out), (std::vector<std::string>{"A", "B"}));
  }
}

TEST_F(Piles, WhatIsTooLargeToBeReadWholeIsTold) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.csv", wide("title,text\n" + std::string(40'000, 'a') + ",One.\n")},
      {"a.rss", "<rss><channel><item><title>A</title></item></channel></rss>"},
      {"a.xml", "<articles><article><title>A</title></article></articles>"}};
  write("news/good.txt", "Quay opens\n\nThe quay opened on Monday.\n");
  for (const auto& [name, bytes] : files) {
    write("news/" + name, bytes + std::string(70'000, ' '));
    std::filesystem::resize_file(path("news/" + name), (64u << 20) + 1000);
  }
  const Json account = Json::parse(run({"index", "news", "--format", "json"}).out);
  EXPECT_EQ(account["files"]["skipped"], 3);
  for (const Json& skip : account["skipped"])
    EXPECT_HOLDS(skip["reason"].get<std::string>(), "larger than 64 MiB");
}

// It took minutes when each looked for its turn from the first on.
TEST_F(Piles, ThousandsOfEqualRecordsAreCopiesInLinearTime) {
  std::string table = "title,text\n";
  for (int i = 0; i < 20'000; ++i) table += "x,y\n";
  write("a.csv", table);
  const Json account = Json::parse(run({"index", "a.csv", "--format", "json"}).out);
  EXPECT_EQ(account["stories"]["duplicate"], 19'999);
  EXPECT_LT(account["seconds"], 60);
}

TEST_F(Piles, ATableWithoutRowsIsTold) {
  write("news/good.txt", "Quay opens\n\nThe quay opened on Monday.\n");
  write("news/empty.csv", "title,text\n");
  EXPECT_HOLDS(run({"index", "news"}).err, "skipped news/empty.csv: no stories in it");
}

TEST_F(Piles, AMemberOfAnArchiveIsShownByItsName) {
  pack();
  ASSERT_EQ(run({"index", "pile.tar"}).status, 0);
  EXPECT_HOLDS(run({"search", "quay"}).out, "    pile.tar, in it day/quay.txt\n");
  EXPECT_HOLDS(run({"search", "mill"}).out, "    pile.tar, in it day/rows.csv:2\n");
  const Json hit =
      Json::parse(run({"search", "quay", "--format", "json"}).out)["hits"][0];
  EXPECT_EQ(hit["path"], "pile.tar");
  EXPECT_EQ(hit["member"], "day/quay.txt");
}

TEST_F(Piles, TheReportNamesTheMemberOfASkip) {
  pack();
  run({"index", "pile.tar", "--report", "report.jsonl", "--quiet"});
  std::istringstream lines(read("report.jsonl"));
  std::vector<std::string> skips;
  for (std::string line; std::getline(lines, line);) {
    const Json one = Json::parse(line);
    if (one["outcome"] != "skipped") continue;
    skips.push_back(one["member"].get<std::string>() + ": " +
                    one["reason"].get<std::string>());
  }
  EXPECT_EQ(skips, (std::vector<std::string>{
                       "day/blank.txt: no text",
                       "day/rows.csv: the row has 4 cells, the header 3"}));
}

TEST_F(Piles, ARehearsalFitsTheTerminal) {
  const std::string name =
      "a-folder-with-a-long-name/another-folder-with-a-long-name/story.txt";
  write(name,
        "Harbour Works trims its drawing office and says nothing of the ferries "
        "that cross the bay\n\nHarbour Works cut 600 roles on Friday.\n");
  const Ran piped = run({"index", "--dry-run", name});
  EXPECT_HOLDS(piped.out, " | " + name + "\n");
  const Ran shown = run_words(
      {"script", "-qec", "stty cols 80; '" BROADSHEET_PROGRAM "' index --dry-run " + name,
       "/dev/null"});
  if (shown.status != 0) GTEST_SKIP() << "no script(1)";
  std::istringstream lines(shown.out);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("\x1b") != line.npos) continue;  // the progress line
    EXPECT_LE(line.size(), 84u) << line;           // an ellipsis is three bytes
  }
  EXPECT_HOLDS(shown.out, "story.txt");
}

}  // namespace
}  // namespace broadsheet
