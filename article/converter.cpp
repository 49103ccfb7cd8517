// ICU reads GB2312, Shift_JIS and EUC-JP by their extensions of later years (GB18030,
// Windows-31J). That loses nothing but a few signs, which the extensions moved: those are
// put back when no byte of the text lies outside the standard.
#include "article/converter.h"

#include <algorithm>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "article/utf8.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_bytes = 256U << 20U;

struct Cell {
  char16_t extended;
  char16_t standard;
};
constexpr Cell japanese_cells[] = {{0xFF5E, 0x301C}, {0x2225, 0x2016}, {0xFF0D, 0x2212},
                                   {0xFFE0, 0x00A2}, {0xFFE1, 0x00A3}, {0xFFE2, 0x00AC}};
constexpr Cell chinese_cells[] = {{0x00B7, 0x30FB}, {0x2014, 0x2015}};

bool is_between(unsigned char c, unsigned low, unsigned high) {
  return c >= low && c <= high;
}

// Whether every two-byte character lies in the rows that the standard fills.
template <typename IsSingle, typename IsInRow>
bool keeps_to(std::string_view bytes, IsSingle is_single, IsInRow is_in_row) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (is_single(lead)) {
      ++at;
      continue;
    }
    if (at + 1 >= bytes.size()) return false;
    if (!is_in_row(lead, static_cast<unsigned char>(bytes[at + 1]))) return false;
    at += 2;
  }
  return true;
}

bool is_ascii_byte(unsigned char c) {
  return c < 0x80;
}

bool is_plain_gb2312(std::string_view bytes) {
  return keeps_to(bytes, is_ascii_byte, [](unsigned char lead, unsigned char tail) {
    return (is_between(lead, 0xA1, 0xA9) || is_between(lead, 0xB0, 0xF7)) && tail >= 0xA1;
  });
}

bool is_plain_shift_jis(std::string_view bytes) {
  return keeps_to(
      bytes, [](unsigned char c) { return c < 0x80 || is_between(c, 0xA1, 0xDF); },
      [](unsigned char lead, unsigned char) {
        return is_between(lead, 0x81, 0x84) || is_between(lead, 0x88, 0x9F) ||
               is_between(lead, 0xE0, 0xEA);
      });
}

bool is_plain_euc_jp(std::string_view bytes) {
  return keeps_to(bytes, is_ascii_byte, [](unsigned char lead, unsigned char) {
    return lead == 0x8E || is_between(lead, 0xA1, 0xA8) || is_between(lead, 0xB0, 0xF4);
  });
}

template <std::size_t N>
void read_by_standard(std::u16string& text, const Cell (&cells)[N]) {
  for (char16_t& c : text) {
    if (c < 0x80) continue;
    for (const Cell& cell : cells) {
      if (c == cell.extended) c = cell.standard;
    }
  }
}

void settle_cells(std::u16string& text, std::string_view bytes,
                  std::string_view charset) {
  if (charset == "gb18030") {
    if (is_plain_gb2312(bytes)) read_by_standard(text, chinese_cells);
  } else if (charset == "windows-31j") {
    if (is_plain_shift_jis(bytes)) read_by_standard(text, japanese_cells);
  } else if (charset == "euc-jp") {
    if (is_plain_euc_jp(bytes)) read_by_standard(text, japanese_cells);
  }
}

// ICU gives U+001A for a broken byte of some double-byte charsets. A text has no such
// character unless its bytes have it.
void unify_replacements(std::u16string& text, std::string_view bytes) {
  if (bytes.find('\x1A') != std::string_view::npos) return;
  std::replace(text.begin(), text.end(), u'\x1A', u'\xFFFD');
}

std::string utf8_of(std::u16string_view wide) {
  std::string out(wide.size() * 3 + 1, '\0');
  int32_t written = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(out.data(), static_cast<int32_t>(out.size()), &written, wide.data(),
                     static_cast<int32_t>(wide.size()), 0xFFFD, nullptr, &status);
  out.resize(U_FAILURE(status) ? 0U : static_cast<std::size_t>(written));
  return out;
}

}  // namespace

std::optional<std::u16string> decode_wide(std::string_view bytes,
                                          const std::string& charset) {
  if (charset.empty() || charset.size() > 60 || bytes.size() > most_bytes) {
    return std::nullopt;
  }
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset.c_str(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  std::u16string wide(bytes.size() * 2 + 16, u'\0');
  const auto length =
      ucnv_toUChars(converter, wide.data(), static_cast<int32_t>(wide.size()),
                    bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  wide.resize(static_cast<std::size_t>(length));
  unify_replacements(wide, bytes);
  return wide;
}

std::optional<std::string> decode_charset(std::string_view bytes,
                                          const std::string& charset) {
  auto wide = decode_wide(bytes, charset);
  if (!wide) return std::nullopt;
  settle_cells(*wide, bytes, charset);
  return utf8_of(*wide);
}

}  // namespace broadsheet
