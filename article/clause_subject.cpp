// The verb of a clause and its subject: a walk to the left, one step at a time, over
// helping verbs, asides and shared subjects. "it" and "they" are the subject of the
// clause before where number and kind agree; any other pronoun is nobody.
#include <algorithm>

#include "article/clause_reader.h"
#include "article/subject_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_aside = 12;  // in brackets

// Ends the name of a firm or an office; two capitals without it may be a person's.
bool ends_organisation(const Token& token) {
  constexpr std::string_view words[] = {
      "inc",        "corp",     "corporation",  "co",         "company",     "ltd",
      "plc",        "llc",      "group",        "holdings",   "bank",        "motors",
      "airlines",   "airways",  "technologies", "systems",    "industries",  "ministry",
      "department", "agency",   "council",      "university", "association", "board",
      "federation", "court",    "committee",    "office",     "energy",      "partners",
      "capital",    "ventures", "media",        "reserve",    "union",       "club"};
  return std::find(std::begin(words), std::end(words), token.folded) != std::end(words);
}

// "hens killed by | foxes fell", "guests kept in | the hall were": the participle is no
// verb of its own.
bool is_copula_or_by(const Token& link, const Token& verb) {
  return link.folded == "by" || is_copula(verb);
}

// "which saw prices fall": the prices do.
bool is_seeing(const Token& verb) {
  constexpr std::string_view words[] = {"saw", "see", "sees", "seen", "let", "makes"};
  return std::find(std::begin(words), std::end(words), verb.folded) != std::end(words);
}

}  // namespace

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
  const auto whole = phrase_before(end);
  if (!whole || end <= limit_) return whole;
  // "results are available, which": of the results
  if (whole->first > limit_ && whole->end == whole->first + 1 &&
      is_copula(tokens_[whole->first - 1])) {
    return phrase_before(whole->first - 1);
  }
  // "ties with Acme, which": the name alone; "a rise in wages, which were": what agrees
  // with the verb
  if (tokens_[end - 1].capital) return phrase_before(end, false);
  const std::string_view verb = token(at + 1).folded;
  const bool many = verb == "were" || verb == "are" || verb == "have";
  const bool one = verb == "was" || verb == "is" || verb == "has";
  const bool last = is_plural(tokens_[end - 1].folded, tokens_[end - 1].lexeme);
  return (many && last) || (one && !last) ? agreeing(*whole, many) : whole;
}

// The part of "a rise in wages" that is of the number asked for, from the left.
NounPhrase ClauseReader::agreeing(const NounPhrase& whole, bool many) const {
  NounPhrase rest = whole;
  for (std::size_t i = whole.first + 1; i < whole.end; ++i) {
    if (part(i) != Part::preposition) continue;
    const Token& head = tokens_[i - 1];
    if (is_plural(head.folded, head.lexeme) == many) return rest;
    rest.first = i + 1;
  }
  return rest;
}

// May be called "it": no person, whose name has two capitals and no article.
bool ClauseReader::is_thing(const NounPhrase& phrase) const {
  if (phrase.end < phrase.first + 2) return true;
  const Token& last = tokens_[phrase.end - 1];
  if (!last.capital || !tokens_[phrase.end - 2].capital) return true;
  if (phrase.first > 0 && part(phrase.first - 1) == Part::determiner) return true;
  return ends_organisation(last);
}

// Who says "it" before the verb of saying.
std::optional<NounPhrase> ClauseReader::speaker(std::size_t verb) const {
  while (verb > limit_ && part(verb - 1) == Part::adverb) --verb;
  const auto phrase = phrase_before(verb);
  return phrase && is_thing(*phrase) ? phrase : std::nullopt;
}

// "Acme cut jobs after it lost $5 million": the subject of the clause before, in the same
// sentence, when it may be called so.
std::optional<NounPhrase> ClauseReader::earlier_subject(std::size_t pronoun) const {
  const bool link = pronoun > limit_ && part(pronoun - 1) == Part::border &&
                    tokens_[pronoun - 1].kind == TokenKind::word;  // "because"
  const auto verb = main_verb_before(link ? pronoun - 1 : pronoun);
  if (!verb) return std::nullopt;
  const auto phrase = subject_of(*verb, false);
  if (!phrase) return std::nullopt;
  const Token& last = tokens_[phrase->end - 1];
  const bool many = last.kind == TokenKind::word && is_plural(last.folded, last.lexeme);
  if (tokens_[pronoun].folded == "they") return many ? phrase : std::nullopt;
  return (!many || last.capital) && is_thing(*phrase) ? phrase : std::nullopt;
}

// "Acme said it has": the speaker.
std::optional<NounPhrase> ClauseReader::pronoun_subject(std::size_t at,
                                                        bool resolve) const {
  if (tokens_[at].folded != "it" && tokens_[at].folded != "they") return std::nullopt;
  std::size_t said = at;
  if (said > limit_ && tokens_[said - 1].folded == "that") --said;
  if (said > limit_ && is_speech(tokens_[said - 1])) return speaker(said - 1);
  return resolve ? earlier_subject(at) : std::nullopt;
}

// On to the verb that was said before: "rose 5% and lost".
ClauseReader::Step ClauseReader::shared_subject(std::size_t at) const {
  return {.next = main_verb_before(at), .phrase = {}};
}

// "cut jobs after profit fell": behind a verb they begin a clause of their own.
bool ClauseReader::opens_clause(std::size_t link) const {
  constexpr std::string_view words[] = {"after", "before", "since", "until",
                                        "till",  "as",     "than",  "like"};
  return std::find(std::begin(words), std::end(words), tokens_[link].folded) !=
             std::end(words) &&
         (tokens_[link].folded == "as" || tokens_[link].folded == "than" ||
          verb_before(link));
}

// "the number of people | who needed | beds rose", "animals | killed by | trucks fell",
// "prices | after the war | fell": the subject stands before what is said of it.
std::optional<NounPhrase> ClauseReader::widest_before(std::size_t at) const {
  constexpr int most = 3;
  auto phrase = phrase_before(at);
  for (int count = 0; phrase && count < most; ++count) {
    std::size_t before = phrase->first;
    while (before > limit_ && part(before - 1) == Part::determiner) --before;
    const bool link = before > limit_ + 1 && part(before - 1) == Part::preposition &&
                      !opens_clause(before - 1);
    if (link) --before;
    // "due to"
    if (link && before > limit_ + 1 && part(before - 1) == Part::preposition) --before;
    std::size_t verb = before;
    while (verb > limit_ && part(verb - 1) == Part::verb &&
           !is_speech(tokens_[verb - 1])) {
      --verb;
    }
    const bool relative =
        verb < before && verb > limit_ + 1 && part(verb - 1) == Part::relative &&
        tokens_[verb - 1].folded != "that" && !is_seeing(tokens_[before - 1]);
    const bool participle =
        link && verb + 1 == before && verb > limit_ &&
        !tokens_[verb].folded.ends_with("ing") && !tokens_[verb].folded.ends_with('s') &&
        is_copula_or_by(tokens_[before], tokens_[at]) && part(verb - 1) == Part::noun;
    const bool adjunct = link && verb == before && part(before - 1) == Part::noun &&
                         !is_figure_word(before - 1) &&
                         !is_time_word(tokens_[before - 1]);
    if (!relative && !participle && !adjunct) return phrase;
    const auto wider = relative ? antecedent(verb - 1) : phrase_before(verb);
    if (!wider) return phrase;
    phrase = wider;
  }
  return phrase;
}

ClauseReader::Step ClauseReader::over_noun(std::size_t at) const {
  if (is_figure_word(at - 1)) return {.next = at - 1, .phrase = {}};
  const std::size_t before = time_phrase(at);
  if (before != at && before > limit_) return {.next = before, .phrase = {}};
  return {.next = {}, .phrase = widest_before(at)};
}

ClauseReader::Step ClauseReader::over_border(std::size_t at) const {
  if (comma(at - 1)) {
    if (const auto aside = behind_commas(at - 1)) return {.next = {}, .phrase = aside};
    const Step shared = shared_subject(at - 1);
    if (shared.next) return shared;
    return {.next = {}, .phrase = phrase_before(at - 1)};
  }
  if (tokens_[at - 1].kind != TokenKind::close) return {};
  // "Acme (ACM) has"
  for (std::size_t i = at - 1; i > limit_ && i + longest_aside > at; --i) {
    if (tokens_[i - 1].kind == TokenKind::open) return {.next = i - 1, .phrase = {}};
  }
  return {};
}

// One step to the left from `at`: where to go on, or what was found, or neither.
ClauseReader::Step ClauseReader::subject_step(std::size_t at, bool resolve) const {
  const std::size_t i = at - 1;
  switch (part(i)) {
    case Part::verb:
    case Part::adverb:
      return {.next = i, .phrase = {}};
    case Part::noun:
      return over_noun(at);
    case Part::relative:
      if (tokens_[i].folded == "that" && i > limit_ && part(i - 1) == Part::verb) {
        return {};
      }
      return {.next = {}, .phrase = antecedent(i)};
    case Part::pronoun:
      return {.next = {}, .phrase = pronoun_subject(i, resolve)};
    case Part::joint:
      return shared_subject(i);
    case Part::number:
      if (const std::size_t before = time_phrase(at); before != at) {
        return {.next = before, .phrase = {}};
      }
      if (is_numbered_name(i)) return {.next = {}, .phrase = phrase_before(at)};
      return {.next = i, .phrase = {}};
    case Part::preposition:
      // "plans to cut", "homes from $20 to $90 stay"
      if (tokens_[i].folded == "to" || part(at) == Part::number) {
        return {.next = i, .phrase = {}};
      }
      // "before climbing to": the subject is said before
      if (!token(at).folded.ends_with("ing")) return {};
      return shared_subject(i);
    case Part::border:
      return over_border(at);
    case Part::determiner:
      return {};
  }
  return {};
}

// "the five ferries carry": a counted thing right before the verb.
std::optional<NounPhrase> ClauseReader::counted_subject(std::size_t verb) const {
  std::size_t end = verb;
  while (end > limit_ && part(end - 1) == Part::adverb) --end;
  std::size_t first = end;
  while (first > limit_ && part(first - 1) == Part::noun) --first;
  const bool counted = first < end && first > limit_ && part(first - 1) == Part::number &&
                       tokens_[end - 1].kind == TokenKind::word &&
                       is_plural(tokens_[end - 1].folded, tokens_[end - 1].lexeme) &&
                       !is_time_word(tokens_[end - 1]);
  if (!counted) return std::nullopt;
  while (first > limit_ && part(first - 1) == Part::number) --first;
  // "Closing 12 depots saves": the closing does
  const bool object =
      first > 0 && part(first - 1) == Part::verb && !is_speech(tokens_[first - 1]);
  if (object) return std::nullopt;
  return NounPhrase{first, end};
}

// "has no plans | to cut", "signed a deal | to buy": the verb whose subject also cuts or
// buys; nothing in "asked the staff | to go".
std::optional<std::size_t> ClauseReader::holder_of(const NounPhrase& phrase) const {
  std::size_t at = phrase.first;
  while (at > limit_ && part(at - 1) == Part::determiner) --at;
  // "set up a system | to move", "sat on a chair | to teach"
  while (at > limit_ && part(at - 1) == Part::adverb) --at;
  if (at > limit_ && part(at - 1) == Part::preposition) return verb_before(at - 1);
  if (at <= limit_ || part(at - 1) != Part::verb || is_copula(tokens_[at - 1])) {
    return std::nullopt;
  }
  constexpr std::string_view asking[] = {
      "ask",    "tell", "told",   "allow", "forc", "help", "order",   "urg",
      "requir", "want", "expect", "enabl", "let",  "caus", "persuad", "permit"};
  const std::string_view verb = tokens_[at - 1].folded;
  const bool asks =
      std::any_of(std::begin(asking), std::end(asking),
                  [&](std::string_view stem) { return verb.starts_with(stem); });
  return asks ? std::nullopt : std::optional(at - 1);
}

// Over helping verbs and shared subjects ("rose 5% and lost") to the noun phrase before.
// `resolve`: whether a pronoun may be looked up.
std::optional<NounPhrase> ClauseReader::subject_of(std::size_t verb, bool resolve) const {
  std::size_t first_verb = verb;
  while (first_verb > limit_ &&
         (part(first_verb - 1) == Part::verb || part(first_verb - 1) == Part::adverb)) {
    --first_verb;
  }
  std::size_t at = verb;
  bool infinitive = false;
  while (at > limit_) {
    const Step step = subject_step(at, resolve);
    const auto holder =
        infinitive && step.phrase ? holder_of(*step.phrase) : std::nullopt;
    if (step.phrase && !holder) return step.phrase;
    if (!step.next && !holder) break;
    at = holder ? *holder : *step.next;
    infinitive = tokens_[at].folded == "to";
  }
  return counted_subject(first_verb);
}

}  // namespace broadsheet
