// A noun phrase as a reader wants it: a few words, without what points at it, and nothing
// where it names nothing.
#include <algorithm>

#include "article/clause.h"
#include "article/clause_words.h"
#include "article/word_set.h"

namespace broadsheet {
namespace {

// Past "the", "its" and "this year's".
std::size_t past_pointers(const std::vector<Token>& tokens, const NounPhrase& phrase) {
  std::size_t first = phrase.first;
  while (first + 1 < phrase.end && part_of(tokens, first) == Part::determiner) ++first;
  constexpr std::string_view spans[] = {"year",  "years",  "quarter", "quarters",
                                        "month", "months", "week",    "weeks"};
  const auto is_span = [&](std::size_t at) {
    return std::find(std::begin(spans), std::end(spans), tokens[at].folded) !=
           std::end(spans);
  };
  // "last year's price", not "first-quarter loss"
  if (first + 2 < phrase.end && tokens[first].is(ordinal) && tokens[first + 1].spaced &&
      is_span(first + 1)) {
    return first + 2;
  }
  const bool pointed = first > 0 && tokens[first - 1].is(determiner);
  const bool owns = tokens[first].possessive || tokens[first].folded.ends_with('s');
  if (pointed && owns && first + 1 < phrase.end && is_span(first)) return first + 1;
  return first;
}

// A sign of the block U+2000 to U+2FFF, taken for a word.
bool is_bullet(const Token& token) {
  constexpr std::size_t bytes = 3;
  return token.folded.size() == bytes && token.folded.front() == '\xE2';
}

// A reader wants a few words: a long phrase ends before the last link that leaves it
// short enough.
std::size_t cut_phrase(const std::vector<Token>& tokens, std::size_t first,
                       std::size_t end) {
  constexpr int most_nouns = 8;
  int nouns = 0;
  std::size_t link = end;
  for (std::size_t i = first; i < end; ++i) {
    const Part part = part_of(tokens, i);
    if (part == Part::preposition) link = i;
    if (part == Part::noun && ++nouns > most_nouns) return link > first ? link : end;
  }
  return end;
}

// "the Senate on Nov.", "the first of an expected": what is no noun phrase's end.
std::size_t trim_end(const std::vector<Token>& tokens, std::size_t first,
                     std::size_t end) {
  while (end > first) {
    const Token& last = tokens[end - 1];
    // "owners | to avoid", not "pay to directors", "exports to Ruritania"
    const bool infinitive = end > first + 2 && tokens[end - 2].folded == "to" &&
                            last.kind == TokenKind::word && !last.capital &&
                            !last.folded.ends_with("ing") &&
                            !is_plural(last.folded, last.lexeme) && !is_quantity(last);
    if (infinitive) {
      end -= 2;
      continue;
    }
    const Part before = end > 1 ? part_of(tokens, end - 2) : Part::border;
    const bool participle =
        (before == Part::determiner && end > first + 1 && last.folded.ends_with("ed")) ||
        last.folded == "aged";
    const Part part = part_of(tokens, end - 1);
    if (!last.is(month | weekday) && !participle && part != Part::preposition &&
        part != Part::determiner) {
      break;
    }
    --end;
  }
  return end;
}

// Whether a noun may be in it: not "upward", "begun", "fast enough", "weekend".
bool may_name(const std::vector<Token>& tokens, const NounPhrase& phrase) {
  const Token& first = tokens[phrase.first];
  const Part opening = part_of(tokens, phrase.first);
  if (opening == Part::pronoun || opening == Part::relative || opening == Part::joint) {
    return false;
  }
  // "this year by a vote"
  const Token& second = token_at(tokens, phrase.first + 1);
  if (first.is(span_word) && phrase.first + 1 < phrase.end && second.folded != "of" &&
      part_of(tokens, phrase.first + 1) == Part::preposition) {
    return false;
  }
  static const WordSet never(
      "begun gotten become gone able available enough fast likely unlikely ready aged "
      "according weekend fiscal thanks yet ago apiece apart upward downward");
  bool named = false;
  for (std::size_t i = phrase.first; i < phrase.end; ++i) {
    const Token& token = tokens[i];
    if (token.kind != TokenKind::word) continue;
    named = named || (!never.has(token.folded) && !token.is(span_word) &&
                      part_of(tokens, i) != Part::adverb);
  }
  const bool cut_word = first.kind == TokenKind::word && first.folded.size() == 1 &&
                        !first.spaced && !first.capital;  // the rest of "can't"
  return named && !cut_word && !(never.has(first.folded) && !first.capital);
}

}  // namespace

std::string print_phrase(const std::vector<Token>& tokens, const NounPhrase& phrase,
                         std::string_view text) {
  constexpr std::size_t longest = 160;  // bytes
  std::size_t first = past_pointers(tokens, phrase);
  while (first + 1 < phrase.end && is_bullet(tokens[first])) ++first;
  std::size_t stop_at = cut_phrase(tokens, first, phrase.end);
  stop_at = trim_end(tokens, first, stop_at);
  if (stop_at == first || !may_name(tokens, {first, stop_at})) return {};
  const Token& last = tokens[stop_at - 1];
  const std::size_t end =
      last.kind == TokenKind::word ? last.span.start + last.folded.size() : last.span.end;
  const std::size_t start = tokens[first].span.start;
  if (end <= start || end - start > longest) return {};
  std::string printed(text.substr(start, end - start));
  for (char& c : printed) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return printed;
}

}  // namespace broadsheet
