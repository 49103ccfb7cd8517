// Text as it came, made readable: decoded to UTF-8, mojibake undone, invisible and
// control characters dropped. Good text passes unchanged.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct Repaired {
  std::string text;                  // valid UTF-8
  std::vector<std::string> repairs;  // what was done, for people; empty: nothing
  std::string charset = "utf-8";     // what the bytes were in
};

// Bytes of a file to UTF-8: byte order mark, strict UTF-8, the declared charset (an HTML
// meta tag or XML declaration; may be empty), then the one they read best in.
Repaired decode_bytes(std::string_view bytes, std::string_view declared_charset = {});

// Undoes mojibake and HTML entities left in text, drops control characters, zero-width
// characters and soft hyphens, turns odd spaces into plain ones, composes (NFC).
// Newlines and tabs stay. `text` may hold invalid UTF-8: it is replaced by U+FFFD.
Repaired repair_text(std::string_view text);

}  // namespace broadsheet
