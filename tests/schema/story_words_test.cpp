#include "schema/story_words.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "schema/fields.h"
#include "schema/forms.h"
#include "schema/terms.h"

namespace broadsheet {
namespace {

Xapian::Document document_of(const std::string& text,
                             const std::optional<std::string>& language, Stemmer& stem) {
  Xapian::Document document;
  StoryWords words(document, stem, language);
  words.add(split_words(text), text, "", 0);
  words.finish();
  return document;
}

// The stems and pairs by their order, without the vocabulary.
std::string terms_of(const std::string& text,
                     const std::optional<std::string>& language) {
  Stemmer stem;
  const Xapian::Document document = document_of(text, language, stem);
  std::string all;
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    if ((*it).starts_with(prefix::form)) continue;
    if (!all.empty()) all += ' ';
    all += *it;
  }
  return all;
}

struct Row {
  const char* language;
  const char* text;
  const char* terms;
};

TEST(StoryWords, StandUnderTheStemsOfTheirLanguage) {
  const Row rows[] = {
      {"en", "Layoffs announced", "announc layoff"},
      {nullptr, "Layoffs announced", "announc layoff"},
      {"de", "Häuser der Ärzte", "arzt der haus"},
      {"de", "Straße Straßen", "strass"},
      {"fr", "mangée mangé manger", "mang mange"},
      {"fr", "chevaux cheval", "cheval"},
      {"fr", "L’été qu'il", "ete il"},
      {"it", "dell'arte", "arte"},
      {"en", "O'Brien", "o'brien"},
      {"ru", "работники работников", "работник"},
      {"ru", "новый новая", "нов"},
      {"es", "canciones canción", "cancion"},
      {"pt", "informação", "inform informaca"},
      {"tr", "Işıklar", "isik isiklar"},
      {"pl", "zwolnienia zwolnień", "zwolnien zwolnienia"},
      {"ar", "كِتَاب كتاب", "كتاب"},
      // Words in another script than the language's.
      {"ru", "the layoffs", "layoff the"},
      {"en", "работников", "работник"},
      {"bg", "работници", "работници"},
      {"ja", "layoffs", "layoff"},
      // Numbers and short words stay.
      {"en", "8,000 8K us 2026s", "2026s 8000 8k us"},
      {"de", "8.000 8,5", "5 8 8.000"},
      // Scripts without spaces.
      {"zh", "东京", "东 东京 京"},
      {"ja", "東京都", "京 京都 東 東京 都"},
      {"ja", "ガス カス", "カ カス ガ ガス ス"},
      {"th", "กรุง", "ก กรุ ง รุ รุง"},
      {"ko", "서울", "서 서울 울"},
      {"zh", "东 京", "东 京"},
  };
  for (const Row& row : rows) {
    const auto language =
        row.language ? std::optional<std::string>(row.language) : std::nullopt;
    EXPECT_EQ(terms_of(row.text, language), row.terms) << row.text;
  }
}

TEST(StoryWords, DoNotMakeAnEnglishStoryLongerByTheirForms) {
  Stemmer stem;
  const auto document = document_of("Naïve layoffs were announced", "en", stem);
  Xapian::termcount length = 0;
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it)
    length += it.get_wdf();
  EXPECT_EQ(length, 4u);
}

TEST(StoryWords, RememberTheFormsThatWereSaid) {
  Stemmer stem;
  const auto document = document_of("Naïve layoffs, the Café of 8,000", "en", stem);
  const std::string forms = document.get_value(slot_forms);
  for (const char* said : {"naïve", "layoffs", "café"})
    EXPECT_TRUE(has_form(forms, form_hash(said))) << said;
  for (const char* other : {"naive", "layoff", "cafe", "nave", "8000"})
    EXPECT_FALSE(has_form(forms, form_hash(other))) << other;
}

std::set<std::string> vocabulary(const Xapian::Document& document) {
  std::set<std::string> words;
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    if ((*it).starts_with(prefix::form)) words.insert((*it).substr(1));
  }
  return words;
}

TEST(StoryWords, EnterTheVocabularyOnceAPartAndNowAndThenAgain) {
  using Words = std::set<std::string>;
  Stemmer stem;
  stem.next_part();
  EXPECT_EQ(vocabulary(document_of("layoffs naïve", "en", stem)),
            (Words{"layoffs", "naive naïve"}));
  EXPECT_EQ(vocabulary(document_of("layoffs", "en", stem)), Words{});
  EXPECT_EQ(vocabulary(document_of("layoff", "en", stem)), Words{"layoff"})
      << "a stem is a word because somebody says it";
  for (int i = 3; i < 8; ++i)
    EXPECT_EQ(vocabulary(document_of("layoffs", "en", stem)), Words{});
  EXPECT_EQ(vocabulary(document_of("layoffs", "en", stem)), Words{"layoffs"});
  stem.next_part();
  EXPECT_EQ(vocabulary(document_of("layoff", "en", stem)), Words{});
  EXPECT_EQ(vocabulary(document_of("layoffs", "en", stem)), (Words{"layoff", "layoffs"}));
}

TEST(Forms, AreThoseThatWereEncoded) {
  std::vector<std::uint32_t> hashes;
  std::uint32_t random = 7;
  for (int i = 0; i < 3000; ++i) {
    random = random * 1664525U + 1013904223U;
    hashes.push_back(random >> 14U);
  }
  for (const std::size_t count : {0U, 1U, 2U, 400U, 3000U}) {
    const std::vector<std::uint32_t> some(hashes.begin(),
                                          hashes.begin() + std::ptrdiff_t(count));
    const std::string encoded = encode_forms(some);
    for (std::uint32_t hash = 0; hash < 1U << 18U; hash += 61) {
      const bool in = std::find(some.begin(), some.end(), hash) != some.end();
      ASSERT_EQ(has_form(encoded, hash), in) << count << " " << hash;
    }
    for (const std::uint32_t hash : some) ASSERT_TRUE(has_form(encoded, hash));
  }
}

TEST(Forms, TakeElevenBitsAWord) {
  std::vector<std::uint32_t> hashes;
  for (std::uint32_t i = 0; i < 400; ++i) hashes.push_back(form_hash(std::to_string(i)));
  EXPECT_LT(encode_forms(hashes).size(), 400U * 11 / 8 + 20);
}

TEST(Forms, OfAnyBytesAreRead) {
  for (const char* bytes :
       {"", "\xff", "\x01", "\x09\x00", "\xff\xff\xff\xff", "\x03\xfe\xfe"})
    has_form(bytes, 77);
}

}  // namespace
}  // namespace broadsheet
