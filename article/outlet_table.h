// The table behind article/outlets.h.
#pragma once

#include <span>
#include <string_view>

namespace broadsheet {

// A name that is also a common word or a person's name ("Time", "Mirror") begins with
// '~': it is known where a name is expected, but running text must show that it means
// the outlet.
struct OutletRow {
  std::string_view masthead;  // without '~' as it is shown
  std::string_view domains;   // separated by spaces
  std::string_view others;    // other printed names and sections, separated by '|'
};

// The regions, and all of them in one table.
std::span<const OutletRow> outlets_of_agencies();
std::span<const OutletRow> outlets_of_america();
std::span<const OutletRow> outlets_of_english();
std::span<const OutletRow> outlets_of_europe();
std::span<const OutletRow> outlets_of_europe_north_east();
std::span<const OutletRow> outlets_of_africa_middle_east();
std::span<const OutletRow> outlets_of_asia_pacific();
std::span<const OutletRow> more_outlets_of_europe_west();
std::span<const OutletRow> more_outlets_of_europe_east_africa();
std::span<const OutletRow> more_outlets_of_asia();
std::span<const OutletRow> more_outlets_of_america();
std::span<const OutletRow> outlet_table();

}  // namespace broadsheet
