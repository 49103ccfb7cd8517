// A short line that opens with one of these phrases. In the languages in which we met
// them; a page in another loses nothing but this.
#include "indexer/readers/html_ending.h"

#include <algorithm>

#include "article/ascii.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest = 60;

constexpr std::string_view phrases[] = {"related articles",
                                        "related stories",
                                        "related posts",
                                        "related news",
                                        "related content",
                                        "related topics",
                                        "related:",
                                        "more from ",
                                        "more stories",
                                        "more on this",
                                        "more news",
                                        "more articles",
                                        "most read",
                                        "most popular",
                                        "most viewed",
                                        "read next",
                                        "up next",
                                        "you may also",
                                        "you might also",
                                        "you might like",
                                        "you may like",
                                        "also read",
                                        "recommended for you",
                                        "recommended stories",
                                        "recommended reading",
                                        "trending now",
                                        "latest news",
                                        "latest stories",
                                        "latest articles",
                                        "recent posts",
                                        "popular posts",
                                        "similar articles",
                                        "other articles",
                                        "other news",
                                        "further reading",
                                        "leave a reply",
                                        "leave a comment",
                                        "post a comment",
                                        "add a comment",
                                        "write a comment",
                                        "join the discussion",
                                        "join the conversation",
                                        "what do you think",
                                        "tell us what you think",
                                        "about the author",
                                        "about author",
                                        "about the writer",
                                        "post navigation",
                                        "privacy overview",
                                        "sign up for our",
                                        "subscribe to our",
                                        "share this article",
                                        "share this story",
                                        "share this post",
                                        "share this:",
                                        "filed under",
                                        "sponsored content",
                                        "comments (",
                                        "mehr zum thema",
                                        "mehr aus ",
                                        "das k\xC3\xB6nnte",
                                        "auch interessant",
                                        "weitere artikel",
                                        "\xC3\xA4hnliche artikel",
                                        "kommentar schreiben",
                                        "schreibe einen kommentar",
                                        "lesen sie auch",
                                        "meistgelesen",
                                        "über den autor",
                                        "articles similaires",
                                        "\xC3\xA0 lire aussi",
                                        "sur le m\xC3\xAAme sujet",
                                        "laisser un commentaire",
                                        "art\xC3\xAD"
                                        "culos relacionados",
                                        "noticias relacionadas",
                                        "te puede interesar",
                                        "deja un comentario",
                                        "m\xC3\xA1s noticias",
                                        "leia tamb\xC3\xA9m",
                                        "leia mais",
                                        "voc\xC3\xAA pode gostar",
                                        "not\xC3\xAD"
                                        "cias relacionadas",
                                        "leggi anche",
                                        "articoli correlati",
                                        "lees ook",
                                        "les ogs\xC3\xA5",
                                        "l\xC3\xA4s ocks\xC3\xA5",
                                        "czytaj tak\xC5\xBC"
                                        "e",
                                        "zobacz tak\xC5\xBC"
                                        "e"};

constexpr std::string_view whole_lines[] = {"comments", "related", "kommentare",
                                            "comentarios", "commentaires"};

// "3 comments" over those of the readers.
bool counts_comments(std::string_view lower) {
  constexpr std::string_view words[] = {"comment",    "comments",         "kommentar",
                                        "kommentare", "commentaire",      "commentaires",
                                        "comentario", "comentarios",      "commento",
                                        "commenti",   "coment\u00E1rios", "reacties"};
  std::size_t digits = 0;
  while (digits < lower.size() && is_digit(lower[digits])) ++digits;
  if (digits == 0 || digits > 5) return false;
  const std::string_view rest = trimmed(lower.substr(digits));
  return std::find(std::begin(words), std::end(words), rest) != std::end(words);
}

// What stands at the end of pages, never in the middle of a story.
constexpr std::string_view closing_words[] = {
    "comment",    "kommentar",    "comentario", "coment\u00E1rio", "commento",
    "reacti",     "author",       "autor",      "writer",          "reply",
    "discussion", "conversation", "privacy",    "navigation",      "what do you think"};

constexpr std::string_view more_words[] = {
    "more ",   "related", "latest ",   "recommended", "also ",  "other ", "mehr ",
    "weitere", "plus d",  "m\u00E1s ", "mais ",       "altri ", "meer "};

}  // namespace

bool announces_more(std::string_view line) {
  const std::string lower = to_lower(trimmed(line));
  return std::any_of(
      std::begin(more_words), std::end(more_words),
      [&](std::string_view word) { return std::string_view(lower).starts_with(word); });
}

bool closes_page(std::string_view line) {
  const std::string lower = to_lower(line);
  return std::any_of(
      std::begin(closing_words), std::end(closing_words),
      [&](std::string_view word) { return lower.find(word) != lower.npos; });
}

bool ends_story(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.size() > longest) return false;
  std::string lower = to_lower(line);
  for (const std::string_view phrase : phrases) {
    if (lower.starts_with(phrase)) return true;
  }
  while (!lower.empty() && !is_letter(lower.back()) && !is_high(lower.back()))
    lower.pop_back();
  if (counts_comments(lower)) return true;
  for (const std::string_view whole : whole_lines) {
    if (lower == whole) return true;
  }
  return false;
}

}  // namespace broadsheet
