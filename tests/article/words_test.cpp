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
      {"Øresund Łódź Ærø İstanbul ıssız", "oresund lodz aero istanbul issiz"},
      {"ΝΈΟΣ νέος", "νεοσ νεοσ"},
      {"новый ёлка ЙОД", "новый елка йод"},
      {"كِتَابٌ أحمد مدرسة", "كتاب احمد مدرسه"},
      {"שָׁלוֹם", "שלום"},
      {"हिन्दी", "हिन्दी"},
      {"東京 2026年", "東 京 2026 年"},
      {"ガスｶ コーヒー", "ガ ス カ コ ー ヒ ー"},
      {"한국어", "한 국 어"},
      {"กรุงเทพ ๒๐", "ก รุ ง เ ท พ ๒๐"},
      {"ភ្នំ", "ភ្ នំ"},
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

TEST(SplitWords, SayWhetherFoldingTookDiacriticsOff) {
  for (const char* marked : {"Café", "Straße", "ёлка", "مدرسة"})
    EXPECT_TRUE(split_words(marked).at(0).marked) << marked;
  for (const char* plain : {"CAFE", "Meta’s", "новый", "ガ", "한", "8,000"})
    EXPECT_FALSE(split_words(plain).at(0).marked) << plain;
}

TEST(ExactForm, KeepsWhatFoldingTakesOff) {
  const Row rows[] = {
      {"Résumé’s", "résumé"}, {"STRASSE", "strasse"}, {"Straße", "straße"},
      {"O’Brien", "o'brien"}, {"cafe\u0301", "café"}, {"İzmir", "izmir"},
      {"AT&T", "at&t"},       {"\xff", ""},           {"Ёлка", "ёлка"}};
  for (const Row& row : rows) EXPECT_EQ(exact_form(row.text), row.expected) << row.text;
}

TEST(SearchWords, PairTheCharactersOfAStretchWithoutSpaces) {
  const Row rows[] = {{"東京都", "東京 京都"},
                      {"猫", "猫"},
                      {"東京 2026年", "東京 2026 年"},
                      {"Meta 東", "meta 東"},
                      {"東 京", "東 京"},
                      {"กรุง", "กรุ รุง"},
                      {"서울에서", "서울 울에 에서"},
                      {"plain words", "plain words"},
                      {"", ""}};
  for (const Row& row : rows) {
    std::string all;
    for (const Word& word : search_words(row.text))
      all += (all.empty() ? "" : " ") + word.text;
    EXPECT_EQ(all, row.expected) << row.text;
  }
  EXPECT_EQ(search_words("a 東京").at(1).span, (Span{2, 8}));
}

TEST(SplitWords, CutsAnOverlongWord) {
  const auto words = split_words(std::string(10000, 'x') + " y");
  ASSERT_EQ(words.size(), 2u);
  EXPECT_LE(words[0].text.size(), 64u);
  EXPECT_EQ(words[0].span.length(), 10000u);
}

}  // namespace
}  // namespace broadsheet
