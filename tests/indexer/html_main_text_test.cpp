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

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

std::vector<std::string> many_lines(const std::string& place) {
  std::vector<std::string> lines;
  for (const char* nth : {"first", "second", "third", "fourth", "fifth", "sixth"}) {
    lines.push_back(std::string("Behind the ") + nth + " " + place +
                    " the workers had lit a fire, and those of the " + nth +
                    " shift came out to hear what the chairman had to say.");
  }
  return lines;
}

// Long enough for rules that ask how much of the story has been seen.
std::string long_story_of(const std::string& place) {
  std::string all;
  for (const std::string& line : many_lines(place)) all += "<p>" + line + "</p>";
  return all;
}

std::string read_long_story_of(const std::string& place) {
  std::string all;
  for (const std::string& line : many_lines(place))
    all += (all.empty() ? "" : "\n") + line;
  return all;
}

const std::string long_story = long_story_of("shed");
const std::string read_long_story = read_long_story_of("shed");

TEST(MainText, LeavesOutWhatStandsBesideTheStory) {
  const std::string other =
      "<p>A ferry with two hundred people on board ran aground off the northern cape on "
      "Monday, and all were brought ashore by the boats of the fishers.</p>";
  const std::string card =
      "<li><h5><a href='/x'>Ferry runs aground</a></h5>" + other + "</li>";
  expect({
      {"a post within a post",
       "<article id='post-12'>" + story + "<article id='post-34'>" + other +
           "</article></article>",
       read_story},
      {"the count of comments",
       "<article>" + long_story + "<div>27 comments</div>" + other + other + other +
           "</article>",
       read_long_story},
      {"a heading without text", "<article>" + story + "<h3>Also here</h3></article>",
       read_story},
      {"cards announced",
       "<article>" + long_story + "<h2>More of the Gazette</h2><ul>" + repeated(card, 5) +
           "</ul></article>",
       read_long_story},
      {"a window over the page",
       "<div role=dialog aria-hidden=true>" + repeated(other, 8) + "</div><article>" +
           story + "</article>",
       read_story},
      {"who wrote it",
       "<article>" + story + "<div itemprop='author'>" + other + "</div></article>",
       read_story},
      {"the title as a line",
       "<h1>Harbour shuts</h1><article><p>Harbour shuts\u2026</p>" + story + "</article>",
       read_story},
      {"a box left open where there is no script",
       "<noscript><div id=a></noscript><article>" + story + "</article>", read_story},
  });
}

TEST(MainText, KeepsWhatOnlyLooksLikeIt) {
  const std::string item =
      "<li><h5><a href='/x'>The quay</a></h5><p>" + first_line + "</p></li>";
  const std::string read_item = "The quay\n" + first_line;
  expect({
      {"articles of one story",
       "<article><article id='part-one'><p>" + first_line +
           "</p></article><article id='part-two'><p>" + second_line +
           "</p></article></article>",
       read_story},
      {"paragraphs set as headings",
       "<article>" + story + "<h4>The minister has said nothing so far.</h4></article>",
       read_story + "\nThe minister has said nothing so far."},
      {"paragraphs in a header",
       "<article><header>" + long_story + "</header>" + long_story_of("crane") + "<p>" +
           lead + "</p></article>",
       read_long_story + "\n" + read_long_story_of("crane") + "\n" + lead},
      {"a story that is a list",
       "<article>" + long_story + "<h2>Five quays</h2><ul>" + repeated(item, 5) +
           "</ul></article>",
       read_long_story + "\nFive quays" + repeated("\n" + read_item, 5)},
  });
}

TEST(MainText, GoesOnBehindABoxInItsMiddle) {
  for (const char* heading : {"Related stories", "You may also like", "Auch interessant",
                              "Leggi anche", "Most read"}) {
    const std::string page = "<article>" + long_story + "<h3>" + heading +
                             "</h3><div><a href=/p>The harbour's ships</a></div>" +
                             story + "</article>";
    expect({{heading, page, read_long_story + "\n" + read_story}});
  }
  // Not behind what only ends stand under.
  expect({{"comments",
           "<article>" + long_story + "<h3>Leave a comment</h3>" + story + "</article>",
           read_long_story}});
}

TEST(MainText, KeepsShortParagraphsBesideALongOne) {
  const std::string line =
      "The ships lay in the harbour, and the quays were empty on Monday.";
  const std::string shorts =
      "<p>It cost 3 million pounds.</p><p>Nobody was hurt there.</p>";
  const std::string read = line + "\nIt cost 3 million pounds.\nNobody was hurt there.";
  expect({
      {"in an article",
       "<nav><a>Home</a></nav><article><h1>Fire</h1><p>" + line + "</p>" + shorts +
           "</article>",
       read},
      {"in a box", "<nav><a>Home</a></nav><div><p>" + line + "</p>" + shorts + "</div>",
       read},
  });
}

std::string declaring(const std::string& body) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
         "\"Harbour shuts\",\"articleBody\":\"" +
         body + "\"}</script>";
}

TEST(MainText, HeedsTheDeclaredText) {
  const std::string declared = first_line + " " + repeated(second_line + " ", 4) + lead;
  const std::string promo = "Whoever likes to read about harbours will like our book.";
  expect({
      {"of which the page shows little",
       declaring(declared) + "<article><p>" + lead + "</p></article>", declared},
      {"that ends before the page",
       declaring(first_line + " " + second_line) + "<article>" + story + "<p>" + promo +
           "</p></article>",
       read_story},
      {"that is cut off",
       declaring(first_line) + "<article>" + story + "<p>" + promo + "</p></article>",
       read_story + "\n" + promo},
      {"that is another",
       declaring(promo + " " + promo + " " + second_line) + "<article>" + long_story +
           "<p>" + promo + "</p></article>",
       read_long_story + "\n" + promo},
  });
}

}  // namespace
}  // namespace broadsheet
