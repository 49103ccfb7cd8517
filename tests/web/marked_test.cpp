// Marks and figures in text.
#include "web/marked.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::string marked(std::string_view text, std::vector<Span> marks,
                   std::vector<Chip> chips = {}) {
  Html html;
  MarkedText(text, std::move(marks), std::move(chips)).write_all(html);
  return html.str();
}

Chip chip(std::size_t start, std::size_t end, std::string value = "600") {
  return {{start, end}, std::move(value), {}};
}

TEST(MarkedText, MarksWordsAndEscapesTheRest) {
  EXPECT_EQ(marked("a <b> c", {{2, 5}}), "a <mark>&lt;b&gt;</mark> c");
}

TEST(MarkedText, PutsMarksInsideFigures) {
  EXPECT_EQ(marked("cut 600 roles now", {{8, 13}}, {chip(4, 13)}),
            "cut <data class=\"figure\" value=\"600\">600 <mark>roles</mark></data> now");
}

TEST(MarkedText, CutsAMarkThatRunsOverAFigure) {
  EXPECT_EQ(marked("ab cd ef", {{0, 8}}, {chip(3, 5)}),
            "<mark>ab </mark><data class=\"figure\" value=\"600\"><mark>cd</mark></data>"
            "<mark> ef</mark>");
}

TEST(MarkedText, MendsSpansInAnyOrderOverlappingOrOutside) {
  EXPECT_EQ(marked("abcdef", {{4, 99}, {1, 3}, {2, 3}, {5, 2}, {77, 99}}),
            "a<mark>bc</mark>d<mark>ef</mark>");
  EXPECT_EQ(marked("abcdef", {}, {chip(3, 6), chip(2, 4), chip(9, 12)}),
            "ab<data class=\"figure\" value=\"600\">cd</data>ef");
}

TEST(MarkedText, NeverCutsACharacter) {
  EXPECT_EQ(marked("x\xE2\x82\xACy", {{2, 3}}), "x<mark>\xE2\x82\xAC</mark>y");
}

TEST(MarkedText, EscapesTheValueOfAFigure) {
  EXPECT_EQ(marked("x", {}, {chip(0, 1, "\"><script>")}),
            "<data class=\"figure\" value=\"&quot;&gt;&lt;script&gt;\">x</data>");
}

TEST(MarkedText, WritesRangeByRange) {
  const std::string text = "one two\nthree four";
  MarkedText whole(text, {{4, 13}}, {{{8, 18}, "34", "f1"}});
  Html html;
  whole.write(html, {0, 7});
  html << "|";
  whole.write(html, {8, 18});
  EXPECT_EQ(html.str(),
            "one <mark>two</mark>|<data class=\"figure\" value=\"34\" id=\"f1\">"
            "<mark>three</mark> four</data>");
}

TEST(MarkedText, GivesAFigureCutInTwoOneAnchor) {
  MarkedText whole("ab\ncd", {}, {{{1, 4}, "1", "f1"}});
  Html html;
  whole.write(html, {0, 2});
  whole.write(html, {3, 5});
  const std::string out = html.str();
  EXPECT_EQ(out.find("id="), out.rfind("id="));
  EXPECT_NE(out.find("id="), std::string::npos);
}

TEST(MachineValue, WritesRangesAsTheQueryLanguageDoes) {
  Figure figure;
  figure.low = figure.high = make_amount(8, 3);
  EXPECT_EQ(machine_value(figure), "8000");
  figure.high = make_amount(9, 3);
  EXPECT_EQ(machine_value(figure), "8000..9000");
  figure.high = std::nullopt;
  EXPECT_EQ(machine_value(figure), "8000..");
}

}  // namespace
}  // namespace broadsheet
