#include "schema/sentence_ends.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using Ends = std::vector<Xapian::termpos>;

TEST(SentenceEnds, AreTheLastWordsOfSentences) {
  const std::string title = "Ferry stays in port";
  const std::string text =
      "The ferry broke down on Nov. 21. It was towed.\nNobody was hurt.";
  SentenceEnds ends;
  ends.add(split_words(title), title, 0);
  ends.add(split_words(text), text, 104);
  EXPECT_EQ(decode_sentence_ends(ends.encode()), (Ends{4, 111, 114, 117}));
}

TEST(SentenceEnds, NoWordsAreNoSentences) {
  SentenceEnds ends;
  ends.add(split_words("..."), "...", 0);
  ends.add({}, "", 0);
  EXPECT_EQ(ends.encode(), "");
  EXPECT_TRUE(decode_sentence_ends("").empty());
}

TEST(SentenceEnds, LongDistancesComeBack) {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "word ";
  SentenceEnds ends;
  ends.add(split_words(text), text, 0);
  EXPECT_EQ(decode_sentence_ends(ends.encode()), Ends{40000});
}

TEST(SentenceEnds, DamagedBytesGiveFewer) {
  EXPECT_EQ(decode_sentence_ends("\x03\x85"), Ends{3});
  EXPECT_NO_THROW(decode_sentence_ends(std::string(100, '\xff')));
}

}  // namespace
}  // namespace broadsheet
