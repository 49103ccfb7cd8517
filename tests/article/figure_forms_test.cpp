// Ways to write numbers, units and what they share, as rows anybody can add: text ==>
// each figure in one line for people, parted by "; ".
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "article/figure_reader.h"
#include "tests/article/figure_rows.h"

namespace broadsheet {
namespace {

std::string lines_of(std::string_view text) {
  std::string out;
  for (const Figure& figure : read_figures(text)) {
    if (!out.empty()) out += "; ";
    out += to_string(figure);
  }
  return out;
}

void expect_rows(std::string_view table) {
  each_row(table, [](std::string_view text, std::string_view expected) {
    EXPECT_EQ(lines_of(text), expected) << "in: " << text;
  });
}

TEST(ReadFigures, ReadsPowersAndSpokenDecimals) {
  expect_rows(R"rows(
a mass of 3.1×10−4 grams ==> 0.00031 gram
4 x 10^6 cells ==> 4 million cell
7x10^6 cells ==> 7 million cell
a sector of 4x2^10 bytes ==> 4096 byte
3 × 2^20 bits ==> 3145728 bit
seven point two percent ==> 7.2 percent
two point zero five metres ==> 2.05 metre
from 3 point 5 to four point one percent ==> 3.5-4.1 percent
one thousand and six hundred euros ==> 1600 EUR
quarter million dollars ==> 250000 USD
a quarter of a million people ==> 250000 people
more than half people stayed ==> more than 0.5 fraction
almost half ==> about 0.5 fraction
about 30~70 ==> about 30-70
1⁄16 of a mile ==> 0.0625 mile
1/8 of a US gallon ==> 0.125 gallon
three million two hundred ==> 3000200
)rows");
}

TEST(ReadFigures, ReadsMoneyInAllItsWords) {
  expect_rows(R"rows(
19 dollars 25 ==> 19.25 USD
thirty euros and 40 ==> 30.4 EUR
seven pounds and 5 pence ==> 7.05 GBP
19 dollars and 25 people ==> 19 USD; 25 people
ringgit 37 ==> 37 MYR
Malaysian ringgit 37 ==> 37 MYR
Euro 2028 tickets ==>
the Bucks 98, the Heat 91 ==>
60 USD million ==> 60 million USD
45 MSEK ==> 45 million SEK
MEUR 12.5 ==> 12.5 million EUR
$US210 million ==> 210 million USD
between $US20 million and $US30 million ==> 20-30 million USD
AU $49 a month ==> 49 AUD per month
NZ $12 ==> 12 NZD
rose 12 sen ==> 12 sen
fined 700 pounds ==> 700 GBP
a 700 pound bear ==> 700 pound-mass
£40 and 30 pounds a week ==> 40 GBP; 30 GBP per week
lost 9 pounds ==> 9 pound-mass
raised $5 million from investors ==> 5 million USD
)rows");
}

TEST(ReadFigures, ReadsUnitsOfSeveralParts) {
  expect_rows(R"rows(
30 J/m^2 per day ==> 30 joule per square metre per day
35 per person per night at $35 per person per night ==> 35 USD per person per night
7 million 330ml cans ==> 7 million can; 330 millilitre
a 20 - year bond ==> 20 year
one of the town's oldest bridges ==> 1 oldest bridge
three of Elm Street's shops ==> 3 shop
said that one of the lifts fell ==> 1 lift
8.3m combined print and online readers ==> 8.3 million combined print and online reader
12m of its phones ==> 12 million phone
stood 12m from the wall ==> 12 metre
the shares lost 7 p to 310 p ==> 7 penny; 310 penny
a 6 W lamp ==> 6 watt
420 kt ==> 420 knot
(1.4 WAR) ==> 1.4 WAR
from $60 per barrel to $52 ==> 52-60 USD per barrel
)rows");
}

TEST(ReadFigures, LendsUnitsToNumbersNextToThem) {
  expect_rows(R"rows(
sold 320 flats by lottery and 145 by tender ==> 320 flat; 145 flat
Some 60 cars were taken this year compared with 41 last year ==> about 60 car; 41 car
2.1 million homes including 1.3 million in the north ==> 2.1 million home; 1.3 million home
raised 90 million of the 300 million euros it needs ==> 90 million EUR; 300 million EUR
12 points and 3,000 in debt ==> 12 point; 3000
on May 5 and 6 ==>
The answer is 57. ==> 57
an average of 1700. ==> 1700
is equal to 70 or less ==> at most 70
He is 44. ==> 44 year of age
a boy aged 9 ==> 9 year of age
women aged 20 to 29 ==> 20-29 year of age
at the age of 61 ==> 61 year of age
He was one of them. ==>
Life expectancy for men rose to 77.4. ==> 77.4 year of age
the median age is about 38. ==> about 38 year of age
had 31 thefts, compared with an average of 24 per week until then ==> 31 theft; 24 theft per week
traded at 141.20 against the dollar ==> 141.2
at 7.30 on Friday ==>
BX.2.1 is a strain ==>
Python 3.11 ==>
revenue of $70 billion, up from $64 billion ==> 70 billion USD; 64 billion USD
it makes up 30 percent ==> 30 percent
)rows");
}

TEST(ReadFigures, ReadsVagueDigitsOfPercentages) {
  expect_rows(R"rows(
low-single-digit growth ==> 1-3 percent
a mid-single-digit percentage increase ==> 4-6 percent
high single digit percent ==> 7-9 percent
double-digit growth ==> 10-99 percent
double-digit wins ==>
)rows");
}

TEST(ReadFigures, ReadsNumbersOfOtherLanguages) {
  expect_rows(R"rows(
Der Umsatz stieg um 4,5 Milliarden Euro auf 30.000 Euro ==> 4.5 billion EUR; 30000 EUR
Das sind 1.250,75 Euro und 3,125 Prozent ==> 1250.75 EUR; 3.125 percent
Die Firma hat für den Umbau mit 3 für den Standort nicht geplant ==>
Le groupe a perdu 6 millions d'euros, soit 8,5 % des ventes ==> 6 million EUR; 8.5 percent
El gobierno gastó 2.700 millones de dólares en los 4 años ==> 2.7 billion USD; 4 year
Выручка за год выросла до 7 млрд рублей и 1,5 млн долларов ==> 7 billion RUB; 1.5 million USD
a price of 40.000 Euro ==> 40000 EUR
a lap of 3.125 seconds ==> 3.125 second
Plus, 8,000 jobs ==> 8000 job
1.234.567 units ==> 1234567 unit
12,34,567 rupees and 2 lakh crore rupees ==> 1234567 INR; 2 trillion INR
)rows");
}

}  // namespace
}  // namespace broadsheet
