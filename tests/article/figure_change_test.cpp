// Figures that rise and fall: by, from and to, and the figures that share them.
#include "figure_rows.h"

namespace broadsheet {
namespace {

TEST(ReadFigures, ReadsTheEndsOfAChangeAsTwoFigures) {
  expect_figures(R"rows(
is raising its capital expenditures for 2025 from $75 billion to $85 billion ==> 75e9 USD up from 75e9 to 85e9; 85e9 USD up from 75e9 to 85e9
cut its staff from 9,000 to 5,000 people ==> 9e3 people down from 9e3 to 5e3; 5e3 people down from 9e3 to 5e3
Bitcoin fell from $36,040 to $34,935 ==> 36040 USD down from 36040 to 34935; 34935 USD down from 36040 to 34935
The mill cut its workforce from 1,300 to 800. ==> 1300 down from 1300 to 800; 800 down from 1300 to 800
Staff rose to 700 from 560. ==> 700 up from 560 to 700; 560 up from 560 to 700
Fares went up from £4 to £6 ==> 4 GBP up from 4 to 6; 6 GBP up from 4 to 6
Traffic grew from 5 to 8 million visits ==> 8e6 visit up from 5e6 to 8e6
The rate dropped from 6.1% in May to 5.8% ==> 6.1 percent down from 6.1 to 5.8; 5.8 percent down from 6.1 to 5.8
wages rose to £13.20 an hour from £11.80 ==> 13.2 GBP per hour up from 11.8 to 13.2; 11.8 GBP per hour up from 11.8 to 13.2
Output fell to 310,000 tonnes from 340,000 tonnes a year ago ==> 31e4 tonne down from 34e4 to 31e4; 34e4 tonne down from 34e4 to 31e4
prices range from $5 to $7 ==> 5..7 USD
growth of between 3 and 4 percent ==> 3..4 percent
)rows");
}

TEST(ReadFigures, ReadsTheStepAndWhereItLed) {
  expect_figures(R"rows(
shares fell 3.5p to 210p ==> 3.5 penny down by 3.5 to 210; 210 penny down by 3.5 to 210
the stock climbed 4.5% to 231p ==> 4.5 percent up by 4.5; 231 penny up to 231
the index climbed 0.42 per cent to close at 8,214.37 ==> 0.42 percent up by 0.42; 8214.37 up to 8214.37
rose 35% in 2021 to 2.6 million scooters ==> 35 percent up by 35; 26e5 scooter up to 26e5
The toll rose to 45. ==> 45 up to 45
Staff fell by 400 to 1,300. ==> 400 down by 400 to 1300; 1300 down by 400 to 1300
Sales fell 4% to $6 billion from $6.25 billion ==> 4 percent down by 4; 6e9 USD down from 625e7 to 6e9; 625e7 USD down from 625e7 to 6e9
Sales are seen rising by 5 to 7 percent ==> 5..7 percent up
the gauge was down 12 points at 4,310 ==> 12 point down by 12; 4310 down to 4310
The union added 900 jobs to 40 plants ==> 900 job; 40 plant
)rows");
}

TEST(ReadFigures, ReadsWhatAFigureCameFrom) {
  expect_figures(R"rows(
up from $100 a month ago ==> 100 USD up from 100
revenue of $70 billion, up from $64 billion ==> 7e10 USD up from 64e9; 64e9 USD up from 64e9
a margin of 12%, down from 14% in the spring ==> 12 percent down from 14; 14 percent down from 14
It has 340 stores, up from 290 ==> 340 store up from 290; 290 store up from 290
)rows");
}

}  // namespace
}  // namespace broadsheet
