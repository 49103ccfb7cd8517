// Values keep the order in which they stood; what a value means is left to
// article/analyse. A record with a title and no text is a story: a headline is news.
// Leaves out nested objects beyond the few wrappers listed here: --field reaches
// everything else.
#include "indexer/readers/record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <span>

#include "article/ascii.h"
#include "article/date.h"
#include "article/error.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record_names.h"
#include "indexer/readers/record_value.h"

namespace broadsheet {

namespace {

// What --field calls a field, beside the names above.
constexpr std::array our_names = {
    FieldName{"title", Role::title},       FieldName{"text", Role::text},
    FieldName{"date", Role::date},         FieldName{"outlet", Role::outlet},
    FieldName{"source", Role::source},     FieldName{"credited", Role::credited},
    FieldName{"author", Role::author},     FieldName{"authors", Role::author},
    FieldName{"url", Role::url},           FieldName{"id", Role::id},
    FieldName{"language", Role::language}, FieldName{"lang", Role::language},
};

// {"author": {"name": "Ann Lee"}}, {"title": {"rendered": "..."}}, {"$date": "..."}.
constexpr std::array<std::string_view, 10> value_keys = {
    "name",    "rendered", "value", "text", "$date", "$oid", "#text", "@value",
    "main",       // {"headline": {"main": "..."}}
    "original"};  // {"byline": {"original": "By Ann Lee"}}
// {"_source": {"title": "..."}}
constexpr std::array<std::string_view, 8> wrapper_keys = {
    "_source", "article", "fields", "meta", "metadata", "attributes", "story", "doc"};

bool is_among(std::string_view key, std::span<const std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::string folded(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c != '_' && c != '-' && c != ' ' && c != ':') key += to_lower(c);
  }
  return key;
}

bool is_name_of_outlet(std::string_view key) {
  const auto meaning = usual_meaning(key);
  return meaning && (meaning->role == Role::outlet || meaning->role == Role::source);
}

std::optional<Role> our_role(std::string_view ours) {
  const std::string key = folded(ours);
  for (const FieldName& name : our_names) {
    if (name.name == key) return name.role;
  }
  return std::nullopt;
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c); });
}

bool looks_like_page(std::string_view html) {
  const std::string start = to_lower(html.substr(0, 512));
  return start.find("<html") != start.npos || start.find("<!doctype") != start.npos;
}

// A record's text is a text, a page or a piece of one.
std::string plain_text(std::string text) {
  if (!looks_like_html(text)) return text;
  return looks_like_page(text) ? page_text(text) : html_to_text(text);
}

// News services sell the rest: "The first words of a st… [+4213 chars]".
void drop_cut_mark(std::string& text) {
  constexpr std::string_view end_mark = " chars]";
  if (!std::string_view(text).ends_with(end_mark)) return;
  const std::size_t open = text.rfind("[+");
  if (open == text.npos) return;
  const std::string_view count =
      std::string_view(text).substr(open + 2, text.size() - open - 2 - end_mark.size());
  if (all_digits(count)) text.resize(open);
}

// "a, b, c" of the names seen at the top of a record.
std::string listed(const std::vector<std::string>& seen) {
  constexpr std::size_t most = 12;
  std::string all;
  std::size_t count = 0;
  for (const std::string& name : seen) {
    if (name.find('.') != name.npos || name.empty()) continue;
    if (++count > most) return all + ", ...";
    all.append(all.empty() ? "" : ", ").append(name);
  }
  return all;
}

void add_name(std::vector<std::string>& authors, std::string_view name) {
  name = trimmed(name);
  if (name.empty() || name.size() > 100) return;
  if (std::find(authors.begin(), authors.end(), name) == authors.end()) {
    authors.emplace_back(name);
  }
}

// The end of the name at the start of `text`, and where the next one begins. A comma
// parts names only when words stand on both sides of it: "Ann Lee, Bo Chan", but not
// "Ann Lee, Reuters" or "Lee, Ann".
std::pair<std::size_t, std::size_t> name_end(std::string_view text) {
  constexpr std::array<std::string_view, 4> parts = {" and ", " & ", ";", " | "};
  std::pair<std::size_t, std::size_t> best{text.size(), text.size()};
  for (const std::string_view part : parts) {
    const std::size_t at = text.find(part);
    if (at < best.first) best = {at, at + part.size()};
  }
  const std::size_t comma = text.find(',');
  if (comma < best.first) {
    const std::string_view before = trimmed(text.substr(0, comma));
    std::string_view after = text.substr(comma + 1, best.first - comma - 1);
    after = trimmed(after.substr(0, after.find(',')));
    const bool both = before.find(' ') != before.npos && after.find(' ') != after.npos;
    if (both || after.empty()) best = {comma, comma + 1};
  }
  return best;
}

}  // namespace

std::optional<Meaning> meaning_of(std::string_view path, const FieldMap& fields) {
  for (const auto& [ours, theirs] : fields) {
    if (!equal_ignoring_case(path, theirs)) continue;
    if (const auto role = our_role(ours)) return Meaning{*role, 0};
  }
  if (path.size() > 64) return std::nullopt;
  std::string_view rest = path;
  int extra = 0;
  if (const std::size_t dot = rest.rfind('.'); dot != rest.npos) {
    const std::string_view owner = rest.substr(0, dot);
    const bool wrapped = is_among(to_lower(owner), wrapper_keys);
    const std::string last = to_lower(rest.substr(dot + 1));
    // A source has a title; a {"story": {"title": ...}} is not one text.
    const bool named = last == "title" && is_name_of_outlet(folded(owner));
    if (!wrapped && (named || is_among(last, value_keys))) rest = owner;
  }
  if (const std::size_t dot = rest.find('.'); dot != rest.npos) {
    if (!is_among(to_lower(rest.substr(0, dot)), wrapper_keys)) return std::nullopt;
    rest = rest.substr(dot + 1);
    extra = static_cast<int>(field_names().size());
  }
  auto meaning = usual_meaning(folded(rest));
  if (meaning) meaning->rank += extra;
  return meaning;
}

void check_fields(const FieldMap& fields) {
  for (const auto& [ours, theirs] : fields) {
    if (our_role(ours)) continue;
    throw Error(
        ErrorCode::usage, "no field named " + ours,
        "use title, text, date, outlet, source, credited, author, url, id or lang");
  }
}

void Record::add(Meaning meaning, std::string value) {
  if (!trimmed(value).empty()) values_.push_back({meaning, std::move(value)});
}

bool Record::has(Role role) const {
  return std::any_of(values_.begin(), values_.end(),
                     [&](const Value& value) { return value.meaning.role == role; });
}

// All values of the best name: a text can be a list of paragraphs.
std::string Record::take_best(Role role) {
  const Value* best = nullptr;
  for (const Value& value : values_) {
    if (value.meaning.role != role) continue;
    if (best == nullptr || value.meaning.rank < best->meaning.rank) best = &value;
  }
  if (best == nullptr) return {};
  const int rank = best->meaning.rank;
  std::string all;
  for (Value& value : values_) {
    if (value.meaning.role != role || value.meaning.rank != rank) continue;
    if (all.empty()) {
      all = std::move(value.text);
    } else if (role == Role::text) {
      all += '\n';
      all += value.text;
    }
    value.text.clear();
  }
  return all;
}

std::vector<std::string> Record::take_all(Role role) {
  std::stable_sort(values_.begin(), values_.end(), [](const Value& a, const Value& b) {
    return a.meaning.rank < b.meaning.rank;
  });
  std::vector<std::string> all;
  for (Value& value : values_) {
    if (value.meaning.role == role) all.push_back(std::move(value.text));
  }
  return all;
}

void Record::saw(std::string_view path) {
  constexpr std::size_t most = 200;
  if (seen_.size() < most && path.size() <= 64) seen_.emplace_back(path);
}

bool Record::is_seen(std::string_view path) const {
  return std::any_of(seen_.begin(), seen_.end(), [&](const std::string& name) {
    return equal_ignoring_case(name, path);
  });
}

// A name of --field for a title or text that the record does not have.
std::string Record::lost_name(const FieldMap& fields, Role role) const {
  for (const auto& [ours, theirs] : fields) {
    if (our_role(ours) == role && !is_seen(theirs)) return theirs;
  }
  return {};
}

std::optional<RawStory> Record::take_story(const FieldMap& fields, std::string& reason) {
  std::vector<std::string> repairs;
  for (const Role role : {Role::text, Role::title}) {
    const std::string lost = lost_name(fields, role);
    if (lost.empty()) continue;
    if (role == Role::title ? !has(Role::title) && !has(Role::text) : !has(role)) {
      reason =
          fmt::format("no field '{}' in the record; it has: {}", lost, listed(seen_));
      return std::nullopt;
    }
    repairs.push_back(fmt::format("no field '{}', read without it", lost));
  }
  if (!has(Role::title) && !has(Role::text)) {
    reason = "no text";
    return std::nullopt;
  }
  RawStory story = take_fields();
  story.repairs = std::move(repairs);
  return story;
}

std::vector<std::string> Record::take_names(Role role) {
  std::vector<std::string> names;
  for (const std::string& value : take_all(role)) {
    for (std::string& name : names_in_field(value)) names.push_back(std::move(name));
  }
  return names;
}

RawStory Record::take_fields() {
  const auto optional = [](const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(std::string(trimmed(text)));
  };
  RawStory story;
  story.title = optional(take_best(Role::title));
  story.text = plain_text(take_best(Role::text));
  drop_cut_mark(story.text);
  story.url = optional(take_best(Role::url));
  story.source_id = optional(take_best(Role::id));
  story.language = optional(take_best(Role::language));
  story.outlet = optional(take_best(Role::outlet));
  if (story.outlet) {
    const auto names = names_in_field(*story.outlet);
    story.outlet = names.empty() ? std::nullopt : std::optional(names.front());
  }
  for (const std::string& source : take_names(Role::source)) {
    if (!story.outlet) {
      story.outlet = source;
    } else if (*story.outlet != source) {
      story.credited.push_back(source);
    }
  }
  for (std::string& name : take_names(Role::credited)) story.credited.push_back(name);
  for (const std::string& byline : take_names(Role::author)) {
    add_authors(story.authors, byline);
  }
  for (std::string& date : take_all(Role::date)) {
    story.dates.push_back({date_of_timestamp(std::move(date)), DateSource::field});
  }
  return story;
}

void add_authors(std::vector<std::string>& authors, std::string_view byline) {
  constexpr std::size_t most = 50;
  std::string_view rest = trimmed(byline);
  if (rest.size() > 3 && equal_ignoring_case(rest.substr(0, 3), "by ")) {
    rest = rest.substr(3);
  }
  while (!rest.empty() && authors.size() < most) {
    const auto [end, next] = name_end(rest);
    add_name(authors, rest.substr(0, end));
    rest = rest.substr(next);
  }
}

std::string date_of_timestamp(std::string text) {
  const std::string_view whole =
      std::string_view(text).substr(0, std::string_view(text).find('.'));
  if (!all_digits(whole) || whole.size() < 9 || whole.size() > 16) return text;
  long long seconds = 0;
  std::from_chars(whole.data(), whole.data() + whole.size(), seconds);
  // 11 digits of seconds would be the year 5138: more digits are finer units. 14 digits
  // are not a count but "20260424103000".
  if (whole.size() == 14) return text;
  if (whole.size() >= 12) seconds /= 1000;
  if (whole.size() >= 15) seconds /= 1000;
  return to_string(date_of_day(static_cast<int>(seconds / 86400)));
}

}  // namespace broadsheet
