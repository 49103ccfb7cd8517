// Lines of text: width, wrapping, and what may not reach a terminal.
#include "searcher/render/terminal.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

struct WidthCase {
  const char* text;
  const char* line;
  std::size_t columns;
};

void PrintTo(const WidthCase& c, std::ostream* out) {
  *out << c.line;
}

class OneLine : public testing::TestWithParam<WidthCase> {};

TEST_P(OneLine, IsSafeAndItsColumnsAreCounted) {
  EXPECT_EQ(one_line(GetParam().text), GetParam().line);
  EXPECT_EQ(display_width(GetParam().text), GetParam().columns);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, OneLine,
    testing::Values(WidthCase{"", "", 0}, WidthCase{" a \t\n b ", "a b", 3},
                    WidthCase{"caf\xC3\xA9", "caf\xC3\xA9", 4},
                    WidthCase{"cafe\xCC\x81", "cafe\xCC\x81", 4},
                    WidthCase{"\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5\xE6\x9C\xAC", 4},
                    WidthCase{"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", 2},
                    WidthCase{"a\x1b[1;31mb", "ab", 2},
                    WidthCase{"a\x1b]0;t\ab", "ab", 2}, WidthCase{"a\x1b", "a", 1},
                    WidthCase{"a\x1b[", "a[", 2}, WidthCase{"a\xC2\x9Bm", "am", 2},
                    WidthCase{"a\xE2\x80\x8B"
                              "b",
                              "ab", 2},
                    WidthCase{"a\xFFz", "a\xEF\xBF\xBDz", 3},
                    WidthCase{"\xE2\x82", "\xEF\xBF\xBD", 1},
                    WidthCase{"\xC2\xA0x\xC2\xA0", "x", 1}));

TEST(Wrap, BreaksAtSpacesAndWithinAWordThatIsTooLong) {
  EXPECT_EQ(wrap("one two three", {}, 7, false),
            (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("abcdefgh ij", {}, 3, false),
            (std::vector<std::string>{"abc", "def", "gh", "ij"}));
  EXPECT_EQ(wrap("\xE6\x97\xA5\xE6\x9C\xAC\xE6\x97\xA5", {}, 5, false),
            (std::vector<std::string>{"\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5"}));
  EXPECT_TRUE(wrap("", {}, 10, false).empty());
  EXPECT_EQ(wrap("\xE6\x97\xA5", {}, 1, false).size(), 1u);
}

TEST(Wrap, EndsAStyleWithItsLine) {
  EXPECT_EQ(wrap("one two", {{{0, 7}, Style::dim}}, 3, true),
            (std::vector<std::string>{"\x1b[2mone\x1b[0m", "\x1b[2mtwo\x1b[0m"}));
}

TEST(CutToWidth, SaysThatItCut) {
  EXPECT_EQ(cut_to_width("abcdef", 4), "abc\xE2\x80\xA6");
  EXPECT_EQ(cut_to_width("abcd", 4), "abcd");
  EXPECT_EQ(cut_to_width("abcd", 0), "");
  EXPECT_EQ(cut_in_middle("news/2026/april/story.txt", 16),
            "news\xE2\x80\xA6l/story.txt");
  EXPECT_EQ(cut_in_middle("story.txt", 9), "story.txt");
  EXPECT_EQ(cut_in_middle("\u4E2D\u4E2D\u4E2D\u4E2D\u4E2D", 7),
            "\xE2\x80\xA6\u4E2D\u4E2D\u4E2D");
  EXPECT_EQ(padded("\xE6\x97\xA5", 4), "\xE6\x97\xA5  ");
}

}  // namespace
}  // namespace broadsheet
