// Figures in sentences, as rows anybody can add: text ==> figures, parted by "; ".
#include "article/figure_reader.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "figure_rows.h"

namespace broadsheet {
namespace {

constexpr std::string_view figures = R"rows(
Meta Cuts 8K Jobs for AI Spending Surge ==> 8e3 job down by 8e3
Meta to lay off 8,000 employees ==> 8e3 employee
about 600 roles were cut ==> ~600 role
Meta Cuts 600 AI Roles to Tighten Strategy ==> 600 role [AI role] down by 600
revised upward to $45-50 billion, said Meta ==> 45e9..5e10 USD
$45 billion to $50 billion ==> 45e9..5e10 USD
between 5 and 7 million people ==> 5e6..7e6 people
from 5 to 7 million people ==> 5e6..7e6 people
5–7 million people ==> 5e6..7e6 people
$45bn—and rising ==> 45e9 USD
heavy AI spending-$14.3 billion-and signals ==> 143e8 USD
eight thousand jobs ==> 8e3 job
twenty-one people ==> 21 people
two hundred and fifty workers ==> 250 worker
two and a half million tonnes ==> 25e5 tonne
half a million people ==> 5e5 people
a dozen cars ==> 12 car
dozens of researchers ==> 12..120 researcher
tens of thousands of dollars ==> 1e4..1e5 USD
hundreds of millions of dollars ==> 1e8..1e9 USD
thousands of job cuts ==> 1e3..1e4 cut [job cut]
8k users ==> 8e3 user
8.5m users ==> 85e5 user
He is 1.8m tall ==> 1.8 metre
50bn euros ==> 5e10 EUR
5% of revenue ==> 5 percent [revenue]
fell 5 per cent ==> 5 percent down by 5
3 percentage points ==> 3 percentage point
25 basis points ==> 25 basis point
rates rose 0.25% points ==> 0.25 percentage point up by 0.25
half of the staff ==> 0.5 fraction [staff]
two-thirds of voters ==> 0.6666667 fraction [voter]
one in five people ==> 0.2 fraction [people]
3 out of 4 people ==> 0.75 fraction [people]
3 of every 4 people ==> 0.75 fraction [people]
2 1/2 miles ==> 2.5 mile
½ cup ==> 0.5 cup
$80 a barrel ==> 80 USD per barrel
40 hours per week ==> 40 hour per week
340,000 barrels a day ==> 34e4 barrel per day
two weeks per year of service ==> 2 week per year [service]
1.7 billion gallons of heating oil a year ==> 17e8 gallon per year [heating oil]
a 75-year-old man ==> 75 year of age
He was 60 years old ==> 60 year of age
16 weeks of base pay ==> 16 week [base pay]
a 12-18 month plan ==> 12..18 month
6- to 9-meter mast ==> 6..9 metre
three or four years ==> 3..4 year
more than 5,000 jobs ==> >5e3 job
at least 20 people ==> >=20 people
no more than 12 euros ==> <=12 EUR
up to 350 jobs ==> <=350 job
fewer than 100 cases ==> <100 case
nearly 600 roles ==> ~600 role
over $100 million ==> >1e8 USD
~45g each ==> ~45 gram
>30 cases ==> >30 case
8,000-plus jobs ==> >=8e3 job
5,000 or more people ==> >=5e3 people
5%+ ==> >=5 percent
$8 million or so ==> ~8e6 USD
US$3.2 million ==> 32e5 USD
C$300 million ==> 3e8 CAD
HK$20 ==> 20 HKD
R$5 million ==> 5e6 BRL
Rs 500 crore ==> 5e9 INR
Rs. 20 ==> 20 INR
₹5 lakh ==> 5e5 INR
£2.7m ==> 27e5 GBP
PS2.7m ==> 27e5 GBP
Y=28,030 ==> 28030 JPY
¥5 million ==> 5e6 JPY
20€ ==> 20 EUR
RM79 a month ==> 79 MYR per month
75 mln dlrs ==> 75e6 USD
12 Swiss francs ==> 12 CHF
13 dollars and 45 cents ==> 13.45 USD
361 million pounds ==> 361e6 GBP
a 25 pound weight ==> 25 pound-mass
21.5 degrees Celsius ==> 21.5 celsius
98.6°F ==> 98.6 fahrenheit
-3 degrees ==> -3 degree
down -5% ==> -5 percent
35 mph ==> 35 mile per hour
100 km/h ==> 100 kilometre per hour
60GB data cap ==> 60 gigabyte
23,000 metric tons of barley ==> 23e3 tonne [barley]
660 square meters ==> 660 square metre
640bhp ==> 640 brake horsepower
it costs from $5 to $7 to ride ==> 5..7 USD
up about 18 percent ==> ~18 percent up by 18
sales fell by 3 million ==> 3e6 down by 3e6
Dow +0.2% ==> 0.2 percent up by 0.2
revenue doubled ==> 2 time up
a threefold increase ==> 3 time
greater than 40 and smaller than 90 ==> 40..90
one proposal asks ==> 1 proposal
One accountable owner for research ==> 1 owner [accountable owner]
one of the biggest waves ==> 1 wave [biggest wave]
8 more picks ==> 8 pick
20 (kg) ==> 20 kilogram
24pc of it ==> 24 percent
a minus-5 yard average ==> -5 yard
$-50.8bn ==> -508e8 USD
from $350 to $6 million ==> 350..6e6 USD
12-page document ==> 12 page
eight straight games ==> 8 game [straight game]
2.9M online and printed copies ==> 29e5 copy [online and printed copy]
$7 million (about £5 million) ==> 7e6 USD; ~5e6 GBP
600 000 jobs ==> 6e5 job
12,34,567 rupees ==> 1234567 INR
)rows";

// What stands around lends these their unit, bound or change.
constexpr std::string_view figures_in_context = R"rows(
lost 240 points, or 0.9% ==> 240 point down by 240; 0.9 percent down by 0.9
5, 7 and 9 percent ==> 5 percent; 7 percent; 9 percent
more than 9.5 million Danish crowns (US$1.4 million) ==> >95e5 DKK; >14e5 USD
)rows";

constexpr std::string_view no_figures = R"rows(
a one-time charge and a two-way street ==>
Agent 007 is back ==>
Nov. 21 ==>
on March 7, 2019 ==>
Apr 24, 2026 ==>
24 April 2026 ==>
in 2026 ==>
for 2026 ==>
the 2018 horror film ==>
2022-26 ==>
from 2019 to 2021 ==>
at 10:30 am ==>
at 11 a.m. ==>
2pm ==>
the 21st century ==>
the 96th-minute winner ==>
won 2-1 ==>
a 2-2 draw ==>
555-1234-99 ==>
next-generation H200 and B200 clusters ==>
Llama 4 and GPT-5 and Gemini 2 ==>
| TPU v5p/v6 | Azure/H100/B200 | ==>
|---|---|---| ==>
the S&P 500 fell ==>
Fortune 500 companies ==>
iPhone 11 models ==>
'Year of Efficiency 2.0' ==>
Section 318 Row 14 ==>
1. Meta cuts roles ==>
2) Another item ==>
see https://example.com/2024/600-jobs now ==>
the 1990s ==>
24/7 ==>
9/11 ==>
COVID-19 cases ==>
version 1.2.3 ==>
๕๐๐ jobs and ๐ก8 ==>
5G phones ==>
no one knows ==>
this one is it ==>
the second half of the year ==>
)rows";

TEST(ReadFigures, ReadsValueUnitBoundAndChange) {
  expect_figures(figures);
}

TEST(ReadFigures, TakesUnitBoundAndChangeFromTheFigureNextToIt) {
  expect_figures(figures_in_context);
}

TEST(ReadFigures, TakesNoDatesYearsTimesScoresAndNames) {
  expect_figures(no_figures);
}

// What is found, printed and asked again must be the same figure.
TEST(ReadFigure, ReadsBackWhatWasFoundAsPrinted) {
  each_row(figures, [](std::string_view text, std::string_view) {
    for (const Figure& found : read_figures(text)) {
      const auto again = read_figure(found.span.in(text));
      ASSERT_TRUE(again) << found.span.in(text) << " in: " << text;
      EXPECT_EQ(again->low, found.low) << text;
      EXPECT_EQ(again->high, found.high) << text;
      EXPECT_EQ(again->unit, found.unit) << text;
    }
  });
}

TEST(ReadFigure, TakesTheWholeTextOrNothing) {
  constexpr std::string_view table = R"rows(
600 ==> 600
8K ==> 8e3
8k ==> 8e3
eight thousand ==> 8e3
2026 ==> 2026
$45-50 billion ==> 45e9..5e10 USD
more than 5,000 jobs ==> >5e3 job
5%+ ==> >=5 percent
  $3.2m ==> 32e5 USD
between 5 and 7 million ==> 5e6..7e6
600 roles at Meta ==>
H200 ==>
Nov. 21 ==>
10:30 ==>
1.2.3 ==>
1.200 ==> 1200
8.000 ==> 8e3
8.000 Stellen ==> 8e3 Stelle
2.500 emplois ==> 2500 emploi
1.234 ==> 1.234
4.250% ==> 4.25 percent
half an hour ==> 0.5 hour
at least twice ==> >=2 time
double ==> 2 time
double-digit ==> 10..99 percent
more than a third ==> >0.3333333 fraction
three quarters ==> 0.75 fraction
scores ==> 20..200
£20,000 per game per club ==> 2e4 GBP per game per club
20 cases per 100,000 per day ==> 20 case per 100,000 per day
over two years ==> >2 year
210 crimes per 100,000 ==> 210 crime per 100,000
jobs ==>
 ==>
$ ==>
99999999999999999999999999 ==>
)rows";
  each_row(table, [](std::string_view text, std::string_view expected) {
    const auto figure = read_figure(text);
    EXPECT_EQ(figure ? printed(*figure) : "", expected) << "in: " << text;
  });
}

TEST(ReadFigures, PointsAtTextAndSentence) {
  constexpr std::string_view text =
      "Calm first. Meta will cut about 600 AI roles in 2026.\n";
  const auto found = read_figures(text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].span.in(text), "about 600 AI roles");
  EXPECT_EQ(found[0].sentence.in(text), "Meta will cut about 600 AI roles in 2026.");
  EXPECT_EQ(found[0].of, "Meta");
  EXPECT_EQ(found[0].period, "2026");
  EXPECT_EQ(found[0].status, Status::planned);
}

TEST(ReadFigures, TakesNoVerbOfAHeadlineForAName) {
  const auto found = read_figures("Meta Cuts 8K Jobs");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].of, "Meta");
}

TEST(ReadFigures, TellsNothingItDoesNotKnow) {
  const auto found = read_figures("about 600 roles were cut");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_FALSE(found[0].of);
  EXPECT_FALSE(found[0].period);
  EXPECT_FALSE(found[0].status);
}

TEST(ReadFigures, SurvivesBrokenText) {
  for (const std::string_view text : {"\xE2\x82",
                                      "$",
                                      "$\xC2",
                                      "5\xE2\x80",
                                      "-",
                                      "$-",
                                      "5-",
                                      "5 to",
                                      "between 5 and",
                                      "a",
                                      "one in",
                                      "half",
                                      "\xFF\xFE 8\xA0",
                                      "1,",
                                      "1.",
                                      ".5",
                                      "%",
                                      "$5 a",
                                      "5 per",
                                      "U.S.$"}) {
    for (const Figure& figure : read_figures(text)) {
      EXPECT_LE(figure.span.end, text.size());
      EXPECT_TRUE(figure.low || figure.high);
    }
    read_figure(text);
  }
}

TEST(ReadFigures, TakesLinearTimeOnALineOfDigits) {
  EXPECT_TRUE(read_figures(std::string(2'000'000, '7')).empty());
  std::string list;
  for (int i = 0; i < 200'000; ++i) list += "7 ";
  EXPECT_TRUE(read_figures(list).empty());
}

TEST(PrintFigure, MakesOneLineForPeople) {
  const auto line = [](std::string_view text) {
    const auto figure = read_figure(text);
    return figure ? to_string(*figure) : "";
  };
  EXPECT_EQ(line("$45-50 billion"), "45-50 billion USD");
  EXPECT_EQ(line("more than 5,000 jobs"), "more than 5000 job");
  EXPECT_EQ(line("5%"), "5 percent");
  EXPECT_EQ(line("600 AI roles"), "600 AI role");
  EXPECT_EQ(line("$14.3 billion"), "14.3 billion USD");
}

TEST(PrintFigure, NamesGoThereAndBack) {
  for (const Bound bound : {Bound::exact, Bound::about, Bound::at_least, Bound::more_than,
                            Bound::at_most, Bound::less_than}) {
    EXPECT_EQ(bound_from(to_string(bound)), bound);
  }
  for (const Status status : {Status::said, Status::planned, Status::estimated,
                              Status::denied, Status::rumoured}) {
    EXPECT_EQ(status_from(to_string(status)), status);
  }
  EXPECT_EQ(direction_from("down"), Direction::down);
  EXPECT_FALSE(bound_from("rather more than"));
}

// Any end may be cut off: with the sanitizers this sees a look behind the last word.
TEST(ReadFigures, StandsTextsCutAnywhere) {
  constexpr std::string_view texts[] = {
      "8K~bs73", "A 2-litre, 120 hp engine, up from 90 hp in 2024, the maker said.",
      "Costs rose to between $45 and 50 billion from 40, or 5% to 7% a year (vs 3)."};
  for (const std::string_view text : texts) {
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
      for (const std::string_view part : {text.substr(cut), text.substr(0, cut)}) {
        for (const Figure& figure : read_figures(part)) {
          EXPECT_LE(figure.span.end, part.size()) << part;
        }
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet
