// A pasted page has a head (menus, promos, the title, a byline), a body, and a tail
// (credit, bio, related stories, promos, legal lines). The head ends at the first
// paragraph of running text; the tail is found from the end backwards: whatever is no
// paragraph, list or table there belongs to the page and not to the story. In the body
// only lines that are nothing but controls go; running text always stays. A text without
// any furniture was written by hand: from it only a plain header and credits are taken.
#include "article/pasted.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/outlets.h"
#include "article/page_line.h"
#include "article/pasted_core.h"
#include "article/pasted_header.h"
#include "article/pasted_headline.h"
#include "article/pasted_line.h"
#include "article/time_notes.h"

namespace broadsheet {
namespace {

enum class Place { body, title, byline, credit, dropped };

class Page {
 public:
  Page(std::string_view text, const std::optional<std::string>& title)
      : known_title_(title) {
    lines_ = page_lines(text, result_.dropped);
    keep_header(take_header(lines_));
    const std::size_t all = lines_.size();
    keep_core();
    is_web_ = lines_.size() < all || has_furniture(lines_);
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
  void keep_header(PastedHeader header) {
    if (header.title && known_title_) {
      result_.dropped.push_back(std::move(*header.title));
    } else {
      result_.title = std::move(header.title);
    }
    result_.outlet = std::move(header.outlet);
    result_.url = std::move(header.url);
    result_.authors = std::move(header.authors);
    result_.dates = std::move(header.dates);
  }

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

  static constexpr std::size_t none = PastedHeadline::none;

  PastedHeadline headline() const { return {lines_, is_web_}; }

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

  void find_title(std::size_t head_end) {
    if (known_title_ || result_.title) {
      return drop_known_title(known_title_ ? *known_title_ : *result_.title);
    }
    const bool has_story = head_end < lines_.size() || lines_.size() > 1;
    std::size_t end = head_end == lines_.size() && lines_.size() <= 3 ? 1 : head_end;
    if (!is_web_ && head_end == lines_.size())
      end = std::min(end, headline().end_of_plain_head());
    title_line_ = has_story ? headline().choose(end) : none;
    if (title_line_ == none) return;
    places_[title_line_] = Place::title;
    result_.title = cleaned_title(lines_[title_line_].text);
  }

  void drop_known_title(const std::string& title) {
    constexpr std::size_t deepest = 40;
    for (std::size_t i = 0; i < lines_.size() && i < deepest; ++i) {
      if (!same_words(lines_[i].text, title)) continue;
      places_[title_line_ = i] = Place::title;
      return;
    }
  }

  // What stands before the title is the page's; between title and text there are bylines,
  // controls, and perhaps a standfirst, which belongs to the story.
  void read_head(std::size_t head_end) {
    const bool by_hand = !is_web_ && head_end == lines_.size();
    for (std::size_t i = 0; i < head_end; ++i) {
      if (places_[i] == Place::title) continue;
      read_head_line(i);
      if (by_hand && places_[i] == Place::body) return;
    }
  }

  void read_head_line(std::size_t i) {
    const bool below = title_line_ != none && i > title_line_;
    const auto byline = headline().byline_at(i, below);
    if (names_outlet_of_byline(i) || is_lone_outlet(i)) {
      places_[i] = Place::byline;
      if (!result_.outlet) result_.outlet = lines_[i].text;
    } else if (byline) {
      take_byline(*byline, i);
      take_outlet(*byline);
    } else if (headline().names_writers(i) && (is_web_ || headline().byline_follows(i))) {
      take_byline({.authors = read_names(lines_[i].text), .date = {}, .outlet = {}}, i);
    } else if (is_time_note(lines_[i].text) || (is_web_ && is_head_of_page(i)) ||
               repeats_title(i) || stands_over_known_title(i)) {
      places_[i] = Place::dropped;
    } else if (!is_web_ && title_line_ != none && i > title_line_) {
      take_date_of_kept(i);
    }
  }

  // A known masthead alone under the headline; above it, it is so too in a text with no
  // menu around it.
  bool is_lone_outlet(std::size_t i) const {
    if (!is_known_outlet(lines_[i].text) || lines_[i].words > 6) return false;
    return title_line_ == none ? !is_web_ : i > title_line_ || !is_web_;
  }

  // Not all of the line was understood: it stays, but tells the day.
  void take_date_of_kept(std::size_t i) {
    const auto byline = read_byline_below_title(lines_[i].text);
    if (!byline || !byline->date) return;
    take_byline(*byline, i);
    places_[i] = Place::body;
  }

  bool stands_over_known_title(std::size_t i) const {
    return known_title_ && title_line_ != none && i < title_line_ &&
           lines_[i].kind != LineKind::content;
  }

  bool repeats_title(std::size_t i) const {
    return result_.title && same_words(lines_[i].text, *result_.title);
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
           looks_like_masthead(line.text);
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
    if (!is_web_) return drop_plain_tail(body_start);
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

  // Credits, and a byline that says "by".
  std::size_t drop_plain_tail(std::size_t body_start) {
    std::size_t end = lines_.size();
    while (end > body_start + 1) {
      const auto byline = read_byline(lines_[end - 1].text);
      if (take_credit(end - 1)) {
        --end;
      } else if (byline && byline->plain && !byline->authors.empty()) {
        take_byline(*byline, --end);
      } else {
        break;
      }
    }
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
    if (!read_credit(line.text).empty() || is_bio(i) || is_invitation(line))
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
      const bool control = is_web_ && line.kind != LineKind::content && !line.list_item &&
                           !(line.prose && line.words >= 25);
      const bool repeated = is_web_ && i > from && is_short_line(i) &&
                            same_words(line.text, lines_[i - 1].text);
      if (control || repeated) {
        places_[i] = Place::dropped;
      } else if (is_short_line(i) && credits_known_outlet(line.text)) {
        take_credit(i);
      } else if (const auto byline = labelled_date(line); byline && is_web_) {
        take_byline(*byline, i);
      }
    }
  }

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
  bool is_web_ = false;
  PastedPage result_;
};

}  // namespace

PastedPage read_pasted(std::string_view text, const std::optional<std::string>& title) {
  return Page(text, title).read();
}

}  // namespace broadsheet
