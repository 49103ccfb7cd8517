#include <filesystem>

#include <nlohmann/json.hpp>

#include "article/error.h"
#include "cli/batch.h"
#include "tests/cli/program.h"

namespace broadsheet {
namespace {

using Json = nlohmann::json;

class Search : public ProgramTest {
 protected:
  std::string index_somewhere_else() const {
    index_news();
    std::filesystem::rename(path("broadsheet.db"), path("other.db"));
    return "other.db";
  }
};

TEST_F(Search, FindsAStoryByItsWords) {
  index_news();
  const Ran ran = run({"search", "drawing", "office", "roles"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_HOLDS(ran.out, " 1. Harbour Works trims its drawing office\n");
  EXPECT_HOLDS(ran.out, "news/cuts.txt");
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
  EXPECT_EQ(ran.err, "");
}

TEST_F(Search, EndsWithOneWhenNothingIsFound) {
  index_news();
  for (const char* command : {"search", "figures"}) {
    const Ran ran = run({command, "xylophone"});
    EXPECT_EQ(ran.status, 1) << command << ran.err;
    EXPECT_EQ(ran.out.find("no "), 0u) << ran.out;
  }
  EXPECT_EQ(Json::parse(run({"search", "xylophone", "--format", "json"}).out)["hits"],
            Json::array());
}

TEST_F(Search, PrintsOneObjectAsJson) {
  index_news();
  const Json json = Json::parse(run({"search", "sailors", "--format", "json"}).out);
  EXPECT_EQ(json["query"], "sailors");
  EXPECT_EQ(json["total"], 1);
  const Json& hit = json["hits"][0];
  EXPECT_EQ(hit["source_id"], "s1");
  EXPECT_EQ(hit["outlet"], "BBC News");
  EXPECT_EQ(hit["date"], "2026-03-02");
  EXPECT_EQ(hit["line"], 1);
  EXPECT_TRUE(json["facets"].contains("outlet"));
}

TEST_F(Search, HasEveryFormat) {
  index_news();
  EXPECT_EQ(Json::parse(run({"search", "sailors", "--format", "jsonl"}).out)["path"],
            "news/dump.jsonl");
  EXPECT_EQ(run({"search", "sailors", "--format", "csv"}).out.find("rank,score,title,"),
            0u);
  EXPECT_EQ(run({"search", "sailors", "--format", "trec"}).out.find("1 Q0 s1 1 "), 0u);
}

TEST_F(Search, LimitsAndPages) {
  index_news();
  const std::vector<std::string> words = {"search", "on",       "friday", "monday",
                                          "summer", "--format", "json",   "--limit"};
  std::vector<std::string> one = words, rest = words;
  one.insert(one.end(), {"1"});
  rest.insert(rest.end(), {"10", "--offset", "1"});
  EXPECT_EQ(Json::parse(run(one).out)["hits"].size(), 1u);
  EXPECT_EQ(Json::parse(run(rest).out)["hits"].size(), 2u);
}

TEST_F(Search, NarrowsByFacetValues) {
  index_news();
  const auto found = [&](std::vector<std::string> narrowed) {
    narrowed.insert(narrowed.begin(), {"search", "date:unknown OR since:1000"});
    narrowed.insert(narrowed.end(), {"--format", "json"});
    return Json::parse(run(narrowed).out);
  };
  EXPECT_EQ(found({"--in", "outlet=bbc news", "--in", "outlet=Reuters"})["total"], 2);
  EXPECT_EQ(found({"--in", "outlet=unknown"})["total"], 1);
  EXPECT_EQ(found({"--out", "day=2026-03-02", "--out", "outlet=unknown"})["total"], 1);
  const Json chosen = found({"--in", "outlet=Reuters"});
  EXPECT_EQ(chosen["facets"]["outlet"].size(), 3u) << "its own values stay";
  EXPECT_EQ(chosen["facets"]["outlet"][0]["value"], "BBC News");
  EXPECT_EQ(chosen["facets"]["outlet"][1]["chosen"], "in");
  EXPECT_EQ(chosen["facets"]["year"].size(), 1u);
  EXPECT_EQ(chosen["histogram"]["undated"], 1);
  EXPECT_EQ(found({"--facet", "unit=sail"})["facets"].dump(),
            R"({"unit":[{"count":1,"value":"sailor"}]})");
  EXPECT_EQ(found({"--values", "1"})["facets_more"]["outlet"], 1);
}

TEST_F(Search, NamesTheFacetsThatThereAre) {
  index_news();
  const Ran ran = run({"search", "sailors", "--in", "colour=red"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_HOLDS(ran.err, "--in: 'colour=red' does not begin with a facet");
  EXPECT_HOLDS(ran.err, "outlet, credited, author");
}

TEST_F(Search, GoesOnFromACursorUntilTheIndexChanges) {
  index_news();
  std::vector<std::string> words = {"search",   "on",   "friday",  "monday", "summer",
                                    "--format", "json", "--limit", "2"};
  const Json first = Json::parse(run(words).out);
  words.insert(words.end(), {"--cursor", first["next"]});
  const Json second = Json::parse(run(words).out);
  EXPECT_EQ(second["offset"], 2);
  EXPECT_EQ(second["hits"].size(), 1u);
  EXPECT_EQ(second["next"], nullptr);
  write("news/new.txt", "On Friday it rained\n\nIt rained on Friday and on Monday.\n");
  run({"index", "news"});
  const Json changed = Json::parse(run(words).out);
  EXPECT_EQ(changed["hits"].size(), 0u);
  EXPECT_EQ(changed["total"], 4);
  EXPECT_HOLDS(changed["remarks"][0]["message"].get<std::string>(), "has changed");
}

TEST_F(Search, TakesAWordThatBeginsWithADashAsPartOfTheQuery) {
  index_news();
  const Json json =
      Json::parse(run({"search", "sailors", "-harbour", "--format", "json"}).out);
  EXPECT_EQ(json["query"], "sailors -harbour");
}

TEST_F(Search, UsesTheIndexItIsGiven) {
  const std::string other = index_somewhere_else();
  EXPECT_EQ(run({"search", "sailors", "--db", other}).status, 0);
  EXPECT_EQ(run_words({"env", "BROADSHEET_DB=" + other, BROADSHEET_PROGRAM, "search",
                       "sailors"})
                .status,
            0);
}

TEST_F(Search, SaysHowToMakeTheIndexThatIsNotThere) {
  for (const char* command : {"search", "figures"}) {
    const Ran ran = run({command, "sailors", "--db", "none.db"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_HOLDS(ran.err, "none.db");
    EXPECT_HOLDS(ran.err, "broadsheet index");
  }
}

TEST_F(Search, RefusesAnIndexOfAnotherVersion) {
  index_news();
  Json manifest = Json::parse(read("broadsheet.db/manifest"));
  ASSERT_TRUE(manifest.contains("version"));
  manifest["version"] = 999;
  write("broadsheet.db/manifest", manifest.dump());
  const std::vector<std::vector<std::string>> uses = {
      {"search", "sailors"}, {"figures", "sailors"}, {"info"}, {"check"}, {"serve"},
      {"index", "news"}};
  for (const auto& words : uses) {
    const Ran ran = run(words);
    EXPECT_EQ(ran.status, 2) << words.front();
    EXPECT_HOLDS(ran.err, "999");
    EXPECT_HOLDS(ran.err, "broadsheet.db");
    EXPECT_HOLDS(ran.err, "hint: ");
  }
}

TEST_F(Search, EndsQuietlyWhenNobodyReadsOn) {
  index_news();
  std::string batch;
  for (int i = 0; i < 3000; ++i) batch += "{\"id\":\"q\",\"query\":\"sailors\"}\n";
  write("batch.jsonl", batch);
  const Ran ran = run_words({"bash", "-o", "pipefail", "-c",
                             "'" BROADSHEET_PROGRAM
                             "' search --batch batch.jsonl --format jsonl | head -1"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(count_of("\n", ran.out), 1u);
}

TEST_F(Search, SaysThatTheResultsCannotBeWritten) {
  index_news();
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const Ran ran =
      run_words({"sh", "-c", "'" BROADSHEET_PROGRAM "' search sailors > /dev/full"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_HOLDS(ran.err, "cannot write the results");
}

class Batch : public ProgramTest {
 protected:
  void write_batch() const {
    write(
        "batch.jsonl",
        "{\"id\":\"q1\",\"query\":\"sailors\",\"now\":\"2026-04-24\",\"recency\":true}\n"
        "not json\n"
        "\n"
        "{\"id\":7,\"query\":\"xylophone\"}\n"
        "{\"query\":\"no id\"}\n"
        "{\"id\":\"q3\",\"query\":\"flour\"}\n");
  }
};

TEST_F(Batch, GoesOnAfterABadLineAndNamesIt) {
  index_news();
  write_batch();
  const Ran ran = run({"search", "--batch", "batch.jsonl", "--format", "trec"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_HOLDS(ran.err, "batch.jsonl:2: not JSON");
  EXPECT_HOLDS(ran.err, "batch.jsonl:5: \"id\" is missing");
  EXPECT_EQ(ran.out.find("q1 Q0 s1 1 "), 0u);
  EXPECT_HOLDS(ran.out, "\nq3 Q0 s2 1 ");
  EXPECT_EQ(count_of("\n", ran.out), 2u);
}

TEST_F(Batch, PrintsAnAnswerALineInItsOrder) {
  index_news();
  write_batch();
  for (const char* format : {"json", "jsonl"}) {
    const Ran ran = run({"search", "--batch", "batch.jsonl", "--format", format});
    EXPECT_EQ(ran.out.find("{\"id\":\"q1\",\"query\":\"sailors\","), 0u);
    EXPECT_HOLDS(ran.out, "\n{\"id\":\"7\",\"query\":\"xylophone\",");
    EXPECT_EQ(count_of("\n", ran.out), 3u);
  }
}

TEST_F(Batch, IsReadFromStandardInputToo) {
  index_news();
  const Ran ran =
      run_words({BROADSHEET_PROGRAM, "figures", "--batch", "-", "--format", "jsonl"},
                "{\"id\":\"a\",\"query\":\"sailors\"}\n");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out.find("{\"id\":\"a\",\"query\":\"sailors\","), 0u);
}

TEST_F(Batch, SaysThatItsFileIsNotThere) {
  index_news();
  const Ran ran = run({"search", "--batch", "none.jsonl"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_HOLDS(ran.err, "none.jsonl");
}

struct LineCase {
  const char* line;
  const char* message;
};

TEST(BatchLine, SaysWhatIsWrongWithIt) {
  for (const LineCase& one : {
           LineCase{"{", "not JSON"},
           LineCase{"[]", "not a JSON object"},
           LineCase{"{}", "\"id\" is missing"},
           LineCase{R"({"id":1.5,"query":"x"})", "\"id\""},
           LineCase{R"({"id":"a"})", "\"query\" is missing"},
           LineCase{R"({"id":"a","query":1})", "\"query\""},
           LineCase{R"({"id":"a","query":"x","now":"soon"})", "\"now\" is not a date"},
           LineCase{R"({"id":"a","query":"x","recency":1})", "\"recency\""},
       }) {
    try {
      read_batch_line(one.line);
      ADD_FAILURE() << one.line << " was read";
    } catch (const Error& error) {
      EXPECT_HOLDS(error.what(), one.message);
    }
  }
}

TEST(BatchLine, TakesNullForNotGiven) {
  const BatchQuery query =
      read_batch_line(R"({"id":"a","query":"x","now":null,"recency":null,"more":1})");
  EXPECT_EQ(query.query, "x");
  EXPECT_FALSE(query.now);
  EXPECT_FALSE(query.recency);
}

class Figures : public ProgramTest {};

TEST_F(Figures, ShowsATableWithTheSentenceBelow) {
  index_news();
  const Ran ran = run({"figures", "sailors"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_HOLDS(ran.out, "read as");
  EXPECT_HOLDS(ran.out, "250");
  EXPECT_HOLDS(ran.out, "BBC News");
  EXPECT_HOLDS(ran.out, "2026-03-02");
  EXPECT_HOLDS(ran.out, "\n    The ferry line hired 250 sailors");
}

TEST_F(Figures, PrintsRowsAsJsonAndCsv) {
  index_news();
  const Json json = Json::parse(run({"figures", "docks", "--format", "json"}).out);
  ASSERT_FALSE(json["rows"].empty());
  bool found = false;
  for (const Json& row : json["rows"])
    found = found || (row["unit"] == "USD" && row["low"] == 45000000000 &&
                      row["high"] == 50000000000);
  EXPECT_TRUE(found) << json.dump(1);
  EXPECT_EQ(run({"figures", "docks", "--format", "csv"}).out.find("printed,low,high,"),
            0u);
}

}  // namespace
}  // namespace broadsheet
