#include "article/language.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(LanguageCode, IsOfTwoLettersWhateverWasGiven) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"en-US", "en"}, {"EN_us", "en"},      {"eng", "en"},     {"English", "en"},
      {"de", "de"},    {"pt-BR", "pt"},      {"zh-Hant", "zh"}, {"nb", "no"},
      {"iw", "he"},    {"fil", "fil"},       {"und", ""},       {"", ""},
      {"x", ""},       {"no language", "no"}};
  for (const auto& [given, code] : rows) {
    EXPECT_EQ(language_code(given).value_or(""), code) << given;
  }
}

const std::string english =
    "The river rose by two metres overnight, and the lower town was cut off until the "
    "morning, "
    "when boats reached the first houses and brought the people out. The council said "
    "that the "
    "dam had held, that nobody was missing, and that schools would stay closed until the "
    "end of "
    "the week at least, because the water would need days to go down again.";
const std::string german =
    "Der Fluss stieg über Nacht um zwei Meter, und die Unterstadt war bis zum Morgen "
    "abgeschnitten, als Boote die ersten Häuser erreichten und die Menschen "
    "herausholten. Der "
    "Rat teilte mit, dass der Damm gehalten habe, dass niemand vermisst werde und dass "
    "die "
    "Schulen mindestens bis zum Ende der Woche geschlossen blieben, weil das Wasser Tage "
    "brauche, um wieder zu sinken, und weil die Straßen erst geräumt werden müssten.";

TEST(LanguageOf, IsReadFromTheTextWhenItIsLong) {
  EXPECT_EQ(language_of(english, ""), "en");
  EXPECT_EQ(language_of(german, ""), "de");
  EXPECT_EQ(language_of(german, "en-US"), "de");  // the template's language
}

TEST(LanguageOf, IsTheDeclaredOneOfAShortText) {
  EXPECT_EQ(language_of("River rises", "de-AT"), "de");
  EXPECT_FALSE(language_of("River rises", ""));
  EXPECT_FALSE(language_of("", "und"));
}

TEST(LanguageOf, IsNotShakenByBytesThatAreNoText) {
  const std::string bad = std::string(600, '\xFF');
  EXPECT_EQ(language_of(bad, "en"), "en");
  EXPECT_FALSE(language_of(std::string(20000, '1'), ""));
}

}  // namespace
}  // namespace broadsheet
