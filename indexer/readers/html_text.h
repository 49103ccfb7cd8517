// Pieces of HTML as plain text, for fields of records.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Whether a text holds HTML tags rather than a stray "<".
bool looks_like_html(std::string_view text);

// The whole text of a piece of HTML (UTF-8), one line a block.
std::string html_to_text(std::string_view html);

// The same of a letter: without what its styles hide (the line that a mailbox shows
// beside the subject) and without the letter that it answers, which go to `dropped`.
std::string letter_to_text(std::string_view html, std::vector<std::string>& dropped);

// The main text of a whole page (UTF-8), one line a block.
std::string page_text(std::string_view html);

}  // namespace broadsheet
