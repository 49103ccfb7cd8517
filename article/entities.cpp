// Only the names that stand in news text are known; a full table belongs to an HTML
// parser, and whoever has HTML goes through one.
#include "article/entities.h"

#include <algorithm>
#include <optional>

#include "article/ascii.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

struct Entity {
  std::string_view name;
  char32_t value;
};

constexpr Entity entities[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},     {"nbsp", 0xA0},     {"iexcl", 0xA1},    {"cent", 0xA2},
    {"pound", 0xA3},    {"yen", 0xA5},      {"sect", 0xA7},     {"copy", 0xA9},
    {"laquo", 0xAB},    {"shy", 0xAD},      {"reg", 0xAE},      {"deg", 0xB0},
    {"plusmn", 0xB1},   {"sup2", 0xB2},     {"sup3", 0xB3},     {"acute", 0xB4},
    {"micro", 0xB5},    {"para", 0xB6},     {"middot", 0xB7},   {"raquo", 0xBB},
    {"frac14", 0xBC},   {"frac12", 0xBD},   {"frac34", 0xBE},   {"iquest", 0xBF},
    {"times", 0xD7},    {"divide", 0xF7},   {"Agrave", 0xC0},   {"Aacute", 0xC1},
    {"Acirc", 0xC2},    {"Atilde", 0xC3},   {"Auml", 0xC4},     {"Aring", 0xC5},
    {"AElig", 0xC6},    {"Ccedil", 0xC7},   {"Egrave", 0xC8},   {"Eacute", 0xC9},
    {"Ecirc", 0xCA},    {"Euml", 0xCB},     {"Iacute", 0xCD},   {"Icirc", 0xCE},
    {"Iuml", 0xCF},     {"Ntilde", 0xD1},   {"Oacute", 0xD3},   {"Ocirc", 0xD4},
    {"Otilde", 0xD5},   {"Ouml", 0xD6},     {"Oslash", 0xD8},   {"Uacute", 0xDA},
    {"Ucirc", 0xDB},    {"Uuml", 0xDC},     {"szlig", 0xDF},    {"agrave", 0xE0},
    {"aacute", 0xE1},   {"acirc", 0xE2},    {"atilde", 0xE3},   {"auml", 0xE4},
    {"aring", 0xE5},    {"aelig", 0xE6},    {"ccedil", 0xE7},   {"egrave", 0xE8},
    {"eacute", 0xE9},   {"ecirc", 0xEA},    {"euml", 0xEB},     {"igrave", 0xEC},
    {"iacute", 0xED},   {"icirc", 0xEE},    {"iuml", 0xEF},     {"ntilde", 0xF1},
    {"ograve", 0xF2},   {"oacute", 0xF3},   {"ocirc", 0xF4},    {"otilde", 0xF5},
    {"ouml", 0xF6},     {"oslash", 0xF8},   {"ugrave", 0xF9},   {"uacute", 0xFA},
    {"ucirc", 0xFB},    {"uuml", 0xFC},     {"yuml", 0xFF},     {"OElig", 0x152},
    {"oelig", 0x153},   {"Scaron", 0x160},  {"scaron", 0x161},  {"ensp", 0x2002},
    {"emsp", 0x2003},   {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},
    {"ndash", 0x2013},  {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},
    {"sbquo", 0x201A},  {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"bdquo", 0x201E},
    {"dagger", 0x2020}, {"bull", 0x2022},   {"hellip", 0x2026}, {"prime", 0x2032},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"euro", 0x20AC},   {"trade", 0x2122},
    {"larr", 0x2190},   {"rarr", 0x2192},   {"minus", 0x2212},  {"asymp", 0x2248},
    {"ne", 0x2260},     {"le", 0x2264},     {"ge", 0x2265}};

constexpr std::size_t longest_name = 8;

std::optional<char32_t> numeric_value(std::string_view digits) {
  const bool hex = !digits.empty() && to_lower(digits.front()) == 'x';
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits) {
    const char low = to_lower(c);
    if (is_digit(c)) {
      value = value * (hex ? 16 : 10) + static_cast<char32_t>(c - '0');
    } else if (hex && low >= 'a' && low <= 'f') {
      value = value * 16 + static_cast<char32_t>(low - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  if (value == 0 || value > 0x10FFFF) return std::nullopt;
  // Pages number the Windows-1252 quotes as if they were Unicode: &#146;
  return value < 0x100 ? windows_1252(static_cast<unsigned char>(value)) : value;
}

std::optional<char32_t> value_of(std::string_view name) {
  if (!name.empty() && name.front() == '#') return numeric_value(name.substr(1));
  const auto* row = std::find_if(std::begin(entities), std::end(entities),
                                 [&](const Entity& e) { return e.name == name; });
  if (row == std::end(entities)) return std::nullopt;
  return row->value;
}

bool decode_once(std::string& text) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find('&'); at != std::string::npos;
       at = text.find('&', at)) {
    const std::size_t end = text.substr(at, longest_name + 2).find(';');
    const auto value = end == std::string::npos
                           ? std::nullopt
                           : value_of(std::string_view(text).substr(at + 1, end - 1));
    ++at;
    if (!value) continue;
    out.append(text, done, at - 1 - done);
    append_utf8(out, *value);
    done = at + end;
    at = done;
  }
  if (done == 0) return false;
  out.append(text, done);
  text = std::move(out);
  return true;
}

}  // namespace

bool decode_entities(std::string& text) {
  constexpr int most_layers = 3;
  int layers = 0;
  while (layers < most_layers && decode_once(text)) ++layers;
  return layers > 0;
}

}  // namespace broadsheet
