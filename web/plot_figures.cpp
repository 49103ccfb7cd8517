// The figure plot: claims by the day of the first story and by value. Up to some hundred
// claims have a mark each; more share marks by cells, whose size tells how many.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "article/date.h"
#include "web/links.h"
#include "web/plot.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr double width = 640, height = 360, left = 66, right = 560, top = 14, floor = 318;
constexpr double undated_x = 604;  // the strip of claims without a date
constexpr std::size_t most_single = 300;
constexpr int cells_across = 48, cells_up = 26;

struct Point {
  const FigureRow* row = nullptr;
  double low = 0, high = 0;
  std::optional<int> day;
  bool open = false;  // one end is not told
};

std::optional<Point> point_of(const Figure& figure, const std::optional<Date>& date) {
  if (!figure.low && !figure.high) return std::nullopt;
  Point point;
  point.low = to_double(figure.low ? *figure.low : *figure.high);
  point.high = to_double(figure.high ? *figure.high : *figure.low);
  if (point.low > point.high) std::swap(point.low, point.high);
  point.open = !figure.low || !figure.high;
  if (!std::isfinite(point.low) || !std::isfinite(point.high)) return std::nullopt;
  if (date) point.day = (first_day(*date) + last_day(*date)) / 2;
  return point;
}

struct Plot {
  std::vector<Point> points;
  int first = 0, last = 0;
  Scale up;

  double x(const std::optional<int>& day) const {
    if (!day) return undated_x;
    const double part = (*day - first) / std::max(1.0, double(last - first));
    return left + 10 + (right - left - 20) * std::clamp(part, 0.0, 1.0);
  }
};

Scale scale_of(const std::vector<Point>& points) {
  double low = points.front().low, high = points.front().high, smallest = 0;
  for (const Point& point : points) {
    low = std::min(low, point.low);
    high = std::max(high, point.high);
    for (const double value : {std::abs(point.low), std::abs(point.high)})
      if (value > 0 && (smallest == 0 || value < smallest)) smallest = value;
  }
  return {low, high, smallest, floor - 6, top + 6};
}

Plot plot_of(std::vector<Point> points) {
  std::optional<int> first, last;
  for (const Point& point : points) {
    if (!point.day) continue;
    first = std::min(first.value_or(*point.day), *point.day);
    last = std::max(last.value_or(*point.day), *point.day);
  }
  const Scale up = scale_of(points);
  int from = first.value_or(0), to = last.value_or(0);
  if (to - from < 6) from -= 3, to += 3;
  return {std::move(points), from, to, up};
}

void add_value_axis(Html& html, const Plot& plot, std::string_view unit) {
  for (const double value : plot.up.ticks()) {
    const double y = plot.up.at(value);
    html << "<path class=\"grid\" d=\"M" << coordinate(left) << " " << coordinate(y)
         << "H" << coordinate(right) << "\"/><text class=\"end\" x=\""
         << coordinate(left - 6) << "\" y=\"" << coordinate(y + 4) << "\">"
         << short_value(value, unit) << "</text>\n";
  }
}

void add_day_axis(Html& html, const Plot& plot) {
  html << "<path class=\"axis\" d=\"M" << coordinate(left) << " " << coordinate(floor)
       << "H" << coordinate(right) << "\"/>";
  bool odd = false;
  for (const DayTick& tick : day_ticks(plot.first, plot.last)) {
    const double x = plot.x(tick.day);
    html << "<path class=\"axis\" d=\"M" << coordinate(x) << " " << coordinate(floor)
         << "v5\"/><text class=\"middle" << (odd ? Markup(" minor") : Markup(""))
         << "\" x=\"" << coordinate(x) << "\" y=\"" << coordinate(height - 12) << "\">"
         << tick.label << "</text>";
    odd = !odd;
  }
  const bool undated = std::any_of(plot.points.begin(), plot.points.end(),
                                   [](const Point& point) { return !point.day; });
  if (!undated) return;
  html << "<path class=\"strip\" d=\"M" << coordinate(undated_x - 24) << " "
       << coordinate(top) << "V" << coordinate(floor) << "\"/><text class=\"middle\" x=\""
       << coordinate(undated_x) << "\" y=\"" << coordinate(height - 12)
       << "\">no date</text>\n";
}

std::string label_of(const FigureRow& row) {
  std::string label = row.figure.printed;
  label += ", " + full_reading(row.figure.figure);
  label += "; " + row.story.outlet.value_or("outlet not known") + ", ";
  label += row.story.date ? long_date(*row.story.date) : "date not known";
  if (row.agreement) label += "; sources " + std::string(to_string(row.agreement->state));
  return label;
}

bool firm(const Figure& figure) {
  return !figure.status || *figure.status == Status::said;
}

// A dot for what is said to be so, a diamond for what is planned, estimated or denied.
void add_mark(Html& html, const Plot& plot, const Point& point, const View& view) {
  const FigureRow& row = *point.row;
  const double x = plot.x(point.day), y = plot.up.at(point.low);
  const double end = plot.up.at(point.high);
  html << "<a href=\"" << article_url(row.story.id, view.request.query) << "\"><title>"
       << label_of(row) << "</title>";
  if (std::abs(end - y) > 1) {
    html << "<path class=\"interval\" d=\"M" << coordinate(x) << " " << coordinate(y)
         << "V" << coordinate(end) << "\"/>";
  } else if (point.open) {
    html << "<path class=\"interval\" d=\"M" << coordinate(x) << " " << coordinate(y)
         << (row.figure.figure.low ? Markup("v-16l-4 6m4 -6l4 6\"/>")
                                   : Markup("v16l-4 -6m4 6l4 -6\"/>"));
  }
  const bool possible = row.figure.match == Sureness::possible;
  const Markup kind = possible ? Markup("mark possible") : Markup("mark");
  if (firm(row.figure.figure)) {
    html << "<circle class=\"" << kind << "\" cx=\"" << coordinate(x) << "\" cy=\""
         << coordinate(y) << "\" r=\"5\"/></a>\n";
  } else {
    html << "<path class=\"" << kind << "\" d=\"M" << coordinate(x) << " "
         << coordinate(y - 6) << "l6 6l-6 6l-6 -6z\"/></a>\n";
  }
}

// Claims that were revised, joined in the order of their days. The same comparison is
// told by each of its claims and drawn once.
void add_revisions(Html& html, const Plot& plot) {
  std::set<std::string> drawn;
  for (const Point& point : plot.points) {
    const auto& agreement = point.row->agreement;
    if (!agreement || agreement->state != Agreement::State::revised) continue;
    std::string path;
    for (const ComparedClaim& claim : agreement->claims) {
      const auto other = point_of(claim.figure.figure, claim.story.date);
      if (!other || !other->day) continue;
      path += path.empty() ? "M" : "L";
      path += coordinate(plot.x(other->day)) + " " + coordinate(plot.up.at(other->low));
    }
    if (path.find('L') == std::string::npos || drawn.size() >= 100) continue;
    if (!drawn.insert(path).second) continue;
    html << "<path class=\"revised\" d=\"" << path << "\"/>";
  }
}

struct Cell {
  std::size_t count = 0;
  int first = 0, last = 0;
  double low = 0, high = 0;
  bool dated = true;
};

void add_cell(Html& html, const Plot& plot, const Cell& cell, const View& view,
              std::string_view unit) {
  std::string label =
      counted(cell.count, "claim", "claims") + ", " + short_value(cell.low, unit);
  if (cell.high > cell.low) label += " to " + short_value(cell.high, unit);
  View inside = view;
  if (cell.dated) {
    label += ", " + span_of_days(cell.first, cell.last);
    inside = asking_for(view, within_days(view.request.query, cell.first, cell.last));
  } else {
    inside = choosing(view, {"year", std::nullopt}, Chosen::in);
  }
  inside.unit = unit;
  const double x = cell.dated ? (plot.x(cell.first) + plot.x(cell.last)) / 2 : undated_x;
  const double radius =
      std::min(9.0, 2.5 + 1.3 * std::sqrt(static_cast<double>(cell.count)));
  html << "<a href=\"" << view_url(inside) << "\"><title>" << label
       << "</title><circle class=\"mark\" cx=\"" << coordinate(x) << "\" cy=\""
       << coordinate((plot.up.at(cell.low) + plot.up.at(cell.high)) / 2) << "\" r=\""
       << coordinate(radius) << "\"/></a>\n";
}

void add_cells(Html& html, const Plot& plot, const View& view, std::string_view unit) {
  std::map<std::pair<int, int>, Cell> cells;
  for (const Point& point : plot.points) {
    const int across = static_cast<int>(plot.x(point.day) / width * cells_across);
    const int up = static_cast<int>(plot.up.at(point.low) / height * cells_up);
    Cell& cell = cells[{across, up}];
    const int day = point.day.value_or(0);
    if (cell.count++ == 0)
      cell = {1, day, day, point.low, point.low, point.day.has_value()};
    cell.first = std::min(cell.first, day);
    cell.last = std::max(cell.last, day);
    cell.low = std::min(cell.low, point.low);
    cell.high = std::max(cell.high, point.low);
  }
  for (const auto& [place, cell] : cells) add_cell(html, plot, cell, view, unit);
}

std::vector<Point> points_of(const std::vector<FigureRow>& rows, std::string_view unit) {
  std::vector<Point> out;
  for (const FigureRow& row : rows) {
    if (row.figure.figure.unit != unit) continue;
    auto point = point_of(row.figure.figure, row.story.date);
    if (!point) continue;
    point->row = &row;
    out.push_back(*point);
  }
  return out;
}

void add_caption(Html& html, const Plot& plot, std::string_view unit, bool shared) {
  html << "<figcaption>" << counted(plot.points.size(), "claim", "claims") << " in "
       << unit_name(unit) << ", by the day of the first story";
  if (plot.up.logarithmic()) html << ", on a logarithmic scale";
  html << ". ";
  if (shared) {
    html << "The larger a dot, the more claims stand there.";
  } else {
    html
        << "Dots are said to be so, diamonds planned or estimated, hollow ones possible; "
           "a line up or down is a range or an open end, a dashed line a revision.";
  }
  html << "</figcaption>";
}

}  // namespace

void add_figure_plot(Html& html, const View& view, const std::vector<FigureRow>& rows,
                     std::string_view unit) {
  std::vector<Point> points = points_of(rows, unit);
  if (points.empty()) return;
  const Plot plot = plot_of(std::move(points));
  const bool shared = plot.points.size() > most_single;
  html << "<figure class=\"plot claims\"><svg viewBox=\"0 0 " << coordinate(width) << " "
       << coordinate(height)
       << "\" role=\"group\" aria-labelledby=\"claims-title claims-desc\">"
          "<title id=\"claims-title\">Claims by date and value</title>"
          "<desc id=\"claims-desc\">Each mark leads on; the claims stand in the table "
          "below.</desc>\n";
  add_value_axis(html, plot, unit);
  add_day_axis(html, plot);
  add_revisions(html, plot);
  if (shared) {
    add_cells(html, plot, view, unit);
  } else {
    for (const Point& point : plot.points) add_mark(html, plot, point, view);
  }
  html << "</svg>";
  add_caption(html, plot, unit, shared);
  html << "</figure>\n";
}

}  // namespace broadsheet
