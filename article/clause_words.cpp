// The rules for words that may be nouns and verbs, in the order in which they are asked:
// "costs rose" and "it costs $5", "a cut of 5%" and "they cut 600 jobs".
#include "article/clause_words.h"

#include <optional>
#include <string_view>

#include "article/clause_idioms.h"
#include "article/clause_tables.h"
#include "article/subject_words.h"
#include "article/word_set.h"

namespace broadsheet {
namespace {

Part sign_part(const Token& token) {
  switch (token.kind) {
    case TokenKind::number:
    case TokenKind::fraction:
    case TokenKind::percent:
    case TokenKind::currency:
    case TokenKind::degree:
    case TokenKind::tilde:
    case TokenKind::plus:
    case TokenKind::minus:
    case TokenKind::less:
    case TokenKind::greater:
    case TokenKind::equals:
      return Part::number;
    case TokenKind::hyphen:
    case TokenKind::slash:
    case TokenKind::point:
      return token.spaced ? Part::border : Part::noun;
    default:
      return Part::border;
  }
}

// The class that a word has by itself.
const Part* closed_part(const Token& token) {
  const auto row = clause_tables().parts.find(token.folded);
  return row == clause_tables().parts.end() ? nullptr : &row->second;
}

// "opened"; not "speed"
bool is_past_form(const Token& token) {
  static const WordSet nouns(
      "speed seed breed weed deed greed creed steed hundred shred naked sacred indeed");
  return token.folded.size() > 4 && token.folded.ends_with("ed") &&
         !nouns.has(token.folded);
}

bool may_be_verb(const Token& token) {
  if (clause_tables().verbs.has(token.folded) || is_verb(token)) return true;
  return is_past_form(token) && !token.capital;
}

// Never a noun: "is", "rose", "said".
bool is_plain_verb(const Token& token) {
  static const WordSet plain(
      "is are was were has have had will would can could may might must should does did "
      "rose fell grew lost sank slid said says told became went came took made gave saw "
      "gained climbed jumped dropped slipped plunged soared surged found showed");
  return plain.has(token.folded);
}

// "will reach", "which range from", "plans to cut".
bool follows_helper(const std::vector<Token>& tokens, std::size_t at) {
  const Token& word = tokens[at];
  // "may currently amount to"
  if (at >= 2 && tokens[at - 1].folded.ends_with("ly") && !tokens[at - 1].capital) --at;
  if (at == 0 || tokens[at - 1].kind != TokenKind::word) return false;
  static const WordSet helpers(
      "will would can could may might must should did does do n't cannot which who they "
      "we i he she ll t");
  if (helpers.has(tokens[at - 1].folded)) return true;
  if (tokens[at - 1].folded != "to") return false;
  // "a plot to inherit 5 mills", "others to step back"
  static const WordSet nouns("date market home work death");
  const Token& next = token_at(tokens, at + 1);
  const bool object =
      !word.capital && !is_plural(word.folded, word.lexeme) && !is_quantity(word) &&
      !nouns.has(word.folded) &&
      (next.is(determiner | filler | cardinal | crowd) ||
       next.kind == TokenKind::number || next.kind == TokenKind::currency);
  return object || is_command(word) || clause_tables().verbs.has(word.folded) ||
         word.is(rise | fall);
}

// "Homes stay an average of 70 days": a stem between a plural and a figure.
bool stands_as_verb(const std::vector<Token>& tokens, std::size_t at) {
  const Token& next = token_at(tokens, at + 1);
  static const WordSet starts("start stay stand open close begin trade");
  static const WordSet aims(
      "continue vote load return struggle tend seem appear refuse fail try want need");
  const bool aim = next.folded == "to" && aims.has(tokens[at].folded);
  if (at == 0 || (!aim && !is_command(tokens[at])) ||
      (tokens[at - 1].kind != TokenKind::word &&
       tokens[at - 1].kind != TokenKind::number)) {
    return false;
  }
  const Token& before = tokens[at - 1];
  const bool many = is_plural(before.folded, before.lexeme) || before.is(scale) ||
                    before.kind == TokenKind::number;
  return many && (aim || next.is(determiner) || next.kind == TokenKind::number ||
                  next.kind == TokenKind::currency || next.folded == "from" ||
                  (next.folded == "at" &&
                   (starts.has(tokens[at].folded) || is_at_least(tokens, at + 1))));
}

// "wiping out", "are spending"; not "the spending", "housing".
bool is_participle(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.folded.size() < 6 || !token.folded.ends_with("ing") || token.capital) {
    return false;
  }
  static const WordSet nouns(
      "spending funding rating building trading housing pricing banking manufacturing "
      "mining advertising marketing hiring shipping training meeting offering hearing "
      "evening morning spring string ceiling holding outstanding operating working "
      "existing during engineering clothing lighting printing gaming farming fishing "
      "parking "
      "drilling logging streaming cooking gambling betting shopping testing nursing "
      "lending "
      "borrowing packaging publishing recycling processing voting polling policing "
      "living "
      "learning teaching beginning");
  const Token& before = at == 0 ? no_token : tokens[at - 1];
  const bool noun = nouns.has(token.folded);
  if (noun)
    return before.kind == TokenKind::comma || clause_tables().copulas.has(before.folded);
  if (before.kind != TokenKind::word) return true;
  if (before.possessive) return false;
  // "from flooding in the north"
  static const WordSet places("in at on of and");
  const auto part = clause_tables().parts.find(before.folded);
  if (part != clause_tables().parts.end() && part->second == Part::preposition &&
      !token.is(rise | fall) &&
      (places.has(token_at(tokens, at + 1).folded) ||
       clause_tables().copulas.has(token_at(tokens, at + 1).folded))) {
    return false;
  }
  if (before.folded == "those") return true;
  return part == clause_tables().parts.end() ||
         (part->second != Part::determiner && before.folded != "of");
}

// "Set a budget", "Closing 12 depots": no name though the sentence gives it a capital.
bool opens_as_verb(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (at > 0 && tokens[at - 1].kind != TokenKind::colon &&
      tokens[at - 1].kind != TokenKind::quote &&
      tokens[at - 1].kind != TokenKind::other) {
    return false;
  }
  const Token& next = token_at(tokens, at + 1);
  const bool number = next.kind == TokenKind::number ||
                      next.kind == TokenKind::currency || next.is(cardinal | crowd);
  if (is_command(token)) {
    return next.is(determiner) || (number && !is_quantity(token));
  }
  return is_gerund(token.folded) && (number || next.is(determiner));
}

// "Ruritania locks down 5 million": an unknown verb with its particle.
bool has_particle(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (at == 0 || token.capital || !token.folded.ends_with('s') ||
      tokens[at - 1].kind != TokenKind::word || !tokens[at - 1].capital) {
    return false;
  }
  static const WordSet particles("down up off out");
  const Token& next = token_at(tokens, at + 2);
  return particles.has(token_at(tokens, at + 1).folded) &&
         (next.is(determiner | cardinal | crowd) || next.kind == TokenKind::number ||
          next.kind == TokenKind::currency);
}

// "can't", "we'll" with the curly sign: three tokens without spaces between them.
bool is_contraction_sign(const std::vector<Token>& tokens, std::size_t at) {
  if (at == 0 || at + 1 >= tokens.size() || tokens[at].spaced || tokens[at + 1].spaced ||
      tokens[at].kind != TokenKind::quote || tokens[at - 1].kind != TokenKind::word) {
    return false;
  }
  static const WordSet rests("t m d ll re ve");
  return rests.has(tokens[at + 1].folded);
}

// The parts of "can't": the verb, the sign and the rest, which means nothing here.
std::optional<Part> part_of_contraction(const std::vector<Token>& tokens,
                                        std::size_t at) {
  if (is_contraction_sign(tokens, at)) return Part::adverb;
  if (at > 0 && is_contraction_sign(tokens, at - 1)) {
    return tokens[at].folded == "t" ? Part::adverb : Part::verb;
  }
  const bool before = is_contraction_sign(tokens, at + 1);
  if (before && tokens[at + 2].folded == "t") return Part::verb;
  return std::nullopt;
}

// "a marked increase in": behind an article and a singular a stem is no verb.
bool ends_article_phrase(const std::vector<Token>& tokens, std::size_t at) {
  static const WordSet links("in on for at among");
  const std::string_view word = tokens[at].folded;
  if (at < 2 || !links.has(token_at(tokens, at + 1).folded) || word.ends_with('s') ||
      word.ends_with("ed") || word == "cut" || word == "hit" || word == "shed" ||
      !(tokens[at].is(rise | fall) || is_command(tokens[at]))) {
    return false;
  }
  // "a single-day increase in"
  if (is_hyphenated(tokens, at - 1)) return true;
  const std::string_view article = tokens[at - 2].folded;
  const Token& before = tokens[at - 1];
  return (article == "a" || article == "an") && !is_plural(before.folded, before.lexeme);
}

// "the cut", "a 3% drop", "of costs"; "costs rose", "increase of".
bool stands_as_noun(const std::vector<Token>& tokens, std::size_t at) {
  const Token& next = token_at(tokens, at + 1);
  const bool past = is_past_form(tokens[at]);
  if (!past && (next.folded == "of" || is_plain_verb(next))) return true;
  // "annual raises", "pay rises of"; "pay rises 5%"
  static const WordSet fields(
      "annual yearly quarterly monthly weekly daily pay wage rate tax price job "
      "spending");
  if (at > 0 && fields.has(tokens[at - 1].folded) && tokens[at].folded.ends_with('s') &&
      tokens[at].is(rise | fall) && next.kind != TokenKind::number &&
      next.kind != TokenKind::currency && !next.is(determiner | filler | cardinal) &&
      next.folded != "to" && next.folded != "from") {
    return true;
  }
  // "prices expected to", "prices rose"
  if (tokens[at].folded.ends_with('s') && next.folded.ends_with("ed") &&
      may_be_verb(next)) {
    return true;
  }
  if (at == 0) return !past || next.kind == TokenKind::word;
  const Token& before = tokens[at - 1];
  if (before.possessive) return true;
  if (before.kind == TokenKind::hyphen && !before.spaced) return true;
  if (before.kind != TokenKind::word) return false;
  const Part* part = closed_part(before);
  if (part == nullptr) return ends_article_phrase(tokens, at);
  if (*part == Part::determiner) return true;
  return *part == Part::preposition && before.folded != "to" && !past;
}

// "a combined 5 launches" says nothing of what is counted, "combined sales" does.
bool is_adjective(const std::vector<Token>& tokens, std::size_t at) {
  static const WordSet adjectives(
      "combined overall additional extra record wide long deep high higher low lower "
      "much "
      "most more");
  if (!adjectives.has(tokens[at].folded)) return false;
  const Token& next = token_at(tokens, at + 1);
  // "a record high of 5%"
  static const WordSet peaks("high low record");
  if (at > 0 && peaks.has(tokens[at].folded) &&
      (next.folded == "of" || next.folded == "high" || next.folded == "low")) {
    return true;
  }
  return next.kind == TokenKind::word && closed_part(next) == nullptr &&
         !is_plain_verb(next) && !next.is(cardinal | scale | crowd | hundred | stop);
}

// "imported cars", "the insured value": what was done to a thing, before its name.
bool is_past_adjective(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (at == 0 || token.folded.size() < 5 || !token.folded.ends_with("ed")) return false;
  static const WordSet openers(
      "a an the its their his her our of on in for with from at maximum minimum average "
      "newly fully");
  const Token& before = tokens[at - 1];
  const Token& next = token_at(tokens, at + 1);
  return (openers.has(before.folded) || before.possessive) &&
         next.kind == TokenKind::word && closed_part(next) == nullptr &&
         !next.is(cardinal | scale | crowd | hundred | stop);
}

// "profit guidance for May", "its growth forecast from 5%"; "analysts forecast a rise".
bool is_outlook(const std::vector<Token>& tokens, std::size_t at) {
  if (tokens[at].folded == "guidance") return true;
  static const WordSet outlooks("forecast target estimate budget");
  static const WordSet links("for from of in");
  if (at == 0 || !outlooks.has(tokens[at].folded)) return false;
  return links.has(token_at(tokens, at + 1).folded) && !tokens[at - 1].is(plural_noun);
}

// "sharply"; not "supply", nor "a costly deal".
bool is_ly_adverb(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.capital || token.folded.size() < 5 || !token.folded.ends_with("ly")) {
    return false;
  }
  static const WordSet nouns(
      "supply family assembly monopoly rally reply anomaly weekly monthly quarterly "
      "yearly "
      "hourly elderly costly friendly deadly");
  if (nouns.has(token.folded)) return false;
  const Token& next = token_at(tokens, at + 1);
  const bool article =
      at > 0 && (tokens[at - 1].folded == "a" || tokens[at - 1].folded == "an" ||
                 tokens[at - 1].possessive);
  return !article || next.kind != TokenKind::word || closed_part(next) != nullptr ||
         next.folded.ends_with("ed") || next.is(cardinal | scale | crowd | hundred);
}

// "the US trade balance": the stem of a verb agrees with plurals only.
bool is_noun_inside(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (at == 0 || token.is(plan) || token.folded.ends_with('s') ||
      token.folded.ends_with("ed") || !is_command(token)) {
    return false;
  }
  const Token& before = tokens[at - 1];
  const Token& next = token_at(tokens, at + 1);
  const bool country = before.folded == "us" && before.capital;
  return before.kind == TokenKind::word && (country || closed_part(before) == nullptr) &&
         !is_plural(before.folded, before.lexeme) && (country || !before.is(stop)) &&
         !may_be_verb(before) && next.kind == TokenKind::word && !next.is(stop) &&
         !next.capital && closed_part(next) == nullptr && !next.folded.ends_with("ed") &&
         !next.is(cardinal | scale | crowd | hundred | rise | fall);
}

Part word_part(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (is_hyphenated(tokens, at)) return Part::noun;
  if (token.folded == "us" && token.capital) return Part::noun;
  if (opens_as_verb(tokens, at)) return Part::verb;
  if (token.folded == "may" && token.capital && at > 0) return Part::noun;
  if (is_plain_verb(token)) return Part::verb;
  if (is_per_cent(tokens, at)) return Part::number;
  if (is_at_least(tokens, at)) return Part::adverb;
  if (is_long_link(tokens, at)) return Part::preposition;
  if (is_adjective(tokens, at)) return Part::noun;
  if (const Part* part = closed_part(token)) return *part;
  if (is_comparison(tokens, at)) return Part::adverb;
  if (is_past_adjective(tokens, at) || is_outlook(tokens, at)) return Part::noun;
  if (token.is(cardinal | scale | crowd | hundred)) return Part::number;
  if (is_ly_adverb(tokens, at)) return Part::adverb;
  if (follows_helper(tokens, at) || stands_as_verb(tokens, at)) return Part::verb;
  if (is_participle(tokens, at) || has_particle(tokens, at)) return Part::verb;
  if (is_noun_inside(tokens, at)) return Part::noun;
  if (may_be_verb(token) && !stands_as_noun(tokens, at)) return Part::verb;
  return Part::noun;
}

}  // namespace

Part part_of(const std::vector<Token>& tokens, std::size_t at) {
  if (at >= tokens.size()) return Part::border;
  const Token& token = tokens[at];
  if (token.part == 0) {
    const auto rest = part_of_contraction(tokens, at);
    const Part part = rest                            ? *rest
                      : token.kind == TokenKind::word ? word_part(tokens, at)
                                                      : sign_part(token);
    token.part = static_cast<unsigned char>(static_cast<unsigned char>(part) + 1);
  }
  return static_cast<Part>(token.part - 1);
}

bool is_copula(const Token& token) {
  return clause_tables().copulas.has(token.folded);
}

bool is_time_word(const Token& token) {
  return token.is(month | weekday | span_word | ordinal) || token.folded == "today" ||
         token.folded == "yesterday" || token.folded == "early" ||
         token.folded == "late" || token.folded == "quarters" ||
         token.folded == "years" || token.folded == "months";
}

bool joins_nouns(const Token& token) {
  return clause_tables().links.has(token.folded);
}

bool is_quantity(const Token& token) {
  return clause_tables().quantities.has(token.folded);
}

}  // namespace broadsheet
