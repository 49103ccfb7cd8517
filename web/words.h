// Small things all pages say the same way: numbers, dates, outlets, figures.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/render/terminal.h"  // grouped, counted
#include "searcher/results.h"
#include "web/html.h"

namespace broadsheet {

std::string long_date(const Date& date);       // "24 April 2026", "April 2026", "2026"
std::string_view told_by(DateSource source);   // "its byline"
std::string file_name(std::string_view path);  // the last part
std::string milliseconds(double ms);           // "0.42 ms", "14 ms"

// <time datetime> at the precision that is known; "?" with its meaning when it is not.
void add_date(Html& html, const std::optional<Date>& date);

// What the printed form does not say: the value ("8,000" for "8K jobs") and the thing
// counted ("revenue"). Empty when it says both.
std::string reading_unless_plain(const Figure& figure, std::string_view printed);

// All that was read of a figure: "about 600 AI role; of Example Works; 2026-Q1; planned".
std::string full_reading(const Figure& figure);

}  // namespace broadsheet
