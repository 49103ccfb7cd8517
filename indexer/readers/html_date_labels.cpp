// The words in front of a date, in the languages of the press.
#include <array>
#include <span>
#include <vector>

#include "article/ascii.h"
#include "indexer/readers/html_date_marks.h"

namespace broadsheet {

namespace {

struct Label {
  std::string_view word;  // lower case
  DateLabel label;
};

// Looked for at word starts; the last one in front of the date counts.
constexpr Label labels[] = {
    {"updated", DateLabel::updated},
    {"update", DateLabel::updated},
    {"modified", DateLabel::updated},
    {"edited", DateLabel::updated},
    {"revised", DateLabel::updated},
    {"reviewed", DateLabel::updated},
    {"changed", DateLabel::updated},
    {"last change", DateLabel::updated},
    {"aktualisiert", DateLabel::updated},
    {"letzte änderung", DateLabel::updated},
    {"zuletzt", DateLabel::updated},
    {"geändert", DateLabel::updated},
    {"bearbeitet", DateLabel::updated},
    {"stand", DateLabel::updated},
    {"mis à jour", DateLabel::updated},
    {"mise à jour", DateLabel::updated},
    {"modifié", DateLabel::updated},
    {"actualizado", DateLabel::updated},
    {"actualizada", DateLabel::updated},
    {"atualizado", DateLabel::updated},
    {"atualizada", DateLabel::updated},
    {"aggiornato", DateLabel::updated},
    {"aggiornamento", DateLabel::updated},
    {"modificato", DateLabel::updated},
    {"bijgewerkt", DateLabel::updated},
    {"gewijzigd", DateLabel::updated},
    {"uppdaterad", DateLabel::updated},
    {"oppdatert", DateLabel::updated},
    {"opdateret", DateLabel::updated},
    {"päivitetty", DateLabel::updated},
    {"aktualizacja", DateLabel::updated},
    {"aktualizováno", DateLabel::updated},
    {"frissítve", DateLabel::updated},
    {"actualizat", DateLabel::updated},
    {"güncelleme", DateLabel::updated},
    {"обновлено", DateLabel::updated},
    {"оновлено", DateLabel::updated},
    {"diperbarui", DateLabel::updated},
    {"更新", DateLabel::updated},
    {"수정", DateLabel::updated},
    {"published", DateLabel::published},
    {"publication", DateLabel::published},
    {"posted", DateLabel::published},
    {"last published", DateLabel::updated},
    {"written", DateLabel::published},
    {"submitted", DateLabel::published},
    {"issued", DateLabel::published},
    {"date:", DateLabel::published},
    {"veröffentlicht", DateLabel::published},
    {"veröffentlichung", DateLabel::published},
    {"publiziert", DateLabel::published},
    {"erschienen", DateLabel::published},
    {"erstellt", DateLabel::published},
    {"geschrieben", DateLabel::published},
    {"eingestellt", DateLabel::published},
    {"verfasst", DateLabel::published},
    {"pressemitteilung", DateLabel::published},
    {"datum", DateLabel::published},
    {"publié", DateLabel::published},
    {"publiée", DateLabel::published},
    {"paru", DateLabel::published},
    {"mis en ligne", DateLabel::published},
    {"publicado", DateLabel::published},
    {"publicada", DateLabel::published},
    {"fecha", DateLabel::published},
    {"pubblicato", DateLabel::published},
    {"pubblicata", DateLabel::published},
    {"geplaatst", DateLabel::published},
    {"gepubliceerd", DateLabel::published},
    {"publicerad", DateLabel::published},
    {"publisert", DateLabel::published},
    {"publiceret", DateLabel::published},
    {"udgivet", DateLabel::published},
    {"julkaistu", DateLabel::published},
    {"opublikowano", DateLabel::published},
    {"data publikacji", DateLabel::published},
    {"dodano", DateLabel::published},
    {"publikováno", DateLabel::published},
    {"publicat", DateLabel::published},
    {"yayın", DateLabel::published},
    {"опубликовано", DateLabel::published},
    {"опубліковано", DateLabel::published},
    {"diterbitkan", DateLabel::published},
    {"発行", DateLabel::published},
    {"公開", DateLabel::published},
    {"发布", DateLabel::published},
    {"입력", DateLabel::published},
    // Days of something else.
    {"copyright", DateLabel::other},
    {"©", DateLabel::other},
    {"joined", DateLabel::other},
    {"member since", DateLabel::other},
    {"registered", DateLabel::other},
    {"registriert", DateLabel::other},
    {"mitglied seit", DateLabel::other},
    {"anmeldedatum", DateLabel::other},
    {"accessed", DateLabel::other},
    {"retrieved", DateLabel::other},
    {"abgerufen", DateLabel::other},
    {"print date", DateLabel::other},
    {"born", DateLabel::other},
    {"geboren", DateLabel::other},
    {"deadline", DateLabel::other},
    {"expires", DateLabel::other},
    {"valid", DateLabel::other},
    {"gültig", DateLabel::other},
    {"seit", DateLabel::other},
    {"since", DateLabel::other},
    {"depuis", DateLabel::other},
    {"until", DateLabel::other},
    {"bis", DateLabel::other},
    {"ab", DateLabel::other},
    {"termin", DateLabel::other},
    {"einsendeschluss", DateLabel::other},
    {"anmeldeschluss", DateLabel::other},
    {"nächste", DateLabel::other},
    {"nächster", DateLabel::other},
    {"findet", DateLabel::other},
    {"released", DateLabel::other},
    {"release date", DateLabel::other},
    {"received", DateLabel::other},
    {"accepted", DateLabel::other},
    {"next", DateLabel::other},
    {"today", DateLabel::other},
    {"heute", DateLabel::other},
    {"letzter beitrag", DateLabel::other},
    {"last post", DateLabel::other},
    {"foto", DateLabel::other},
    {"photo", DateLabel::other},
};

// The rows whose word begins with `first`.
std::span<const Label* const> labels_from(char first) {
  using Rows = std::array<std::vector<const Label*>, 256>;
  static const Rows rows = [] {
    Rows by_byte;
    for (const Label& label : labels) {
      by_byte[static_cast<unsigned char>(label.word[0])].push_back(&label);
    }
    return by_byte;
  }();
  return rows[static_cast<unsigned char>(first)];
}

bool starts_word(std::string_view text, std::size_t at) {
  return at == 0 || (!is_letter(text[at - 1]) && !is_digit(text[at - 1])) ||
         is_high(text[at]);
}

bool ends_word(std::string_view text, std::size_t end) {
  return end >= text.size() || !is_letter(text[end]) || is_high(text[end - 1]);
}

}  // namespace

DateLabel label_before(std::string_view words) {
  const std::string lower =
      to_lower(words.substr(words.size() > 90 ? words.size() - 90 : 0));
  for (std::size_t at = lower.size(); at-- > 0;) {
    if (!starts_word(lower, at)) continue;
    const std::string_view rest = std::string_view(lower).substr(at);
    for (const Label* label : labels_from(rest[0])) {
      const std::size_t size = label->word.size();
      if (rest.starts_with(label->word) && ends_word(rest, size)) return label->label;
    }
  }
  return DateLabel::none;
}

}  // namespace broadsheet
