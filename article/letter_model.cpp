// The orders are from general knowledge of the languages; a step up or down changes
// nothing, because a wrong charset gives other letters altogether. Within an alphabet
// chances fall evenly from letter to letter; of the thousands of Chinese characters and
// Korean syllables they fall with the rank, as words do (Zipf).
#include "article/letter_model.h"

#include <cmath>
#include <vector>

#include "article/utf8.h"

namespace broadsheet {
namespace {

struct Alphabet {
  std::string_view language;
  Script script;
  std::string_view letters;
};

// Of Latin alphabets only what ASCII lacks.
constexpr Alphabet alphabets[] = {
    {"French", Script::latin, "éèàêçôîùâûëïœæÿ"},
    {"German", Script::latin, "üäößé"},
    {"Spanish", Script::latin, "óáíéñúü"},
    {"Portuguese", Script::latin, "ãçáéíóêõâúàôü"},
    {"Italian", Script::latin, "èàùòéì"},
    {"Nordic", Script::latin, "äöåøæéü"},
    {"Icelandic", Script::latin, "íáðéúóöþýæ"},
    {"Dutch", Script::latin, "éëïöüèá"},
    {"Catalan", Script::latin, "àóèéçíòúïü"},
    {"Polish", Script::latin, "łęąóżśćńź"},
    {"Czech", Script::latin, "íáéěřýčžšůúňťďó"},
    {"Slovak", Script::latin, "áíčéýžšľúťôňóďäĺŕ"},
    {"Hungarian", Script::latin, "áéöóőüíúű"},
    {"Romanian", Script::latin, "ăîşţâșț"},
    {"South Slavic", Script::latin, "čšžćđ"},
    {"Turkish", Script::latin, "ışüğçöâîi̇"},
    {"Latvian", Script::latin, "āīēšņūžļčģķ"},
    {"Lithuanian", Script::latin, "ėšųūžįčąę"},
    {"Estonian", Script::latin, "äõüöšž"},
    {"Vietnamese", Script::latin, "đưôêâơă\u0301\u0300\u0323\u0309\u0303áàéèóòúùíìãõý"},
    {"Russian", Script::cyrillic, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"},
    {"Ukrainian", Script::cyrillic, "оанивітерсклудмпязьбгйчхжцюєїшщфґ"},
    {"Bulgarian", Script::cyrillic, "аиоентрсвлкдпмузяъгбчщжхйцшюфь"},
    {"Serbian", Script::cyrillic, "аоиенрстујкдвлпмзбгшчцљхжњћђфџ"},
    {"Macedonian", Script::cyrillic, "аоиентрсвкдлпумзјбгчшцќжњфхѓљџѕ"},
    {"Belarusian", Script::cyrillic, "анеіорсялдкўтзупывмгьцчбйэжхшюфё"},
    {"Greek", Script::greek, "αοιετσνηυρπκμλςωγήίθάόδχέύφβώξζψϊϋΐ"},
    {"Hebrew", Script::hebrew, "יוהלארתבשמנםעדחקפגכטסןזצףךץ"},
    {"Arabic", Script::arabic, "اليمنوتربدعسفهكقحأجةشصىخإطذزضثئءغظآؤ"},
    {"Persian", Script::arabic, "اینردهموتبسشکلزفگعخقحجپآغطصچذضثئظژ"},
    {"Thai", Script::thai,
     "านรอกเง่มยลว้ดทสต\u0E31ปบคะขจพ\u0E35ห\u0E34ไ\u0E47แชใ\u0E38ผโณ\u0E4Cู\u0E16\u0E37"
     "ภซศธษญๆฐฉำ\u0E36ฝฟฮฎฏฬฤฒฆ\u0E4A\u0E4Bฯ"}};

constexpr std::string_view hiragana =
    "のいなにるたとしはがてをんかうでくっりこれらもすさまきだめあけそよつどえじろせばおち"
    "わみ"
    "ほひぶやべごゆげねむへずぐふびゃょゅづぎざぜぞぬぼぱぷぽぴぺぁぇぃぉ";
constexpr std::string_view katakana =
    "ンースルトラリイクアシロプレタドテジマコフバグメムサカッキチパデニウォィミナセソオブ"
    "ビダツ"
    "モネハャュョヒノエポワケゴベボザピギヤズヘホユガゼヴヌヨペゾェァ・";
constexpr std::string_view japanese_characters =
    "日一国会人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小"
    "七"
    "山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨社事的方"
    "地"
    "者業場自部発新者合同市動内代対力定数開理通作度現用手明実主目全連意法政体性知回不要経"
    "表化"
    "世当画記報最受物員持言関取思品使立相売道保集設次期制引成私楽家情版料好特問氏選教県";
constexpr std::string_view simplified_characters =
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下"
    "自"
    "之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其"
    "些主"
    "样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正"
    "业外"
    "将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特"
    "代内"
    "信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气"
    "题活"
    "尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指"
    "克许"
    "统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路"
    "记南"
    "品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运网站中国"
    "友情";
constexpr std::string_view traditional_characters =
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下"
    "自"
    "之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其"
    "些主"
    "樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正"
    "業外"
    "將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特"
    "代內"
    "信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣"
    "題活"
    "爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指"
    "克許"
    "統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路"
    "記南"
    "品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運網站灣臺"
    "台港";
constexpr std::string_view korean_syllables =
    "이다의는에을가하고지로한은를기사도서리인대자나어해그시아정수일제여부스게전라장과있상"
    "구만"
    "보원거주국연들경공조성동면으선했음오세트계학문신우모소업내비안치였습니마방화것실중관"
    "위년"
    "재진무강당생월명회와적미러되용역단분현드유금유없저발까요때말물체할강간결법권석호후통"
    "된운민"
    "반본등래식네디르교입려터설레양데표속각출추임금더작행파약심건타노카영두했술울불바글개"
    "복";

// The chance of a letter by its place: even steps, the last about a thirtieth of the
// first.
void add_alphabet(LetterModel& model, std::string_view letters, double share) {
  const std::u32string row = to_utf32(letters);
  const auto size = static_cast<double>(row.size());
  const double step = 3.4 / size;
  const double first = std::log(share * (1 - std::exp(-step)) / (1 - std::exp(-3.4)));
  for (std::size_t i = 0; i < row.size(); ++i) {
    const double chance = first - step * static_cast<double>(i);
    model.chances.emplace(static_cast<char16_t>(row[i]), static_cast<float>(chance));
  }
}

// The n-th of thousands: the commonest is 3 in 100, the hundredth 1 in 1,000.
void add_characters(LetterModel& model, std::string_view characters, double share) {
  double rank = 1;
  for (const char32_t c : to_utf32(characters)) {
    const double chance = std::log(share * 0.035) - 0.74 * std::log(rank++);
    model.chances.emplace(static_cast<char16_t>(c), static_cast<float>(chance));
  }
}

LetterModel east_asian(std::string_view language, Script script,
                       std::string_view characters, float others) {
  LetterModel model{language, script, {}, others};
  if (script == Script::japanese) {
    add_alphabet(model, hiragana, 0.45);
    add_alphabet(model, katakana, 0.15);
    add_characters(model, characters, 0.5);
  } else {
    add_characters(model, characters, 1);
  }
  return model;
}

std::vector<LetterModel> make_models() {
  constexpr float rare_letter = -9.0F;
  std::vector<LetterModel> all;
  for (const Alphabet& row : alphabets) {
    LetterModel model{row.language, row.script, {}, rare_letter};
    add_alphabet(model, row.letters, 0.97);
    all.push_back(std::move(model));
  }
  all.push_back(east_asian("Japanese", Script::japanese, japanese_characters, -9.5F));
  all.push_back(east_asian("Chinese", Script::simplified, simplified_characters, -9.5F));
  all.push_back(
      east_asian("Chinese", Script::traditional, traditional_characters, -9.5F));
  all.push_back(east_asian("Korean", Script::korean, korean_syllables, -9.0F));
  return all;
}

}  // namespace

std::span<const LetterModel> letter_models() {
  static const std::vector<LetterModel> all = make_models();
  return all;
}

}  // namespace broadsheet
