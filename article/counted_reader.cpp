// Counted nouns are found by shape: the words behind a number up to the first plural are
// the phrase, and that plural is its head; "one" takes what stands before the next
// function word.
#include <algorithm>
#include <unordered_set>

#include "article/foreign_nouns.h"
#include "article/nouns.h"
#include "article/unit_reader.h"

namespace broadsheet {
namespace {

bool is_one(const Number& number) {
  return number.low == Amount{1, 0} && number.high == number.low;
}

// A noun phrase while it is collected.
struct Phrase {
  std::vector<std::size_t> words;  // token indices; the last is the head
  std::size_t end = 0;
};

bool ends_phrase(const std::vector<Token>& tokens, std::size_t at, bool first) {
  const Token& word = token_at(tokens, at);
  if (word.kind != TokenKind::word) return true;
  if (word.is(stop | cardinal | crowd | month | weekday)) {
    // "8,000 more jobs", "eight straight", "50 left-wing": some stops are adjectives.
    return !(joined_by_hyphen(tokens, at + 1));
  }
  return !first && word.is(rise | fall) && !is_plural(word.folded, word.lexeme);
}

bool is_head(const Token& word, const Token& next) {
  if (word.possessive || !is_plural(word.folded, word.lexeme)) return false;
  const bool goes_on = word.is(modifier_s) && next.kind == TokenKind::word &&
                       is_plural(next.folded, next.lexeme) && !next.is(rise | fall);
  return !goes_on;
}

// "three Englewood Cliffs Board seats", "two World Series titles": a plural that is part
// of a name, and the phrase goes on behind it.
bool is_inside_name(const std::vector<Token>& tokens,
                    const std::vector<std::size_t>& words) {
  const std::size_t last = words.back();
  if (words.size() < 2 || !tokens[last].capital ||
      !tokens[words[words.size() - 2]].capital)
    return false;
  const Token& next = token_at(tokens, last + 1);
  if (next.kind != TokenKind::word || !next.spaced || next.mixed) return false;
  if (next.is(stop | month | weekday | rise | fall)) return false;
  return next.capital || is_plural(next.folded, next.lexeme);
}

// "8 more picks", "5,000 additional jobs": said of the number rather than of the thing.
bool is_more(const Token& word) {
  return word.folded == "more" || word.folded == "other" || word.folded == "additional" ||
         word.folded == "extra";
}

// "digital and physical sales"; not "Acme and hires", "pay and additional weeks".
bool joins_adjectives(const std::vector<Token>& tokens, std::size_t at) {
  const Token& link = token_at(tokens, at);
  const Token& next = token_at(tokens, at + 1);
  if (link.folded != "and" && link.folded != "or") return false;
  return !ends_phrase(tokens, at + 1, true) && !is_more(next) &&
         (next.capital || !tokens[at - 1].capital);
}

// "Covid-19 tests", "Boeing 737 planes": past a number that belongs to the capital word
// before token `at`, when a word goes on; 0 when there is none.
std::size_t over_name_number(const std::vector<Token>& tokens, std::size_t at) {
  if (!tokens[at - 1].capital) return 0;
  std::size_t i = at;
  if (token_at(tokens, i).kind == TokenKind::hyphen) ++i;
  const Token& number = token_at(tokens, i);
  if (number.kind != TokenKind::number || number.grouped || number.digits > 4) return 0;
  const Token& next = token_at(tokens, i + 1);
  const bool goes_on =
      next.kind == TokenKind::word && next.spaced && !next.is(stop | month);
  return goes_on && (number.spaced || i > at) ? i + 1 : 0;
}

// Words up to the first plural; at most six.
std::optional<Phrase> plural_phrase(const std::vector<Token>& tokens, std::size_t at) {
  Phrase phrase;
  std::size_t i = at;
  if (is_more(token_at(tokens, i))) ++i;
  for (int count = 0; count < 6; ++count) {
    const Token& word = token_at(tokens, i);
    if (ends_phrase(tokens, i, count == 0)) return std::nullopt;
    phrase.words.push_back(i);
    ++i;
    if (const std::size_t after = over_name_number(tokens, i)) {
      for (; i < after; ++i) {
        if (tokens[i].kind == TokenKind::number) phrase.words.push_back(i);
      }
      continue;
    }
    if (joined_by_hyphen(tokens, i)) {
      ++i;
      continue;
    }
    if (is_head(word, token_at(tokens, i)) && !is_inside_name(tokens, phrase.words)) {
      phrase.end = i;
      return phrase;
    }
    if (word.possessive) return std::nullopt;
    if (joins_adjectives(tokens, i)) phrase.words.push_back(i++);
  }
  return std::nullopt;
}

// "one factor contributing to", "one man likely killed"; nouns with such endings ("one
// job posting", "one family") are left alone.
bool ends_noun(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "contributing", "involving",  "including", "being",   "having",  "making",
      "saying",       "leading",    "looking",   "working", "living",  "driving",
      "running",      "killing",    "causing",   "showing", "trying",  "going",
      "coming",       "facing",     "standing",  "seeking", "using",   "getting",
      "likely",       "probably",   "possibly",  "really",  "finally", "recently",
      "currently",    "apparently", "directly",  "partly",  "mostly",  "early"};
  return (word.ends_with("ing") || word.ends_with("ly")) && words.contains(word);
}

// A verb behind the noun: "one proposal asks", "one man killed".
bool looks_like_verb(const Token& word) {
  if (ends_noun(word.folded)) return true;
  return word.is(rise | fall | plan | ordinal) || word.folded.ends_with("ed") ||
         (is_plural(word.folded, word.lexeme) && !word.is(plural_noun | modifier_s));
}

// After "one": the words before the next function word or sign, at most three.
std::optional<Phrase> singular_phrase(const std::vector<Token>& tokens, std::size_t at) {
  Phrase phrase;
  std::size_t i = at;
  for (int count = 0; count < 3; ++count) {
    const Token& word = token_at(tokens, i);
    if (ends_phrase(tokens, i, true) || (count > 0 && looks_like_verb(word))) {
      break;
    }
    // "up from one last year"
    if (count == 0 && word.is(ordinal)) break;
    // "one concern Austin has": a name begins another phrase.
    const Token& next = token_at(tokens, i + 1);
    const bool alone = next.kind != TokenKind::word || next.is(stop);
    if (count > 0 && word.capital && !tokens[i - 1].capital && alone) break;
    // "one knows"
    const bool digit = at > 0 && tokens[at - 1].kind == TokenKind::number;
    if (count == 0 && !digit && !word.is(modifier_s) &&
        is_plural(word.folded, word.lexeme))
      break;
    phrase.words.push_back(i);
    ++i;
    if (joined_by_hyphen(tokens, i)) ++i;
    if (word.possessive) return std::nullopt;
  }
  if (phrase.words.empty()) return std::nullopt;
  phrase.end = phrase.words.back() + 1;
  return phrase;
}

UnitReading named(const std::vector<Token>& tokens, const Phrase& phrase,
                  std::string_view text) {
  UnitReading reading{
      .unit = {}, .dimension = "count", .counts = std::string{}, .end = phrase.end};
  for (std::size_t n = 0; n < phrase.words.size(); ++n) {
    const Token& word = tokens[phrase.words[n]];
    const bool digits = word.kind == TokenKind::number;
    const std::string_view printed =
        word.span.in(text).substr(0, digits ? word.span.length() : word.folded.size());
    if (n > 0) *reading.counts += word.spaced ? " " : "-";
    if (n + 1 == phrase.words.size()) {
      reading.unit = singular_noun(printed);
      *reading.counts += reading.unit;
    } else {
      *reading.counts += printed;
    }
  }
  return reading;
}

// "8.000 Stellen", "300 nouveaux emplois", "5.000 nuevos empleos": one adjective at most.
std::optional<UnitReading> read_foreign(const std::vector<Token>& tokens, std::size_t at,
                                        const Number& number) {
  const std::string_view particle = token_at(tokens, at).folded;
  if (number.scaled && (particle == "de" || particle == "di")) ++at;
  constexpr std::size_t short_word = 4;
  for (std::size_t i = at; i < at + 2; ++i) {
    const Token& word = token_at(tokens, i);
    if (word.kind != TokenKind::word || !word.spaced) return std::nullopt;
    const std::string_view noun = foreign_noun(word.folded);
    if (!noun.empty()) {
      return UnitReading{.unit = std::string(noun),
                         .dimension = "count",
                         .counts = std::string(noun),
                         .end = i + 1};
    }
    if (word.folded.size() < short_word || word.lexeme != nullptr) return std::nullopt;
  }
  return std::nullopt;
}

// "thousands of", "one of the", "5 of the", "25 of its".
std::size_t over_of(const std::vector<Token>& tokens, std::size_t at, bool& partitive) {
  partitive = false;
  if (token_at(tokens, at).folded != "of") return at;
  partitive = true;
  ++at;
  while (token_at(tokens, at).is(determiner) && at < tokens.size()) ++at;
  // "one of the town's oldest bridges"
  constexpr std::size_t longest_owner = 3;
  for (std::size_t i = at; i < at + longest_owner; ++i) {
    const Token& word = token_at(tokens, i);
    if (word.kind != TokenKind::word || word.is(stop)) break;
    if (word.possessive) return i + 1;
  }
  return at;
}

// "eight million 250ml bottles": the size stays a figure of its own, so the end is `at`.
std::optional<UnitReading> read_sized(const std::vector<Token>& tokens, std::size_t at,
                                      std::string_view text) {
  const auto size = read_number(tokens, at, false, false);
  if (!size || size->scaled) return std::nullopt;
  const auto measure = read_measure(tokens, size->end, *size);
  if (!measure || measure->dimension == "money") return std::nullopt;
  const auto phrase = plural_phrase(tokens, measure->end);
  if (!phrase) return std::nullopt;
  UnitReading reading = named(tokens, *phrase, text);
  reading.end = at;
  return reading;
}

}  // namespace

std::optional<UnitReading> read_counted(const std::vector<Token>& tokens, std::size_t at,
                                        const Number& number, std::string_view text) {
  const bool hyphen = joined_by_hyphen(tokens, at);
  if (hyphen) {  // "12-page": the word is the unit
    const Token& word = token_at(tokens, at + 1);
    if (word.kind != TokenKind::word || word.mixed || word.is(stop | ordinal))
      return std::nullopt;
    // "one-time", "two-way", "one-sided" are adjectives.
    const bool participle = word.folded.size() > 4 && word.folded.ends_with("ed") &&
                            !word.folded.ends_with("eed");
    if (word.folded == "time" || word.folded == "way" || participle) return std::nullopt;
    // "9,600-strong", "zero-tolerance"
    if (word.folded == "strong" || number.low == Amount{}) return std::nullopt;
    return named(tokens, Phrase{{at + 1}, at + 2}, text);
  }
  if (token_at(tokens, at).kind == TokenKind::word && !tokens[at].spaced)
    return std::nullopt;
  if (number.scaled && token_at(tokens, at).kind == TokenKind::number) {
    return read_sized(tokens, at, text);
  }
  if (auto foreign = read_foreign(tokens, at, number)) return foreign;
  bool partitive = false;
  const std::size_t start = over_of(tokens, at, partitive);
  std::optional<Phrase> phrase;
  if (is_one(number) && !partitive) {
    phrase = singular_phrase(tokens, start);
  } else {
    phrase = plural_phrase(tokens, start);
    const Token& word = token_at(tokens, start);
    if (!phrase && word.is(attribute) && !partitive) {
      phrase = Phrase{{start}, start + 1};
    }
  }
  if (!phrase) return std::nullopt;
  UnitReading reading = named(tokens, *phrase, text);
  read_rate(tokens, reading);
  return reading;
}

void read_substance(const std::vector<Token>& tokens, UnitReading& reading,
                    std::string_view text) {
  bool partitive = false;
  const std::size_t start = over_of(tokens, reading.end, partitive);
  if (!partitive || reading.counts || reading.dimension == "age") return;
  auto phrase = plural_phrase(tokens, start);
  if (!phrase) phrase = singular_phrase(tokens, start);
  if (!phrase) return;
  const UnitReading what = named(tokens, *phrase, text);
  UnitReading rated = reading;
  rated.end = what.end;
  read_rate(tokens, rated);
  if (rated.end != what.end) reading = rated;
  reading.counts = what.counts;
}

std::optional<UnitReading> read_initials(const std::vector<Token>& tokens, std::size_t at,
                                         std::string_view text) {
  const Token& word = token_at(tokens, at);
  if (at == 0 || word.kind != TokenKind::word || !token_at(tokens, at - 1).decimal)
    return std::nullopt;
  const std::string_view printed = word.span.in(text);
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (printed == "FM" || printed == "AM") return std::nullopt;  // a station
  if (printed.size() < 2 || printed.size() > 4 ||
      !std::all_of(printed.begin(), printed.end(), is_capital)) {
    return std::nullopt;
  }
  const TokenKind behind = token_at(tokens, at + 1).kind;
  if (behind != TokenKind::close && behind != TokenKind::comma) return std::nullopt;
  return UnitReading{.unit = std::string(printed),
                     .dimension = "count",
                     .counts = std::string(printed),
                     .end = at + 1};
}

}  // namespace broadsheet
