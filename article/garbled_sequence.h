// The bytes of one UTF-8 character as a wrong charset shows them: "Ã©", "â€™".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "article/garbled_charset.h"

namespace broadsheet {

// Letters of the alphabets the wrong charsets have, with their case.
bool is_lower_letter(char32_t c);
bool is_upper_letter(char32_t c);
bool is_any_letter(char32_t c);

// Characters that no news text holds: private use, Mongolian, Yi and other rarities.
bool is_rare(char32_t c);

struct Sequence {
  std::size_t length = 0;  // characters it takes
  char32_t value = 0;
  unsigned lead = 0;
};

bool same_alphabet(unsigned a, unsigned b);

// Leads of Latin Extended, Greek, Cyrillic, Hebrew, Arabic.
bool is_known_lead(unsigned lead);

std::optional<Sequence> sequence_at(const Charset& charset, std::u32string_view text,
                                    std::size_t at);

// "voilÃ le": the second half of "à" was a no-break space that became a plain one or was
// kept. Gives how many characters stand for the "à", 0 when it is not that. `sure`: other
// mojibake of this charset was undone in the text.
std::size_t lost_a_grave(const Charset& charset, std::u32string_view text, std::size_t at,
                         bool sure);

// What a decoder could not read stands as U+FFFD or "?" in the middle of a sequence:
// "â€?" was a closing quote, "Ñ\uFFFD" a Cyrillic letter; which one, is lost.
std::size_t lost_sequence(const Charset& charset, std::u32string_view text,
                          std::size_t at, std::optional<unsigned> lead_before, bool sure);

}  // namespace broadsheet
