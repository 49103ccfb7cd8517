// The head is gathered once, then each field is chosen in a file of its own: html_title,
// html_outlet, html_authors, html_dates. The order matters: dates look for the headline,
// authors must know the outlet's name.
#include "indexer/readers/html_metadata.h"

#include "article/ascii.h"
#include "indexer/readers/html_authors.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/html_evidence.h"
#include "indexer/readers/html_head.h"
#include "indexer/readers/html_outlet.h"
#include "indexer/readers/html_title.h"

namespace broadsheet {

namespace {

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::optional<std::string> url_of(const HtmlHead& head, const JsonLdArticle& json_ld) {
  if (is_web_address(head.canonical())) return std::string(head.canonical());
  if (const auto* url = head.first(HeadField::url); url && is_web_address(url->value)) {
    return url->value;
  }
  if (json_ld.url && is_web_address(*json_ld.url)) return json_ld.url;
  return std::nullopt;
}

void read_language(const HtmlTree& tree, const HtmlHead& head,
                   const JsonLdArticle& json_ld, RawStory& story) {
  for (NodeId id = 0; id < tree.size() && id < 3; ++id) {
    const std::string_view lang = tree.attribute(id, "lang");
    if (!lang.empty()) story.language = std::string(lang);
    if (story.language) return;
  }
  story.language = json_ld.language;
  if (const auto* tag = head.first(HeadField::language); tag && !story.language) {
    story.language = tag->value;
  }
}

}  // namespace

void read_metadata(const HtmlTree& tree, const JsonLdArticle& json_ld, RawStory& story) {
  const HtmlHead head(tree);
  story.url = url_of(head, json_ld);
  if (story.url) {
    const bool canonical = head.canonical() == *story.url;
    add_evidence(story, "url", canonical ? "link canonical" : "og:url or json-ld",
                 *story.url);
  }
  if (auto title = choose_title(tree, head, json_ld, story.url.value_or(""))) {
    add_evidence(story, "title", title->source, title->text);
    story.title = std::move(title->text);
  }
  read_page_outlet(head, json_ld, story);
  read_page_authors(tree, head, json_ld, story);
  read_language(tree, head, json_ld, story);
  if (story.language) add_evidence(story, "language", "declared", *story.language);
  read_page_dates(tree, head, json_ld, story);
}

}  // namespace broadsheet
