// A pasted page has a head (menus, promos, the title, a byline), a body, and a tail
// (credit, bio, related stories, promos, legal lines). The head ends at the first
// paragraph of running text; the tail is found from the end backwards: whatever is no
// paragraph, list or table there belongs to the page and not to the story. In the body
// only lines that are nothing but controls go; running text always stays.
#include "article/pasted.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/outlets.h"
#include "article/page_line.h"
#include "article/pasted_core.h"
#include "article/pasted_line.h"

namespace broadsheet {
namespace {

enum class Place { body, title, byline, credit, dropped };

class Page {
 public:
  Page(std::string_view text, const std::optional<std::string>& title)
      : known_title_(title) {
    lines_ = page_lines(text, result_.dropped);
    keep_core();
    places_.assign(lines_.size(), Place::body);
  }

  PastedPage read() {
    const std::size_t head_end = end_of_head();
    find_title(head_end);
    read_head(head_end);
    const std::size_t body_end = drop_tail(first_body_line());
    drop_inside(first_body_line(), body_end);
    find_dateline();
    collect();
    return std::move(result_);
  }

 private:
  void keep_core() {
    const LineRange core = core_of_page(lines_);
    std::vector<PageLine> kept;
    kept.reserve(core.end - core.first);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i >= core.first && i < core.end) {
        kept.push_back(std::move(lines_[i]));
      } else {
        result_.dropped.push_back(std::move(lines_[i].text));
      }
    }
    lines_ = std::move(kept);
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  bool is_text(std::size_t i) const {
    const PageLine& line = lines_[i];
    return line.kind == LineKind::content && (line.prose || line.list_item || line.table);
  }

  std::size_t end_of_head() const {
    constexpr std::size_t longest_head = 60;
    for (std::size_t i = 0; i < lines_.size() && i < longest_head; ++i) {
      if (is_text(i) || is_lone_dateline(lines_[i])) return i;
    }
    return std::min(lines_.size(), longest_head);
  }

  bool could_be_title(std::size_t i) const {
    const PageLine& line = lines_[i];
    constexpr std::size_t longest_title = 250;
    const bool full_stop = line.sentence && line.text.back() == '.';
    return line.kind == LineKind::content && !line.list_item && !line.table &&
           !full_stop && line.words >= 2 && line.text.size() <= longest_title &&
           !read_byline(line.text) && read_credit(line.text).empty() &&
           !is_known_outlet(line.text);
  }

  bool byline_follows(std::size_t i) const {
    return i + 1 < lines_.size() && read_byline(lines_[i + 1].text).has_value();
  }

  // A few capitalised words may be a headline, a menu item or the writer's name.
  bool could_be_short_title(std::size_t i) const {
    if (byline_follows(i)) return true;
    return lines_[i].words >= 3 && !looks_like_name(lines_[i].text) &&
           !looks_like_masthead(lines_[i].text) && read_names(lines_[i].text).empty();
  }

  // The first line with the length of a headline, else the last shorter one before the
  // byline or the text; menus are made of short lines.
  std::size_t choose_title(std::size_t end) const {
    std::size_t shorter = none;
    for (std::size_t i = 0; i < end; ++i) {
      if (read_byline(lines_[i].text)) break;
      if (!could_be_title(i)) continue;
      const bool headline = lines_[i].words >= 5 || lines_[i].text.size() >= 40;
      if (headline && !names_writers(i)) return i;
      if (could_be_short_title(i)) shorter = i;
    }
    return shorter;
  }

  // Two names joined, or one over an outlet, a date or "Staff writer".
  bool names_writers(std::size_t i) const {
    const std::size_t names = read_names(lines_[i].text).size();
    if (names != 1) return names > 1;
    if (i + 1 >= lines_.size()) return false;
    const PageLine& next = lines_[i + 1];
    return next.kind == LineKind::control || looks_like_masthead(next.text) ||
           byline_follows(i);
  }

  void find_title(std::size_t head_end) {
    if (known_title_) return drop_known_title();
    const bool has_story = head_end < lines_.size() || lines_.size() > 1;
    const std::size_t end =
        head_end == lines_.size() && lines_.size() <= 3 ? 1 : head_end;
    title_line_ = has_story ? choose_title(end) : none;
    if (title_line_ == none) return;
    places_[title_line_] = Place::title;
    result_.title = cleaned_title(lines_[title_line_].text);
  }

  void drop_known_title() {
    constexpr std::size_t deepest = 40;
    for (std::size_t i = 0; i < lines_.size() && i < deepest; ++i) {
      if (!same_words(lines_[i].text, *known_title_)) continue;
      places_[i] = Place::title;
      title_line_ = i;
      return;
    }
  }

  // What stands before the title is the page's; between title and text there are bylines,
  // controls, and perhaps a standfirst, which belongs to the story.
  void read_head(std::size_t head_end) {
    for (std::size_t i = 0; i < head_end; ++i) {
      if (places_[i] == Place::title) continue;
      const auto byline = read_byline(lines_[i].text);
      if (names_outlet_of_byline(i)) {
        places_[i] = Place::byline;
        if (!result_.outlet) result_.outlet = lines_[i].text;
      } else if (byline) {
        take_byline(*byline, i);
        take_outlet(*byline);
      } else if (names_writers(i)) {
        take_byline({.authors = read_names(lines_[i].text), .date = {}, .outlet = {}}, i);
      } else if (is_head_of_page(i)) {
        places_[i] = Place::dropped;
      }
    }
  }

  // "By Ann Lee" over "Springfield Daily News": the outlet, though it is printed as a
  // person is.
  bool names_outlet_of_byline(std::size_t i) const {
    return i > 0 && places_[i - 1] == Place::byline && !result_.authors.empty() &&
           is_masthead_line(lines_[i].text);
  }

  bool is_head_of_page(std::size_t i) const {
    const PageLine& line = lines_[i];
    return line.kind != LineKind::content || (title_line_ != none && i < title_line_) ||
           looks_like_masthead(line.text) ||
           (result_.title && same_words(line.text, *result_.title));
  }

  void take_byline(const Byline& byline, std::size_t i) {
    places_[i] = Place::byline;
    for (const std::string& author : byline.authors) add_author(author);
    if (!byline.date) return;
    DateHint hint{*byline.date, DateSource::byline};
    if (byline.updated) {
      updated_.push_back(std::move(hint));
    } else {
      result_.dates.push_back(std::move(hint));
    }
  }

  // Only a dated byline in the head speaks of this story for certain; in the tail it may
  // stand under the headline of another.
  void take_outlet(const Byline& byline) {
    if (!result_.outlet && byline.date) result_.outlet = byline.outlet;
  }

  void add_author(const std::string& author) {
    auto& authors = result_.authors;
    if (std::find(authors.begin(), authors.end(), author) == authors.end()) {
      authors.push_back(author);
    }
  }

  std::size_t first_body_line() const {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (places_[i] == Place::body) return i;
    }
    return places_.size();
  }

  // From the end backwards up to the last line of the story; its end. Lines that show by
  // themselves that they are the page's carry those between them that show nothing; but
  // a longer run of those is a list without marks and stays.
  std::size_t drop_tail(std::size_t body_start) {
    constexpr std::size_t longest_run = 3;
    constexpr std::size_t longest_last_run = 2;
    std::size_t end = lines_.size();
    std::size_t at = end;
    while (at > body_start && end - at <= longest_run) {
      const Tail tail = tail_of(body_start, at - 1);
      if (tail == Tail::story) break;
      --at;
      if (tail == Tail::page) end = at;
    }
    const std::size_t most = end == lines_.size() ? longest_last_run : longest_run;
    if (end - at <= most && has_text(body_start, at)) end = at;
    // A page of headings alone keeps them.
    if (end == body_start) end = keep_all_content(body_start);
    for (std::size_t i = end; i < lines_.size(); ++i) settle_tail_line(end, i);
    return end;
  }

  // Beside no running text a short line may be all the story there is.
  bool has_text(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      if (is_text(i)) return true;
    }
    return false;
  }

  std::size_t keep_all_content(std::size_t body_start) const {
    std::size_t end = lines_.size();
    while (end > body_start && (lines_[end - 1].kind != LineKind::content ||
                                !read_credit(lines_[end - 1].text).empty())) {
      --end;
    }
    return end;
  }

  enum class Tail { story, page, unclear };

  Tail tail_of(std::size_t body_start, std::size_t i) const {
    const PageLine& line = lines_[i];
    if (places_[i] != Place::body || line.kind != LineKind::content) return Tail::page;
    const bool teaser = line.truncated && i > body_start && is_short_line(i - 1);
    if (teaser && has_text(body_start, i)) return Tail::page;
    if (!read_credit(line.text).empty() || is_bio(i) || is_invitation(i))
      return Tail::page;
    if (line.prose || line.list_item || line.table) return Tail::story;
    if (is_copied_headline(i)) return Tail::page;
    // A short sentence is the story's own ending, and a line with a figure may be its
    // table; a heading without text is not.
    const bool ending = line.sentence && line.words >= 4 && line.text.back() != '!';
    return ending || has_digit(line.text) ? Tail::story : Tail::unclear;
  }

  static bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
  }

  bool is_short_line(std::size_t i) const {
    const PageLine& line = lines_[i];
    return !line.prose && !line.list_item && !line.table;
  }

  bool is_copied_headline(std::size_t i) const {
    return (i > 0 && same_words(lines_[i].text, lines_[i - 1].text)) ||
           (i + 1 < lines_.size() && same_words(lines_[i].text, lines_[i + 1].text));
  }

  // Running text that sells: several invitations in one paragraph that speaks to the
  // reader, with nothing of the story behind it.
  bool is_invitation(std::size_t i) const {
    const std::size_t count = count_invitations(lines_[i].text);
    const std::string lower = to_lower(lines_[i].text);
    const bool speaks_to_reader = lower.find("you") != std::string::npos;
    const std::size_t needed = lines_[i].words <= 20 ? 2 : 3;
    return count >= needed && (speaks_to_reader || lines_[i].words <= 20);
  }

  // A few words about the writer: behind a name that stands alone, or saying it itself.
  bool is_bio(std::size_t i) const {
    const std::string lower = to_lower(lines_[i].text);
    if (is_bio_heading(lower)) return true;
    if (lines_[i].words > 80) return false;
    if (i > 0 && is_bio_heading(to_lower(lines_[i - 1].text))) return true;
    const std::size_t from = i > 4 ? i - 4 : 0;
    for (std::size_t k = from; k < i; ++k) {
      if (is_signature(k) && names_the_writer(lines_[i].text, lines_[k].text))
        return true;
    }
    return std::any_of(result_.authors.begin(), result_.authors.end(),
                       [&](const std::string& author) {
                         return names_the_writer(lines_[i].text, author);
                       });
  }

  bool is_signature(std::size_t k) const {
    return lines_[k].words <= 4 && looks_like_name(lines_[k].text);
  }

  void settle_tail_line(std::size_t tail_start, std::size_t i) {
    if (places_[i] != Place::body) return;
    places_[i] = Place::dropped;
    if (take_credit(i)) return;
    const auto byline = read_byline(lines_[i].text);
    if (byline && lines_[i].kind == LineKind::content) return take_byline(*byline, i);
    // The name over a bio is the writer's when the byline had none.
    const bool labelled =
        i + 1 < lines_.size() && to_lower(lines_[i + 1].text) == "author";
    if (i >= tail_start && labelled && is_signature(i)) add_author(lines_[i].text);
  }

  bool take_credit(std::size_t i) {
    const std::vector<std::string> names = read_credit(lines_[i].text);
    if (names.empty()) return false;
    places_[i] = Place::credit;
    for (const std::string& name : names) result_.credited.push_back(name);
    return true;
  }

  void drop_inside(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (places_[i] != Place::body) continue;
      const PageLine& line = lines_[i];
      const bool control =
          line.kind != LineKind::content && !line.list_item && !is_long(line);
      const bool repeated =
          i > from && is_short_line(i) && same_words(line.text, lines_[i - 1].text);
      if (control || repeated) {
        places_[i] = Place::dropped;
      } else if (is_short_line(i) && credits_known_outlet(line.text)) {
        take_credit(i);
      } else if (const auto byline = labelled_date(line)) {
        take_byline(*byline, i);
      }
    }
  }

  static bool is_long(const PageLine& line) { return line.prose && line.words >= 25; }

  void find_dateline() {
    std::size_t looked_at = 0;
    for (std::size_t i = 0; i < lines_.size() && looked_at < 3; ++i) {
      if (places_[i] != Place::body || !lines_[i].prose) continue;
      ++looked_at;
      if (auto date = dateline_date(lines_[i].text)) {
        result_.dates.push_back({std::move(*date), DateSource::dateline});
        return;
      }
    }
  }

  void collect() {
    if (result_.dates.empty()) result_.dates = std::move(updated_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (places_[i] == Place::body) {
        if (!result_.text.empty()) result_.text += '\n';
        result_.text += lines_[i].text;
      } else if (places_[i] == Place::dropped) {
        result_.dropped.push_back(lines_[i].text);
      }
    }
  }

  const std::optional<std::string>& known_title_;
  std::vector<PageLine> lines_;
  std::vector<Place> places_;
  std::vector<DateHint> updated_;
  std::size_t title_line_ = none;
  PastedPage result_;
};

}  // namespace

PastedPage read_pasted(std::string_view text, const std::optional<std::string>& title) {
  return Page(text, title).read();
}

}  // namespace broadsheet
