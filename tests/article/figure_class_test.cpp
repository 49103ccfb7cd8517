// Every class of figure, a few rows each in the words of news.
#include "figure_rows.h"

namespace broadsheet {
namespace {

TEST(ReadFigures, ReadsCurrenciesBySignCodeAndWord) {
  expect_figures(R"rows(
A$12 million ==> 12e6 AUD
NZ$40 ==> 40 NZD
S$3.5m ==> 35e5 SGD
NT$900 ==> 900 TWD
€1.2bn ==> 12e8 EUR
1.2 billion euros ==> 12e8 EUR
EUR 300 ==> 300 EUR
CHF 4.5 million ==> 45e5 CHF
SEK 60 ==> 60 SEK
40 million kronor ==> 4e7 SEK
900 yen ==> 900 JPY
6 trillion won ==> 6e12 KRW
₩9,000 ==> 9e3 KRW
2.4 billion yuan ==> 24e8 CNY
₽500 ==> 500 RUB
700 roubles ==> 700 RUB
₪25 ==> 25 ILS
300 rand ==> 300 ZAR
5 million pesos ==> 5e6 peso
10 Kuwaiti dinars ==> 10 KWD
QAR 3.50 ==> 3.5 QAR
15 lari ==> 15 GEL
mongolian tugrik 42 ==> 42 MNT
20 Bulgarian leva ==> 20 BGN
8 zł ==> 8 PLN
NIS 30 ==> 30 ILS
40 French francs ==> 40 FRF
a dollar a day ==> 1 USD per day
less than a euro ==> <1 EUR
a dollar bill ==>
80 baht ==> 80 THB
15 cents ==> 15 cent
a 40p stamp ==> 40 penny
12.5 pence ==> 12.5 penny
$1,250.75 ==> 1250.75 USD
$5-a-day pass ==> 5 USD per day
$60k ==> 6e4 USD
$2.1T ==> 21e11 USD
$0.03 ==> 0.03 USD
)rows");
}

TEST(ReadFigures, ReadsMeasuresInEveryDimension) {
  expect_figures(R"rows(
9.4 kilometres ==> 9.4 kilometre
a 26-mile course ==> 26 mile
12 nautical miles ==> 12 nautical mile
40 hectares ==> 40 hectare
3.2 million acres ==> 32e5 acre
14 square kilometres ==> 14 square kilometre
6 sq ft ==> 6 square foot
9 tonnes ==> 9 tonne
4 ounces ==> 4 ounce
250 mg ==> 250 milligram
18 litres ==> 18 litre
330ml ==> 330 millilitre
2 gallons ==> 2 gallon
90 kph ==> 90 kilometre per hour
15 knots ==> 15 knot
5.5 gigawatts ==> 5.5 gigawatt
300 kWh ==> 300 kilowatt hour
85 decibels ==> 85 decibel
240 volts ==> 240 volt
3.6 GHz ==> 3.6 gigahertz
5 terabytes ==> 5 terabyte
40 mpg ==> 40 mile per gallon
7 inches of snow ==> 7 inch [snow]
-12°C ==> -12 celsius
minus 40 degrees ==> -40 degree
104 degrees Fahrenheit ==> 104 fahrenheit
37.2C ==> 37.2 celsius
)rows");
}

TEST(ReadFigures, ReadsAgesAndTimes) {
  expect_figures(R"rows(
a nine-year-old girl ==> 9 year of age
a 6-month-old baby ==> 6 month of age
an 81-year-old ==> 81 year of age
children aged 5 to 11 ==> 5..11 year of age
She turned 70. ==> 70 year of age
more than thirty years old ==> >30 year of age
a three-day strike ==> 3 day
for six weeks ==> 6 week
90 minutes ==> 90 minute
1.5 seconds ==> 1.5 second
two and a half years ==> 2.5 year
nearly four decades ==> ~4 decade
40 milliseconds ==> 40 millisecond
)rows");
}

TEST(ReadFigures, ReadsSharesAndFractions) {
  expect_figures(R"rows(
0.3 percent ==> 0.3 percent
12pc ==> 12 percent
30-35% ==> 30..35 percent
between 3% and 4% ==> 3..4 percent
from 8 to 10 percent ==> 8..10 percent
1.5 percentage points ==> 1.5 percentage point
50bp ==> 50 basis point
three-quarters of the seats ==> 0.75 fraction [seat]
a third of voters ==> 0.3333333 fraction [voter]
nine out of ten ==> 0.9 fraction
one in three ==> 0.3333333 fraction
2 in 5 ==> 0.4 fraction
almost half ==> ~0.5 fraction
7/8 of an inch ==> 0.875 inch
)rows");
}

TEST(ReadFigures, ReadsBoundsInTheirWords) {
  expect_figures(R"rows(
upwards of 900 people ==> >900 people
no fewer than 12 boats ==> >=12 boat
as many as 300 homes ==> <=300 home
just under 40 percent ==> <40 percent
close to 70 stores ==> ~70 store
some 200 flights ==> ~200 flight
roughly $4 billion ==> ~4e9 USD
in excess of 5,000 tonnes ==> >5e3 tonne
fewer than two dozen ships ==> <24 ship
900-odd villagers ==> ~900 villager
a maximum of 30 guests ==> <=30 guest
20 or fewer pupils ==> <=20 pupil
barely 6 percent ==> ~6 percent
≥ 5 cases ==> >=5 case
<20 cases ==> <20 case
)rows");
}

TEST(ReadFigures, TakesNothingThatOnlyLooksLikeAFigure) {
  expect_figures(R"rows(
on 12 March ==>
the 4 July holiday ==>
since 1998 ==>
in the 1930s ==>
the summer of '69 ==>
at 9:45 p.m. ==>
at 6 o'clock ==>
at 0730 GMT ==>
the 3rd floor ==>
the twenty-first century ==>
a 3-0 defeat ==>
won 6-4, 7-5 ==>
Boeing 747 ==>
the A320 and B-52 ==>
Route 66 ==>
Windows 11 ==>
Apollo 13 ==>
Room 101 ==>
Catch-22 ==>
Channel 4 ==>
FTSE 100 ==>
the Group of Seven ==>
Flight 370 ==>
Chapter 11 ==>
Section Two of the act ==>
Matthew 5:9 ==>
ISBN 978-3-16-148410-0 ==>
192.168.0.1 ==>
+44 20 7946 0958 ==>
https://example.org/a/2024/11/5 ==>
me@example.org 24 ==>
3. Bring a coat. ==>
| 1 | 2 | ==>
v2.4.1 ==>
one another ==>
one day he left ==>
at one with it ==>
the one that got away ==>
a second thought ==>
)rows");
}

}  // namespace
}  // namespace broadsheet
