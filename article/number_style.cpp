// Small words of English against those of the languages of Europe that write decimal
// commas. The opening of a text is enough. Words that both have ("in", "on", "die", "a")
// are left out.
#include "article/number_style.h"

#include <cstddef>
#include <unordered_map>

namespace broadsheet {
namespace {

constexpr std::size_t opening = 1500;

constexpr std::string_view english_words =
    "the of and to is that was for with said has are were will have from this which "
    "their "
    "its than more over about but";

constexpr std::string_view continental_words =
    "der das und ist für mit von auf dem den ein eine nicht sich im um wurde werden sind "
    "le la les des et du une est pour dans qui sur par au aux ont été "
    "el los las que del y por con una para más sus fue "
    "il di che della dei gli nel sono anche più "
    "não uma um da dos em mais foi ao "
    "het een van voor zijn niet bij "
    "och att det som på är för med till av "
    "og til af ikke blev på har kroner "
    "jest się nie oraz roku na "
    "и в на не что по с из за для млн млрд тыс";

class SmallWords {
 public:
  SmallWords() {
    add(english_words, 1);
    add(continental_words, -1);
  }
  int vote(std::string_view word) const {
    const auto found = votes_.find(word);
    return found == votes_.end() ? 0 : found->second;
  }

 private:
  void add(std::string_view words, int vote) {
    while (!words.empty()) {
      const std::size_t space = words.find(' ');
      votes_[words.substr(0, space)] = vote;
      words =
          space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
    }
  }

  std::unordered_map<std::string_view, int> votes_;
};

bool parts_words(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      (static_cast<unsigned char>(c) & 0x80u) != 0;
  return !letter;
}

}  // namespace

NumberStyle number_style(std::string_view lower) {
  static const SmallWords words;
  int english = 0;
  int continental = 0;
  const std::string_view text = lower.substr(0, opening);
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !parts_words(text[i])) continue;
    const int vote = words.vote(text.substr(start, i - start));
    if (vote > 0) ++english;
    if (vote < 0) ++continental;
    start = i + 1;
  }
  // One word is no proof: "plus", "des", "von" stand in names.
  return continental > 1 && continental > 2 * english ? NumberStyle::continental
                                                      : NumberStyle::english;
}

}  // namespace broadsheet
