// Who wrote a page, and for which outlet. Names are invented.
#include "indexer/readers/html_authors.h"

#include <gtest/gtest.h>

#include "tests/indexer/read_page.h"

namespace broadsheet {
namespace {

TEST(AuthorNames, AreOnlyNames) {
  const std::vector<std::pair<const char*, std::vector<std::string>>> rows = {
      {"By Ann Lee", {"Ann Lee"}},
      {"By Ann Lee, Senior Reporter, and Bo Chan (@bo)", {"Ann Lee", "Bo Chan"}},
      {"Von Ann Lee und Bo Chan", {"Ann Lee", "Bo Chan"}},
      {"Par Ann Lee et Bo Chan", {"Ann Lee", "Bo Chan"}},
      {"Ann Lee | ann@example.org", {"Ann Lee"}},
      {"https://example.org/ann", {}},
      {"@annlee", {}},
      {"Ann Lee, Ann Lee", {"Ann Lee"}},
      {"Ann Lee, 24 April 2026", {"Ann Lee"}},
      {"Name (erforderlich)", {}},
      {"By", {}},
      {"Text:", {}},
      {"Donnerstag", {}},
      {"admin", {}},
      {"Erstellt von Ann Lee", {"Ann Lee"}},
      {"September 21, 2020 by Ann Lee", {"Ann Lee"}},
      {"Ann Lee on", {"Ann Lee"}},
      {"VON ANN LEE am 21. April 2026", {"ANN LEE"}},
      {"By: Ann Lee on 04-ago-2021 5:11:10", {"Ann Lee"}},
      {"Eine Kolumne von Ann Lee", {"Ann Lee"}},
      {"Blog Beitrag von Ann Lee", {"Ann Lee"}},
      {"Opinion by Ann Lee", {"Ann Lee"}},
      {"Ann Lee am Samstag", {"Ann Lee"}},
      {"Ann Lee Staff Writer\u00A0", {"Ann Lee"}},
      {"Ann Lee \u2014", {"Ann Lee"}},
      {"Ann Lee | Publicado hace 3 horas", {"Ann Lee"}},
      {"(责编：王小明、李雷)", {"王小明", "李雷"}},
      {"", {}}};
  for (const auto& [text, expected] : rows)
    EXPECT_EQ(author_names(text), expected) << text;
}

TEST(PageAuthors, ComeFromTheBylineRatherThanTheOutlet) {
  using List = std::vector<std::string>;
  const char* own =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"River rises",)"
      R"("author":{"name":"Springfield Gazette"}}</script>)"
      "<meta property=og:site_name content='Springfield Gazette'>";
  EXPECT_EQ(read(own, "<h1>River rises</h1><a rel=author>Ann Lee</a>").authors,
            (List{"Ann Lee"}));
  EXPECT_EQ(read(own, "<h1>River rises</h1>").authors, (List{"Springfield Gazette"}));
  EXPECT_EQ(
      read("",
           "<h1>River rises</h1><div class=byline><span>By</span><b>Ann Lee</b></div>")
          .authors,
      (List{"Ann Lee"}));
  EXPECT_EQ(read("", "<h1>River rises</h1><p>By Ann Lee and Bo Chan</p>").authors,
            (List{"Ann Lee", "Bo Chan"}));
  EXPECT_EQ(
      read("", "<h1>River rises</h1><div class=comment><b class=author>Cy Poe</b></div>")
          .authors,
      List{});
}

TEST(PageAuthors, AreFoundWhereverTheyAreNamed) {
  const std::vector<PageRow> rows = {
      // WordPress labels the tag in the language of the page.
      {"<meta name=twitter:label1 content='Verfasst von'>"
       "<meta name=twitter:data1 content='Ann Lee'>",
       "<h1>River rises</h1>", "Ann Lee"},
      {"<meta name=twitter:label1 content='Lesezeit'>"
       "<meta name=twitter:data1 content='3 Minuten'>",
       "<h1>River rises</h1>", ""},
      // An account stands for somebody, whom another place names.
      {"<meta name=author content='ann.lee'>",
       "<h1>River rises</h1><p class=byline>Von Ann Lee</p>", "Ann Lee"},
      {"<meta name=author content='Ann'>",
       "<h1>River rises</h1><p class=byline>Von Ann Lee</p>", "Ann Lee"},
      {"<meta name=author content='ann.lee'>", "<h1>River rises</h1>", "ann.lee"},
      // A desk when a tag says so and nobody is named.
      {"<meta name=author content='Community Editor'>", "<h1>River rises</h1>",
       "Community Editor"},
      {"<meta name=author content='Community Editor'>",
       "<h1>River rises</h1><p>By Ann Lee</p>", "Ann Lee"},
      {"<meta name=citation_author content='Lee, Ann'>", "<h1>River rises</h1>",
       "Ann Lee"},
      // An agency is more than the house.
      {R"(<script type="application/ld+json">{"@type":"NewsArticle",)"
       R"("headline":"River rises","author":"VRZ","publisher":{"name":"VRZ"}}</script>)"
       "<meta name=articleAuthor content='Reuters'>",
       "<h1>River rises</h1>", "Reuters"},
      {"", "<h1>River rises</h1><p>Valley | By Ann Lee | 3 May 2026</p>", "Ann Lee"},
      {"", "<h1>River rises</h1><div id=author>Ann Lee</div>", "Ann Lee"},
      {"", "<h1>River rises</h1><p>The return of Ann Lee</p>", ""},
      {"", "<h1>River rises</h1><p>by Ann · Dec 20, 2025 at 3:00 am</p>", "Ann"},
      {"", "<h1>River rises</h1><p>By March | the dam will hold</p>", ""},
      {"",
       "<h1>River rises</h1><div class=author-info><b class=name>Ann Lee</b> "
       "Writer</div>",
       "Ann Lee"},
      {"", "<h1>River rises</h1><h4 class=author-box__name>Ann Lee</h4>", "Ann Lee"},
      // The inner mark is the name alone.
      {"",
       "<h1>River rises</h1><div class=byline>By <b class=author-name>Ann Lee</b> 8 "
       "January 2020, 3:51 pm</div>",
       "Ann Lee"}};
  for (const PageRow& row : rows) {
    const RawStory story = read(row.head, row.body);
    EXPECT_EQ(story.authors.empty() ? "" : story.authors[0], row.expected)
        << row.head << row.body;
    EXPECT_LE(story.authors.size(), 1U) << row.head << row.body;
  }
}

TEST(PageAuthors, MaySignAtTheEnd) {
  const auto signed_by = [](const std::string& end) {
    const std::string page = "<html><body><article><h1>River rises</h1>" +
                             std::string(prose) + end + "</article></body></html>";
    const Gathered gathered = gather("page.html", page);
    const auto& authors = gathered.stories.at(0).authors;
    return authors.empty() ? std::string() : authors[0];
  };
  EXPECT_EQ(signed_by("<p><b><i>Ann Lee</i></b></p>"), "Ann Lee");
  EXPECT_EQ(signed_by("<p><strong>Text:</strong> Ann Lee</p>"), "Ann Lee");
  EXPECT_EQ(signed_by("<p>Ann Lee</p>"), "");
  EXPECT_EQ(signed_by("<p><b>Анна Ли</b></p>"), "Анна Ли");
  EXPECT_EQ(signed_by("<p><b>Related Stories</b></p>"), "");
  EXPECT_EQ(signed_by("<p><b>Читайте также новости</b></p>"), "");
  EXPECT_EQ(signed_by("<p><b>और पढ़ें खबरें</b></p>"), "");
  EXPECT_EQ(signed_by("<p><b>Winter Floods</b></p>" + std::string(prose)), "");
}

TEST(PageOutlet, IsThePaperRatherThanItsSister) {
  // The canonical address is that of the paper that printed the story first.
  const RawStory story = read(
      "<link rel=canonical href='https://www.theguardian.com/river'>"
      "<meta property=og:url content='https://www.lemonde.fr/river'>",
      "<h1>River rises</h1>");
  EXPECT_EQ(story.outlet.value_or(""), "Le Monde");
  EXPECT_EQ(story.url.value_or(""), "https://www.theguardian.com/river");
}

TEST(PageOutlet, IsTheMasthead) {
  const std::vector<PageRow> rows = {
      {"<meta property=og:site_name content='Springfield Gazette'>", "",
       "Springfield Gazette"},
      {"<meta property=og:site_name content='Springfield Gazette - Example Verlag GmbH'>",
       "", "Springfield Gazette"},
      {"<title>River rises | Springfield Gazette</title>"
       "<link rel=canonical href='https://www.springfieldgazette.example/river'>",
       "", "Springfield Gazette"},
      // The host is known, the printed section is not.
      {"<meta property=og:site_name content='Security Desk'>"
       "<link rel=canonical href='https://www.reuters.com/river'>",
       "", "Reuters"},
      {"<link rel=canonical href='https://www.gazette.example/river'>", "",
       "gazette.example"},
      // Without an address a known name at the end of the <title> is enough.
      {"<title>River rises - Le Monde</title>", "", "Le Monde"},
      {"", "", ""}};
  for (const PageRow& row : rows) {
    EXPECT_EQ(read(row.head, row.body).outlet.value_or(""), row.expected) << row.head;
  }
}

}  // namespace
}  // namespace broadsheet
