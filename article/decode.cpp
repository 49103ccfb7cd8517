// Bytes to UTF-8. The order is the one that proves itself: a byte order mark says it, a
// text that is strictly valid UTF-8 is UTF-8, then the page's own word unless the bytes
// contradict it, then what the bytes read like (article/charset).
#include "article/charset.h"
#include "article/converter.h"
#include "article/text_repair.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

// The longer mark first: UTF-32LE begins like UTF-16LE.
constexpr Mark marks[] = {{std::string_view("\xFF\xFE\0\0", 4), "utf-32le"},
                          {std::string_view("\0\0\xFE\xFF", 4), "utf-32be"},
                          {"\xEF\xBB\xBF", "utf-8"},
                          {"\xFF\xFE", "utf-16le"},
                          {"\xFE\xFF", "utf-16be"}};

std::string decode_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes)
    append_utf8(out, windows_1252(static_cast<unsigned char>(c)));
  return out;
}

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find("\xEF\xBF\xBD"); at != std::string_view::npos;
       at = text.find("\xEF\xBF\xBD", at + 3)) {
    ++count;
  }
  return count;
}

// A declared charset that many bytes contradict was the wrong word.
bool is_credible(std::string_view decoded) {
  return count_replacements(decoded) * 100 <= decoded.size() / 4;
}

// UTF-8 with a few broken places (a cut file, a pasted quote) rather than another
// charset.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    at += ascii_prefix(bytes.substr(at));
    if (at >= bytes.size()) break;
    const CodePoint c = code_point_at(bytes, at);
    ++(c.valid ? good : bad);
    at += c.length;
  }
  return good > bad * 4;
}

Repaired decoded_as(std::string text, std::string_view charset) {
  return {std::move(text), {"decoded " + std::string(charset)}, std::string(charset)};
}

std::optional<Repaired> decode_as_declared(std::string_view bytes,
                                           const std::string& charset) {
  if (charset.empty() || charset == "utf-8") return std::nullopt;
  if (charset == "windows-1252") return decoded_as(decode_windows_1252(bytes), charset);
  auto text = decode_charset(bytes, charset);
  if (!text || !is_credible(*text)) return std::nullopt;
  return decoded_as(std::move(*text), charset);
}

}  // namespace

Repaired decode_bytes(std::string_view bytes, std::string_view declared_charset) {
  for (const Mark& mark : marks) {
    if (bytes.substr(0, mark.bytes.size()) != mark.bytes) continue;
    bytes.remove_prefix(mark.bytes.size());
    if (mark.charset == "utf-8") break;
    if (auto text = decode_charset(bytes, std::string(mark.charset))) {
      return decoded_as(std::move(*text), mark.charset);
    }
  }
  const std::string form = charset_by_form(bytes);
  if (!form.empty()) {
    if (auto text = decode_charset(bytes, form))
      return decoded_as(std::move(*text), form);
  }
  if (is_valid_utf8(bytes)) return {std::string(bytes), {}};
  if (is_mostly_utf8(bytes)) {
    return {replace_invalid_utf8(bytes), {"replaced invalid UTF-8"}};
  }
  if (auto text = decode_as_declared(bytes, meant_charset(declared_charset)))
    return *text;
  const std::string charset = charset_by_reading(bytes);
  if (charset != "windows-1252") {
    if (auto text = decode_charset(bytes, charset)) {
      return decoded_as(std::move(*text), charset);
    }
  }
  return decoded_as(decode_windows_1252(bytes), "windows-1252");
}

}  // namespace broadsheet
