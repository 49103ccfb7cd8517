// Which words of a question are its sources.
#include "searcher/question.h"

#include <gtest/gtest.h>

#include "article/outlets.h"
#include "schema/terms.h"
#include "searcher/parser.h"

namespace broadsheet {
namespace {

// "words that rank | what is liked"
std::string read(std::string_view text) {
  Query query = parse_query(text, std::nullopt);
  const KnownOutlet known = [](std::string_view name) {
    const std::string masthead = normalise_outlet(name);
    return masthead == "Reuters" || masthead == "Fortune" || masthead == "TechCrunch" ||
           masthead == "Quay Herald";
  };
  like_named_sources(text, known, query);
  std::string result;
  for (const Clause& clause : query.ranked) {
    if (!is_stop_word(clause.words.front())) result += clause.words.front() + " ";
  }
  result += "|";
  for (const Clause& clause : query.liked) result += " " + reading_of(clause);
  return result;
}

struct Row {
  const char* question;
  const char* reading;
};

constexpr Row rows[] = {
    {"Which port, reported by TechCrunch in March 2025, banned drones?",
     "port banned drones | outlet TechCrunch in 2025-03"},
    {"drones banned according to Reuters", "drones banned | outlet Reuters"},
    {"drones banned according to reuters", "drones banned | outlet reuters"},
    {"drones banned per Quay Herald", "drones banned | outlet Quay Herald"},
    {"Drohnen verboten laut Reuters", "drohnen verboten | outlet Reuters"},
    {"Does the Fortune article on ports mention drones?",
     "ports drones | outlet Fortune"},
    {"drones in articles from 'Reuters', Fortune and the Quay Herald",
     "drones | outlet Reuters outlet Fortune outlet Quay Herald"},
    {"the TechCrunch report on drones published on March 3, 2025",
     "drones | outlet TechCrunch on 2025-03-03"},
    {"the Reuters report of 2025-03-03 on drones",
     "drones | outlet Reuters on 2025-03-03"},
    // Said of, not said by.
    {"Reuters cuts jobs", "reuters cuts jobs |"},
    {"who owns Fortune", "owns fortune |"},
    {"a story of good fortune at sea", "story good fortune sea |"},
    {"the drone report", "drone report |"},
    {"the storm of March 3, 2025", "storm march 3 2025 |"},
    {"sales reported in 2025", "sales reported 2025 |"},
    // Nothing else to look for.
    {"articles from Reuters", "articles reuters |"},
    {"", "|"},
};

TEST(LikeNamedSources, TakesWhatStandsBesideWordsOfReporting) {
  for (const Row& row : rows) EXPECT_EQ(read(row.question), row.reading) << row.question;
}

TEST(LikeNamedSources, EndsOnLongAndOddText) {
  std::string many;
  for (int i = 0; i < 400; ++i) many += "reported by Reuters on \xFF May ";
  EXPECT_LT(read(many).size(), 12000U);
}

}  // namespace
}  // namespace broadsheet
