// Every short line of the page that holds a day is a candidate, and so is every <time>.
// A candidate is weighed by how it is marked (itemprop, <time>, class, a word such as
// "Published"), by how many lines part it from the headline, and by where it stands:
// comments, teasers of other stories, sidebars and footers have dates of their own. A day
// that the data of the page knows too goes before others. While there is none, datelines
// and sentences about the story are asked, and at the end the only day that is marked.
// Left out: other dates inside sentences, and days without a year.
#include "indexer/readers/html_printed_dates.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "article/ascii.h"
#include "indexer/readers/html_date_lines.h"
#include "indexer/readers/html_date_marks.h"
#include "indexer/readers/html_date_prose.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_line = 170;  // bytes; longer ones are prose
constexpr std::size_t most_candidates = 300;
constexpr int near_after = 10;  // lines from the headline
constexpr int near_before = 3;

struct Candidate {
  PrintedDate date;
  int score = 0;
};

class Search {
 public:
  Search(const HtmlTree& tree, std::string_view title, std::string_view language,
         const std::vector<Date>& declared)
      : tree_(tree),
        lines_(date_lines(tree)),
        declared_(declared),
        order_(day_order_of(language)) {
    headline_ = find_headline(tree, lines_, title);
    places_ = Places(tree, headline_.node);
    if (order_ == DayOrder::unknown) order_ = order_of_lines();
  }

  PrintedDates run() {
    for (std::size_t i = 0; i < lines_.size() && tried_ < most_candidates; ++i) {
      take_line(static_cast<int>(i));
    }
    take_elements();
    if (!found_.published && only_ && !several_) found_.published = std::move(only_);
    return std::move(found_);
  }

 private:
  // "24/04/2026" anywhere on the page shows which number is the day.
  DayOrder order_of_lines() const {
    for (const DateLine& line : lines_) {
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

  void take_line(int number) {
    const DateLine& line = lines_[static_cast<std::size_t>(number)];
    const bool has_digit = std::any_of(line.text.begin(), line.text.end(),
                                       [](char c) { return is_digit(c) || is_high(c); });
    if (!has_digit) return;
    if (line.text.size() <= longest_line) take_short_line(line, number);
    if (!found_.published) take_prose(line, number);
  }

  // Weaker than any marked date, and only while there is none: a sentence about the
  // story, or the dateline of its first paragraph.
  void take_prose(const DateLine& line, int number) {
    constexpr int weak = 37;
    const int distance = number - headline_.line;
    const bool opens = headline_.line >= 0 && distance > 0 && distance <= near_after + 5;
    const std::size_t phrase = end_of_publishing_phrase(line.text);
    const std::size_t from = phrase == line.text.npos ? 0 : phrase;
    if ((from == 0 && !opens) || places_.at(line.first) == Place::other) return;
    const std::string_view head =
        first_bytes(std::string_view(line.text).substr(from), 110);
    const auto found = find_in(head);
    ++tried_;
    if (found) found_.days.push_back(found->date);
    if (!found || (from == 0 && !is_dateline(head, found->span))) return;
    found_.published = PrintedDate{found->date,
                                   from > 0 ? DateSource::byline : DateSource::dateline,
                                   from > 0 ? "sentence about the story" : "dateline",
                                   std::string(head),
                                   false,
                                   false};
    published_score_ = weak;
  }

  // The words in front of the day, or the line above it when that is a label and no more:
  // "<dt>Published</dt><dd>24 April 2026</dd>".
  DateLabel label_of(int number, std::size_t day) const {
    constexpr std::size_t longest_label = 30;
    const auto at = static_cast<std::size_t>(number);
    const DateLabel label = label_before(lines_[at].text.substr(0, day));
    if (label != DateLabel::none || day > 0 || at == 0) return label;
    const std::string_view above = trimmed(lines_[at - 1].text);
    const bool lone = above.ends_with(":") ? above.size() <= longest_label
                                           : above.find(' ') == above.npos;
    return lone ? label_before(above) : label;
  }

  void take_short_line(const DateLine& line, int number) {
    const auto found = find_in(line.text);
    if (!found) return;
    ++tried_;
    found_.days.push_back(found->date);
    const DateMark mark = mark_of(tree_, line.first, line.end);
    const DateLabel label = label_of(number, found->span.start);
    if (label == DateLabel::other || ends_range(line.text.substr(0, found->span.start)) ||
        opens_hours(line.text.substr(found->span.start))) {
      return;
    }
    const std::size_t beside = bytes_beside(line.text, found->span);
    const bool marked = mark.weight > 0 || label == DateLabel::published;
    if (beside > (marked ? 130U : 60U)) return;
    Candidate candidate;
    candidate.date = {found->date, mark.source,
                      mark.how,    line.text,
                      false,       label == DateLabel::updated || mark.updated};
    candidate.score = mark.weight + (label == DateLabel::published ? 45 : 0);
    // "Published on ..." is said in footers too.
    const bool said =
        label == DateLabel::published && places_.at(line.first) == Place::edge;
    if (said) candidate.score += 35;
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
      found_.days.push_back(stamp->date);
      Candidate candidate;
      candidate.date = {stamp->date, stamp->mark.source, stamp->mark.how, stamp->text,
                        false,       stamp->mark.updated};
      const DateLabel label = label_before(tree_.text_of(id, 60));
      // A mere <time> is what the elements around it say it is.
      const bool plain = stamp->mark.weight <= 40;
      if (label == DateLabel::updated ||
          (plain && mark_of(tree_, id, tree_[id].end).updated)) {
        candidate.date.updated = true;
      }
      candidate.score = stamp->mark.weight + 1;
      weigh(candidate, id, number);
    }
  }

  void weigh(Candidate& candidate, NodeId id, int line) {
    int distance = headline_.line < 0 ? line + 1 : line - headline_.line;
    const int below_h1 = line - headline_.h1;
    if (headline_.h1 >= 0 && below_h1 > 0 && below_h1 < std::abs(distance)) {
      distance = below_h1;
    }
    const bool near = distance >= -near_before && distance <= near_after;
    // Right behind the headline even a footer is the headline's.
    const bool beside = distance == -1 || (distance > 0 && distance <= 4);
    const Place place = places_.at(id);
    if (place == Place::other) candidate.score -= beside ? 35 : 80;
    if (place == Place::edge) candidate.score -= beside ? 0 : 40;
    if (near) candidate.score += 50 - std::abs(distance);
    if (!near && std::abs(distance) <= 30) candidate.score += 12;
    if (is_teaser_link(tree_, id)) candidate.score -= 60;
    note_day(candidate, id);
    candidate.date.sure = candidate.score >= 70 || (near && candidate.score >= 38);
    constexpr int least = 36;
    if (candidate.score < least) return;
    const bool agrees = std::find(declared_.begin(), declared_.end(),
                                  candidate.date.date) != declared_.end();
    if (agrees && place == Place::story) candidate.score += 40;
    auto& best = candidate.date.updated ? found_.updated : found_.published;
    int& best_score = candidate.date.updated ? updated_score_ : published_score_;
    if (best && best_score >= candidate.score) return;
    best_score = candidate.score;
    best = std::move(candidate.date);
  }

  // A page that marks one day alone needs no headline to tell whose day it is.
  void note_day(const Candidate& candidate, NodeId id) {
    constexpr int marked = 30;
    if (places_.at(id) == Place::other) return;
    if (candidate.date.updated) return;
    if (only_ && only_->date != candidate.date.date) several_ = true;
    if (only_ || candidate.score < marked) return;
    only_ = candidate.date;
    only_->sure = false;
  }

  const HtmlTree& tree_;
  std::vector<DateLine> lines_;
  const std::vector<Date>& declared_;
  std::optional<PrintedDate> only_;
  bool several_ = false;
  DayOrder order_;
  Headline headline_;
  Places places_{tree_, 0};
  PrintedDates found_;
  int published_score_ = 0;
  int updated_score_ = 0;
  std::size_t tried_ = 0;
};

}  // namespace

PrintedDates printed_dates(const HtmlTree& tree, std::string_view title,
                           std::string_view language, const std::vector<Date>& declared) {
  return Search(tree, title, language, declared).run();
}

}  // namespace broadsheet
