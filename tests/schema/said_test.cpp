#include "schema/said.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(Said, KnowsTheWordsOfEachSentence) {
  std::string bytes;
  append_said(bytes, "dock to shut ", {mark_of("dock"), mark_of("shut")});
  append_said(bytes, "", {});
  append_said(bytes, "600 jobs go ", {mark_of("600"), mark_of("job"), mark_of("job")});
  const auto said = decode_said(bytes);
  ASSERT_TRUE(said);
  ASSERT_EQ(said->size(), 3u);
  EXPECT_TRUE((*said)[0].has_all({mark_of("dock"), mark_of("shut")}));
  EXPECT_FALSE((*said)[0].has(mark_of("job")));
  EXPECT_FALSE((*said)[1].has(mark_of("dock")));
  EXPECT_TRUE((*said)[2].has(mark_of("job")));
}

TEST(Said, TellsCopiesOfASentence) {
  std::string bytes;
  append_said(bytes, "600 jobs go ", {mark_of("600")});
  append_said(bytes, "600 jobs go ", {});
  append_said(bytes, "601 jobs go ", {mark_of("600")});
  const auto said = decode_said(bytes);
  ASSERT_TRUE(said);
  EXPECT_EQ((*said)[0].text(), (*said)[1].text());
  EXPECT_NE((*said)[0].text(), (*said)[2].text());
}

TEST(Said, RefusesACutRecord) {
  std::string bytes;
  append_said(bytes, "600 jobs go ", {mark_of("600"), mark_of("job")});
  for (std::size_t size = 1; size < bytes.size(); ++size)
    EXPECT_FALSE(decode_said(std::string_view(bytes).substr(0, size))) << size;
}

}  // namespace
}  // namespace broadsheet
