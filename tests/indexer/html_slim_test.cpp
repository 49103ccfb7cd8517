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

// What the parser gets, with what goes round it written in again: "[text]" and
// "<tag {name=value}>".
std::string shown(std::string_view html) {
  const SlimPage page = slim_page(html);
  std::string out;
  std::size_t texts = 0;
  std::size_t tags = 0;
  for (std::size_t at = 0; at < page.html.size(); ++at) {
    const std::string number = " " + std::to_string(tags);
    if (page.html[at] == '\xF3') {
      const SlimText& text = page.texts[texts++];
      out += "[" + page.text.substr(text.start, text.size) + "]";
      at += 3;
    } else if (tags < page.tags.size() &&
               page.html.compare(at, number.size(), number) == 0) {
      const SlimTag& tag = page.tags[tags++];
      for (std::uint32_t i = tag.first; i < tag.first + tag.count; ++i) {
        out.append(" {").append(page.attributes[i].name).append("=");
        out.append(page.attributes[i].value).append("}");
      }
      at += number.size() - 1;
    } else {
      out += page.html[at];
    }
  }
  return out;
}

TEST(SlimPage, LeavesOutWhatIsNeverRead) {
  struct Row {
    std::string_view page;
    std::string_view slim;
  };
  const Row rows[] = {
      {"<p onclick=\"a>b\" class=x>A<script>if (a<b) '</p>'</script>B",
       "<p {class=x}>[A][B]"},
      {"a<!-- <p> -->b<svg><path/></svg>c", "[a][b][c]"},
      {"a<!--x<b>c<!--y>d", "[a][c][d]"},
      {"a<![CDATA[b]]>c", "[a][b]]>c]"},
      {"5 < 6", "[5 ]&lt;[ 6]"},
      {"a<script>never closed", "[a][never closed]"},
      {"<a title='say \"x\"'>", "<a {title=say \"x\"}>"},
      {"<a href='/x' rel=author>y</a>", "<a {rel=author}>[y]</a>"},
      {"<a href='https://a.example/x'>y</a>", "<a>[y]</a>"},
      {"<a href=/>y</a>", "<a {href=/}>[y]</a>"},
      {"<a href='/?lang=en'>y</a>", "<a {href=/?lang=en}>[y]</a>"},
      {"<a href='https://a.example'>y</a>", "<a {href=https://a.example}>[y]</a>"},
      {"<a href='https://old.example/2016/http://a.example/'>",
       "<a {href=https://old.example/2016/http://a.example/}>"},
      {"<link rel=canonical href='/x'>", "<link {rel=canonical} {href=/x}>"},
      {" a \n\t b ", "[ a b ]"},
      {"<p> \n </p>", "<p> </p>"},
  };
  for (const Row& row : rows) EXPECT_EQ(shown(row.page), row.slim) << row.page;
}

TEST(SlimPage, LeavesCharacterReferencesToTheParser) {
  EXPECT_EQ(shown("a &amp;  b<p title='c&lt;' id=d>"),
            "a &amp; b<p {id=d} title=\"c&lt;\">");
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
    EXPECT_LE(page.html.size() + page.text.size(), row.most) << row.what;
  }
  EXPECT_FALSE(slim_page("<pre>" + repeated("x\n", 1000)).cut);
}

}  // namespace
}  // namespace broadsheet
