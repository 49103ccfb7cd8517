// From the words around a figure to what it counts and whom it is said of.
#include "article/clause.h"

#include <algorithm>

#include "article/clause_reader.h"
#include "article/subject_words.h"

namespace broadsheet {
namespace {

// "in three hours", "after two years": when, and of nobody.
bool is_time_link(std::string_view link) {
  return link == "in" || link == "after" || link == "within" || link == "over" ||
         link == "during" || link == "since" || link == "before";
}

// "600 jobs at Acme": what may stand between a name and what is counted.
bool may_link_counted(std::string_view link) {
  return link == "of" || link == "with" || link == "to" || link == "from" || link == "by";
}

// "cut its forecast to 5%", not "would saddle firms with $5 million"
bool may_link_thing(std::string_view link) {
  return link.empty() || link == "of" || link == "to" || link == "from" || link == "by" ||
         link == "at" || link == "for" || link == "above" || link == "below" ||
         link == "over" || link == "under" || link == "near" || link == "between" ||
         link == "around" || link == "as";
}

// "an average of 5%": says how the figure was made, and nothing of what it counts.
bool is_sum(const Token& token) {
  return token.folded == "total" || token.folded == "average" ||
         token.folded == "maximum" || token.folded == "minimum";
}

bool is_comparing(std::string_view word) {
  return word == "vs" || word == "versus" || word == "against" || word == "compared";
}

bool is_direction(std::string_view word) {
  return word == "away" || word == "from" || word == "north" || word == "south" ||
         word == "east" || word == "west" || word == "off" || word == "apart";
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

// "at a staggering $5 million", "an impressive 18"; "costs a family $5".
bool ClauseReader::is_measure_adjective(std::size_t at) const {
  if (at + 1 != first_ || at < limit_ + 2 || tokens_[at].kind != TokenKind::word ||
      tokens_[at].capital || is_quantity(tokens_[at])) {
    return false;
  }
  const std::string_view article = tokens_[at - 1].folded;
  if (article != "a" && article != "an") return false;
  const Part before = part(at - 2);
  return before == Part::preposition || before == Part::joint ||
         (before == Part::verb && !is_giving(tokens_[at - 2]));
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
    if (is_sum(tokens_[i]) && token(i + 1).folded == "of") {
      place.link = {};
      --place.at;
      continue;
    }
    if (here == Part::pronoun && i > limit_ && part(i - 1) == Part::verb) {
      --place.at;  // "would cost it $5"
      continue;
    }
    if (is_measure_adjective(i)) {
      place.at -= 2;
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
    // "Acme, down 5%"
    if (kind == TokenKind::comma && token(i + 1).is(rise | fall)) place.moved = true;
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

// "After", "In", "When": what opens the sentence ends at its comma.
bool ClauseReader::opens_aside() const {
  const Part opening = part(0);
  return opening == Part::preposition ||
         (opening == Part::border && tokens_[0].kind == TokenKind::word);
}

// "sales topped $5 billion", "profit doubled": the verb is part of the figure.
bool ClauseReader::opens_with_verb() const {
  const Token& opening = tokens_[first_];
  return opening.kind == TokenKind::word && first_ > 0 &&
         opening.folded.ends_with("ed") && opening.folded != "estimated";
}

// "will be punishable by": what stands at `first` is said of the subject.
bool ClauseReader::is_predicate(std::size_t verb, std::size_t first) const {
  if (is_copula(tokens_[verb])) return true;
  for (std::size_t i = verb + 1; i < first; ++i) {
    if (part(i) != Part::adverb) return false;
    if (is_copula(tokens_[i])) return true;
  }
  return false;
}

// "claims, ranging from $200": said of what stands right before.
bool ClauseReader::is_said_of_neighbour(std::size_t verb) const {
  constexpr std::string_view words[] = {"ranging",   "totalling", "totaling",  "costing",
                                        "priced",    "valued",    "measuring", "weighing",
                                        "numbering", "averaging"};
  return std::find(std::begin(words), std::end(words), tokens_[verb].folded) !=
             std::end(words) &&
         verb > limit_ && (comma(verb - 1) || part(verb - 1) == Part::noun);
}

ClauseFinding ClauseReader::behind_verb(std::size_t verb) const {
  ClauseFinding found;
  // "Officials said | 600 people left": the one who speaks has none of them
  if (is_speech(tokens_[verb]) && verb != first_) return found;
  found.subject = is_said_of_neighbour(verb) ? antecedent(verb) : subject_of(verb);
  return found;
}

// A noun phrase without a verb before it: the head of a row, or a subject whose verb was
// said before.
ClauseFinding ClauseReader::behind_bare(const NounPhrase& phrase, const Place& place,
                                        bool has_verb, bool lasts) const {
  ClauseFinding found;
  // "The remaining | five mills": says which they are
  const Token& last = tokens_[phrase.end - 1];
  if (phrase.end == first_ && part(first_) == Part::number && !last.possessive &&
      !last.capital && !is_quantity(last) && phrase.first > 0 &&
      phrase.end == phrase.first + 1 && part(phrase.first - 1) == Part::determiner) {
    return found;
  }
  // "a loss of $5", "The lamp for $5"
  if (place.link == "of" || (place.link == "for" && !has_verb && !lasts)) {
    found.thing = phrase;
    return found;
  }
  // "In total, 5 people": a phrase of its own
  std::size_t before = phrase.first;
  while (before > limit_ && part(before - 1) == Part::determiner) --before;
  const bool adjunct =
      before > 0 && comma(phrase.end) && part(before - 1) == Part::preposition;
  // "Nationwide, a quarter of them left"
  const bool opening =
      phrase.first == 0 && comma(phrase.end) && token(end_).folded == "of";
  if (adjunct || opening) return found;
  found.subject = phrase;
  found.earlier = is_comparing(place.link);
  const bool opens =
      phrase.first == 0 || token(phrase.first - 1).kind == TokenKind::other;
  found.label = opens && !has_verb &&
                (found.earlier || is_comparing(token(end_).folded) || place.in_cell);
  return found;
}

ClauseFinding ClauseReader::behind_phrase(const Place& place,
                                          const Figure& figure) const {
  ClauseFinding found;
  const bool counted = is_counted(figure);
  if (counted && !place.link.empty() && !may_link_counted(place.link)) {
    // "has stores in 30 towns"
    const auto object = phrase_before(place.at, false);
    const auto verb = object ? verb_before(object->first) : std::nullopt;
    if (verb && part(object->first - 1) != Part::preposition) {
      found.subject = subject_of(*verb);
    }
    return found;
  }
  const bool of = place.link == "of";
  const auto phrase = phrase_before(place.at, !of);
  if (!phrase) return found;
  if (counted && of) {
    // "a staff of 600 people", not "most of the 600 people"
    if (part(place.at + 1) != Part::determiner) found.subject = phrase;
    return found;
  }
  // "In May, 600 people left": what is counted is the subject itself
  if (counted && comma(place.at) && part(end_) == Part::verb) return found;
  // "Before they left the hall, 600 people came": a clause of its own
  if (counted && comma(first_ - 1) && place.link.empty() && opens_aside()) return found;
  // "a short walk | 5 miles away": where, and not how long it is
  if (figure.dimension == "length" && place.link.empty() &&
      is_direction(token(end_).folded)) {
    return found;
  }
  // "Acme Group, down 5%"
  const bool name = place.moved && tokens_[phrase->end - 1].capital;
  const auto verb = verb_before(phrase->first);
  if (!verb || name || is_gapped(*phrase)) {
    return behind_bare(*phrase, place, verb.has_value(), figure.dimension == "time");
  }
  found.subject = subject_of(*verb);
  if (!of && (counted || is_predicate(*verb, phrase->first))) return found;
  std::size_t before = phrase->first;
  while (before > limit_ + 1 && part(before - 1) == Part::determiner) --before;
  // "allowed in the park from 5", not "a scale of fines 5"
  const bool apart =
      place.link.empty() ? before == phrase->first : tokens_[before - 1].folded != "for";
  const bool adjunct = apart && part(before - 1) == Part::preposition;
  const bool direct = !adjunct && may_link_thing(place.link) && !comma(first_ - 1);
  if (place.link.empty() && is_giving(tokens_[*verb])) {
    found.subject = phrase;  // "costs Acme $5 million"
    return found;
  }
  if (of || direct) found.thing = phrase;
  return found;
}

// "Box office haul: $5 million": the head of a line.
ClauseFinding ClauseReader::behind_colon(std::size_t colon) const {
  ClauseFinding found;
  const auto phrase = phrase_before(colon);
  if (!phrase) return found;
  std::size_t at = phrase->first;
  while (at > 0 && part(at - 1) == Part::determiner) --at;
  if (at == 0) found.thing = phrase;
  return found;
}

ClauseFinding ClauseReader::left(const Figure& figure) const {
  if (opens_with_verb()) return behind_verb(first_);
  const Place place = over_figure();
  if (place.at <= limit_) return {};
  if (figure.dimension == "time" &&
      (is_time_link(place.link) || tells_when(token(end_)))) {
    return {};
  }
  const std::size_t i = place.at - 1;
  if (part(i) == Part::verb) return behind_verb(i);
  if (tokens_[i].kind == TokenKind::colon) return behind_colon(i);
  if (part(i) != Part::noun) return {};
  // "came into the office | three days a week": how long, and not how much of it
  const bool apart = figure.dimension == "time" && place.link.empty() && i + 1 == first_;
  if (apart) {
    const auto verb = verb_before(i);
    ClauseFinding found;
    if (verb) found.subject = subject_of(*verb);
    return found;
  }
  return behind_phrase(place, figure);
}

ClauseFinding read_clause(const std::vector<Token>& tokens, std::size_t first,
                          std::size_t end, const Figure& figure) {
  const ClauseReader reader(tokens, first, end);
  // "one of the best": hardly a count of anybody's.
  if (tokens[first].folded == "one" && figure.dimension == "count") return {};
  if (is_counted(figure)) return reader.left(figure);
  const auto attached = reader.attached();
  const Part before = attached ? part_of(tokens, attached->first - 1) : Part::preposition;
  const auto adjectives = before != Part::preposition && before != Part::determiner
                              ? reader.adjectives()
                              : std::nullopt;
  const std::size_t from = adjectives ? adjectives->first : first;
  ClauseFinding found = ClauseReader(tokens, from, end).left(figure);
  if (attached) found.thing = attached;
  found.adjectives = adjectives;
  if (figure.dimension == "money" && !found.thing &&
      (!found.subject || reader.is_paid())) {
    found.thing = reader.paid_for();
  }
  return found;
}

bool is_counted(const Figure& figure) {
  return figure.dimension == "count" && (figure.unit != "time" || figure.counts);
}

bool names_quantity(const std::vector<Token>& tokens, const NounPhrase& phrase) {
  for (std::size_t i = phrase.first; i < phrase.end; ++i) {
    if (part_of(tokens, i) == Part::preposition) return false;
    if (is_quantity(tokens[i])) return true;
  }
  return false;
}

}  // namespace broadsheet
