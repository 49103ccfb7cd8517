#include <string>

#include <gtest/gtest.h>

#include "article/error.h"
#include "article/outlets.h"

namespace broadsheet {
namespace {

TEST(AddOutlets, TakesAUsersRowsAndLetsThemWin) {
  add_outlets(
      "\xEF\xBB\xBF# own papers\n\n"
      "The Quince Valley Gazette | www.quincegazette.example | Quince Online | "
      "~Quince\r\n"
      "House of Wires | | Wireletter\n",
      "own.txt");
  EXPECT_EQ(normalise_outlet("quince online"), "The Quince Valley Gazette");
  EXPECT_EQ(normalise_outlet("Quince Valley Gazette"), "The Quince Valley Gazette");
  EXPECT_EQ(outlet_of_url("https://news.quincegazette.example/a"),
            "The Quince Valley Gazette");
  EXPECT_EQ(normalise_outlet("Wireletter"), "House of Wires");
  add_outlets("Quince Daily | quincegazette.example |", "own.txt");
  EXPECT_EQ(outlet_of_url("https://quincegazette.example/"), "Quince Daily");
  EXPECT_EQ(cited_outlets("Jobs went, as reported by Wireletter."),
            std::vector<std::string>{"House of Wires"});
}

TEST(AddOutlets, NamesFileAndLineOfABadRow) {
  const std::pair<const char*, const char*> rows[] = {
      {"# fine\nno bar at all\n", "own.txt:2: "},
      {" | gazette.example | Gazette\n", "own.txt:1: "},
      {"Gazette | not a domain | x\n", "own.txt:1: "},
      {"Gazette | |\n", "own.txt:1: "},
      {"Gazette | gazette.example | \xFF\n", "own.txt:1: "}};
  for (const auto& [text, place] : rows) {
    try {
      add_outlets(text, "own.txt");
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_TRUE(std::string(error.what()).starts_with(place)) << error.what();
    }
  }
  EXPECT_EQ(normalise_outlet("Gazette"), "Gazette");  // nothing of a bad file is added
}

TEST(OutletsText, ReadsBack) {
  const std::string text = outlets_text();
  EXPECT_NE(text.find("\nBBC News | bbc.co.uk bbc.com | "), std::string::npos);
  EXPECT_NO_THROW(add_outlets(text, "whole.txt"));
  EXPECT_EQ(normalise_outlet("BBC Technology"), "BBC News");
}

}  // namespace
}  // namespace broadsheet
