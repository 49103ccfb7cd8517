// The word lists behind find_lexeme, one string per class, and the hash table over them.
#include "article/figure_lexicon.h"

#include <array>
#include <cstddef>
#include <vector>

#include "article/currencies.h"
#include "article/word_list.h"

namespace broadsheet {
namespace {

struct WordList {
  std::uint32_t classes;
  std::string_view words;  // parted by spaces
};

constexpr auto lists = std::to_array<WordList>({
    {month,
     "january jan february feb march mar april apr may june jun july jul august aug "
     "september sep sept october oct november nov december dec"},
    {weekday,
     "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur "
     "thurs fri sat sun"},
    {clock, "am pm a.m p.m a.m. p.m. gmt utc bst est edt pst pdt cet cest o'clock"},
    {ordinal,
     "first second third fourth fifth sixth seventh eighth ninth tenth last next past "
     "previous final"},
    {stop | determiner,
     "the a an this that these those its their his her our your my each every any some "
     "no "
     "another such both all"},
    {stop,
     "of in on at by for from with to into onto over under about after before between "
     "through during since until till within without against across around behind beyond "
     "among amid per via than as like despite except near off out up down away ago apart "
     "and or but nor so yet if when while where which who whom whose what why how "
     "because "
     "although though unless whether "
     "is are was were be been being am has have had having do does did will would can "
     "could "
     "may might must shall should not n't "
     "it he she they we i you him them us me itself himself herself themselves "
     "there here then now today yesterday tomorrow tonight also too just only even still "
     "already again later earlier soon ever never often always else instead together "
     "respectively annually alone once "
     "said says say saying told tells added adds according reported reports announced "
     "rose fell gained lost climbed slipped jumped dropped grew made took came went gave "
     "got found won killed died left ran set put left held paid bought sold needed "
     "required "
     "remained became began led according including compared versus vs plus minus "
     "based given affected involved involves include includes means seems appears "
     "scored played finished posted ended closed remain make makes take takes come comes "
     "took goes gets get go say see saw know want think used using making taking being "
     "available apiece altogether overall so-called following lower higher wide deep "
     "tall "
     "high long old right left worth due"},
    {plan,
     "expects expected expect plans plan planned planning intends intend aims targets "
     "targeting forecasts forecast guidance will projects projected "
     "anticipates considering proposed"},
    {estimate, "estimated estimates estimate estimating"},
    {rumour, "reportedly rumored rumoured rumors rumours allegedly speculation"},
    {denial, "denied denies deny denying"},
    {filler,
     "only just by another further sharply slightly modestly steadily about around "
     "nearly "
     "almost some roughly approximately over more than less under at least most much as "
     "many up to an a additional the full whopping mere about well even roughly "
     "estimated still again back sequentially"},
    {rise,
     "rose rise rises risen rising up gain gains gained gaining increase increases "
     "increased "
     "increasing jump jumps jumped jumping climb climbs climbed climbing grew grow grows "
     "grown growing soar soars soared soaring surge surges surged surging advance "
     "advances "
     "advanced advancing rally rallied rallies raise raises raised raising hike hiked "
     "hikes "
     "leap leapt leaped rebounded rebound swelled expanded accelerated "
     "boosted spiked skyrocketed ticked edged"},
    {fall,
     "fell fall falls fallen falling down drop drops dropped dropping decline declines "
     "declined declining decrease decreases decreased decreasing lose loses lost losing "
     "shed sheds slump slumped slumps slid slide slides sliding slipped slip slips sank "
     "narrow narrowed narrows narrowing shorten shortened "
     "sink "
     "sinks sunk sinking tumble tumbled tumbles tumbling plunge plunged plunges plunging "
     "plummet plummeted plummets shrank shrunk shrink shrinks dipped dip dips cut cuts "
     "cutting reduce reduced reduces reducing lowered lower slashed slash slashes "
     "trimmed "
     "eased dived crashed contracted weakened"},
    {label,
     "section part chapter article row page game week day round level type class grade "
     "group "
     "stage phase route highway interstate room gate terminal flight channel area "
     "district "
     "ward zone block lot unit suite floor no number nos no. figure table volume vol "
     "issue "
     "episode season act title step rule clause item question version model series mark "
     "mk "
     "fortune ftse s&p dax cac nikkei russell nasdaq stoxx asx topix formula windows "
     "galaxy "
     "pixel playstation xbox iphone ipad ios android macos llama gemini gpt gpt- claude "
     "core ryzen snapdragon boeing airbus apollo falcon planet big group euro quarter "
     "covid opec brexit rtx gtx bluetooth usb wi-fi wifi proposition prop title "
     "super hot top category cat psalm genesis matthew mark luke verse schedule annex "
     "appendix "
     "sgt pga studio catch pac gen generation hall pier exit line"},
    {plural_noun,
     "people men women children feet teeth mice lives staff police aircraft species fish "
     "cattle sheep personnel crew offspring media alumni phenomena criteria data "
     "livestock "
     "spacecraft poultry folk troops wives halves thieves knives shelves leaves wolves "
     "policemen servicemen firefighters gunmen militiamen businesspeople salespeople "
     "spokespeople fishermen businessmen congressmen lawmakers headquarters"},
    {singular_s,
     "us is was has does this its his hers ours yours theirs as yes thus perhaps always "
     "afterwards besides towards news gas bus plus minus versus across unless less "
     "politics economics physics mathematics previous various serious numerous famous "
     "religious dangerous campus virus status bonus focus crisis basis analysis tennis "
     "chaos oasis diagnosis lens las los texas paris christmas mass gross loss business"},
    {modifier_s,
     "sports sales arms systems operations services communications savings "
     "news goods customs honours rights claims graphics police staff media data crew"},
    {per_what,
     "share barrel bushel day week month year hour minute second night gallon litre "
     "liter kg "
     "kilogram kilo ton tonne ounce pound head person people unit ticket game metre "
     "meter "
     "kilometre kilometer mile yard foot litre employee customer student user capita "
     "annum "
     "quarter decade season pop piece bottle copy vote household seat vehicle car worker "
     "child family patient night pint acre hectare gram lb oz mwh kwh mmbtu bbl kw mw gb "
     "million thousand hundred room session visit hr sec min sq square cubic shift"},
    {attribute,
     "page seat bed room car man woman person member point stage step speed door story "
     "storey inning way hour bedroom bathroom run goal set part team game yard wheel "
     "track "
     "lane core star course minute mile player cylinder passenger vote word delegate "
     "student worker employee calorie song"},
    {extent,
     "tall long wide high deep away thick apart above below from x race sprint "
     "freestyle butterfly hurdles backstop dash telescope"},
    {span_word,
     "quarter year half month week decade fiscal period season summer winter spring "
     "autumn fall"},
    {price,
     "cost costs costing pay pays paid paying price prices priced fine fined fines worth "
     "spend spends spent spending earn earns earned charge charged charges salary wage "
     "wages fee fees bill bills rent rents debt tax cash money sell sells sold buy buys "
     "bought stake revenue profit turnover loan bonus donated donation awarded "
     "compensation budget funding"},
});

struct NumberWord {
  std::string_view word;
  std::uint32_t classes;
  int value;
  int exponent;
};

constexpr auto number_words = std::to_array<NumberWord>({
    {"zero", cardinal, 0, 0},
    {"one", cardinal, 1, 0},
    {"two", cardinal, 2, 0},
    {"three", cardinal, 3, 0},
    {"four", cardinal, 4, 0},
    {"five", cardinal, 5, 0},
    {"six", cardinal, 6, 0},
    {"seven", cardinal, 7, 0},
    {"eight", cardinal, 8, 0},
    {"nine", cardinal, 9, 0},
    {"ten", cardinal, 10, 0},
    {"eleven", cardinal, 11, 0},
    {"twelve", cardinal, 12, 0},
    {"thirteen", cardinal, 13, 0},
    {"fourteen", cardinal, 14, 0},
    {"fifteen", cardinal, 15, 0},
    {"sixteen", cardinal, 16, 0},
    {"seventeen", cardinal, 17, 0},
    {"eighteen", cardinal, 18, 0},
    {"nineteen", cardinal, 19, 0},
    {"twenty", cardinal | tens, 20, 0},
    {"thirty", cardinal | tens, 30, 0},
    {"forty", cardinal | tens, 40, 0},
    {"fifty", cardinal | tens, 50, 0},
    {"sixty", cardinal | tens, 60, 0},
    {"seventy", cardinal | tens, 70, 0},
    {"eighty", cardinal | tens, 80, 0},
    {"ninety", cardinal | tens, 90, 0},
    {"hundred", hundred, 100, 2},
    {"dozen", scale, 12, 0},
    {"thousand", scale, 1, 3},
    {"lakh", scale, 1, 5},
    {"lakhs", scale, 1, 5},
    {"million", scale, 1, 6},
    {"mn", scale, 1, 6},
    {"mln", scale, 1, 6},
    {"mil", scale, 1, 6},
    {"crore", scale, 1, 7},
    {"crores", scale, 1, 7},
    {"billion", scale, 1, 9},
    {"bn", scale, 1, 9},
    {"bln", scale, 1, 9},
    {"trillion", scale, 1, 12},
    {"trn", scale, 1, 12},
    {"tn", scale, 1, 12},
    {"quadrillion", scale, 1, 15},
    {"tausend", scale, 1, 3},
    {"tsd", scale, 1, 3},
    {"mille", scale, 1, 3},
    {"duizend", scale, 1, 3},
    {"тыс", scale, 1, 3},
    {"тысяч", scale, 1, 3},
    {"millionen", scale, 1, 6},
    {"mio", scale, 1, 6},
    {"milioni", scale, 1, 6},
    {"millones", scale, 1, 6},
    {"milhões", scale, 1, 6},
    {"miljoen", scale, 1, 6},
    {"miljoner", scale, 1, 6},
    {"millioner", scale, 1, 6},
    {"млн", scale, 1, 6},
    {"миллионов", scale, 1, 6},
    {"milionów", scale, 1, 6},
    {"milliarde", scale, 1, 9},
    {"milliarden", scale, 1, 9},
    {"mrd", scale, 1, 9},
    {"milliard", scale, 1, 9},
    {"milliards", scale, 1, 9},
    {"miliardi", scale, 1, 9},
    {"miliardo", scale, 1, 9},
    {"miljard", scale, 1, 9},
    {"miljarder", scale, 1, 9},
    {"milliarder", scale, 1, 9},
    {"mld", scale, 1, 9},
    {"млрд", scale, 1, 9},
    {"миллиардов", scale, 1, 9},
    {"miliardów", scale, 1, 9},
    {"bilhões", scale, 1, 9},
    {"billionen", scale, 1, 12},
    {"k", glued_scale, 1, 3},
    {"m", glued_scale, 1, 6},
    {"mm", glued_scale, 1, 6},
    {"b", glued_scale, 1, 9},
    {"t", glued_scale, 1, 12},
    {"dozens", crowd, 12, 0},
    {"tens", crowd, 1, 1},
    {"scores", crowd, 20, 0},
    {"hundreds", crowd, 1, 2},
    {"thousands", crowd, 1, 3},
    {"millions", crowd, 1, 6},
    {"billions", crowd, 1, 9},
    {"trillions", crowd, 1, 12},
    {"half", denominator, 2, 0},
    {"halves", denominator, 2, 0},
    {"third", denominator, 3, 0},
    {"thirds", denominator, 3, 0},
    {"quarter", denominator, 4, 0},
    {"quarters", denominator, 4, 0},
    {"fourth", denominator, 4, 0},
    {"fourths", denominator, 4, 0},
    {"fifth", denominator, 5, 0},
    {"fifths", denominator, 5, 0},
    {"sixth", denominator, 6, 0},
    {"sixths", denominator, 6, 0},
    {"seventh", denominator, 7, 0},
    {"sevenths", denominator, 7, 0},
    {"eighth", denominator, 8, 0},
    {"eighths", denominator, 8, 0},
    {"ninths", denominator, 9, 0},
    {"tenth", denominator, 10, 0},
    {"tenths", denominator, 10, 0},
});

// First words of units of several words; whether the rest follows, find_unit knows.
constexpr std::string_view multi_unit_words =
    "per percentage percent pct basis square sq cubic metric short long nautical light "
    "miles mile "
    "kilometres kilometers kilometre kilometer metres meters us u.s. american british "
    "pounds "
    "pound japanese chinese indian australian canadian new hong singapore singaporean "
    "taiwan "
    "mexican brazilian swiss swedish norwegian danish south korean russian turkish "
    "israeli "
    "african malaysian malaysia thai indonesian philippine vietnamese pakistani sri uae "
    "saudi "
    "polish czech hungarian nigerian kenyan egyptian argentine argentinian chilean "
    "colombian "
    "costa lao deutsche german finnish spanish dutch italian watt kilowatt megawatt "
    "gigawatt "
    "terawatt milliampere milliamp newton lb ft foot brake horse ps troy fluid megabits "
    "megabit "
    "gigabits gigabit pixels degree degrees deg c part parts point points rebound "
    "rebounds "
    "assist assists barrel barrels revolutions revolution por pour livres";

std::size_t hash_of(std::string_view word) {
  std::uint64_t hash = word.size();
  for (const char c : word)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return static_cast<std::size_t>(hash ^ (hash >> 32));
}

// Open addressing in a table at most a quarter full: every word of every story is looked
// up, and most are not there.
class Lexicon {
 public:
  Lexicon() : slots_(slot_count) {}

  Lexeme& operator[](std::string_view word) {
    Slot& slot = slots_[place(word)];
    slot.word = word;
    return slot.lexeme;
  }
  const Lexeme* find(std::string_view word) const {
    const Slot& slot = slots_[place(word)];
    return slot.word.empty() ? nullptr : &slot.lexeme;
  }

 private:
  struct Slot {
    std::string_view word;
    Lexeme lexeme;
  };
  static constexpr std::size_t slot_count = 8192;

  std::size_t place(std::string_view word) const {
    std::size_t at = hash_of(word) % slot_count;
    while (!slots_[at].word.empty() && slots_[at].word != word)
      at = (at + 1) % slot_count;
    return at;
  }

  std::vector<Slot> slots_;
};

Lexicon make_lexicon() {
  Lexicon lexicon;
  for (const WordList& list : lists) {
    each_part(list.words, ' ',
              [&](std::string_view word) { lexicon[word].classes |= list.classes; });
  }
  for (const Unit& unit : world_currencies()) {
    each_part(unit.forms, '|', [&](std::string_view form) {
      const std::size_t space = form.find(' ');
      if (space != std::string_view::npos) {
        lexicon[form.substr(0, space)].classes |= multi_unit;
      }
    });
  }
  each_part(multi_unit_words, ' ',
            [&](std::string_view word) { lexicon[word].classes |= multi_unit; });
  for (const NumberWord& row : number_words) {
    Lexeme& lexeme = lexicon[row.word];
    lexeme.classes |= row.classes;
    lexeme.value = row.value;
    lexeme.exponent = row.exponent;
  }
  return lexicon;
}

}  // namespace

const Lexeme* find_lexeme(std::string_view word) {
  static const Lexicon lexicon = make_lexicon();
  constexpr std::size_t longest = 16;
  return word.size() > longest || word.empty() ? nullptr : lexicon.find(word);
}

void each_number_word(const std::function<void(std::string_view)>& visit) {
  for (const NumberWord& row : number_words) visit(row.word);
}

bool is_plural(std::string_view word, const Lexeme* lexeme) {
  if (lexeme != nullptr) {
    if (lexeme->is(plural_noun)) return true;
    if (lexeme->is(singular_s | stop)) return false;
  }
  if (word.size() < 3 || word.back() != 's') return false;
  return !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
}

}  // namespace broadsheet
