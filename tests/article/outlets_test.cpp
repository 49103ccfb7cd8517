#include "article/outlets.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "article/outlet_table.h"

namespace broadsheet {
namespace {

TEST(NormaliseOutlet, KnowsNamesSectionsAndDomains) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"BBC Technology", "BBC News"}, {"bbc.co.uk", "BBC News"},
      {"www.bbc.com", "BBC News"},    {"the associated press", "Associated Press"},
      {"AP", "Associated Press"},     {"New York Times", "The New York Times"},
      {"Verge", "The Verge"},         {" Reuters. ", "Reuters"},
      {"USA Today", "USA TODAY"},     {"Springfield Gazette", "Springfield Gazette"},
      {"example.org", "example.org"}, {"", ""}};
  for (const auto& [printed, masthead] : rows) {
    EXPECT_EQ(normalise_outlet(printed), masthead) << printed;
  }
}

TEST(OutletOfUrl, LooksAtTheHostAlone) {
  EXPECT_EQ(outlet_of_url("https://edition.cnn.com/2026/01/01/a"), "CNN");
  EXPECT_EQ(outlet_of_url("http://user@www.theverge.com:80/x"), "The Verge");
  EXPECT_EQ(outlet_of_url("//www.bbc.co.uk/news"), "BBC News");
  EXPECT_FALSE(outlet_of_url("https://example.org/?u=https://cnn.com"));
  EXPECT_FALSE(outlet_of_url("https://notcnn.com/"));
  EXPECT_FALSE(outlet_of_url(""));
}

struct Row {
  std::string text;
  std::vector<std::string> expected;
};

TEST(CitedOutlets, FindsWhatTheTextCites) {
  const std::vector<Row> rows = {
      {"Jobs went, according to Axios.", {"Axios"}},
      {"As reported by the Wall Street Journal, it grew.", {"The Wall Street Journal"}},
      {"A spokesman told Reuters on Monday.", {"Reuters"}},
      {"The Verge reported that it had closed.", {"The Verge"}},
      {"Bloomberg and The Register corroborate that.", {"Bloomberg", "The Register"}},
      {"Citing people close to it, CNBC, Politico and AP reported cuts.",
       {"CNBC", "Politico", "Associated Press"}},
      {"In an interview with The New York Times, she agreed.", {"The New York Times"}},
      {"It is coming, reports Reuters.", {"Reuters"}},
      {"Reuters first reported the cuts. Reuters reported more.", {"Reuters"}},
      {"A man told the Springfield Gazette so.", {"Springfield Gazette"}},
      {"according to People’s report", {"People"}}};
  for (const Row& row : rows)
    EXPECT_EQ(cited_outlets(row.text), row.expected) << row.text;
}

TEST(CitedOutlets, FindsNoPersonsCompaniesOrWords) {
  for (const std::string text :
       {"Google reported a profit, according to Meta.",
        "Time reported to the court is short.", "People reported seeing it.",
        "according to the National Weather Service",
        "Michael Bloomberg reported his income.", "She told Apple and Amazon.",
        "According to reports, the post was empty.", "He watched CNN and BBC News.",
        "according to a source close to the times"}) {
    EXPECT_TRUE(cited_outlets(text).empty()) << text;
  }
}

TEST(CitedOutlets, IsLinear) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "The New York Times, ";
  EXPECT_TRUE(cited_outlets(text).empty());
  EXPECT_EQ(cited_outlets("told " + text).size(), 1U);
}

TEST(OutletTable, HasNoMastheadOrDomainTwice) {
  std::set<std::string_view> mastheads;
  std::set<std::string> domains;
  for (const OutletRow& row : outlet_table()) {
    EXPECT_TRUE(mastheads.insert(row.masthead).second) << row.masthead;
    std::string domain;
    for (const char c : std::string(row.domains) + " ") {
      if (c != ' ') {
        domain += c;
      } else if (!domain.empty()) {
        EXPECT_TRUE(domains.insert(domain).second) << domain;
        domain.clear();
      }
    }
    EXPECT_EQ(normalise_outlet(row.masthead), row.masthead);
  }
  EXPECT_GE(mastheads.size(), 150U);
}

}  // namespace
}  // namespace broadsheet
