// The text of pages as a program that reads PDF prints it, made into paragraphs.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// `pages` are parted by form feeds, lines are as printed. Lines of a paragraph are
// joined, words broken at a line's end mended, and what repeats at the head or foot of
// the pages (running titles, page numbers) is left out.
std::string paragraphs_of_pages(std::string_view pages);

}  // namespace broadsheet
