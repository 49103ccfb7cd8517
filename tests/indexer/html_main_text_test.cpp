// What belongs to a story and what stands between its paragraphs, rule by rule.
#include <gtest/gtest.h>

#include "indexer/readers/html_text.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

const std::string first_line =
    "The harbour company said on Tuesday that it would close two plants in the north and "
    "move the work abroad.";
const std::string second_line =
    "Its chairman told workers at the gates that none of them would have to leave before "
    "the end of next year.";
const std::string story = "<p>" + first_line + "</p><p>" + second_line + "</p>";
const std::string read_story = first_line + "\n" + second_line;
const std::string lead =
    "Two plants close, the unions speak of betrayal, and the minister looks for a buyer.";

struct Row {
  const char* what;
  std::string page;  // inside <body>
  std::string text;  // but for the last end of line
};

void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const Gathered gathered = gather("a.html", "<html><body>" + row.page);
    ASSERT_EQ(gathered.stories.size(), 1u) << row.what;
    std::string text = gathered.stories[0].text;
    while (text.ends_with('\n')) text.pop_back();
    EXPECT_EQ(text, row.text) << row.what;
  }
}

std::string under_headline(const std::string& box) {
  return "<header><h1>Harbour shuts</h1>" + box + "</header><div class='story-body'>" +
         story + "</div>";
}

TEST(MainText, TakesTheLeadFromOutsideTheStory) {
  const std::string with_lead = lead + "\n" + read_story;
  expect({
      {"by its name", under_headline("<p class='article-lead'>" + lead + "</p>"),
       with_lead},
      {"by its markup", under_headline("<div itemprop='description'>" + lead + "</div>"),
       with_lead},
      {"a long subtitle",
       under_headline("<h2 class='subtitle'>" + lead + " " + lead + "</h2>"),
       lead + " " + lead + "\n" + read_story},
  });
}

TEST(MainText, TakesNothingElseForALead) {
  expect({
      {"no name", under_headline("<p>" + lead + "</p>"), read_story},
      {"a short subtitle", under_headline("<h2 class='subtitle'>" + lead + "</h2>"),
       read_story},
      {"too short", under_headline("<p class='lead'>Two plants close.</p>"), read_story},
      {"of a picture", under_headline("<p class='img-description'>" + lead + "</p>"),
       read_story},
      {"with a link",
       under_headline("<p class='teaser'><a href='/x'>" + lead + "</a></p>"), read_story},
      {"said again", under_headline("<p class='excerpt'>" + first_line + "</p>"),
       read_story},
      {"broken off",
       under_headline("<p class='excerpt'>The company, of which it is said that it would "
                      "close\u2026</p>"),
       read_story},
  });
}

TEST(MainText, LeavesOutPicturesWithAFewWords) {
  const auto between = [](const std::string& box) {
    return "<article><p>" + first_line + "</p>" + box + "<p>" + second_line +
           "</p></article>";
  };
  expect({
      {"a box", between("<div><img src=a><br><span>The quay at dawn</span></div>"),
       read_story},
      {"a paragraph", between("<p><img src=a> The quay at dawn</p>"), read_story},
      {"a sentence", between("<p><img src=a> They wept.</p>"),
       first_line + "\nThey wept.\n" + second_line},
      {"an item", between("<ul><li><img src=a>Steel</li></ul>"),
       first_line + "\n- Steel\n" + second_line},
  });
}

TEST(MainText, KeepsLinkedHeadlinesOfItsOwnParagraphsAlone) {
  const std::string linked = "<h3><a href='/x'>The northern quay</a></h3>";
  expect({
      {"a paragraph behind",
       "<article><p>" + first_line + "</p>" + linked + "<p>" + second_line +
           "</p></article>",
       first_line + "\nThe northern quay\n" + second_line},
      {"another behind", "<article>" + story + linked + linked + "</article>",
       read_story},
  });
}

TEST(MainText, KnowsTeasersOfOtherStories) {
  const std::string card =
      "<div><h3><a href='/x'>Ferry runs aground</a></h3><p>A ferry with two hundred "
      "people on board ran aground off the northern cape on Monday...</p></div>";
  expect({
      {"cards around",
       "<div>" + card + card + card + "<div>" + story + "</div>" + card + card + "</div>",
       read_story},
      {"its own last words",
       "<article>" + story + "<p>" + lead +
           " More of it can be read by subscribers...</p>"
           "</article>",
       read_story + "\n" + lead + " More of it can be read by subscribers..."},
  });
}

}  // namespace
}  // namespace broadsheet
