// The encodings of mail: quoted-printable, base64 and the encoded words of headers. Odd
// bytes in them are kept or passed over, never an error.
#include <array>

#include "article/ascii.h"
#include "article/text_repair.h"
#include "indexer/readers/mime.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char low = to_lower(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

// "=C3" at `at`: its byte, or -1.
int hex_byte(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return -1;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

std::string decode_quoted(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
      continue;
    }
    const int byte = hex_byte(text, i);
    const std::size_t line_end = text.find_first_not_of(" \t\r", i + 1);
    if (byte >= 0) {
      out += static_cast<char>(byte);
      i += 2;
    } else if (line_end == text.npos || text[line_end] == '\n') {
      i = line_end == text.npos ? text.size() : line_end;  // a soft line break
    } else {
      out += '=';
    }
  }
  return out;
}

const std::array<signed char, 256>& base64_values() {
  static const auto values = [] {
    std::array<signed char, 256> table;
    table.fill(-1);
    constexpr std::string_view signs =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < signs.size(); ++i) {
      table[static_cast<unsigned char>(signs[i])] = static_cast<signed char>(i);
    }
    table['-'] = 62;
    table['_'] = 63;
    return table;
  }();
  return values;
}

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 3 / 4);
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = base64_values()[static_cast<unsigned char>(c)];
    if (value < 0) continue;
    bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

struct Word {
  std::string text;
  std::size_t length = 0;  // 0: none here
};

// An encoded word at the start of `text`.
Word read_word(std::string_view text) {
  constexpr std::size_t longest = 4096;
  text = text.substr(0, longest);
  const std::size_t first = text.find('?', 2);
  if (first == text.npos || first + 3 >= text.size() || text[first + 2] != '?') return {};
  const std::size_t end = text.find("?=", first + 3);
  if (end == text.npos) return {};
  std::string_view charset = text.substr(2, first - 2);
  charset = charset.substr(0, charset.find('*'));  // "utf-8*en"
  std::string coded(text.substr(first + 3, end - first - 3));
  const char kind = to_lower(text[first + 1]);
  if (kind == 'q') {
    for (char& c : coded) c = c == '_' ? ' ' : c;
    coded = decode_quoted(coded);
  } else if (kind == 'b') {
    coded = decode_base64(coded);
  } else {
    return {};
  }
  return {decode_bytes(coded, to_lower(charset)).text, end + 2};
}

}  // namespace

std::string decode_words(std::string_view value) {
  std::string out;
  const auto keep = [&](std::string_view raw) { out += decode_bytes(raw).text; };
  bool after_word = false;
  while (!value.empty()) {
    const std::size_t at = std::min(value.find("=?"), value.size());
    const std::string_view before = value.substr(0, at);
    // White space between two encoded words is no part of the text.
    const Word word = at < value.size() ? read_word(value.substr(at)) : Word{};
    if (!(after_word && word.length > 0 && trimmed(before).empty())) keep(before);
    after_word = word.length > 0;
    if (word.length > 0) {
      out += word.text;
      value.remove_prefix(at + word.length);
    } else {
      keep(value.substr(at, 2));
      value.remove_prefix(std::min(at + 2, value.size()));
    }
  }
  return out;
}

std::string decode_transfer(std::string_view body, std::string_view encoding) {
  encoding = trimmed(encoding);
  if (equal_ignoring_case(encoding, "base64")) return decode_base64(body);
  if (equal_ignoring_case(encoding, "quoted-printable")) return decode_quoted(body);
  return std::string(body);
}

}  // namespace broadsheet
