// The layout is XHTML with a <line> for each line and a <word> for each word in it; it is
// scanned for those two, since poppler made it. The headline is the largest print that is
// long enough to be one, the size of most of the page being that of the story.
#include "indexer/readers/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/entities.h"
#include "article/outlets.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_lines = 2000;
constexpr std::size_t longest_site_name = 50;

std::string_view between(std::string_view text, std::string_view open,
                         std::string_view close, std::size_t& at) {
  const std::size_t start = text.find(open, at);
  if (start == text.npos) return at = text.npos, std::string_view();
  const std::size_t end = text.find(close, start + open.size());
  if (end == text.npos) return at = text.npos, std::string_view();
  at = end + close.size();
  return text.substr(start + open.size(), end - start - open.size());
}

double number_of(std::string_view tag, std::string_view name) {
  std::size_t at = 0;
  const std::string value(
      between(tag, std::string(name) + "=\"", "\"", at).substr(0, 32));
  return std::strtod(value.c_str(), nullptr);
}

PrintedLine printed_line(std::string_view tag, std::string_view words) {
  PrintedLine line{.text = {}, .height = number_of(tag, "yMax") - number_of(tag, "yMin")};
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = between(words, "<word ", "</word>", at);
    const std::size_t end = word.find('>');
    if (end == word.npos) continue;
    if (!line.text.empty()) line.text += ' ';
    line.text += word.substr(end + 1);
  }
  (void)decode_entities(line.text);
  return line;
}

// The height in which most of the page is printed.
double height_of_text(const std::vector<PrintedLine>& lines) {
  double best = 0;
  std::size_t most = 0;
  std::unordered_map<long, std::size_t> sizes;
  for (const PrintedLine& line : lines) {
    std::size_t& size = sizes[std::lround(line.height * 2)];
    size += line.text.size();
    if (size <= most) continue;
    most = size;
    best = line.height;
  }
  return best;
}

// Lines of one height that follow each other.
std::vector<PrintedLine> runs_of(const std::vector<PrintedLine>& lines) {
  std::vector<PrintedLine> runs;
  for (const PrintedLine& line : lines) {
    if (!runs.empty() && same_height(runs.back().height, line.height)) {
      runs.back().text += " " + line.text;
    } else {
      runs.push_back(line);
    }
  }
  return runs;
}

bool is_outlet(std::string_view text) {
  return is_known_outlet(text) || looks_like_masthead(text);
}

// The part behind the last mark that parts a title from the name of its site.
std::string_view last_part(std::string_view title) {
  for (const std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 ", " :: "}) {
    const std::size_t at = title.rfind(mark);
    if (at == title.npos || at == 0) continue;
    const std::string_view part = trimmed(title.substr(at + mark.size()));
    if (!part.empty() && part.size() <= longest_site_name) return part;
  }
  return {};
}

// "Daily Example | News | Sport" or the name on a line of its own.
bool stands_alone(const std::vector<PrintedLine>& lines, std::string_view name) {
  return std::any_of(lines.begin(), lines.end(), [&](const PrintedLine& line) {
    const std::string_view text = line.text;
    return equal_ignoring_case(trimmed(text.substr(0, text.find('|'))), name);
  });
}

// The name of the site behind the headline, or behind the name of the document that
// begins as the headline does.
std::optional<std::string> site_name(const std::vector<PrintedLine>& lines,
                                     std::string_view title,
                                     std::string_view document_title) {
  constexpr std::size_t opening = 12;
  if (const std::string_view part = last_part(title);
      !part.empty() && (is_outlet(part) || stands_alone(lines, part))) {
    return std::string(part);
  }
  const std::string_view part = last_part(document_title);
  const bool same = title.size() >= opening &&
                    document_title.substr(0, opening) == title.substr(0, opening) &&
                    part.size() < document_title.size() / 2;
  if (!part.empty() && same && !title.ends_with(part)) return std::string(part);
  return std::nullopt;
}

}  // namespace

bool same_height(double a, double b) {
  return std::abs(a - b) <= 0.08 * std::max(a, b);
}

std::vector<PrintedLine> printed_lines(std::string_view layout,
                                       std::string& document_title) {
  std::vector<PrintedLine> lines;
  std::size_t at = 0;
  document_title = between(layout, "<title>", "</title>", at);
  (void)decode_entities(document_title);
  at = layout.find("<page ");
  if (at == layout.npos) return lines;
  layout = layout.substr(0, layout.find("</page>", at));
  while (at < layout.size() && lines.size() < most_lines) {
    const std::string_view line = between(layout, "<line ", "</line>", at);
    const std::size_t end = line.find('>');
    if (end != line.npos)
      lines.push_back(printed_line(line.substr(0, end), line.substr(end)));
  }
  return lines;
}

PdfHead read_head(const std::vector<PrintedLine>& lines,
                  std::string_view document_title) {
  constexpr std::size_t shortest = 15;
  constexpr std::size_t longest = 300;
  PdfHead head;
  for (const PrintedLine& line : lines) head.heights.emplace(line.text, line.height);
  double largest = 1.2 * height_of_text(lines);
  for (const PrintedLine& run : runs_of(lines)) {
    if (is_outlet(run.text)) {
      if (run.height >= largest && !head.outlet) head.outlet = run.text;
      continue;
    }
    const auto words = std::count(run.text.begin(), run.text.end(), ' ') + 1;
    if (run.text.size() < shortest || run.text.size() > longest || words < 3) continue;
    if (run.height <= largest || read_byline(run.text)) continue;
    largest = run.height;
    head.title = run.text;
  }
  if (head.title && !head.outlet)
    head.outlet = site_name(lines, *head.title, document_title);
  return head;
}

}  // namespace broadsheet
