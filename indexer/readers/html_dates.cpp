// A printed date is taken only where it is marked as one: <time>, itemprop, a class or id
// that says date. A page with several different such dates (teasers of other stories)
// gives only those beside its headline.
#include "indexer/readers/html_dates.h"

#include <algorithm>
#include <optional>

#include "article/ascii.h"
#include "article/date.h"
#include "indexer/readers/record.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_text = 200;
constexpr std::size_t max_words = 24;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size() && words.size() < max_words) {
    const std::size_t from = text.find_first_not_of(" \t\n\r", at);
    if (from == text.npos) break;
    at = std::min(text.find_first_of(" \t\n\r", from), text.size());
    words.push_back(text.substr(from, at - from));
  }
  return words;
}

// "Published: Fri, Apr 24, 2026 at 10:00 AM" ==> "2026-04-24": the first run of up to
// four words that reads as a day.
std::optional<std::string> date_inside(std::string_view text) {
  if (const auto whole = read_date(trimmed(text)); whole)
    return std::string(trimmed(text));
  const std::vector<std::string_view> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t count = std::min<std::size_t>(4, words.size() - i); count > 0;
         --count) {
      const char* begin = words[i].data();
      const std::string_view last = words[i + count - 1];
      std::string_view run(begin,
                           static_cast<std::size_t>(last.data() + last.size() - begin));
      while (!run.empty() && !is_digit(run.back()) && !is_letter(run.back()))
        run.remove_suffix(1);
      while (!run.empty() && !is_digit(run.front()) && !is_letter(run.front()))
        run.remove_prefix(1);
      const auto date = read_date(run);
      if (date && date->precision == Precision::day) return to_string(*date);
    }
  }
  return std::nullopt;
}

bool is_date_name(std::string_view names) {
  const std::string lower = to_lower(names.substr(0, 200));
  for (const std::string_view word : {"date", "publish", "timestamp", "posted", "time"}) {
    const std::size_t at = lower.find(word);
    if (at == lower.npos) continue;
    if (word == "date" && lower.substr(at > 2 ? at - 2 : 0).starts_with("update"))
      continue;
    if (word == "time" && lower.find("timeline") != lower.npos) continue;
    return true;
  }
  return false;
}

bool says_updated(std::string_view text) {
  const std::string lower = to_lower(text.substr(0, 60));
  return lower.find("updated") != lower.npos || lower.find("modified") != lower.npos;
}

// The date an element gives, with what kind of element it is.
std::optional<DateHint> date_of(const HtmlTree& tree, NodeId id) {
  const bool time = tree.is(id, GUMBO_TAG_TIME);
  const std::string_view property = tree.attribute(id, "itemprop");
  if (property == "dateModified") return std::nullopt;
  const bool published = property == "datePublished";
  const bool named =
      is_date_name(tree.attribute(id, "class")) || is_date_name(tree.attribute(id, "id"));
  if (!time && !published && !named) return std::nullopt;
  const DateSource source = published ? DateSource::meta
                            : time    ? DateSource::time_element
                                      : DateSource::byline;
  for (const char* name : {"datetime", "content"}) {
    if (auto date = date_inside(tree.attribute(id, name))) return DateHint{*date, source};
  }
  const std::string text = tree.text_of(id, max_text);
  if (text.size() > 120 || says_updated(text)) return std::nullopt;
  if (auto date = date_inside(text)) return DateHint{*date, source};
  return std::nullopt;
}

struct Found {
  NodeId id;
  DateHint hint;
};

NodeId headline(const HtmlTree& tree) {
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.is(id, GUMBO_TAG_H1)) return id;
  }
  return 0;
}

}  // namespace

void add_date(std::vector<DateHint>& dates, std::string_view text, DateSource source) {
  text = trimmed(text);
  if (auto date = date_inside(date_of_timestamp(std::string(text))))
    dates.push_back({*date, source});
}

void add_visible_dates(const HtmlTree& tree, std::vector<DateHint>& dates) {
  std::vector<Found> found;
  for (NodeId id = 0; id < tree.size() && found.size() < 100; ++id) {
    if (tree[id].is_text || tree.is(id, GUMBO_TAG_META) || tree.is(id, GUMBO_TAG_BODY))
      continue;
    auto hint = date_of(tree, id);
    if (!hint) continue;
    found.push_back({id, std::move(*hint)});
    id = tree[id].end - 1;
  }
  if (found.empty()) return;
  // The nearest behind the headline, else the first of the page.
  const NodeId head = headline(tree);
  const auto near = std::find_if(found.begin(), found.end(),
                                 [&](const Found& one) { return one.id > head; });
  dates.push_back(near == found.end() ? found.front().hint : near->hint);
}

void add_url_date(std::string_view url, std::vector<DateHint>& dates) {
  for (std::size_t at = 0; at + 10 <= url.size(); ++at) {
    if (at > 0 && is_digit(url[at - 1])) continue;
    const std::string_view part = url.substr(at, 10);
    const bool slashes = part[4] == '/' && part[7] == '/';
    const bool dashes = part[4] == '-' && part[7] == '-';
    if (!slashes && !dashes) continue;
    if (at + 10 < url.size() && is_digit(url[at + 10])) continue;
    std::string text(part);
    text[4] = text[7] = '-';
    const auto date = read_date(text);
    if (!date || date->precision != Precision::day) continue;
    dates.push_back({to_string(*date), DateSource::url});
    return;
  }
}

}  // namespace broadsheet
