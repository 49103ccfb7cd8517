#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace broadsheet {
namespace {

using Json = nlohmann::json;

class Index : public ProgramTest {
 protected:
  Json account(std::vector<std::string> words) const {
    words.insert(words.begin(), "index");
    words.insert(words.end(), {"--format", "json"});
    const Ran ran = run(words);
    EXPECT_EQ(ran.status, 0) << ran.err;
    return Json::parse(ran.out);
  }

  // As a user whom file modes bind; empty where that cannot be had.
  std::vector<std::string> unprivileged() const {
    if (geteuid() != 0) return {BROADSHEET_PROGRAM};
    const std::vector<std::string> words = {"setpriv", "--reuid=65534", "--clear-groups",
                                            BROADSHEET_PROGRAM};
    std::vector<std::string> trial = words;
    trial.emplace_back("--version");
    return run_words(trial).status == 0 ? words : std::vector<std::string>();
  }
};

TEST_F(Index, GivesItsAccountInOneLine) {
  write_news();
  const Ran ran = run({"index", "news"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(
      ran.out.find("indexed 3 stories (0 exact copies, 0 skipped) from 2 files in "), 0u)
      << ran.out;
  EXPECT_EQ(ran.err, "");
}

TEST_F(Index, CountsEveryStoryInExactlyOnePlace) {
  write_news();
  write("news/copy.txt", read("news/cuts.txt"));
  const Json first = account({"news"});
  EXPECT_EQ(
      first["stories"].dump(),
      R"({"duplicate":1,"indexed":3,"removed":0,"skipped":0,"unchanged":0,"updated":0})");
  EXPECT_EQ(first["files"].dump(), R"({"read":3,"skipped":0})");
  EXPECT_EQ(first["skipped"], Json::array());
  EXPECT_TRUE(first["seconds"].is_number());
}

TEST_F(Index, LeavesUnchangedStoriesAloneAndPrunesOnlyWhenTold) {
  index_news();
  EXPECT_EQ(account({"news"})["stories"]["unchanged"], 3);
  std::filesystem::remove(path("news/cuts.txt"));
  EXPECT_EQ(account({"news"})["stories"]["removed"], 0);
  EXPECT_EQ(account({"news", "--prune"})["stories"]["removed"], 1);
}

TEST_F(Index, SaysNothingWhenQuiet) {
  write_news();
  const Ran ran = run({"index", "news", "--quiet"});
  EXPECT_EQ(ran.out + ran.err, "");
  EXPECT_EQ(ran.status, 0);
}

TEST_F(Index, NamesTheLineOfBrokenJsonAndKeepsTheRest) {
  std::string dump;
  for (int i = 1; i <= 9; ++i)
    dump += i == 7 ? "{\"title\": \"torn\n"
                   : "{\"title\":\"Story number " + std::to_string(i) +
                         "\",\"text\":\"Words of the story, told once.\"}\n";
  write("dump.jsonl", dump);
  const Ran ran = run({"index", "dump.jsonl"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_HOLDS(ran.err, "skipped dump.jsonl:7: ");
  EXPECT_HOLDS(ran.out, "indexed 8 stories (0 exact copies, 1 skipped)");
}

TEST_F(Index, NamesTwentyOfTheSkippedAndCountsTheOthers) {
  write_news();
  std::string dump = read("news/dump.jsonl");
  for (int i = 0; i < 25; ++i) dump += "{broken\n";
  write("news/dump.jsonl", dump);
  const Ran ran = run({"index", "news"});
  EXPECT_EQ(count_of("skipped news/dump.jsonl:", ran.err), 20u);
  EXPECT_HOLDS(ran.err, "and 5 more");
}

TEST_F(Index, TakesFieldsFromOtherKeys) {
  write("dump.jsonl",
        "{\"kopf\":\"Ferry line hires\",\"rumpf\":\"It hired 250 sailors at once.\"}\n");
  EXPECT_EQ(account({"dump.jsonl", "--field", "title=kopf", "--field",
                     "text=rumpf"})["stories"]["indexed"],
            1);
  EXPECT_HOLDS(run({"search", "sailors"}).out, "Ferry line hires");
}

struct BadCase {
  const char* argument;
  const char* message;
};

TEST_F(Index, FailsByNameWhereThereIsNothingToRead) {
  std::filesystem::create_directory(path("empty"));
  write("picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  write("torn.json", "{\"title\": ");
  for (const BadCase& one :
       {BadCase{"missing", "missing"}, BadCase{"empty", "empty"},
        BadCase{"picture.png", "picture.png"}, BadCase{"torn.json", "torn.json"}}) {
    const Ran ran = run({"index", one.argument});
    EXPECT_EQ(ran.status, 2) << one.argument;
    EXPECT_EQ(ran.out, "");
    EXPECT_HOLDS(ran.err, one.message);
    EXPECT_HOLDS(ran.err, "hint: ");
    EXPECT_FALSE(std::filesystem::exists(path("broadsheet.db"))) << one.argument;
  }
}

TEST_F(Index, LosesNothingToAMissingPath) {
  index_news();
  EXPECT_EQ(run({"index", "news", "missing"}).status, 2);
  EXPECT_EQ(run({"search", "sailors"}).status, 0);
}

TEST_F(Index, PassesOverABinaryFileAmongOthers) {
  write_news();
  write("news/picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  const Ran ran = run({"index", "news"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_HOLDS(ran.err, "skipped news/picture.png: ");
  EXPECT_HOLDS(ran.out, "from 2 files (1 skipped)");
}

TEST_F(Index, NamesAFileThatCannotBeRead) {
  const std::vector<std::string> program = unprivileged();
  if (program.empty()) GTEST_SKIP() << "running as root, whom file modes do not bind";
  write_news();
  write("news/locked.txt", "A story that nobody may read, whatever it says.\n");
  chmod(path("news/locked.txt").c_str(), 0);
  std::vector<std::string> words = program;
  words.insert(words.end(), {"index", "news"});
  const Ran ran = run_words(words);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_HOLDS(ran.err, "skipped news/locked.txt: ");
  words.back() = "news/locked.txt";
  const Ran alone = run_words(words);
  EXPECT_EQ(alone.status, 2);
  EXPECT_HOLDS(alone.err, "news/locked.txt");
}

TEST_F(Index, SaysThatTheIndexCannotBeWritten) {
  write_news();
  write("file", "in the way");
  const Ran ran = run({"index", "news", "--db", "file/index"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_HOLDS(ran.err, "file/index");
}

class Extract : public ProgramTest {};

TEST_F(Extract, PrintsAStoryALine) {
  write_news();
  const Ran ran = run({"extract", "news"});
  EXPECT_EQ(ran.status, 0);
  ASSERT_EQ(count_of("\n", ran.out), 3u);
  const Json first = Json::parse(ran.out.substr(0, ran.out.find('\n')));
  EXPECT_EQ(first["path"], "news/cuts.txt");
  EXPECT_EQ(first["title"], "Harbour Works trims its drawing office");
  EXPECT_EQ(first["date"], "2026-04-24");
  const std::string text = first["text"];
  ASSERT_FALSE(first["figures"].empty());
  for (const Json& figure : first["figures"]) {
    const std::size_t start = figure["start"], end = figure["end"];
    EXPECT_EQ(text.substr(start, end - start), figure["printed"]);
    const std::string sentence = figure["sentence"]["text"];
    const std::size_t from = figure["sentence"]["start"], to = figure["sentence"]["end"];
    EXPECT_EQ(sentence.substr(from, to - from), figure["printed"]);
  }
}

TEST_F(Extract, ShowsAPageToPeople) {
  write_news();
  const Ran ran = run({"extract", "news/dump.jsonl", "--format", "text"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_HOLDS(ran.out,
               "news/dump.jsonl:1\nFerry line hires 250 sailors\noutlet    BBC News\n");
  EXPECT_HOLDS(ran.out, "date      unknown\n");
}

TEST_F(Extract, MakesNoIndex) {
  write_news();
  run({"extract", "news"});
  EXPECT_FALSE(std::filesystem::exists(path("broadsheet.db")));
}

TEST_F(Extract, EndsWithOneWhereThereIsNoStory) {
  std::filesystem::create_directory(path("empty"));
  write("picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  EXPECT_EQ(run({"extract", "empty"}).status, 1);
  EXPECT_EQ(run({"extract", "picture.png"}).status, 1);
  const Ran missing = run({"extract", "missing"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_HOLDS(missing.err, "missing");
}

}  // namespace
}  // namespace broadsheet
