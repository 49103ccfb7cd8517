// The verb of the clause, its subject, and what follows from them.
#include "article/clause.h"

#include "article/clause_reader.h"
#include "article/subject_words.h"

namespace broadsheet {
namespace {

// "in three hours", "after two years": when, and of nobody.
bool is_time_link(std::string_view link) {
  return link == "in" || link == "after" || link == "within" || link == "over" ||
         link == "during" || link == "since" || link == "before";
}

bool is_comparing(std::string_view word) {
  return word == "vs" || word == "versus" || word == "against" || word == "compared";
}

// "two days earlier"
bool tells_when(const Token& behind) {
  const std::string_view word = behind.folded;
  return word == "earlier" || word == "later" || word == "ago" || word == "after" ||
         word == "before";
}

}  // namespace

// "Acme fell 17% and Globex by 2%": the verb was said before.
bool ClauseReader::is_gapped(const NounPhrase& phrase) const {
  std::size_t at = phrase.first;
  if (at > limit_ && part(at - 1) == Part::determiner) --at;
  if (at <= limit_) return false;
  if (part(at - 1) != Part::joint && !comma(at - 1)) return false;
  --at;
  if (at > limit_ && comma(at - 1)) --at;
  return at > limit_ && is_figure_word(at - 1);
}

// Over bounds, adverbs, links, other figures and phrases of time.
ClauseReader::Place ClauseReader::over_figure() const {
  Place place{.at = first_};
  while (place.at > limit_) {
    const std::size_t i = place.at - 1;
    const Part here = part(i);
    const TokenKind kind = tokens_[i].kind;
    if (kind == TokenKind::other) {  // the border of a table's cell: "| Revenue | 5 |"
      place.in_cell = true;
      --place.at;
      continue;
    }
    if (kind == TokenKind::open) {
      const std::size_t before = before_bracket(i);
      place.at = before;
      continue;
    }
    // "a total of $5 billion"
    if (tokens_[i].folded == "total" && token(i + 1).folded == "of") {
      place.link = {};
      --place.at;
      continue;
    }
    if (here == Part::pronoun && i > limit_ && part(i - 1) == Part::verb) {
      --place.at;  // "would cost it $5"
      continue;
    }
    if (here == Part::preposition) {
      if (place.link.empty()) place.link = tokens_[i].folded;
      --place.at;
      continue;
    }
    if (here == Part::adverb || here == Part::determiner || is_figure_word(i) ||
        kind == TokenKind::close) {
      --place.at;
      continue;
    }
    if ((kind == TokenKind::comma || here == Part::joint) && i > limit_ &&
        (is_figure_word(i - 1) || part(i - 1) == Part::adverb ||
         kind == TokenKind::comma)) {
      --place.at;
      continue;
    }
    const std::size_t before = time_phrase(place.at);
    if (before == place.at) break;
    place.at = before;
  }
  return place;
}

// The verb of the clause, from `at` to the left.
std::optional<std::size_t> ClauseReader::verb_before(std::size_t at) const {
  for (std::size_t i = at; i > limit_; --i) {
    const Part here = part(i - 1);
    if (here == Part::verb) return i - 1;
    if (here == Part::border && tokens_[i - 1].kind != TokenKind::comma &&
        tokens_[i - 1].kind != TokenKind::open &&
        tokens_[i - 1].kind != TokenKind::close &&
        tokens_[i - 1].kind != TokenKind::quote) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

// As above, "to come" left out.
std::optional<std::size_t> ClauseReader::main_verb_before(std::size_t at) const {
  auto verb = verb_before(at);
  while (verb && *verb > limit_ && tokens_[*verb - 1].folded == "to") {
    verb = verb_before(*verb - 1);
  }
  return verb;
}

// "Acme, a maker of pumps, cut": before the aside that ends at the comma `at`.
std::optional<NounPhrase> ClauseReader::behind_commas(std::size_t at) const {
  for (std::size_t i = at; i > limit_; --i) {
    if (comma(i - 1)) return phrase_before(i - 1);
  }
  return std::nullopt;
}

// What "which" at `at` stands for.
std::optional<NounPhrase> ClauseReader::antecedent(std::size_t at) const {
  std::size_t end = at;
  while (end > limit_ && (comma(end - 1) || part(end - 1) == Part::preposition)) --end;
  return phrase_before(end);
}

// Who says "it": a firm; what ends in two capitals may be a person.
std::optional<NounPhrase> ClauseReader::speaker(std::size_t verb) const {
  const auto phrase = phrase_before(verb);
  if (!phrase || phrase->end < phrase->first + 2) return phrase;
  const bool person =
      tokens_[phrase->end - 1].capital && tokens_[phrase->end - 2].capital;
  return person ? std::nullopt : phrase;
}

// Over helping verbs and shared subjects ("rose 5% and lost") to the noun phrase before.
std::optional<NounPhrase> ClauseReader::subject_of(std::size_t verb) const {
  std::size_t at = verb;
  while (at > limit_) {
    const std::size_t i = at - 1;
    switch (part(i)) {
      case Part::verb:
      case Part::adverb:
        at = i;
        continue;
      case Part::noun: {
        if (is_figure_word(i)) {  // "gained 2 points to end at"
          at = i;
          continue;
        }
        const std::size_t before = time_phrase(at);
        if (before != at && before > limit_) {
          at = before;
          continue;
        }
        return phrase_before(at);
      }
      case Part::relative:
        if (tokens_[i].folded == "that" && i > limit_ && part(i - 1) == Part::verb) {
          return std::nullopt;
        }
        return antecedent(i);
      case Part::pronoun: {
        // "Acme said it has": the speaker
        const bool same = tokens_[i].folded == "it" || tokens_[i].folded == "they";
        std::size_t said = i;
        if (said > limit_ && tokens_[said - 1].folded == "that") --said;
        if (!same || said <= limit_ || !is_speech(tokens_[said - 1])) return std::nullopt;
        return speaker(said - 1);
      }
      case Part::joint: {
        const auto earlier = main_verb_before(i);
        if (!earlier) return std::nullopt;
        at = *earlier;
        continue;
      }
      case Part::number:
        if (is_numbered_name(i)) return phrase_before(at);
        at = i;
        continue;
      case Part::preposition: {
        if (tokens_[i].folded == "to") {  // "plans to cut"
          at = i;
          continue;
        }
        // "before climbing to": the subject is said before
        if (!token(at).folded.ends_with("ing")) return std::nullopt;
        const auto earlier = main_verb_before(i);
        if (!earlier) return std::nullopt;
        at = *earlier;
        continue;
      }
      case Part::border:
        if (comma(i)) {
          const auto aside = behind_commas(i);
          if (aside) return aside;
          const auto earlier = main_verb_before(i);
          if (!earlier) return phrase_before(i);
          at = *earlier;
          continue;
        }
        if (tokens_[i].kind == TokenKind::close) return phrase_before(at);
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }
  return std::nullopt;
}

ClauseFinding ClauseReader::left(const Figure& figure) const {
  const bool counted = figure.dimension == "count";
  ClauseFinding found;
  // "sales topped $5 billion", "profit doubled": the verb is part of the figure.
  const Token& opening = tokens_[first_];
  if (opening.kind == TokenKind::word && first_ > 0 && opening.folded.ends_with("ed") &&
      opening.folded != "estimated") {
    found.subject = subject_of(first_);
    return found;
  }
  const Place place = over_figure();
  if (place.at <= limit_) return found;
  if (figure.dimension == "time" &&
      (is_time_link(place.link) || tells_when(token(end_)))) {
    return found;
  }
  const std::size_t i = place.at - 1;
  if (part(i) == Part::verb) {
    found.subject = subject_of(i);
    return found;
  }
  if (part(i) == Part::relative) {
    found.subject = antecedent(i);
    return found;
  }
  if (part(i) != Part::noun) return found;
  if (counted && !place.link.empty() && place.link != "of" && place.link != "with" &&
      place.link != "to" && place.link != "from" && place.link != "by") {
    return found;
  }
  const bool of = place.link == "of";
  const auto phrase = phrase_before(place.at, !of);
  if (!phrase) return found;
  if (counted && of) {
    found.subject = phrase;
    return found;
  }
  const auto verb = verb_before(phrase->first);
  if (!verb || is_gapped(*phrase)) {
    // "In total, 5 people": a phrase of its own
    const bool adjunct = phrase->first > 0 && comma(phrase->end) &&
                         part(phrase->first - 1) == Part::preposition;
    if (of) {
      found.thing = phrase;
    } else if (!adjunct) {
      found.subject = phrase;
      found.earlier = is_comparing(place.link);
      const bool opens =
          phrase->first == 0 || token(phrase->first - 1).kind == TokenKind::other;
      found.label = opens && !verb &&
                    (found.earlier || is_comparing(token(end_).folded) || place.in_cell);
    }
    return found;
  }
  found.subject = subject_of(*verb);
  if (!of && (counted || is_copula(tokens_[*verb]))) return found;
  const bool direct = part(phrase->first - 1) != Part::preposition;
  if (place.link.empty() && is_giving(tokens_[*verb])) {
    found.subject = phrase;  // "costs Acme $5 million"
    return found;
  }
  if (of || direct) found.thing = phrase;
  return found;
}

ClauseFinding read_clause(const std::vector<Token>& tokens, std::size_t first,
                          std::size_t end, const Figure& figure) {
  const ClauseReader reader(tokens, first, end);
  // "one of the best": hardly a count of anybody's.
  if (tokens[first].folded == "one" && figure.dimension == "count") return {};
  ClauseFinding found = reader.left(figure);
  if (figure.dimension == "count") return found;
  if (const auto attached = reader.attached()) found.thing = attached;
  if (figure.dimension == "money" && !found.thing && !found.subject) {
    found.thing = reader.paid_for();
  }
  return found;
}

bool names_quantity(const std::vector<Token>& tokens, const NounPhrase& phrase) {
  for (std::size_t i = phrase.first; i < phrase.end; ++i) {
    if (part_of(tokens, i) == Part::preposition) return false;
    if (is_quantity(tokens[i])) return true;
  }
  return false;
}

std::string print_phrase(const std::vector<Token>& tokens, const NounPhrase& phrase,
                         std::string_view text) {
  constexpr std::size_t longest = 160;  // bytes
  std::size_t first = phrase.first;
  while (first + 1 < phrase.end && part_of(tokens, first) == Part::determiner) ++first;
  const Token& last = tokens[phrase.end - 1];
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
