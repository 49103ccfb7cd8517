// What part of a clause a word may be: a closed class of words, a verb, or what is left,
// a noun or adjective. Told from tables, endings and the two neighbours; no parser.
#pragma once

#include <cstddef>
#include <vector>

#include "article/figure_tokens.h"

namespace broadsheet {

enum class Part : unsigned char {
  noun,         // nouns, adjectives, names: whatever a noun phrase is made of
  verb,         // finite, or the participle of a passive
  determiner,   // "the", "its"
  preposition,  // "of", "at"
  pronoun,      // "it", "they": a subject that names nothing
  relative,     // "which", "that"
  joint,        // "and", "but"
  adverb,       // "only", "sharply", "not": stands anywhere and means nothing here
  number,       // digits, number words, signs of currency and percent
  border,       // a sign or word that ends the clause
};

// The part of token `at`; past the end a border.
Part part_of(const std::vector<Token>& tokens, std::size_t at);

// A form of "be": what stands behind it is said of its subject.
bool is_copula(const Token& token);

// "June", "last", "quarter": part of a phrase of time.
bool is_time_word(const Token& token);

// The links that a noun phrase may hold inside: "growth across Asia".
bool joins_nouns(const Token& token);

// What money and percentages are of: "revenue", "price", "index".
bool is_quantity(const Token& token);

}  // namespace broadsheet
