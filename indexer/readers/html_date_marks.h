// How a page marks its dates: elements, attributes, class names, and the words in front.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/date.h"
#include "indexer/readers/html_tree.h"

namespace broadsheet {

struct DateMark {
  int weight = 0;  // 0: not marked
  DateSource source = DateSource::byline;
  std::string_view how = "byline";
  bool updated = false;
};

// The strongest mark on the elements around and inside a line of text [first, end).
DateMark mark_of(const HtmlTree& tree, NodeId first, NodeId end);

// A date in an attribute: datetime, content, data-*.
struct DateStamp {
  Date date;
  std::string text;
  DateMark mark;
};
std::optional<DateStamp> stamp_of(const HtmlTree& tree, NodeId id);

// What the words in front of a date say that it is the date of.
enum class DateLabel { none, published, updated, other };
DateLabel label_before(std::string_view words);

// Where an element puts what is in it: among the story, at the edges of the page
// (footers, menus), or among comments, teasers and sidebars.
enum class Place { story, edge, other };

// The worst place on the way up from a node; an element that holds the headline too
// (0: there is none) is none of them. Found out when it is asked for, once.
class Places {
 public:
  Places(const HtmlTree& tree, NodeId headline);
  Place at(NodeId id);

 private:
  Place own(NodeId id) const;

  const HtmlTree* tree_;
  NodeId headline_;
  std::vector<std::optional<Place>> known_;
  std::vector<NodeId> way_;
};

// A date inside a link that shows more than the date.
bool is_teaser_link(const HtmlTree& tree, NodeId id);

}  // namespace broadsheet
