// Tables of words; what is no row stands as it was printed.
#include "article/byline_words.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/outlets.h"
#include "article/words.h"

namespace broadsheet {
namespace {

constexpr std::string_view foreign_by[] = {
    "von",    "par",    "por",       "door",       "di",    "av",      "af",
    "tekst",  "text",   "texte",     "oleh",       "autor", "autorin", "auteur",
    "autore", "autora", "forfatter", "författare", "автор", "penulis", "yazar",
    "tekijä", "作者",   "記者",      "记者"};

// Those that are also words of headlines only count with a colon.
constexpr std::size_t plain_by = 7;

constexpr std::string_view particles[] = {" le",  " el", " il",    " am",  " em",  " op",
                                          " den", " on", " o",     " a",   " dne", " vom",
                                          " the", " at", " as of", " pada"};

constexpr std::string_view published_labels[] = {"publié",
                                                 "publie",
                                                 "paru",
                                                 "veröffentlicht",
                                                 "erschienen",
                                                 "erstellt",
                                                 "datum",
                                                 "publicado",
                                                 "publicada",
                                                 "fecha",
                                                 "data",
                                                 "pubblicato",
                                                 "pubblicata",
                                                 "gepubliceerd",
                                                 "geplaatst",
                                                 "publisert",
                                                 "publiceret",
                                                 "udgivet",
                                                 "publicerad",
                                                 "publicerat",
                                                 "opublikowano",
                                                 "opublikowany",
                                                 "julkaistu",
                                                 "опубликовано",
                                                 "опубліковано",
                                                 "дата",
                                                 "yayınlanma",
                                                 "yayınlandı",
                                                 "tarih",
                                                 "publikováno",
                                                 "diterbitkan",
                                                 "date",
                                                 "published",
                                                 "posted",
                                                 "publicat",
                                                 "発行",
                                                 "公開",
                                                 "配信",
                                                 "発表",
                                                 "发布",
                                                 "发表",
                                                 "发布时间",
                                                 "公開日",
                                                 "発行日",
                                                 "입력",
                                                 "등록",
                                                 "نشر",
                                                 "تاريخ النشر",
                                                 "först publicerad"};

constexpr std::string_view updated_labels[] = {"mis à jour",
                                               "modifié",
                                               "actualisé",
                                               "aktualisiert",
                                               "zuletzt aktualisiert",
                                               "stand",
                                               "letzte aktualisierung",
                                               "actualizado",
                                               "actualizada",
                                               "última actualización",
                                               "ultima actualización",
                                               "atualizado",
                                               "atualizada",
                                               "aggiornato",
                                               "ultimo aggiornamento",
                                               "bijgewerkt",
                                               "laatste update",
                                               "oppdatert",
                                               "sist oppdatert",
                                               "opdateret",
                                               "uppdaterad",
                                               "senast uppdaterad",
                                               "päivitetty",
                                               "aktualizacja",
                                               "zaktualizowano",
                                               "обновлено",
                                               "оновлено",
                                               "güncelleme",
                                               "güncellendi",
                                               "aktualizováno",
                                               "diperbarui",
                                               "updated",
                                               "last updated",
                                               "更新",
                                               "最終更新",
                                               "更新日",
                                               "更新时间",
                                               "수정"};

constexpr std::string_view roles =
    " reporter editor correspondent writer columnist journalist producer contributor "
    "photographer critic staff bureau desk analyst redakteur redakteurin korrespondent "
    "korrespondentin journalistin autorin journaliste rédacteur rédactrice correspondant "
    "correspondante redactor redactora periodista corresponsal repórter jornalista "
    "correspondente giornalista redattore redattrice inviato inviata corrispondente "
    "verslaggever redacteur correspondente journalistik reporterin dziennikarz журналист "
    "корреспондент редактор muhabir muhabiri toimittaja wartawan ";

constexpr std::size_t longest_line = 160;

bool is_role(std::string_view word) {
  return !word.empty() && word.find(' ') == word.npos &&
         roles.find(" " + to_lower(word) + " ") != roles.npos;
}

bool holds_role(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" /"), text.size());
    if (is_role(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

std::string_view without_particle(std::string_view text) {
  for (const std::string_view particle : particles) {
    if (text.ends_with(particle))
      return trimmed(text.substr(0, text.size() - particle.size()));
  }
  return text;
}

template <typename List>
std::vector<std::string> folded_rows(const List& list) {
  std::vector<std::string> rows;
  for (const std::string_view row : list) rows.push_back(fold_words(row));
  return rows;
}

bool is_row(const std::vector<std::string>& rows, const std::string& folded) {
  return std::find(rows.begin(), rows.end(), folded) != rows.end();
}

std::string_view without_role(std::string_view name) {
  for (const std::string_view mark : {", ", " | ", " - ", " (", " \u2013 ", " \u2014 "}) {
    const std::size_t at = name.find(mark);
    if (at == name.npos || at == 0) continue;
    if (holds_role(name.substr(at + mark.size()))) return trimmed(name.substr(0, at));
  }
  return name;
}

// But for the case of its first letter.
bool begins_with(std::string_view text, std::string_view word) {
  if (is_high(word.front())) {
    return text.starts_with(word) ||
           ((text.front() & 0xFF) == (word.front() & 0xFF) &&
            fold_words(text.substr(0, word.size())) == fold_words(word));
  }
  if (to_lower(text.front()) != word.front()) return false;
  return to_lower(text.substr(0, word.size())) == word;
}

bool is_particle_first(std::string_view name) {
  const std::string word = to_lower(name.substr(0, name.find(' ')));
  return word == "der" || word == "den" || word == "dem" || word == "la" || word == "de";
}

}  // namespace

std::optional<std::string_view> behind_label(std::string_view line,
                                             std::string_view label, bool needs_colon) {
  if (line.size() < label.size() || to_lower(line.substr(0, label.size())) != label) {
    return std::nullopt;
  }
  const std::string_view rest = line.substr(label.size());
  const std::string_view spaced = trimmed(rest);
  if (!spaced.empty() && (spaced.front() == ':' || spaced.front() == '|')) {
    return trimmed(spaced.substr(1));
  }
  if (needs_colon || rest.empty() || !is_space(rest.front())) return std::nullopt;
  return spaced;
}

std::optional<std::string_view> behind_foreign_by(std::string_view text) {
  if (text.size() > longest_line) return std::nullopt;
  std::size_t row = 0;
  for (const std::string_view word : foreign_by) {
    const bool needs_colon = row++ >= plain_by;
    if (text.size() <= word.size() || !begins_with(text, word)) continue;
    std::string_view rest = text.substr(word.size());
    const std::size_t sign = rest.find_first_not_of(' ');
    const bool wide = sign != rest.npos && rest.substr(sign).starts_with("\uFF1A");
    const bool colon = sign != rest.npos && rest[sign] == ':';
    if (!wide && !colon && (needs_colon || rest.front() != ' ')) continue;
    if (wide || colon) rest = rest.substr(sign + (wide ? 3 : 1));
    rest = trimmed(rest);
    if (rest.empty() || is_lower(rest.front()) || is_particle_first(rest)) continue;
    return rest;
  }
  return std::nullopt;
}

DateLabel date_label_of(std::string_view text) {
  while (!text.empty() && std::string_view(":,.(|").find(text.back()) != text.npos)
    text = trimmed(text.substr(0, text.size() - 1));
  if (text.ends_with("\uFF1A")) text.remove_suffix(3);
  if (text.empty() || text.size() > 48) return DateLabel::none;
  const std::string folded = fold_words(without_particle(text));
  static const std::vector<std::string> updated = folded_rows(updated_labels);
  static const std::vector<std::string> published = folded_rows(published_labels);
  if (is_row(updated, folded)) return DateLabel::updated;
  return is_row(published, folded) ? DateLabel::published : DateLabel::none;
}

bool is_capitalised(std::string_view text) {
  constexpr std::string_view small = " of de la le von van der and the du di da del y e ";
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (is_lower(word.front()) &&
        small.find(" " + std::string(word) + " ") == small.npos) {
      return false;
    }
    text.remove_prefix(end);
  }
  return true;
}

std::string plain_author(std::string_view printed) {
  std::string_view name = trimmed(printed);
  if (name.size() > longest_line) return std::string(name);
  if (to_lower(name.substr(0, 3)) == "by ") name = trimmed(name.substr(3));
  if (const auto rest = behind_foreign_by(name);
      rest && looks_like_name(without_role(*rest)))
    name = *rest;
  name = without_role(name);
  // A line "By THE ASSOCIATED PRESS" names the agency; a field that says "NTV" is left as
  // it is printed.
  const bool shouts = std::none_of(name.begin(), name.end(), is_lower);
  const bool line = name.size() < trimmed(printed).size();
  if (shouts && line && is_known_outlet(name)) return normalise_outlet(name);
  return std::string(name);
}

}  // namespace broadsheet
