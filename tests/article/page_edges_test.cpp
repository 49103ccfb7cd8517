#include "article/page_edges.h"

#include <string>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

const std::string prose =
    "The company said on Tuesday that it would close two plants in the north and move "
    "the work abroad, which costs 600 people their jobs.";

TEST(TrimPageEdges, TakesDatesAndControlsFromTheEnds) {
  const std::string heads[] = {"PUBLISHED APR 24 2024\n", "22 October 2025\n", ""};
  const std::string tails[] = {"\nSend to a friend · Printable version · Back to top",
                               "\nFollow the topics in this story to see more like it.",
                               "\nShare\nRead more", ""};
  for (const std::string& head : heads) {
    for (const std::string& tail : tails) {
      const PageEdges edges =
          trim_page_edges(head + prose + "\nWhat comes next\n" + prose + tail);
      EXPECT_EQ(edges.text, prose + "\nWhat comes next\n" + prose) << head << tail;
      EXPECT_EQ(edges.dates.size(), head.empty() ? 0U : 1U);
    }
  }
}

TEST(TrimPageEdges, TakesPromosFromTheMiddle) {
  const PageEdges edges = trim_page_edges(
      prose + "\nYou have 3 free articles left this month. See the offers\n" + prose);
  EXPECT_EQ(edges.text, prose + "\n" + prose);
  EXPECT_EQ(edges.dropped.size(), 1U);
}

TEST(TrimPageEdges, KeepsWhatMayBelongToTheStory) {
  for (const std::string& text :
       {prose + "\nShare\n" + prose, prose + "\n- Share\n- Home",
        std::string("Share\nRead more"), std::string("By Jane Doe\n") + prose,
        std::string("A heading\n") + prose + "\n3 March 2025", std::string()}) {
    EXPECT_EQ(trim_page_edges(text).text, text);
  }
}

}  // namespace
}  // namespace broadsheet
