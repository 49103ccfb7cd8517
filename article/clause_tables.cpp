// One string of words per class, in lower case.
#include "article/clause_tables.h"

#include <string_view>

#include "article/word_list.h"

namespace broadsheet {
namespace {

struct PartRow {
  Part part;
  std::string_view words;  // parted by spaces
};

constexpr PartRow part_rows[] = {
    {Part::determiner,
     "the a an this these those its their his her our your my each every any some no "
     "another such both all most"},
    {Part::preposition,
     "of in on at by for from with to into onto over under about after before between "
     "through during since until till within without against across around behind "
     "beyond among amid per via than as like despite except near off versus vs "
     "including excluding following plus towards toward upon out above below "
     "throughout inside outside amongst alongside"},
    {Part::pronoun,
     "it he she they we i you this him them us me itself himself herself themselves none "
     "there here someone somebody everyone one theyll weve ive"},
    {Part::relative, "which who that whose whom where"},
    {Part::joint, "and or but nor &"},
    {Part::adverb,
     "not n't also now then just only even still already again later earlier soon ever "
     "never often always almost nearly roughly approximately exactly currently "
     "reportedly too else instead together respectively annually alone once well up "
     "down away back ahead more less much further about around worth barely merely "
     "however therefore meanwhile wide long deep high tall higher lower combined "
     "overall so far sharply whopping due likely able being been be having additional "
     "extra record roughly worldwide nationwide statewide overnight abroad overseas "
     "elsewhere upward upwards downward downwards yet"},
    {Part::border,
     "while when because although though if unless whether whereas what why how until "
     "whilst"},
};

// Verbs of figures that subject_words has no need of.
constexpr std::string_view verb_list =
    "be am 's 're 've costs weighs weigh weighed measures measure measured contains "
    "contain spans features offers holds stretches stretch stretched covers runs run "
    "goes comes employs employ employed hosts host generates pumps powers stores "
    "dispensed trades trade stands sits sat averages delivers attracts accounts account "
    "reaches ranges represents consumes carries lasts takes peaked narrowed totalled "
    "totaled priced spin spins works worked lists boasts charges packs produces makes "
    "means shows show proves sees seeing wants uses use requires involves includes "
    "remains keeps gets leads sells buys owns pays earns hit hits became stood hold came "
    "launches starts ends opens closes begins exceeds tops equals totals amounts "
    "swells cut rise rises fall falls drop drops jump jumps climb climbs grow grows gain "
    "gains lose loses lost increase increases decrease decreases decline declines hire "
    "hires add adds spend spends raise raises need needs expects plans poised stolen "
    "taken "
    "driven given grown fallen shown known seen drawn thrown broken chosen written "
    "beaten "
    "hurt spoke wore flew ate drank sang swam rode threw knew forgot understood felt "
    "slept "
    "meant dealt dug woke shook stole blew tore swore fled hung awarded died used tied "
    "owed say think believe argue insist 'll re ve ll include contain continues";

constexpr std::string_view link_list =
    "of in for from at on across to between with by per against";

constexpr std::string_view quantity_list =
    "revenue revenues sales sale profit profits earnings income turnover margin margins "
    "loss losses price prices cost costs share shares stock stocks index rate rates "
    "inflation growth output production exports imports demand supply spending capex "
    "investment investments budget debt deficit surplus value valuation capital assets "
    "dividend dividends yield yields interest wage wages salary salaries pay bonus fee "
    "fees fine tax taxes rent premium discount stake deal contract fund loan grant "
    "population unemployment employment headcount workforce staff volume volumes "
    "capacity speed speeds weight height length width depth area range temperature "
    "temperatures age distance level levels number total average expectancy frequency "
    "strength power torque bookings orders guidance forecast estimate estimates gdp "
    "economy trade bail mortgage subscription subscriptions package penalty payment "
    "increase rise drop fall cut cuts gain balance gap fare fares wealth savings "
    "reserves "
    "pension pensions proceeds borrowing borrowings expenses liabilities inventories "
    "support approval turnout odds shipments deliveries emissions funding backlog "
    "capitalization capitalisation cash toll tally count";

}  // namespace

ClauseTables::ClauseTables()
    : verbs(verb_list),
      links(link_list),
      quantities(quantity_list),
      copulas("is are was were be been being am 's seems remains remain") {
  for (const PartRow& row : part_rows) {
    each_part(row.words, ' ',
              [&](std::string_view word) { parts.try_emplace(word, row.part); });
  }
}

const ClauseTables& clause_tables() {
  static const ClauseTables the_tables;
  return the_tables;
}

}  // namespace broadsheet
