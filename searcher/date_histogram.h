// Bars over time from counts by day, month and year.
#pragma once

#include <cstddef>
#include <map>

#include "searcher/results.h"

namespace broadsheet {

// Stories by the first day of what is known of their date, by precision.
struct DateCounts {
  std::map<int, std::size_t> days;
  std::map<int, std::size_t> months;  // known to the month alone
  std::map<int, std::size_t> years;
  std::size_t undated = 0;
};

// The finest interval with at most sixty bars between the first and the last story that
// are not far off from the others. Bars without a story are given while they are not too
// many.
DateHistogram make_histogram(const DateCounts& counts);

}  // namespace broadsheet
