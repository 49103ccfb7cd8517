// Tables of words. Digits without a percentage or a growth behind them ("double-digit
// victories") are left out.
#include "article/figure_multiple.h"

#include <algorithm>
#include <array>

namespace broadsheet {
namespace {

constexpr auto multiples = std::to_array<Multiple>({
    {"doubled", {2, 0}, Direction::up},
    {"tripled", {3, 0}, Direction::up},
    {"trebled", {3, 0}, Direction::up},
    {"quadrupled", {4, 0}, Direction::up},
    {"quintupled", {5, 0}, Direction::up},
    {"halved", {5, -1}, Direction::down},
    {"twofold", {2, 0}, std::nullopt},
    {"threefold", {3, 0}, std::nullopt},
    {"fourfold", {4, 0}, std::nullopt},
    {"fivefold", {5, 0}, std::nullopt},
    {"sixfold", {6, 0}, std::nullopt},
    {"sevenfold", {7, 0}, std::nullopt},
    {"eightfold", {8, 0}, std::nullopt},
    {"ninefold", {9, 0}, std::nullopt},
    {"tenfold", {1, 1}, std::nullopt},
});

// Words that are factors in some places only; the verbs among them rise.
constexpr auto comparisons = std::to_array<Multiple>({
    {"twice", {2, 0}, std::nullopt},
    {"thrice", {3, 0}, std::nullopt},
    {"double", {2, 0}, std::nullopt},
    {"triple", {3, 0}, std::nullopt},
    {"treble", {3, 0}, std::nullopt},
    {"quadruple", {4, 0}, std::nullopt},
    {"doubling", {2, 0}, Direction::up},
    {"tripling", {3, 0}, Direction::up},
    {"quadrupling", {4, 0}, Direction::up},
    {"halving", {5, -1}, Direction::down},
    {"doubles", {2, 0}, Direction::up},
    {"triples", {3, 0}, Direction::up},
    {"quadruples", {4, 0}, Direction::up},
});

constexpr auto rising = std::to_array<Multiple>({
    {"double", {2, 0}, Direction::up},
    {"triple", {3, 0}, Direction::up},
    {"treble", {3, 0}, Direction::up},
    {"quadruple", {4, 0}, Direction::up},
    {"halve", {5, -1}, Direction::down},
});

template <typename Table>
const Multiple* find_in(const Table& table, std::string_view word) {
  const auto row = std::find_if(table.begin(), table.end(),
                                [&](const Multiple& one) { return one.word == word; });
  return row == table.end() ? nullptr : &*row;
}

// "more than double", "nearly twice", "at least triple"
bool is_bounded(std::string_view before) {
  return before == "than" || before == "nearly" || before == "almost" ||
         before == "about" || before == "least" || before == "roughly" ||
         before == "around" || before == "over" || before == "approximately";
}

// "doubled down on", "doubles as a"
bool is_phrase(std::string_view next) {
  return next == "down" || next == "up" || next == "over" || next == "back" ||
         next == "as";
}

// "to double", "could triple"
bool asks_verb(std::string_view before) {
  return before == "to" || before == "will" || before == "would" || before == "could" ||
         before == "may" || before == "might" || before == "should" || before == "can" ||
         before == "not";
}

// "twice as many", "double the number", "triple its output"
bool compares(const Token& next) {
  return next.folded == "the" || next.folded == "its" || next.folded == "their" ||
         next.folded == "his" || next.folded == "her" || next.folded == "our" ||
         next.folded == "that" || next.folded == "as" || next.folded == "what";
}

struct DigitWords {
  std::string_view part;  // "low", "mid", "high" or none
  std::string_view count;
  Amount low;
  Amount high;
};

constexpr auto digit_words = std::to_array<DigitWords>({
    {"low", "single", {1, 0}, {3, 0}},
    {"mid", "single", {4, 0}, {6, 0}},
    {"high", "single", {7, 0}, {9, 0}},
    {"", "single", {1, 0}, {9, 0}},
    {"low", "double", {1, 1}, {3, 1}},
    {"mid", "double", {4, 1}, {6, 1}},
    {"high", "double", {7, 1}, {99, 0}},
    {"", "double", {1, 1}, {99, 0}},
    {"", "triple", {1, 2}, {999, 0}},
});

// What such digits are the percentage of.
constexpr auto grown = std::to_array<std::string_view>(
    {"growth", "increase", "increases", "decline", "declines",  "gain",   "gains",
     "drop",   "drops",    "rise",      "rises",   "inflation", "return", "returns",
     "margin", "margins",  "rate",      "rates",   "yield",     "yields"});

std::size_t over_hyphen(const std::vector<Token>& tokens, std::size_t at) {
  return token_at(tokens, at).kind == TokenKind::hyphen ? at + 1 : at;
}

// Past "percent", "percentage" or "%"; the place itself where growth is spoken of.
std::optional<std::size_t> percent_end(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = token_at(tokens, at);
  if (token.kind == TokenKind::percent) return at + 1;
  if (token.folded.starts_with("percent")) return at + 1;
  const bool known = std::find(grown.begin(), grown.end(), token.folded) != grown.end();
  const bool noun = token_at(tokens, at + 1).folded == "growth";
  if (at == tokens.size() && at <= 5) return at;  // "double-digit" is all that is asked
  return known || noun ? std::optional(at) : std::nullopt;
}

}  // namespace

const Multiple* find_multiple(const std::vector<Token>& tokens, std::size_t at) {
  const std::string_view word = token_at(tokens, at).folded;
  if (word.ends_with("ed") || word.ends_with("fold")) {
    const std::string_view next = token_at(tokens, at + 1).folded;
    return is_phrase(next) ? nullptr : find_in(multiples, word);
  }
  constexpr std::string_view first_letters = "tdqh";
  if (word.size() < 5 || first_letters.find(word.front()) == std::string_view::npos) {
    return nullptr;
  }
  const std::string_view before =
      at > 0 ? token_at(tokens, at - 1).folded : std::string_view{};
  const Token& next = token_at(tokens, at + 1);
  const bool noun = next.kind == TokenKind::hyphen;  // "double-decker"
  if (asks_verb(before) && !noun) {
    // "to double standards" is no verb: what is doubled has an article, or nothing
    // follows.
    const bool verb =
        (next.kind != TokenKind::word || next.is(stop)) && !is_phrase(next.folded);
    if (const Multiple* row = verb ? find_in(rising, word) : nullptr) return row;
  }
  const Multiple* row = find_in(comparisons, word);
  if (row == nullptr || noun) return nullptr;
  // All that is asked: "double", "up to twice".
  const bool up_to = before == "to" && at == 2 && tokens[0].folded == "up";
  if (at + 1 == tokens.size() && (at == 0 || is_bounded(before) || up_to)) return row;
  const bool verb = row->direction.has_value();
  if (verb ? next.is(determiner) : is_bounded(before) || compares(next)) return row;
  return nullptr;
}

std::optional<VagueDigits> read_vague_digits(const std::vector<Token>& tokens,
                                             std::size_t at) {
  std::string_view part = token_at(tokens, at).folded;
  const bool has_part = part == "low" || part == "mid" || part == "high";
  if (!has_part && part != "single" && part != "double" && part != "triple") return {};
  std::size_t place = has_part ? over_hyphen(tokens, at + 1) : at;
  if (!has_part) part = {};
  const std::string_view count = token_at(tokens, place).folded;
  const std::size_t digit = over_hyphen(tokens, place + 1);
  if (!token_at(tokens, digit).folded.starts_with("digit")) return std::nullopt;
  for (const DigitWords& row : digit_words) {
    if (row.part != part || row.count != count) continue;
    const auto end = percent_end(tokens, digit + 1);
    if (!end) return std::nullopt;
    return VagueDigits{row.low, row.high, *end};
  }
  return std::nullopt;
}

}  // namespace broadsheet
