// URLs and query text composition.
#include "web/links.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

SearchRequest asking(std::string query) {
  return with_query({}, std::move(query));
}

TEST(UrlEncode, LeavesNothingThatMeansSomethingInAUrl) {
  EXPECT_EQ(url_encode("a b&c=d+e#f%"), "a+b%26c%3Dd%2Be%23f%25");
  EXPECT_EQ(url_encode("\"$45-50 billion\""), "%22%2445-50+billion%22");
  EXPECT_EQ(url_encode("\xC3\xA9"), "%C3%A9");
  EXPECT_EQ(url_encode_segment("a b/../c"), "a%20b%2F..%2Fc");
}

TEST(SearchUrl, LeavesDefaultsOut) {
  EXPECT_EQ(search_url(asking("600 roles")), "/search?q=600+roles");
}

TEST(SearchUrl, HoldsTheWholeState) {
  SearchRequest request = asking("x");
  request.sort = Sort::newest;
  request.recency = true;
  request.now = make_date(2026, 4, 24);
  request.limit = 20;
  request.offset = 40;
  EXPECT_EQ(search_url(request),
            "/search?q=x&sort=newest&recency=1&now=2026-04-24&limit=20&offset=40");
  request.cursor = "c/1";
  EXPECT_EQ(search_url(request, "/api/search"),
            "/api/search?q=x&sort=newest&recency=1&now=2026-04-24&limit=20&cursor=c%2F1");
}

TEST(WithQuery, StartsAgainAtTheFirstPage) {
  SearchRequest request = asking("x");
  request.offset = 30;
  request.cursor = "abc";
  EXPECT_EQ(search_url(with_query(request, "y")), "/search?q=y");
}

TEST(ArticleUrl, CarriesTheQuery) {
  EXPECT_EQ(article_url("00ff"), "/article/00ff");
  EXPECT_EQ(article_url("00ff", "a&b"), "/article/00ff?q=a%26b");
}

TEST(SafeLink, IsForTheWebOnly) {
  for (const char* good :
       {"http://example.com/", "https://example.com/a?b=c", "HTTPS://example.com"}) {
    EXPECT_EQ(safe_link(good), good);
  }
  for (const char* bad :
       {"javascript:alert(1)", "data:text/html,x", "//example.com", "example.com", "",
        " https://example.com", "https://example.com/\n", "java\tscript:x", "ftp://x"}) {
    EXPECT_EQ(safe_link(bad), std::nullopt) << bad;
  }
  EXPECT_EQ(safe_link(std::nullopt), std::nullopt);
}

TEST(FilterText, QuotesNamesAndNotYears) {
  EXPECT_EQ(filter_text("date", "2026"), "date:2026");
  EXPECT_EQ(filter_text("date", "unknown"), "date:unknown");
  EXPECT_EQ(filter_text("outlet", "Reuters"), "outlet:\"Reuters\"");
  EXPECT_EQ(filter_text("outlet", "A \"B\" C"), "outlet:\"A  B  C\"");
}

struct Composition {
  const char* query;
  const char* expected;
};

TEST(WithFilter, ComposesQueryText) {
  const Composition rows[] = {
      {"", "date:2026"},
      {"600 roles", "600 roles date:2026"},
      {"  600 roles ", "600 roles date:2026"},
      {"roles date:2026", "roles date:2026"},
      {"roles date:2026-04", "roles date:2026-04 date:2026"},
      {"a OR b", "(a OR b) date:2026"},
      {"(a OR b) c", "(a OR b) c date:2026"},
      {"\"open quotation", "\"open quotation\" date:2026"},
  };
  for (const auto& [query, expected] : rows) {
    EXPECT_EQ(with_filter(query, "date:2026"), expected) << query;
  }
}

TEST(WithoutFilter, TakesTheWholeTokenOnly) {
  const Composition rows[] = {
      {"date:2026", ""},
      {"roles date:2026", "roles"},
      {"date:2026 roles", "roles"},
      {"a date:2026 b", "a b"},
      {"date:2026-04 x", "date:2026-04 x"},
      {"-date:2026", "-date:2026"},
  };
  for (const auto& [query, expected] : rows) {
    EXPECT_EQ(without_filter(query, "date:2026"), expected) << query;
  }
}

TEST(WithoutFilter, UndoesWithFilter) {
  for (const std::string filter : {"date:2026", "outlet:\"The Verge\""}) {
    EXPECT_FALSE(has_filter("roles", filter));
    EXPECT_TRUE(has_filter(with_filter("roles", filter), filter));
    EXPECT_EQ(without_filter(with_filter("roles", filter), filter), "roles");
  }
}

TEST(SearchUrl, KeepsWhatWasChosen) {
  SearchRequest request;
  request.query = "ferry";
  request.in = {{"outlet", "BBC News"}, {"year", std::nullopt}};
  request.out = {{"language", "de"}};
  request.group = false;
  EXPECT_EQ(search_url(request),
            "/search?q=ferry&in=outlet%3DBBC+News&in=year%3Dunknown&out=language%3Dde"
            "&group=0");
}

}  // namespace
}  // namespace broadsheet
