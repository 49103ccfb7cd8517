// The lines around a story that say who wrote it, when, and where it comes from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace broadsheet {

struct Byline {
  std::vector<std::string> authors;
  std::optional<std::string> date;    // as printed; read_date reads it, to the day
  bool updated = false;               // the date says when the story was changed
  std::optional<std::string> outlet;  // as printed; only one the outlet table knows
  bool plain = true;  // nothing stands in the line that was not understood
};

// "by | Apr 24, 2026", "By Jane Doe, Reuters, 3 March 2025", "CNBC | Sept 26, 2025",
// "Published: ...", a date alone; nothing for lines that are anything else.
std::optional<Byline> read_byline(std::string_view line);

// Between a title and its text there are also "Von Petra Maus" and "Par Luc Petit" alone;
// elsewhere a headline may begin so.
std::optional<Byline> read_byline_below_title(std::string_view line);

// The names of a credit line: "Source: NBC News", "Original source: BBC Technology →".
std::vector<std::string> read_credit(std::string_view line);

// The full date of a dateline at the head of a paragraph: "LONDON, March 3, 2025 — ...".
std::optional<std::string> dateline_date(std::string_view paragraph);

// The persons of a line that names persons and nothing else.
std::vector<std::string> read_names(std::string_view line);

// The name of an outlet: known, or telling by its last word ("The Springfield Gazette").
bool looks_like_masthead(std::string_view text);

// A line that is an outlet's name and no more: a known one, or a few capitalised words
// with one that newspapers bear ("Springfield Daily News"). Only to be asked where an
// outlet may stand: persons are called Post and Star.
bool is_masthead_line(std::string_view line);

// Two to five capitalised words, as a person is named.
bool looks_like_name(std::string_view text);

}  // namespace broadsheet
