// What is not ASCII in a printed date, put into ASCII.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Arabic, Persian, Indic and full-width digits become 0-9; the signs for year, month and
// day of Chinese, Japanese and Korean become dashes ("2026年4月24日" ==> "2026-4-24 ");
// no-break spaces become spaces. Everything else stays.
std::string plain_date(std::string_view text);

}  // namespace broadsheet
