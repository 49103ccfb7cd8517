// Bars of stories over time. The SVG holds no text of stories; its labels grow on narrow
// screens by the stylesheet, and every second one goes.
#include <algorithm>

#include "article/date.h"
#include "web/plot.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr double width = 640, height = 210, left = 8, right = 632, top = 26, floor = 176;

View narrowed(const View& view, const DateHistogram::Bar& bar) {
  return on_tab(asking_for(view, within_days(view.request.query, bar.first, bar.last)),
                Tab::stories);
}

std::size_t highest(const DateHistogram& histogram) {
  std::size_t most = 1;
  for (const auto& bar : histogram.bars) most = std::max(most, bar.count);
  return most;
}

void add_bar(Html& html, const View& view, const DateHistogram::Bar& bar, double x,
             double wide, double tall) {
  const std::string label =
      span_of_days(bar.first, bar.last) + ": " + counted(bar.count, "story", "stories");
  html << "<a href=\"" << view_url(narrowed(view, bar)) << "\" data-from=\""
       << to_string(date_of_day(bar.first)) << "\" data-to=\""
       << to_string(date_of_day(bar.last)) << "\"><title>" << label
       << "</title><rect class=\"touch\" x=\"" << coordinate(x) << "\" y=\""
       << coordinate(top) << "\" width=\"" << coordinate(wide) << "\" height=\""
       << coordinate(floor - top) << "\"/><rect class=\"bar\" x=\""
       << coordinate(x + wide * 0.08) << "\" y=\"" << coordinate(floor - tall)
       << "\" width=\"" << coordinate(wide * 0.84) << "\" height=\"" << coordinate(tall)
       << "\"/></a>\n";
}

// Bars are set by their days: empty ones may have been left out.
void add_bars(Html& html, const View& view, const DateHistogram& histogram) {
  const int first = histogram.bars.front().first;
  const double days = histogram.bars.back().last - first + 1;
  const auto most = static_cast<double>(highest(histogram));
  for (const auto& bar : histogram.bars) {
    if (bar.count == 0) continue;
    const double x = left + (right - left) * (bar.first - first) / days;
    const double wide = (right - left) * (bar.last - bar.first + 1) / days;
    const double tall = (floor - top) * static_cast<double>(bar.count) / most;
    add_bar(html, view, bar, x, std::max(wide, 1.5), std::max(tall, 2.0));
  }
}

void add_axis(Html& html, const DateHistogram& histogram) {
  const int first = histogram.bars.front().first, last = histogram.bars.back().last;
  html << "<path class=\"axis\" d=\"M" << coordinate(left) << " " << coordinate(floor)
       << "H" << coordinate(right) << "\"/><path class=\"grid\" d=\"M" << coordinate(left)
       << " " << coordinate(top) << "H" << coordinate(right) << "\"/>";
  bool odd = false;
  for (const DayTick& tick : day_ticks(first, last)) {
    const double x = left + (right - left) * (tick.day - first) / (last - first + 1.0);
    html << "<path class=\"axis\" d=\"M" << coordinate(x) << " " << coordinate(floor)
         << "v5\"/>";
    if (x < right - 36) {
      html << "<text" << (odd || x > right - 96 ? Markup(" class=\"minor\"") : Markup(""))
           << " x=\"" << coordinate(x) << "\" y=\"" << coordinate(height - 8) << "\">"
           << tick.label << "</text>";
    }
    odd = !odd;
  }
  html << "<text x=\"" << coordinate(left) << "\" y=\"18\">"
       << counted(highest(histogram), "story", "stories") << " a "
       << to_string(histogram.interval) << "</text>\n";
}

void add_table(Html& html, const View& view, const DateHistogram& histogram) {
  html << "<details class=\"behind\"><summary>The numbers as a table</summary>"
          "<table><thead><tr><th scope=\"col\">"
       << to_string(histogram.interval)
       << "</th><th scope=\"col\" class=\"number\">stories</th></tr></thead><tbody>\n";
  for (const auto& bar : histogram.bars) {
    if (bar.count == 0) continue;
    html << "<tr><th scope=\"row\"><a href=\"" << view_url(narrowed(view, bar)) << "\">"
         << span_of_days(bar.first, bar.last) << "</a></th><td class=\"number\">"
         << grouped(bar.count) << "</td></tr>\n";
  }
  html << "</tbody></table></details>\n";
}

void add_beside(Html& html, const View& view, const DateHistogram& histogram) {
  if (histogram.undated + histogram.imprecise == 0) return;
  html << "<p class=\"beside\">Not in the bars: ";
  if (histogram.undated > 0) {
    const View undated =
        on_tab(choosing(view, {"year", std::nullopt}, Chosen::in), Tab::stories);
    html << "<a href=\"" << view_url(undated) << "\">"
         << counted(histogram.undated, "story", "stories") << " without a known date</a>";
  }
  if (histogram.imprecise > 0) {
    if (histogram.undated > 0) html << ", ";
    html << counted(histogram.imprecise, "story", "stories") << " dated to less than a "
         << to_string(histogram.interval);
  }
  html << ".</p>\n";
}

void add_dates_form(Html& html, const View& view, const DateHistogram& histogram) {
  html << "<form class=\"range\" action=\"/search\" method=\"get\">"
          "<input type=\"hidden\" name=\"tab\" value=\"timeline\">"
          "<input type=\"hidden\" name=\"q\" value=\""
       << view.request.query << "\">";
  for (const FacetChoice& choice : view.request.in)
    html << "<input type=\"hidden\" name=\"in\" value=\"" << choice.facet << "="
         << choice.value.value_or("unknown") << "\">";
  for (const FacetChoice& choice : view.request.out)
    html << "<input type=\"hidden\" name=\"out\" value=\"" << choice.facet << "="
         << choice.value.value_or("unknown") << "\">";
  html << "<label for=\"from\">From</label><input id=\"from\" name=\"from\" "
          "type=\"date\" value=\""
       << to_string(date_of_day(histogram.bars.front().first))
       << "\"><label for=\"to\">to</label><input id=\"to\" name=\"to\" type=\"date\" "
          "value=\""
       << to_string(date_of_day(histogram.bars.back().last))
       << "\"><button>Narrow</button></form>\n";
}

}  // namespace

void add_timeline(Html& html, const View& view, const DateHistogram& histogram) {
  if (histogram.bars.empty()) {
    html << "<p>No story here has a date that is known well enough for bars.</p>\n";
    add_beside(html, view, histogram);
    return;
  }
  html << "<figure class=\"plot timeline\"><svg viewBox=\"0 0 " << coordinate(width)
       << " " << coordinate(height)
       << "\" role=\"group\" aria-labelledby=\"timeline-title timeline-desc\">"
          "<title id=\"timeline-title\">Stories by "
       << to_string(histogram.interval) << "</title><desc id=\"timeline-desc\">Bars from "
       << span_of_days(histogram.bars.front().first, histogram.bars.front().last)
       << " to " << span_of_days(histogram.bars.back().first, histogram.bars.back().last)
       << "; the same numbers stand in the table below.</desc>\n";
  add_axis(html, histogram);
  add_bars(html, view, histogram);
  html << "</svg></figure>\n";
  add_beside(html, view, histogram);
  add_dates_form(html, view, histogram);
  add_table(html, view, histogram);
}

}  // namespace broadsheet
