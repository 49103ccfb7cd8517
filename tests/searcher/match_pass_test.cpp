// The clock over a match, on small databases in memory.
#include "searcher/match_pass.h"

#include <fmt/format.h>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

constexpr std::size_t stories = 3000;

// Every story says "the" twice and its own number.
Xapian::Database database(std::size_t from) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < stories; ++i) {
    Xapian::Document document;
    document.add_posting("the", 1);
    document.add_posting(fmt::format("n{}", from + i), 2);
    document.add_posting("the", 3);
    database.add_document(document);
  }
  return database;
}

class MatchPassTest : public testing::Test {
 protected:
  MatchPassTest() {
    both_.add_database(database(0));
    both_.add_database(database(stories));
  }

  Xapian::MSet match(MatchPass& pass, const Xapian::Query& query) {
    Xapian::Enquire enquire(both_);
    enquire.set_query(pass.over(query));
    return enquire.get_mset(0, 10, both_.get_doccount(), nullptr, pass.decider());
  }

  Xapian::Database both_;
};

Deadline passed() {
  return Deadline::in(Deadline::Clock::now(), std::chrono::microseconds(0));
}

TEST_F(MatchPassTest, RecordsEveryMatchByItsSegment) {
  MatchPass pass(2, {}, nullptr, true);
  match(pass, Xapian::Query("the"));
  EXPECT_EQ(pass.accepted(), 2 * stories);
  EXPECT_FALSE(pass.cut());
  for (const SegmentMatches& segment : pass.matches()) {
    ASSERT_EQ(segment.stories.size(), stories);
    EXPECT_EQ(segment.stories.front(), 1u);
    EXPECT_EQ(segment.stories.back(), stories);
  }
  pass.start_again();
  match(pass, Xapian::Query(fmt::format("n{}", stories + 4)));
  EXPECT_TRUE(pass.matches()[0].stories.empty());
  EXPECT_EQ(pass.matches()[1].stories, (std::vector<Xapian::docid>{5}));
}

TEST_F(MatchPassTest, EndsAtTheDeadlineWithWhatItHas) {
  MatchPass pass(2, passed(), nullptr, true);
  const Xapian::MSet found = match(pass, Xapian::Query("the"));
  EXPECT_TRUE(pass.cut());
  EXPECT_LT(pass.accepted(), stories);
  EXPECT_EQ(found.size(), 10u) << "a few stories are always looked at";
  EXPECT_LT(pass.share(), 0.5);
}

// No story has these three in a row, so that all of them are looked at and none is found:
// nothing but a watch inside of the phrase can stop that.
TEST_F(MatchPassTest, EndsWithinAPhraseThatIsNowhere) {
  const std::vector<std::string> words = {"the", "the", "the"};
  const Xapian::Query phrase(Xapian::Query::OP_PHRASE, words.begin(), words.end(), 3);
  const Xapian::Query rare("n7");
  MatchPass pass(2, passed(), nullptr, true);
  match(pass, Xapian::Query(Xapian::Query::OP_OR, pass.watched(phrase), rare));
  EXPECT_TRUE(pass.cut());
}

TEST_F(MatchPassTest, WithoutADeadlineAPartStaysAsItIs) {
  const MatchPass pass(2, {}, nullptr, true);
  EXPECT_EQ(pass.watched(Xapian::Query("the")).get_description(), "Query(the)");
}

}  // namespace
}  // namespace broadsheet
