// Word documents: their paragraphs, with tables as rows. The text is taken apart like a
// paste, for press releases and copied pages are what comes as .docx; an export of many
// stories is cut into them. Leaves out deletions that were tracked, hidden text, notes,
// headers and footers, and all that the file says of its making: whoever typed it did
// not have to write it, and the day of saving is no day of publication.
#include <array>

#include "article/ascii.h"
#include "indexer/readers/archive_member.h"
#include "indexer/readers/export.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/xml.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_document = 64u << 20;
constexpr std::array<std::string_view, 2> record_names = {"p", "tbl"};

bool is_left_out(std::string_view name) {
  constexpr std::array<std::string_view, 10> names = {
      "del",      "moveFrom", "instrText",         "Fallback", "pPr",
      "footnote", "delText",  "footnoteReference", "fldData",  "annotationRef"};
  for (const std::string_view other : names) {
    if (name == other) return true;
  }
  return false;
}

bool is_hidden(const XmlNode& run) {
  const XmlNode* properties = child(run, "rPr");
  const XmlNode* vanish = properties == nullptr ? nullptr : child(*properties, "vanish");
  return vanish != nullptr && attribute(*vanish, "w:val") != "0" &&
         attribute(*vanish, "w:val") != "false";
}

void add_runs(const XmlNode& node, std::string& line) {
  for (const XmlNode& part : node.children) {
    if (part.name == "t") {
      line += text_of(&part);
    } else if (part.name == "tab") {
      line += ' ';
    } else if (part.name == "br" || part.name == "cr") {
      line += '\n';
    } else if (part.name == "noBreakHyphen") {
      line += '-';
    } else if (part.name == "p") {  // in a box
      add_runs(part, line);
      line += '\n';
    } else if (!is_left_out(part.name) && !(part.name == "r" && is_hidden(part))) {
      add_runs(part, line);
    }
  }
}

std::string one_line(std::string text) {
  for (char& c : text) c = c == '\n' ? ' ' : c;
  return std::string(trimmed(text));
}

void add_table(const XmlNode& table, std::string& out) {
  for (const XmlNode& row : table.children) {
    if (row.name != "tr") continue;
    std::string line;
    for (const XmlNode& cell : row.children) {
      if (cell.name != "tc") continue;
      std::string text;
      add_runs(cell, text);
      if (!line.empty()) line += " | ";
      line += one_line(std::move(text));
    }
    if (line.find_first_not_of("| ") != line.npos) out += line + "\n";
  }
}

std::string style_of(const XmlNode& paragraph) {
  const XmlNode* style = below(paragraph, {"pPr", "pStyle"});
  return style == nullptr ? std::string() : to_lower(attribute(*style, "w:val"));
}

void read_docx(const Source& source, const ReadOptions&, StorySink& sink) {
  const auto xml = zip_member(source.bytes, "word/document.xml", max_document);
  if (!xml) return sink.skip(std::nullopt, "a broken or oversized Word document");
  RawStory story;
  const auto each = [&](XmlNode& part, const XmlNode&, std::size_t) {
    if (part.name == "tbl") return add_table(part, story.text);
    std::string line;
    add_runs(part, line);
    const bool blank = story.text.find_first_not_of('\n') == story.text.npos;
    const std::string style = style_of(part);
    if (!story.title && !trimmed(line).empty() &&
        (style == "title" || (blank && style == "heading1"))) {
      story.title = one_line(std::move(line));
    } else {
      story.text += line + "\n";
    }
  };
  XmlOutcome outcome;
  read_xml(decode_xml(*xml, story.repairs), record_names, outcome, each);
  if (!story.title && read_export(story.text, source.path, sink)) return;
  if (trimmed(story.text).empty() && !story.title) {
    return sink.skip(std::nullopt, "no text");
  }
  if (!outcome.error.empty()) story.repairs.push_back("broken XML: " + outcome.error);
  story.path = source.path;
  story.pasted = true;
  sink.story(std::move(story));
}

// A zip whose members are those of a Word document; their names are not packed.
bool accepts_docx(std::string_view path, std::string_view head) {
  if (!head.starts_with("PK\x03\x04")) return false;
  return head.find("word/") != head.npos || has_ending(path, ".docx");
}

}  // namespace

const Reader docx_reader = {"docx",       "a Word document", nullptr,
                            accepts_docx, read_docx,         true};

}  // namespace broadsheet
