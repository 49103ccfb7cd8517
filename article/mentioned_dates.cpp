// Dates are looked for where a number stands that may be a day or a year, so that the
// other words cost next to nothing; and behind the few words that lead to a month alone.
// Left out: years alone, weekdays, "yesterday", dates in figures alone that are not ISO.
#include "article/mentioned_dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "article/ascii.h"
#include "article/date_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_dates = 100;

constexpr std::array<std::string_view, 12> english_months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

std::optional<unsigned> english_month(std::string_view word) {
  if (word.size() < 3 || word.size() > 9) return std::nullopt;
  for (unsigned i = 0; i < english_months.size(); ++i) {
    const std::string_view name = english_months[i];
    if (name.substr(0, 3) != word.substr(0, 3)) continue;
    const bool known = word.size() == 3 || word == name || word == "sept";
    return known ? std::optional(i + 1) : std::nullopt;
  }
  return std::nullopt;
}

// "21", "21st", "2026"; nothing for other numbers.
std::optional<int> small_number(std::string_view word) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < word.size() && digits < 5 && is_digit(word[digits])) {
    value = value * 10 + (word[digits++] - '0');
  }
  const std::string_view rest = word.substr(digits);
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  if (digits == 0 || digits > 4 || !(rest.empty() || ordinal)) return std::nullopt;
  return value;
}

class MentionReader {
 public:
  MentionReader(std::string_view text, const std::vector<Word>& words,
                const std::optional<Date>& published,
                const std::optional<std::string>& language)
      : text_(text),
        words_(words),
        published_(published),
        abroad_(language && *language != "en") {}

  std::vector<Date> run() {
    for (at_ = 0; at_ < words_.size() && dates_.size() < most_dates; ++at_) {
      if (words_[at_].numeric) {
        read_number();
      } else if (leads_to_month(words_[at_].text)) {
        read_month_alone();
      }
    }
    return std::move(dates_);
  }

 private:
  static bool is_day(int number) { return number >= 1 && number <= 31; }
  static bool is_year(int number) { return number >= 1000 && number <= 2200; }

  // The word `steps` further, when nothing but space and light signs lies between.
  const Word* near(std::size_t from, int steps) const {
    const auto to = static_cast<std::ptrdiff_t>(from) + steps;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(words_.size())) return nullptr;
    const Word& word = words_[static_cast<std::size_t>(to)];
    const Word& first = steps < 0 ? word : words_[from];
    const Word& last = steps < 0 ? words_[from] : word;
    if (std::abs(steps) == 1) {
      const auto gap = text_.substr(first.span.end, last.span.start - first.span.end);
      if (gap.size() > 3 || gap.find_first_not_of(" .,-/") != std::string_view::npos)
        return nullptr;
    }
    return &word;
  }

  std::optional<int> number_near(std::size_t from, int steps) const {
    const Word* word = near(from, steps);
    return word != nullptr && word->numeric ? small_number(word->text) : std::nullopt;
  }

  // English names are printed with a capital: "10 may", "8 out of 10".
  std::optional<unsigned> month_of(const Word* word) const {
    if (word == nullptr || word->numeric) return std::nullopt;
    const char first = text_[word->span.start];
    const bool capital = first >= 'A' && first <= 'Z';
    if (capital) {
      if (const auto month = english_month(word->text)) return month;
    }
    return abroad_ ? month_of_word(word->text) : std::nullopt;
  }

  void read_number() {
    const auto number = small_number(words_[at_].text);
    if (!number) return;
    if (is_year(*number)) {
      if (!read_iso(*number) && !read_han(*number)) read_month_and_year(*number);
    } else if (is_day(*number)) {
      if (!read_han_month(*number, std::nullopt))
        read_day(static_cast<unsigned>(*number));
    }
  }

  bool sign_between(std::size_t first, char sign) const {
    const std::size_t from = words_[first].span.end;
    return words_[first + 1].span.start == from + 1 && text_[from] == sign;
  }

  bool read_iso(int year) {
    if (at_ + 2 >= words_.size() || !sign_between(at_, '-') ||
        !sign_between(at_ + 1, '-'))
      return false;
    const auto month = small_number(words_[at_ + 1].text);
    const auto day = small_number(words_[at_ + 2].text);
    if (!month || !day ||
        !keep(year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)))
      return false;
    at_ += 2;
    return true;
  }

  bool says(std::size_t at, std::string_view han, std::string_view hangul) const {
    return at < words_.size() && (words_[at].text == han || words_[at].text == hangul);
  }

  // "2026年4月24日", "2026년 4월 24일"
  bool read_han(int year) {
    if (!says(at_ + 1, "年", "년") || at_ + 2 >= words_.size()) return false;
    const auto month = small_number(words_[at_ + 2].text);
    if (!month) return false;
    at_ += 2;
    return read_han_month(*month, year);
  }

  // "4月24日"
  bool read_han_month(int month, std::optional<int> year) {
    if (!says(at_ + 1, "月", "월") || month > 12) return false;
    const auto day =
        at_ + 2 < words_.size() ? small_number(words_[at_ + 2].text) : std::nullopt;
    if (day && is_day(*day) && says(at_ + 3, "日", "일")) {
      keep(year, static_cast<unsigned>(month), static_cast<unsigned>(*day));
      at_ += 3;
    } else if (year) {
      keep(year, static_cast<unsigned>(month), 0);
      at_ += 1;
    }
    return true;
  }

  // "April 2026", but not the end of "24 April 2026", which was read before.
  void read_month_and_year(int year) {
    if (const auto month = month_of(near(at_, -1))) keep(year, *month, 0);
  }

  void read_day(unsigned day) {
    if (const auto month = month_of(near(at_, -1))) {
      keep(take_year(at_), *month, day);
      return;
    }
    std::size_t last = at_ + 1;
    const Word* next = near(at_, 1);
    if (next != nullptr && (next->text == "of" || next->text == "de")) {
      next = near(last, 1);
      ++last;
    }
    if (const auto month = month_of(next)) keep(take_year(last), *month, day);
  }

  // The year behind the day or month at `last`; it is not read again.
  std::optional<int> take_year(std::size_t last) {
    at_ = std::max(at_, last);
    const Word* next = near(last, 1);
    if (next != nullptr && (next->text == "de" || next->text == "del")) ++last;
    const auto year = number_near(last, 1);
    if (!year || !is_year(*year)) return std::nullopt;
    at_ = last + 1;
    return year;
  }

  static bool leads_to_month(std::string_view word) {
    switch (word.empty() ? '\0' : word[0]) {
      case 'i':
        return word == "in";
      case 's':
        return word == "since";
      case 'u':
        return word == "until";
      case 'b':
        return word == "by";
      case 'l':
        return word == "last" || word == "late";
      case 'e':
        return word == "early";
      case 'm':
        return word == "mid";
      case 't':
        return word == "through";
      default:
        return false;
    }
  }

  // "since April", but "in April 2026" and "by April 5" are read by their number.
  void read_month_alone() {
    const Word* next = near(at_, 1);
    const auto month = month_of(next);
    if (!month || number_near(at_ + 1, 1)) return;
    keep(std::nullopt, *month, 0);
  }

  // Day 0 is the month as a whole.
  bool keep(std::optional<int> year, unsigned month, unsigned day) {
    const auto date = year ? make_date(*year, month, day) : nearest(month, day);
    if (date) dates_.push_back(*date);
    return date.has_value();
  }

  std::optional<Date> nearest(unsigned month, unsigned day) const {
    if (!published_ || published_->precision == Precision::year) return std::nullopt;
    const int today = first_day(*published_);
    const int year = int(published_->day.year());
    std::optional<Date> best;
    for (int y = year - 1; y <= year + 1; ++y) {
      const auto date = make_date(y, month, day);
      if (!date) continue;
      const auto distance = [&](const Date& d) { return std::abs(first_day(d) - today); };
      if (!best || distance(*date) < distance(*best)) best = date;
    }
    return best;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const std::optional<Date>& published_;
  bool abroad_;
  std::size_t at_ = 0;
  std::vector<Date> dates_;
};

}  // namespace

std::vector<Date> mentioned_dates(std::string_view text, const std::vector<Word>& words,
                                  const std::optional<Date>& published,
                                  const std::optional<std::string>& language) {
  return MentionReader(text, words, published, language).run();
}

}  // namespace broadsheet
