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

TEST(ParseQuery, ReadsAsTheTableSays) {
  const Row rows[] = {
      {"", "all of them"},
      {"meta layoffs", "ranked by meta, layoffs"},
      {"\"internal morale\"", "the phrase \"internal morale\""},
      {"“internal morale” meta", "ranked by meta; the phrase \"internal morale\""},
      {"meta -rumour", "ranked by meta; without rumour"},
      {"meta NOT rumour", "ranked by meta; without rumour"},
      {"meta -\"rumour has it\"", "ranked by meta; without the phrase \"rumour has it\""},
      {"x AND b", "(x and b)"},
      {"x OR b c", "ranked by c; (x or b)"},
      {"x AND b OR c", "((x and b) or c)"},
      {"(x OR b) AND c", "((x or b) and c)"},
      {"x AND (b c)", "(x and (b or c))"},
      {"x -(b OR c)", "ranked by x; without (b or c)"},
      {"COUP AND RIOTS", "ranked by coup, riots"},
      {"outlet:\"BBC News\" meta", "ranked by meta; outlet BBC News"},
      {"outlet:unknown", "outlet unknown"},
      {"-outlet:reuters meta", "ranked by meta; without outlet reuters"},
      {"title:layoffs", "title with \"layoffs\""},
      {"date:2026", "in 2026"},
      {"date:2026-04", "in 2026-04"},
      {"date:2025-10..2026-04", "from 2025-10-01 to 2026-04-30"},
      {"since:2025-10", "since 2025-10-01"},
      {"before:2026", "before 2026-01-01"},
      {"date:unknown", "date unknown"},
      {"date:\"last month\"", "in 2026-10"},
      {"jobs>5000", "a figure above 5000 in one sentence with \"jobs\""},
      {"jobs>=5,000", "a figure of at least 5000 in one sentence with \"jobs\""},
      {"$40bn..50bn", "a figure within 40-50 billion USD"},
      {"\"capital expenditure\">$1bn",
       "a figure above 1 billion USD in one sentence with \"capital expenditure\""},
      {"$50bn..40bn", "a figure within 40-50 billion USD"},
      {"date:2026..2024", "from 2024-01-01 to 2026-12-31"},
      {"$40..50bn", "a figure within 40-50 billion USD"},
      {"$200m..400m", "a figure within 200-400 million USD"},
      {"2..5km", "a figure within 2-5 kilometre"},
      {"jobs > 5000", "a figure above 5000 in one sentence with \"jobs\""},
      {"=600 OR =8000", "(a figure of 600 or a figure of 8000)"},
      {"5%+", "a figure of at least 5 percent"},
      {"figure:>=8000 jobs", "a figure of at least 8000 in one sentence with \"jobs\""},
      {"capex:$45bn..",
       "a figure of at least 45 billion USD in one sentence with \"capex\""},
      {"600 roles", "ranked by 600, roles"},
      {"layoffs of more than 5,000 people",
       "ranked by layoffs, people; first by a figure above 5000 in one sentence with "
       "\"people\""},
      {"net below 5 mln", "ranked by net; first by a figure below 5 million"},
      {"assets above 30 billion dlrs",
       "ranked by assets; first by a figure above 30 billion USD"},
      {"growth between 5 and 7 percent",
       "ranked by growth; first by a figure within 5-7 percent"},
      {"unemployment under 10 percent",
       "ranked by unemployment; first by a figure below 10 percent"},
      {"two ships of 9,000 tonnes", "ranked by two, ships, 9000, tonnes"},
      {"to be or not to be", "ranked by to, be, or, not, to, be"},
      {"8,000 employees", "ranked by 8000, employees"},
      {"10:30 http://example.org/a", "ranked by 10, 30, http, example, org"},
      {"C++ & <script>", "ranked by c, script"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(reading_of(parse_query(row.query, now)), row.reading) << row.query;
  }
}

TEST(ParseQuery, RemarksOnWhatIsOddAndGoesOn) {
  const Row rows[] = {
      {"\"not closed", "the phrase \"not closed\""},
      {"(x b", "ranked by x, b"},
      {"x) b", "ranked by x, b"},
      {"x AND", "(x)"},
      {"OR x", "ranked by x"},
      {"nosuch:word x", "ranked by nosuch, word, x"},
      {"date:soon x", "ranked by soon, x"},
      {"figure:many x", "ranked by many, x"},
      {"x NOT", "ranked by x"},
      {"jobs>", "ranked by jobs"},
      {"outlet: x", "ranked by outlet, x"},
      {"layof*", "ranked by layof"},
      {"tax NEAR/5 cut", "ranked by tax, near, 5, cut"},
      {"x AND AND b", "(x and b)"},
  };
  for (const Row& row : rows) {
    const Query query = parse_query(row.query, now);
    EXPECT_EQ(reading_of(query), row.reading) << row.query;
    ASSERT_EQ(query.remarks.size(), 1u) << row.query;
    EXPECT_FALSE(query.remarks[0].message.empty());
    EXPECT_LE(query.remarks[0].span.end, std::string_view(row.query).size());
  }
}

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
    const Query figure = parse_query(row.figure, now);
    ASSERT_EQ(figure.figures.size(), 1u) << row.figure;
    EXPECT_EQ(satisfies(figure.figures[0], *condition), row.met)
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
