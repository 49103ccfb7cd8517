// One string of words per question, and the sets over them.
#include "article/subject_words.h"

#include <string>

#include "article/word_set.h"

namespace broadsheet {
namespace {

// What may stand behind a subject besides the forms of `verb_stems`.
constexpr std::string_view finite_words =
    "is are was were has have had will would can could may might must shall should does "
    "did do cannot also now still already "
    "ate became began bet bought broke brought built came chose cost cut drew drove fell "
    "fought found gave got grew held hit kept laid led left lent lost made met paid put "
    "ran rose sank saw set shed shrank shut slid sold sought sped spent split spun stood "
    "stuck swung taught took threw went withdrew won wrote";

// Verbs of news about money and people: "hires", "hired" and "hire".
constexpr std::string_view verb_stems =
    "absorb acquire add admit agree aim allocate allow amass announce approve ask assign "
    "attract average award back beat become begin bet boost borrow bring build buy call "
    "carry charge claim close collect combine come command commit complete confirm "
    "control cost count cover create cross cut decide deliver demand deny deploy dismiss "
    "double draw drop earn eliminate employ end enter estimate exceed expand expect face "
    "fall fetch file finance fine fire forecast form found fund gain generate get give "
    "go grow "
    "guide halve have help hire hit hold hope increase intend invest issue join jump "
    "keep "
    "launch lay lead leave lend let license lift lose lower make manage merge miss move "
    "name narrow need offer open operate order owe own part pass pay pick plan pledge "
    "post pour predict prepare price produce project promise pull purchase push put "
    "raise reach receive recommend record recruit reduce release rent replace report "
    "reserve restructure retain return run save score secure see seek sell send serve "
    "set "
    "settle shed ship shrink shut sign slash slip spend split stand stay start stick "
    "stop "
    "surpass swing take target top total trade train transfer triple trim turn unveil "
    "use "
    "value want warn weigh win withdraw work write";

// Whoever says something is not what he speaks of; a new clause begins behind these.
constexpr std::string_view speech_words =
    "say says said tell tells told claim claims claimed argue argues argued think thinks "
    "thought believe believes believed wrote writes warn warns warned explain explains "
    "explained note notes noted declare declares declared insist insists insisted";

// "give", "cost": whoever stands right before the figure gets or loses it.
constexpr std::string_view giving_words =
    "give gives gave giving cost costs costing pay pays paid paying owe owes owed owing";

// A clause may begin behind them.
constexpr std::string_view joint_words =
    "and but or so that which while when as after before because if although though "
    "since "
    "where whereas until once than whether what how why";

// Between a subject and a figure they open a clause of somebody else.
constexpr std::string_view barrier_words =
    "that which who whose whom where when while because although though if whether after "
    "before as unless he she they we i";

// What kind of thing a name is, right before it: "the software group SAP".
constexpr std::string_view role_nouns =
    "company group maker firm giant startup start-up bank agency regulator retailer "
    "carmaker chipmaker manufacturer developer operator provider publisher platform unit "
    "subsidiary parent rival owner lab studio newspaper union university ministry "
    "airline "
    "brand chain fund investor insurer lender supplier conglomerate mr mrs ms";

// Capitalised only because they open a sentence or stand in a headline.
constexpr std::string_view common_nouns =
    "revenue sales profit profits earnings income turnover margin cash debt spending "
    "capex investment cost costs price prices stock stocks share shares shareholders "
    "investors analysts economists experts officials sources police authorities "
    "government ministers lawmakers employees workers staff people users customers "
    "consumers members women men students companies firms startups banks jobs layoffs "
    "cuts roles positions orders demand supply output production growth inflation "
    "unemployment employment exports imports trade average total overall headcount "
    "workforce salary salaries wages pay bonus bonuses funding valuation capital "
    "operating net gross market global worldwide nearly almost about over more less half "
    "most many few several one two three four five six seven eight nine ten days weeks "
    "months years yesterday today tomorrow tonight quarter year month week day "
    "management board executives management team data computing traffic volume business "
    "industry sector deal deals report survey study research poll results guidance new "
    "big top best record latest breaking exclusive update analysis opinion how why what "
    "severance rent interest tuition tax taxes everyone everything somebody someone "
    "nobody "
    "oil gas gold food travel home life things consumer annual current president "
    "minister "
    "governor senator mayor chairman photos photo video story work consumption "
    "competition compensation population part rest summary highlights "
    "key facts figures";

struct Words {
  WordSet finite{finite_words};
  WordSet stems{verb_stems};
  WordSet speech{speech_words};
  WordSet giving{giving_words};
  WordSet joints{joint_words};
  WordSet barriers{barrier_words};
  WordSet roles{role_nouns};
  WordSet common{common_nouns};
};

const Words& words() {
  static const Words the_words;
  return the_words;
}

bool is_past(std::string_view word) {
  if (word.size() < 5 || !word.ends_with("ed")) return false;
  return words().stems.has(word.substr(0, word.size() - 1)) ||
         words().stems.has(word.substr(0, word.size() - 2)) ||
         words().stems.has(word.substr(0, word.size() - 3));
}

}  // namespace

bool is_third_person(std::string_view word) {
  if (word.size() < 3 || word.back() != 's') return false;
  word.remove_suffix(1);
  if (words().stems.has(word)) return true;
  if (word.back() != 'e') return false;
  word.remove_suffix(1);
  return words().stems.has(word);
}

bool is_gerund(std::string_view word) {
  constexpr std::string_view ending = "ing";
  if (word.size() < 5 || !word.ends_with(ending)) return false;
  word.remove_suffix(ending.size());
  const bool doubled = word.size() > 2 && word.back() == word[word.size() - 2];
  return words().stems.has(word) || words().stems.has(std::string(word) + "e") ||
         (doubled && words().stems.has(word.substr(0, word.size() - 1)));
}

bool is_verb(const Token& token) {
  return token.kind == TokenKind::word &&
         (token.is(rise | fall | plan) || words().finite.has(token.folded) ||
          words().speech.has(token.folded) || is_third_person(token.folded) ||
          is_past(token.folded));
}

bool is_command(const Token& token) {
  return token.kind == TokenKind::word && words().stems.has(token.folded);
}

bool is_speech(const Token& token) {
  return words().speech.has(token.folded);
}

bool is_giving(const Token& token) {
  return words().giving.has(token.folded);
}

bool is_joint(const Token& token) {
  return words().joints.has(token.folded);
}

bool is_barrier_word(const Token& token) {
  return words().barriers.has(token.folded);
}

bool is_role(const Token& token) {
  return words().roles.has(token.folded);
}

bool is_common_noun(const Token& token) {
  return words().common.has(token.folded);
}

}  // namespace broadsheet
