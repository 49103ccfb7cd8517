// Help with a query on a real index: spelling, completion, stories like one, and why
// nothing was found.
#include <fmt/format.h>

#include <gtest/gtest.h>

#include "article/error.h"
#include "indexer/index.h"
#include "searcher/searcher.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

class Suggestions : public testing::Test {
 protected:
  Suggestions() {
    std::string dump;
    const auto add = [&](const std::string& id, const char* title, const char* outlet,
                         const char* author, const char* date, const char* text) {
      dump += fmt::format(
          R"({{"id":"{}","title":"{}","outlet":"{}","author":"{}","date":"{}","text":"{}"}})",
          id, title, outlet, author, date, text);
      dump += "\n";
    };
    add("ferry", "Ferry strike halts the harbour", "Reuters", "Ada Quillfeather",
        "2026-04-24",
        "The government asked the ferry crews to return. The strike at the harbour began "
        "on Monday and costs 40 sailings a day.");
    add("ferry2", "Ferry crews end their strike at the harbour", "The Verge",
        "Bo Lindgreen", "2026-04-26",
        "The ferry crews voted to end the strike. The harbour will be open again; the "
        "government welcomed the vote of the crews.");
    add("bakers", "Bakers want cheaper flour", "The New York Times", "Ada Quillfeather",
        "2025-10-02",
        "Bakers told the government that flour costs too much. They ask for 250 new "
        "mills.");
    add("mills", "Mills are short of grain", "The New York Times", "Cy Overton",
        "2025-10-09",
        "The mills cannot grind what the farms do not send. Flour is dear.");
    add("undated", "Canteen opens", "", "", "",
        "The canteen serves 600 meals a day in the naïve style.");
    for (int i = 0; i < 130; ++i) {
      const std::string text =
          i == 0 ? "Rain and a rainbown."
                 : fmt::format("Rain, wind and a rainbow over hill {}.", i);
      add(fmt::format("extra{}", i), "Weather report", "Reuters", "", "2024-01-05",
          text.c_str());
    }
    folder_.write("dump.jsonl", dump);
    index_paths({.database = db(), .paths = {folder_.path("dump.jsonl")}, .read = {}});
    searcher_ = std::make_unique<Searcher>(db());
  }

  std::string db() const { return folder_.path("db"); }

  Results search(const std::string& query, SearchRequest request = {}) const {
    request.query = query;
    request.now = read_date("2026-05-01");
    return searcher_->search(request);
  }

  // "message => suggestion", a line each.
  std::string remarks(const std::string& query) const {
    std::string text;
    for (const Remark& remark : search(query).remarks)
      text += remark.message + " => " + remark.suggestion.value_or("") + "\n";
    return text;
  }

  std::string completions(const std::string& query, std::size_t at = 9999) const {
    std::string text;
    for (const Completion& one : searcher_->complete(query, at, 10).list) {
      text += fmt::format("{}{} {} {}", text.empty() ? "" : ", ", one.kind, one.text,
                          one.count ? std::to_string(*one.count) : "-");
    }
    return text;
  }

  TempFolder folder_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(Suggestions, SayWhatAWordThatNoStoryHasMayMean) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"goverment strike",
       "no story has \"goverment\"; \"government\" is in 3 => government strike\n"},
      {"ferry -canteen Goverment",
       "no story has \"Goverment\"; \"government\" is in 3 => ferry -canteen "
       "government\n"},
      {"\"the habrour\"",
       "no story has \"habrour\"; \"harbour\" is in 2 => \"the harbour\"\n"},
      {"title:strkie",
       "no story has \"strkie\" in its title; \"strike\" is in 2 => title:strike\n"},
      {"author:quilfeather",
       "no story has \"quilfeather\" in its author; \"quillfeather\" is in 2 => "
       "author:quillfeather\n"},
      {"outlet:Reutres",
       "no story has the outlet \"Reutres\"; \"Reuters\" is in 131 => outlet:Reuters\n"},
      {"outlet:york",
       "no story has the outlet \"york\"; \"The New York Times\" is in 2 => "
       "outlet:\"The New York Times\"\n"},
      {"government strike", ""},
      {"xylophone", ""},
      {"ferry -goverment", ""},
      {"601 meals", ""},
      {"h600x", ""},
      {"ferrys", ""},
      {"outlet:unknown", ""}};
  for (const auto& [query, expected] : rows) EXPECT_EQ(remarks(query), expected) << query;
}

TEST_F(Suggestions, DoubtAWordThatIsFarRarerThanOneSpeltNearlySo) {
  EXPECT_EQ(remarks("rainbown"),
            "only 1 story has \"rainbown\"; \"rainbow\" is in 129 => rainbow\n");
  EXPECT_EQ(search("rainbown").total, 1u) << "nothing else is searched for";
}

TEST_F(Suggestions, PointAtTheWordInTheQuery) {
  const auto found = search("ferry goverment strike").remarks;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].span, (Span{6, 15}));
  EXPECT_EQ(suggested_query("ferry goverment strike", found[0]),
            "ferry government strike");
}

TEST_F(Suggestions, StandInFiguresToo) {
  SearchRequest request;
  request.query = "goverment";
  const auto found = searcher_->figures(request).remarks;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].suggestion, "government");
}

TEST_F(Suggestions, AreNotMadeForBatches) {
  SearchRequest request;
  request.facets = request.snippets = false;
  EXPECT_TRUE(search("goverment", request).remarks.empty());
}

TEST_F(Suggestions, TellWhichPartLeavesNothing) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"strike AND flour",
       "no story meets all of this; without strike there are 2 stories => flour\n"
       "no story meets all of this; without flour there are 2 stories => strike\n"},
      {"ferry date:2025 outlet:reuters",
       "no story meets all of this; without date:2025 there is 1 story => ferry "
       "outlet:reuters\n"},
      {"ferry -strike",
       "no story meets all of this; without -strike there are 2 stories => ferry\n"},
      {"canteen outlet:reuters",
       "no story meets all of this; without outlet:reuters there is 1 story => canteen\n"
       "no story meets all of this; without canteen there are 131 stories => "
       "outlet:reuters\n"},
      {"(ferry OR canteen) AND title:mills",
       "no story meets all of this; without ferry OR canteen there is 1 story => "
       "title:mills\n"
       "no story meets all of this; without title:mills there are 3 stories => (ferry OR "
       "canteen)\n"}};
  for (const auto& [query, expected] : rows) {
    EXPECT_EQ(search(query).total, 0u) << query;
    const std::string found = remarks(query);
    for (std::size_t at = 0; at < expected.size();) {
      const std::size_t end = expected.find('\n', at) + 1;
      EXPECT_NE(found.find(expected.substr(at, end - at)), std::string::npos)
          << query << "\n"
          << found;
      at = end;
    }
  }
}

TEST_F(Suggestions, OfNothingFoundLeadToAsManyStoriesAsTheySay) {
  for (const char* query :
       {"strike AND flour AND canteen", "ferry date:2025 outlet:reuters",
        "NOT ferry AND title:ferry", "(strike OR ferry) (flour AND mills) outlet:verge",
        "canteen AND NOT (meals OR style)", "meals>5000 canteen",
        "((ferry)) AND ((rain))", "-ferry -rain -bakers -mills -canteen"}) {
    const auto answer = search(query);
    if (answer.total > 0) continue;
    EXPECT_FALSE(answer.remarks.empty()) << query;
    for (const Remark& remark : answer.remarks) {
      const auto other = suggested_query(query, remark);
      if (!other) continue;
      const auto count = search(*other).total;
      EXPECT_GT(count, 0u) << query << " => " << *other;
      EXPECT_NE(remark.message.find(std::to_string(count)), std::string::npos)
          << remark.message << " => " << *other;
    }
  }
}

TEST_F(Suggestions, TellOfFacetChoicesThatLeaveNothing) {
  SearchRequest request;
  request.in = {{.facet = "outlet", .value = "The Verge"}};
  const auto answer = search("flour", request);
  ASSERT_FALSE(answer.remarks.empty());
  EXPECT_EQ(answer.remarks[0].message,
            "without the chosen facet values there are 2 stories");
}

TEST_F(Suggestions, CompleteWordsNamesFieldsAndDates) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"govern", "word government 3"},
      {"goverm", "word government 3"},
      {"ferry stri", "word strike 2"},
      {"outlet:re", "outlet outlet:Reuters 131"},
      {"outlet:yor", "outlet outlet:\"The New York Times\" 2"},
      {"outlet:\"the new", "outlet outlet:\"The New York Times\" 2"},
      {"the new yor", "outlet outlet:\"The New York Times\" 2"},
      {"author:quil", "author author:\"Ada Quillfeather\" 2"},
      {"outl", "field outlet: -"},
      {"date:2025", "date date:2025-10 2, date date:2025 2"},
      {"2026-", "date date:2026-04 2"},
      {"octo", "date date:2025-10 2"},
      {"since:2024..20", ""},
      {"title:stri", "word title:strike 2"},
      {"naiv", "word naïve 1"},
      {"zzzz", ""},
      {"600", ""},
      {"", ""},
      {"   ", ""},
      {"\"", ""},
      {":::", ""}};
  for (const auto& [query, expected] : rows) {
    const std::string found = completions(query);
    if (expected.empty() && query[0] != 's') {
      EXPECT_EQ(found, "") << query;
    } else {
      EXPECT_NE(found.find(expected), std::string::npos) << query << ": " << found;
    }
  }
}

TEST_F(Suggestions, CompleteAtTheCursor) {
  const auto found = searcher_->complete("stri AND flour", 4, 10).list;
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, "strike");
  EXPECT_EQ(found[0].typed, (Span{0, 4}));
}

TEST_F(Suggestions, CompleteAnyBytes) {
  for (const std::string& query :
       {std::string("\xC3"), std::string("a\xFF\xFE"), std::string(5000, 'a'),
        std::string(3000, '"'), std::string(2000, ':'), std::string("ä\0ö", 5),
        std::string("outlet:\"\"\""), std::string("naï")}) {
    for (std::size_t at = 0; at < std::min<std::size_t>(query.size(), 20); ++at) {
      const auto found = searcher_->complete(query, at, 5);
      EXPECT_LE(found.list.size(), 5u);
      for (const Completion& one : found.list) EXPECT_LE(one.typed.end, query.size());
    }
  }
}

TEST_F(Suggestions, FindStoriesLikeOne) {
  const auto ferry = search("ferry halts").hits.at(0);
  ASSERT_EQ(ferry.source_id, "ferry");
  const auto alike = searcher_->similar(ferry.id, {});
  ASSERT_TRUE(alike);
  ASSERT_FALSE(alike->hits.empty());
  EXPECT_EQ(alike->hits[0].source_id, "ferry2");
  EXPECT_EQ(alike->total, alike->hits.size());
  for (const Hit& hit : alike->hits) EXPECT_NE(hit.id, ferry.id);
  EXPECT_FALSE(alike->hits[0].snippet.marks.empty());
  EXPECT_NE(alike->reading.find("crews"), std::string::npos) << alike->reading;
}

TEST_F(Suggestions, TakeABeginningOfAnId) {
  const auto ferry = search("ferry halts").hits.at(0);
  EXPECT_TRUE(searcher_->similar(ferry.id.substr(0, 12), {}));
  EXPECT_FALSE(searcher_->similar("ffffffffffffffffff", {}));
  EXPECT_FALSE(searcher_->similar("", {}));
}

TEST_F(Suggestions, FollowANewRevision) {
  EXPECT_EQ(completions("zephy"), "");
  folder_.write("more.jsonl", R"({"id":"z","title":"Zephyr","text":"A zephyr blows."})"
                              "\n");
  index_paths({.database = db(),
               .paths = {folder_.path("dump.jsonl"), folder_.path("more.jsonl")},
               .read = {}});
  EXPECT_EQ(completions("zephy"), "word zephyr 1");
}

}  // namespace
}  // namespace broadsheet
