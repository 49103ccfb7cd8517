// Objects whose @type is an article, at the top, in arrays, in @graph, and as the main
// entity of a page. Authors and publishers may be texts, objects, lists, or references by
// @id into the same graph. Leaves out lists of other articles (ItemList, isPartOf ...).
#include "indexer/readers/html_json_ld.h"

#include <map>
#include <string_view>

#include <nlohmann/json.hpp>

#include "article/ascii.h"
#include "article/entities.h"
#include "indexer/readers/json_mend.h"
#include "indexer/readers/record.h"

namespace broadsheet {

namespace {

using nlohmann::json;

constexpr int max_depth = 6;
constexpr std::size_t max_list = 500;

enum class Kind { other, site, page, article };

Kind kind_of_name(std::string_view type) {
  if (const std::size_t slash = type.rfind('/'); slash != type.npos) {
    type = type.substr(slash + 1);
  }
  if (type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" ||
      type == "Review" || type == "LiveBlogPosting" || type == "Recipe") {
    return Kind::article;
  }
  if (type == "WebSite") return Kind::site;
  return type == "WebPage" || type == "VideoObject" || type == "PodcastEpisode"
             ? Kind::page
             : Kind::other;
}

Kind kind_of(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return Kind::other;
  if (type->is_string()) return kind_of_name(type->get_ref<const std::string&>());
  Kind kind = Kind::other;
  if (!type->is_array()) return kind;
  for (const json& name : *type) {
    if (name.is_string())
      kind = std::max(kind, kind_of_name(name.get_ref<const std::string&>()));
  }
  return kind;
}

std::string type_name(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return {};
  const json& name = type->is_array() && !type->empty() ? type->front() : *type;
  return name.is_string() ? name.get<std::string>().substr(0, 60) : std::string();
}

std::optional<std::string> text_at(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return std::nullopt;
  const json& value = found->is_array() && !found->empty() ? found->front() : *found;
  if (!value.is_string()) return std::nullopt;
  const std::string_view text = trimmed(value.get_ref<const std::string&>());
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

// Scripts are no HTML, but many sites escape their texts as if they were.
std::optional<std::string> plain_text_at(const json& object, const char* key) {
  auto text = text_at(object, key);
  if (text) decode_entities(*text);
  return text;
}

class Graph {
 public:
  void gather(const json& node, int depth) {
    if (depth > max_depth) return;
    if (node.is_array()) {
      std::size_t count = 0;
      for (const json& item : node) {
        if (++count > max_list) break;
        gather(item, depth + 1);
      }
    }
    if (!node.is_object()) return;
    if (const auto id = text_at(node, "@id"); id && node.size() > 1)
      by_id_.emplace(*id, &node);
    const Kind kind = kind_of(node);
    if (kind == Kind::article) articles_.push_back(&node);
    if (kind == Kind::page) pages_.push_back(&node);
    if (kind == Kind::site) sites_.push_back(&node);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage", "author",
                            "publisher", "isPartOf"}) {
      if (const auto below = node.find(key); below != node.end())
        gather(*below, depth + 1);
    }
  }

  JsonLdArticle article() const {
    JsonLdArticle found;
    for (const json* node : articles_) take(*node, found);
    for (const json* node : pages_) take_page(*node, found);
    for (const json* node : sites_) set(found.site, plain_text_at(*node, "name"));
    return found;
  }

 private:
  static void set(std::optional<std::string>& field, std::optional<std::string> value) {
    if (!field && value) field = std::move(value);
  }

  void take(const json& node, JsonLdArticle& found) const {
    // A second article with another headline is another article.
    const auto headline = plain_text_at(node, "headline");
    if (found.headline && headline && *headline != *found.headline) return;
    set(found.headline, headline ? headline : plain_text_at(node, "name"));
    if (found.type.empty()) found.type = type_name(node);
    set(found.modified, text_at(node, "dateModified"));
    set(found.date, text_at(node, "datePublished"));
    set(found.date, text_at(node, "dateCreated"));
    set(found.language, text_at(node, "inLanguage"));
    set(found.url, text_at(node, "url"));
    if (found.body.empty()) found.body = text_at(node, "articleBody").value_or("");
    std::vector<std::string> publishers;
    add_names(node, "publisher", publishers, 0);
    if (!found.publisher && !publishers.empty()) found.publisher = publishers.front();
    if (!found.authors.empty()) return;
    std::vector<std::string> names;
    add_names(node, "author", names, 0);
    if (names.empty()) add_names(node, "creator", names, 0);
    for (const std::string& name : names) {
      if (name.find("://") == name.npos) found.authors.push_back(name);
    }
  }

  static void take_page(const json& node, JsonLdArticle& found) {
    set(found.page_date, text_at(node, "datePublished"));
    set(found.page_date, text_at(node, "uploadDate"));
    set(found.modified, text_at(node, "dateModified"));
    set(found.language, text_at(node, "inLanguage"));
  }

  void add_names(const json& node, const char* key, std::vector<std::string>& names,
                 int depth) const {
    if (const auto below = node.find(key); below != node.end())
      add_name(*below, names, depth);
  }

  void add_name(const json& node, std::vector<std::string>& names, int depth) const {
    if (depth > max_depth || names.size() > 20) return;
    if (node.is_string()) {
      names.push_back(node.get<std::string>());
      decode_entities(names.back());
    }
    if (node.is_array()) {
      for (const json& item : node) add_name(item, names, depth + 1);
    }
    if (!node.is_object()) return;
    if (const auto name = node.find("name"); name != node.end()) {
      return add_name(*name, names, depth + 1);
    }
    const auto id = text_at(node, "@id");
    if (!id) return;
    const auto known = by_id_.find(*id);
    if (known != by_id_.end()) add_names(*known->second, "name", names, depth + 1);
  }

  std::map<std::string, const json*> by_id_;
  std::vector<const json*> articles_;
  std::vector<const json*> pages_;
  std::vector<const json*> sites_;
};

json parse(const std::string& script) {
  json value = json::parse(script, nullptr, false, true);
  if (!value.is_discarded()) return value;
  std::vector<std::string> repairs;
  const auto mended = mend_json(script, repairs);
  return mended ? json::parse(*mended, nullptr, false, true) : value;
}

}  // namespace

JsonLdArticle read_json_ld(const std::vector<std::string>& scripts) {
  constexpr std::size_t max_scripts = 50;
  std::vector<json> values;
  for (const std::string& script : scripts) {
    if (values.size() == max_scripts) break;
    values.push_back(parse(script));
  }
  Graph graph;
  for (const json& value : values) graph.gather(value, 0);
  return graph.article();
}

}  // namespace broadsheet
