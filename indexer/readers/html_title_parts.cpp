// A sign parts a title only with spaces around it; a dash inside a word is the word's.
#include "indexer/readers/html_title_parts.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/outlets.h"
#include "indexer/readers/html_title.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_site = 60;
constexpr std::size_t most_parts = 12;

struct Bar {
  std::string_view sign;
  bool sure;  // false: headlines hold it too, so it parts only what is known
};

// Longer signs first where one begins another.
constexpr Bar bars[] = {
    {" | ", true},      {" \u2013 ", true}, {" \u2014 ", true}, {" -- ", true},
    {" - ", true},      {" \u00BB ", true}, {" :: ", true},     {" \u00B7 ", true},
    {" \u2022 ", true}, {" // ", true},     {" \u2502 ", true}, {"\uFF5C", true},
    {" \u00AB ", true}, {" \u203A ", true}, {" > ", true},      {"\u2502", true},
    {" |", true},       {"| ", true},       {" / ", true},      {" \u30FB ", true},
    {" : ", false},     {"\uFF1A", false},  {": ", false},      {"--", false},
    {" \u22C6 ", true}};

struct Part {
  std::string_view text;
  std::size_t start = 0;
  std::size_t end = 0;
};

// Neither a letter nor a space before one begins a sign, which is most of a title.
bool may_part(std::string_view title, std::size_t at) {
  if (is_letter(title[at])) return false;
  return title[at] != ' ' || at + 1 == title.size() || !is_letter(title[at + 1]);
}

// With `all` also at the signs that are not sure.
std::vector<Part> parts_of(std::string_view title, bool all) {
  std::vector<Part> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; at < title.size() && parts.size() + 1 < most_parts;) {
    std::size_t length = 0;
    if (!may_part(title, at)) {
      ++at;
      continue;
    }
    for (const Bar& bar : bars) {
      if ((all || bar.sure) && title.substr(at, bar.sign.size()) == bar.sign) {
        length = std::max(length, bar.sign.size());
      }
    }
    if (length > 0) {
      parts.push_back({trimmed(title.substr(from, at - from)), from, at});
      from = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  parts.push_back({trimmed(title.substr(from)), from, title.size()});
  return parts;
}

std::string_view without_the(std::string_view key) {
  return key.size() > 7 && key.starts_with("the") ? key.substr(3) : key;
}

std::string between(std::string_view title, const Part& first, const Part& last) {
  return std::string(trimmed(title.substr(first.start, last.end - first.start)));
}

// A sign that is not sure parts nothing but a site's own name: "Time: what physics says".
bool is_site(std::string_view part, const std::vector<std::string>& sites, bool sure) {
  if (sure) return names_site(part, sites);
  const std::string key = essence_of(part);
  return std::find(sites.begin(), sites.end(), key) != sites.end();
}

std::string cut_sites(std::string_view title, const std::vector<std::string>& sites,
                      bool sure) {
  const std::vector<Part> parts = parts_of(title, !sure);
  std::size_t first = 0;
  std::size_t end = parts.size();
  while (end > first + 1 && is_site(parts[end - 1].text, sites, sure)) --end;
  while (first + 1 < end && is_site(parts[first].text, sites, sure)) ++first;
  return between(title, parts[first], parts[end - 1]);
}

}  // namespace

bool names_site(std::string_view part, const std::vector<std::string>& sites) {
  const std::string whole = essence_of(part);
  if (whole.empty()) return true;
  if (part.size() <= longest_site && is_known_outlet(part)) return true;
  const std::string_view key = without_the(whole);
  return std::any_of(sites.begin(), sites.end(), [&](std::string_view site) {
    site = without_the(site);
    if (site.size() < 2) return false;
    if (key == site) return true;
    // "Springfield Gazette Online", "springfieldgazette.example"
    return site.size() >= 5 && key.size() <= site.size() + 12 &&
           (key.starts_with(site) || (key.size() >= 5 && site.starts_with(key)));
  });
}

void add_site(std::vector<std::string>& sites, std::string_view name) {
  const auto add = [&](std::string_view text) {
    std::string key = essence_of(text);
    if (key.size() < 2 || text.size() > longest_site) return;
    if (std::find(sites.begin(), sites.end(), key) == sites.end()) {
      sites.push_back(std::move(key));
    }
  };
  name = trimmed(name.substr(0, 300));
  add(name);
  add(name.substr(0, name.find('(')));
  add(parts_of(name, false).front().text);
}

// First at the signs that are sure, then a known name at the others: "River rises: the
// dam held" stays whole, "River rises: Springfield Gazette" does not.
std::string without_site_names(std::string_view title,
                               const std::vector<std::string>& sites) {
  const std::string cut = cut_sites(title, sites, true);
  return cut_sites(cut, sites, false);
}

std::string without_last_part(std::string title) {
  const std::vector<Part> parts = parts_of(title, false);
  if (parts.size() < 2) return title;
  const Part& last = parts.back();
  const std::size_t rest = parts[parts.size() - 2].end;
  const auto words = std::count(last.text.begin(), last.text.end(), ' ') + 1;
  if (words > 5 || last.text.size() > 45 || rest < last.text.size()) return title;
  return std::string(trimmed(std::string_view(title).substr(0, rest)));
}

std::optional<std::string> part_with(std::string_view title, std::string_view key,
                                     Cut cut) {
  // "Politics: ..." is not cut to "Politics".
  constexpr std::size_t shortest = 4;
  constexpr std::size_t telling = 16;
  if (key.size() < (cut == Cut::at_end ? 2 * shortest : shortest)) return std::nullopt;
  for (const bool all : {false, true}) {
    if (all && key.size() < telling) break;
    const std::vector<Part> parts = parts_of(title, all);
    const std::size_t firsts = cut == Cut::anywhere ? parts.size() : 1;
    for (std::size_t first = 0; first < firsts; ++first) {
      std::string run;
      for (std::size_t last = first; last < parts.size(); ++last) {
        run += essence_of(parts[last].text);
        if (run == key) return between(title, parts[first], parts[last]);
        if (run.size() > key.size()) break;
      }
    }
  }
  return std::nullopt;
}

std::string longest_part(std::string_view title) {
  std::string longest;
  for (const Part& part : parts_of(title, false)) {
    std::string key = essence_of(part.text);
    if (key.size() > longest.size()) longest = std::move(key);
  }
  return longest;
}

// A dash in front stays: in some languages it opens what somebody says.
std::string_view without_end_signs(std::string_view title) {
  constexpr std::string_view signs[] = {"|",      "\u00BB", "\u00B7", "\u2022", "\u203A",
                                        "\u22C6", "-",      "\u2013", "\u2014"};
  constexpr std::size_t in_front = 5;
  title = trimmed(title);
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = 0; i < std::size(signs); ++i) {
      const std::size_t n = signs[i].size();
      if (title.size() <= n + 1) continue;
      if (i < in_front && title.starts_with(signs[i]) && is_space(title[n])) {
        title = trimmed(title.substr(n));
        again = true;
      } else if (title.ends_with(signs[i]) && is_space(title[title.size() - n - 1])) {
        title = trimmed(title.substr(0, title.size() - n));
        again = true;
      }
    }
  }
  return title;
}

}  // namespace broadsheet
