// JSON-LD first, then <meta>, then what the page prints (html_printed_authors). A name
// that is only the outlet's own counts when nobody else is named, an account or a desk
// when no person is.
#include "indexer/readers/html_authors.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/outlets.h"
#include "indexer/readers/html_evidence.h"
#include "indexer/readers/html_printed_authors.h"
#include "indexer/readers/html_title.h"

namespace broadsheet {

namespace {

// What the site calls itself; as an author that is nobody.
class House {
 public:
  House(const HtmlHead& head, const JsonLdArticle& json_ld, const RawStory& story) {
    if (story.outlet) add(*story.outlet);
    if (json_ld.publisher) add(*json_ld.publisher);
    if (json_ld.site) add(*json_ld.site);
    for (const MetaValue* value : head.all(HeadField::outlet)) add(value->value);
  }

  bool is(std::string_view name) const {
    const std::string key = essence_of(name);
    return key.empty() ||
           std::any_of(keys_.begin(), keys_.end(), [&](const std::string& own) {
             return key == own || (own.size() >= 4 && key.starts_with(own)) ||
                    (key.size() >= 4 && own.starts_with(key));
           });
  }

 private:
  void add(std::string_view name) {
    std::string key = essence_of(name);
    if (!key.empty()) keys_.push_back(std::move(key));
  }

  std::vector<std::string> keys_;
};

// "admin", "Redaktion", "ann.lee": accounts and desks, who stand for somebody.
bool is_account(std::string_view name) {
  constexpr std::string_view accounts[] = {"admin",
                                           "administrator",
                                           "webmaster",
                                           "redaktion",
                                           "redazione",
                                           "redaccion",
                                           "redacción",
                                           "redação",
                                           "redacao",
                                           "rédaction",
                                           "redactie",
                                           "redaksi",
                                           "redakcja",
                                           "redakce",
                                           "redaksjonen",
                                           "online",
                                           "onlineredaktion",
                                           "webredaktion",
                                           "newsroom",
                                           "newsdesk",
                                           "web",
                                           "user",
                                           "root",
                                           "staff",
                                           "editors",
                                           "editorial"};
  const std::string lower = to_lower(name);
  if (is_desk(name) ||
      std::find(std::begin(accounts), std::end(accounts), lower) != std::end(accounts)) {
    return true;
  }
  return name.find(' ') == name.npos && !name.empty() && is_lower(name.front());
}

// A person is worth more than an account or an agency, and these more than the house.
int worth_of(const FoundAuthors& found, const House& house) {
  int worth = found.names.empty() ? 0 : 1;
  for (const std::string& name : found.names) {
    if (house.is(name)) continue;
    worth = std::max(worth, is_account(name) ? 2 : is_known_outlet(name) ? 3 : 4);
  }
  return worth;
}

// "Ann" when another place says "Ann Lee".
bool completes(const FoundAuthors& other, const FoundAuthors& found) {
  if (found.names.size() != 1 || other.names.size() != 1) return false;
  const std::string& name = found.names[0];
  const bool initials = name.size() > 1 && is_upper(name[1]);
  return !initials && name.find(' ') == std::string::npos &&
         to_lower(other.names[0]).starts_with(to_lower(found.names[0]) + " ");
}

// What a tag says is the author is one, also where a byline would have to name a person:
// "Community editor", "Staff". Places that name persons win over it.
std::vector<std::string> declared_names(std::string_view text) {
  std::vector<std::string> names = author_names(text);
  if (names.empty() && is_desk(text)) names.emplace_back(trimmed(text));
  return names;
}

FoundAuthors of_json_ld(const JsonLdArticle& json_ld) {
  FoundAuthors found{{}, "json-ld author"};
  for (const std::string& text : json_ld.authors) {
    for (std::string& name : declared_names(text)) {
      add_author(found.names, std::move(name));
    }
  }
  return found;
}

FoundAuthors of_meta(const HtmlHead& head) {
  for (const MetaValue* value : head.all(HeadField::author)) {
    FoundAuthors found{{}, "meta " + std::string(value->name)};
    // Scientific pages give a tag for each author, the surname first.
    for (const MetaValue* other : head.all(HeadField::author)) {
      if (other->name != value->name) continue;
      const std::string text =
          other->name == "citation_author" ? surname_last(other->value) : other->value;
      for (std::string& name : declared_names(text)) {
        add_author(found.names, std::move(name));
      }
    }
    if (!found.names.empty()) return found;
  }
  return {};
}

}  // namespace

void read_page_authors(const HtmlTree& tree, const HtmlHead& head,
                       const JsonLdArticle& json_ld, RawStory& story) {
  const House house(head, json_ld, story);
  FoundAuthors best = of_json_ld(json_ld);
  const auto take = [&](FoundAuthors other) {
    if (worth_of(other, house) > worth_of(best, house) || completes(other, best)) {
      best = std::move(other);
    }
  };
  const auto settled = [&] {
    return worth_of(best, house) == 4 &&
           (best.names.size() > 1 || best.names[0].find(' ') != std::string::npos ||
            is_high(best.names[0][0]));
  };
  if (!settled()) take(of_meta(head));
  if (!settled()) take(printed_authors(tree, story.title.value_or("")));
  // Beside a person the house is no author; an agency may be.
  if (worth_of(best, house) > 1) {
    std::erase_if(best.names, [&](const std::string& name) { return house.is(name); });
  }
  for (const std::string& name : best.names)
    add_evidence(story, "authors", best.source, name);
  story.authors = std::move(best.names);
}

}  // namespace broadsheet
