// Candidates come in the order of trust: JSON-LD of an article, <meta>, what is printed
// by the headline, the URL, JSON-LD of the page. Three things change that order:
// - The printed calendar day stands. Stamps are often in UTC, so one that differs by a
//   day from the day printed by the headline, or in the URL, gives way to it.
// - What readers are shown outweighs a stamp that says another day.
// - A day of change is no day of publication; it counts only when there is nothing else.
// Pages that are no articles (products, start pages, listings) get no date from stamps
// that any content system writes into every page: see is_standing.
#include "indexer/readers/html_dates.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "article/ascii.h"
#include "indexer/readers/html_date_list.h"
#include "indexer/readers/html_printed_dates.h"

namespace broadsheet {

namespace {

// Stamps of midnight in Europe, kept in UTC, name the day before.
bool is_utc(std::string_view text) {
  return text.ends_with("Z") || text.find("+00:00") != text.npos ||
         text.find("+0000") != text.npos || text.ends_with("GMT") ||
         text.ends_with("UTC");
}

int days_between(const Date& a, const Date& b) {
  return std::abs(first_day(a) - first_day(b));
}

bool is_day(const std::optional<Date>& date) {
  return date && date->precision == Precision::day;
}

// A day that a system of Central Europe keeps in UTC: midnight is 22 or 23 o'clock of the
// day before. In English it would be an evening in America.
Date local_day(const Date& date, std::string_view stamp, std::string_view language) {
  if (date.precision != Precision::day || !is_utc(stamp)) return date;
  if (language.empty() || to_lower(language.substr(0, 2)) == "en") return date;
  for (const std::string_view midnight :
       {"T22:00:00", "T23:00:00", "T22:00Z", "T23:00Z"}) {
    if (stamp.find(midnight) != stamp.npos) return date_of_day(first_day(date) + 1);
  }
  return date;
}

bool is_start_page(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return false;
  const std::size_t path = url.find('/', scheme + 3);
  return path == url.npos || url.substr(path) == "/" || url.substr(path) == "/index.html";
}

void add_stamps(const HtmlHead& head, const JsonLdArticle& json_ld, bool standing,
                DateList& dates) {
  if (json_ld.date && json_ld.type != "Recipe") {
    dates.add(*json_ld.date, DateSource::json_ld,
              "json-ld " + json_ld.type + " datePublished");
  }
  for (const MetaValue* value : head.all(HeadField::date)) {
    if (standing) {
      dates.refuse("a standing page", "meta " + std::string(value->name), value->value);
    } else {
      dates.add(value->value, DateSource::meta, "meta " + std::string(value->name));
    }
  }
}

// What is sold has reviews with days of their own.
bool is_product(const HtmlHead& head) {
  return to_lower(head.type()).starts_with("product");
}

// The days that the data of the page tells; printed ones that agree are its own.
std::vector<Date> declared_days(const HtmlHead& head, const JsonLdArticle& json_ld,
                                std::string_view language) {
  std::vector<Date> days;
  const auto add = [&](std::string_view text) {
    if (const auto day = read_stamp(text))
      days.push_back(local_day(*day, text, language));
  };
  if (json_ld.date) add(*json_ld.date);
  if (json_ld.page_date) add(*json_ld.page_date);
  if (const auto* value = head.first(HeadField::date)) add(value->value);
  return days;
}

bool is_modified_day(const Date& day, const HtmlHead& head,
                     const JsonLdArticle& json_ld) {
  const auto is_near = [&](std::string_view text) {
    const auto date = read_stamp(text);
    return date && date->precision == Precision::day && days_between(*date, day) <= 1;
  };
  if (json_ld.modified && is_near(*json_ld.modified)) return true;
  const auto all = head.all(HeadField::modified);
  return std::any_of(all.begin(), all.end(),
                     [&](const MetaValue* value) { return is_near(value->value); });
}

// "T23:11:59Z": late enough for the next day to have begun east of Greenwich.
bool is_late(std::string_view stamp) {
  const std::size_t at = stamp.find('T');
  if (at == stamp.npos || at + 2 >= stamp.size() || !is_utc(stamp)) return false;
  return stamp[at + 1] == '2' && is_digit(stamp[at + 2]) && stamp[at + 2] != '0';
}

// The names of these do not say what happened on that day.
bool is_vague(const DateCandidate& stamp) {
  return stamp.how == "meta dc.date" || stamp.how == "meta dcterms.date" ||
         stamp.how == "meta date";
}

// Whether the printed day may speak against the first stamp. Two against one it may not,
// and a later day that is the day of the last change is just that, printed without a
// word.
bool outweighs(const PrintedDate& printed, const std::vector<DateCandidate>& stamps,
               const std::optional<Date>& url_date, bool modified) {
  const DateCandidate& stamp = stamps.front();
  if (is_day(url_date) && *url_date == stamp.date) return false;
  if (is_day(url_date) && *url_date == printed.date) return true;
  const bool seconded =
      std::any_of(stamps.begin() + 1, stamps.end(),
                  [&](const DateCandidate& other) { return other.date == printed.date; });
  if (seconded) return true;
  // A line that only looks like a byline may quote an old day.
  if (printed.how == "byline" && days_between(stamp.date, printed.date) > 1) {
    return is_vague(stamp);
  }
  if (!modified || printed.date < stamp.date) return true;
  return days_between(stamp.date, printed.date) == 1 && is_late(stamp.text);
}

struct Seen {
  PrintedDates printed;
  std::optional<Date> url_date;
  std::string_view url;
};

bool is_shown(const Date& day, const Seen& seen) {
  if (is_day(seen.url_date) && days_between(*seen.url_date, day) <= 1) return true;
  return std::any_of(
      seen.printed.days.begin(), seen.printed.days.end(),
      [&](const Date& printed) { return days_between(printed, day) <= 1; });
}

// Content systems stamp their standing pages too; an article would have declared itself.
// Their extensions declare a WebPage with its day for posts and pages alike, so where
// nobody signs and no reader is shown the day it is taken for a page.
bool is_standing(const Seen& seen, const HtmlHead& head, const JsonLdArticle& json_ld,
                 const RawStory& story) {
  if (json_ld.date || head.is_post()) return false;
  if (head.is_standing_page() || is_start_page(seen.url)) return true;
  if (!json_ld.page_date || !json_ld.type.empty() || !story.authors.empty()) return false;
  const auto day = read_stamp(*json_ld.page_date);
  return day && !is_shown(*day, seen);
}

// The printed day goes to the front when it is sure; a URL may correct a stamp by a day.
void let_print_speak(const Seen& seen, const HtmlHead& head, const JsonLdArticle& json_ld,
                     std::vector<DateCandidate>& list) {
  const auto& day = seen.printed.published;
  if (day && day->sure) {
    const bool first =
        list.empty() ||
        (list.front().date != day->date &&
         outweighs(*day, list, seen.url_date, is_modified_day(day->date, head, json_ld)));
    list.insert(list.begin() + (first ? 0 : 1),
                {day->date, day->source, std::string(day->how), day->text});
    return;
  }
  const bool next_day = is_day(seen.url_date) && !list.empty() &&
                        list.front().date.precision == Precision::day &&
                        days_between(*seen.url_date, list.front().date) == 1;
  if (next_day) {
    list.insert(list.begin(),
                {*seen.url_date, DateSource::url, "url", std::string(seen.url)});
  }
}

// "Headline | Section | 24.04.2026": a part of the <title> that is a day and nothing
// else.
void add_title_date(std::string_view title, std::string_view language, DateList& dates) {
  const std::size_t bar = title.rfind('|');
  if (bar == title.npos) return;
  const std::string_view last = trimmed(title.substr(bar + 1));
  const auto date = read_date(last, day_order_of(language));
  if (is_day(date)) dates.add(*date, DateSource::byline, "<title>", std::string(last));
}

void add_weak(const Seen& seen, const HtmlHead& head, const JsonLdArticle& json_ld,
              DateList& dates) {
  const auto& day = seen.printed.published;
  if (day && !day->sure)
    dates.add(day->date, day->source, std::string(day->how), day->text);
  const auto& changed = seen.printed.updated;
  if (dates.empty() && changed && changed->sure) {
    dates.add(changed->date, changed->source, std::string(changed->how), changed->text);
  }
  // A page is made and changed without anything being published: these never count.
  if (json_ld.page_date) {
    dates.note(*json_ld.page_date, "date of the page, not of a story",
               "json-ld WebPage datePublished");
  }
  if (json_ld.modified)
    dates.note(*json_ld.modified, "day of a change", "json-ld dateModified");
  for (const MetaValue* value : head.all(HeadField::modified)) {
    dates.note(value->value, "day of a change", "meta " + std::string(value->name));
  }
}

}  // namespace

void read_page_dates(const HtmlTree& tree, const HtmlHead& head,
                     const JsonLdArticle& json_ld, RawStory& story) {
  const std::string language = story.language.value_or("");
  const std::string url = story.url.value_or("");
  DateList dates(story);
  if (is_product(head)) return;
  Seen seen{printed_dates(tree, story.title.value_or(""), language,
                          declared_days(head, json_ld, language)),
            date_of_url(url), url};
  if (auto& day = seen.printed.published)
    day->date = local_day(day->date, day->text, language);
  add_stamps(head, json_ld, is_standing(seen, head, json_ld, story), dates);
  add_title_date(head.title(), language, dates);
  for (DateCandidate& one : dates.list())
    one.date = local_day(one.date, one.text, language);
  let_print_speak(seen, head, json_ld, dates.list());
  if (seen.url_date) dates.add(*seen.url_date, DateSource::url, "url", url);
  add_weak(seen, head, json_ld, dates);
  dates.settle();
}

}  // namespace broadsheet
