// Stories that only the scripts of a page hold.
#include <gtest/gtest.h>

#include "indexer/readers/html_main_text.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

std::string paragraph(const std::string& word) {
  std::string text = "The " + word + " bridge opened on Monday after two years of work.";
  for (int i = 0; i < 3; ++i) text += " Some 4,000 people crossed it on the first day.";
  return text;
}

// As JSON writes it inside another string, `layers` times.
std::string escaped(std::string text, int layers) {
  for (; layers > 0; --layers) {
    std::string out;
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      if (c == '<') {
        out += "\\u003c";
      } else {
        out += c;
      }
    }
    text = out;
  }
  return text;
}

std::string story_of(const std::string& word) {
  return "<div class=\"x\"><p>" + paragraph(word) + "</p><p>" + paragraph("old") +
         "</p></div>";
}

TEST(StateText, IsTheLongestPieceOfHtmlInAScript) {
  const std::string wanted = paragraph("new") + "\n" + paragraph("old") + "\n";
  const std::string story = story_of("new");
  const std::string rows[] = {
      "<script>push([1,\"" + escaped(story, 1) + "\"])</script>",
      "<script type=application/json>{\"a\":1,\"body\":\"" + escaped(story, 1) +
          "\"}</script>",
      "<script>push([1,\"" + escaped("5:{\"body\":\"" + escaped(story, 1) + "\"}", 1) +
          "\"])</script>",
      "<script>x=\"<p>short</p>\";y=\"" + escaped(story, 1) + "\"</script>",
  };
  for (const std::string& page : rows) EXPECT_EQ(read_state_text(page), wanted) << page;
}

TEST(StateText, IsNotMadeOfOtherThings) {
  const std::string long_word(400, 'x');
  const std::string rows[] = {
      "",
      "<script>x=\"" + long_word + "\"</script>",
      "<script>x=\"<p>short</p><p>one</p>\"</script>",
      "<script>x=\"never closed " + story_of("new"),
      "<p>\"" + story_of("new") + "\"</p>",
      "<script>x=\"" + long_word + "\\q<p><p>\"</script>",
  };
  for (const std::string& page : rows) EXPECT_EQ(read_state_text(page), "") << page;
}

TEST(StateText, StandsInForAPageThatShowsNone) {
  const std::string data =
      "<script>push([1,\"" + escaped(story_of("new"), 1) + "\"])</script>";
  const Gathered drawn =
      gather("a.html", "<html><body><div id=root></div>" + data + "</body></html>");
  ASSERT_EQ(drawn.stories.size(), 1U);
  EXPECT_NE(drawn.stories[0].text.find("new bridge"), std::string::npos);
  const Gathered shown =
      gather("a.html", "<html><body><p>" + paragraph("third") + "</p><p>" +
                           paragraph("third") + "</p>" + data + "</body></html>");
  ASSERT_EQ(shown.stories.size(), 1U);
  EXPECT_EQ(shown.stories[0].text.find("new bridge"), std::string::npos);
}

}  // namespace
}  // namespace broadsheet
