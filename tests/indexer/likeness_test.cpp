// Near-copies and what only looks like them, in pairs.
#include "indexer/likeness.h"

#include <string>

#include <gtest/gtest.h>

#include "article/analyse.h"
#include "indexer/clusters.h"
#include "indexer/sketching.h"

namespace broadsheet {
namespace {

const std::string yard =
    "Harbour Works said on Friday that it would cut 600 jobs in its drawing office, the "
    "third round of cuts since the spring. The yard in Rowan Bay has lost $12 million "
    "this year.\n\"We have looked at every other way,\" said the head of the yard, Ilse "
    "Brandt. Unions called for a meeting on Monday and said they had not been told.\nThe "
    "drawing office made plans for most of the ferries that cross the bay today. The "
    "yard will keep its docks and its apprentices.";

Sketch sketch_of(std::string text, std::string title = "Yard in Rowan Bay cuts jobs") {
  RawStory raw;
  raw.path = "a.txt";
  raw.title = std::move(title);
  raw.text = std::move(text);
  return make_sketch(analyse(std::move(raw)));
}

std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

std::string_view between(const Sketch& a, const Sketch& b) {
  return objection(compare(a, b), a, b);
}

TEST(NearCopies, AreTextsWithTheSameFigures) {
  const Sketch first = sketch_of(yard);
  EXPECT_EQ(between(first, sketch_of(yard, "Rowan Bay loses drawing office")), "");
  EXPECT_EQ(between(first, sketch_of("ROWAN BAY (Wire) - " + yard)), "");
  EXPECT_EQ(between(first, sketch_of(with(yard, "every other way", "all other ways"))),
            "");
  EXPECT_EQ(between(first, sketch_of(with(yard, "600 jobs", "six hundred jobs"))), "");
}

TEST(NearCopies, MayAddAParagraphWithFiguresOfItsOwn) {
  const std::string longer =
      yard + "\nThe town has 40,000 people and the yard is its largest employer.";
  EXPECT_EQ(between(sketch_of(yard), sketch_of(longer)), "");
  EXPECT_EQ(between(sketch_of(longer), sketch_of(yard)), "");
}

TEST(NearCopies, MayBeCutShort) {
  EXPECT_EQ(between(sketch_of(yard), sketch_of(yard.substr(0, yard.find("\nThe ")))), "");
}

TEST(NearCopies, NeverDifferInAFigure) {
  const Sketch first = sketch_of(yard);
  const std::pair<const char*, const char*> changes[] = {
      {"600 jobs", "8,000 jobs"},
      {"600 jobs", "700 jobs"},
      {"600 jobs", "about 600 jobs"},
      {"$12 million", "$13 million"},
      {"$12 million", "12 million euros"}};
  for (const auto& [from, to] : changes) {
    EXPECT_EQ(between(first, sketch_of(with(yard, from, to))), "figures") << to;
  }
}

TEST(NearCopies, CountAFigureAsOftenAsItStands) {
  const std::string update =
      with(yard, "600 jobs", "700 jobs") + " Earlier it had spoken of 600 jobs.";
  const std::string original = yard + " The 600 jobs are a tenth of all.";
  EXPECT_EQ(between(sketch_of(original), sketch_of(update)), "figures");
}

TEST(NearCopies, DifferWhereOnlyTheHeadlinesGiveFigures) {
  const std::string text = with(with(yard, "600 jobs", "jobs"), "$12 million", "money");
  EXPECT_EQ(between(sketch_of(text, "Yard cuts 600 jobs in Rowan Bay"),
                    sketch_of(text, "Yard cuts 8,000 jobs in Rowan Bay")),
            "figures");
}

const std::string forecast =
    "The sky over Northam stays clear for most of the night, and people in Northam can "
    "see the lights well after dark. Look to the north and away from the street lamps.\n"
    "The best places in Northam are the hills behind the old mill, where there is no "
    "light from the road. Take a warm coat, and a blanket for the little ones.\nLights "
    "like these come when wind from the sun meets the air far above the ground. Green "
    "is the most common colour of them all, and red is seen only now and then.";

TEST(NearCopies, AreNotTwoStoriesOfOneTemplate) {
  std::string other = forecast;
  for (std::size_t at = 0; (at = other.find("Northam", at)) != other.npos;)
    other.replace(at, 7, "Eastley");
  const Sketch a = sketch_of(forecast, "Lights over Northam tonight");
  const Sketch b = sketch_of(other, "Lights over Eastley tonight");
  EXPECT_GT(compare(a, b).refilled, 0u);
  EXPECT_FALSE(near_copies(a, b));
}

TEST(NearCopies, AreNotTheSameNoticeUnderOtherHeadlines) {
  const std::string notice =
      "We use small files to remember you. By going on you agree that we keep them on "
      "your machine, and that our partners do. You can change your mind at any time in "
      "the settings of this page, which are found at the foot of it, and read our terms.";
  EXPECT_EQ(between(sketch_of(notice, "Minister resigns over bridge"),
                    sketch_of(notice, "Zoo greets a panda")),
            "titles");
}

TEST(NearCopies, NeedMoreThanASentence) {
  EXPECT_EQ(between(sketch_of("The ferry was late again today, said its captain."),
                    sketch_of("The ferry was late again today, says its captain.")),
            "short");
  EXPECT_EQ(between(sketch_of("The ferry was late again today, said its captain."),
                    sketch_of("The ferry was late again today, said its captain.")),
            "");
}

TEST(Sketch, ComesBackFromItsBytes) {
  for (const std::string& text : {yard, std::string(), std::string("One word")}) {
    const Sketch sketch = sketch_of(text);
    EXPECT_EQ(decode_sketch(encode_sketch(sketch)), sketch);
  }
  const std::string bytes = encode_sketch(sketch_of(yard));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_sketch(bytes.substr(0, size))) << size;
  }
}

TEST(Clusters, GoByTheirFounder) {
  Clusters clusters;
  EXPECT_EQ(clusters.place("a", sketch_of(yard)), "a");
  EXPECT_EQ(clusters.place("b", sketch_of(forecast)), "b");
  EXPECT_EQ(clusters.place("c", sketch_of("Wire: " + yard)), "a");
  EXPECT_EQ(clusters.place("d", sketch_of(with(yard, "600", "700"))), "d");
}

// Each agrees with the founder, which has fewer figures than either.
TEST(Clusters, HoldNoTwoThatDifferInAFigure) {
  Clusters clusters;
  EXPECT_EQ(clusters.place("a", sketch_of(yard)), "a");
  EXPECT_EQ(clusters.place("b", sketch_of(yard + " It owes 30 million euros.")), "a");
  EXPECT_EQ(clusters.place("c", sketch_of(yard + " It owes 50 million euros.")), "c");
}

TEST(Clusters, KeepAStoryThatIsReadAgain) {
  Clusters clusters;
  clusters.place("a", sketch_of(yard));
  clusters.place("b", sketch_of(yard + " More is to come."));
  EXPECT_EQ(clusters.place("a", sketch_of(yard)), "a");
  EXPECT_EQ(clusters.place("b", sketch_of(yard + " More is to come.")), "a");
}

TEST(Clusters, OutliveAFounderThatHasBecomeAnotherStory) {
  Clusters clusters;
  clusters.place("a", sketch_of(yard));
  clusters.place("b", sketch_of(yard + " More is to come."));
  const std::string elsewhere = clusters.place("a", sketch_of(forecast));
  EXPECT_NE(elsewhere, "a");
  EXPECT_EQ(clusters.place("c", sketch_of(yard)), "a");
}

TEST(HashTable, SaysNothingOfWhatVeryManyShare) {
  HashTable table;
  const auto count = [&](std::uint32_t hash) {
    std::size_t found = 0;
    table.find(hash, [&](std::uint32_t) { ++found; });
    return found;
  };
  for (std::uint32_t i = 0; i < 20; ++i) table.add(7, i);
  EXPECT_EQ(count(7), 20u);
  for (std::uint32_t i = 20; i < 5000; ++i) table.add(7, i);
  EXPECT_EQ(count(7), 0u);
  for (std::uint32_t i = 0; i < 5000; ++i) table.add(1000 + i, i);
  EXPECT_EQ(count(1234), 1u);
  EXPECT_EQ(count(99), 0u);
}

}  // namespace
}  // namespace broadsheet
