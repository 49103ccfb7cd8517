// One walk in document order with a stack of open blocks. A table of data gives its rows
// as lines with " | " between cells; a table that only lays out a page (its cells hold
// blocks) gives its blocks.
#include "indexer/readers/html_lines.h"

#include <algorithm>

#include "article/ascii.h"

namespace broadsheet {

namespace {

bool is_cell(GumboTag tag) {
  return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

class LineWriter {
 public:
  LineWriter(const HtmlTree& tree, const std::vector<bool>& left_out,
             std::vector<std::string>* dropped)
      : tree_(tree), left_out_(left_out), dropped_(dropped) {}

  std::string write(NodeId root) {
    for (NodeId id = root; id < tree_[root].end;) {
      close_until(id);
      const HtmlNode& node = tree_[id];
      if (!left_out_.empty() && left_out_[id]) {
        leave_out(id);
        id = node.end;
        continue;
      }
      node.is_text ? add_text(id) : open(id);
      ++id;
    }
    close_until(tree_[root].end);
    flush();
    return std::move(out_);
  }

 private:
  struct Block {
    NodeId end;
    bool cell;  // of a table of data
    bool pre;
  };

  void open(NodeId id) {
    const HtmlNode& node = tree_[id];
    if (node.tag == GUMBO_TAG_BR) return in_cell() ? space() : flush();
    if (node.tag == GUMBO_TAG_TABLE) data_table_ = is_data_table(id);
    if (!is_block_tag(node.tag)) return;
    if (is_cell(node.tag) && data_table_) {
      if (!trimmed(line_).empty()) line_ += line_.ends_with(' ') ? "| " : " | ";
      blocks_.push_back({node.end, true, false});
      return;
    }
    in_cell() ? space() : flush();
    if (node.tag == GUMBO_TAG_LI && !in_cell()) line_ = "- ";
    blocks_.push_back({node.end, false, node.tag == GUMBO_TAG_PRE});
  }

  void close_until(NodeId id) {
    while (!blocks_.empty() && blocks_.back().end <= id) {
      const Block block = blocks_.back();
      blocks_.pop_back();
      if (block.cell) continue;
      in_cell() ? space() : flush();
    }
  }

  bool in_cell() const {
    return std::any_of(blocks_.begin(), blocks_.end(),
                       [](const Block& b) { return b.cell; });
  }
  bool in_pre() const { return !blocks_.empty() && blocks_.back().pre; }

  bool is_data_table(NodeId id) const {
    for (NodeId i = id + 1; i < tree_[id].end; ++i) {
      const HtmlNode& node = tree_[i];
      if (node.is_text && node.text.size() > 400) return false;
      if (!node.is_text && (node.tag == GUMBO_TAG_TABLE ||
                            node.tag == GUMBO_TAG_ARTICLE || node.tag == GUMBO_TAG_H1)) {
        return false;
      }
    }
    return true;
  }

  void add_text(NodeId id) {
    std::string_view text = tree_[id].text;
    if (!in_pre()) return append_folded(line_, text);
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      line_ += text.substr(0, end);
      if (end == text.npos) return;
      flush();
      text = text.substr(end + 1);
    }
  }

  void space() {
    if (!line_.empty() && !line_.ends_with(' ')) line_ += ' ';
  }

  void leave_out(NodeId id) {
    constexpr std::size_t longest = 1000;
    if (dropped_ != nullptr) add_dropped(*dropped_, readable_text(tree_, id, longest));
    if (!tree_[id].is_text && is_block_tag(tree_[id].tag) && !in_cell()) flush();
  }

  void flush() {
    const std::string_view line = trimmed(line_);
    if (!line.empty() && line != "-" && line.find_first_not_of("| ") != line.npos) {
      out_ += line;
      out_ += '\n';
    }
    line_.clear();
  }

  const HtmlTree& tree_;
  const std::vector<bool>& left_out_;
  std::vector<std::string>* dropped_;
  std::vector<Block> blocks_;
  std::string line_;
  std::string out_;
  bool data_table_ = false;
};

}  // namespace

bool is_heading_tag(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

bool is_block_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
      return true;
    default:
      return false;
  }
}

std::string lines_of(const HtmlTree& tree, NodeId root, const std::vector<bool>& left_out,
                     std::vector<std::string>* dropped) {
  return LineWriter(tree, left_out, dropped).write(root);
}

std::string readable_text(const HtmlTree& tree, NodeId root, std::size_t limit) {
  std::string text;
  const auto gap = [&text](char c) {
    while (!text.empty() && text.back() == ' ') text.pop_back();
    if (!text.empty() && text.back() != '\n') text += c;
  };
  std::vector<NodeId> blocks;  // ends of those open
  for (NodeId id = root; id < tree[root].end && text.size() < limit; ++id) {
    for (; !blocks.empty() && blocks.back() <= id; blocks.pop_back()) gap('\n');
    const HtmlNode& node = tree[id];
    if (node.is_text) {
      append_folded(text, node.text.substr(0, limit));
    } else if (node.tag == GUMBO_TAG_BR) {
      gap('\n');
    } else if (is_block_tag(node.tag)) {
      gap('\n');
      blocks.push_back(node.end);
    } else if (node.tag == GUMBO_TAG_A || node.tag == GUMBO_TAG_BUTTON ||
               node.tag == GUMBO_TAG_OPTION || node.tag == GUMBO_TAG_LABEL) {
      gap(' ');
    }
  }
  return std::string(trimmed(first_bytes(text, limit)));
}

void add_dropped(std::vector<std::string>& dropped, std::string text) {
  constexpr std::size_t max_blocks = 200;
  if (!text.empty() && dropped.size() < max_blocks) dropped.push_back(std::move(text));
}

}  // namespace broadsheet
