// Claims, their groups, and how they stand to each other, on made-up mentions.
#include "searcher/figure_claims.h"

#include <gtest/gtest.h>

#include "article/figure_reader.h"
#include "searcher/figure_groups.h"

namespace broadsheet {
namespace {

struct Said {
  const char* story;
  const char* outlet;
  int day;  // 0: undated
  const char* figure;
  const char* of = "";
  const char* period = "";
};

Mention mention(const Said& said) {
  static std::uint64_t sentence = 0;
  Mention mention;
  mention.story = said.story;
  mention.outlet = said.outlet;
  if (said.day != 0) mention.day = 20000 + said.day;
  mention.figure = read_figure(said.figure).value();
  if (*said.of != '\0') mention.figure.of = said.of;
  if (*said.period != '\0') mention.figure.period = said.period;
  mention.sentence = ++sentence;
  return mention;
}

std::vector<Claim> claims_of(const std::vector<Said>& said) {
  std::vector<Mention> mentions;
  for (const Said& one : said) mentions.push_back(mention(one));
  Stemmer stem;
  return distinct_claims(std::move(mentions), stem, [](const std::string& id) {
    return id.substr(0, id.find('-'));  // "wire-1" and "wire-2" are near-copies
  });
}

TEST(DistinctClaims, ASentenceSaidAgainIsOneClaimOfTwoOutlets) {
  Mention first = mention({"a", "Post", 2, "300 jobs"});
  Mention copy = mention({"b", "Wire", 1, "300 jobs"});
  copy.sentence = first.sentence;
  Stemmer stem;
  const auto claims =
      distinct_claims({first, copy}, stem, [](const auto& id) { return id; });
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].first().outlet, "Wire") << "the first publisher";
  EXPECT_EQ(claims[0].outlets().size(), 2u);
}

struct MergeCase {
  const char* what;
  std::vector<Said> said;
  std::size_t claims;
};

TEST(DistinctClaims, AreWhatSaysTheSameOfTheSame) {
  const std::vector<MergeCase> cases = {
      {"one subject within a month",
       {{"a", "Post", 1, "300 jobs", "Harbour Works"},
        {"b", "Wire", 9, "300 jobs", "Harbour Works"}},
       1},
      {"two rounds months apart",
       {{"a", "Post", 1, "300 jobs", "Harbour Works"},
        {"b", "Wire", 90, "300 jobs", "Harbour Works"}},
       2},
      {"two subjects",
       {{"a", "Post", 1, "300 jobs", "Harbour Works"},
        {"b", "Wire", 1, "300 jobs", "Rowan Mills"}},
       2},
      {"two periods",
       {{"a", "Post", 1, "300 jobs", "Harbour Works", "2024"},
        {"b", "Wire", 1, "300 jobs", "Harbour Works", "2025"}},
       2},
      {"a round number of nobody",
       {{"a", "", 1, "300 jobs"}, {"b", "", 1, "300 jobs"}},
       2},
      {"a telling number of nobody",
       {{"a", "", 1, "2,718 jobs"}, {"b", "", 1, "2,718 jobs"}},
       1},
      {"near-copies", {{"wire-1", "", 1, "300 jobs"}, {"wire-2", "", 1, "300 jobs"}}, 1},
      {"one story", {{"a", "", 0, "300 jobs"}, {"a", "", 0, "300 jobs"}}, 1},
      {"another bound", {{"a", "", 0, "300 jobs"}, {"a", "", 0, "about 300 jobs"}}, 2},
  };
  for (const MergeCase& c : cases)
    EXPECT_EQ(claims_of(c.said).size(), c.claims) << c.what;
}

TEST(GroupClaims, GivesTheSpreadOfAThingOfASubject) {
  const auto groups = group_claims(claims_of({
      {"a", "", 1, "400 jobs", "Harbour Works"},
      {"b", "", 60, "900 jobs", "Harbour Works"},
      {"c", "", 0, "300-500 jobs", "Harbour Works"},
      {"d", "", 9, "7 jobs", "Rowan Mills"},
  }));
  ASSERT_EQ(groups.size(), 2u);
  const FigureGroup& group = groups.front();
  EXPECT_EQ(group.count, 3u);
  EXPECT_EQ(to_string(group.minimum), "300");
  EXPECT_EQ(to_string(group.median), "400");
  EXPECT_EQ(to_string(group.maximum), "900");
  EXPECT_EQ(first_day(*group.first), 20001);
  EXPECT_EQ(first_day(*group.latest), 20060);
  EXPECT_EQ(groups[1].of, "Rowan Mills");
}

TEST(GroupClaims, LeavesTheDaysOfEarlierValuesOut) {
  Mention before = mention({"a", "", 90, "5%", "Harbour Works"});
  before.figure.change =
      Change{.direction = Direction::up, .from = before.figure.low, .to = {}, .by = {}};
  Stemmer stem;
  const auto claims =
      distinct_claims({mention({"b", "", 1, "7%", "Harbour Works"}), before}, stem,
                      [](const auto& id) { return id; });
  const auto groups = group_claims(claims);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].count, 2u);
  EXPECT_EQ(first_day(*groups[0].latest), 20001);
}

TEST(ValueHistograms, HaveStepsOfOneTwoFive) {
  const auto histograms = value_histograms(claims_of({
      {"a", "", 1, "400 jobs"},
      {"b", "", 1, "499 jobs"},
      {"c", "", 1, "500 jobs"},
      {"d", "", 1, "-3%"},
      {"e", "", 1, "0%"},
      {"f", "", 1, "0.05%"},
  }));
  ASSERT_EQ(histograms.size(), 2u);
  const auto text = [](const FigureHistogram& histogram) {
    std::string out = histogram.unit;
    for (const auto& bin : histogram.bins)
      out += " " + to_string(bin.from) + ".." + to_string(bin.to) + "=" +
             std::to_string(bin.count);
    return out;
  };
  EXPECT_EQ(text(histograms[0]), "job 200..500=2 500..1000=1");
  EXPECT_EQ(text(histograms[1]), "percent -5..-2=1 0..0=1 0.05..0.1=1");
}

TEST(FigureFacets, CountUnitsAndThings) {
  const auto facets = figure_facets(claims_of(
      {{"a", "", 1, "400 jobs"}, {"b", "", 1, "2,718 jobs"}, {"c", "", 1, "5%"}}));
  ASSERT_EQ(facets.size(), 2u);
  EXPECT_EQ(facets[0].values.front().value, "job");
  EXPECT_EQ(facets[0].values.front().count, 2u);
  EXPECT_EQ(facets[1].name, "counts");
  EXPECT_FALSE(facets[1].values.back().value) << "what a percentage counts is not told";
}

}  // namespace
}  // namespace broadsheet
