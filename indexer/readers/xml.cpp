// Questions that are asked of a tree; the scanner is in xml_scanner.cpp. Trees are at
// most 256 deep, so that walks may recurse.
#include "indexer/readers/xml.h"

#include "article/ascii.h"
#include "article/charset.h"
#include "article/text_repair.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

void add_text(const XmlNode& node, std::string& out) {
  out += node.text;
  for (const XmlNode& part : node.children) add_text(part, out);
}

void add_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      default:
        out += c;
    }
  }
}

// NITF names its headings and blocks otherwise than HTML does.
std::string_view html_name(std::string_view name) {
  if (name == "hl1" || name == "hl2") return "h2";
  if (name == "block" || name == "body.content" || name == "section") return "div";
  return name;
}

void add_markup(const XmlNode& node, std::string& out) {
  add_escaped(node.text, out);
  if (node.name.empty()) return;
  const std::string lower = to_lower(node.name);
  const std::string_view name = html_name(lower);
  out.append("<").append(name).append(">");
  for (const XmlNode& part : node.children) add_markup(part, out);
  if (name != "br" && name != "hr" && name != "img") {
    out.append("</").append(name).append(">");
  }
}

// Behind a comment, a declaration or a DOCTYPE at the start of `text`; npos when it does
// not end.
std::size_t prolog_end(std::string_view text) {
  if (text.starts_with("<!--")) {
    const std::size_t end = text.find("-->");
    return end == text.npos ? end : end + 3;
  }
  const std::size_t end = text.find('>');
  const std::size_t inner = text.substr(0, end).find('[');
  if (inner == text.npos || end == text.npos) return end == text.npos ? end : end + 1;
  const std::size_t close = text.find("]", inner);
  const std::size_t after = close == text.npos ? close : text.find('>', close);
  return after == text.npos ? after : after + 1;
}

}  // namespace

bool is_named(const XmlNode& node, std::string_view name) {
  return equal_ignoring_case(node.name, name);
}

bool is_in(const XmlNode& node, std::string_view space_ending) {
  return std::string_view(node.space).ends_with(space_ending);
}

std::string_view attribute(const XmlNode& node, std::string_view name) {
  for (const auto& [key, value] : node.attributes) {
    if (equal_ignoring_case(key, name)) return value;
  }
  return {};
}

const XmlNode* child(const XmlNode& node, std::string_view name) {
  for (const XmlNode& part : node.children) {
    if (is_named(part, name)) return &part;
  }
  return nullptr;
}

const XmlNode* below(const XmlNode& node, std::initializer_list<std::string_view> path) {
  const XmlNode* at = &node;
  for (const std::string_view name : path) {
    at = child(*at, name);
    if (at == nullptr) return nullptr;
  }
  return at;
}

const XmlNode* find_below(const XmlNode& node, std::string_view name) {
  for (const XmlNode& part : node.children) {
    if (is_named(part, name)) return &part;
    if (const XmlNode* found = find_below(part, name)) return found;
  }
  return nullptr;
}

std::string text_of(const XmlNode* node) {
  std::string out;
  if (node != nullptr) add_text(*node, out);
  return out;
}

std::string inner_markup(const XmlNode& node) {
  std::string out;
  for (const XmlNode& part : node.children) add_markup(part, out);
  return out;
}

std::string decode_xml(std::string_view bytes, std::vector<std::string>& repairs) {
  Repaired decoded = decode_bytes(bytes, named_charset(bytes.substr(0, 1024)));
  for (std::string& what : decoded.repairs) repairs.push_back(std::move(what));
  return std::move(decoded.text);
}

std::string first_element(std::string_view head) {
  std::string_view text = trimmed(without_bom(head));
  while (text.starts_with("<?") || text.starts_with("<!")) {
    const std::size_t end = prolog_end(text);
    if (end == text.npos) return {};
    text = trimmed(text.substr(end));
  }
  if (text.size() < 2 || text[0] != '<') return {};
  const std::size_t end = text.find_first_of(" \t\r\n/>", 1);
  if (end == text.npos || end > 64) return {};
  return to_lower(text.substr(1, end - 1));
}

}  // namespace broadsheet
