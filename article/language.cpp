// Detection is CLD2's, on the first part of the text. Its answer counts from a few
// hundred bytes on and when it calls itself reliable; scripts that one language alone
// uses need less, which it knows by itself.
#include "article/language.h"

#include <algorithm>
#include <cld2/public/compact_lang_det.h>

#include "article/ascii.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

struct CodeRow {
  std::string_view given;  // lower case
  std::string_view code;
};

// Codes of three letters and names, English and own.
constexpr CodeRow codes[] = {
    {"eng", "en"},        {"english", "en"},    {"ger", "de"},        {"deu", "de"},
    {"german", "de"},     {"deutsch", "de"},    {"fre", "fr"},        {"fra", "fr"},
    {"french", "fr"},     {"français", "fr"},   {"spa", "es"},        {"spanish", "es"},
    {"español", "es"},    {"ita", "it"},        {"italian", "it"},    {"italiano", "it"},
    {"por", "pt"},        {"portuguese", "pt"}, {"português", "pt"},  {"dut", "nl"},
    {"nld", "nl"},        {"dutch", "nl"},      {"nederlands", "nl"}, {"swe", "sv"},
    {"swedish", "sv"},    {"svenska", "sv"},    {"dan", "da"},        {"danish", "da"},
    {"dansk", "da"},      {"nor", "no"},        {"nob", "no"},        {"nno", "no"},
    {"nb", "no"},         {"nn", "no"},         {"norwegian", "no"},  {"norsk", "no"},
    {"fin", "fi"},        {"finnish", "fi"},    {"suomi", "fi"},      {"pol", "pl"},
    {"polish", "pl"},     {"polski", "pl"},     {"cze", "cs"},        {"ces", "cs"},
    {"czech", "cs"},      {"čeština", "cs"},    {"slo", "sk"},        {"slk", "sk"},
    {"slovak", "sk"},     {"hun", "hu"},        {"hungarian", "hu"},  {"magyar", "hu"},
    {"rum", "ro"},        {"ron", "ro"},        {"romanian", "ro"},   {"română", "ro"},
    {"tur", "tr"},        {"turkish", "tr"},    {"türkçe", "tr"},     {"rus", "ru"},
    {"russian", "ru"},    {"русский", "ru"},    {"ukr", "uk"},        {"ukrainian", "uk"},
    {"ua", "uk"},         {"bul", "bg"},        {"bulgarian", "bg"},  {"gre", "el"},
    {"ell", "el"},        {"greek", "el"},      {"gr", "el"},         {"ara", "ar"},
    {"arabic", "ar"},     {"العربية", "ar"},    {"heb", "he"},        {"hebrew", "he"},
    {"iw", "he"},         {"per", "fa"},        {"fas", "fa"},        {"persian", "fa"},
    {"hin", "hi"},        {"hindi", "hi"},      {"ben", "bn"},        {"bengali", "bn"},
    {"urd", "ur"},        {"urdu", "ur"},       {"ind", "id"},        {"in", "id"},
    {"indonesian", "id"}, {"may", "ms"},        {"msa", "ms"},        {"malay", "ms"},
    {"vie", "vi"},        {"vietnamese", "vi"}, {"tha", "th"},        {"thai", "th"},
    {"jpn", "ja"},        {"japanese", "ja"},   {"jp", "ja"},         {"日本語", "ja"},
    {"kor", "ko"},        {"korean", "ko"},     {"kr", "ko"},         {"한국어", "ko"},
    {"chi", "zh"},        {"zho", "zh"},        {"chinese", "zh"},    {"cn", "zh"},
    {"中文", "zh"},       {"hrv", "hr"},        {"croatian", "hr"},   {"srp", "sr"},
    {"serbian", "sr"},    {"slv", "sl"},        {"slovenian", "sl"},  {"est", "et"},
    {"estonian", "et"},   {"lav", "lv"},        {"latvian", "lv"},    {"lit", "lt"},
    {"lithuanian", "lt"}, {"cat", "ca"},        {"catalan", "ca"},    {"baq", "eu"},
    {"eus", "eu"},        {"glg", "gl"},        {"galician", "gl"},   {"gle", "ga"},
    {"irish", "ga"},      {"wel", "cy"},        {"cym", "cy"},        {"ice", "is"},
    {"isl", "is"},        {"icelandic", "is"},  {"swa", "sw"},        {"swahili", "sw"},
    {"zul", "zu"},        {"zulu", "zu"},       {"afr", "af"},        {"afrikaans", "af"},
    {"tl", "fil"},        {"tgl", "fil"},       {"mo", "ro"},         {"sh", "sr"}};

bool is_code(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         std::all_of(text.begin(), text.end(), is_lower);
}

constexpr std::string_view no_languages[] = {"und", "mul", "zxx", "mis", "xx",
                                             "un",  "zz",  "all", "x"};

constexpr std::size_t looked_at = 4u << 10;   // more told nothing new on judged pages
constexpr std::size_t least_text = 200;       // bytes before the text may speak at all
constexpr std::size_t least_to_oppose = 400;  // before it may speak against the page

struct Detected {
  std::string code;
  bool sure = false;
};

std::optional<Detected> detect(std::string_view text) {
  text = text.substr(0, looked_at);
  while (!text.empty() && !is_valid_utf8(text)) {
    // The cut may have gone through a character; anything else was repaired before.
    if (text.size() + 4 < looked_at) return std::nullopt;
    text.remove_suffix(1);
    if (text.size() + 8 < looked_at) return std::nullopt;
  }
  bool reliable = false;
  int valid_prefix = 0;
  CLD2::Language languages[3];
  int percents[3] = {};
  double scores[3] = {};
  int text_bytes = 0;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()),
                                          true, nullptr, 0, languages, percents, scores,
                                          nullptr, &text_bytes, &reliable, &valid_prefix);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
  auto code = language_code(CLD2::LanguageCode(languages[0]));
  if (!code) return std::nullopt;
  return Detected{std::move(*code), reliable && percents[0] >= 60};
}

}  // namespace

std::optional<std::string> language_code(std::string_view declared) {
  declared = trimmed(declared.substr(0, 80));
  const std::string whole = to_lower(declared);
  const std::string_view main =
      std::string_view(whole).substr(0, whole.find_first_of("-_,;. "));
  for (const CodeRow& row : codes) {
    if (row.given == main) return std::string(row.code);
  }
  const bool none = std::find(std::begin(no_languages), std::end(no_languages), main) !=
                    std::end(no_languages);
  if (none || !is_code(main)) return std::nullopt;
  return std::string(main);
}

std::optional<std::string> language_of(std::string_view text, std::string_view declared) {
  const auto given = language_code(declared);
  text = trimmed(text);
  if (text.size() < least_text) return given;
  const auto found = detect(text);
  if (!found) return given;
  if (!given) return found->sure ? std::optional(found->code) : std::nullopt;
  const bool opposes = found->sure && text.size() >= least_to_oppose;
  return opposes ? std::optional(found->code) : given;
}

}  // namespace broadsheet
