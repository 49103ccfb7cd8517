// Terms: every string that goes into a posting list is made here, for both sides.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "article/date.h"
#include "article/figure.h"

namespace broadsheet {

// Stems folded English words; numbers and short words stay. Remembers what it has
// stemmed, since text repeats its words. Not thread-safe: one per thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  const std::string& operator()(const std::string& word);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// prefix + value, cut (with a hash of the rest) so that Xapian's limit of 245 bytes a
// term is never met: one over-long term would discard a whole batch.
std::string term(std::string_view prefix, std::string_view value);

// A name as one term: folded words joined by a space. "unknown" for nothing.
std::string name_term(std::string_view prefix, const std::optional<std::string>& name);

// Day, month and year terms of a publication date, as precise as the date is; the terms
// of an undated story.
std::vector<std::string> date_terms(const std::optional<Date>& date);

// Terms that match exactly the stories published within the days first..last (inclusive,
// days since 1970): whole years and months where they fit, days at the edges. A story
// known to the month matches when all of its month is inside.
std::vector<std::string> date_range_terms(int first, int last);

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
