// Sets of words given as one string.
#include "article/word_set.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(WordSet, HoldsTheWordsBetweenItsSpacesAndNoOthers) {
  const WordSet set("rose  fell a n't ");
  for (const std::string_view word : {"rose", "fell", "a", "n't"}) {
    EXPECT_TRUE(set.has(word)) << word;
  }
  for (const std::string_view word : {"", " ", "ros", "rise", "rose fell", "b"}) {
    EXPECT_FALSE(set.has(word)) << word;
  }
}

}  // namespace
}  // namespace broadsheet
