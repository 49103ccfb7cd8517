#include "indexer/readers/html_date_lines.h"

#include "article/ascii.h"
#include "indexer/readers/html_lines.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_line = 340;  // bytes kept of one text

bool breaks_line(const HtmlTree& tree, NodeId id) {
  return tree.is(id, GUMBO_TAG_BR) || is_block_tag(tree[id].tag);
}

// The text of the page by lines; long ones are kept short, because only whether they are
// long matters.
class Lines {
 public:
  explicit Lines(const HtmlTree& tree) : tree_(tree) {
    std::vector<NodeId> open;  // ends of blocks
    for (NodeId id = 0; id < tree.size(); ++id) {
      while (!open.empty() && open.back() <= id) {
        open.pop_back();
        finish();
      }
      if (tree[id].is_text) {
        add(id);
      } else if (tree.is(id, GUMBO_TAG_TIME)) {
        // "Posted 3 May, changed 9 May": each with the words in front of it.
        if (tree[id].end > id + 1) open.push_back(tree[id].end);
      } else if (tree.is(id, GUMBO_TAG_TITLE) || tree.is(id, GUMBO_TAG_OPTION)) {
        id = tree[id].end - 1;
      } else if (breaks_line(tree, id)) {
        finish();
        if (tree[id].end > id + 1) open.push_back(tree[id].end);
      }
    }
    finish();
  }

  std::vector<DateLine> take() { return std::move(lines_); }

 private:
  void add(NodeId id) {
    if (trimmed(tree_[id].text).empty()) {
      append_folded(line_.text, " ");
      return;
    }
    if (line_.first == 0) line_.first = id;
    line_.end = id + 1;
    // Neighbouring elements are parted by style alone: "<b>News</b><span>3 May".
    if (!line_.text.empty()) append_folded(line_.text, " ");
    append_folded(line_.text, tree_[id].text.substr(0, longest_line));
    if (line_.text.size() > 2 * longest_line) line_.text.resize(2 * longest_line);
  }
  void finish() {
    if (line_.first != 0) lines_.push_back(std::move(line_));
    line_ = {};
  }

  const HtmlTree& tree_;
  DateLine line_;
  std::vector<DateLine> lines_;
};

// Letters and digits, so that two printings of a headline compare equal.
std::string essence(std::string_view text) {
  std::string key;
  for (const char c : text.substr(0, 300)) {
    if (is_letter(c) || is_digit(c)) key += to_lower(c);
    if (static_cast<unsigned char>(c) >= 0xC3) key += c;
  }
  return key;
}

bool same_headline(const std::string& line, const std::string& title) {
  if (line.size() < 4 || title.size() < 4) return line == title && !line.empty();
  return line == title ||
         (line.size() * 2 > title.size() && title.size() * 2 > line.size() &&
          (line.find(title) != line.npos || title.find(line) != title.npos));
}

// The heading that a line stands in; 0 when it stands in none.
NodeId heading_of(const HtmlTree& tree, const DateLine& line) {
  constexpr int levels = 6;
  NodeId id = line.first;
  for (int up = 0; up < levels && id != 0; ++up) {
    id = tree[id].parent;
    if (is_heading_tag(tree[id].tag)) return id;
  }
  return 0;
}

}  // namespace

std::vector<DateLine> date_lines(const HtmlTree& tree) {
  return Lines(tree).take();
}

Headline find_headline(const HtmlTree& tree, const std::vector<DateLine>& lines,
                       std::string_view title) {
  const std::string key = essence(title);
  Headline by_heading;
  Headline by_line;
  Headline by_tag;
  NodeId last_h1 = 0;
  std::size_t h1s = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const NodeId id = heading_of(tree, lines[i]);
    const bool heading = id != 0;
    const bool same = same_headline(essence(lines[i].text), key);
    const Headline here{heading ? id : lines[i].first, static_cast<int>(i)};
    if (heading && same && by_heading.line < 0) by_heading = here;
    if (same && by_line.line < 0) by_line = here;
    if (!heading || !tree.is(id, GUMBO_TAG_H1) || id == last_h1) continue;
    last_h1 = id;
    if (h1s++ == 0) by_tag = here;
  }
  // A trail of links ends in a name of the story above its <h1>.
  constexpr int trail = 15;
  const int below = by_tag.line - by_line.line;
  if (below > 0 && below <= trail) by_line = by_tag;
  Headline best = by_heading.line >= 0 ? by_heading
                  : by_line.line >= 0  ? by_line
                                       : by_tag;
  if (h1s == 1) best.h1 = by_tag.line;
  return best;
}

}  // namespace broadsheet
