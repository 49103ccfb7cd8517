// Which words of a byline name a person and which an outlet: both are capitalised, so
// only the words themselves tell.
#include <algorithm>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/outlets.h"

namespace broadsheet {
namespace {

// Words that show that capitalised words are no person.
constexpr std::string_view role_words[] = {
    "reporter",    "editor",   "staff",     "writer",      "correspondent", "news",
    "contributor", "team",     "desk",      "columnist",   "agency",        "press",
    "today",       "updated",  "published", "technology",  "business",      "the",
    "and",         "of",       "in",        "read",        "min",           "bureau",
    "chief",       "senior",   "monday",    "tuesday",     "wednesday",     "thursday",
    "friday",      "saturday", "sunday",    "january",     "february",      "march",
    "april",       "june",     "july",      "august",      "september",     "october",
    "november",    "december", "author",    "share",       "comments",      "journalist",
    "critic",      "producer", "analyst",   "photographer"};

// Also in the plural: "By Ann Lee and Bob Stone, Economics Correspondents".
bool is_role_word(std::string_view lower) {
  const auto known = [](std::string_view word) {
    return std::find(std::begin(role_words), std::end(role_words), word) !=
           std::end(role_words);
  };
  return known(lower) || (lower.size() > 5 && lower.ends_with('s') &&
                          known(lower.substr(0, lower.size() - 1)));
}

}  // namespace

bool looks_like_masthead(std::string_view text) {
  constexpr std::string_view endings[] = {
      " Journal", " Herald",   " Tribune",  " Gazette", " Sun",      " Post",
      " Times",   " Republic", " Observer", " Courier", " Chronicle"};
  if (is_known_outlet(text)) return true;
  return text.substr(0, 4) == "The " && std::count(text.begin(), text.end(), ' ') <= 3 &&
         std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) {
                       return text.size() > ending.size() && text.ends_with(ending);
                     });
}

bool is_masthead_line(std::string_view line) {
  constexpr std::string_view words[] = {
      "daily",       "weekly",   "news",     "times",    "post",      "herald",
      "gazette",     "press",    "journal",  "tribune",  "courier",   "chronicle",
      "observer",    "sun",      "star",     "globe",    "telegraph", "guardian",
      "mail",        "express",  "today",    "review",   "examiner",  "sentinel",
      "register",    "dispatch", "record",   "republic", "magazine",  "wire",
      "agency",      "service",  "network",  "radio",    "tv",        "zeitung",
      "nachrichten", "anzeiger", "kurier",   "tagblatt", "presse",    "diario",
      "gazzetta",    "corriere", "giornale", "dagblad",  "krant",     "tidende",
      "blad"};
  line = trimmed(line);
  constexpr std::size_t longest = 48;
  constexpr std::ptrdiff_t most_spaces = 4;
  if (line.empty() || line.size() > longest) return false;
  if (looks_like_masthead(line)) return true;
  if (std::count(line.begin(), line.end(), ' ') > most_spaces ||
      !is_upper(line.front())) {
    return false;
  }
  bool found = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    for (const char c : word) {
      if (!is_letter(c) && !is_high(c) && c != '-' && c != '.') return false;
    }
    if (is_lower(word.front()) && word.size() > 3) return false;
    found = found || std::find(std::begin(words), std::end(words), to_lower(word)) !=
                         std::end(words);
  }
  return found;
}

bool looks_like_name(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 48 || is_known_outlet(text)) return false;
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::string lower = to_lower(word);
    const bool particle = lower == "de" || lower == "van" || lower == "von" ||
                          lower == "der" || lower == "bin" || lower == "al" ||
                          lower == "la" || lower == "da";
    if (!particle && !is_upper(word.front()) && !is_high(word.front())) return false;
    if (is_role_word(lower)) return false;
    for (const char c : word) {
      if (!is_letter(c) && !is_high(c) && c != '.' && c != '-' && c != '\'') return false;
    }
    ++words;
  }
  return words >= 2 && words <= 5;
}

}  // namespace broadsheet
