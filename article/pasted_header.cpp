// Labels are rows of a table in many languages. A single labelled line proves little
// ("Source:" may stand under a picture); several together, a title's label or an address
// do. Leaves out labels it does not know: the header ends there.
#include "article/pasted_header.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/byline_words.h"
#include "article/date_words.h"
#include "article/outlets.h"
#include "article/time_notes.h"
#include "article/words.h"

namespace broadsheet {
namespace {

enum class Field { title, outlet, author, date, url };

struct Row {
  Field field;
  std::string_view labels;  // parted by '|'
};

constexpr Row rows[] = {
    {Field::title,
     "title|headline|heading|subject|titel|überschrift|schlagzeile|titre|título|titular|"
     "titulo|manchete|titolo|kop|tittel|overskrift|rubrik|otsikko|tytuł|nagłówek|nadpis|"
     "titulek|cím|titlu|başlık|judul|tiêu "
     "đề|заголовок|название|τίτλος|العنوان|عنوان|标题|"
     "標題|タイトル|見出し|제목"},
    {Field::outlet,
     "source|outlet|publication|publisher|newspaper|site|website|quelle|medium|zeitung|"
     "fuente|medio|fonte|testata|jornal|veículo|bron|krant|kilde|avis|källa|tidning|"
     "lähde|"
     "lehti|źródło|gazeta|zdroj|forrás|sursa|kaynak|gazete|sumber|nguồn|источник|издание|"
     "джерело|πηγή|المصدر|来源|來源|出典|媒体|출처|언론사"},
    {Field::author,
     "author|authors|by|byline|writer|reporter|autor|autorin|autoren|von|auteur|auteurs|"
     "par|autora|autores|por|autore|autori|di|door|forfatter|av|af|författare|skribent|"
     "kirjoittaja|tekijä|autorzy|szerző|yazar|penulis|oleh|tác giả|автор|авторы|"
     "συντάκτης|الكاتب|作者|记者|記者|著者|저자|기자"},
    {Field::date,
     "date|published|publication date|date published|posted|datum|veröffentlicht|publié|"
     "publié le|date de publication|fecha|publicado|fecha de publicación|data|"
     "data de publicação|pubblicato|gepubliceerd|dato|publisert|publicerad|päivämäärä|"
     "data publikacji|dátum|tarih|tanggal|ngày|дата|дата публикации|опубликовано|"
     "ημερομηνία|التاريخ|日期|发布时间|日付|公開日|날짜"},
    {Field::url, "url|link|address|web|adresse|lien|enlace|indirizzo|ссылка|链接|網址"},
};

struct Label {
  std::string text;  // folded
  Field field;
};

std::vector<Label> all_labels() {
  std::vector<Label> labels;
  for (const Row& row : rows) {
    for (std::string_view rest = row.labels; !rest.empty();) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      labels.push_back({fold_words(rest.substr(0, end)), row.field});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return labels;
}

struct HeaderLine {
  Field field = Field::title;
  std::string_view value;
};

bool is_address(std::string_view text) {
  constexpr std::size_t longest = 2000;
  const std::string head = to_lower(text.substr(0, 8));
  const bool scheme =
      head.starts_with("http://") || head == "https://" || head.starts_with("www.");
  return scheme && text.size() <= longest && text.find(' ') == text.npos &&
         text.find('.') != text.npos;
}

std::optional<Field> field_of(std::string_view label) {
  static const std::vector<Label> labels = all_labels();
  const std::string folded = fold_words(label);
  for (const Label& row : labels) {
    if (row.text == folded) return row.field;
  }
  return std::nullopt;
}

std::string_view without_stars(std::string_view text) {
  while (!text.empty() && text.front() == '*') text.remove_prefix(1);
  while (!text.empty() && text.back() == '*') text.remove_suffix(1);
  return trimmed(text);
}

std::optional<HeaderLine> header_line(std::string_view line) {
  constexpr std::size_t longest_label = 48;
  constexpr std::size_t longest_value = 300;
  if (is_address(line)) return HeaderLine{Field::url, line};
  std::size_t colon = line.find(':');
  std::size_t width = 1;
  if (const std::size_t wide = line.find("\uFF1A"); wide < colon) {
    colon = wide;
    width = 3;
  }
  if (colon == line.npos || colon == 0 || colon > longest_label) return std::nullopt;
  const auto field = field_of(without_stars(line.substr(0, colon)));
  const std::string_view value = without_stars(trimmed(line.substr(colon + width)));
  if (!field || value.empty()) return std::nullopt;
  if (*field == Field::url && !is_address(value)) return std::nullopt;
  if (value.size() > longest_value && *field != Field::url) return std::nullopt;
  return HeaderLine{*field, value};
}

// A date that is none, and a source with the words of a sentence, are somebody's notes.
bool is_credible(const HeaderLine& line) {
  constexpr std::ptrdiff_t most_spaces = 7;
  if (line.field == Field::date)
    return find_day(without_times(line.value)).has_value() ||
           read_date(line.value).has_value();
  const bool name = line.field == Field::outlet || line.field == Field::author;
  return !name || std::count(line.value.begin(), line.value.end(), ' ') <= most_spaces;
}

// Over "Source:" and "Date:".
bool could_be_headline(const PageLine& line) {
  constexpr std::size_t longest = 250;
  return line.kind == LineKind::content && !line.prose && !line.list_item &&
         line.text.size() <= longest && !read_byline(line.text) &&
         !is_known_outlet(line.text);
}

void take_author(std::string_view value, PastedHeader& header) {
  std::vector<std::string> names = read_names(value);
  if (names.empty()) names.push_back(plain_author(value));
  for (std::string& name : names) header.authors.push_back(std::move(name));
}

void take_address(std::string_view value, PastedHeader& header) {
  if (header.url) return;
  header.url = std::string(value);
  if (const auto date = date_of_path(value); date && date->precision == Precision::day)
    header.dates.push_back({to_string(*date), DateSource::url});
}

void take_date(std::string_view value, PastedHeader& header) {
  const std::string timeless = without_times(value);
  const auto found = find_day(timeless);
  header.dates.push_back(
      {found ? timeless.substr(found->span.start, found->span.end - found->span.start)
             : std::string(value),
       DateSource::byline});
}

void take(const HeaderLine& line, PastedHeader& header) {
  switch (line.field) {
    case Field::title:
      if (!header.title) header.title = std::string(line.value);
      return;
    case Field::outlet:
      if (is_address(line.value)) return take_address(line.value, header);
      if (!header.outlet) header.outlet = std::string(line.value);
      return;
    case Field::author:
      return take_author(line.value, header);
    case Field::date:
      return take_date(line.value, header);
    case Field::url:
      return take_address(line.value, header);
  }
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_number(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::all_of(text.begin(), text.end(), is_digit);
}

std::vector<std::string_view> path_parts(std::string_view url) {
  constexpr std::size_t most = 60;
  std::vector<std::string_view> parts;
  url = url.substr(0, std::min(url.find_first_of("?#"), url.size()));
  while (!url.empty() && parts.size() < most) {
    const std::size_t end = std::min(url.find_first_of("/-_."), url.size());
    parts.push_back(url.substr(0, end));
    url.remove_prefix(std::min(end + 1, url.size()));
  }
  return parts;
}

unsigned month_number(std::string_view part) {
  if (is_number(part, 1, 2)) return static_cast<unsigned>(value_of(part));
  return month_of_word(part).value_or(0);
}

std::optional<Date> web_date(int year, unsigned month, unsigned day) {
  if (year < 1990 || year > 2100 || month == 0) return std::nullopt;
  return make_date(year, month, day);
}

}  // namespace

std::optional<Date> date_of_path(std::string_view url) {
  const std::vector<std::string_view> parts = path_parts(url.substr(0, 2000));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (is_number(parts[i], 8, 8)) {
      const int day = value_of(parts[i].substr(6));
      const auto date = web_date(value_of(parts[i].substr(0, 4)),
                                 static_cast<unsigned>(value_of(parts[i].substr(4, 2))),
                                 static_cast<unsigned>(day));
      if (date && day > 0) return date;
    }
    if (!is_number(parts[i], 4, 4) || i + 2 >= parts.size()) continue;
    if (!is_number(parts[i + 2], 1, 2) || value_of(parts[i + 2]) == 0) continue;
    const auto date = web_date(value_of(parts[i]), month_number(parts[i + 1]),
                               static_cast<unsigned>(value_of(parts[i + 2])));
    if (date) return date;
  }
  return std::nullopt;
}

PastedHeader take_header(std::vector<PageLine>& lines) {
  constexpr std::size_t longest_header = 12;
  PastedHeader header;
  std::vector<std::size_t> taken;
  bool proven = false;
  std::size_t skipped = 0;
  for (std::size_t i = 0; i < lines.size() && i < longest_header; ++i) {
    const auto line = header_line(lines[i].text);
    if (!line || !is_credible(*line)) {
      // The headline may stand over the header.
      if (lines[i].prose || ++skipped > 1 || proven) break;
      continue;
    }
    proven = proven || line->field == Field::title || line->field == Field::url;
    taken.push_back(i);
  }
  if (!proven && taken.size() < 2) return header;
  for (const std::size_t i : taken) take(*header_line(lines[i].text), header);
  const std::size_t first = taken.front();
  if (!header.title && first > 0 && could_be_headline(lines[first - 1])) {
    header.title = lines[first - 1].text;
    taken.insert(taken.begin(), first - 1);
  }
  for (std::size_t k = taken.size(); k-- > 0;)
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(taken[k]));
  return header;
}

}  // namespace broadsheet
