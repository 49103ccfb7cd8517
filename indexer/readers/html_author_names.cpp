// The names in a byline: labels in front, roles, handles, addresses and dates are left
// out, and names are parted at commas and at the "and" of many languages.
#include <algorithm>

#include "article/ascii.h"
#include "article/date.h"
#include "article/date_words.h"
#include "indexer/readers/html_authors.h"
#include "indexer/readers/html_title.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t most_authors = 20;

// Words in front of names; a colon or a space follows.
constexpr std::string_view labels[] = {"written by",
                                       "posted by",
                                       "reported by",
                                       "published by",
                                       "words by",
                                       "story by",
                                       "article by",
                                       "review by",
                                       "text by",
                                       "by",
                                       "author:",
                                       "authors:",
                                       "author",
                                       "von",
                                       "vom",
                                       "erstellt von",
                                       "veröffentlicht von",
                                       "interview:",
                                       "bericht:",
                                       "autorin/autor",
                                       "autor/in:",
                                       "autor*in:",
                                       "autor:",
                                       "autorin:",
                                       "text:",
                                       "geschrieben von",
                                       "verfasst von",
                                       "ein artikel von",
                                       "ein beitrag von",
                                       "artikel von",
                                       "gastbeitrag von",
                                       "eine kolumne von",
                                       "ein kommentar von",
                                       "par",
                                       "écrit par",
                                       "publié par",
                                       "por",
                                       "escrito por",
                                       "publicado por",
                                       "di",
                                       "scritto da",
                                       "a cura di",
                                       "door",
                                       "geschreven door",
                                       "av",
                                       "af",
                                       "tekst:",
                                       "przez",
                                       "autor",
                                       "автор:",
                                       "автор",
                                       "yazan:",
                                       "oleh",
                                       "oleh:",
                                       "文/",
                                       "文：",
                                       "作者：",
                                       "著者：",
                                       "執筆：",
                                       "編集：",
                                       "記者：",
                                       "记者：",
                                       "责编：",
                                       "责任编辑：",
                                       "skrevet av",
                                       "skriven av",
                                       "tekst av",
                                       "testo di",
                                       "articolo di",
                                       "redactado por",
                                       "reportagem de",
                                       "texte :",
                                       "propos recueillis par",
                                       "bởi",
                                       "記者",
                                       "글",
                                       "kirjoittaja:"};

// Words that say that a part is a role or a part of the page, not a name.
constexpr std::string_view other_words[] = {"reporter",     "editor",
                                            "writer",       "correspondent",
                                            "contributor",  "columnist",
                                            "producer",     "journalist",
                                            "journalistin", "redakteur",
                                            "redakteurin",  "korrespondent",
                                            "fellow",       "bureau",
                                            "chief",        "specialist",
                                            "analyst",      "manager",
                                            "director",     "professor",
                                            "consultant",   "ceo",
                                            "founder",      "photographer",
                                            "follow",       "share",
                                            "comments",     "comment",
                                            "says",         "read",
                                            "more",         "view",
                                            "bio",          "profile",
                                            "articles",     "posts",
                                            "archive",      "rss",
                                            "subscribe",    "email",
                                            "twitter",      "facebook",
                                            "instagram",    "updated",
                                            "published",    "posted",
                                            "min",          "minutes",
                                            "lesezeit",     "uhr",
                                            "erforderlich", "name",
                                            "required",     "about",
                                            "photo",        "foto",
                                            "image",        "getty",
                                            "copyright",    "alle",
                                            "website",      "search",
                                            "login",        "kommentare",
                                            "artikel",      "beiträge",
                                            "md",           "phd",
                                            "rn",           "bsn",
                                            "mba",          "est",
                                            "click",        "here",
                                            "author",       "autor",
                                            "expert",       "strategist",
                                            "stand",        "quelle",
                                            "publicado",    "actualizado",
                                            "horas",        "lectura",
                                            "lecture",      "veröffentlicht",
                                            "aktualisiert", "edit"};

constexpr std::string_view weekdays[] = {
    "monday",    "tuesday",   "wednesday", "thursday", "friday",     "saturday",
    "sunday",    "montag",    "dienstag",  "mittwoch", "donnerstag", "freitag",
    "samstag",   "sonnabend", "sonntag",   "lundi",    "mardi",      "mercredi",
    "jeudi",     "vendredi",  "samedi",    "dimanche", "lunes",      "martes",
    "miércoles", "jueves",    "viernes",   "sábado",   "domingo"};

// Accounts that stand for nobody.
constexpr std::string_view nobody[] = {"admin", "administrator", "webmaster", "root",
                                       "user"};

// What stands between a name and its date: "Ann Lee on", "Ann Lee am Montag".
constexpr std::string_view day_words[] = {"on", "am", "at", "le",
                                          "el", "um", "il", "den"};

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::string_view (&words)[Size]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "By" or "Text:" of which no name follows.
bool is_label(std::string_view text) {
  const std::string lower = to_lower(text);
  return std::any_of(std::begin(labels), std::end(labels), [&](std::string_view label) {
    if (label.ends_with(':')) label.remove_suffix(1);
    return label == lower;
  });
}

bool is_word_break(char c) {
  return is_space(c) || c == ',' || c == '.' || c == ':' || c == '-' || c == '/';
}

bool has_other_word(std::string_view text) {
  const std::string lower = to_lower(text);
  std::size_t from = 0;
  for (std::size_t at = 0; at <= lower.size(); ++at) {
    if (at < lower.size() && !is_word_break(lower[at])) continue;
    const std::string_view word = std::string_view(lower).substr(from, at - from);
    if (std::find(std::begin(other_words), std::end(other_words), word) !=
        std::end(other_words)) {
      return true;
    }
    from = at + 1;
  }
  return false;
}

// What a piece may be that is "by" somebody: "Eine Kolumne von Ann Lee".
constexpr std::string_view genres[] = {
    "kolumne",    "kommentar",  "analyse",     "interview",
    "reportage",  "beitrag",    "gastbeitrag", "artikel",
    "text",       "bericht",    "essay",       "rezension",
    "kritik",     "glosse",     "leitartikel", "pressemitteilung",
    "column",     "opinion",    "analysis",    "report",
    "story",      "review",     "commentary",  "tribune",
    "chronique",  "entretien",  "columna",     "crónica",
    "artículo",   "opinión",    "análisis",    "commento",
    "analisi",    "intervista", "recensione",  "coluna",
    "entrevista", "reportagem", "kronikk",     "kommentarer"};
constexpr std::string_view articles_of_genres[] = {
    "ein", "eine", "a", "an", "une", "un", "una", "uma", "um", "en", "et", "blog"};
constexpr std::string_view by_words[] = {"von", "by", "par", "por",
                                         "de",  "di", "van", "av"};

// The text behind "[article] genre by"; nothing when it does not begin so.
std::string_view without_genre(std::string_view text) {
  std::string_view rest = text;
  const auto next_word = [&] {
    rest = trimmed(rest);
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string word = to_lower(rest.substr(0, std::min<std::size_t>(end, 40)));
    rest.remove_prefix(end);
    return word;
  };
  std::string word = next_word();
  if (is_one_of(word, articles_of_genres)) word = next_word();
  if (!is_one_of(word, genres)) return text;
  return is_one_of(next_word(), by_words) ? trimmed(rest) : text;
}

}  // namespace

std::string_view without_author_label(std::string_view text) {
  if (const auto rest = without_genre(text); rest.size() < text.size()) return rest;
  std::string_view best = text;
  const std::string lower = to_lower(text.substr(0, 40));
  for (const std::string_view label : labels) {
    if (!std::string_view(lower).starts_with(label)) continue;
    std::string_view rest = text.substr(label.size());
    const bool parted =
        label.back() == ':' || label.back() == '/' ||
        (!rest.empty() && (is_space(rest.front()) || rest.front() == ':'));
    if (!parted && !is_high(label.front())) continue;
    rest = trimmed(rest);
    if (!rest.empty() && rest.front() == ':') rest = trimmed(rest.substr(1));
    if (rest.size() < best.size()) best = rest;
  }
  return best;
}

namespace {

// "Ann Lee on December 13": a date without its year may run on behind a name.
std::string_view without_day(std::string_view text) {
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && !is_space(text[at])) continue;
    std::string_view word = text.substr(from, at - from);
    while (!word.empty() && word.back() == '.') word.remove_suffix(1);
    const std::size_t next = at + 1;
    const bool number_behind = next < text.size() && is_digit(text[next]);
    if (number_behind && month_of_word(word)) {
      std::string_view name = trimmed(text.substr(0, from));
      if (name.ends_with(" on")) name.remove_suffix(3);
      return name;
    }
    from = next;
  }
  return text;
}

// A name does not end in a weekday, a number, the word before a date, or a role:
// "Ann Lee Staff Writer".
std::string_view without_day_words(std::string_view name) {
  for (int again = 0; again < 4; ++again) {
    const std::size_t space = name.rfind(' ');
    if (space == name.npos) break;
    const std::string last = to_lower(name.substr(space + 1));
    const bool number = std::all_of(last.begin(), last.end(),
                                    [](char c) { return is_digit(c) || c == '.'; });
    const std::string_view rest = trimmed(name.substr(0, space));
    const bool role = last == "staff" || to_lower(rest).ends_with(" staff");
    const bool full_name = rest.find(' ') != rest.npos;
    if (!number && !is_one_of(last, weekdays) && !is_one_of(last, day_words) &&
        !(role && full_name)) {
      break;
    }
    name = rest;
  }
  return name;
}

// "September 21, 2020 by Ann Lee": a date in front of "by".
std::string_view behind_date(std::string_view part) {
  const std::size_t by = part.find(" by ");
  if (by == part.npos || by > 30) return part;
  const std::string_view before = part.substr(0, by);
  return std::any_of(before.begin(), before.end(), is_digit) ? part.substr(by + 4) : part;
}

// Brackets, handles and signs at the ends do not belong to a name.
std::string bare_name(std::string_view part) {
  part = behind_date(part.substr(0, part.find_first_of("([)]")));
  for (const std::string_view bar :
       {" - ", " \u2013 ", " \u2014 ", " \u00B7 ", " \u2022 "}) {
    part = part.substr(0, part.find(bar));
  }
  if (const std::size_t at = part.find(" @"); at != part.npos) part = part.substr(0, at);
  for (const std::string_view end : {"\u00A0", " \u2014", " \u2013", " -"}) {
    while (part.ends_with(end)) part.remove_suffix(end.size());
  }
  part = without_day_words(trimmed(without_day(part)));
  while (!part.empty() && std::string_view(".:;*|\"").find(part.back()) != part.npos &&
         !(part.back() == '.' && part.size() >= 2 && is_upper(part[part.size() - 2]))) {
    part = trimmed(part.substr(0, part.size() - 1));
  }
  return std::string(part);
}

bool may_be_name(std::string_view name) {
  if (name.size() < 2 || name.size() > longest_name) return false;
  if (name.find("://") != name.npos || name.find('@') != name.npos ||
      name.find("www.") != name.npos) {
    return false;
  }
  const auto digits = std::count_if(name.begin(), name.end(), is_digit);
  if (digits * 3 > static_cast<std::ptrdiff_t>(name.size())) return false;
  if (std::count(name.begin(), name.end(), ' ') > 6 || is_label(name) ||
      is_one_of(to_lower(name), weekdays) || is_one_of(to_lower(name), nobody)) {
    return false;
  }
  return !has_other_word(name) && !find_day(name, DayOrder::day_first);
}

struct Joint {
  std::size_t at;
  std::size_t length;
};

// Where the next name begins: at a comma, a bar or an "and" of any language.
Joint next_joint(std::string_view text) {
  Joint first{text.size(), 0};
  for (const std::string_view joint :
       {",",    ";",   "|",     "&",      " and ", " und ", " et ",
        " y ",  " e ", " og ",  " och ",  " en ",  " ja ",  " i ",
        " ve ", " и ", " dan ", "\u3001", " / ",   "\n"}) {
    const std::size_t at = text.find(joint);
    if (at < first.at) first = {at, joint.size()};
  }
  return first;
}

}  // namespace

void add_author(std::vector<std::string>& list, std::string name) {
  const std::string key = essence_of(name);
  const bool known = std::any_of(list.begin(), list.end(), [&](const std::string& other) {
    return essence_of(other) == key;
  });
  if (!known && list.size() < most_authors) list.push_back(std::move(name));
}

std::vector<std::string> author_names(std::string_view text) {
  std::vector<std::string> names;
  std::string_view rest = trimmed(text.substr(0, 1000));
  if (rest.starts_with('(') || rest.starts_with('[')) rest.remove_prefix(1);
  while (!rest.empty() && names.size() < most_authors) {
    const Joint joint = next_joint(rest);
    const std::string_view part = without_author_label(trimmed(rest.substr(0, joint.at)));
    std::string name = bare_name(part);
    const bool named = may_be_name(name);
    // What is listed behind something else than a name are no names either.
    constexpr std::string_view listing = "\u3001";
    if (!named && names.empty() && rest.substr(joint.at, joint.length) == listing) break;
    if (named) add_author(names, std::move(name));
    rest.remove_prefix(
        std::min(joint.at + std::max<std::size_t>(joint.length, 1), rest.size()));
  }
  return names;
}

}  // namespace broadsheet
