// XML of no format that is known by name: elements that repeat and hold a title or a text
// are read as records, their elements and attributes meaning what the same names mean in
// JSON (<article><headline>..., Reuters' <REUTERS><TEXT><TITLE>...). Anything else is
// refused by its name. Leaves out the order of mixed content inside a record.
#include <array>
#include <fmt/format.h>
#include <unordered_map>

#include "article/ascii.h"
#include "article/entities.h"
#include "indexer/field_rules.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record.h"
#include "indexer/readers/xml.h"

namespace broadsheet {

namespace {

constexpr int max_name_depth = 6;

bool is_wrapper(const XmlNode& node) {
  for (const std::string_view name : {"text", "content", "body", "article", "head",
                                      "meta", "metadata", "header", "doc"}) {
    if (is_named(node, name)) return true;
  }
  return false;
}

bool has_elements(const XmlNode& node) {
  for (const XmlNode& part : node.children) {
    if (!part.name.empty()) return true;
  }
  return false;
}

// Markup inside a text, rather than fields of a record.
bool is_markup(const XmlNode& node) {
  for (const std::string_view name : {"p", "b", "i", "em", "br", "a", "div", "span", "h1",
                                      "h2", "para", "strong", "paragraph"}) {
    if (child(node, name) != nullptr) return true;
  }
  return false;
}

class Reading {
 public:
  Reading(Record& record, const FieldMap& fields) : record_(record), fields_(fields) {}

  void element(const XmlNode& node, const std::string& path, int depth) {
    for (const auto& [name, value] : node.attributes) add(joined(path, name), value);
    for (const XmlNode& part : node.children) {
      if (part.name.empty()) continue;
      const std::string name = joined(path, part.name);
      if (!has_elements(part)) {
        add(name, text_of(&part));
        add(part.name, text_of(&part), name);
        attributes(part, name);
      } else if (is_markup(part)) {
        add(part.name, html_to_text(inner_markup(paragraphs(part))));
      } else if (depth < max_name_depth) {
        element(part, is_wrapper(part) ? path : name, depth + 1);
      }
    }
  }

 private:
  static std::string joined(const std::string& path, const std::string& name) {
    return path.empty() ? name : path + "." + name;
  }

  static XmlNode paragraphs(XmlNode node) {
    for (XmlNode& part : node.children) {
      if (is_named(part, "para") || is_named(part, "paragraph")) part.name = "p";
    }
    return node;
  }

  void attributes(const XmlNode& node, const std::string& path) {
    for (const auto& [name, value] : node.attributes) add(joined(path, name), value);
  }

  void add(const std::string& name, std::string value, const std::string& known = {}) {
    if (name == known) return;
    if (!fields_.empty()) record_.saw(name);
    decode_entities(value);
    const auto meaning = meaning_of(name, fields_);
    if (meaning) record_.add(*meaning, std::move(value));
  }

  Record& record_;
  const FieldMap& fields_;
};

bool is_story(const XmlNode& node, bool whole) {
  Record record;
  Reading(record, {}).element(node, {}, 0);
  const bool title = record.has(Role::title);
  return whole ? title && record.has(Role::text) : title || record.has(Role::text);
}

// The children that hold elements, by name, the first of each name kept.
struct Kinds {
  std::unordered_map<std::string, std::size_t> counts;
  const XmlNode* only = nullptr;      // the last of them
  const XmlNode* repeated = nullptr;  // the first one of the most frequent name
};

Kinds kinds_below(const XmlNode& node) {
  Kinds kinds;
  for (const XmlNode& part : node.children) {
    if (part.name.empty() || !has_elements(part)) continue;
    kinds.only = &part;
    const std::size_t count = ++kinds.counts[part.name];
    if (count > 1 && (kinds.repeated == nullptr || kinds.repeated->name == part.name ||
                      count > kinds.counts[kinds.repeated->name])) {
      kinds.repeated = &part;
    }
  }
  return kinds;
}

// The name of the records: an element that is repeated near the top and reads as a
// story, else one at the top that does.
std::string record_name(std::string_view head) {
  XmlOutcome outcome;
  read_xml(head, {}, outcome, [](XmlNode&, const XmlNode&, std::size_t) {});
  const XmlNode* level = &outcome.root;
  for (int depth = 0; depth < 3 && level != nullptr; ++depth) {
    const Kinds kinds = kinds_below(*level);
    if (kinds.repeated != nullptr && is_story(*kinds.repeated, false)) {
      return kinds.repeated->name;
    }
    level = kinds.only;
  }
  const XmlNode* top = kinds_below(outcome.root).only;
  return top != nullptr && is_story(*top, true) ? top->name : std::string();
}

bool is_page_element(std::string_view name) {
  for (const std::string_view other :
       {"html", "head", "body", "div", "p", "main", "section", "table", "svg"}) {
    if (name == other) return true;
  }
  return false;
}

bool accepts_xml(std::string_view path, std::string_view head) {
  const std::string name = first_element(head);
  if (name.empty() || is_page_element(name)) return false;
  const std::string opening = to_lower(trimmed(without_bom(head)).substr(0, 15));
  if (opening.starts_with("<!doctype")) return opening.find("html") == opening.npos;
  return opening.starts_with("<?xml") || has_ending(path, ".xml") ||
         has_ending(path, ".sgm");
}

void read_records(const Source& source, const ReadOptions& options, StorySink& sink) {
  std::vector<std::string> repairs;
  const std::string text = decode_xml(source.bytes, repairs);
  const FieldMap fields = fields_for(options, source.path);
  const std::string name = record_name(std::string_view(text).substr(0, 256u << 10));
  if (name.empty()) {
    return sink.skip(std::nullopt, fmt::format("an XML format that is not read (<{}>)",
                                               first_element(text)));
  }
  XmlOutcome outcome;
  const std::array<std::string_view, 1> names = {name};
  read_xml(text, names, outcome, [&](XmlNode& node, const XmlNode&, std::size_t number) {
    Record record;
    Reading(record, fields).element(node, {}, 0);
    std::string reason;
    std::optional<RawStory> story = record.take_story(fields, reason);
    if (!story) return sink.skip(number, std::move(reason));
    story->path = source.path;
    story->line = number;
    story->key = record_key(*story);
    story->repairs.insert(story->repairs.begin(), repairs.begin(), repairs.end());
    sink.story(std::move(*story));
  });
  if (!outcome.error.empty()) {
    sink.skip(outcome.records + 1, "broken XML: " + outcome.error);
  }
}

}  // namespace

const Reader xml_reader = {"xml", "XML whose repeated elements hold stories", nullptr,
                           accepts_xml, read_records};

}  // namespace broadsheet
