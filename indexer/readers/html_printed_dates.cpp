// Every short line of the page that holds a day is a candidate, and so is every <time>.
// A candidate is weighed by how it is marked (itemprop, <time>, class, a word such as
// "Published"), by how many lines part it from the headline, and by where it stands:
// comments, teasers of other stories, sidebars and footers have dates of their own. Left
// out: dates inside sentences, and days without a year.
#include "indexer/readers/html_printed_dates.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "article/ascii.h"
#include "indexer/readers/html_date_marks.h"
#include "indexer/readers/html_lines.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_line = 170;  // bytes; longer ones are prose
constexpr std::size_t most_candidates = 300;
constexpr int near_after = 10;  // lines from the headline
constexpr int near_before = 3;

struct Line {
  NodeId first = 0;
  NodeId end = 0;
  std::string text;
};

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
      } else if (tree.is(id, GUMBO_TAG_TITLE) || tree.is(id, GUMBO_TAG_OPTION)) {
        id = tree[id].end - 1;
      } else if (breaks_line(tree, id)) {
        finish();
        if (tree[id].end > id + 1) open.push_back(tree[id].end);
      }
    }
    finish();
  }

  std::vector<Line> take() { return std::move(lines_); }

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
    append_folded(line_.text, tree_[id].text.substr(0, 2 * longest_line));
    if (line_.text.size() > 4 * longest_line) line_.text.resize(4 * longest_line);
  }
  void finish() {
    if (line_.first != 0) lines_.push_back(std::move(line_));
    line_ = {};
  }

  const HtmlTree& tree_;
  Line line_;
  std::vector<Line> lines_;
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

struct Headline {
  NodeId node = 0;
  int line = -1;
};

// The first heading that says the title; else a line that does; else the first <h1>.
Headline find_headline(const HtmlTree& tree, const std::vector<Line>& lines,
                       std::string_view title) {
  const std::string key = essence(title);
  Headline by_line;
  Headline by_tag;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    NodeId id = lines[i].first;
    bool heading = false;
    for (int up = 0; up < 6 && id != 0 && !heading; ++up) {
      id = tree[id].parent;
      heading = is_heading_tag(tree[id].tag);
    }
    const bool same = same_headline(essence(lines[i].text), key);
    const Headline here{heading ? id : lines[i].first, static_cast<int>(i)};
    if (heading && same) return here;
    if (same && by_line.line < 0) by_line = here;
    if (heading && tree.is(id, GUMBO_TAG_H1) && by_tag.line < 0) by_tag = here;
  }
  return by_line.line >= 0 ? by_line : by_tag;
}

struct Candidate {
  PrintedDate date;
  int score = 0;
};

class Search {
 public:
  Search(const HtmlTree& tree, std::string_view title, std::string_view language)
      : tree_(tree), lines_(Lines(tree).take()), order_(day_order_of(language)) {
    headline_ = find_headline(tree, lines_, title);
    places_ = places_of(tree, headline_.node);
    if (order_ == DayOrder::unknown) order_ = order_of_lines();
  }

  PrintedDates run() {
    for (std::size_t i = 0; i < lines_.size() && tried_ < most_candidates; ++i) {
      take_line(static_cast<int>(i));
    }
    take_elements();
    return std::move(found_);
  }

 private:
  // "24/04/2026" anywhere on the page shows which number is the day.
  DayOrder order_of_lines() const {
    for (const Line& line : lines_) {
      const std::size_t slash = line.text.find('/');
      if (slash == line.text.npos || line.text.size() > longest_line) continue;
      const auto day_first = find_day(line.text, DayOrder::day_first);
      const auto month_first = find_day(line.text, DayOrder::month_first);
      const auto unknown = find_day(line.text, DayOrder::unknown);
      if (!day_first || !month_first || !unknown) continue;
      const std::string_view printed = unknown->span.in(line.text);
      if (printed.size() < 8 || printed[2] != '/') continue;
      const int first = (printed[0] - '0') * 10 + (printed[1] - '0');
      const int second = (printed[3] - '0') * 10 + (printed[4] - '0');
      if (first > 12) return DayOrder::day_first;
      if (second > 12) return DayOrder::month_first;
    }
    return DayOrder::unknown;
  }

  // Points part days from months the same way everywhere: "02.12.19".
  std::optional<FoundDate> find_in(std::string_view line) const {
    auto found = find_day(line, order_);
    if (found || order_ != DayOrder::unknown) return found;
    found = find_day(line, DayOrder::day_first);
    if (!found) return std::nullopt;
    const std::string_view printed = found->span.in(line);
    return std::count(printed.begin(), printed.end(), '.') >= 2 ? found : std::nullopt;
  }

  // "14. - 20. April 2026" is a stretch of days, of an event.
  static bool ends_range(std::string_view before) {
    before = trimmed(before);
    for (const std::string_view dash : {"-", "\u2013", "bis", " to"}) {
      if (!before.ends_with(dash)) continue;
      const std::string_view rest =
          trimmed(before.substr(0, before.size() - dash.size()));
      return !rest.empty() && (is_digit(rest.back()) || rest.back() == '.');
    }
    return false;
  }

  void take_line(int number) {
    const Line& line = lines_[static_cast<std::size_t>(number)];
    const bool has_digit = std::any_of(line.text.begin(), line.text.end(),
                                       [](char c) { return is_digit(c) || is_high(c); });
    if (!has_digit || line.text.size() > longest_line) return;
    const auto found = find_in(line.text);
    if (!found) return;
    ++tried_;
    const DateMark mark = mark_of(tree_, line.first, line.end);
    const DateLabel label = label_before(line.text.substr(0, found->span.start));
    if (label == DateLabel::other || ends_range(line.text.substr(0, found->span.start))) {
      return;
    }
    const std::size_t beside = line.text.size() - found->span.length();
    const bool marked = mark.weight > 0 || label == DateLabel::published;
    if (beside > (marked ? 130U : 60U)) return;
    Candidate candidate;
    candidate.date = {found->date, mark.source,
                      mark.how,    line.text,
                      false,       label == DateLabel::updated || mark.updated};
    candidate.score = mark.weight + (label == DateLabel::published ? 45 : 0);
    weigh(candidate, line.first, number);
  }

  // <time datetime="..."> and its like that print something else ("2 hours ago").
  void take_elements() {
    int number = 0;
    for (NodeId id = 0; id < tree_.size() && tried_ < 2 * most_candidates; ++id) {
      while (static_cast<std::size_t>(number) < lines_.size() &&
             lines_[static_cast<std::size_t>(number)].first < id) {
        ++number;
      }
      if (tree_[id].is_text) continue;
      const auto stamp = stamp_of(tree_, id);
      if (!stamp) continue;
      ++tried_;
      Candidate candidate;
      candidate.date = {stamp->date, stamp->mark.source, stamp->mark.how, stamp->text,
                        false,       stamp->mark.updated};
      const DateLabel label = label_before(tree_.text_of(id, 60));
      if (label == DateLabel::updated) candidate.date.updated = true;
      candidate.score = stamp->mark.weight + 1;
      weigh(candidate, id, number);
    }
  }

  void weigh(Candidate& candidate, NodeId id, int line) {
    const int distance = headline_.line < 0 ? line + 1 : line - headline_.line;
    const bool near = distance >= -near_before && distance <= near_after;
    // Right behind the headline even a footer is the headline's.
    const bool beside = distance > 0 && distance <= 4;
    if (places_[id] == Place::other) candidate.score -= beside ? 35 : 80;
    if (places_[id] == Place::edge) candidate.score -= beside ? 0 : 40;
    if (near) candidate.score += 50 - std::abs(distance);
    if (!near && std::abs(distance) <= 30) candidate.score += 12;
    if (is_teaser_link(tree_, id)) candidate.score -= 60;
    candidate.date.sure = candidate.score >= 70 || (near && candidate.score >= 38);
    constexpr int least = 36;
    if (candidate.score < least) return;
    auto& best = candidate.date.updated ? found_.updated : found_.published;
    int& best_score = candidate.date.updated ? updated_score_ : published_score_;
    if (best && best_score >= candidate.score) return;
    best_score = candidate.score;
    best = std::move(candidate.date);
  }

  const HtmlTree& tree_;
  std::vector<Line> lines_;
  DayOrder order_;
  Headline headline_;
  std::vector<Place> places_;
  PrintedDates found_;
  int published_score_ = 0;
  int updated_score_ = 0;
  std::size_t tried_ = 0;
};

}  // namespace

PrintedDates printed_dates(const HtmlTree& tree, std::string_view title,
                           std::string_view language) {
  return Search(tree, title, language).run();
}

}  // namespace broadsheet
