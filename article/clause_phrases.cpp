// Where noun phrases begin and end, and what belongs to figures and phrases of time.
#include <algorithm>

#include "article/clause_reader.h"
#include "article/figure_context.h"
#include "article/subject_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_phrase = 18;
constexpr std::size_t longest_bracket = 8;

}  // namespace

// "8 miles (13 km) of tunnels": past what stands in brackets, or past their end.
std::size_t ClauseReader::over_bracket(std::size_t at) const {
  if (token(at).kind == TokenKind::close) return at + 1;
  if (token(at).kind != TokenKind::open) return at;
  for (std::size_t i = at + 1; i < at + longest_bracket; ++i) {
    if (token(i).kind == TokenKind::close) return i + 1;
  }
  return at;
}

// The noun phrase that begins at `at`, with its links when asked for.
std::optional<NounPhrase> ClauseReader::phrase_after(std::size_t at, bool links) const {
  while (part(at) == Part::determiner) ++at;
  NounPhrase phrase{at, at};
  if (part(at) == Part::border) return std::nullopt;
  bool linked = true;
  for (std::size_t i = at; i < at + longest_phrase && i < tokens_.size(); ++i) {
    const Part here = part(i);
    const bool goes_on = here == Part::verb && !linked && is_quantity(tokens_[i]) &&
                         part(i + 1) != Part::number && part(i + 1) != Part::determiner;
    if (((here == Part::noun || goes_on) && !is_time_word(tokens_[i])) || i == at) {
      if (tokens_[i].kind == TokenKind::word) phrase.end = i + 1;
      linked = false;
      continue;
    }
    if (here == Part::number && !linked && is_numbered_name(i) &&
        tokens_[i - 1].kind == TokenKind::hyphen) {
      phrase.end = i + 1;
      continue;
    }
    if (here == Part::determiner && linked) continue;
    if (links && here == Part::preposition && !linked &&
        (tokens_[i].folded == "of" || tokens_[i].folded == "in" ||
         tokens_[i].folded == "on" || tokens_[i].folded == "with" ||
         tokens_[i].folded == "among")) {
      linked = true;
      continue;
    }
    break;
  }
  if (phrase.end == phrase.first) return std::nullopt;
  return phrase;
}

// "the best $200 phones", "a sharp 3% drop": what is said of the thing before its figure.
std::optional<NounPhrase> ClauseReader::adjectives() const {
  constexpr std::size_t most = 3;
  std::size_t at = first_;
  while (at > 0 && first_ - at < most && part(at - 1) == Part::noun &&
         tokens_[at - 1].kind == TokenKind::word && !tokens_[at - 1].capital &&
         !tokens_[at - 1].possessive) {
    --at;
  }
  const bool opens =
      at > 0 && (part(at - 1) == Part::determiner || tokens_[at - 1].possessive);
  if (at == first_ || !opens) return std::nullopt;
  return NounPhrase{at, first_};
}

// What a measure stands right before or is of: "a 5% penalty", "8 miles of new tunnels".
std::optional<NounPhrase> ClauseReader::attached() const {
  if (const auto aim = target()) return aim;
  std::size_t at = over_figures_behind(over_bracket(end_));
  const Token& next = token(at);
  const bool of = next.folded == "of" || next.folded == "off";
  if (of && (part(at + 1) == Part::noun || part(at + 1) == Part::determiner)) {
    return phrase_after(at + 1, false);
  }
  if (next.folded == "in" && part(at + 1) == Part::noun && !token(at + 1).capital &&
      token(at + 1).folded.ends_with('s') && !is_time_word(token(at + 1))) {
    return phrase_after(at + 1, false);  // "$1.1 million in deposits"
  }
  const Token& last = tokens_[end_ - 1];
  const bool plural = last.kind == TokenKind::word && last.folded.ends_with('s') &&
                      last.folded.size() > 2;
  const bool multiple = last.folded == "times";  // "6 times earnings"
  if (multiple && part(at) == Part::determiner) return phrase_after(at, true);
  if (plural && !multiple) return std::nullopt;
  const bool hyphen = next.kind == TokenKind::hyphen && !next.spaced;
  if (hyphen) ++at;
  const Token& word = token(at);
  if (word.kind != TokenKind::word || is_time_word(word) || word.folded == "up" ||
      word.folded == "down" || (hyphen && word.folded.ends_with("ed"))) {
    return std::nullopt;
  }
  // "Dow +0.2% Nasdaq +0.3%"
  const bool signed_list = first_ > 0 && (token(first_ - 1).kind == TokenKind::plus ||
                                          token(first_ - 1).kind == TokenKind::minus);
  if (signed_list && word.capital) return std::nullopt;
  const bool step = word.is(rise | fall) && !word.folded.ends_with('s') &&
                    !word.folded.ends_with("ed") && !word.folded.ends_with("ing");
  // "a 5 km run": behind an article even a verb is none
  const bool article = first_ > 0 && part(first_ - 1) == Part::determiner &&
                       !word.is(stop) && !word.folded.ends_with("ed") &&
                       !word.folded.ends_with("ing");
  const bool noun = part(at) == Part::noun || (part(at) == Part::verb && article) ||
                    (part(at) == Part::verb && (is_quantity(word) || step));
  if (!noun || (word.is(stop) && !step)) return std::nullopt;
  return phrase_after(at, true);
}

// "a 2-litre, 120 hp engine": over the figures between.
std::size_t ClauseReader::over_figures_behind(std::size_t at) const {
  constexpr std::size_t longest = 8;
  const std::size_t from = at;
  while (at < from + longest) {
    const bool listed = comma(at) && first_ > 0 && part(first_ - 1) == Part::determiner;
    const std::size_t next = listed || joined_by_hyphen(tokens_, at) ? at + 1 : at;
    const bool fits = at == from ? part(next) == Part::number : is_figure_word(next);
    if (next > 0 && next < tokens_.size() && fits) {
      at = next + 1;
    } else {
      break;
    }
  }
  return at;
}

// "wiped $300 million off its value", "adds $5 to the price"
std::optional<NounPhrase> ClauseReader::target() const {
  const std::string_view link = token(end_).folded;
  if (link != "from" && link != "off" && link != "to") return std::nullopt;
  const auto verb = verb_before(first_);
  if (!verb || first_ - *verb > 4) return std::nullopt;
  constexpr std::string_view takers[] = {"wip",  "shav", "knock", "cut",  "slash",
                                         "trim", "eras", "lop",   "chop", "strip"};
  const std::string_view word = tokens_[*verb].folded;
  const auto begins = [&](std::string_view stem) { return word.starts_with(stem); };
  const bool fits = link == "to"
                        ? begins("add")
                        : std::any_of(std::begin(takers), std::end(takers), begins);
  if (!fits || (part(end_ + 1) != Part::noun && part(end_ + 1) != Part::determiner)) {
    return std::nullopt;
  }
  return phrase_after(end_ + 1, true);
}

// "paid $300 for a roof"
std::optional<NounPhrase> ClauseReader::paid_for() const {
  std::size_t at = over_bracket(end_);
  if (token(at).folded != "for") return std::nullopt;
  ++at;
  if (part(at) == Part::determiner) ++at;
  at = over_figures_behind(at);
  if (part(at) != Part::noun && part(at) != Part::determiner) return std::nullopt;
  return phrase_after(at, false);
}

// "paid a total of $300", "spending $300"
bool ClauseReader::is_paid() const {
  constexpr std::string_view words[] = {"pay",   "pays",   "paid",  "paying",
                                        "spend", "spends", "spent", "spending",
                                        "bid",   "offered"};
  const auto verb = verb_before(first_);
  return verb && std::find(std::begin(words), std::end(words), tokens_[*verb].folded) !=
                     std::end(words);
}

// "TA-125 lost", "S&P 500 fell", "iPhone 14".
bool ClauseReader::is_numbered_name(std::size_t at) const {
  if (at == 0 || tokens_[at].kind != TokenKind::number || tokens_[at].decimal ||
      tokens_[at].grouped) {
    return false;
  }
  const Token& before = tokens_[at - 1];
  if (before.kind == TokenKind::hyphen && !before.spaced && !tokens_[at].spaced) {
    return at >= 2 && tokens_[at - 2].kind == TokenKind::word;
  }
  return before.kind == TokenKind::word && before.capital && part(at - 1) == Part::noun &&
         !is_time_word(before);
}

// "the rate between the dollar and | the yen"
bool ClauseReader::closes_between(std::size_t at) const {
  if (at < 4 || tokens_[at - 1].folded != "and") return false;
  for (std::size_t i = at - 1; i > 0 && at - i < longest_bracket; --i) {
    if (tokens_[i - 1].folded == "between") return true;
    if (part(i - 1) != Part::noun && part(i - 1) != Part::determiner) return false;
  }
  return false;
}

// The noun phrase that ends at `end`, with its links: "price of crude in Asia". Where a
// verb is met, what stands before the last "and" belongs to another clause.
std::optional<NounPhrase> ClauseReader::phrase_before(std::size_t end, bool links) const {
  std::size_t start = end;
  std::size_t joint = 0;  // where the part behind the last "and" begins
  std::size_t i = end;
  const std::size_t floor = end > longest_phrase ? end - longest_phrase : 0;
  for (; i > floor; --i) {
    const Part here = part(i - 1);
    if (here == Part::noun) {
      if (tokens_[i - 1].kind == TokenKind::word) start = i - 1;
      continue;
    }
    if (is_numbered_name(i - 1)) {
      start = i - 1;
      continue;
    }
    if (here == Part::number && i < end && tokens_[i - 1].spaced &&
        (tokens_[i - 1].kind == TokenKind::word || part(i) == Part::noun ||
         part(i) == Part::verb)) {
      continue;
    }
    if (here == Part::determiner) {
      if (links && i >= 2 && closes_between(i - 1)) continue;
      // "cost of repairing the dam"
      if (links && i >= 3 && tokens_[i - 3].folded == "of" && part(i - 2) == Part::noun &&
          tokens_[i - 2].folded.ends_with("ing")) {
        continue;
      }
      if (links && i >= 2 && part(i - 2) == Part::preposition &&
          joins_nouns(tokens_[i - 2])) {
        continue;
      }
      break;
    }
    if (here == Part::preposition && i < end && i >= 2 &&
        (links ? joins_nouns(tokens_[i - 1]) : tokens_[i - 1].folded == "of") &&
        part(i - 2) == Part::noun) {
      continue;
    }
    if (here == Part::joint && i < end && i >= 2 && start < end &&
        ((part(i - 2) == Part::noun && !is_figure_word(i - 2)) || closes_between(i))) {
      joint = start;
      continue;
    }
    if (tokens_[i - 1].kind == TokenKind::close ||
        tokens_[i - 1].kind == TokenKind::open ||
        (tokens_[i - 1].kind == TokenKind::quote && i < end)) {
      if (tokens_[i - 1].kind == TokenKind::open && start == i) continue;
      if (tokens_[i - 1].kind == TokenKind::close) continue;
    }
    break;
  }
  if (start == end) return std::nullopt;
  const bool clause = i > 0 && (part(i - 1) == Part::verb || part(i - 1) == Part::number);
  if (joint > start && clause) start = joint;
  std::size_t stop_at = end;
  while (stop_at > start && tokens_[stop_at - 1].kind != TokenKind::word &&
         !is_numbered_name(stop_at - 1)) {
    --stop_at;
  }
  if (stop_at == start) return std::nullopt;
  return NounPhrase{start, stop_at};
}

// A word that belongs to a figure further left: "5%", "190 points", "3 million".
bool ClauseReader::is_figure_word(std::size_t at) const {
  if (part(at) == Part::number) return true;
  if (at == 0 || token_at(tokens_, at).kind != TokenKind::word) return false;
  const Part before = part(at - 1);
  const Part here = part(at);
  if (before != Part::number || here != Part::noun) return false;
  if (is_numbered_name(at - 1)) return false;  // "X-19 deaths"
  return !tokens_[at].spaced || (!tokens_[at].capital && !is_quantity(tokens_[at]));
}

// Before a phrase of time that ends at `at`: "in June", "last year".
std::size_t ClauseReader::time_phrase(std::size_t at) const {
  std::size_t i = at;
  // "in 2026", "in May 2026"
  const bool year = i > limit_ + 1 && looks_like_year(tokens_[i - 1]) &&
                    (part(i - 2) == Part::preposition || tokens_[i - 2].is(month));
  if (year) --i;
  while (i > limit_ && (is_time_word(tokens_[i - 1]) || tokens_[i - 1].possessive)) {
    if (!is_time_word(tokens_[i - 1])) break;
    --i;
  }
  if (i == at) return at;
  if (i > limit_ && part(i - 1) == Part::determiner) --i;
  if (i > limit_ && part(i - 1) == Part::preposition) --i;
  return i;
}

// "7 yuan ($1": where the figure before the bracket begins.
std::size_t ClauseReader::before_bracket(std::size_t at) const {
  for (std::size_t i = at; i > limit_ && i + longest_bracket > at; --i) {
    if (part(i - 1) == Part::number) return i - 1;
    if (part(i - 1) == Part::border) break;
  }
  return at;
}

}  // namespace broadsheet
