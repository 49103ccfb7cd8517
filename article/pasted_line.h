// What single lines of a pasted page say about the story around them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

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

}  // namespace broadsheet
