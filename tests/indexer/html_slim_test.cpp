// How much of a page is handed to the parser.
#include "indexer/readers/html_slim.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::string repeated(std::string_view piece, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += piece;
  return all;
}

TEST(SlimPage, KeepsWhereLinksLeadOfLinkElementsOnly) {
  EXPECT_EQ(slim_page("<a href='/x' rel=author>y</a>").html, "<a rel=\"author\">y</a>");
  for (const char* home : {"/", "/?lang=en", "https://a.example", "http://a.example/",
                           "https://old.example/2016/http://a.example/"}) {
    EXPECT_EQ(slim_page("<a href='" + std::string(home) + "'>y</a>").html,
              "<a href=\"" + std::string(home) + "\">y</a>");
  }
  EXPECT_EQ(slim_page("<a href='https://a.example/x'>y</a>").html, "<a>y</a>");
  EXPECT_EQ(slim_page("<link rel=canonical href='/x'>").html,
            "<link rel=\"canonical\" href=\"/x\">");
}

TEST(SlimPage, CutsWhatIsTooLargeAndSaysSo) {
  struct Row {
    const char* what;
    std::string page;
    std::size_t most;  // bytes
  };
  constexpr std::size_t large = 6u << 20;
  const Row rows[] = {
      {"one text", repeated("\u00E9", large), 5u << 20},
      {"many texts", repeated("word <br>", large / 8), 5u << 20},
      {"short lines", "<pre>" + repeated("x\n", large / 2), 1u << 20},
      {"blocks of short lines", repeated("<pre>x\ny\n</pre>", large / 12), 3u << 20},
  };
  for (const Row& row : rows) {
    const SlimPage page = slim_page(row.page);
    EXPECT_TRUE(page.cut) << row.what;
    EXPECT_LE(page.html.size(), row.most) << row.what;
  }
  EXPECT_FALSE(slim_page("<pre>" + repeated("x\n", 1000)).cut);
}

}  // namespace
}  // namespace broadsheet
