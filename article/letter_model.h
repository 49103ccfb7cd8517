// How likely a character is in a language: letters from the commonest to the rarest. It
// tells a text read in its own charset from one read in a wrong one, which is full of
// letters that its language hardly uses.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>

namespace broadsheet {

enum class Script {
  latin,
  cyrillic,
  greek,
  hebrew,
  arabic,
  thai,
  japanese,
  korean,
  simplified,
  traditional
};

struct LetterModel {
  std::string_view language;
  Script script;
  std::unordered_map<char16_t, float> chances;  // logarithms, of letters in lower case
  float others;                                 // of its script, but not in the list
};

std::span<const LetterModel> letter_models();

}  // namespace broadsheet
