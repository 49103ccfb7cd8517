// Pages that a script draws carry their story as data in another script:
// "publicationDate":"2026-04-24T10:00:00Z". Asked only when the page says nothing else of
// its day, and believed only when all such keys name the same one: lists of other stories
// are kept in the same way.
#include <array>
#include <string>

#include "article/ascii.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/html_evidence.h"

namespace broadsheet {

namespace {

constexpr std::string_view keys[] = {
    "publishedAt",      "published_at",       "publishedDate",   "published_date",
    "publishDate",      "publish_date",       "publicationDate", "publication_date",
    "publishedOn",      "publishedTime",      "published_time",  "publishTime",
    "firstPublishedAt", "first_published_at", "publicationTime", "publishingDate"};

// The key that ends behind the quote at `quote`: none when it is not one of ours.
std::string_view key_from(std::string_view rest) {
  for (const std::string_view key : keys) {
    if (!rest.starts_with(key)) continue;
    const std::string_view after = rest.substr(key.size());
    if (after.starts_with("\"") || after.starts_with("\\\"")) return key;
  }
  return {};
}

// `": "2026-04-24T10:00:00Z"`, its quotes perhaps with a backslash each.
std::string_view value_after(std::string_view rest) {
  constexpr std::size_t longest = 60;
  const std::string_view signs = "\\\": \t\n";
  const std::size_t from = rest.substr(0, 20).find_first_not_of(signs);
  if (from == rest.npos || rest.substr(0, from).find(':') == rest.npos) return {};
  const std::size_t end = rest.substr(from, longest).find_first_of("\\\"");
  return end == rest.npos ? std::string_view() : rest.substr(from, end);
}

}  // namespace

void read_state_date(std::string_view html, RawStory& story) {
  constexpr std::size_t most_keys = 200;
  std::optional<Date> day;
  std::string how;
  std::string text;
  std::size_t count = 0;
  for (std::size_t at = 0; (at = html.find("ubli", at)) != html.npos; ++at) {
    for (const std::size_t back : {std::size_t{1}, std::size_t{6}, std::size_t{7}}) {
      if (at <= back || html[at - back - 1] != '"') continue;
      const std::string_view key = key_from(html.substr(at - back, 30));
      if (key.empty()) continue;
      const std::string_view value =
          value_after(html.substr(at - back + key.size(), 100));
      const auto date = read_date(value);
      if (!date || date->precision != Precision::day) continue;
      if (++count > most_keys || (day && *day != *date)) return;
      day = date;
      how = "data of a script, " + std::string(key);
      text = std::string(value);
    }
  }
  if (!day) return;
  story.dates.push_back({to_string(*day), DateSource::meta});
  add_evidence(story, "date", how, text);
}

}  // namespace broadsheet
