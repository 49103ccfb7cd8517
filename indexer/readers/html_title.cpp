// Every place votes: JSON-LD, og:title, the <h1>, the <title> without the site's name.
// Two printings agree when their letters do; one that holds the other (a kicker in front,
// a section behind) supports it a little. The most supported wins, and of two that are
// equally supported the one from the more trusted place.
#include "indexer/readers/html_title.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/outlets.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_title = 500;
constexpr std::size_t max_headings = 20;

struct Candidate {
  std::string text;
  std::string source;
  std::string key;
  double weight = 0;
};

// Longer signs first where one begins another.
constexpr std::string_view bars[] = {
    " | ",      " \u2013 ", " \u2014 ", " - ",    " \u00BB ", " :: ",     " \u00B7 ",
    " \u2022 ", " // ",     " \u2502 ", "\uFF5C", " \u00AB ", " \u203A ", " > ",
    "\u2502",   " |",       "| ",       " / ",    " \u30FB "};

struct Part {
  std::string_view text;
  std::size_t start = 0;
  std::size_t end = 0;
};

std::vector<Part> parts_of(std::string_view title) {
  std::vector<Part> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; at < title.size();) {
    std::size_t length = 0;
    for (const std::string_view bar : bars) {
      if (title.substr(at, bar.size()) == bar) length = std::max(length, bar.size());
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

bool names_site(std::string_view part, const std::vector<std::string>& sites) {
  const std::string key = essence_of(part);
  if (key.empty()) return true;
  if (part.size() <= 60 && is_known_outlet(part)) return true;
  return std::any_of(sites.begin(), sites.end(), [&](const std::string& site) {
    if (site.size() < 2) return false;
    if (key == site) return true;
    // "Springfield Gazette Online", "springfieldgazette.example"
    return site.size() >= 5 && key.size() <= site.size() + 12 &&
           (key.starts_with(site) || (key.size() >= 5 && site.starts_with(key)));
  });
}

void add_site(std::vector<std::string>& sites, std::string_view name) {
  std::string key = essence_of(name);
  if (key.size() >= 2 && name.size() <= 60) sites.push_back(std::move(key));
}

std::vector<std::string> site_names(const HtmlHead& head, const JsonLdArticle& json_ld,
                                    std::string_view url) {
  std::vector<std::string> sites;
  for (const HeadField field : {HeadField::outlet, HeadField::app_name}) {
    for (const MetaValue* value : head.all(field)) add_site(sites, value->value);
  }
  if (json_ld.publisher) add_site(sites, *json_ld.publisher);
  if (json_ld.site) add_site(sites, *json_ld.site);
  if (const auto outlet = outlet_of_url(url)) add_site(sites, *outlet);
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return sites;
  std::string_view host = url.substr(scheme + 3, url.find('/', scheme + 3) - scheme - 3);
  if (host.starts_with("www.")) host.remove_prefix(4);
  add_site(sites, host);
  if (host.find('.') != host.npos) add_site(sites, host.substr(0, host.rfind('.')));
  return sites;
}

class Ballot {
 public:
  void add(std::string_view text, std::string source, double weight) {
    text = trimmed(text);
    std::string key = essence_of(text);
    if (key.empty() && text.empty()) return;
    candidates_.push_back({std::string(text.substr(0, max_title)), std::move(source),
                           std::move(key), weight});
  }

  std::optional<ChosenTitle> choose() const {
    const Candidate* best = nullptr;
    double best_score = 0;
    for (const Candidate& one : candidates_) {
      const double score = score_of(one);
      if (best != nullptr && score <= best_score + 1e-9) continue;
      best = &one;
      best_score = score;
    }
    if (best == nullptr) return std::nullopt;
    return ChosenTitle{best->text, best->source};
  }

 private:
  double score_of(const Candidate& one) const {
    double score = one.weight;
    for (const Candidate& other : candidates_) {
      if (&other == &one) continue;
      if (other.key == one.key) {
        score += other.weight;
      } else if (supports(other.key, one.key)) {
        score += other.weight * 0.45;
      }
    }
    return score;
  }

  // One holds the other, and not just a word of it.
  static bool supports(const std::string& a, const std::string& b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    if (shorter < 8 || shorter * 5 < std::max(a.size(), b.size()) * 2) return false;
    return a.find(b) != a.npos || b.find(a) != b.npos;
  }

  std::vector<Candidate> candidates_;
};

bool has_title_name(std::string_view names) {
  const std::string lower = to_lower(names.substr(0, 200));
  for (const std::string_view word : {"headline", "entry-title", "article-title",
                                      "post-title", "article__title", "articletitle"}) {
    if (lower.find(word) != lower.npos) return true;
  }
  return false;
}

// What readers see outweighs what is written for search engines; a short heading may be a
// section's name.
double weight_of_heading(std::string_view text, std::size_t place, std::size_t count) {
  constexpr std::size_t telling = 20;
  if (count == 1) return text.size() >= telling ? 1.5 : 1.0;
  if (place == 0) return text.size() >= telling ? 1.0 : 0.6;
  return 0.5;
}

void add_headings(const HtmlTree& tree, const std::vector<std::string>& sites,
                  Ballot& ballot) {
  std::vector<std::string> h1;
  std::vector<std::string> others;
  for (NodeId id = 0; id < tree.size() && h1.size() + others.size() < max_headings;
       ++id) {
    if (tree[id].is_text) continue;
    const bool is_h1 = tree.is(id, GUMBO_TAG_H1);
    const bool is_h2 = tree.is(id, GUMBO_TAG_H2) || tree.is(id, GUMBO_TAG_H3);
    const bool marked = tree.attribute(id, "itemprop") == "headline" ||
                        (is_h2 && has_title_name(tree.attribute(id, "class")));
    if (!is_h1 && !marked) continue;
    std::string text = tree.text_of(id, max_title);
    if (trimmed(text).empty() || names_site(text, sites)) continue;
    (is_h1 ? h1 : others).push_back(std::move(text));
    id = tree[id].end - 1;
  }
  for (std::size_t i = 0; i < h1.size(); ++i) {
    ballot.add(h1[i], "h1", weight_of_heading(h1[i], i, h1.size()));
  }
  for (std::size_t i = 0; i < others.size(); ++i) {
    ballot.add(others[i], "headline element", i == 0 && h1.empty() ? 0.7 : 0.2);
  }
}

}  // namespace

std::string essence_of(std::string_view text) {
  std::string key;
  for (const char c : text.substr(0, max_title)) {
    if (is_letter(c) || is_digit(c)) key += to_lower(c);
    if (static_cast<unsigned char>(c) >= 0xC3 ||
        (is_high(c) && !key.empty() && is_high(key.back()))) {
      key += c;
    }
  }
  return key;
}

std::string without_site_names(std::string_view title,
                               const std::vector<std::string>& sites) {
  const std::vector<Part> parts = parts_of(title);
  std::size_t first = 0;
  std::size_t end = parts.size();
  while (end > first + 1 && names_site(parts[end - 1].text, sites)) --end;
  while (first + 1 < end && names_site(parts[first].text, sites)) ++first;
  return std::string(
      trimmed(title.substr(parts[first].start, parts[end - 1].end - parts[first].start)));
}

namespace {

// When the site did not say its name: a short last part behind a long first one is it.
std::string without_last_part(std::string title) {
  const std::vector<Part> parts = parts_of(title);
  if (parts.size() < 2) return title;
  const Part& last = parts.back();
  const std::size_t rest = parts[parts.size() - 2].end;
  const auto words = std::count(last.text.begin(), last.text.end(), ' ') + 1;
  if (words > 5 || last.text.size() > 45 || rest < last.text.size()) return title;
  return std::string(trimmed(std::string_view(title).substr(0, rest)));
}

}  // namespace

std::optional<ChosenTitle> choose_title(const HtmlTree& tree, const HtmlHead& head,
                                        const JsonLdArticle& json_ld,
                                        std::string_view url) {
  const std::vector<std::string> sites = site_names(head, json_ld, url);
  Ballot ballot;
  if (json_ld.headline) {
    ballot.add(without_site_names(*json_ld.headline, sites), "json-ld headline",
               json_ld.type.empty() ? 0.6 : 1.05);
  }
  double weight = 0.8;
  for (const MetaValue* value : head.all(HeadField::title)) {
    ballot.add(without_site_names(value->value, sites),
               "meta " + std::string(value->name), weight);
    weight = 0.25;
  }
  add_headings(tree, sites, ballot);
  if (!head.title().empty()) {
    const std::string cut = without_site_names(head.title(), sites);
    const bool named = cut.size() < head.title().size();
    ballot.add(cut, "<title>", 0.35);
    if (!named) ballot.add(without_last_part(cut), "<title>", 0.36);
  }
  return ballot.choose();
}

}  // namespace broadsheet
