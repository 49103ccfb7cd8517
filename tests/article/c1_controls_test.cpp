// Control characters that were letters and quotes once.
#include "article/c1_controls.h"

#include <gtest/gtest.h>

#include "article/text_repair.h"

namespace broadsheet {
namespace {

TEST(C1Controls, AreReadAsTheCharsetThatGivesWords) {
  struct Row {
    const char* text;
    const char* read;
  };
  const Row rows[] = {
      {"the mayor\u0092s \u0093plan\u0094 \u0096 5\u0080", "the mayor’s “plan” – 5€"},
      {"l\u0092ami, nell\u0092arte, we\u0092ll, they\u0092ve, o\u0092clock",
       "l’ami, nell’arte, we’ll, they’ve, o’clock"},
      {"c\u009Cur et m\u009Curs", "cœur et mœurs"},
      {"el camp\u0092simo turno", "el campísimo turno"},
      {"Hern\u0087ndez habl\u0097 en Le\u0097n", "Hernández habló en León"},
      // What stands at the edge of a word says nothing about the charset.
      {"\u0093uno\u0094 dos\u0085", "“uno” dos…"},
  };
  for (const Row& row : rows) EXPECT_EQ(repair_text(row.text).text, row.read);
}

TEST(C1Controls, AreToldOfInTheRepairs) {
  using Repairs = std::vector<std::string>;
  EXPECT_EQ(repair_text("a \u0093b\u0094").repairs,
            Repairs{"read control characters as windows-1252"});
  EXPECT_EQ(repair_text("Hern\u0087ndez").repairs,
            Repairs{"read control characters as macintosh"});
  EXPECT_EQ(repair_text("a\u0081").repairs, Repairs{"dropped invisible characters"});
}

}  // namespace
}  // namespace broadsheet
