// A figure: a number a story reports, with what it is a number of.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "article/amount.h"
#include "article/span.h"

namespace broadsheet {

enum class Bound { exact, about, at_least, more_than, at_most, less_than };
enum class Direction { up, down };
enum class Status { said, planned, estimated, denied, rumoured };

struct Change {
  Direction direction = Direction::up;
  std::optional<Amount> from;
  std::optional<Amount> to;
  std::optional<Amount> by;

  friend bool operator==(const Change&, const Change&) = default;
};

// A point has both ends equal; an open end is empty ("more than 5,000": low 5000,
// no high). At least one end is there. The unit is an ISO 4217 code for money,
// "percent", "percentage point", "basis point", a singular name for measures
// ("kilometre", "year of age", "barrel per day"), the singular head noun for counted
// things ("role"), or empty when the number stands alone.
struct Figure {
  std::optional<Amount> low;
  std::optional<Amount> high;
  Bound bound = Bound::exact;
  std::string unit;
  std::string dimension;  // "money", "ratio", "length", ..., "count"; or empty
  std::optional<std::string> counts;  // the whole phrase: "AI role"
  std::optional<std::string> of;      // whom or what it is said of
  std::optional<std::string> period;
  std::optional<Status> status;
  std::optional<Change> change;
  Span span;              // as printed, in the text (or the title) it was read from
  Span sentence;          // the sentence around it, in the same text
  bool in_title = false;  // span and sentence point into the title

  friend bool operator==(const Figure&, const Figure&) = default;
};

// The names that leave the program: "at least", "more than", ...
std::string_view to_string(Bound bound);
std::string_view to_string(Direction direction);
std::string_view to_string(Status status);
std::optional<Bound> bound_from(std::string_view name);
std::optional<Direction> direction_from(std::string_view name);
std::optional<Status> status_from(std::string_view name);

// One line for people: "45-50 billion USD", "more than 5000 job", "5 percent".
std::string to_string(const Figure& figure);

}  // namespace broadsheet
