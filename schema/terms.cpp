// How words, names, dates and amounts become terms. Dates lie in three kinds of terms
// (day, month, year) because a handful of terms answers a range 3 to 6 times faster than
// a value slot; amounts likewise, by decade and leading digit.
#include "schema/terms.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <xxhash.h>

#include "article/words.h"
#include "schema/fields.h"

namespace broadsheet {

std::string term(std::string_view prefix, std::string_view value) {
  constexpr std::size_t limit = 200;
  std::string result(prefix);
  if (value.size() <= limit) return result.append(value);
  return result.append(value.substr(0, limit)) +
         fmt::format("{:016x}", XXH64(value.data(), value.size(), 0));
}

std::string name_term(std::string_view prefix, const std::optional<std::string>& name) {
  if (!name) return term(prefix, "unknown");
  const std::string folded = fold_words(*name);
  return term(prefix, folded.empty() ? *name : folded);
}

std::string form_term(std::string_view folded, std::string_view form) {
  if (folded == form) return term(prefix::form, form);
  return term(prefix::form, std::string(folded).append(" ").append(form));
}

namespace {

// The prefixes of a kind of date.
struct DatePrefixes {
  std::string_view day;
  std::string_view month;
  std::string_view year;

  std::string day_term(const std::chrono::year_month_day& d) const {
    return term(day, fmt::format("{:04}{:02}{:02}", int(d.year()), unsigned(d.month()),
                                 unsigned(d.day())));
  }
  std::string month_term(const std::chrono::year_month_day& d) const {
    return term(month, fmt::format("{:04}{:02}", int(d.year()), unsigned(d.month())));
  }
  std::string year_term(const std::chrono::year_month_day& d) const {
    return term(year, fmt::format("{:04}", int(d.year())));
  }
};

constexpr DatePrefixes published{prefix::day, prefix::month, prefix::year};
constexpr DatePrefixes mentioned{prefix::mentioned_day, prefix::mentioned_month,
                                 prefix::mentioned_year};

std::vector<std::string> terms_of(const Date& date, const DatePrefixes& kind) {
  std::vector<std::string> terms{kind.year_term(date.day)};
  if (date.precision != Precision::year) terms.push_back(kind.month_term(date.day));
  if (date.precision == Precision::day) terms.push_back(kind.day_term(date.day));
  return terms;
}

std::vector<std::string> terms_of_range(int first, int last, const DatePrefixes& kind) {
  std::vector<std::string> terms;
  // Stories lie within 1000..2200; anything wider is cut to that.
  first = std::max(first, first_day(*make_date(1000)));
  last = std::min(last, last_day(*make_date(2200)));
  while (first <= last) {
    const Date today = date_of_day(first);
    const std::chrono::year_month_day day = today.day;
    const Date year = year_of(today);
    const Date month = month_of(today);
    if (first == first_day(year) && last_day(year) <= last) {
      terms.push_back(kind.year_term(day));
      first = last_day(year) + 1;
    } else if (first == first_day(month) && last_day(month) <= last) {
      terms.push_back(kind.month_term(day));
      first = last_day(month) + 1;
    } else {
      terms.push_back(kind.day_term(day));
      ++first;
    }
  }
  return terms;
}

}  // namespace

std::vector<std::string> date_terms(const std::optional<Date>& date) {
  if (!date) return {term(prefix::year, "unknown")};
  return terms_of(*date, published);
}

std::vector<std::string> date_range_terms(int first, int last) {
  return terms_of_range(first, last, published);
}

std::vector<std::string> mention_terms(const Date& date) {
  return terms_of(date, mentioned);
}

std::vector<std::string> mention_range_terms(int first, int last) {
  return terms_of_range(first, last, mentioned);
}

std::vector<std::string> value_terms(const Figure& figure) {
  std::vector<std::string> terms;
  if (figure.low) terms.push_back(term(prefix::value, to_string(*figure.low)));
  if (figure.high && figure.high != figure.low) {
    terms.push_back(term(prefix::value, to_string(*figure.high)));
  }
  return terms;
}

namespace {

// A bucket is a decade and a leading digit: key = decade * 9 + digit - 1 counts buckets
// upward on the positive side. Zero and negative values have buckets of their own, the
// negative ones without finer division.
constexpr int lowest_decade = -20;
constexpr int highest_decade = 40;
constexpr int lowest_key = lowest_decade * 9;
constexpr int highest_key = highest_decade * 9 + 8;

int key_of(const Amount& amount) {
  std::int64_t leading = std::abs(amount.mantissa);
  int decade = amount.exponent;
  while (leading >= 10) {
    leading /= 10;
    ++decade;
  }
  return std::clamp(decade * 9 + static_cast<int>(leading) - 1, lowest_key, highest_key);
}

std::string key_term(int key) {
  return term(prefix::bucket, fmt::format("+{:03}", key - lowest_key));
}

const Amount zero{};

// The buckets from low to high, an open end being the end of the line.
std::vector<std::string> buckets(const std::optional<Amount>& low,
                                 const std::optional<Amount>& high) {
  std::vector<std::string> terms;
  if (!low || *low < zero) terms.push_back(term(prefix::bucket, "-"));
  if ((!low || *low <= zero) && (!high || *high >= zero)) {
    terms.push_back(term(prefix::bucket, "0"));
  }
  if (high && *high <= zero) return terms;
  const int from = low && *low > zero ? key_of(*low) : lowest_key;
  const int to = high ? key_of(*high) : highest_key;
  for (int key = from; key <= to; ++key) terms.push_back(key_term(key));
  return terms;
}

}  // namespace

std::vector<std::string> bucket_terms(const Figure& figure) {
  const auto& low = figure.low ? figure.low : figure.high;
  const auto& high = figure.high ? figure.high : figure.low;
  if (!low || !high) return {};
  return buckets(std::min(*low, *high), std::max(*low, *high));
}

std::vector<std::string> bucket_range_terms(const std::optional<Amount>& low,
                                            const std::optional<Amount>& high) {
  return buckets(low, high);
}

std::vector<std::string> other_names(std::string_view folded) {
  // The first phrase of a short name is the one that is asked by.
  struct Name {
    std::string_view shortened;
    std::string_view phrase;
  };
  static constexpr Name names[] = {
      {"capex", "capital expenditure"},  {"capex", "capital spending"},
      {"opex", "operating expenses"},    {"opex", "operating expenditure"},
      {"gdp", "gross domestic product"}, {"cpi", "consumer price index"},
      {"eps", "earnings per share"},     {"fdi", "foreign direct investment"}};
  const auto stands = [&](std::string_view words) {
    const std::size_t at = folded.find(words);
    return at != folded.npos && (at == 0 || folded[at - 1] == ' ');
  };
  std::vector<std::string> others;
  std::string_view last;
  for (const Name& name : names) {
    if (stands(name.phrase)) others.emplace_back(name.shortened);
    if (name.shortened == last) continue;
    last = name.shortened;
    if (stands(std::string(name.shortened) + " ")) others.emplace_back(name.phrase);
  }
  return others;
}

std::string encode_day(int days_since_epoch) {
  const auto shifted = static_cast<std::uint32_t>(days_since_epoch + (1 << 30));
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((shifted >> shift) & 0xFF);
  }
  return bytes;
}

std::optional<int> decode_day(std::string_view bytes) {
  if (bytes.size() != 4) return std::nullopt;
  std::uint32_t shifted = 0;
  for (const char byte : bytes) shifted = shifted << 8 | static_cast<unsigned char>(byte);
  return static_cast<int>(shifted) - (1 << 30);
}

bool is_stop_word(std::string_view folded) {
  constexpr std::size_t longest = 5;
  if (folded.size() > longest) return false;
  static constexpr std::array words = {
      "a",     "about", "after", "all",  "also",  "an",    "and",  "any",   "are",
      "as",    "at",    "be",    "been", "but",   "by",    "can",  "could", "did",
      "do",    "does",  "for",   "from", "had",   "has",   "have", "he",    "her",
      "his",   "how",   "i",     "if",   "in",    "into",  "is",   "it",    "its",
      "more",  "not",   "of",    "on",   "or",    "our",   "she",  "so",    "some",
      "such",  "than",  "that",  "the",  "their", "them",  "then", "there", "these",
      "they",  "this",  "those", "to",   "was",   "we",    "were", "what",  "when",
      "where", "which", "while", "who",  "whom",  "whose", "why",  "will",  "with",
      "would", "you",   "your"};
  return std::binary_search(words.begin(), words.end(), folded);
}

}  // namespace broadsheet
