// The <meta> tags and links of a page that speak of its story, sorted by trust.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

enum class HeadField { date, modified, outlet, app_name, title, author, url, language };

struct MetaValue {
  std::string_view name;  // lower case, of the table; lives for ever
  HeadField field;
  std::size_t rank;  // in the table: lower is more trusted
  std::string value;
};

class HtmlHead {
 public:
  explicit HtmlHead(const HtmlTree& tree);

  // Most trusted first, then in the order of the page.
  std::vector<const MetaValue*> all(HeadField field) const;
  const MetaValue* first(HeadField field) const;

  std::string_view canonical() const { return canonical_; }
  std::string_view type() const { return type_; }    // og:type
  std::string_view title() const { return title_; }  // the <title>
  // WordPress, the commonest content system, tells its standing pages ("About us",
  // products) from its posts in the classes of <body>.
  bool is_standing_page() const { return standing_page_; }
  bool is_post() const { return post_; }

 private:
  void take_meta(const HtmlTree& tree, NodeId id);

  std::vector<MetaValue> values_;
  std::string canonical_;
  std::string type_;
  std::string title_;
  std::string author_data_ = "-";  // the tag whose label says that it names the author
  bool standing_page_ = false;
  bool post_ = false;
};

}  // namespace broadsheet
