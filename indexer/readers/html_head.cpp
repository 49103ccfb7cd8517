// Names of <meta> are a table whose order is the trust in them.
#include "indexer/readers/html_head.h"

#include <algorithm>

#include "article/ascii.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

struct MetaName {
  std::string_view name;
  HeadField field;
};

constexpr MetaName meta_names[] = {
    {"article:published_time", HeadField::date},
    {"datepublished", HeadField::date},
    {"og:article:published_time", HeadField::date},
    {"og:published_time", HeadField::date},
    {"article:published", HeadField::date},
    {"article.published", HeadField::date},
    {"article:publicationdate", HeadField::date},
    {"article:post_date", HeadField::date},
    {"parsely-pub-date", HeadField::date},
    {"sailthru.date", HeadField::date},
    {"og:pubdate", HeadField::date},
    {"pubdate", HeadField::date},
    {"publishdate", HeadField::date},
    {"publish-date", HeadField::date},
    {"publish_date", HeadField::date},
    {"published-date", HeadField::date},
    {"published_time", HeadField::date},
    {"publication_date", HeadField::date},
    {"publication-date", HeadField::date},
    {"originalpublicationdate", HeadField::date},
    {"article_date_original", HeadField::date},
    {"article.created", HeadField::date},
    {"dc.date.issued", HeadField::date},
    {"dcterms.issued", HeadField::date},
    {"dc.date.created", HeadField::date},
    {"dcterms.created", HeadField::date},
    {"dc.date", HeadField::date},
    {"dcterms.date", HeadField::date},
    {"prism.publicationdate", HeadField::date},
    {"citation_online_date", HeadField::date},
    {"citation_publication_date", HeadField::date},
    {"citation_date", HeadField::date},
    {"cxenseparse:recs:publishtime", HeadField::date},
    {"cxenseparse:publishtime", HeadField::date},
    {"bt:pubdate", HeadField::date},
    {"rbpubdate", HeadField::date},
    {"ob:date", HeadField::date},
    {"shareaholic:article_published_time", HeadField::date},
    {"vr:published_time", HeadField::date},
    {"iso-8601-publish-date", HeadField::date},
    {"displaydate", HeadField::date},
    {"doc_date", HeadField::date},
    {"date_published", HeadField::date},
    {"news_publish_date", HeadField::date},
    {"release_date", HeadField::date},
    {"uploaddate", HeadField::date},
    {"date", HeadField::date},
    {"datecreated", HeadField::date},
    {"created", HeadField::date},
    {"article:modified_time", HeadField::modified},
    {"og:article:modified_time", HeadField::modified},
    {"datemodified", HeadField::modified},
    {"dc.date.modified", HeadField::modified},
    {"dcterms.modified", HeadField::modified},
    {"og:updated_time", HeadField::modified},
    {"lastmod", HeadField::modified},
    {"last-modified", HeadField::modified},
    {"date.modified", HeadField::modified},
    {"revised", HeadField::modified},
    {"og:site_name", HeadField::outlet},
    {"application-name", HeadField::app_name},
    {"apple-mobile-web-app-title", HeadField::app_name},
    {"og:title", HeadField::title},
    {"twitter:title", HeadField::title},
    {"parsely-title", HeadField::title},
    {"sailthru.title", HeadField::title},
    {"citation_title", HeadField::title},
    {"dc.title", HeadField::title},
    {"headline", HeadField::title},
    {"parsely-author", HeadField::author},
    {"sailthru.author", HeadField::author},
    {"byl", HeadField::author},
    {"article:author_name", HeadField::author},
    {"og:article:author", HeadField::author},
    {"citation_author", HeadField::author},
    {"dc.creator", HeadField::author},
    {"dcterms.creator", HeadField::author},
    {"cxenseparse:author", HeadField::author},
    {"article.author", HeadField::author},
    {"author", HeadField::author},
    {"article:author", HeadField::author},
    {"articleauthor", HeadField::author},
    {"article:author:name", HeadField::author},
    {"twitter:misc:written by", HeadField::author},
    {"twitter:data", HeadField::author},
    {"og:url", HeadField::url},
    {"content-language", HeadField::language},
    {"og:locale", HeadField::language},
    {"dc.language", HeadField::language},
    {"inlanguage", HeadField::language},
    {"language", HeadField::language},
};

constexpr std::size_t most_values = 200;

// WordPress tells the author in a pair of tags: twitter:label1 "Written by",
// twitter:data1 the name; the label is in the language of the page.
constexpr std::string_view author_labels[] = {"written by",
                                              "author",
                                              "by",
                                              "verfasst von",
                                              "geschrieben von",
                                              "veröffentlicht von",
                                              "écrit par",
                                              "écrit par :",
                                              "escrito por",
                                              "publicado por",
                                              "autor",
                                              "autora",
                                              "scritto da",
                                              "geschreven door",
                                              "skrevet av",
                                              "skrevet af",
                                              "skriven av",
                                              "kirjoittanut",
                                              "kirjoittaja",
                                              "napisane przez",
                                              "napsal",
                                              "napísal",
                                              "napisao",
                                              "scris de",
                                              "szerző",
                                              "ditulis oleh",
                                              "автор",
                                              "написано",
                                              "написано автором",
                                              "yazan",
                                              "συντάχθηκε από",
                                              "نوشته شده توسط",
                                              "كُتب بواسطة",
                                              "執筆者",
                                              "投稿者",
                                              "글쓴이",
                                              "作者",
                                              "được viết bởi",
                                              "מאת"};

bool is_author_label(std::string_view text) {
  const std::string label = to_lower(text);
  return std::find(std::begin(author_labels), std::end(author_labels), label) !=
         std::end(author_labels);
}

bool has_class_start(std::string_view classes, std::string_view start) {
  const std::size_t at = classes.substr(0, 1000).find(start);
  return at != classes.npos && (at == 0 || is_space(classes[at - 1]));
}

}  // namespace

HtmlHead::HtmlHead(const HtmlTree& tree) {
  for (NodeId id = 0; id < tree.size() && values_.size() < most_values; ++id) {
    if (tree.is(id, GUMBO_TAG_META)) take_meta(tree, id);
    if (tree.is(id, GUMBO_TAG_TITLE) && title_.empty()) title_ = tree.text_of(id, 500);
    if (tree.is(id, GUMBO_TAG_BODY)) {
      const std::string_view classes = tree.attribute(id, "class");
      post_ =
          has_class_start(classes, "postid-") || has_class_start(classes, "single-post");
      standing_page_ = !post_ && has_class_start(classes, "page-id-");
    }
    if (tree.is(id, GUMBO_TAG_LINK) && canonical_.empty() &&
        equal_ignoring_case(tree.attribute(id, "rel"), "canonical")) {
      canonical_ = std::string(trimmed(tree.attribute(id, "href")));
    }
  }
  std::stable_sort(
      values_.begin(), values_.end(),
      [](const MetaValue& a, const MetaValue& b) { return a.rank < b.rank; });
}

void HtmlHead::take_meta(const HtmlTree& tree, NodeId id) {
  const std::string_view content = trimmed(tree.attribute(id, "content"));
  if (content.empty()) return;
  for (const char* kind : {"property", "name", "itemprop", "http-equiv"}) {
    std::string name = to_lower(trimmed(tree.attribute(id, kind)));
    if (name.empty()) continue;
    if (name == "og:type" && type_.empty()) type_ = to_lower(content);
    if (name.starts_with("twitter:label") && is_author_label(content)) {
      author_data_ = "twitter:data" + name.substr(13);
    }
    if (name == author_data_) name = "twitter:data";
    const auto* row =
        std::find_if(std::begin(meta_names), std::end(meta_names),
                     [&](const MetaName& known) { return known.name == name; });
    if (row == std::end(meta_names)) continue;
    const auto rank = static_cast<std::size_t>(row - std::begin(meta_names));
    // Microdata of several reviews or teasers is not that of the page.
    if (std::string_view(kind) == "itemprop") {
      const bool told = std::any_of(
          values_.begin(), values_.end(),
          [&](const MetaValue& v) { return v.name == row->name && v.value != content; });
      if (told)
        std::erase_if(values_, [&](const MetaValue& v) { return v.name == row->name; });
      if (told) return;
    }
    values_.push_back({row->name, row->field, rank, std::string(content)});
    return;
  }
}

std::vector<const MetaValue*> HtmlHead::all(HeadField field) const {
  std::vector<const MetaValue*> found;
  for (const MetaValue& value : values_) {
    if (value.field == field) found.push_back(&value);
  }
  return found;
}

const MetaValue* HtmlHead::first(HeadField field) const {
  for (const MetaValue& value : values_) {
    if (value.field == field) return &value;
  }
  return nullptr;
}

}  // namespace broadsheet
