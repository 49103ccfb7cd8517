// Mojibake: UTF-8 that was read as something else on its way here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// Undoes UTF-8 read as Windows-1252 or Latin-1, as another Windows charset, ISO-8859-2,
// Mac Roman or a DOS code page, also several times over. `text` is valid UTF-8 and is
// left alone when nothing is certain. The name of the wrong charset when one was undone.
std::optional<std::string_view> undo_mojibake(std::string& text);

// Undoes what is left of UTF-8 that was read as ISO-8859-11 (Thai) and then lost its
// control characters. Only for texts without a Thai word. True when something was done.
bool undo_thai_scars(std::string& text);

}  // namespace broadsheet
