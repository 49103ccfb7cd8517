// Escaping: whatever the text, it comes out as text.
#include "web/html.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

struct Row {
  const char* name;
  std::string text;
  std::string expected;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.name;
}

class EscapeHtml : public testing::TestWithParam<Row> {};

TEST_P(EscapeHtml, GivesTextOnly) {
  EXPECT_EQ(escape_html(GetParam().text), GetParam().expected);
}

const Row rows[] = {
    {"Plain", "8,000 jobs", "8,000 jobs"},
    {"Empty", "", ""},
    {"Markup", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
    {"Ampersand", "R&D &amp; more", "R&amp;D &amp;amp; more"},
    {"DoubleQuote", "\" onclick=\"x", "&quot; onclick=&quot;x"},
    {"SingleQuote", "it's", "it&#39;s"},
    {"NewlineAndTabStay", "a\n\tb", "a\n\tb"},
    {"ControlsGo", std::string("a\0b\x1b[31mc\x7f", 10), "ab[31mc"},
    {"C1ControlsGo", "a\xC2\x85z", "az"},
    {"AccentsStay", "caf\xC3\xA9", "caf\xC3\xA9"},
    {"FourBytesStay", "\xF0\x9F\x93\xB0", "\xF0\x9F\x93\xB0"},
    {"LoneByte", "a\xFFz", "a\xEF\xBF\xBDz"},
    {"CutCharacter", "\xE2\x82", "\xEF\xBF\xBD"},
    {"CutCharacterKeepsWhatFollows", "\xE2<b>", "\xEF\xBF\xBD&lt;b&gt;"},
};

INSTANTIATE_TEST_SUITE_P(Rows, EscapeHtml, testing::ValuesIn(rows),
                         [](const auto& tested) { return tested.param.name; });

TEST(EscapeHtml, HidesNoMarkupInOverlongForms) {
  const std::string escaped = escape_html("\xC0\xBCscript\xC0\xBE");
  EXPECT_EQ(escaped.find('<'), std::string::npos);
  EXPECT_EQ(escaped.find('\xC0'), std::string::npos);
}

TEST(Html, TakesLiteralsAsMarkupAndStringsAsText) {
  Html html;
  html << "<b title=\"" << std::string("\"<i>") << "\">" << std::string_view("<u>")
       << "</b>";
  EXPECT_EQ(html.str(), "<b title=\"&quot;&lt;i&gt;\">&lt;u&gt;</b>");
}

TEST(Html, AddsOtherHtmlOnceEscapedOnly) {
  Html inner;
  inner << "<i>" << std::string("&") << "</i>";
  Html outer;
  outer << "<p>" << inner << "</p>";
  EXPECT_EQ(outer.str(), "<p><i>&amp;</i></p>");
}

}  // namespace
}  // namespace broadsheet
