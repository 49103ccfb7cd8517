// What the figure reader knows about single words: number words, scales, months, words of
// rise and fall, words that end a noun phrase. One table; a word may be of many classes.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace broadsheet {

enum WordClass : std::uint32_t {
  cardinal = 1u << 0,      // "seven": value
  tens = 1u << 1,          // "twenty": value
  hundred = 1u << 2,       // "hundred"
  scale = 1u << 3,         // "million": a power of ten
  crowd = 1u << 4,         // "dozens", "thousands": an order of magnitude
  denominator = 1u << 5,   // "third", "quarters": value
  ordinal = 1u << 6,       // "first", "20th" is not a word
  month = 1u << 7,         // "nov"
  weekday = 1u << 8,       //
  stop = 1u << 9,          // cannot stand inside a noun phrase
  filler = 1u << 10,       // may stand between a verb and its figure: "only", "sharply"
  rise = 1u << 11,         // "rose", "up"
  fall = 1u << 12,         // "fell", "cut"
  label = 1u << 13,        // the number after it is a name: "Section", "Fortune"
  clock = 1u << 14,        // "am", "gmt": the number before it is a time of day
  plural_noun = 1u << 15,  // a plural without -s: "people", "staff"
  singular_s = 1u << 16,   // ends in -s and is no plural noun: "always", "us"
  per_what = 1u << 17,     // "$80 a barrel": may follow "a" in a rate
  attribute = 1u << 18,    // "12 page document": counted in the singular before a noun
  glued_scale = 1u << 19,  // only glued to digits or after a currency: "m", "b", "k"
  extent = 1u << 20,       // "tall", "long": makes a glued "m" metres
  determiner = 1u << 21,   // "the", "its"
  plan = 1u << 22,         // "expects", "plans"
  estimate = 1u << 23,     // "estimated"
  rumour = 1u << 24,       // "reportedly"
  denial = 1u << 25,       // "denied"
  multi_unit = 1u << 26,   // begins a unit of several words: "square metres"
  modifier_s = 1u << 27,   // a plural that modifies a noun: "sports", "sales"
  span_word = 1u << 28,    // "quarter", "year": what a period is made of
  price = 1u << 29,        // "cost", "fined": pounds near it are money
};

struct Lexeme {
  std::uint32_t classes = 0;
  int value = 0;     // of cardinals, tens and denominators
  int exponent = 0;  // of scales and crowds: 10^exponent; crowd of twelves has value 12

  bool is(std::uint32_t any_of) const { return (classes & any_of) != 0; }
};

// The word in lower case; nothing known gives nullptr.
const Lexeme* find_lexeme(std::string_view word);

// All number words, scales among them.
void each_number_word(const std::function<void(std::string_view)>& visit);

// Whether a word in lower case looks like the plural of a noun.
bool is_plural(std::string_view word, const Lexeme* lexeme);

}  // namespace broadsheet
