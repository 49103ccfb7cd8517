// Wording shared by the pages.
#include "web/words.h"

#include <array>
#include <cstdio>

#include "searcher/figure_label.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// Lower case, without grouping commas: for comparing a reading with what is printed.
std::string plain(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == ',') continue;
    out += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

// Thousands apart in the whole numbers of a text; what follows a point stays.
std::string with_commas(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool fraction = at > 0 && text[at - 1] == '.';
    for (std::size_t i = at; i < end; ++i) {
      if (!fraction && i > at && (end - i) % 3 == 0) out += ',';
      out += text[i];
    }
    if (end < text.size()) out += text[end++];
    at = end;
  }
  return out;
}

}  // namespace

std::string long_date(const Date& date) {
  std::string year = std::to_string(static_cast<int>(date.day.year()));
  if (date.precision == Precision::year || !date.day.ok()) return year;
  const std::string_view month = months[static_cast<unsigned>(date.day.month()) - 1];
  std::string month_year = std::string(month) + " " + year;
  if (date.precision == Precision::month) return month_year;
  return std::to_string(static_cast<unsigned>(date.day.day())) + " " + month_year;
}

std::string_view told_by(DateSource source) {
  switch (source) {
    case DateSource::json_ld:
      return "structured data of the page";
    case DateSource::meta:
      return "metadata of the page";
    case DateSource::time_element:
      return "a time element of the page";
    case DateSource::url:
      return "its web address";
    case DateSource::byline:
      return "its byline";
    case DateSource::dateline:
      return "its dateline";
    case DateSource::feed:
      return "the feed";
    case DateSource::field:
      return "a field of the record";
    case DateSource::corrected:
      return "a correction by hand";
  }
  return "its source";
}

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.find_last_of('/') + 1));
}

std::string milliseconds(double ms) {
  std::array<char, 32> out{};
  // Also settles what is no time at all (negative, not a number).
  if (!(ms >= 0) || ms > 1e9) return "? ms";
  std::snprintf(out.data(), out.size(), ms < 10 ? "%.1f ms" : "%.0f ms", ms);
  return out.data();
}

void add_date(Html& html, const std::optional<Date>& date) {
  if (!date) {
    html << "<span class=\"unknown\" title=\"The date is not known\">?"
            "<span class=\"hidden\"> date not known</span></span>";
    return;
  }
  html << "<time datetime=\"" << to_string(*date) << "\">" << long_date(*date)
       << "</time>";
}

std::string reading_unless_plain(const Figure& figure, std::string_view printed) {
  Figure bare = figure;
  bare.bound = Bound::exact;
  bare.counts.reset();
  bare.unit.clear();
  const bool said = plain(printed).find(to_string(bare)) != std::string::npos;
  bare.bound = figure.bound;
  if (figure.dimension != "count") bare.unit = figure.unit;
  const std::string value = said ? std::string() : with_commas(to_string(bare));
  const std::string thing = short_thing(figure, printed);
  if (value.empty() || thing.empty()) return value + thing;
  return value + " " + thing;
}

std::string full_reading(const Figure& figure) {
  std::string reading = with_commas(to_string(figure));
  if (figure.of) reading += "; of " + *figure.of;
  if (figure.period) reading += "; " + *figure.period;
  if (figure.status) reading += "; " + std::string(to_string(*figure.status));
  return reading;
}

}  // namespace broadsheet
