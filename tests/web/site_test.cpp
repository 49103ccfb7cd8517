// Routes, refusals and caching, over an engine that answers by hand.
#include "web/site.h"

#include <gtest/gtest.h>

#include "article/error.h"
#include "web/assets.h"

namespace broadsheet {
namespace {

class SiteTest : public testing::Test {
 protected:
  SiteTest()
      : site_({.search = [this](const auto& r) { return search(r); },
               .figures = [](const auto& r) { return figures(r); },
               .article = [](auto id, auto) { return article(id); },
               .info = [] { return info(); }}) {}

  Results search(const SearchRequest& request) {
    ++searches_;
    if (request.query == "trouble") throw std::runtime_error("secret path /etc");
    if (request.query == "gone") throw Error(ErrorCode::damaged, "secret path /etc");
    Results results;
    results.query = request.query;
    if (request.query == "none") return results;
    results.total = 1;
    results.hits.resize(1);
    results.hits[0].id = "00000000000000aa";
    results.hits[0].display_title = "Found: " + request.query;
    return results;
  }
  static IndexInfo info() {
    IndexInfo out;
    out.stories = 3;
    out.revision = 9;
    return out;
  }
  static FigureResults figures(const SearchRequest& request) {
    FigureResults results;
    results.query = request.query;
    return results;
  }
  static std::optional<ArticleView> article(std::string_view id) {
    if (id != "00000000000000aa") return std::nullopt;
    ArticleView view;
    view.article.id = id;
    view.article.title = "The story";
    StoryRef member;
    member.id = view.article.cluster = "00000000000000aa";
    view.cluster.members = {member, member};
    return view;
  }

  Reply get(std::string path, Parameters parameters = {}) {
    return site_.answer({.method = "GET",
                         .path = std::move(path),
                         .parameters = std::move(parameters),
                         .if_none_match = ""});
  }

  int searches_ = 0;
  Site site_;
};

std::string header(const Reply& reply, std::string_view name) {
  for (const auto& [key, value] : reply.headers) {
    if (key == name) return value;
  }
  return "";
}

bool holds(const Reply& reply, std::string_view text) {
  return reply.body.find(text) != std::string::npos;
}

TEST_F(SiteTest, AnswersEveryRoute) {
  EXPECT_TRUE(holds(get("/"), "<h1>"));
  EXPECT_TRUE(holds(get("/search", {{"q", "roles"}}), "Found: roles"));
  EXPECT_TRUE(holds(get("/article/00000000000000aa", {{"q", "roles"}}), "The story"));
  EXPECT_TRUE(holds(get("/api/search", {{"q", "roles"}}), "\"display_title\""));
  EXPECT_TRUE(holds(get("/api/figures", {{"q", "roles"}}), "\"rows\""));
  EXPECT_EQ(get("/healthz").body, "{\"status\":\"ok\",\"stories\":3,\"revision\":9}\n");
}

TEST_F(SiteTest, GivesTheSameJsonBothWays) {
  const Reply page = get("/search", {{"q", "roles"}, {"format", "json"}});
  const Reply api = get("/api/search", {{"q", "roles"}});
  EXPECT_EQ(page.body, api.body);
  EXPECT_EQ(page.type, "application/json");
}

TEST_F(SiteTest, RefusesBadParametersInTheFormAskedFor) {
  const Reply api = get("/api/search", {{"q", "x"}, {"limit", "abc"}});
  EXPECT_EQ(api.status, 400);
  EXPECT_EQ(api.type, "application/json");
  EXPECT_EQ(api.body,
            "{\"error\":{\"message\":\"limit=abc cannot be used\","
            "\"hint\":\"give a whole number from 1 to 1000\"}}\n");
  const Reply page = get("/search", {{"q", "x"}, {"now", "<b>"}});
  EXPECT_EQ(page.status, 400);
  EXPECT_TRUE(holds(page, "now=&lt;b&gt; cannot be used"));
}

TEST_F(SiteTest, GivesAStoryAsJson) {
  for (const Reply& reply : {get("/api/article/00000000000000aa"),
                             get("/article/00000000000000aa", {{"format", "json"}})}) {
    EXPECT_EQ(reply.status, 200);
    EXPECT_TRUE(holds(reply, "{\"id\":\"00000000000000aa\""));
    EXPECT_TRUE(holds(reply, "\"corrections\":[]"));
    EXPECT_TRUE(holds(reply, "\"cluster\":{\"id\":\"00000000000000aa\","));
  }
  EXPECT_EQ(get("/api/article/00").status, 404);
}

TEST_F(SiteTest, SaysWhatIsNotThere) {
  EXPECT_EQ(get("/nowhere").status, 404);
  EXPECT_EQ(get("/article/").status, 404);
  EXPECT_EQ(get("/article/00").status, 404);
  EXPECT_EQ(get("/article/" + std::string(10000, 'a')).status, 404);
  EXPECT_EQ(get("/assets/style.css").status, 404);
  EXPECT_EQ(get("/api/nothing").type, "application/json");
}

TEST_F(SiteTest, LeaksNothingOfTrouble) {
  for (const char* query : {"trouble", "gone"}) {
    for (const char* path : {"/search", "/api/search"}) {
      const Reply reply = get(path, {{"q", query}});
      EXPECT_GE(reply.status, 500);
      EXPECT_FALSE(holds(reply, "secret"));
    }
  }
}

TEST_F(SiteTest, AllowsReadingOnly) {
  const Reply reply = site_.answer(
      {.method = "POST", .path = "/search", .parameters = {}, .if_none_match = ""});
  EXPECT_EQ(reply.status, 405);
  EXPECT_EQ(header(reply, "Allow"), "GET, HEAD");
}

TEST_F(SiteTest, ServesAssetsForEver) {
  const Asset* style = asset_named("style.css");
  ASSERT_NE(style, nullptr);
  const Reply reply = get(std::string(style->url));
  EXPECT_EQ(reply.body, style->bytes);
  EXPECT_EQ(reply.type, "text/css; charset=utf-8");
  EXPECT_NE(header(reply, "Cache-Control").find("immutable"), std::string::npos);
}

TEST_F(SiteTest, AnswersUnchangedPagesWithoutABody) {
  const Reply first = get("/search", {{"q", "roles"}});
  const Reply again = site_.answer({.method = "GET",
                                    .path = "/search",
                                    .parameters = {{"q", "roles"}},
                                    .if_none_match = header(first, "ETag")});
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
}

TEST_F(SiteTest, AsksForExamplesOncePerRevision) {
  get("/");
  const int asked = searches_;
  EXPECT_GT(asked, 0);
  get("/");
  EXPECT_EQ(searches_, asked);
}

}  // namespace
}  // namespace broadsheet
