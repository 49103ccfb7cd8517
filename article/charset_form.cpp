// What can be said of a charset without reading the text: the names pages give, wide
// characters by their zero bytes, seven-bit charsets by their escapes.
#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "article/charset.h"
#include "article/converter.h"
#include "article/letter_model.h"

namespace broadsheet {
namespace {

struct Name {
  std::string_view given;
  std::string_view meant;
};

// Names by which pages mean a larger charset than the name says (as browsers read them),
// and names that ICU does not know.
constexpr Name meant_names[] = {
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-user-defined", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"logical", "iso-8859-8"},
    {"visual", "iso-8859-8"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"euc-cn", "gb18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"ms_kanji", "windows-31j"},
    {"cp932", "windows-31j"},
    {"x-euc-jp", "euc-jp"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"korean", "windows-949"},
    {"x-euc-tw", "euc-tw"},
    {"big5-hkscs", "big5-hkscs"},
    {"x-x-big5", "big5-hkscs"},
    {"maccyrillic", "x-mac-cyrillic"},
    {"x-mac-roman", "macintosh"},
    {"utf8", "utf-8"},
    // Whoever can read the name inside the page has no wide characters before them.
    {"utf-16", "utf-8"},
    {"utf-16le", "utf-8"},
    {"utf-16be", "utf-8"}};

// Elements whose text is not markup.
constexpr std::array<std::string_view, 5> opaque = {"script", "style", "title",
                                                    "textarea", "noscript"};

std::string_view value_at(std::string_view tag, std::size_t at) {
  at = tag.find_first_not_of(" \t\r\n", at);
  if (at == tag.npos || tag[at] != '=') return {};
  at = tag.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == tag.npos) return {};
  return tag.substr(at, tag.find_first_of("\"';> \t\r\n", at) - at);
}

// The charset of a <meta> tag. "charset" in the description of a page about charsets is
// none: it stands inside the value of an attribute.
std::string_view charset_of_meta(std::string_view tag) {
  const bool content = tag.find("http-equiv") != tag.npos;
  char quote = '\0';
  for (std::size_t at = 0; at < tag.size(); ++at) {
    const char c = tag[at];
    if (quote == '\0' ? c == '"' || c == '\'' : c == quote) {
      quote = quote == '\0' ? c : '\0';
    }
    if (c != 'c' || (quote != '\0' && !content)) continue;
    if (!tag.substr(at).starts_with("charset")) continue;
    const std::string_view value = value_at(tag, at + 7);
    if (!value.empty()) return value;
  }
  return {};
}

std::string_view name_in_xml(std::string_view head) {
  const std::string_view text = trimmed(head);
  if (!text.starts_with("<?xml")) return {};
  const std::string_view line = text.substr(0, text.find("?>"));
  const std::size_t at = line.find("encoding");
  return at == line.npos ? std::string_view() : value_at(line, at + 8);
}

bool is_named(std::string_view rest, std::string_view name) {
  if (!rest.starts_with(name)) return false;
  rest.remove_prefix(name.size());
  return rest.empty() || is_space(rest[0]) || rest[0] == '>' || rest[0] == '/';
}

// Where the markup goes on behind the tag that opens at `at`; npos for nowhere.
std::size_t after_tag(std::string_view head, std::size_t at) {
  const std::string_view rest = head.substr(at + 1);
  if (rest.starts_with("!--")) {
    const std::size_t end = head.find("-->", at + 4);
    return end == head.npos ? end : end + 3;
  }
  for (const std::string_view name : opaque) {
    if (is_named(rest, name)) return head.find("</" + std::string(name), at);
  }
  return at + 1;
}

std::string_view name_in_meta(std::string_view head) {
  for (std::size_t at = head.find('<'); at < head.size(); at = head.find('<', at)) {
    if (is_named(head.substr(at + 1), "meta")) {
      constexpr std::size_t longest = 512;
      const std::string_view rest = head.substr(at, longest);
      const std::string_view tag = rest.substr(0, rest.find('>'));
      const std::string_view value = charset_of_meta(tag);
      if (!value.empty()) return value;
    }
    at = after_tag(head, at);
  }
  return {};
}

// Sounds and pictures have zero bytes at every other place as well, but no text.
bool reads_as_text(std::string_view bytes, const std::string& charset) {
  const auto text = decode_wide(bytes, charset);
  if (!text || text->find(u'\xFFFD') != text->npos) return false;
  const auto controls = std::count_if(text->begin(), text->end(), [](char16_t c) {
    return c < 0x20 && c != '\n' && c != '\r' && c != '\t';
  });
  return static_cast<std::size_t>(controls) * 50 <= text->size();
}

std::string wide_charset(std::string_view head) {
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 4] += head[i] == '\0' ? 1 : 0;
  const std::size_t quarter = head.size() / 4;
  if (quarter == 0) return {};
  if (zeros[0] == quarter && zeros[1] * 10 > quarter * 9) return "utf-32be";
  if (zeros[3] == quarter && zeros[2] * 10 > quarter * 9) return "utf-32le";
  const std::size_t even = zeros[0] + zeros[2];
  const std::size_t odd = zeros[1] + zeros[3];
  // A few stray zero bytes are no wide text; ASCII signs are in every one.
  if (odd * 50 > quarter * 2 && even * 20 < odd) return "utf-16le";
  if (even * 50 > quarter * 2 && odd * 20 < even) return "utf-16be";
  return {};
}

struct Escape {
  std::string_view bytes;
  std::string_view charset;
};
constexpr Escape escapes[] = {{"\x1B$B", "iso-2022-jp"},  {"\x1B$@", "iso-2022-jp"},
                              {"\x1B(J", "iso-2022-jp"},  {"\x1B(I", "iso-2022-jp"},
                              {"\x1B$(D", "iso-2022-jp"}, {"\x1B$)C", "iso-2022-kr"},
                              {"\x1B$)A", "iso-2022-cn"}, {"\x1B$)G", "iso-2022-cn"}};

// HZ writes Chinese between "~{" and "~}". Program code may hold both, so that the
// characters have to be common ones.
bool is_hz(std::string_view head) {
  const std::size_t open = head.find("~{");
  if (open == head.npos || head.find("~}", open) == head.npos) return false;
  const auto text = decode_wide(head, "hz-gb-2312");
  const auto models = letter_models();
  const auto model = std::find_if(models.begin(), models.end(), [](const LetterModel& m) {
    return m.script == Script::simplified;
  });
  if (!text || model == models.end()) return false;
  std::size_t all = 0;
  std::size_t common = 0;
  for (const char16_t c : *text) {
    if (c < 0x80) continue;
    ++all;
    common += model->chances.contains(c) ? 1 : 0;
  }
  return all >= 4 && common * 3 >= all;
}

}  // namespace

std::string named_charset(std::string_view bytes) {
  constexpr std::size_t looked_at = 64U << 10U;
  const std::string head = to_lower(bytes.substr(0, looked_at));
  const std::string_view in_xml = name_in_xml(head);
  return std::string(in_xml.empty() ? name_in_meta(head) : in_xml);
}

std::string meant_charset(std::string_view name) {
  std::string lower = to_lower(trimmed(name));
  for (const Name& row : meant_names) {
    if (row.given == lower) return std::string(row.meant);
  }
  return lower;
}

std::string charset_by_form(std::string_view bytes) {
  constexpr std::size_t looked_at = 64U << 10U;
  const std::string_view head = bytes.substr(0, looked_at);
  if (head.find('\0') != head.npos) {
    const std::string wide = wide_charset(head.substr(0, 4096));
    const bool whole = !wide.empty() && reads_as_text(head.substr(0, 4096), wide);
    return whole ? wide : std::string();
  }
  const bool seven_bits = std::all_of(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
  if (!seven_bits) return {};
  for (const Escape& escape : escapes) {
    if (head.find(escape.bytes) != head.npos) return std::string(escape.charset);
  }
  return is_hz(head) ? "hz-gb-2312" : "";
}

}  // namespace broadsheet
