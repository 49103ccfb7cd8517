// Bounds are phrases in a table, matched backwards from the number, longest first.
#include "article/figure_bounds.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "article/figure_context.h"

namespace broadsheet {
namespace {

struct BoundRow {
  Bound bound;
  std::string_view phrases;  // parted by '|'
};

constexpr auto before_rows = std::to_array<BoundRow>({
    {Bound::about,
     "about|nearly|almost|around|roughly|approximately|approx|some|circa|close to|an "
     "estimated|"
     "estimated|just about|an average of about|just under about|"
     "in the region of|on the order of|in the range of|somewhere around|just shy of|"
     "nearly about|virtually|ca|a reported|barely"},
    {Bound::more_than,
     "more than|over|above|upwards of|upward of|north of|in excess of|greater "
     "than|larger than|"
     "higher than|bigger than|exceeding|exceed|exceeds|exceeded|well over|just over|"
     "slightly over|slightly more than|slightly above|well above|just above|well more "
     "than|"
     "a little over|a little more than|much more than|far more "
     "than|topped|topping|surpassed|"
     "surpassing|better than|longer than|older than|over than|a bit more than|more then"},
    {Bound::at_least,
     "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|"
     "minimum of|as few as|as little as|from at least|greater than or equal to|"
     "more than or equal to|at the very least|at least or equal to|not under|"
     "greater or equal than|larger or equal than"},
    {Bound::at_most,
     "up to|at most|as much as|as many as|no more than|not more than|a maximum "
     "of|maximum of|"
     "no greater than|no higher than|not exceeding|as high as|"
     "less than or equal to|equal to or less than|at the most|fewer than or equal to|"
     "less or equal than|no longer than|not over|smaller or equal than|capped at"},
    {Bound::less_than,
     "less than|fewer than|under|below|lower than|smaller than|well under|well below|"
     "just under|just below|slightly under|slightly below|slightly less than|younger "
     "than|"
     "shorter than|sub|south of|a little under|a little less than|a bit under|a bit less "
     "than"},
});

constexpr auto after_rows = std::to_array<BoundRow>({
    {Bound::at_least,
     "or more|or greater|or higher|or above|or better|or over|or older|or longer|and up|"
     "and above|and over|and older|at least|or larger|plus|or more than"},
    {Bound::at_most,
     "or less|or fewer|or lower|or under|or below|or younger|and under|and below|at most|"
     "tops|or smaller|max|maximum"},
    {Bound::about, "or so|approximately|approx|odd|ish"},
});

using Phrases = std::unordered_map<std::string_view, Bound>;

template <typename Rows>
Phrases phrases_of(const Rows& rows) {
  Phrases phrases;
  for (const BoundRow& row : rows) {
    std::string_view rest = row.phrases;
    while (!rest.empty()) {
      const std::size_t bar = rest.find('|');
      phrases.try_emplace(rest.substr(0, bar), row.bound);
      rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
    }
  }
  return phrases;
}

constexpr std::size_t longest_phrase = 5;

std::optional<Bound> sign_bound(TokenKind kind) {
  switch (kind) {
    case TokenKind::tilde:
      return Bound::about;
    case TokenKind::less:
      return Bound::less_than;
    case TokenKind::greater:
      return Bound::more_than;
    default:
      return std::nullopt;
  }
}

// ">", "~", ">=", "≥": "<>" is none.
std::optional<BoundReading> read_sign_before(const std::vector<Token>& tokens,
                                             std::size_t at) {
  std::size_t first = at - 1;
  const bool equal = tokens[first].kind == TokenKind::equals;
  if (equal) {
    if (first == 0) return std::nullopt;
    --first;
  }
  auto bound = sign_bound(tokens[first].kind);
  if (!bound || (equal && *bound == Bound::about)) return std::nullopt;
  if (first > 0 && (sign_bound(tokens[first - 1].kind) ||
                    tokens[first - 1].kind == TokenKind::equals)) {
    return std::nullopt;
  }
  // The one-sign forms are three bytes long.
  const bool or_equal = equal || tokens[first].span.length() == 3;
  if (or_equal && *bound == Bound::less_than) bound = Bound::at_most;
  if (or_equal && *bound == Bound::more_than) bound = Bound::at_least;
  return BoundReading{*bound, first};
}

// "made up 40%", "boils down to $5": the verb before takes "up" or "down" for itself.
bool is_phrasal(const std::vector<Token>& tokens, std::size_t at) {
  const std::string_view word = tokens[at].folded;
  if (at == 0 || (word != "up" && word != "down")) return false;
  static const std::unordered_set<std::string_view> verbs = {
      "make",   "makes",   "made",     "making",  "set",   "sets",  "give",   "gave",
      "take",   "took",    "pick",     "picked",  "put",   "puts",  "sign",   "signed",
      "boil",   "boils",   "boiling",  "boiled",  "trade", "break", "broke",  "breaks",
      "hunt",   "hunted",  "turn",     "turned",  "line",  "lined", "add",    "adds",
      "adding", "follow",  "followed", "opening", "sum",   "serve", "served", "racks",
      "clean",  "cleaned", "hold",     "held",    "holds", "pay",   "pays",   "paid",
      "wound",  "end",     "back",     "build",   "built", "rung",  "won"};
  // "ended up", "racked up", but "closed up 3%"
  static const std::unordered_set<std::string_view> trading = {
      "closed",  "finished", "traded",  "trading", "opened", "settled",
      "closing", "moved",    "moving",  "inched",  "edged",  "ticked",
      "nudged",  "ended",    "pushing", "pushed",  "sending"};
  const std::string_view before = tokens[at - 1].folded;
  const bool participle = before.size() > 3 &&
                          (before.ends_with("ed") || before.ends_with("ing")) &&
                          tokens[at - 1].kind == TokenKind::word;
  return verbs.contains(before) ||
         (participle && !trading.contains(before) && !tokens[at - 1].is(rise | fall));
}

// "the soaring 20-foot sign": the participle describes the thing.
bool is_described(const std::vector<Token>& tokens, std::size_t verb) {
  return verb > 0 && tokens[verb].folded.ends_with("ing") &&
         tokens[verb - 1].is(determiner);
}

// What looks like a verb of change and is none: "lower than 7%", "hiked 3 miles".
bool is_no_change(const std::vector<Token>& tokens, std::size_t verb,
                  std::size_t number) {
  const std::string_view word = tokens[verb].folded;
  if (word == "lower") return token_at(tokens, verb + 1).folded == "than";
  if (is_described(tokens, verb)) return true;
  if (!word.starts_with("hik")) return is_phrasal(tokens, verb);
  const Unit* unit = find_unit(token_at(tokens, number + 1).folded);
  return unit != nullptr && unit->dimension == "length";
}

// Past the unit of time behind the number, two or three tokens on: "two years"; else 0.
std::size_t time_end(const std::vector<Token>& tokens, std::size_t number) {
  constexpr std::size_t reach = 4;
  for (std::size_t i = number + 1; i < number + reach && i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.is(cardinal | scale | hundred) || token.kind == TokenKind::hyphen) continue;
    const Unit* unit = token.kind == TokenKind::word ? find_unit(token.folded) : nullptr;
    const bool time = unit != nullptr && unit->dimension == "time" &&
                      token_at(tokens, i + 1).folded != "old";
    return time ? i + 1 : 0;
  }
  return 0;
}

// "$45bn over two years": how long it takes, and no bound, unless what stands before asks
// for a length of time ("for over two years", "lasted over two hours").
bool is_over_time(const std::vector<Token>& tokens, std::size_t word,
                  std::size_t number) {
  if (tokens[word].folded != "over") return false;
  const std::size_t end = time_end(tokens, number);
  if (end == 0 || word == 0) return end != 0 && end < tokens.size();
  const Token& before = tokens[word - 1];
  static const std::unordered_set<std::string_view> askers = {
      "for",    "in",      "of",       "after", "within", "than",  "took",
      "take",   "takes",   "last",     "lasts", "lasted", "spent", "spend",
      "spends", "waited",  "wait",     "is",    "was",    "are",   "were",
      "be",     "been",    "a",        "the",   "well",   "just",  "lasting",
      "taking", "waiting", "spending", "from",  "and",    "by"};
  return before.kind != TokenKind::open && !askers.contains(before.folded);
}

}  // namespace

namespace {

// "up to a $3,000 credit", "more than a 10% drop". "About a" and "over a" tell of other
// things than bounds.
std::optional<BoundReading> over_article(const std::vector<Token>& tokens,
                                         std::size_t at) {
  const std::string_view article = tokens[at - 1].folded;
  if (at < 2 || (article != "a" && article != "an")) return std::nullopt;
  static const std::unordered_set<std::string_view> ends = {
      "to", "than", "nearly", "almost", "least", "roughly", "approximately"};
  if (!ends.contains(tokens[at - 2].folded)) return std::nullopt;
  return read_bound_before(tokens, at - 1);
}

}  // namespace

std::optional<BoundReading> read_bound_before(const std::vector<Token>& tokens,
                                              std::size_t at) {
  static const Phrases phrases = phrases_of(before_rows);
  if (at == 0 || at > tokens.size()) return std::nullopt;
  if (auto sign = read_sign_before(tokens, at)) return sign;
  // "sub-5%", "over-5%"
  const bool hyphen = tokens[at - 1].kind == TokenKind::hyphen && !tokens[at - 1].spaced;
  const std::size_t end = hyphen ? at - 1 : at;
  std::optional<BoundReading> best;
  std::string phrase;
  for (std::size_t count = 1; count <= longest_phrase && count <= end; ++count) {
    const Token& word = tokens[end - count];
    if (word.kind != TokenKind::word) break;
    if (!phrase.empty()) phrase.insert(0, 1, ' ');
    phrase.insert(0, word.folded);
    if (phrase.size() > 60) break;
    const auto found = phrases.find(phrase);
    if (found != phrases.end()) best = BoundReading{found->second, end - count};
  }
  // "sub-5%"; an "under-19 side" and the "over-60s" are names of ages.
  if (hyphen && best && tokens[best->at].folded != "sub") return std::nullopt;
  if (!best && !hyphen) best = over_article(tokens, at);
  if (best && best->at + 1 == at && is_over_time(tokens, best->at, at)) {
    return std::nullopt;
  }
  return best;
}

std::optional<BoundReading> read_bound_after(const std::vector<Token>& tokens,
                                             std::size_t at) {
  static const Phrases phrases = phrases_of(after_rows);
  const Token& first = token_at(tokens, at);
  if (first.kind == TokenKind::plus && !first.spaced) {
    const Token& next = token_at(tokens, at + 1);
    if (next.kind == TokenKind::number && !next.spaced) return std::nullopt;  // "2+2"
    return BoundReading{Bound::at_least, at + 1};
  }
  const bool hyphen = first.kind == TokenKind::hyphen && !first.spaced;
  const std::size_t start = hyphen ? at + 1 : at;
  const Token& word = token_at(tokens, start);
  if (word.kind != TokenKind::word || (hyphen && word.spaced)) return std::nullopt;
  const std::string two =
      std::string(word.folded) + " " + std::string(token_at(tokens, start + 1).folded);
  // "5000 or less than 6000" speaks of two figures.
  const bool than = token_at(tokens, start + 2).folded == "than";
  if (const auto found = phrases.find(two); found != phrases.end() && !than) {
    return BoundReading{found->second, start + 2};
  }
  const auto found = phrases.find(word.folded);
  if (found == phrases.end()) return std::nullopt;
  // "16 weeks plus two more" adds; "8,000 plus." and "8,000-plus" bound.
  const Token& next = token_at(tokens, start + 1);
  const bool adds = word.folded == "plus" && !hyphen && next.kind == TokenKind::word &&
                    !is_plural(next.folded, next.lexeme);
  // "the 640 Max" has a name.
  const bool stray = word.folded == "maximum" || word.folded == "approximately" ||
                     (word.folded == "max" && word.capital && word.spaced);
  if (adds || stray || (word.folded == "plus" && next.kind == TokenKind::number)) {
    return std::nullopt;
  }
  return BoundReading{found->second, start + 1};
}

std::optional<ChangeReading> read_change(const std::vector<Token>& tokens, std::size_t at,
                                         std::size_t done) {
  // What rose may stand between the verb and "from": "raised its guidance for 2025 from".
  constexpr std::size_t near = 5;
  constexpr std::size_t far = 10;
  ChangeReading change;
  std::size_t limit = near;
  const std::size_t number = at;
  for (std::size_t steps = 0; steps < limit && at > done; ++steps) {
    const Token& word = tokens[--at];
    const bool year = limit == far && looks_like_year(word);
    if (year) continue;
    if (word.kind != TokenKind::word || word.mixed) return std::nullopt;
    if (change.link == Link::none && steps < 3) {
      if (word.folded == "by") change.link = Link::by;
      if (word.folded == "to") change.link = Link::to;
      if (word.folded == "from") change.link = Link::from;
      if (change.link == Link::from) limit = far;
      if (change.link != Link::none) continue;
    }
    if (word.is(rise | fall)) {
      change.direction = word.is(rise) ? Direction::up : Direction::down;
      change.verb = at;
      // "lost by 16,000 votes": a margin.
      if (change.link == Link::by && word.folded.starts_with("los")) return {};
      // Far from "from" only verbs govern it: not "kept up with inflation from a".
      const bool particle = word.folded == "up" || word.folded == "down";
      if (particle && limit == far && tokens[at + 1].folded != "from") return {};
      return is_no_change(tokens, at, number) ? std::nullopt : std::optional(change);
    }
    // "capped rises at 5%" is no step; "rose at least 5%" is one.
    const std::string_view after = tokens[at + 1].folded;
    if (word.folded == "at" && after != "least" && after != "most") return std::nullopt;
    if (!word.is(filler) && limit == near) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace broadsheet
