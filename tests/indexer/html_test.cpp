// Pages in, stories out: one folder a story under pages/, and pages that mean harm.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "indexer/readers/html_slim.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/html_words.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

json or_null(const std::optional<std::string>& value) {
  return value ? json(*value) : json(nullptr);
}

json lines_of_text(const std::string& text) {
  json lines = json::array();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

json dates_of(const RawStory& story) {
  json dates = json::array();
  for (const DateHint& date : story.dates) {
    dates.push_back({date.text, to_string(date.source)});
  }
  return dates;
}

TEST(HtmlPages, ReadAsExpected) {
  std::size_t pages = 0;
  for (const auto& folder : fs::directory_iterator(SOURCE_DIR "/tests/indexer/pages")) {
    SCOPED_TRACE(folder.path().filename().string());
    const json wanted = json::parse(bytes_of(folder.path() / "expected.json"));
    const Gathered gathered =
        gather("source.html", bytes_of(folder.path() / "source.html"));
    ASSERT_EQ(gathered.stories.size(), 1u);
    const RawStory& story = gathered.stories[0];
    EXPECT_EQ(or_null(story.title), wanted["title"]);
    EXPECT_EQ(or_null(story.outlet), wanted["outlet"]);
    EXPECT_EQ(or_null(story.language), wanted["language"]);
    EXPECT_EQ(or_null(story.url), wanted["url"]);
    EXPECT_EQ(json(story.authors), wanted["authors"]);
    EXPECT_EQ(dates_of(story), wanted["dates"]);
    EXPECT_EQ(lines_of_text(story.text), wanted["text"]);
    EXPECT_FALSE(story.pasted);
    for (const std::string block : wanted["dropped"]) {
      EXPECT_EQ(std::count(story.dropped.begin(), story.dropped.end(), block), 1)
          << block;
    }
    ++pages;
  }
  EXPECT_GE(pages, 3u);
}

TEST(HtmlPages, FallBackToTheBodyInJsonLd) {
  const Gathered gathered = gather(
      "a.html",
      "<html><head><script "
      "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
      "\"H\",\"articleBody\":\"The whole story.\"}</script></head><body></body></html>");
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(gathered.stories[0].text, "The whole story.");
}

TEST(HtmlPages, KeepMenusAndFootersApartAndReadable) {
  const std::string prose =
      "<p>The harbour company said on Tuesday that it would close two plants in the "
      "north and move the work abroad.</p>";
  const Gathered gathered = gather(
      "a.html",
      "<html><body><nav><a>Home</a><a>Sport</a></nav><div class='story-body'>" + prose +
          prose + "<div class='newsletter'><b>Letters</b><div>Weekly</div></div>" +
          prose + "</div><footer><p>Imprint</p><p>Contact</p></footer></body></html>");
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(
      gathered.stories[0].dropped,
      (std::vector<std::string>{"Home Sport", "Imprint\nContact", "Letters\nWeekly"}));
}

TEST(HtmlPages, LoseSmallThingsOfThePage) {
  const std::string prose =
      "<p>The harbour company said on Tuesday that it would close two plants in the "
      "north and move the work abroad.</p>";
  for (const std::string thing :
       {"<div class='author-name'>Jane Doe</div>", "<div class='meta'>Harbour desk</div>",
        "<div><time>3 March</time></div>", "<span class='cta'>Look here</span>"}) {
    const Gathered gathered =
        gather("a.html", "<html><body><article>" + thing + prose + prose + prose +
                             "</article></body></html>");
    ASSERT_EQ(gathered.stories.size(), 1u);
    EXPECT_EQ(gathered.stories[0].text.substr(0, 11), "The harbour") << thing;
  }
}

TEST(HtmlPages, WithoutAStoryAreSkipped) {
  const Gathered gathered = gather("a.html", "<html><body><nav>Home</nav></body></html>");
  EXPECT_TRUE(gathered.stories.empty());
  ASSERT_EQ(gathered.skips.size(), 1u);
}

// ---- names of elements

TEST(NamingOf, KnowsStoriesAndClutterByWholeWords) {
  EXPECT_EQ(naming_of("entry-content clearfix"), Naming::story);
  EXPECT_EQ(naming_of("articleBody"), Naming::story);
  EXPECT_EQ(naming_of("c-related__list"), Naming::clutter);
  EXPECT_EQ(naming_of("readMore"), Naming::clutter);
  EXPECT_EQ(naming_of("shareholder-letter"), Naming::none);
  EXPECT_EQ(naming_of("read more"), Naming::none);
  EXPECT_EQ(naming_of(""), Naming::none);
}

// ---- what is passed to the parser

TEST(SlimPage, HandsOutJsonLd) {
  const SlimPage page = slim_page("<SCRIPT type=\"application/ld+json\">{}</SCRIPT>x");
  EXPECT_EQ(page.json_ld, std::vector<std::string>{"{}"});
}

TEST(DeclaredCharset, ReadsBothFormsOfMeta) {
  EXPECT_EQ(declared_charset("<meta charset=\"UTF-8\">"), "utf-8");
  EXPECT_EQ(declared_charset("<META http-equiv=x content='text/html; charset=koi8-r'>"),
            "koi8-r");
  EXPECT_EQ(declared_charset("<p>charset=utf-8"), "");
}

// ---- harm

std::string repeated(std::string_view piece, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += piece;
  return all;
}

TEST(HostileHtml, EndsSoonAndQuietly) {
  const std::size_t many = 60'000;
  std::string attributes = "<p ";
  for (std::size_t i = 0; i < many; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  std::string formatting;
  for (std::size_t i = 0; i < many; ++i)
    formatting += "<b id=" + std::to_string(i) + "><p>";
  const std::vector<std::string> pages = {
      repeated("<div>", many) + "deep text",
      repeated("<div><table><tr><td>", many / 4),
      repeated("<a href=x><i>", many) + repeated("</i></b></div>", many),
      repeated("<ul><li><p><em>", many / 4),
      repeated("<table><p>x", many / 4),
      repeated("<select><option>", many / 4),
      repeated("<script>", many),
      repeated("<!--", many),
      repeated("<svg><math>", many),
      repeated("<", many),
      repeated("</", many),
      repeated("<p a='", many),
      repeated("&amp", many),
      "<script type=application/ld+json>" + repeated("[", many) + "</script>",
      attributes + ">x",
      formatting,
  };
  for (const std::string& page : pages) {
    gather("a.html", "<html><body>" + page);
    html_to_text(page);
    gather("a.html", std::string(page.rbegin(), page.rend()));
  }
}

TEST(HostileHtml, CanBeCutAnywhere) {
  const std::string page =
      bytes_of(SOURCE_DIR "/tests/indexer/pages/chip-orders/source.html");
  for (std::size_t size = 0; size < page.size(); size += 7) {
    gather("a.html", std::string_view(page).substr(0, size));
  }
}

}  // namespace
}  // namespace broadsheet
