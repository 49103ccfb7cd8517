// What operators, wildcards and fields of a query find in an index.
#include <fmt/format.h>

#include <gtest/gtest.h>

#include "indexer/index.h"
#include "searcher/searcher.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

struct Story {
  const char* id;
  const char* title;
  const char* text;
};

constexpr Story stories[] = {
    {"budget", "Budget day",
     "The council will cut the tax on boats. A second levy stays as it is."},
    {"order", "Ferry fares",
     "A cut of the harbour fee is planned. Nobody mentioned a tax in the debate."},
    {"far", "Long talk",
     "The tax, said one member after a very long and winding speech about bridges and "
     "weather, could be cut."},
    {"duty", "Duty lowered", "The duty on rum was lowered by a fifth last week."},
    {"layoff", "One layoff", "The mill reported a layoff and two resignations."},
    {"layoffs", "Mill closes", "The mill has announced layoffs in Bergen and Tromsø."},
};

class QueryLanguage : public testing::Test {
 protected:
  QueryLanguage() {
    std::string dump;
    for (const Story& s : stories) {
      dump += fmt::format(R"({{"id":"{}","title":"{}","date":"2026-01-02","text":"{}"}})",
                          s.id, s.title, s.text);
      dump += "\n";
    }
    folder_.write("dump.jsonl", dump);
    index_paths({.database = folder_.path("db"),
                 .paths = {folder_.path("dump.jsonl")},
                 .read = {}});
  }

  Results search(const std::string& query) {
    return Searcher(folder_.path("db")).search({.query = query});
  }

  // The ids in the order of the alphabet.
  std::string found(const std::string& query) {
    std::vector<std::string> ids;
    for (const Hit& hit : search(query).hits) ids.push_back(hit.source_id.value_or("?"));
    std::sort(ids.begin(), ids.end());
    return fmt::format("{}", fmt::join(ids, " "));
  }

  TempFolder folder_;
};

TEST_F(QueryLanguage, OperatorsFindWhatTheySay) {
  const std::pair<const char*, const char*> rows[] = {
      {"tax AND cut", "budget far order"},
      {"tax NEAR/3 cut", "budget"},
      {"tax NEAR/20 cut", "budget far order"},
      {"cut ADJ/3 tax", "budget"},
      {"tax ADJ/3 cut", ""},
      {"tax SAME cut", "budget far"},
      {"tax SAME cut SAME boats", "budget"},
      {"levy SAME council", ""},
      {"(tax OR duty) NEAR/8 (cut OR lowered)", "budget duty"},
      {"(tax OR duty) SAME (cut OR lowered)", "budget duty far"},
      {"\"harbour fee\" NEAR/4 cut", "order"},
      {"\"harbour fee\" SAME cut", "order"},
      {"\"fee harbour\" SAME cut", ""},
      {"tax AND NOT boats", "far order"},
      {"tax -boats", "far order"},
      {"+boats mill", "budget"},
      {"+(boats rum) mill", "budget duty"},
      {"title:(duty OR budget)", "budget duty"},
      {"title:(duty lowered)", "duty"},
      {"(tax cut) AND boats", "budget"},
      {"boats AND (tax cut)", "budget"},
      {"NOT tax NOT mill", "duty"},
  };
  for (const auto& [query, ids] : rows) EXPECT_EQ(found(query), ids) << query;
}

TEST_F(QueryLanguage, WildcardsStandForWordsOfTheIndex) {
  const std::pair<const char*, const char*> rows[] = {
      {"lay*", "layoff layoffs"},
      {"+lay* bergen", "layoff layoffs"},
      {"la*off", "layoff layoffs"},
      {"lay?ff", "layoff layoffs"},
      {"mill NEAR/3 lay*", "layoff layoffs"},
      {"lay* SAME berg*", "layoffs"},
      {"title:lay*", "layoff"},
      {"zebr*", ""},
      {"tax -bo*", "far order"},
  };
  for (const auto& [query, ids] : rows) EXPECT_EQ(found(query), ids) << query;
  EXPECT_EQ(search("zebr*").remarks.size(), 1u);
  EXPECT_TRUE(search("lay*").remarks.empty());
}

TEST_F(QueryLanguage, ExactFormsAreNoOthers) {
  const std::pair<const char*, const char*> rows[] = {
      {"=layoffs", "layoffs"},
      {"=layoff", "layoff"},
      {"mill -=layoffs", "layoff"},
      {"+=layoff mill", "layoff"},
      {"=\"announced layoffs\"", "layoffs"},
      {"=\"announced layoff\"", ""},
      {"mill NEAR/5 =layoffs", "layoffs"},
      {"=layoffs OR =rum", "duty layoffs"},
      {"=Tromsø", "layoffs"},
      {"tromso", "layoffs"},
  };
  for (const auto& [query, ids] : rows) EXPECT_EQ(found(query), ids) << query;
}

TEST_F(QueryLanguage, ExplainsWhatItLooksFor) {
  const Results results = Searcher(folder_.path("db"))
                              .search({.query = "mill (tax NEAR/3 cut", .explain = true});
  ASSERT_TRUE(results.explanation);
  EXPECT_EQ(results.explanation->query, "mill tax NEAR/3 cut");
  EXPECT_EQ(results.explanation->tree, "rank(mill) must(near/3(tax, cut))");
  EXPECT_NE(results.explanation->xapian.find("NEAR"), std::string::npos);
  EXPECT_FALSE(search("mill").explanation);
}

TEST_F(QueryLanguage, HostileQueriesAreAnsweredAtOnce) {
  const std::string parts[] = {"(",        ")",          "\"",   "lay* ",   "tax NEAR/5 ",
                               "the ",     "a OR ",      "NOT ", "-",       "t*",
                               "tax AND ", "5 million ", "\xff", "title:(", "date:2026 "};
  for (const std::string& part : parts) {
    std::string query;
    while (query.size() < 4000) query += part;
    const Results results = search(query + "mill");
    EXPECT_LT(results.took_ms, 2000) << part;
    EXPECT_LE(results.remarks.size(), 40u) << part;
  }
}

}  // namespace
}  // namespace broadsheet
