// Names come from og:site_name, JSON-LD, the address and the <title>. One that the table
// knows wins; so does the host that the table knows over a name that it does not, because
// sites put sections and companies there. Of unknown ones og:site_name is the masthead
// most often; the host alone is the last resort.
#include "indexer/readers/html_outlet.h"

#include <algorithm>
#include <vector>

#include "article/ascii.h"
#include "article/outlets.h"
#include "indexer/readers/html_evidence.h"
#include "indexer/readers/html_title.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_name = 60;

struct Name {
  std::string text;
  std::string source;
};

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  std::string host = to_lower(url.substr(scheme + 3, 260));
  host.resize(std::min(host.find_first_of("/?#:"), host.size()));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host.find('.') == host.npos ? std::string() : host;
}

constexpr std::string_view company_words[] = {
    "GmbH", "mbH",  "Verlag", "Inc.",  "Inc",         "Ltd", "Ltd.", "Limited", "LLC",
    "S.A.", "S.L.", "S.p.A.", "B.V.",  "AB",          "AS",  "A/S",  "Oy",      "Sp.",
    "PLC",  "plc",  "Pty",    "Corp.", "Corporation", "KG",  "AG"};

bool names_company(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" ,"), text.size());
    const std::string_view word = text.substr(0, end);
    if (std::find(std::begin(company_words), std::end(company_words), word) !=
        std::end(company_words)) {
      return true;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

// "Gazette - Example Verlag GmbH", "Gazette | News of the day" ==> "Gazette".
std::string without_slogan(std::string_view name) {
  for (const std::string_view bar :
       {" | ", " - ", " \u2013 ", " \u2014 ", " \u00BB ", ": "}) {
    const std::size_t at = name.find(bar);
    if (at == name.npos || at < 2) continue;
    return std::string(trimmed(name.substr(0, at)));
  }
  return std::string(trimmed(name));
}

// The part of the <title> that is named like the host: "Headline | Springfield Gazette"
// at springfieldgazette.example.
std::string name_in_title(std::string_view title, std::string_view host) {
  const std::string label = essence_of(host.substr(0, host.find('.')));
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= title.size();) {
    std::size_t end = title.size();
    std::size_t length = 1;
    for (const std::string_view bar :
         {" | ", " - ", " \u2013 ", " \u2014 ", " \u00BB ", "--", "_"}) {
      const std::size_t at = title.find(bar, from);
      if (at < end) {
        end = at;
        length = bar.size();
      }
    }
    parts.push_back(trimmed(title.substr(from, end - from)));
    from = end + length;
  }
  for (std::size_t i = parts.size(); i > 1; --i) {
    const std::string key = essence_of(parts[i - 1]);
    if (key.size() < 3 || parts[i - 1].size() > longest_name) continue;
    const bool alike = key == label ||
                       (label.size() >= 4 && key.find(label) != key.npos) ||
                       (key.size() >= 4 && label.find(key) != label.npos);
    if (alike || is_known_outlet(parts[i - 1])) return std::string(parts[i - 1]);
  }
  return {};
}

class OutletSearch {
 public:
  OutletSearch(const HtmlHead& head, const JsonLdArticle& json_ld, std::string_view url) {
    for (const MetaValue* value : head.all(HeadField::outlet)) {
      add(value->value, "meta " + std::string(value->name));
    }
    if (json_ld.site) add(*json_ld.site, "json-ld WebSite name");
    if (json_ld.publisher) add(*json_ld.publisher, "json-ld publisher");
    for (const MetaValue* value : head.all(HeadField::app_name)) {
      add(value->value, "meta " + std::string(value->name));
    }
    host_ = host_of(url);
    add(name_in_title(head.title(), host_), "<title>");
  }

  Name choose(std::string_view url) const {
    const auto known_host = outlet_of_url(url);
    for (const Name& name : names_) {
      // A house prints one story under several mastheads, all with one canonical address:
      // the name of the site itself tells them apart.
      const bool own = name.source == "meta og:site_name";
      if (is_known_outlet(name.text) && (own || !known_host)) return name;
    }
    if (known_host) return {*known_host, "url"};
    for (const Name& name : names_) {
      if (!names_company(name.text)) return name;
    }
    if (!names_.empty()) return names_.front();
    return {host_, "url"};
  }

 private:
  // Some sites give their address, a slogan or the whole title as their name.
  void add(std::string_view text, std::string source) {
    std::string name(trimmed(text));
    if (!is_known_outlet(name)) name = without_slogan(name);
    if (name.size() < 2 || name.size() > longest_name) return;
    if (name.find("://") != name.npos) name = host_of(name);
    if (!name.empty()) names_.push_back({std::move(name), std::move(source)});
  }

  std::vector<Name> names_;
  std::string host_;
};

// A house that prints a story in several papers gives them all one canonical address;
// og:url is the address of this one.
std::string address_of(const HtmlHead& head, const RawStory& story) {
  const MetaValue* own = head.first(HeadField::url);
  if (own != nullptr && outlet_of_url(own->value)) return own->value;
  return story.url.value_or("");
}

}  // namespace

void read_page_outlet(const HtmlHead& head, const JsonLdArticle& json_ld,
                      RawStory& story) {
  const std::string url = address_of(head, story);
  Name name = OutletSearch(head, json_ld, url).choose(url);
  if (name.text.empty()) return;
  add_evidence(story, "outlet", name.source, name.source == "url" ? url : name.text);
  story.outlet = std::move(name.text);
}

}  // namespace broadsheet
