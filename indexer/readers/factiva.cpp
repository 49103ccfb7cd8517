// Factiva exports: stories with two-letter fields ("HD", "WC", "TD"), as text or as rows
// of a table, or without them, told by the line of the word count and closed by the line
// "Document ABCD000020260424em4o0001". Leaves out codes of subjects, companies, regions.
#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "indexer/readers/export.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 27> tags = {
    "HD", "BY", "WC", "PD", "ET",  "SN",  "SC",  "ED",  "PG",
    "LA", "CY", "LP", "TD", "AN",  "SE",  "CO",  "IN",  "NS",
    "RE", "CT", "RF", "CR", "CLM", "PUB", "IPC", "IPD", "VOL"};

// "Document ABCD000020260424em4o0001" ==> the number; empty when it is none.
std::string_view accession(std::string_view line) {
  if (!line.starts_with("Document ")) return {};
  const std::string_view number = trimmed(line.substr(9));
  const auto digits = std::count_if(number.begin(), number.end(), is_digit);
  if (number.size() < 15 || number.size() > 40 || digits < 10) return {};
  return number.find(' ') == number.npos ? number : std::string_view();
}

// The tag that opens a line and what stands behind it; "HD  Title", "HD | Title", "HD".
// A single space is enough only where prose cannot be meant.
std::string_view tag_of(std::string_view line, bool in_text, std::string_view& value) {
  for (const std::string_view tag : tags) {
    if (!line.starts_with(tag)) continue;
    const std::string_view rest = line.substr(tag.size());
    const bool parted = rest.empty() || rest.starts_with("  ") ||
                        rest.starts_with('\t') || rest.starts_with(" |");
    const bool number = tag == "AN" && !accession(trimmed(rest)).empty();
    if (!parted && !number && (in_text || !rest.starts_with(' '))) continue;
    value = trimmed(rest);
    if (value.starts_with('|')) value = trimmed(value.substr(1));
    return tag;
  }
  return {};
}

void finish(RawStory& story, std::string_view path, std::size_t& number,
            StorySink& sink) {
  const bool empty = !story.title && trimmed(story.text).empty();
  RawStory done = std::move(story);
  story = {};
  if (empty) return;
  ++number;
  done.path = path;
  done.line = number;
  done.key = record_key(done);
  sink.story(std::move(done));
}

void set_once(std::optional<std::string>& field, std::string_view value) {
  if (!field && !value.empty()) field = std::string(value);
}

void set_field(std::string_view tag, std::string_view value, RawStory& story) {
  if (value.empty()) return;
  if (tag == "HD") {
    if (story.title) {
      story.title->append(" ").append(value);
    } else {
      story.title = std::string(value);
    }
  } else if (tag == "BY") {
    add_authors(story.authors, value);
  } else if (tag == "PD") {
    if (const std::string date = export_date(value); !date.empty()) {
      story.dates.push_back({date, DateSource::field});
    }
  } else if (tag == "SN") {
    set_once(story.outlet, value);
  } else if (tag == "LA") {
    set_once(story.language, to_lower(value));
  } else if (tag == "CR") {
    story.credited.emplace_back(value);
  } else if (tag == "LP" || tag == "TD") {
    story.text.append(value).append("\n");
  } else if (tag == "AN") {
    set_once(story.source_id, accession(value).empty() ? value : accession(value));
  }
}

void read_tagged(const ExportLines& lines, std::string_view path, StorySink& sink) {
  RawStory story;
  std::size_t number = 0;
  std::string_view tag;
  for (const std::string_view line : lines) {
    std::string_view value = line;
    const std::string_view next = tag_of(line, tag == "LP" || tag == "TD", value);
    const bool anew = next == "HD" || next == "SE";
    if (anew && (!story.text.empty() || story.source_id)) {
      finish(story, path, number, sink);
    }
    if (!next.empty()) tag = next;
    set_field(tag, value, story);
  }
  finish(story, path, number, sink);
}

bool is_copyright(std::string_view line) {
  const std::string lower = to_lower(line.substr(0, 20));
  return lower.starts_with("copyright") || lower.starts_with("(c)") ||
         lower.starts_with("\xC2\xA9");
}

bool is_language(std::string_view line) {
  constexpr std::array<std::string_view, 10> names = {
      "English", "German",     "French",  "Spanish", "Italian",
      "Dutch",   "Portuguese", "Russian", "Chinese", "Japanese"};
  return std::find(names.begin(), names.end(), line) != names.end();
}

bool is_time(std::string_view line) {
  return line.size() <= 8 && line.find(':') != line.npos && is_digit(line[0]);
}

// Title, "By ...", word count, date, time, paper, code, page, language, copyright, text.
RawStory read_untagged(const ExportLines& lines) {
  constexpr std::size_t longest_head = 14;
  RawStory story;
  const auto count = std::find_if(lines.begin(), lines.end(), is_word_count);
  std::size_t at = static_cast<std::size_t>(count - lines.begin());
  for (std::size_t i = 0; i < at; ++i) {
    const std::string_view line = lines[i];
    if (line.starts_with("By ") || line.starts_with("by ")) {
      add_authors(story.authors, line);
    } else if (i + 4 >= at && (!story.title || i + 2 >= at)) {
      story.title = std::string(line);  // a section may stand before it
    }
  }
  const std::size_t head_end = std::min(at + longest_head, lines.size());
  std::size_t body = std::min(at + 1, lines.size());
  for (std::size_t i = at + 1; i < head_end; ++i) {
    const std::string_view line = lines[i];
    const std::string date = story.dates.empty() ? export_date(line) : std::string();
    if (!date.empty()) {
      story.dates.push_back({date, DateSource::field});
      body = i + 1;
    } else if (is_language(line)) {
      story.language = to_lower(line);
      body = i + 1;
    } else if (is_copyright(line)) {
      body = i + 1;
      break;
    } else if (!story.outlet && !story.dates.empty() && !is_time(line)) {
      story.outlet = std::string(line);
      body = i + 1;
    }
  }
  for (std::size_t i = body; i < lines.size(); ++i) {
    story.text.append(lines[i]).append("\n");
  }
  return story;
}

void read_plain(const ExportLines& lines, std::string_view path, StorySink& sink) {
  ExportLines document;
  std::size_t number = 0;
  for (const std::string_view line : lines) {
    const std::string_view id = accession(line);
    if (id.empty()) {
      document.push_back(line);
      continue;
    }
    RawStory story = read_untagged(document);
    story.source_id = std::string(id);
    finish(story, path, number, sink);
    document.clear();
  }
}

bool has_tags(const ExportLines& lines) {
  std::array<bool, 4> seen{};
  constexpr std::array<std::string_view, 4> wanted = {"HD", "WC", "PD", "SN"};
  for (const std::string_view line : lines) {
    std::string_view value;
    const std::string_view tag = tag_of(line, false, value);
    for (std::size_t i = 0; i < wanted.size(); ++i) seen[i] = seen[i] || tag == wanted[i];
  }
  return std::all_of(seen.begin(), seen.end(), [](bool one) { return one; });
}

}  // namespace

bool is_factiva(const ExportLines& lines) {
  const bool numbered = std::any_of(lines.begin(), lines.end(), [](auto line) {
    return !accession(line).empty() ||
           (line.starts_with("AN") && !accession(trimmed(line.substr(2))).empty());
  });
  const bool counted = std::any_of(lines.begin(), lines.end(), is_word_count);
  return (numbered && counted) || has_tags(lines);
}

void read_factiva(const ExportLines& lines, std::string_view path, StorySink& sink) {
  has_tags(lines) ? read_tagged(lines, path, sink) : read_plain(lines, path, sink);
}

}  // namespace broadsheet
