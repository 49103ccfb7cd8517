// Outlets and agencies by region; a new one is one row in the file of its region.
// Sections are listed only where their name does not begin with the masthead's first word
// alone
// ("BBC Technology" belongs to BBC News, although "BBC News" is no prefix of it).
#include "article/outlet_table.h"

#include <vector>

namespace broadsheet {
namespace {

std::vector<OutletRow> all_rows() {
  std::vector<OutletRow> rows;
  for (const auto& part :
       {outlets_of_agencies(), outlets_of_america(), outlets_of_english(),
        outlets_of_europe(), outlets_of_europe_north_east(),
        outlets_of_africa_middle_east(), outlets_of_asia_pacific(),
        more_outlets_of_europe_west(), more_outlets_of_europe_east_africa(),
        more_outlets_of_asia(), more_outlets_of_america()}) {
    rows.insert(rows.end(), part.begin(), part.end());
  }
  return rows;
}

}  // namespace

std::span<const OutletRow> outlet_table() {
  static const std::vector<OutletRow> rows = all_rows();
  return rows;
}

}  // namespace broadsheet
