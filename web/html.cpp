// Escaping. Article text, titles, outlets, paths and queries are all hostile, so one pass
// settles markup, control characters and broken UTF-8 at once.
#include "web/html.h"

#include "article/utf8.h"

namespace broadsheet {
namespace {

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (0x7F <= c && c < 0xA0);
}

void add_escaped(std::string& out, std::string_view character) {
  switch (character[0]) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      out += character;
  }
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!c.valid) {
      append_utf8(out, replacement_char);
    } else if (!is_control(c.value)) {
      add_escaped(out, text.substr(at, c.length));
    }
    at += c.length;
  }
  return out;
}

Html& Html::add_text(std::string_view text) {
  out_ += escape_html(text);
  return *this;
}

}  // namespace broadsheet
