// Nexis exports. The newer form opens a story with its title, paper and date, then
// labelled lines up to "Body", and closes it with "End of Document"; the older one opens
// with "3 of 20 DOCUMENTS", paper and date, and has its labels in capitals around the
// text. Leaves out the cover page, classification and index terms.
#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "indexer/readers/export.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record.h"

namespace broadsheet {

namespace {

bool is_end(std::string_view line) {
  return equal_ignoring_case(line, "End of Document");
}

bool all_of_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

// "Document 3 of 20", "3 of 20 DOCUMENTS": opens a story.
bool is_count(std::string_view line) {
  if (line.size() > 40) return false;
  std::string text = to_lower(line);
  const bool before = text.starts_with("document ");
  const bool after = text.ends_with(" documents");
  if (before == after) return false;
  text = before ? text.substr(9) : text.substr(0, text.size() - 10);
  const std::size_t of = text.find(" of ");
  return of != text.npos &&
         all_of_digits(trimmed(std::string_view(text).substr(0, of))) &&
         all_of_digits(trimmed(std::string_view(text).substr(of + 4)));
}

enum class Label { none, byline, length, head, body, tail, language, paper_ends };

struct LabelName {
  std::string_view name;
  Label label;
};

constexpr std::array labels = {
    LabelName{"byline", Label::byline},        LabelName{"length", Label::length},
    LabelName{"section", Label::head},         LabelName{"dateline", Label::head},
    LabelName{"highlight", Label::head},       LabelName{"series", Label::head},
    LabelName{"distribution", Label::head},    LabelName{"load-date", Label::tail},
    LabelName{"language", Label::language},    LabelName{"publication-type", Label::tail},
    LabelName{"journal code", Label::tail},    LabelName{"subject", Label::tail},
    LabelName{"industry", Label::tail},        LabelName{"company", Label::tail},
    LabelName{"organization", Label::tail},    LabelName{"person", Label::tail},
    LabelName{"geographic", Label::tail},      LabelName{"ticker", Label::tail},
    LabelName{"graphic", Label::tail},         LabelName{"notes", Label::tail},
    LabelName{"correction-date", Label::tail},
};

// "LENGTH: 812 words" ==> length and its value. Inside the text only the form in
// capitals or one of the closing labels counts, for prose has "Company: ..." too.
Label label_of(std::string_view line, std::string_view& value) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon > 20) {
    if (equal_ignoring_case(line, "body")) return Label::body;
    if (equal_ignoring_case(line, "classification")) return Label::tail;
    return Label::none;
  }
  value = trimmed(line.substr(colon + 1));
  for (const LabelName& row : labels) {
    if (equal_ignoring_case(line.substr(0, colon), row.name)) return row.label;
  }
  return Label::none;
}

bool is_copyright(std::string_view line) {
  const std::string lower = to_lower(line.substr(0, 60));
  return lower.starts_with("copyright") || lower.starts_with("all rights reserved") ||
         lower.starts_with("\xC2\xA9");
}

bool is_edition(std::string_view line) {
  return line.size() < 60 && to_lower(line).find("edition") != std::string::npos;
}

class Document {
 public:
  RawStory read(const ExportLines& lines) {
    const std::size_t date = find_date(lines);
    const std::size_t start = date == lines.size() ? 0 : date + 1;
    if (date < lines.size()) {
      if (date >= 1) story_.outlet = std::string(lines[date - 1]);
      if (date >= 2 && !is_count(lines[date - 2])) title_ = lines[date - 2];
      story_.dates.push_back({export_date(lines[date]), DateSource::field});
    }
    const bool marked =
        std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(start), lines.end(),
                    [](auto line) { return equal_ignoring_case(line, "body"); });
    for (std::size_t i = start; i < lines.size(); ++i) take(lines[i], marked);
    if (!title_.empty()) story_.title = std::string(title_);
    return std::move(story_);
  }

 private:
  static std::size_t find_date(const ExportLines& lines) {
    constexpr std::size_t looked_at = 400;  // a cover page lists the stories
    for (std::size_t i = 0; i < std::min(lines.size(), looked_at); ++i) {
      std::string_view value;
      if (i > 0 && label_of(lines[i], value) == Label::none &&
          !export_date(lines[i]).empty()) {
        return i;
      }
    }
    return lines.size();
  }

  void take(std::string_view line, bool marked) {
    std::string_view value;
    const Label label = label_of(line, value);
    switch (label) {
      case Label::body:
        in_body_ = true;
        return;
      case Label::byline:
        if (!done_) add_authors(story_.authors, value);
        return;
      case Label::language:
        story_.language = to_lower(value);
        break;
      case Label::length:
      case Label::head:
        if (in_text_) break;
        seen_label_ = true;
        return;
      case Label::none:
      case Label::tail:
      case Label::paper_ends:
        break;
    }
    if (label == Label::tail || label == Label::language) {
      // Prose may say "Company: ...", the end of a story is in capitals or behind all.
      const bool closing = !marked || is_upper(line[1]) || line.find(':') == line.npos ||
                           line.starts_with("Load-Date") || line.starts_with("Graphic");
      done_ = done_ || closing;
    }
    if (done_ || is_end(line)) return;
    if (in_body_ || (!marked && seen_label_)) {
      in_text_ = true;
      story_.text.append(line).append("\n");
    } else if (title_.empty() && !is_copyright(line) && !is_edition(line)) {
      title_ = line;  // the older form: behind the date
    }
  }

  RawStory story_;
  std::string_view title_;
  bool in_body_ = false;
  bool in_text_ = false;
  bool seen_label_ = false;
  bool done_ = false;
};

}  // namespace

bool is_nexis(const ExportLines& lines) {
  std::size_t ends = 0;
  std::size_t counts = 0;
  std::size_t lengths = 0;
  for (const std::string_view line : lines) {
    if (is_end(line)) ++ends;
    if (is_count(line)) ++counts;
    if (line.find(':') != line.npos && is_word_count(line)) ++lengths;
  }
  return lengths > 0 && (ends > 0 || counts > 0);
}

void read_nexis(const ExportLines& lines, std::string_view path, StorySink& sink) {
  std::size_t number = 0;
  ExportLines document;
  const auto finish = [&](bool closed) {
    const bool has_length = std::any_of(document.begin(), document.end(),
                                        [](auto line) { return is_word_count(line); });
    if (has_length || (closed && !document.empty())) {
      RawStory story = Document().read(document);
      ++number;
      if (!story.title && trimmed(story.text).empty()) {
        sink.skip(number, "no text");
      } else {
        story.path = path;
        story.line = number;
        story.key = record_key(story);
        sink.story(std::move(story));
      }
    }
    document.clear();
  };
  for (const std::string_view line : lines) {
    if (is_count(line) || is_end(line)) {
      finish(is_end(line));
    } else {
      document.push_back(line);
    }
  }
  finish(false);
}

}  // namespace broadsheet
