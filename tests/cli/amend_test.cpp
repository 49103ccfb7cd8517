// Corrections, removals, near-copies and rehearsals with the real program.
#include "tests/cli/amend.h"

#include <filesystem>
#include <sstream>

#include <nlohmann/json.hpp>

#include "indexer/lock.h"

namespace broadsheet {
namespace {

using Json = nlohmann::json;

TEST_F(Amend, CorrectsAtOnceAndOverReIndexing) {
  index_news();
  const std::string id = id_of("news/cuts.txt");
  const Ran ran = run({"correct", id.substr(0, 6), "date=2026-03-02", "outlet=BBC News",
                       "title=Drawing office is cut"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  const auto check = [&] {
    const Json now = hit("news/cuts.txt");
    EXPECT_EQ(now["date"], "2026-03-02");
    EXPECT_EQ(now["date_source"], "corrected");
    EXPECT_EQ(now["outlet"], "BBC News");
    EXPECT_EQ(now["title"], "Drawing office is cut");
    EXPECT_EQ(now["id"], id);
  };
  check();
  EXPECT_EQ(counters({"news"})["unchanged"], 3);
  check();
  write("news/cuts.txt", read("news/cuts.txt") + "\nA line was added to the story.\n");
  EXPECT_EQ(counters({"news"})["updated"], 1);
  check();
  EXPECT_EQ(run({"check"}).status, 0);
}

TEST_F(Amend, TakesCorrectionsBack) {
  index_news();
  const Json before = hit("news/cuts.txt");
  const std::string id = before["id"];
  run({"correct", id, "date=", "authors=Nora Field; Smith, Ann"});
  EXPECT_EQ(hit("news/cuts.txt")["date"], nullptr);
  EXPECT_EQ(run({"correct", id, "authors", "--undo"}).status, 0);
  EXPECT_EQ(hit("news/cuts.txt")["corrected"].size(), 2u);  // the date and its source
  EXPECT_EQ(run({"correct", id, "--undo"}).out, "no corrections are left\n");
  EXPECT_EQ(hit("news/cuts.txt").dump(), before.dump());
}

TEST_F(Amend, PutsPeriodsAgainstTheCorrectedDate) {
  write(
      "one.jsonl",
      R"({"id":"1","title":"Wells","date":"2026-03-02","text":"Acme sank 70 wells this )"
      R"(year. It was a good time for all of them."})"
      "\n");
  run({"index", "one.jsonl"});
  const auto period = [&] { return hit("one.jsonl")["figures"][0]["period"]; };
  EXPECT_EQ(period(), "2026");
  const std::string id = id_of("one.jsonl");
  EXPECT_EQ(run({"correct", id, "date=2024-05-06"}).status, 0);
  EXPECT_EQ(period(), "2024");
  EXPECT_EQ(run({"correct", id, "figure:70 wells=80 wells"}).status, 0);
  EXPECT_EQ(period(), "2024");
  EXPECT_EQ(run({"correct", id, "--undo"}).status, 0);
  EXPECT_EQ(period(), "2026");
}

TEST_F(Amend, CorrectsFiguresByFormOrNumber) {
  index_news();
  const std::string id = id_of("news/dump.jsonl");
  EXPECT_EQ(run({"search", "sailors>300"}).status, 1);
  EXPECT_EQ(run({"correct", id, "figure:250 sailors=350"}).status, 0);
  EXPECT_EQ(run({"search", "sailors>300"}).status, 0);
  EXPECT_EQ(run({"correct", id, "figure:1="}).status, 0);
  EXPECT_EQ(run({"correct", id, "--undo"}).status, 0);
  EXPECT_EQ(run({"search", "sailors>300"}).status, 1);
  EXPECT_EQ(run({"search", "sailors>200"}).status, 0);
}

TEST_F(Amend, CorrectsEveryMentionOfAFigureOrOneAlone) {
  write("yard.txt",
        "Yard cuts 8,000 jobs\n\nThe yard cuts 8,000 jobs in Rowan Bay, it said.\n\n"
        "Nobody had thought that 8,000 jobs would go at once.\n");
  ASSERT_EQ(run({"index", "yard.txt"}).status, 0);
  const std::string id = id_of("yard.txt");
  const auto found = [&](const std::string& query) {
    const Json answer = json({"figures", query});
    int mentions = 0;
    for (const Json& row : answer["rows"]) mentions += row["mentions"].get<int>();
    return mentions;
  };
  EXPECT_EQ(found("jobs=8000"), 3);
  EXPECT_EQ(run({"correct", id, "figure:8,000 Jobs=6,000 jobs"}).status, 0);
  EXPECT_EQ(found("jobs=8000"), 0);
  EXPECT_EQ(found("jobs=6000"), 3);
  // One alone wins over all.
  EXPECT_EQ(run({"correct", id, "figure:8,000 jobs#2="}).status, 0);
  EXPECT_EQ(found("jobs=6000"), 2);
  EXPECT_EQ(run({"correct", id, "figure:3=7,000 jobs"}).status, 0);
  EXPECT_HOLDS(run({"correct", "--list"}).out, "figure:8,000 jobs#3: ");
  EXPECT_EQ(found("jobs=6000"), 1);
  EXPECT_EQ(found("jobs=7000"), 1);
  EXPECT_EQ(run({"correct", id, "--undo"}).status, 0);
  EXPECT_EQ(found("jobs=8000"), 3);
}

TEST_F(Amend, ListsWhatWasCorrectedAlsoWhenTheStoryHasGone) {
  index_news();
  const std::string id = id_of("news/cuts.txt");
  run({"correct", id, "date=2026-03-02"});
  EXPECT_EQ(run({"correct", "--list"}).out,
            id + "  Harbour Works trims its drawing office\n"
                 "  date: 2026-03-02 (was 2026-04-24)\n");
  std::filesystem::remove(path("news/cuts.txt"));
  EXPECT_EQ(counters({"news", "--prune"})["removed"], 1);
  const Json list = json({"correct", "--list"});
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0]["applied"], false);
  EXPECT_EQ(list[0]["reason"], "the story is not in the index");
  EXPECT_EQ(list[0]["title"], "Harbour Works trims its drawing office");
}

TEST_F(Amend, ReadsCorrectionsFromAFile) {
  index_news();
  write("fix.jsonl",
        "{\"path\":\"news/dump.jsonl\",\"line\":1,\"set\":{\"date\":\"2026-01-02\"}}\n\n"
        "{\"path\":\"news/cuts.txt\",\"set\":{\"outlet\":\"Reuters\",\"url\":null}}\n");
  EXPECT_EQ(run({"correct", "--file", "fix.jsonl"}).status, 0);
  EXPECT_EQ(hit("news/cuts.txt")["outlet"], "Reuters");
  write("fix.jsonl",
        "{\"path\":\"news/cuts.txt\",\"set\":{\"outlet\":\"AP\"}}\nbroken\n");
  const Ran ran = run({"correct", "--file", "fix.jsonl"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_HOLDS(ran.err, "fix.jsonl:2 ");
  EXPECT_EQ(hit("news/cuts.txt")["outlet"], "Reuters") << "all or nothing";
}

struct BadCase {
  std::vector<std::string> words;
  const char* message;
};

TEST_F(Amend, NamesWhatCannotBe) {
  index_news();
  const std::string id = id_of("news/cuts.txt");
  const std::string before = state_of_index();
  const std::vector<BadCase> cases = {
      {{"correct"}, "there is no story to correct"},
      {{"correct", "zzzz", "date=2026"}, "there is no story zzzz"},
      {{"correct", id}, "there is nothing to correct"},
      {{"correct", id, "colour=red"}, "'colour' cannot be corrected"},
      {{"correct", id, "date=soon"}, "'soon' is not a date"},
      {{"correct", id, "date=2060-01-02"}, "'2060-01-02' is a day to come"},
      {{"correct", id, "date=2060"}, "'2060' is a day to come"},
      {{"correct", id, "figure:99="}, "the story has no figure '99'"},
      {{"correct", id, "figure:1=many"}, "'many' cannot be read as a figure"},
      {{"correct", id, "date", "--undo"}, "date has not been corrected"},
      {{"remove"}, "there is nothing to remove"},
      {{"remove", "--outlet", "Nobody", "--undo"}, "no removal of outlet Nobody"},
      {{"correct", id, "date=2026", "--db", "none"}, "no index at none"}};
  for (const BadCase& one : cases) {
    const Ran ran = run(one.words);
    EXPECT_EQ(ran.status, 2) << one.message;
    EXPECT_HOLDS(ran.err, one.message);
  }
  EXPECT_EQ(state_of_index(), before);
  EXPECT_FALSE(std::filesystem::exists(path("none")));
}

TEST_F(Amend, WaitsForNobodyWhenAnotherRunWrites) {
  index_news();
  const std::string id = id_of("news/cuts.txt");
  const WriterLock lock(path("broadsheet.db"));
  for (const auto& words : {std::vector<std::string>{"correct", id, "date=2026"},
                            std::vector<std::string>{"remove", id}}) {
    const Ran ran = run(words);
    EXPECT_EQ(ran.status, 2);
    EXPECT_HOLDS(ran.err, "another run is writing to");
  }
}

TEST_F(Amend, RemovesAStoryWithItsCopiesForGood) {
  write_news();
  write("news/copy.txt", read("news/cuts.txt"));
  run({"index", "news"});
  const std::string id = json({"search", "drawing"})["hits"][0]["id"];
  EXPECT_EQ(run({"remove", id}).out, "removed 2 stories; --undo lets them in again\n");
  EXPECT_EQ(run({"search", "drawing"}).status, 1);
  const Json account = json({"index", "news"});
  EXPECT_EQ(account["stories"]["skipped"], 2);
  EXPECT_EQ(account["skipped"][0]["reason"], "removed by hand");
  write("news/copy.txt", read("news/copy.txt") + "\n");
  write("news/third.txt", read("news/cuts.txt"));
  EXPECT_EQ(run({"index", "news"}).status, 0);
  EXPECT_EQ(run({"search", "drawing"}).status, 1);
  EXPECT_EQ(run({"remove", id, "--undo"}).status, 0);
  EXPECT_EQ(run({"index", "news"}).status, 0);
  EXPECT_EQ(run({"search", "drawing"}).status, 0);
  EXPECT_EQ(run({"check"}).status, 0);
}

TEST_F(Amend, RemovesAnOutletForGood) {
  index_news();
  EXPECT_HOLDS(run({"remove", "--outlet", "bbc.co.uk"}).out, "removed 1 story");
  EXPECT_EQ(run({"remove", "--list"}).out, "outlet  bbc.co.uk\n");
  write(
      "more.jsonl",
      "{\"title\":\"Bridge opens\",\"source\":\"BBC News\",\"text\":\"It is open.\"}\n");
  const Ran ran = run({"index", "more.jsonl", "news", "--format", "json"});
  EXPECT_EQ(Json::parse(ran.out)["stories"]["skipped"], 2);
  EXPECT_EQ(run({"search", "bridge"}).status, 1);
}

TEST_F(Amend, RehearsesWithoutATrace) {
  write_news();
  const Ran first = run({"index", "--dry-run", "news"});
  EXPECT_EQ(first.status, 0);
  EXPECT_HOLDS(first.out,
               "indexed   Harbour Works trims its drawing office\n"
               "          2026-04-24 (byline) | ");
  EXPECT_HOLDS(first.out, "would index 3 stories (0 exact copies, 0 skipped)");
  EXPECT_FALSE(std::filesystem::exists(path("broadsheet.db")));
  index_news();
  write("news/cuts.txt", read("news/cuts.txt") + "\nOne more line of it.\n");
  const std::string before = state_of_index();
  EXPECT_HOLDS(run({"index", "--dry-run", "news"}).out, "updated   Harbour Works");
  EXPECT_EQ(state_of_index(), before);
}

TEST_F(Amend, LeavesEveryByteAloneWhenNothingChanged) {
  index_news();
  const std::string before = state_of_index();
  EXPECT_EQ(counters({"news"})["unchanged"], 3);
  EXPECT_EQ(state_of_index(), before);
}

TEST_F(Amend, ReportsEachStoryAndFile) {
  write_news();
  write("news/copy.txt", read("news/cuts.txt"));
  write("news/picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  run({"index", "news", "--report", "report.jsonl", "--quiet"});
  std::istringstream lines(read("report.jsonl"));
  std::map<std::string, int> outcomes;
  for (std::string line; std::getline(lines, line);)
    ++outcomes[Json::parse(line)["outcome"].get<std::string>()];
  EXPECT_EQ(outcomes, (std::map<std::string, int>{
                          {"indexed", 3}, {"duplicate", 1}, {"file skipped", 1}}));
}

TEST_F(Amend, SaysWhatVanishedAndIsKept) {
  index_news();
  std::filesystem::remove(path("news/dump.jsonl"));
  EXPECT_HOLDS(run({"index", "news"}).out,
               "\n2 stories of 1 vanished file are kept; --prune removes them\n");
}

TEST_F(Amend, ShowsNearCopiesTogether) {
  const std::string text =
      "Harbour Works will close its drawing office in Rowan Bay, the yard said. The "
      "office made plans for most of the ferries that cross the bay today, and people in "
      "the town had feared for it since the spring. Unions called for a meeting at once "
      "and said that they had not been told.";
  const auto record = [&](const char* outlet, const char* date, const std::string& body) {
    return Json{{"title", "Yard closes drawing office"},
                {"outlet", outlet},
                {"date", date},
                {"text", body}}
               .dump() +
           "\n";
  };
  write("wire.jsonl",
        record("The Later Paper", "2026-04-25", text) +
            record("The First Wire", "2026-04-24", "(Wire) " + text) +
            record("Elsewhere", "2026-04-23", "Some other story entirely."));
  run({"index", "wire.jsonl"});
  const Json hits = json({"search", "outlet:\"The First Wire\""})["hits"];
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0]["copies"], 1);
  const std::string cluster = hits[0]["cluster"];
  EXPECT_EQ(json({"search", "cluster:" + cluster})["total"], 2);
  EXPECT_EQ(json({"search", "elsewhere"})["hits"].size(), 0u);
  EXPECT_EQ(json({"search", "entirely"})["hits"][0]["cluster"], nullptr);
}

TEST_F(Amend, ACorrectionStaysWithItsRowWhenAnotherIsPutAbove) {
  write("rows.csv",
        "title,text\nQuay opens,The quay opened.\nMill shuts,The mill shut.\n");
  ASSERT_EQ(run({"index", "rows.csv"}).status, 0);
  const std::string found = run({"search", "quay", "--format", "jsonl"}).out;
  const std::string id = found.substr(found.find("\"id\":\"") + 6, 16);
  ASSERT_EQ(run({"correct", id, "date=1999-09-09"}).status, 0);
  write("rows.csv",
        "title,text\nTram runs,The tram runs.\nQuay opens,The quay opened.\n"
        "Mill shuts,The mill shut.\n");
  ASSERT_EQ(run({"index", "rows.csv"}).status, 0);
  EXPECT_NE(run({"search", "quay date:1999-09-09"}).out.find("Quay opens"),
            std::string::npos);
  EXPECT_EQ(run({"search", "tram date:1999-09-09"}).status, 1);
}

TEST_F(Amend, StandardInputAddsToWhatCameByItBefore) {
  const auto add = [&](const std::string& text) {
    return run_words({BROADSHEET_PROGRAM, "index", "-"}, text).status;
  };
  ASSERT_EQ(add("title,text\nQuay opens,The quay opened.\n"), 0);
  ASSERT_EQ(add("Mill shuts\n\nThe mill shut for good on Monday.\n"), 0);
  ASSERT_EQ(add("Tram runs\n\nThe tram runs again since Tuesday.\n"), 0);
  for (const char* word : {"quay", "mill", "tram"}) {
    EXPECT_EQ(run({"search", word}).status, 0) << word;
  }
}

TEST_F(Amend, UndoesARemovalHoweverItIsWritten) {
  index_news();
  EXPECT_HOLDS(run({"remove", "--outlet", "BBC News"}).out, "removed 1 story;");
  EXPECT_HOLDS(run({"remove", "--path", "news/cuts.txt/"}).out, "removed 1 story;");
  EXPECT_EQ(run({"remove", "--outlet", "bbc NEWS", "--undo"}).out,
            "1 story may come back; index its file again\n");
  EXPECT_EQ(run({"remove", "--path", "News/Cuts.txt//", "--undo"}).out,
            "1 story may come back; index its file again\n");
  EXPECT_EQ(run({"remove", "--list"}).out, "nothing has been removed by hand\n");
  EXPECT_EQ(counters({"news"})["indexed"], 2);
  EXPECT_HOLDS(run({"remove", "--outlet", "The Nowhere Post"}).out,
               "no story of outlet The Nowhere Post is in the index");
  EXPECT_EQ(run({"remove", "--outlet", "the nowhere post", "--undo"}).out,
            "nothing was kept out by that\n");
}

TEST_F(Amend, CountsACopyWhoseFileHasGone) {
  write_news();
  write("news/copy.txt", read("news/cuts.txt"));
  write("news/third.txt", read("news/cuts.txt"));
  EXPECT_EQ(counters({"news"})["duplicate"], 2);
  std::filesystem::remove(path("news/third.txt"));
  EXPECT_EQ(counters({"news", "--prune"})["removed"], 1);
  EXPECT_EQ(run({"search", "drawing"}).status, 0);
}

TEST_F(Amend, TakesTheIdOfACopyForItsStory) {
  write_news();
  write("news/copy.txt", read("news/cuts.txt"));
  run({"index", "news", "--report", "report.jsonl", "--quiet"});
  std::istringstream lines(read("report.jsonl"));
  std::string copy;
  for (std::string line; std::getline(lines, line);) {
    const Json outcome = Json::parse(line);
    if (outcome["outcome"] == "duplicate") copy = outcome["id"];
  }
  const std::string id = json({"search", "drawing"})["hits"][0]["id"];
  ASSERT_NE(copy, "");
  ASSERT_NE(copy, id);
  EXPECT_HOLDS(run({"correct", copy, "date=2026-03-02"}).out, id + "  ");
  EXPECT_EQ(json({"search", "drawing"})["hits"][0]["date"], "2026-03-02");
  write("fix.jsonl",
        "{\"path\":\"news/cuts.txt\",\"set\":{\"outlet\":\"Reuters\"}}\n"
        "{\"path\":\"news/copy.txt\",\"set\":{\"outlet\":\"Reuters\"}}\n");
  EXPECT_EQ(run({"correct", "--file", "fix.jsonl"}).status, 0);
  EXPECT_HOLDS(run({"remove", copy}).out, "removed 2 stories");
}

TEST_F(Amend, KeepsWhatCameByStandardInputWhenItsOriginalGoes) {
  index_news();
  ASSERT_EQ(run_words({BROADSHEET_PROGRAM, "index", "-"}, read("news/cuts.txt")).status,
            0);
  std::filesystem::remove(path("news/cuts.txt"));
  EXPECT_EQ(run({"index", "news", "--prune"}).status, 0);
  EXPECT_EQ(run({"search", "drawing"}).status, 0);
  EXPECT_EQ(run({"index", "news"}).status, 0);
  EXPECT_EQ(run({"search", "drawing"}).status, 0);
  EXPECT_EQ(run({"check"}).status, 0);
}

}  // namespace
}  // namespace broadsheet
