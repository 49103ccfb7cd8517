// XML as small trees, one a record, for feeds and news formats. A scanner of our own: all
// that makes XML dangerous (entities of a document's own, outside files, inclusions) lies
// in parts of it that no news needs and that are not here, and feeds are broken so often
// (a bare "&", an HTML name, a tag left open) that a parser which must stop there would
// lose half of them. Depth, nodes and text are bounded, the time is linear.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

// An element or, without a name, a run of text.
struct XmlNode {
  std::string name;   // without prefix
  std::string space;  // namespace address; empty when it has none
  std::vector<std::pair<std::string, std::string>> attributes;  // with their prefixes
  std::vector<XmlNode> children;
  std::string text;  // of a run of text
};

// Names are compared without regard to case: <pubDate>, <pubdate>.
bool is_named(const XmlNode& node, std::string_view name);
// The namespace address ends so: "/dc/elements/1.1/".
bool is_in(const XmlNode& node, std::string_view space_ending);
// Empty when it is not there.
std::string_view attribute(const XmlNode& node, std::string_view name);
// The first child of that name; null when there is none.
const XmlNode* child(const XmlNode& node, std::string_view name);
// Down a path of names: {"head", "title"}; null when a step is missing.
const XmlNode* below(const XmlNode& node, std::initializer_list<std::string_view> path);
// The first of that name anywhere below, in document order; null when there is none.
const XmlNode* find_below(const XmlNode& node, std::string_view name);
// All text of a node, as it stands; null gives none.
std::string text_of(const XmlNode* node);
// What is inside a node as markup for html_to_text.
std::string inner_markup(const XmlNode& node);

struct XmlOutcome {
  std::size_t records = 0;
  XmlNode root;       // all but the records; the elements at the top are its children
  std::string error;  // not empty: where and why reading stopped before the end
  std::vector<std::string> repairs;
};

// The record, the element it stands in with what was read of that so far, its number.
using EachXmlRecord =
    std::function<void(XmlNode& record, const XmlNode& parent, std::size_t number)>;

// Reads `text` (UTF-8). An element of one of the names is a record, with all in it, and
// handed over when it ends; one that is cut off by the end of the text is not.
void read_xml(std::string_view text, std::span<const std::string_view> record_names,
              XmlOutcome& outcome, const EachXmlRecord& each);

// The bytes of a file, decoded by what its XML declaration names.
std::string decode_xml(std::string_view bytes, std::vector<std::string>& repairs);

// The name of the first element in the opening of a file, lower case, with its prefix;
// empty when the file does not open like XML.
std::string first_element(std::string_view head);

}  // namespace broadsheet
