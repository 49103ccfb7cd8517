// Makes a page safe and cheap to parse before the parser sees it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct SlimAttribute {
  std::string_view name;  // one of those kept, lower case
  std::string_view value;
};

// Of one tag: `count` attributes from `first` on.
struct SlimTag {
  std::uint32_t first;
  std::uint32_t count;
};

// Bytes of `text`, white space folded.
struct SlimText {
  std::uint32_t start;
  std::uint32_t size;
};

// A plane of private use, less the two at its end that are no characters.
constexpr char32_t first_text = 0xF0000;
constexpr std::uint32_t max_texts = 0xFFFE;

// The parser takes a character at a time, so that attributes and texts go round it. A tag
// carries its number in `tags` as an attribute of that name, <div 12>; a text is one
// character, first_text and its number in `texts`. Only what holds a character reference
// is left where it stands, because the full table of these is the parser's.
struct SlimPage {
  std::string html;  // the page without what we never read
  std::vector<SlimTag> tags;
  std::vector<SlimAttribute> attributes;
  std::vector<SlimText> texts;
  std::string text;
  std::vector<std::string> json_ld;  // the scripts of type application/ld+json
  bool cut = false;                  // something was left out to bound the work
};

// `html` is UTF-8; it must outlive the page, whose attributes are views into it.
SlimPage slim_page(std::string_view html);

// The charset that a page declares within its first bytes; may be empty.
std::string declared_charset(std::string_view bytes);

}  // namespace broadsheet
