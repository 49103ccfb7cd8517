// The noun phrases of a clause around a figure, by a small chunker that walks a bounded
// number of tokens to the left and right:
//
//   Core inflation in Asia | rose | sharply to | 5%          subject: Core inflation in
//   Asia It | raised | its dividend | by | 5%                     object: dividend a |
//   loss | of | 63 cents                                 what it is: loss a $150,000 |
//   contract with Acme                          counted: contract with Acme
//
// Left out: pronouns are not resolved, and a clause inside another is seen only by its
// first word.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/figure.h"
#include "article/figure_tokens.h"

namespace broadsheet {

// Tokens [first, end).
struct NounPhrase {
  std::size_t first = 0;
  std::size_t end = 0;
};

struct ClauseFinding {
  std::optional<NounPhrase> thing;       // what the figure is a number of
  std::optional<NounPhrase> adjectives;  // of the thing, before the figure
  std::optional<NounPhrase> subject;     // of the clause it stands in
  bool label = false;    // the subject is the head of a row: "Net 12.6 mln vs 15.8 mln"
  bool earlier = false;  // the row's value of an earlier period, behind "vs"
};

// For the figure at tokens [first, end).
ClauseFinding read_clause(const std::vector<Token>& tokens, std::size_t first,
                          std::size_t end, const Figure& figure);

// Whether it is a number of things; "6 times earnings" is none.
bool is_counted(const Figure& figure);

// Whether its head is an amount of something: "revenue in Asia", "oil prices".
bool names_quantity(const std::vector<Token>& tokens, const NounPhrase& phrase);

// As printed, without determiners before it; empty when it is too long to be one.
std::string print_phrase(const std::vector<Token>& tokens, const NounPhrase& phrase,
                         std::string_view text);

}  // namespace broadsheet
