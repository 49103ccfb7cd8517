// Figures as news pages print them: what reading pages by eye showed to go wrong once.
#include "figure_rows.h"

namespace broadsheet {
namespace {

TEST(ReadFigures, ReadsPartsOfUnits) {
  expect_figures(R"rows(
half an hour ==> 0.5 hour
a quarter of a mile ==> 0.25 mile
a third of an acre ==> 0.3333333 acre
half a percentage point ==> 0.5 percentage point
rates rose a quarter of a percentage point ==> 0.25 percentage point [rates] up by 0.25
a half-mile walk ==> 0.5 mile
a half-hour show ==> 0.5 hour
a quarter-point cut ==> 0.25 point
half-year profits ==>
two thirds reporting it ==> 0.6666667 fraction
two quarters of growth ==> 2 quarter
three-quarters of an inch ==> 0.75 inch
the better half. ==>
)rows");
}

TEST(ReadFigures, ReadsMultiplesInWords) {
  expect_figures(R"rows(
at least twice as many ==> >=2 time
twice the size of the old one ==> 2 time
more than double the number of cases ==> >2 time
nearly triple its output ==> ~3 time
the fleet is expected to double by spring ==> 2 time up
doubling the fee ==> 2 time up
grew more than fivefold ==> >5 time up by 5
they met twice this year ==>
twice a week ==>
a double-decker bus ==>
the double murder ==>
He doubled down on it ==>
it doubled as a school ==>
)rows");
}

TEST(ReadFigures, ReadsAPartOfACountedWhole) {
  expect_figures(R"rows(
laid off 310 of its 1,700 staff ==> 310 staff; 1700 staff
won 19 of her last 24 matches ==> 19 match; 24 match
12 of the 40 shops ==> 12 shop; 40 shop
A 9-story block fell and killed at least 37. ==> 9 story; >=37
better by a factor of 3.5 than two doses ==> 3.5; 2 dose
45 and 50 cases ==> 45 case; 50 case
killed 9 and 14 people ==> 9 people; 14 people
She is 25 and 3 children live with her ==> 25 year of age; 3 child
half of its 900 flats ==> 0.5 fraction [900 flats]; 900 flat
)rows");
}

TEST(ReadFigures, ReadsRatesOverANumber) {
  expect_figures(R"rows(
210 violent crimes per 100,000 residents ==> 210 crime per 100,000 [violent crime per 100,000]
9 deaths per 1,000 births ==> 9 death per 1,000
the rate was 31.4 per 100,000 ==> 31.4
£12.90 an hour ==> 12.9 GBP per hour
3 litres per 100 km ==> 3 litre per 100
)rows");
}

TEST(ReadFigures, TakesASpanOfTimeForNoBound) {
  expect_figures(R"rows(
spend $45bn over two years ==> 45e9 USD; 2 year
Over three months, it lost 4 percent ==> 3 month; 4 percent down by 4
stayed for over two years ==> >2 year
it lasted over three hours in all ==> >3 hour
just over two years ago ==> >2 year
over 40 years old ==> >40 year of age
over 300 flats ==> >300 flat
up to a $3,000 credit ==> <=3e3 USD
more than a 10% drop ==> >10 percent
a film about a 12-year-old girl ==> 12 year of age
)rows");
}

TEST(ReadFigures, CountsThingsWhoseNamesHaveDigits) {
  expect_figures(R"rows(
thousands of Covid-19 tests ==> 1e3..1e4 test [Covid-19 test]
12 F-16 jets ==> 12 jet [F-16 jet]
30 Boeing 737 planes ==> 30 plane [Boeing 737 plane]
three police forces ==> 3 force [police force]
five staff members ==> 5 member [staff member]
400 police ==> 400 police
)rows");
}

TEST(ReadFigures, ReadsAGluedLetterByWhatFollows) {
  expect_figures(R"rows(
The fund is 4m short. ==> 4e6
3m people ==> 3e6 people
2m more visitors ==> 2e6 visitor
£3m short ==> 3e6 GBP
a leader at 3M. ==>
a wall 3m high ==> 3 metre
fell 30m down a cliff ==> 30 metre down by 30
1.5m away ==> 1.5 metre
)rows");
}

TEST(ReadFigures, TakesNoVerbOfOtherMeaningForAChange) {
  expect_figures(R"rows(
racked up 40 points ==> 40 point
ended up with 12 seats ==> 12 seat
closed up 3% ==> 3 percent up by 3
hiked 6 miles ==> 6 mile
clean up 300 miles of road ==> 300 mile [road]
held up five banks ==> 5 bank
the soaring 20-foot sign ==> 20 foot
hiked the price 6% ==> 6 percent
lower than the 7% limit ==> 7 percent
caps increases at 5% ==> 5 percent
rose at least 5% ==> >=5 percent up by 5
the price dropped two days later ==> 2 day
)rows");
}

TEST(ReadFigures, TakesNoAddressesAndTelephonesForFigures) {
  expect_figures(R"rows(
16 Elm St., Dover ==>
720 Kings Highway ==>
1400 Old Mill Road ==>
call (302) 555-0142 ==>
1-800-555-0199 ==>
made 911 calls ==>
the 999 operator ==>
the Hot 100 songs ==>
Top 40 hits ==>
the under-19 team ==>
the 35-69 Nationals squad ==>
they went to Six Flags today ==>
a series from 1850 to 2500 ==>
He is 6'2" tall ==>
)rows");
}

TEST(ReadFigures, CountsTheNounsOfOtherLanguages) {
  expect_figures(R"rows(
Das Unternehmen streicht 9.000 Stellen und 200 neue Arbeitsplätze für den Standort. ==> 9e3 Stelle; 200 Arbeitsplatz
Die Firma und der Verband haben 1,2 Millionen Kunden ==> 12e5 Kunde
Le groupe va supprimer 9 000 emplois et 200 postes dans le pays. ==> 9e3 emploi; 200 poste
La ville compte 1,4 million de personnes pour les élections ==> 14e5 personne
La empresa despide a 9.000 empleados y a 200 trabajadores en el país. ==> 9e3 empleado; 200 trabajador
Il gruppo taglia 2.500 posti nel paese e non sono previsti altri 300 dipendenti ==> 2500 posto; 300 dipendente
O grupo vai cortar 3.000 empregos em Lisboa e não há mais de 400 trabalhadores ==> 3e3 emprego; 400 trabalhador
Het bedrijf schrapt 2.000 banen en een deel van de 600 medewerkers is niet blij ==> 2e3 baan; 600 medewerker
)rows");
}

}  // namespace
}  // namespace broadsheet
