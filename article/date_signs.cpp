#include "article/date_signs.h"

#include "article/ascii.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

// The zeros of decimal digits; nine more follow each.
constexpr char32_t zeros[] = {0x0660, 0x06F0, 0x0966, 0x09E6, 0xFF10};

char plain_digit(char32_t c) {
  for (const char32_t zero : zeros) {
    if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
  }
  return 0;
}

// Only behind a number: the sign of the month is also the moon, and that of the day
// begins the Korean Sunday.
char plain_unit(char32_t c) {
  switch (c) {
    case 0x5E74:  // year
    case 0xB144:
    case 0x6708:  // month
    case 0xC6D4:
      return '-';
    case 0x65E5:  // day
    case 0xC77C:
      return ' ';
    default:
      return 0;
  }
}

char plain_sign(char32_t c) {
  switch (c) {
    case 0x00A0:
    case 0x2009:
    case 0x202F:
    case 0x3000:
      return ' ';
    case 0x060C:
      return ',';
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x00B7:
    case 0x2022:
    case 0x2219:
    case 0x22C5:
    case 0x25AA:
    case 0x25CF:
      return '|';
    default:
      return 0;
  }
}

bool ends_in_number(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return !text.empty() && is_digit(text.back());
}

}  // namespace

std::string plain_date(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_high(text[at])) {
      out += text[at++];
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    char plain = plain_digit(c.value);
    if (plain == 0) plain = plain_sign(c.value);
    if (plain == 0 && ends_in_number(out)) plain = plain_unit(c.value);
    if (plain != 0) {
      out += plain;
    } else {
      out += text.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

}  // namespace broadsheet
