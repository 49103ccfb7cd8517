// Which export a text is, and what both kinds share. They come as pages, Word files,
// rich text and plain text; all are read as lines.
#include "indexer/readers/export.h"

#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "article/text_repair.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

ExportLines lines_of_text(std::string_view text) {
  ExportLines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

bool has(std::string_view head, std::string_view sign) {
  return head.find(sign) != head.npos;
}

bool is_page(std::string_view head) {
  const std::string start = to_lower(head.substr(0, 4096));
  return has(start, "<html") || has(start, "<!doctype html") || has(start, "<div");
}

bool accepts_export(std::string_view, std::string_view head) {
  return opens_like_export(head);
}

// How many of the fields of a Factiva export begin a line.
int count_field_tags(std::string_view head) {
  constexpr std::string_view tags[] = {"HD ", "WC ", "PD ", "SN ", "AN "};
  std::array<bool, std::size(tags)> seen{};
  for (std::size_t at = head.find('\n'); at != head.npos; at = head.find('\n', at + 1)) {
    const std::string_view line = head.substr(at + 1, 3);
    if (!line.ends_with(' ')) continue;
    const auto* const tag = std::find(std::begin(tags), std::end(tags), line);
    if (tag != std::end(tags)) seen[static_cast<std::size_t>(tag - tags)] = true;
  }
  return static_cast<int>(std::count(seen.begin(), seen.end(), true));
}

void read_export_file(const Source& source, const ReadOptions&, StorySink& sink) {
  const Repaired decoded = decode_bytes(source.bytes);
  const std::string text =
      is_page(decoded.text) ? html_to_text(decoded.text) : decoded.text;
  if (!read_export(text, source.path, sink)) {
    sink.skip(std::nullopt, "an export of a news database without stories");
  }
}

}  // namespace

// Every file of a run is asked: what begins with the rarest letter comes first.
bool opens_like_export(std::string_view head) {
  if (has(head, "Document ") && has(head, "Article\">") && has(head, "class=\"article")) {
    return has(head, "<b>HD</b>") || has(head, " words<");
  }
  const std::string_view text = trimmed(without_bom(head));
  if (text.starts_with('{') || text.starts_with('[')) return false;
  const bool length = has(head, "LENGTH:") || has(head, "Length:");
  const bool load_date = has(head, "LOAD-DATE:") || has(head, "Load-Date:");
  if (length && (load_date || has(head, "End of Document") || has(head, " DOCUMENTS"))) {
    return has(head, " words");
  }
  return count_field_tags(head) >= 3 && has(head, " words");
}

bool read_export(std::string_view text, std::string_view path, StorySink& sink) {
  const ExportLines lines = lines_of_text(text);
  if (is_factiva(lines)) {
    read_factiva(lines, path, sink);
    return true;
  }
  if (!is_nexis(lines)) return false;
  read_nexis(lines, path, sink);
  return true;
}

bool is_word_count(std::string_view line) {
  if (line.size() > 30) return false;
  const std::size_t colon = line.find(':');
  if (colon != line.npos) line = trimmed(line.substr(colon + 1));
  const std::size_t digits = line.find_first_not_of("0123456789,.");
  if (digits == 0 || digits == line.npos) return false;
  const std::string unit = to_lower(trimmed(line.substr(digits)));
  return unit == "words" || unit == "word";
}

std::string export_date(std::string_view line) {
  if (line.size() > 80) return {};
  // Up to the year; a weekday, a time and an edition may stand behind it.
  for (std::size_t i = 0; i + 4 <= line.size(); ++i) {
    const std::string_view year = line.substr(i, 4);
    const bool starts = i == 0 || !is_digit(line[i - 1]);
    const bool ends = i + 4 == line.size() || !is_digit(line[i + 4]);
    if (!starts || !ends || (!year.starts_with("19") && !year.starts_with("20")))
      continue;
    if (!is_digit(year[2]) || !is_digit(year[3])) continue;
    std::string_view date = trimmed(line.substr(0, i + 4));
    if (read_date(date)) return std::string(date);
    const std::size_t comma = date.find(',');  // "Friday, April 24, 2026"
    if (comma == date.npos) return {};
    date = trimmed(date.substr(comma + 1));
    return read_date(date) ? std::string(date) : std::string();
  }
  return {};
}

const Reader export_reader = {"export",
                              "an export of Nexis or Factiva, many stories a file",
                              nullptr, accepts_export, read_export_file};

}  // namespace broadsheet
