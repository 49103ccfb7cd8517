#include "article/page_edges.h"

#include <string>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

const std::string prose =
    "The company said on Tuesday that it would close two plants in the north and move "
    "the work abroad, which costs 600 people their jobs.";

const std::string more =
    "Unions called the plan short-sighted and announced talks with the government for "
    "the coming week, while the shares rose by three percent.";

TEST(TrimPageEdges, TakesDatesAndControlsFromTheEnds) {
  const std::string heads[] = {"PUBLISHED APR 24 2024\n", "22 October 2025\n", ""};
  const std::string tails[] = {"\nSend to a friend · Printable version · Back to top",
                               "\nFollow the topics in this story to see more like it.",
                               "\nShare\nRead more", ""};
  for (const std::string& head : heads) {
    for (const std::string& tail : tails) {
      const PageEdges edges =
          trim_page_edges(head + prose + "\nWhat comes next\n" + more + tail);
      EXPECT_EQ(edges.text, prose + "\nWhat comes next\n" + more) << head << tail;
      EXPECT_EQ(edges.dates.size(), head.empty() ? 0U : 1U);
    }
  }
}

TEST(TrimPageEdges, TakesShortLinesOfThePageFromTheMiddle) {
  for (const std::string line :
       {"You have 3 free articles left this month. See the offers", "Share",
        "Advertisement", "Leggi anche: Il porto chiude", "Lesen Sie auch: Der Hafen",
        "Lea tambi\u00E9n: El puerto cierra", "Image credit: Jane Doe", "Publicit\u00E9",
        "\u0427\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043A\u0436\u0435: "
        "\u043F\u043E\u0440\u0442"}) {
    const PageEdges edges = trim_page_edges(prose + "\n" + line + "\n" + prose);
    EXPECT_EQ(edges.text, prose + "\n" + prose);
    EXPECT_EQ(edges.dropped, std::vector<std::string>{line});
  }
}

TEST(TrimPageEdges, TakesLinesOfThePageFromTheEnd) {
  for (const std::string line :
       {"Follow the Harbour Gazette on Facebook, Instagram and the rest.",
        "Jane Doe contributed to this report from the harbour.",
        "Reach the writer at jane@example.org",
        "Dieser Beitrag wurde am 3. M\u00E4rz verfasst",
        "More from our harbour desk:", "Alle Rechte vorbehalten. Hafenblatt",
        "Tags: harbour, trade, shipping", "This post may contain affiliate links."}) {
    EXPECT_EQ(trim_page_edges(prose + "\n" + line).text, prose) << line;
  }
}

TEST(TrimPageEdges, TakesTheBylineOverTheText) {
  struct Row {
    std::string line;
    std::vector<std::string> authors;
  };
  for (const auto& [line, authors] :
       std::vector<Row>{{"By Jane Doe", {"Jane Doe"}},
                        {"By Jane Doe and John Roe", {"Jane Doe", "John Roe"}},
                        {"Von Erika Muster", {"Erika Muster"}},
                        {"Par Jeanne Dupont", {"Jeanne Dupont"}},
                        {"door Jan Jansen", {"Jan Jansen"}}}) {
    const PageEdges edges = trim_page_edges(line + "\n" + prose);
    EXPECT_EQ(edges.text, prose) << line;
    EXPECT_EQ(edges.authors, authors) << line;
  }
}

TEST(TrimPageEdges, TakesRubricsAndDebris) {
  struct Row {
    std::string text;
    std::string left;
  };
  const std::string both = prose + "\n" + more;
  for (const auto& [text, left] : std::vector<Row>{
           {"Opinion\n" + both, both},
           {prose + "\nOpinion\n" + more, prose + "\nOpinion\n" + more},
           {prose + "\n[button link=\"/kit\" big=yes]Send us yours[/button]\n" + more,
            both},
           {"<img height=\"1\" src=\"/dot.gif\">\n" + both, both},
           {prose + "\n1709417828\n" + more, both},
           {prose + "\n1,250 tonnes\n" + more, prose + "\n1,250 tonnes\n" + more},
           {both + "\nHARBOUR-GAZETTE.COM", both},
           {both + "\nShare\n\u00A0\n", both},
           {prose + " It is a ship , opens new tab of the line.\n" + more,
            prose + " It is a ship of the line.\n" + more}}) {
    EXPECT_EQ(trim_page_edges(text).text, left) << text;
  }
}

TEST(TrimPageEdges, TakesQuotationsSetApartFromTheirText) {
  const std::string quote =
      "Whoever closes the quay closes the town behind it, and that is what they want.";
  const std::string long_line = "Jane Doe said at the gates: \"" + quote + "\" " + more;
  const std::string pulled = "\u201C" + quote + "\u201D";
  EXPECT_EQ(trim_page_edges(prose + "\n" + pulled + "\n" + long_line).text,
            prose + "\n" + long_line);
  EXPECT_EQ(trim_page_edges(long_line + "\n" + quote + "\n" + prose).text,
            long_line + "\n" + prose);
  EXPECT_EQ(trim_page_edges(quote + "\n" + prose + "\n" + quote).text,
            prose + "\n" + quote);
  const std::string heading = quote.substr(0, quote.size() - 1);
  for (const std::string& text : {prose + "\n" + heading + "\n" + long_line,
                                  prose + "\n" + quote + "\n" + quote + "\n" + more,
                                  prose + "\n" + pulled + "\n" + more}) {
    EXPECT_EQ(trim_page_edges(text).text, text);
  }
}

TEST(TrimPageEdges, KeepsWhatMayBelongToTheStory) {
  for (const std::string& text :
       {prose + "\n- Share\n- Home", std::string("Share\nRead more"),
        std::string("Jane Doe\n") + prose, std::string("By the sea\n") + prose,
        std::string("Von heute auf morgen\n") + prose,
        std::string("A heading\n") + prose + "\n3 March 2025", std::string()}) {
    EXPECT_EQ(trim_page_edges(text).text, text);
  }
}

}  // namespace
}  // namespace broadsheet
