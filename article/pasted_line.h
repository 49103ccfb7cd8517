// What single lines of a pasted page say about the story around them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/byline.h"
#include "article/page_line.h"

namespace broadsheet {

// A lone dateline ("CNN —", "New York CNN Business —") opens the text it stands before.
bool is_lone_dateline(const PageLine& line);

std::string cleaned_title(std::string_view text);

bool is_bio_heading(std::string_view lower);

bool names_the_writer(std::string_view text, std::string_view name);

// In the middle of a story "Source:" may stand under a chart.
bool credits_known_outlet(std::string_view text);

std::optional<Byline> labelled_date(const PageLine& line);

// Running text that sells: several invitations in one paragraph that speaks to the
// reader, with nothing of the story behind it.
bool is_invitation(const PageLine& line);

// A menu, a share bar, a legal line: the text was copied from a page. What a person has
// written has none, and nothing of it may go but its plain header.
bool has_furniture(const std::vector<PageLine>& lines);

}  // namespace broadsheet
