// The tree of a page: what goes round the parser is in its place again.
#include "indexer/readers/html_tree.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::string text_of(std::string_view html) {
  const HtmlTree tree(slim_page(html));
  return tree.text_of(0, 10'000);
}

TEST(HtmlTree, HasEachTextInItsPlace) {
  struct Row {
    std::string_view page;
    std::string_view text;
  };
  const Row rows[] = {
      {"<p>one<p>two", "onetwo"},
      {"one <b>two</b> three", "one two three"},
      {"one<!-- and -->two &amp; three", "onetwo & three"},
      {"5 < 6", "5 < 6"},
      // The parser moves text out of tables.
      {"<table>one<tr><td>two</table>", "onetwo"},
      {"<title>one</title>two", "onetwo"},
  };
  for (const Row& row : rows) EXPECT_EQ(text_of(row.page), row.text) << row.page;
}

TEST(HtmlTree, GivesATextOnceHoweverOftenThePageWritesItsMark) {
  EXPECT_EQ(text_of("<p>&#xF0001;<p>&#xF0001;<p>one<p>two<p>three"),
            "two\U000F0001one\U000F0001three");
  // A mark of no text is a character like others.
  EXPECT_EQ(text_of("<p>&#xF00FF; one"), "\U000F00FF one");
  EXPECT_EQ(text_of("<p>\U000F0000"), "\U000F0000");
}

TEST(HtmlTree, FindsAttributesWhereverTheyWent) {
  const HtmlTree tree(slim_page("<p class=x title='a &amp; b' hidden>"));
  const auto id = static_cast<NodeId>(tree.size() - 1);
  EXPECT_EQ(tree.attribute(id, "class"), "x");
  EXPECT_EQ(tree.attribute(id, "title"), "a & b");
  EXPECT_TRUE(tree.has_attribute(id, "hidden"));
  EXPECT_FALSE(tree.has_attribute(id, "id"));
  EXPECT_EQ(tree.attribute(id, "id"), "");
}

}  // namespace
}  // namespace broadsheet
