// Pieces of HTML as plain text, for fields of records.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Whether a text holds HTML tags rather than a stray "<".
bool looks_like_html(std::string_view text);

// The whole text of a piece of HTML (UTF-8), one line a block.
std::string html_to_text(std::string_view html);

// The main text of a whole page (UTF-8), one line a block.
std::string page_text(std::string_view html);

}  // namespace broadsheet
