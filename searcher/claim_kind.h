// What kind of thing a claim is about, as far as claims may be compared at all.
#pragma once

#include <string>
#include <string_view>

#include "searcher/figure_claims.h"

namespace broadsheet {

// Claims of two kinds are never about one thing: the unit, of what is counted the head.
// Work is counted under many names, and so are people.
std::string kind_of(const Claim& claim);

// Who says it: an outlet, or a story whose outlet is not known.
std::string source_of(const Mention& mention);

// Whether the subject has a name and is not just anybody.
bool is_named(const Claim& claim);
bool is_vague_subject(std::string_view stems);

// Things that everything has: people, years, times.
bool is_vague_thing(std::string_view head);

// What is said in passing ("one of", a length of time), denied, or only said to tell
// what it was before ("up from 5%").
bool is_aside(const Figure& figure);

// "up from 5%": the value of another time, not of the one spoken of.
bool is_previous(const Figure& figure);

// Rates, shares and prices move by themselves, and so does what is new each day.
bool moves_by_itself(const Claim& claim);

// One digit that tells: 4, 600, 2 million.
bool is_round(const Figure& figure);

bool all_words_in(std::string_view part, std::string_view whole);

}  // namespace broadsheet
