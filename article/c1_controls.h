// C1 controls in decoded text. No text has any on purpose: they are bytes 80 to 9F of an
// old charset that was read as Latin-1.
#pragma once

#include <string_view>

namespace broadsheet {

enum class C1Charset { windows_1252, macintosh };

// Which of the two the controls of a text come from. Macintosh has letters where Windows
// has quotes and signs, so signs inside words tell them apart. One pass.
C1Charset c1_charset(std::string_view text);

// What the control `c` (0x80 to 0x9F) stands for; `c` itself when it stands for nothing.
char32_t c1_character(char32_t c, C1Charset charset);

}  // namespace broadsheet
