// One row a stemmer; the rest of the languages have none, and their words stay whole.
#include "schema/stemmer.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include <xapian.h>

#include "article/words.h"
#include "schema/forms.h"
#include "schema/terms.h"

namespace broadsheet {
namespace {

struct StemmingRow {
  std::string_view language;
  const char* stemmer;
  Script script;
};

constexpr StemmingRow rows[] = {
    {"en", "english", Script::latin},     {"ar", "arabic", Script::arabic},
    {"hy", "armenian", Script::armenian}, {"eu", "basque", Script::latin},
    {"ca", "catalan", Script::latin},     {"da", "danish", Script::latin},
    {"nl", "dutch", Script::latin},       {"fi", "finnish", Script::latin},
    {"fr", "french", Script::latin},      {"de", "german", Script::latin},
    {"hu", "hungarian", Script::latin},   {"id", "indonesian", Script::latin},
    {"ga", "irish", Script::latin},       {"it", "italian", Script::latin},
    {"lt", "lithuanian", Script::latin},  {"ne", "nepali", Script::devanagari},
    {"no", "norwegian", Script::latin},   {"pt", "portuguese", Script::latin},
    {"ro", "romanian", Script::latin},    {"ru", "russian", Script::cyrillic},
    {"es", "spanish", Script::latin},     {"sv", "swedish", Script::latin},
    {"ta", "tamil", Script::tamil},       {"tr", "turkish", Script::latin}};

// Languages without a stemmer that are not written in Latin letters.
struct ScriptRow {
  std::string_view languages;
  Script script;
};
constexpr ScriptRow other_scripts[] = {
    {" be bg kk ky mk mn sr tg tt uk ", Script::cyrillic},
    {" ckb fa ku ps sd ug ur ", Script::arabic},
    {" hi mr sa ", Script::devanagari},
    {" am as bn bo el gu he ja ka km kn ko lo ml my or pa si te th yi zh ",
     Script::other}};

Script script_without_stemmer(const std::string& language) {
  const std::string padded = " " + language + " ";
  for (const ScriptRow& row : other_scripts) {
    if (row.languages.find(padded) != std::string_view::npos) return row.script;
  }
  return Script::latin;
}

Stemming stemming_of(std::string_view language) {
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    if (rows[i].language == language) return static_cast<Stemming>(i);
  }
  return unstemmed;
}

}  // namespace

// By the first bytes in UTF-8.
Script script_of(std::string_view word) {
  if (word.empty()) return Script::other;
  const auto byte = [&](std::size_t at) {
    return at < word.size() ? static_cast<unsigned char>(word[at]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0xCA) return Script::latin;
  if (first >= 0xD0 && first <= 0xD3) return Script::cyrillic;
  if (first == 0xD4 && byte(1) < 0xB0) return Script::cyrillic;
  if (first >= 0xD4 && first <= 0xD6) return Script::armenian;
  if (first >= 0xD8 && first <= 0xDB) return Script::arabic;
  if (first == 0xE0 && (byte(1) == 0xA4 || byte(1) == 0xA5)) return Script::devanagari;
  if (first == 0xE0 && (byte(1) == 0xAE || byte(1) == 0xAF)) return Script::tamil;
  if (first == 0xE1 && byte(1) >= 0xB8 && byte(1) <= 0xBB) return Script::latin;
  return Script::other;
}

StoryStemming::StoryStemming(const std::optional<std::string>& language) {
  by_script_.fill(unstemmed);
  const auto set = [&](Script script, Stemming stemming) {
    by_script_[static_cast<std::size_t>(script)] = stemming;
  };
  set(Script::latin, english);
  for (const std::string_view code : {"ar", "hy", "ru", "ta"}) {
    set(rows[stemming_of(code)].script, stemming_of(code));
  }
  if (!language) return;
  const Stemming own = stemming_of(*language);
  set(own == unstemmed ? script_without_stemmer(*language) : rows[own].script, own);
}

struct Stemmer::Impl {
  struct Language {
    std::optional<Xapian::Stem> stem;
    std::unordered_map<std::string, Stems> known;
  };
  std::array<Language, std::size(rows) + 1> languages;  // the last: unstemmed
  std::uint32_t part = 1;
  std::uint32_t story = 1;

  void forget(std::size_t limit) {
    for (Language& language : languages) {
      if (language.known.size() > limit) language.known.clear();
    }
  }

  Language& of(Stemming stemming) {
    return languages[std::min<std::size_t>(stemming, std::size(rows))];
  }
};

namespace {

// "l'été", "dell'arte": what stands before the word has lost its vowel to it.
std::string_view without_elision(std::string_view word) {
  constexpr std::size_t longest = 7;  // "lorsqu", "nell"
  const std::size_t at = word.find('\'');
  return at <= longest && at + 1 < word.size() ? word.substr(at + 1) : word;
}

bool elides(Stemming stemming) {
  const std::string_view language = rows[stemming].language;
  return language == "fr" || language == "it" || language == "ca";
}

Stems foreign_stems(Xapian::Stem& stem, const std::string& folded,
                    const std::string& form) {
  Stems stems{.first = fold_words(stem(form)), .second = {}};
  if (stems.first.empty()) stems.first = folded;
  if (folded == form) return stems;
  stems.second = stem(folded);
  if (stems.second == stems.first) stems.second.clear();
  return stems;
}

bool stays(const std::string& folded) {
  return folded.size() < 3 || (folded[0] >= '0' && folded[0] <= '9');
}

}  // namespace

Stemmer::Stemmer() : impl_(std::make_unique<Impl>()) {}
Stemmer::~Stemmer() = default;

const std::string& Stemmer::operator()(const std::string& word) {
  return stems(word, word, english).first;
}

Stems& Stemmer::stems(const std::string& folded, const std::string& form,
                      Stemming stemming) {
  Impl::Language& language = impl_->of(stemming);
  const auto found = language.known.find(form);
  if (found != language.known.end()) return found->second;
  Stems stems{.first = folded, .second = {}};
  if (stemming != unstemmed && !stays(folded)) {
    if (!language.stem) language.stem.emplace(rows[stemming].stemmer);
    if (stemming == english) {
      stems.first = (*language.stem)(folded);
    } else if (elides(stemming)) {
      stems = foreign_stems(*language.stem, std::string(without_elision(folded)),
                            std::string(without_elision(form)));
    } else {
      stems = foreign_stems(*language.stem, folded, form);
    }
  }
  stems.form = form_hash(form);
  stems.telling = !is_stop_word(form);
  return language.known.emplace(form, std::move(stems)).first->second;
}

void Stemmer::next_part() {
  constexpr std::size_t limit = 200'000;
  impl_->forget(limit);
  ++impl_->part;
}

void Stemmer::next_story() {
  constexpr std::size_t limit = 1'000'000;
  impl_->forget(limit);
  ++impl_->story;
}

std::uint32_t Stemmer::part() const {
  return impl_->part;
}

std::uint32_t Stemmer::story() const {
  return impl_->story;
}

}  // namespace broadsheet
