// Stems: which words stand under one term. A story's words are stemmed by its language; a
// word in another script than the language's by what that script is mostly used for.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// A row of the table of stemmers (stemmer.cpp).
using Stemming = std::uint8_t;
inline constexpr Stemming english = 0;
inline constexpr Stemming unstemmed = 255;

enum class Script : std::uint8_t {
  latin,
  cyrillic,
  arabic,
  armenian,
  devanagari,
  tamil,
  other
};
inline constexpr std::size_t script_count = 7;

// Of a folded word, by its first letter.
Script script_of(std::string_view word);

// How the words of a story are stemmed, by their script.
class StoryStemming {
 public:
  // By the code of its language; an unknown one is taken for English.
  explicit StoryStemming(const std::optional<std::string>& language);
  Stemming of(std::string_view word) const {
    return by_script_[static_cast<std::size_t>(script_of(word))];
  }
  Stemming of(Script script) const {
    return by_script_[static_cast<std::size_t>(script)];
  }

 private:
  std::array<Stemming, script_count> by_script_;
};

// Where a word stands. In English that is one stem of the folded word. Elsewhere suffixes
// have accents: the word is stemmed as it is printed, then folded; when the folded word
// has another stem it stands there as well, for who types without accents.
struct Stems {
  std::string first;
  std::string second;  // empty: the same

  // For who writes an index (schema/story_words): the last story with the word, and how
  // many of the part have it.
  std::uint32_t form = 0;  // form_hash
  bool telling = true;     // no stop word
  std::uint32_t story = 0;
  std::uint32_t part = 0;
  std::uint32_t stories = 0;
  std::uint32_t part_of_forms = 0;  // the last part with another form of this stem
};

// Numbers and words of up to two bytes stay as they are. Remembers what it has stemmed,
// since text repeats its words. Not thread-safe: one per thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();

  // The English stem of a folded word.
  const std::string& operator()(const std::string& word);

  // `form` is the word with its diacritics, `folded` without. Stays valid until the next
  // story.
  Stems& stems(const std::string& folded, const std::string& form, Stemming stemming);

  // To be called before each part of an index and before each story in it; they forget
  // words when there are too many.
  void next_part();
  void next_story();
  std::uint32_t part() const;
  std::uint32_t story() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadsheet
