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
  return known || noun ? std::optional(at) : std::nullopt;
}

}  // namespace

const Multiple* find_multiple(std::string_view word) {
  if (!word.ends_with("ed") && !word.ends_with("fold")) return nullptr;
  const auto row = std::find_if(multiples.begin(), multiples.end(),
                                [&](const Multiple& one) { return one.word == word; });
  return row == multiples.end() ? nullptr : &*row;
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
