// The text renderer: what a person reads.
#include <gtest/gtest.h>

#include "tests/searcher/render_samples.h"

namespace broadsheet {
namespace {

TEST(TextRenderer, SaysWhatOtherSourcesSay) {
  const auto text = [](Agreement::State state) {
    return figures_as("text", compared(state));
  };
  EXPECT_NE(text(Agreement::State::agree)
                .find("\n    agrees with about 600 (Example Post, 2025-10-22)\n"),
            std::string::npos)
      << text(Agreement::State::agree);
  EXPECT_EQ(text(Agreement::State::differ).find("differs from about 600"),
            std::string::npos)
      << "a source that says the same";
  EXPECT_NE(text(Agreement::State::revised)
                .find("\n    revised: about 600 (BBC News, 2025-10-22); about 600 (Ex"),
            std::string::npos);
  EXPECT_NE(text(Agreement::State::agree).find("about 600 (possibly)"),
            std::string::npos);
  EXPECT_EQ(text(Agreement::State::agree).find("at least 1 figure"), 0u);
}

TEST(TextRenderer, SaysWhoDiffers) {
  FigureResults results = compared(Agreement::State::differ);
  ComparedClaim& other = results.rows.front().agreement->claims.back();
  other.figure.figure.low = other.figure.figure.high = make_amount(800);
  other.figure.printed = "800";
  EXPECT_NE(figures_as("text", results)
                .find("\n    differs from 800 (Example Post, 2025-10-22)\n"),
            std::string::npos);
}

TEST(TextRenderer, PrintsGroupsInPlaceOfRows) {
  RenderOptions options;
  options.groups = true;
  EXPECT_EQ(figures_as("text", compared(Agreement::State::agree), options),
            "at least 1 figure: stories about roles\n"
            "unit: role 2\n"
            "role 500-1000: 2\n"
            "\n"
            "thing    said of  n  least  median  most  days\n"
            "AI role           2    600     600  8000  2025..2026\n");
}

TEST(TextRenderer, ShowsAHitAsAPersonReadsIt) {
  EXPECT_EQ(search_as("text", one_hit()),
            "1 story: stories about cuts and roles\n"
            "    cuts AND AND roles\n"
            "             ^^^\n"
            "    nothing to join here; try cuts AND roles\n"
            "\n"
            " 1. Firm cuts AI roles\n"
            "    BBC News \xC2\xB7 2025-10-22 \xC2\xB7 credits BBC Technology\n"
            "    It cuts about 600 AI roles.\n"
            "    figures: about 600 (AI role)\n"
            "    news/dump.jsonl:7\n"
            "\n"
            "outlet: BBC News 1; unknown 2\n");
}

TEST(TextRenderer, SaysInHowManyOutletsAStoryIsAndWhoWasFirst) {
  Results results = one_hit();
  results.total = 1200;
  results.groups = 1100;
  Hit& hit = results.hits.front();
  hit.copies = 4;
  hit.also_in = 3;
  hit.first =
      StoryRef{.id = "other", .outlet = "First Wire", .date = read_date("2025-10-21")};
  const std::string text = search_as("text", results);
  EXPECT_EQ(text.find("1,200 stories (1,100 without near-copies): "), 0u) << text;
  EXPECT_NE(text.find("    also in 3 outlets, first in First Wire 2025-10-21\n"),
            std::string::npos);
  hit.first->id = hit.id;
  hit.also_in = 0;
  EXPECT_NE(search_as("text", results).find("    4 near-copies\n"), std::string::npos);
}

TEST(TextRenderer, TellsWhatWasChosenAndThatThereIsMore) {
  Results results = one_hit();
  results.facets[0].values[0].chosen = Chosen::in;
  results.facets[0].values[1].chosen = Chosen::out;
  results.facets[0].more = 7;
  EXPECT_NE(
      search_as("text", results).find("\noutlet: +BBC News 1; -unknown 2; 7 more\n"),
      std::string::npos);
}

TEST(TextRenderer, NamesWhatIsCountedOnce) {
  Results results = one_hit();
  results.hits.front().figures.front().printed = "About 600 Roles";
  EXPECT_NE(search_as("text", results).find("figures: About 600 Roles\n"),
            std::string::npos);
}

TEST(TextRenderer, SaysThatTheDateIsUnknown) {
  Results results = one_hit();
  results.hits.front().date.reset();
  EXPECT_NE(search_as("text", results).find("BBC News \xC2\xB7 date unknown"),
            std::string::npos);
}

TEST(TextRenderer, MarksWordsAndFiguresOnATerminalOnly) {
  RenderOptions options;
  options.colour = true;
  const std::string text = search_as("text", one_hit(), options);
  EXPECT_NE(text.find("It \x1b[1;33mcuts\x1b[0m \x1b[36mabout 600\x1b[0m AI roles."),
            std::string::npos)
      << text;
  EXPECT_EQ(search_as("text", one_hit()).find('\x1b'), std::string::npos);
}

TEST(TextRenderer, LetsNoStoryReachTheTerminal) {
  for (const std::string& text :
       {search_as("text", hostile()), figures_as("text", one_figure())}) {
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find('\a'), std::string::npos);
    EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos);
    EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
  }
}

TEST(TextRenderer, KeepsToTheWidthOfTheTerminal) {
  Results results = hostile();
  results.hits.front().snippet.text =
      std::string(500, 'x') + " \xE6\x97\xA5\xE6\x9C\xAC " + std::string(100, 'y');
  results.query = std::string(300, 'q');
  results.remarks = {{{250, 260}, std::string(200, 'm'), std::nullopt},
                     {{0, 300}, "m", "s"}};
  FigureResults figures = one_figure();
  figures.rows.front().figure.sentence += std::string(300, 'z');
  figures.rows.front().story.outlet = std::string(200, 'o');
  figures.rows.front().figure.printed = std::string(90, '9');
  for (const std::size_t width : {40u, 80u, 133u}) {
    RenderOptions options;
    options.width = width;
    EXPECT_LE(longest_line(search_as("text", results, options)), width);
    EXPECT_LE(longest_line(figures_as("text", figures, options)), width);
  }
}

TEST(TextRenderer, PutsTheSentenceBelowTheRowOfAFigure) {
  FigureResults results = one_figure();
  EXPECT_EQ(figures_as("text", results),
            "1 figure: stories about roles\n"
            "\n"
            "figure               read as    said of  outlet       date\n"
            "about 600 (AI role)  about 600           BBC News +2  2025-10-22\n"
            "    It cuts about 600 AI roles.\n");
}

TEST(TextRenderer, PrintsTheSentenceOfFollowingRowsOnce) {
  FigureResults results = one_figure();
  results.rows.push_back(results.rows.front());
  const std::string text = figures_as("text", results);
  EXPECT_EQ(text.find("It cuts"), text.rfind("It cuts")) << text;
}

}  // namespace
}  // namespace broadsheet
