// Letters as they are compared: lower case, without diacritics.
#pragma once

#include <string>
#include <unicode/utypes.h>

namespace broadsheet {

// Lower case; the final sigma is the letter sigma.
char32_t lower_letter(UChar32 c);

bool is_mark(UChar32 c);

// Appends what the letter is folded to: "É" ==> "e", "ﬁ" ==> "fi", "ß" ==> "ss"; nothing
// for a diacritic by itself.
void append_folded(std::string& out, UChar32 c);

// One spelling of what can be written with a letter and a mark or with one letter.
std::string composed(const std::string& text);

}  // namespace broadsheet
