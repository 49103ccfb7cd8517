#include "searcher/parser.h"

#include <gtest/gtest.h>

#include "article/figure_reader.h"
#include "article/utf8.h"
#include "searcher/date_range.h"
#include "searcher/figure_condition.h"
#include "searcher/figure_rank.h"

namespace broadsheet {
namespace {

const Date now = *make_date(2026, 11, 22);

using Texts = std::vector<std::string>;

struct Row {
  const char* query;
  const char* reading;
};

TEST(ParseQuery, AQuotedPartOfALongQuestionRanks) {
  const Query query = parse_query(
      "Which of the companies named in the \"annual report\" cut the most jobs in that "
      "year?",
      now);
  EXPECT_TRUE(query.filters.empty());
}

TEST(ParseQuery, KeepsTheFiguresAmongTheWords) {
  const Query query = parse_query("layoffs 8,000 employees $45 billion", now);
  ASSERT_EQ(query.figures.size(), 2u);
  EXPECT_EQ(to_string(*query.figures[0].low), "8000");
  EXPECT_EQ(to_string(*query.figures[1].low), "45000000000");
  EXPECT_EQ(parse_query("600", now).figures.size(), 1u);
}

TEST(ParseQuery, TheNumberOfAComparisonDoesNotRankAsWell) {
  for (const char* query :
       {"jobs>5000", "jobs > 5000", "\"capital spending\">$1bn", "5%+",
        "figure:>=8000 jobs", "x OR (jobs>5000)", "-jobs>5000"}) {
    EXPECT_TRUE(parse_query(query, now).figures.empty()) << query;
  }
}

// A query is terser than prose, and a question says numbers that nobody asks for.
TEST(ParseQuery, ReadsNumbersAmongWordsAsTheyAreMeant) {
  const Row rows[] = {
      {"layoffs of more than 7,000 clerks",
       "ranked by layoffs, clerks; first by a figure above 7000 in one sentence with "
       "\"clerk\""},
      {"deposits above 20 billion dlrs",
       "ranked by deposits; first by a figure above 20 billion USD"},
      {"growth between 3 and 4 percent",
       "ranked by growth; first by a figure within 3-4 percent"},
      {"under 10 percent", "a figure below 10 percent"},
      {"between 5 and 7 million", "a figure within 5-7 million"},
      {"date:2026 under 10 percent", "in 2026; a figure below 10 percent"},
      {"profit at least twice", "ranked by profit; first by a figure of at least 2 time"},
      {"rating lower than 0.7 XYZ", "ranked by rating, xyz; first by a figure below 0.7"},
      {"ferry below QQQ 3.5bn",
       "ranked by ferry, qqq; first by a figure below 3.5 billion"},
      {"exactly 13 spoons", "ranked by 13, spoons"},
      {"600 roles", "ranked by 600, roles"},
      {"jobs>5000", "a figure above 5000 in one sentence with \"jobs\""},
      {"figure:>=8000 jobs", "a figure of at least 8000 in one sentence with \"jobs\""},
      {"capex:$45bn..",
       "a figure of at least 45 billion USD in one sentence with \"capex\""},
      {"wages>£12", "a figure above 12 GBP in one sentence with \"wages\""},
      {"millions of pupils", "ranked by millions, pupils"},
      {"one of two bridges", "ranked by one, two, bridges"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(reading_of(parse_query(row.query, now)), row.reading) << row.query;
}

TEST(ParseQuery, VagueAndSmallSpeltNumbersAskForNothing) {
  for (const char* query : {"millions of pupils", "hundreds of boats", "two bridges",
                            "dozens of ships on the river", "7", "room 12"}) {
    EXPECT_TRUE(parse_query(query, now).near.empty()) << query;
  }
  for (const char* query : {"32 bridges", "ferry under 7", "more than a million pupils"})
    EXPECT_EQ(parse_query(query, now).near.size(), 1u) << query;
}

TEST(ParseQuery, QuotesNoBrokenBytesInRemarks) {
  for (const std::string& text : {std::string("date:2025-10..2\x8B"
                                              "026-04"),
                                  std::string(4095, 'a') + "\xC3\xA9"}) {
    for (const Remark& remark : parse_query(text, make_date(2026, 4, 24)).remarks) {
      EXPECT_TRUE(is_valid_utf8(remark.message)) << remark.message;
      EXPECT_TRUE(is_valid_utf8(remark.suggestion.value_or("")));
    }
  }
}

TEST(ParseQuery, SurvivesHostileText) {
  std::string nested(3000, '(');
  EXPECT_NO_THROW(parse_query(nested, now));
  EXPECT_NO_THROW(parse_query(std::string(100000, '"'), now));
  EXPECT_NO_THROW(parse_query(std::string(5000, '-'), now));
  EXPECT_NO_THROW(parse_query("\xff\xfe \x80:\"\xc3", now));
  std::string operators;
  for (int i = 0; i < 2000; ++i) operators += "a OR NOT ";
  EXPECT_NO_THROW(parse_query(operators, now));
  std::string bytes;
  unsigned state = 1;
  for (int round = 0; round < 2000; ++round) {
    bytes.clear();
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525 + 1013904223;
      bytes += "()\"-:.<>=+$%5kaORND \xe2\x80\x9c"[(state >> 16) % 22];
    }
    EXPECT_NO_THROW(parse_query(bytes, now)) << bytes;
  }
}

TEST(ParseQuery, TellsOfHalfALetterInValidText) {
  const Query query = parse_query(
      "5c/\x82/\0d``\0'd \xb0"
      "C7]",
      now);
  EXPECT_TRUE(is_valid_utf8(tree_of(query)));
  EXPECT_TRUE(is_valid_utf8(reading_of(query)));
  EXPECT_TRUE(
      is_valid_utf8(tree_of(parse_query("5 \xb0"
                                        "C7]",
                                        now))));
}

struct DateRow {
  const char* text;
  const char* first;
  const char* last;
};

TEST(ReadDateRange, ReadsAsTheTableSays) {
  const DateRow rows[] = {
      {"2026", "2026-01-01", "2026-12-31"},
      {"2026-04", "2026-04-01", "2026-04-30"},
      {"2026-04-24", "2026-04-24", "2026-04-24"},
      {"april 2026", "2026-04-01", "2026-04-30"},
      {"q2 2026", "2026-04-01", "2026-06-30"},
      {"Q4 2025", "2025-10-01", "2025-12-31"},
      {"today", "2026-11-22", "2026-11-22"},
      {"yesterday", "2026-11-21", "2026-11-21"},
      {"this week", "2026-11-16", "2026-11-22"},
      {"last week", "2026-11-09", "2026-11-15"},
      {"last year", "2025-01-01", "2025-12-31"},
      {"last 30 days", "2026-10-24", "2026-11-22"},
      {"2025..2026-02", "2025-01-01", "2026-02-28"},
      {"2025 ... 2026-02", "2025-01-01", "2026-02-28"},
      {"2025-10 to 2026-04", "2025-10-01", "2026-04-30"},
      {"from may 2025 to june 2025", "2025-05-01", "2025-06-30"},
      {"2024-2025", "2024-01-01", "2025-12-31"},
      {"2010s", "2010-01-01", "2019-12-31"},
      {"h2 2025", "2025-07-01", "2025-12-31"},
      {"2025 q1", "2025-01-01", "2025-03-31"},
      {"2025q1", "2025-01-01", "2025-03-31"},
      {"third quarter of 2025", "2025-07-01", "2025-09-30"},
      {"second half of 2025", "2025-07-01", "2025-12-31"},
      {"q3", "2026-07-01", "2026-09-30"},
      {"this quarter", "2026-10-01", "2026-12-31"},
      {"last quarter", "2026-07-01", "2026-09-30"},
      {"past week", "2026-11-16", "2026-11-22"},
      {"past two weeks", "2026-11-09", "2026-11-22"},
      {"last 3 months", "2026-08-23", "2026-11-22"},
      {"last 2 years", "2024-11-23", "2026-11-22"},
      {"last 24 hours", "2026-11-21", "2026-11-22"},
      {"3 days ago", "2026-11-19", "2026-11-19"},
      {"2 weeks ago", "2026-11-02", "2026-11-08"},
      {"2 months ago", "2026-09-01", "2026-09-30"},
      {"2 years ago", "2024-01-01", "2024-12-31"},
      {"sunday", "2026-11-22", "2026-11-22"},
      {"last sunday", "2026-11-15", "2026-11-15"},
      {"monday", "2026-11-16", "2026-11-16"},
      {"april", "2026-04-01", "2026-04-30"},
      {"december", "2025-12-01", "2025-12-31"},
      {"24 april", "2026-04-24", "2026-04-24"},
      {"last december", "2025-12-01", "2025-12-31"},
      {"last month..yesterday", "2026-10-01", "2026-11-21"},
  };
  for (const DateRow& row : rows) {
    const auto range = read_date_range(row.text, now);
    ASSERT_TRUE(range) << row.text;
    EXPECT_EQ(to_string(date_of_day(range->first)), row.first) << row.text;
    EXPECT_EQ(to_string(date_of_day(range->last)), row.last) << row.text;
  }
  EXPECT_FALSE(read_date_range("soon", now));
  EXPECT_FALSE(read_date_range("..", now));
  EXPECT_FALSE(read_date_range("q5 2026", now));
  EXPECT_FALSE(read_date_range("yesterday", std::nullopt));
  for (const char* text :
       {"", " ", "soon", "last", "last 0 days", "h3 2026", "2026q", "13 days",
        "last 99999999999 days", "2015s", "5", "soon..2026", "2026..soon", "next week"})
    EXPECT_FALSE(read_date_range(text, now)) << text;
}

struct Condition {
  const char* condition;
  const char* figure;
  bool met;
};

struct Sureness {
  const char* condition;
  const char* figure;
  Match match;
};

TEST(MatchValues, TellsWhatIsSureFromWhatIsPossible) {
  const Sureness rows[] = {
      {">4000", "more than 5,000", Match::surely},
      {">5000", "more than 5,000", Match::surely},
      {">6000", "more than 5,000", Match::possibly},
      {">12000", "more than 5,000", Match::no},
      {"<5000", "more than 5,000", Match::no},
      {"<=700", "up to 600", Match::surely},
      {">500", "up to 600", Match::possibly},
      {">700", "up to 600", Match::no},
      {"$47bn..", "$45-50 billion", Match::possibly},
      {"$44bn..", "$45-50 billion", Match::surely},
      {"600", "about 600", Match::surely},
      {"5000", "more than 5,000", Match::possibly},
      {"8K", "eight thousand", Match::surely},
      {">500kg", "2 tonnes", Match::surely},
      {"<90min", "2 hours", Match::no},
  };
  for (const Sureness& row : rows) {
    const auto condition = read_figure_condition(row.condition);
    const auto figure = read_figure(row.figure);
    ASSERT_TRUE(condition && figure) << row.condition << " " << row.figure;
    EXPECT_EQ(match_values(*figure, *condition), row.match)
        << row.figure << " " << row.condition;
  }
}

struct Nearness {
  const char* query;
  const char* near;
  const char* far;
};

TEST(FigureCloseness, PutsTheNearerFigureFirst) {
  const Nearness rows[] = {
      {"above 5,000 jobs", "7,000 jobs", "4,000 jobs"},
      {"above 5,000 jobs", "7,000 jobs", "7,000 cars"},
      {"above 6,000 jobs", "7,000 jobs", "more than 5,000 jobs"},
      {"600 roles", "600 roles", "about 600 roles"},
      {"600 roles", "580 roles", "450 roles"},
      {"600 roles", "450 roles", "250 roles"},
      {"bread under 30 cents", "$0.25", "$25"},
      {"sales over $3bn", "$4bn", "4bn euros"},
      {"sales over $3bn", "$4bn", "4bn"},
      {"beam of more than 500 kg", "600 kg", "3 tonnes"},
  };
  Stemmer stem;
  for (const Nearness& row : rows) {
    const Query query = parse_query(row.query, now);
    const auto near = read_figure(row.near);
    const auto far = read_figure(row.far);
    ASSERT_TRUE(query.near.size() == 1 && near && far) << row.query;
    EXPECT_GT(figure_closeness(*near, query.near[0], stem),
              figure_closeness(*far, query.near[0], stem))
        << row.query << ": " << row.near << ", " << row.far;
  }
}

TEST(Satisfies, HonoursBoundsRangesAndUnits) {
  const Condition rows[] = {
      {">5000", "8,000 jobs", true},
      {">8000", "8,000 jobs", false},
      {">=8000", "8K jobs", true},
      {"<600", "about 600 roles", false},
      {"<=600", "600 roles", true},
      {"=600", "600 roles", true},
      {"$40bn..50bn", "$45-50 billion", true},
      {"$51bn..", "$45-50 billion", false},
      {"$40bn..50bn", "45 billion euros", false},
      {"5%+", "7 percent", true},
      {"5%+", "7 jobs", false},
      {">4000", "more than 5,000", true},
      {">5000", "more than 5,000", true},
      {">5000", "at least 5,000", true},
      {">6000", "more than 5,000", true},
      {">12000", "more than 5,000", false},
      {"<4000", "more than 5,000", false},
      {">250kg", "3 tonnes", true},
      {"<2km", "1 mile", true},
      {">4000kg", "3 tonnes", false},
      {">5000", "$167.7bn", false},
      {">5000", "8,000 percent", false},
  };
  for (const Condition& row : rows) {
    const auto condition = read_figure_condition(row.condition);
    ASSERT_TRUE(condition) << row.condition;
    const auto figure = read_figure(row.figure);
    ASSERT_TRUE(figure) << row.figure;
    EXPECT_EQ(satisfies(*figure, *condition), row.met)
        << row.figure << " " << row.condition;
  }
}

TEST(MatchFigure, TellsSureFromPossible) {
  struct SureRow {
    const char* condition;
    const char* figure;
    Match match;
  };
  const SureRow rows[] = {
      {">4000", "more than 5,000 jobs", Match::surely},
      {">6000", "more than 5,000 jobs", Match::possibly},
      {">590", "about 600 jobs", Match::possibly},
      {">400", "about 600 jobs", Match::surely},
      {">$47bn", "$45-50 billion", Match::possibly},
      {">£12", "£12.90 an hour", Match::surely},
      {">£12 an hour", "£12.90 an hour", Match::surely},
      {">£12 an hour", "£12.90", Match::no},
      {">£12", "$12.90 an hour", Match::no},
      {">£12", "90p an hour", Match::no},
  };
  for (const SureRow& row : rows) {
    const auto condition = read_figure_condition(row.condition);
    const auto figure = read_figure(row.figure);
    ASSERT_TRUE(condition && figure) << row.condition << " " << row.figure;
    EXPECT_EQ(match_figure(*figure, *condition), row.match)
        << row.figure << " " << row.condition;
  }
}

TEST(FiguresMeeting, PreferTheFigureThatCountsTheThing) {
  Stemmer stem;
  const auto condition = read_named_condition("jobs>5000");
  const auto met = [&](std::string_view text) {
    const auto figures = read_figures(text);
    std::vector<std::string> printed;
    for (const std::size_t i : figures_meeting(figures, *condition, stem)) {
      printed.emplace_back(figures[i].span.in(text));
    }
    return printed;
  };
  EXPECT_EQ(met("Sales of 9,000 cars pay for 8,000 jobs."), Texts{"8,000 jobs"});
  EXPECT_EQ(met("Sales of 9,000 cars pay for 600 jobs."), Texts{});
  EXPECT_EQ(met("Of the jobs, 7,500 will go."), Texts{"7,500"});
}

}  // namespace
}  // namespace broadsheet
