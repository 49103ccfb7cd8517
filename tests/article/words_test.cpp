#include "article/words.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

struct Row {
  const char* text;
  const char* expected;
};

TEST(SplitWords, FoldsAsTheTableSays) {
  const Row rows[] = {
      {"Meta Cuts 8K Jobs", "meta cuts 8k jobs"},
      {"8,000 jobs, 600 roles", "8000 jobs 600 roles"},
      {"1,2 and 12,34,567", "1 2 and 12 34567"},
      {"$14.3 billion.", "14.3 billion"},
      {"Meta’s and Reuters' plan", "meta and reuters plan"},
      {"don't O’Brien", "don't o'brien"},
      {"AT&T and R&D & co", "at&t and r&d co"},
      {"the U.S. and the U.K.", "the us and the uk"},
      {"end of it. A new one", "end of it a new one"},
      {"multimillion‑dollar push—key", "multimillion dollar push key"},
      {"Éclair Straße ﬁne naïve", "eclair strasse fine naive"},
      {"東京 2026年", "東 京 2026 年"},
      {"a\xff"
       "b \xe2\x82",
       "a b"},
      {"", ""},
      {"… — !", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(fold_words(row.text), row.expected) << row.text;
}

TEST(SplitWords, SpansPointAtTheWordAsPrinted) {
  const std::string text = "About 8,000 of Meta’s staff";
  const auto words = split_words(text);
  ASSERT_EQ(words.size(), 5u);
  EXPECT_EQ(words[1].span.in(text), "8,000");
  EXPECT_TRUE(words[1].numeric);
  EXPECT_EQ(words[3].span.in(text), "Meta’s");
  EXPECT_EQ(words[3].text, "meta");
}

TEST(SplitWords, CutsAnOverlongWord) {
  const auto words = split_words(std::string(10000, 'x') + " y");
  ASSERT_EQ(words.size(), 2u);
  EXPECT_LE(words[0].text.size(), 64u);
  EXPECT_EQ(words[0].span.length(), 10000u);
}

}  // namespace
}  // namespace broadsheet
