// Tables of words, in the languages of the press where the words are printed ones.
#include "indexer/readers/html_date_marks.h"

#include <algorithm>
#include <array>
#include <span>

#include "article/ascii.h"
#include "indexer/readers/html_lines.h"

namespace broadsheet {

namespace {

template <std::size_t Size>
bool holds_one_of(std::string_view text, const std::string_view (&words)[Size]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

std::string names_of(const HtmlTree& tree, NodeId id) {
  std::string names = to_lower(tree.attribute(id, "class").substr(0, 200));
  names += ' ';
  names += to_lower(tree.attribute(id, "id").substr(0, 100));
  return names;
}

constexpr std::string_view updated_names[] = {"updat", "modif",    "lastmod",
                                              "revis", "aktualis", "edited"};
constexpr std::string_view published_names[] = {
    "publish",  "publi-",   "publicad",   "pubblicat",   "pubdate",
    "pub-date", "pub_date", "entry-date", "post-date",   "post_date",
    "postdate", "posted",   "erschein",   "date-posted", "created"};
constexpr std::string_view date_names[] = {"date",      "datum",    "fecha", "time-stamp",
                                           "timestamp", "datetime", "dato",  "data-"};

// Whose line it is: "By Ann Lee on 24 April 2026".
constexpr std::string_view byline_names[] = {
    "byline",    "author",   "autor",      "verfasser",    "post-meta",
    "post_meta", "postmeta", "entry-meta", "article-meta", "meta-info"};

bool is_time_name(std::string_view names) {
  return names.find("article-time") != names.npos || names.starts_with("time-") ||
         names.find(" time-") != names.npos || names.starts_with("time ");
}

// "entry-meta-date updated": WordPress's themes call the day of publication "updated",
// because a microformat of old asks for that class.
bool is_microformat(std::string_view names) {
  const std::size_t at = names.find("updated");
  if (at == names.npos || (at > 0 && names[at - 1] != ' ')) return false;
  const std::size_t end = at + std::string_view("updated").size();
  if (end < names.size() && names[end] != ' ') return false;
  const std::string_view rest = names.substr(end);
  return names.substr(0, at).find("date") != names.npos || rest.find("date") != rest.npos;
}

DateMark mark_of_element(const HtmlTree& tree, NodeId id) {
  const std::string_view property = tree.attribute(id, "itemprop");
  const std::string_view rdfa = tree.attribute(id, "property");
  if (property == "dateModified" || rdfa.ends_with("dateModified")) {
    return {50, DateSource::meta, "itemprop dateModified", true};
  }
  if (property == "datePublished" || rdfa.ends_with("datePublished")) {
    return {58, DateSource::meta, "itemprop datePublished", false};
  }
  if (property == "dateCreated" || rdfa.ends_with("dateCreated") ||
      rdfa.ends_with("dc:date") || property == "uploadDate") {
    return {50, DateSource::meta, "itemprop dateCreated", false};
  }
  const std::string names = names_of(tree, id);
  const bool time = tree.is(id, GUMBO_TAG_TIME);
  const bool updated = holds_one_of(names, updated_names) && !is_microformat(names);
  const bool published =
      holds_one_of(names, published_names) || (time && tree.has_attribute(id, "pubdate"));
  if (time) {
    return {published ? 55 : 40, DateSource::time_element, "time element",
            updated && !published};
  }
  if (published) return {45, DateSource::byline, "class that says published", false};
  if (updated) return {40, DateSource::byline, "class that says updated", true};
  const bool publication = names.find("publication") != names.npos &&
                           !tree.is(id, GUMBO_TAG_A);  // a link to a paper is none
  if (publication || holds_one_of(names, date_names) || is_time_name(names)) {
    return {35, DateSource::byline, "class that says date", false};
  }
  if (holds_one_of(names, byline_names)) return {30, DateSource::byline, "byline", false};
  return {};
}

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

// Places of other people's words and other stories.
constexpr std::string_view other_names[] = {
    "comment",      "kommentar",    "disqus",      "replies",    "related",
    "teaser",       "sidebar",      "side-bar",    "widget",     "recommend",
    "promo",        "most-read",    "mostread",    "popular",    "trending",
    "newsticker",   "ticker",       "read-more",   "readmore",   "more-news",
    "morenews",     "next-post",    "prev-post",   "pagination", "breadcrumb",
    "carousel",     "slider",       "swiper",      "weather",    "calendar",
    "also-read",    "read-also",    "similar",     "recirc",     "outbrain",
    "taboola",      "user-info",    "userinfo",    "signature",  "postprofile",
    "review-",      "wp-caption",   "img-caption", "bildunter",  "event-date",
    "mod_datetime", "current-date", "currentdate", "today",      "site-date"};

// Places where a story's own date may stand too, though seldom.
constexpr std::string_view edge_names[] = {"footer",  "copyright", "latest",
                                           "top-bar", "topbar",    "site-header",
                                           "navbar",  "menu",      "archive-list"};

}  // namespace

DateMark mark_of(const HtmlTree& tree, NodeId first, NodeId end) {
  constexpr int levels = 4;
  constexpr int plain_time = 40;
  DateMark best;
  bool updated = false;
  const auto take = [&](NodeId id) {
    const DateMark mark = mark_of_element(tree, id);
    updated = updated || mark.updated;
    if (mark.weight > best.weight) best = mark;
  };
  NodeId up = first;
  for (int level = 0; level < levels && up != 0; ++level) {
    up = tree[up].parent;
    // An element that holds much more than the line says nothing about it.
    if (tree[up].end > end + 40) break;
    take(up);
  }
  for (NodeId id = first; id < end && id < first + 40; ++id) {
    if (!tree[id].is_text) take(id);
  }
  // A mere <time> is what the element around it says it is.
  if (best.weight <= plain_time && updated) best.updated = true;
  return best;
}

std::optional<DateStamp> stamp_of(const HtmlTree& tree, NodeId id) {
  if (tree.is(id, GUMBO_TAG_META) || tree.is(id, GUMBO_TAG_BODY)) {
    const std::string_view property = tree.attribute(id, "itemprop");
    if (property != "datePublished" && property != "dateCreated") return std::nullopt;
  }
  for (const char* name : {"datetime", "content", "title"}) {
    const std::string_view value = trimmed(tree.attribute(id, name));
    if (value.size() < 8 || value.size() > 60) continue;
    const DateMark mark = mark_of_element(tree, id);
    if (mark.weight == 0) return std::nullopt;
    const auto found = find_day(value.substr(0, value.find('T')));
    if (found) return DateStamp{found->date, std::string(value), mark};
  }
  return std::nullopt;
}

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

namespace {

// The footer of a story says who wrote it and when.
bool is_story_footer(const HtmlTree& tree, NodeId id, std::string_view names) {
  constexpr int levels = 4;
  if (names.find("footer") == names.npos && !tree.is(id, GUMBO_TAG_FOOTER)) return false;
  for (const std::string_view story : {"post", "entry", "article", "asset", "story"}) {
    if (names.find(story) != names.npos) return true;
  }
  for (int level = 0; level < levels && id != 0; ++level) {
    id = tree[id].parent;
    if (tree.is(id, GUMBO_TAG_ARTICLE)) return true;
  }
  return false;
}

}  // namespace

Places::Places(const HtmlTree& tree, NodeId headline)
    : tree_(&tree), headline_(headline), known_(tree.size()) {
  known_[0] = Place::story;
}

Place Places::own(NodeId id) const {
  const HtmlTree& tree = *tree_;
  const bool holds_headline =
      headline_ != 0 && id <= headline_ && headline_ < tree[id].end;
  if (tree[id].is_text || holds_headline) return Place::story;
  if (tree.is(id, GUMBO_TAG_NAV) || tree.is(id, GUMBO_TAG_FIGCAPTION) ||
      tree.is(id, GUMBO_TAG_ASIDE) || tree.is(id, GUMBO_TAG_BLOCKQUOTE)) {
    return Place::other;
  }
  const std::string names = names_of(tree, id);
  if (holds_one_of(names, other_names)) return Place::other;
  if (is_story_footer(tree, id, names)) return Place::story;
  if (tree.is(id, GUMBO_TAG_FOOTER) || holds_one_of(names, edge_names))
    return Place::edge;
  return Place::story;
}

Place Places::at(NodeId id) {
  way_.clear();
  for (; !known_[id]; id = (*tree_)[id].parent) way_.push_back(id);
  Place place = *known_[id];
  for (; !way_.empty(); way_.pop_back()) {
    if (place != Place::other) place = std::max(place, own(way_.back()));
    known_[way_.back()] = place;
  }
  return place;
}

bool is_teaser_link(const HtmlTree& tree, NodeId id) {
  constexpr int levels = 6;
  constexpr std::size_t longest_date = 45;
  for (int level = 0; level < levels && id != 0; ++level) {
    id = tree[id].parent;
    if (tree.is(id, GUMBO_TAG_A)) return tree.text_of(id, 100).size() > longest_date;
  }
  return false;
}

}  // namespace broadsheet
