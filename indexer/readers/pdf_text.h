// The text of pages as a program that reads PDF prints it, made into paragraphs.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace broadsheet {

// `pages` are parted by form feeds, lines are as printed. Lines of a paragraph are
// joined, words broken at a line's end mended, and what repeats at the head or foot of
// the pages (running titles, page numbers) is left out.
// Where `heights` knows a line, one in other print begins anew.
std::string paragraphs_of_pages(
    std::string_view pages, const std::unordered_map<std::string, double>& heights = {});

// What a browser adds at the edges of each page that it prints: the time, and the address
// of the page, which it gives when it is one of the web.
std::string without_print_marks(std::string_view pages, std::string& url);

}  // namespace broadsheet
