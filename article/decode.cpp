// Bytes to UTF-8. The order is the one that proves itself: a byte order mark says it, a
// text that is strictly valid UTF-8 is UTF-8, then the page's own word, then the guess
// that is most often right on the web.
#include <algorithm>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "article/ascii.h"
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

// Names by which pages mean a larger charset than the name says (as browsers read them).
constexpr Mark meant_charsets[] = {{"iso-8859-1", "windows-1252"},
                                   {"latin1", "windows-1252"},
                                   {"latin-1", "windows-1252"},
                                   {"us-ascii", "windows-1252"},
                                   {"ascii", "windows-1252"},
                                   {"cp1252", "windows-1252"},
                                   {"iso8859-1", "windows-1252"},
                                   {"iso-8859-9", "windows-1254"},
                                   {"iso-8859-11", "windows-874"},
                                   {"tis-620", "windows-874"},
                                   {"gb2312", "gb18030"},
                                   {"gbk", "gb18030"},
                                   {"x-gbk", "gb18030"},
                                   {"shift_jis", "windows-31j"},
                                   {"shift-jis", "windows-31j"},
                                   {"x-sjis", "windows-31j"},
                                   {"euc-kr", "windows-949"},
                                   {"ks_c_5601-1987", "windows-949"},
                                   {"utf8", "utf-8"}};

std::string meant_charset(std::string_view declared) {
  std::string name = to_lower(trimmed(declared));
  for (const Mark& row : meant_charsets) {
    if (row.bytes == name) return std::string(row.charset);
  }
  return name;
}

std::string decode_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes)
    append_utf8(out, windows_1252(static_cast<unsigned char>(c)));
  return out;
}

std::optional<std::string> decode_by_icu(std::string_view bytes,
                                         const std::string& charset) {
  constexpr std::size_t most = 512U << 20U;
  if (charset.empty() || charset.size() > 60 || bytes.size() > most) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset.c_str(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  const auto size = static_cast<int32_t>(bytes.size());
  std::u16string wide(bytes.size() * 2 + 16, u'\0');
  const auto length =
      ucnv_toUChars(converter, wide.data(), static_cast<int32_t>(wide.size()),
                    bytes.data(), size, &status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out(static_cast<std::size_t>(length) * 3 + 1, '\0');
  int32_t written = 0;
  u_strToUTF8WithSub(out.data(), static_cast<int32_t>(out.size()), &written, wide.data(),
                     length, 0xFFFD, nullptr, &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(written));
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
  Repaired out{std::move(text), {}};
  out.repairs.push_back("decoded " + std::string(charset));
  return out;
}

}  // namespace

Repaired decode_bytes(std::string_view bytes, std::string_view declared_charset) {
  for (const Mark& mark : marks) {
    if (bytes.substr(0, mark.bytes.size()) != mark.bytes) continue;
    bytes.remove_prefix(mark.bytes.size());
    if (mark.charset == "utf-8") break;
    if (auto text = decode_by_icu(bytes, std::string(mark.charset))) {
      return decoded_as(std::move(*text), mark.charset);
    }
  }
  if (is_valid_utf8(bytes)) return {std::string(bytes), {}};
  const std::string charset = meant_charset(declared_charset);
  if (is_mostly_utf8(bytes)) {
    return {replace_invalid_utf8(bytes), {"replaced invalid UTF-8"}};
  }
  if (charset != "utf-8" && charset != "windows-1252") {
    auto text = decode_by_icu(bytes, charset);
    if (text && is_credible(*text)) return decoded_as(std::move(*text), charset);
  }
  return decoded_as(decode_windows_1252(bytes), "windows-1252");
}

}  // namespace broadsheet
