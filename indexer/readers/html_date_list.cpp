#include "indexer/readers/html_date_list.h"

#include <algorithm>

#include "article/ascii.h"
#include "indexer/readers/html_evidence.h"
#include "indexer/readers/record.h"

namespace broadsheet {

namespace {

constexpr int first_year = 1800;

bool is_likely(const Date& date) {
  return static_cast<int>(date.day.year()) >= first_year;
}

}  // namespace

std::optional<Date> read_stamp(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 200) return std::nullopt;
  const std::string plain = date_of_timestamp(std::string(text));
  if (auto whole = read_date(plain)) return whole;
  std::size_t end = 0;
  int dashes = 0;
  for (; end < plain.size() && end < 10; ++end) {
    if (plain[end] == '-') ++dashes;
    if (!is_digit(plain[end]) && plain[end] != '-') break;
  }
  if (dashes == 2) return read_date(std::string_view(plain).substr(0, end));
  const auto found = find_day(plain);
  return found ? std::optional(found->date) : std::nullopt;
}

void DateList::add(std::string_view text, DateSource source, std::string how) {
  const auto date = read_stamp(text);
  if (!date || !is_likely(*date)) {
    if (!trimmed(text).empty()) refuse("unreadable", how, text);
    return;
  }
  list_.push_back({*date, source, std::move(how), std::string(text)});
}

void DateList::add(const Date& date, DateSource source, std::string how,
                   std::string text) {
  if (is_likely(date)) list_.push_back({date, source, std::move(how), std::move(text)});
}

void DateList::note(std::string_view text, std::string_view why, std::string how) {
  notes_.push_back({std::string(why), std::move(how), std::string(text)});
}

void DateList::refuse(std::string_view why, std::string_view how, std::string_view text) {
  constexpr std::size_t most_evidence = 30;
  if (story_.evidence.size() >= most_evidence) return;
  story_.evidence.push_back({"date",
                             "refused: " + std::string(why) + ", " + std::string(how),
                             cut_evidence(text)});
}

void DateList::settle() {
  std::stable_sort(list_.begin(), list_.end(), [](const auto& a, const auto& b) {
    return a.date.precision < b.date.precision;
  });
  for (std::size_t i = 0; i < list_.size(); ++i) {
    const DateCandidate& one = list_[i];
    story_.dates.push_back({to_string(one.date), one.source});
    const bool chosen = i == 0;
    const bool agrees = one.date == list_.front().date;
    if (chosen || agrees) {
      story_.evidence.push_back({"date", one.how, cut_evidence(one.text)});
    } else {
      refuse("outvoted", one.how, one.text);
    }
  }
  for (const Note& one : notes_) refuse(one.why, one.how, one.text);
}

}  // namespace broadsheet
