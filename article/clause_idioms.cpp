#include "article/clause_idioms.h"

#include <algorithm>
#include <string_view>

#include "article/word_set.h"

namespace broadsheet {

// "equal to", "short of": neither counted nor a subject.
bool is_comparison(const std::vector<Token>& tokens, std::size_t at) {
  static const WordSet words("equal equivalent close similar parallel relative");
  const std::string_view next = token_at(tokens, at + 1).folded;
  if (tokens[at].folded == "short") return next == "of";
  return next == "to" && words.has(tokens[at].folded);
}

// "at least"
bool is_at_least(const std::vector<Token>& tokens, std::size_t at) {
  const auto ends = [](std::string_view word) {
    return word == "least" || word == "most";
  };
  if (tokens[at].folded == "at") return ends(token_at(tokens, at + 1).folded);
  return ends(tokens[at].folded) && at > 0 && tokens[at - 1].folded == "at";
}

// "in lieu of", "on top of", "to the tune of": links of several words.
bool is_long_link(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::string_view words[] = {"lieu",  "excess", "spite",
                                        "terms", "top",    "tune"};
  if (tokens[at].folded == "according" || tokens[at].folded == "due") {
    return token_at(tokens, at + 1).folded == "to";
  }
  const auto* found = std::find(std::begin(words), std::end(words), tokens[at].folded);
  return found != std::end(words) && at > 0 && token_at(tokens, at + 1).folded == "of" &&
         (tokens[at - 1].folded == "in" || tokens[at - 1].folded == "on" ||
          tokens[at].folded == "tune");
}

// "5 per cent"
bool is_per_cent(const std::vector<Token>& tokens, std::size_t at) {
  if (tokens[at].folded == "per") return token_at(tokens, at + 1).folded == "cent";
  return tokens[at].folded == "cent" && at > 0 && tokens[at - 1].folded == "per";
}

// "loan-to-value": all of it is one word.
bool is_hyphenated(const std::vector<Token>& tokens, std::size_t at) {
  const auto glues = [&](std::size_t sign) {
    return token_at(tokens, sign).kind == TokenKind::hyphen &&
           !token_at(tokens, sign).spaced && !token_at(tokens, sign + 1).spaced &&
           sign + 1 < tokens.size();
  };
  return (at > 0 && glues(at - 1) && tokens[at - 1].kind == TokenKind::hyphen &&
          at >= 2 && tokens[at - 2].kind == TokenKind::word) ||
         (glues(at + 1) && token_at(tokens, at + 2).kind == TokenKind::word);
}

}  // namespace broadsheet
