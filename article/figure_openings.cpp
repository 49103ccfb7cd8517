#include "article/figure_openings.h"

#include <bitset>
#include <cstdint>

#include "article/figure_lexicon.h"
#include "article/word_list.h"

namespace broadsheet {
namespace {

// The first letters of words, as many as tell them from common ones.
class Openings {
 public:
  static constexpr std::size_t length = 4;

  Openings() {
    each_number_word([&](std::string_view word) { add(word); });
    // Multiples, and the coins that "a" makes a figure.
    constexpr std::string_view others =
        "doub trip treb quad quin halv half quar twof sixf tenf twic thri sing digi "
        "doll euro cent penn dime buck rupe fran quid";
    each_part(others, ' ', [&](std::string_view word) { add(word); });
  }

  // `letters` packs them, one a byte.
  bool has(std::uint32_t letters) const { return bits_[place(letters)]; }

 private:
  void add(std::string_view word) {
    std::uint32_t letters = 0;
    for (const char c : word.substr(0, length))
      letters = letters << 8U | static_cast<unsigned char>(c);
    bits_[place(letters)] = true;
  }
  static std::size_t place(std::uint32_t letters) { return letters * 0x9E3779B1U >> 19U; }

  std::bitset<8192> bits_;
};

}  // namespace

bool may_tell_figure(std::string_view sentence) {
  static const Openings openings;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t at = 0; at < sentence.size();) {
    const char c = sentence[at];
    if (is_letter(c)) {
      std::uint32_t letters = 0;
      const std::size_t start = at;
      for (; at < sentence.size() && is_letter(sentence[at]); ++at) {
        if (at - start < Openings::length)
          letters = letters << 8U | static_cast<unsigned char>(sentence[at]);
      }
      if (openings.has(letters)) return true;
      continue;
    }
    // Signs of fractions and currencies lie behind these bytes.
    const bool sign = c == '\xC2' || (c == '\xE2' && at + 1 < sentence.size() &&
                                      sentence[at + 1] == '\x85');
    if ((c >= '0' && c <= '9') || c == '$' || sign) return true;
    ++at;
  }
  return false;
}

}  // namespace broadsheet
