// Terms: every string that goes into a posting list is made here, for both sides.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/date.h"
#include "article/figure.h"
#include "schema/stemmer.h"

namespace broadsheet {

// prefix + value, cut (with a hash of the rest) so that Xapian's limit of 245 bytes a
// term is never met: one over-long term would discard a whole batch.
std::string term(std::string_view prefix, std::string_view value);

// A name as one term: folded words joined by a space. "unknown" for nothing.
std::string name_term(std::string_view prefix, const std::optional<std::string>& name);

// Of a word as it was said, in lower case with its diacritics. Sorted by the folded word:
// "Wnaive naïve"; one without diacritics stands alone: "Wlayoffs".
std::string form_term(std::string_view folded, std::string_view form);

// Day, month and year terms of a publication date, as precise as the date is; the terms
// of an undated story.
std::vector<std::string> date_terms(const std::optional<Date>& date);

// Terms that match exactly the stories published within the days first..last (inclusive,
// days since 1970): whole years and months where they fit, days at the edges. A story
// known to the month matches when all of its month is inside.
std::vector<std::string> date_range_terms(int first, int last);

// The same two for a day or month that a story mentions.
std::vector<std::string> mention_terms(const Date& date);
std::vector<std::string> mention_range_terms(int first, int last);

// The exact values of a figure's ends: "XV8000".
std::vector<std::string> value_terms(const Figure& figure);

// Coarse places of a figure on the number line, for ranges: one bucket for each decade
// and leading digit it touches ("XB+038" is 8,000 to 9,000).
std::vector<std::string> bucket_terms(const Figure& figure);

// The buckets that hold every figure with an end in low..high (either may be open).
std::vector<std::string> bucket_range_terms(const std::optional<Amount>& low,
                                            const std::optional<Amount>& high);

// Other names of things that are counted in a sentence of folded words, as words to ask
// by: "capex" where "capital expenditure" stands, and the other way round.
std::vector<std::string> other_names(std::string_view folded);

// Days as bytes that sort like the days.
std::string encode_day(int days_since_epoch);
std::optional<int> decode_day(std::string_view bytes);

// English words too common to be searched for by themselves.
bool is_stop_word(std::string_view folded);

}  // namespace broadsheet
