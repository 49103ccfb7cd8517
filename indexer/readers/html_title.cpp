// Every place votes: JSON-LD, og:title, the headings, the <title> without the site's
// name. Two printings agree when their letters do; one that holds the other (a kicker in
// front, a section behind) supports it a little. The most supported wins, and of two that
// are equally supported the one from the more trusted place.
//
// Counted on some 900 judged pages of four collections, where two places differ:
//   "Headline | rest" in <title>, og:title or JSON-LD against the <h1> "Headline": the
//     <h1> is right in 98 of 100, so the rest is cut wherever a bar stands between;
//   "Kicker Headline" as <h1> against "Headline" in JSON-LD, og:title or <title>: the
//     short one is right in 26 of 32, unless JSON-LD or og:title print the kicker too;
//   a lone <h1> against JSON-LD and og:title of one mind: they are right on pages of
//     newspapers, the <h1> as often as they are elsewhere;
//   a heading that is word for word a part of the <title>, however low its rank, against
//     an <h1> that is not: that heading is right nearly always.
// Which of a headline for readers and another for search engines is the better one cannot
// be told from a page.
#include "indexer/readers/html_title.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/outlets.h"
#include "indexer/readers/html_headings.h"
#include "indexer/readers/html_title_parts.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_title = 500;
constexpr std::string_view title_tag = "<title>";

struct Candidate {
  std::string text;
  std::string source;
  std::string key;
  double weight = 0;
  bool heading = false;
};

// Some sites give the page's title as the name of the site.
bool is_title(const HtmlHead& head, std::string_view name) {
  constexpr std::size_t longest_name = 30;
  if (name.size() <= longest_name) return false;
  const auto titles = head.all(HeadField::title);
  return std::any_of(titles.begin(), titles.end(),
                     [&](const MetaValue* title) { return title->value == name; });
}

std::vector<std::string> site_names(const HtmlHead& head, const JsonLdArticle& json_ld,
                                    std::string_view url) {
  std::vector<std::string> sites;
  for (const HeadField field : {HeadField::outlet, HeadField::app_name}) {
    for (const MetaValue* value : head.all(field)) {
      if (!is_title(head, value->value)) add_site(sites, value->value);
    }
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
  void add(std::string_view text, std::string source, double weight,
           bool heading = false) {
    text = without_end_signs(text);
    std::string key = essence_of(text);
    if (key.empty() && text.empty()) return;
    candidates_.push_back({std::string(text.substr(0, max_title)), std::move(source),
                           std::move(key), weight, heading});
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
      if (other.key == one.key || is_kicked(other, one)) {
        score += other.weight;
      } else if (supports(other.key, one.key)) {
        score += other.weight * 0.45;
      }
    }
    return score;
  }

  // A heading "Kicker Headline" that no other place prints but the <title>, which is
  // often made of both.
  bool is_kicked(const Candidate& heading, const Candidate& one) const {
    constexpr std::size_t shortest_kicker = 6;  // more than an article or a year
    constexpr std::size_t shortest_headline = 16;
    if (!heading.heading || one.heading || one.key.size() < shortest_headline ||
        heading.key.size() < one.key.size() + shortest_kicker ||
        !heading.key.ends_with(one.key)) {
      return false;
    }
    return std::none_of(candidates_.begin(), candidates_.end(), [&](const Candidate& c) {
      return !c.heading && c.source != title_tag && c.key == heading.key;
    });
  }

  // One holds the other, and not just a word of it.
  static bool supports(const std::string& a, const std::string& b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    if (shorter < 8 || shorter * 5 < std::max(a.size(), b.size()) * 2) return false;
    return a.find(b) != a.npos || b.find(a) != b.npos;
  }

  std::vector<Candidate> candidates_;
};

// The headings that may be the headline, and which of them the <title> holds whole.
class Headings {
 public:
  Headings(const HtmlTree& tree, std::string_view page_title,
           std::vector<std::string>& sites) {
    std::vector<Heading> all = headings_of(tree);
    for (const Heading& one : all) {
      if (one.banner) add_site(sites, one.text);
    }
    const std::string longest = longest_part(page_title);
    for (Heading& one : all) {
      if (one.banner || names_site(one.text, sites)) continue;
      const bool told = is_told(page_title, one.key, longest);
      (one.level == 1 ? firsts_ : others_).push_back({std::move(one), told});
    }
  }

  // What follows one of these behind a bar is no part of a headline.
  std::string cut(std::string title) const {
    for (const Ranked& one : firsts_) {
      if (!one.told && firsts_.size() > 1) continue;
      const Cut where = one.told ? Cut::anywhere : Cut::at_end;
      if (auto part = part_with(title, one.heading.key, where)) return *std::move(part);
    }
    for (const Ranked& one : others_) {
      if (!one.told) continue;
      if (auto part = part_with(title, one.heading.key, Cut::anywhere)) {
        return *std::move(part);
      }
    }
    return title;
  }

  void vote(Ballot& ballot) const {
    for (std::size_t i = 0; i < firsts_.size(); ++i) {
      ballot.add(firsts_[i].heading.text, "h1", weight_of(i), true);
    }
    const bool known = std::any_of(firsts_.begin(), firsts_.end(),
                                   [](const Ranked& one) { return one.told; });
    double told_weight = known ? 0 : 1.3;
    for (std::size_t i = 0; i < others_.size(); ++i) {
      const auto& [heading, told] = others_[i];
      if (told && told_weight > 0) {
        ballot.add(heading.text, "heading of the <title>", told_weight, true);
        told_weight = 0;
      } else if (heading.marked) {
        ballot.add(heading.text, "headline element",
                   i == 0 && firsts_.empty() ? 0.7 : 0.2, true);
      }
    }
  }

 private:
  // Not a section that stands beside the headline: the longest part, or the first if it
  // is long enough to be one.
  static bool is_told(std::string_view title, std::string_view key,
                      std::string_view longest) {
    constexpr std::size_t telling = 16;
    if (key.find(longest) != key.npos) {
      return part_with(title, key, Cut::anywhere).has_value();
    }
    return key.size() >= telling && part_with(title, key, Cut::at_end);
  }

  struct Ranked {
    Heading heading;
    bool told = false;
  };

  // What readers see outweighs what is written for search engines; a short heading may
  // be a section's name, unless the <title> knows it.
  double weight_of(std::size_t place) const {
    constexpr std::size_t telling = 20;
    const auto& [heading, told] = firsts_[place];
    const bool tells = told || heading.text.size() >= telling;
    if (firsts_.size() == 1) return tells ? 1.5 : 1.0;
    if (told) return 1.3;
    if (place == 0) return tells ? 1.0 : 0.6;
    return 0.5;
  }

  std::vector<Ranked> firsts_;  // <h1>
  std::vector<Ranked> others_;
};

// The character at the head of `text`; a broken one ends where it breaks off.
std::string_view first_character(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  const std::size_t whole = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  std::size_t length = 1;
  while (length < whole && length < text.size() &&
         (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) {
    ++length;
  }
  return text.substr(0, length);
}

// Quotes, dashes, spaces and symbols beyond ASCII, and broken bytes.
bool is_sign(std::string_view character) {
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned char>(character[at]);
  };
  if (character.size() < 2 || byte(0) == 0xC2) return true;
  if (byte(0) >= 0xE0 && character.size() < 3) return true;
  if (byte(0) == 0xE2) return byte(1) < 0xB0;
  if (byte(0) == 0xE3) return byte(1) == 0x80;
  if (byte(0) != 0xEF || byte(1) != 0xBC) return false;
  return byte(2) < 0x90 || (byte(2) > 0x99 && byte(2) < 0xA1);  // wide forms of ASCII
}

}  // namespace

std::string essence_of(std::string_view text) {
  std::string key;
  text = text.substr(0, max_title);
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = first_character(text.substr(at));
    const char c = character.front();
    if (is_letter(c) || is_digit(c)) {
      key += to_lower(c);
    } else if (is_high(c) && !is_sign(character)) {
      key += character;
    }
    at += character.size();
  }
  return key;
}

std::optional<ChosenTitle> choose_title(const HtmlTree& tree, const HtmlHead& head,
                                        const JsonLdArticle& json_ld,
                                        std::string_view url) {
  std::vector<std::string> sites = site_names(head, json_ld, url);
  const Headings headings(tree, head.title(), sites);
  const std::string declared =
      essence_of(without_site_names(json_ld.headline.value_or(""), sites));
  const auto settled = [&](std::string_view title) {
    std::string cut = headings.cut(without_site_names(title, sites));
    return part_with(cut, declared, Cut::at_end).value_or(cut);
  };
  Ballot ballot;
  if (json_ld.headline) {
    ballot.add(settled(*json_ld.headline), "json-ld headline",
               json_ld.type.empty() ? 0.6 : 1.05);
  }
  double weight = 0.8;
  for (const MetaValue* value : head.all(HeadField::title)) {
    ballot.add(settled(value->value), "meta " + std::string(value->name), weight);
    weight = 0.25;
  }
  headings.vote(ballot);
  if (!head.title().empty()) {
    const std::string cut = settled(head.title());
    const bool named = cut.size() < head.title().size();
    ballot.add(cut, std::string(title_tag), 0.35);
    if (!named) ballot.add(without_last_part(cut), std::string(title_tag), 0.36);
  }
  return ballot.choose();
}

}  // namespace broadsheet
