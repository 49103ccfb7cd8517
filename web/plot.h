// What the plots share: scales, ticks and numbers as they stand in an SVG. All plots are
// made on the server, coloured by the stylesheet, and complete without script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/results.h"
#include "web/html.h"
#include "web/view.h"

namespace broadsheet {

// Values to places: linear below a decade of values, else by logarithm; around zero by
// logarithm on both sides of it.
class Scale {
 public:
  // Places run from `from` (the lowest value) to `to`. Values must be finite.
  Scale(double low, double high, double smallest, double from, double to);
  double at(double value) const;
  double value_at(double place) const;  // the inverse
  std::vector<double> ticks() const;    // few, round, within the scale
  bool logarithmic() const { return kind_ != Kind::linear; }

 private:
  enum class Kind { linear, log, both_sides };
  double bent(double value) const;
  double straight(double bent) const;
  Kind kind_ = Kind::linear;
  double unit_ = 1;  // both_sides: below this it is nearly linear
  double low_, high_, from_, to_;
};

struct DayTick {
  int day = 0;
  std::string label;
};

// Starts of years, months or days; at most eight.
std::vector<DayTick> day_ticks(int first, int last);

std::string coordinate(double place);                          // "12.5"
std::string short_value(double value, std::string_view unit);  // "$45bn", "5k", "10%"
std::string span_of_days(int first, int last);                 // "March 2024"
std::string unit_name(std::string_view unit);                  // "US dollars", "role"

// Stories over time: each bar a link that narrows to its days; the undated beside.
void add_timeline(Html& html, const View& view, const DateHistogram& histogram);

// Claims of one unit by date and value: each mark a link to its story, ranges as bars,
// revisions joined; where marks would cover each other, one for several.
void add_figure_plot(Html& html, const View& view, const std::vector<FigureRow>& rows,
                     std::string_view unit);

// How the values of one unit spread, with boxes to ask for some of them.
void add_value_plot(Html& html, const View& view, const FigureHistogram& histogram);

}  // namespace broadsheet
