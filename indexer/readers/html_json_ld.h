// What a page says of its article in JSON-LD (schema.org).
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace broadsheet {

struct JsonLdArticle {
  std::string type;  // "NewsArticle"; empty when no article is declared
  std::optional<std::string> headline;
  std::optional<std::string> date;
  std::optional<std::string> modified;
  std::optional<std::string> page_date;  // of the WebPage around it
  std::optional<std::string> site;       // the name of the WebSite
  std::optional<std::string> publisher;
  std::optional<std::string> language;
  std::optional<std::string> url;
  std::vector<std::string> authors;
  std::string body;
};

// Of all scripts the fields of the first article; what it lacks from a WebPage.
JsonLdArticle read_json_ld(const std::vector<std::string>& scripts);

}  // namespace broadsheet
