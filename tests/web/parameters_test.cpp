// Parameters of requests.
#include "web/parameters.h"

#include <gtest/gtest.h>

#include "article/error.h"

namespace broadsheet {
namespace {

TEST(ReadSearchRequest, TakesEveryParameter) {
  const SearchRequest request = read_search_request({{"q", "600 roles"},
                                                     {"limit", "25"},
                                                     {"offset", "50"},
                                                     {"cursor", "abc"},
                                                     {"sort", "date"},
                                                     {"now", "2026-04-24"},
                                                     {"recency", "1"},
                                                     {"facets", "false"},
                                                     {"explain", "1"}});
  EXPECT_EQ(request.query, "600 roles");
  EXPECT_EQ(request.limit, 25U);
  EXPECT_EQ(request.offset, 50U);
  EXPECT_EQ(request.cursor, "abc");
  EXPECT_EQ(request.sort, Sort::newest);
  EXPECT_EQ(request.now, make_date(2026, 4, 24));
  EXPECT_TRUE(request.recency);
  EXPECT_FALSE(request.facets);
  EXPECT_TRUE(request.explain);
}

TEST(ReadSearchRequest, TakesEmptyAndUnknownAsNotGiven) {
  const SearchRequest request =
      read_search_request({{"limit", ""}, {"sort", ""}, {"now", ""}, {"color", "red"}});
  EXPECT_EQ(request.limit, SearchRequest().limit);
  EXPECT_EQ(request.sort, Sort::relevance);
  EXPECT_EQ(request.now, std::nullopt);
}

TEST(ReadSearchRequest, TakesTheFirstOfARepeatedName) {
  EXPECT_EQ(read_search_request({{"q", "a"}, {"q", "b"}}).query, "a");
}

TEST(ReadSearchRequest, RefusesWhatCannotBeUsed) {
  const std::pair<std::string, std::string> rows[] = {
      {"limit", "abc"},
      {"limit", "0"},
      {"limit", "1001"},
      {"limit", "-1"},
      {"limit", "10 "},
      {"limit", "1e2"},
      {"offset", "-5"},
      {"offset", "99999999999"},
      {"sort", "best"},
      {"now", "foo"},
      {"now", "03/04/2026"},
      {"recency", "maybe"},
      {"facets", "2"},
      {"explain", "2"},
      {"cursor", std::string(513, 'c')},
      {"limit", "99999999999999999999999"}};
  for (const auto& row : rows) {
    try {
      read_search_request({row});
      ADD_FAILURE() << row.first << "=" << row.second;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::usage);
      EXPECT_NE(std::string(error.what()).find(row.first), std::string::npos);
      EXPECT_FALSE(error.hint().empty());
      EXPECT_LT(std::string(error.what()).size(), 100U);
    }
  }
}

TEST(ReadSearchRequest, BoundsTheQuery) {
  EXPECT_EQ(read_search_request({{"q", std::string(max_query_bytes, 'x')}}).query.size(),
            max_query_bytes);
  EXPECT_THROW(read_search_request({{"q", std::string(max_query_bytes + 1, 'x')}}),
               Error);
}

TEST(Parameters, TakeFacetValuesThatAreRepeated) {
  const SearchRequest request = read_search_request({{"in", "outlet=BBC News"},
                                                     {"in", "outlet=unknown"},
                                                     {"out", "counts=a=b"},
                                                     {"facet", "author=lind"},
                                                     {"values", "7"},
                                                     {"group", "0"},
                                                     {"deadline", "80"}});
  ASSERT_EQ(request.in.size(), 2U);
  EXPECT_EQ(request.in[0].facet, "outlet");
  EXPECT_EQ(request.in[0].value, "BBC News");
  EXPECT_FALSE(request.in[1].value);
  EXPECT_EQ(request.out.at(0).value, "a=b");
  EXPECT_EQ(request.facet.at(0).facet, "author");
  EXPECT_EQ(request.values, 7U);
  EXPECT_FALSE(request.group);
  EXPECT_EQ(request.deadline_ms, 80U);
}

TEST(Parameters, RefuseAFacetThatIsNone) {
  for (const char* name : {"in", "out", "facet"}) {
    try {
      read_search_request({{name, "colour=red"}});
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::usage);
      EXPECT_NE(error.hint().find("outlet, credited"), std::string::npos);
    }
  }
  EXPECT_THROW(read_search_request(Parameters(1000, {"in", "outlet=x"})), Error);
}

}  // namespace
}  // namespace broadsheet
