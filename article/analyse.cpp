// Each field of the story is settled by one function; the order matters only where one
// reading needs another (a title's site name needs the outlet, figures need the text).
// The fields of a record are believed; only pages are taken apart.
#include "article/analyse.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/byline_words.h"
#include "article/figure_period.h"
#include "article/figure_reader.h"
#include "article/language.h"
#include "article/outlets.h"
#include "article/pasted.h"
#include "article/text_repair.h"

namespace broadsheet {
namespace {

void add_once(std::vector<std::string>& list, std::string value) {
  if (value.empty() || std::find(list.begin(), list.end(), value) != list.end()) return;
  list.push_back(std::move(value));
}

// One line: newlines and runs of space become one space.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    if (!is_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

void repair(std::string& text, std::vector<std::string>& repairs) {
  Repaired repaired = repair_text(text);
  text = std::move(repaired.text);
  for (std::string& what : repaired.repairs) add_once(repairs, std::move(what));
}

void repair_line(std::optional<std::string>& text, std::vector<std::string>& repairs) {
  if (!text) return;
  repair(*text, repairs);
  *text = one_line(*text);
  if (text->empty()) text.reset();
}

void repair_lines(std::vector<std::string>& texts, std::vector<std::string>& repairs) {
  for (std::string& text : texts) {
    repair(text, repairs);
    text = one_line(text);
  }
  std::erase(texts, std::string());
}

void repair_fields(RawStory& raw) {
  repair(raw.text, raw.repairs);
  repair_line(raw.title, raw.repairs);
  repair_line(raw.outlet, raw.repairs);
  repair_line(raw.language, raw.repairs);
  repair_lines(raw.credited, raw.repairs);
  repair_lines(raw.authors, raw.repairs);
  for (DateHint& hint : raw.dates) hint.text = repair_text(hint.text).text;
  // What is shown is safe to show; what was mended in it is not worth telling.
  for (std::string& piece : raw.dropped) piece = repair_text(piece).text;
  std::erase(raw.dropped, std::string());
}

// What the page itself says comes behind what the reader knew.
void take_page_apart(RawStory& raw) {
  PastedPage page = read_pasted(raw.text, raw.title);
  if (!raw.title) raw.title = std::move(page.title);
  raw.text = std::move(page.text);
  for (DateHint& hint : page.dates) raw.dates.push_back(std::move(hint));
  if (!raw.url) raw.url = std::move(page.url);
  if (!raw.outlet) raw.outlet = std::move(page.outlet);
  if (raw.authors.empty()) raw.authors = std::move(page.authors);
  for (std::string& name : page.credited) add_once(raw.credited, std::move(name));
  for (std::string& line : page.dropped) raw.dropped.push_back(std::move(line));
}

struct Line {
  std::size_t start = 0;
  std::string_view text;
};

// The last non-blank line of text[0, end), trimmed; empty when there is none.
Line last_line(std::string_view text, std::size_t end) {
  while (end > 0 && is_space(text[end - 1])) --end;
  const std::size_t newline = text.substr(0, end).rfind('\n');
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return {start, trimmed(text.substr(start, end - start))};
}

// "Source: Reuters" at the end of a record's text is no sentence of the story. Notices
// of one short line may stand behind it; they stay.
void split_last_credit(RawStory& raw) {
  constexpr int lines = 4;
  constexpr std::size_t longest_notice = 160;
  Line line{.start = raw.text.size(), .text = {}};
  for (int i = 0; i < lines; ++i) {
    line = last_line(raw.text, line.start);
    if (line.start == 0) return;
    std::vector<std::string> names = read_credit(line.text);
    if (!names.empty()) {
      for (std::string& name : names) add_once(raw.credited, std::move(name));
      const std::size_t end =
          raw.text.find_first_not_of(" \t\r\n", line.start + line.text.size());
      raw.text.erase(line.start, std::min(end, raw.text.size()) - line.start);
      return;
    }
    if (line.text.size() > longest_notice) return;
  }
}

std::optional<std::string> read_outlet(const RawStory& raw) {
  if (raw.outlet) return normalise_outlet(*raw.outlet);
  return raw.url ? outlet_of_url(*raw.url) : std::nullopt;
}

bool is_site_name(std::string_view name, const std::optional<std::string>& outlet) {
  if (name.empty() || name.size() > 60) return false;
  return is_known_outlet(name) || (outlet && normalise_outlet(name) == *outlet);
}

// "Title | CNN Business", "Title - The Verge": the last part goes when it is an outlet.
std::string without_site_name(std::string title,
                              const std::optional<std::string>& outlet) {
  for (const std::string_view mark :
       {" | ", " - ", " \u2013 ", " \u2014 ", " \u00B7 ", " :: "}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    if (!is_site_name(trimmed(std::string_view(title).substr(at + mark.size())),
                      outlet)) {
      continue;
    }
    title.resize(at);
    return std::string(trimmed(title));
  }
  return title;
}

std::string opening(std::string_view text) {
  constexpr std::size_t longest = 80;
  std::size_t end = std::min(text.size(), longest);
  while (end < text.size() && end > 0 &&
         (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return std::string(text.substr(0, end));
}

// The language that was declared tells the order of day and month.
void read_date_hints(const RawStory& raw, const std::optional<Date>& latest,
                     Article& article) {
  const DayOrder order = day_order_of(raw.language.value_or(""));
  for (const DateHint& hint : raw.dates) {
    const auto date = read_date(hint.text, order);
    if (!date) {
      const bool order_missing = read_date(hint.text, DayOrder::day_first).has_value();
      article.evidence.push_back({"date",
                                  order_missing
                                      ? "refused: day or month first is not told"
                                      : "refused: not read as a date",
                                  opening(hint.text)});
      continue;
    }
    if (latest && first_day(*date) > last_day(*latest)) {
      article.evidence.push_back({"date", "refused: later than the reading", hint.text});
      continue;
    }
    article.date = date;
    article.date_source = hint.source;
    return;
  }
}

// The text is asked; what was declared stands where it does not know.
void settle_language(RawStory& raw, Article& article) {
  const std::string declared = raw.language.value_or("");
  article.language = language_of(raw.text, declared);
  if (article.language && article.language != language_code(declared)) {
    raw.evidence.push_back({"language", "the text itself", *article.language});
  }
}

// An outlet does not cite itself, and the source of the whole copy is credited, not
// cited.
std::vector<std::string> read_cited(const Article& article) {
  std::vector<std::string> cited = cited_outlets(article.text);
  if (article.outlet) std::erase(cited, *article.outlet);
  for (const std::string& name : article.credited_outlets) std::erase(cited, name);
  return cited;
}

void move_fields(RawStory& raw, Article& article) {
  article.path = std::move(raw.path);
  article.member = std::move(raw.member);
  article.line = raw.line;
  article.source_id = std::move(raw.source_id);
  article.text = std::string(trimmed(raw.text));
  for (const std::string& author : raw.authors) {
    add_once(article.authors, plain_author(author));
  }
  article.url = std::move(raw.url);
  article.credited = std::move(raw.credited);
  article.dropped = std::move(raw.dropped);
  article.repairs = std::move(raw.repairs);
  article.evidence = std::move(raw.evidence);
}

}  // namespace

void read_all_figures(Article& article) {
  article.figures.clear();
  if (article.title) {
    article.figures = read_figures(*article.title);
    for (Figure& figure : article.figures) figure.in_title = true;
  }
  for (Figure& figure : read_figures(article.text)) {
    article.figures.push_back(std::move(figure));
  }
  for (Figure& figure : article.figures) {
    if (figure.period) figure.period = resolve_period(*figure.period, article.date);
  }
}

Article analyse(RawStory raw, std::optional<Date> latest) {
  Article article;
  article.id = article_id(raw.path, raw.key);
  article.content = content_hash(raw);
  repair_fields(raw);
  if (raw.pasted) {
    take_page_apart(raw);
  } else {
    split_last_credit(raw);
  }
  article.outlet = read_outlet(raw);
  if (raw.title) article.title = without_site_name(std::move(*raw.title), article.outlet);
  settle_language(raw, article);
  move_fields(raw, article);
  read_date_hints(raw, latest, article);
  for (const std::string& name : article.credited) {
    add_once(article.credited_outlets, normalise_outlet(name));
  }
  article.cited = read_cited(article);
  read_all_figures(article);
  return article;
}

}  // namespace broadsheet
