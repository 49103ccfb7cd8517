// The spread of values: bins of 1, 2, 5, 10 side by side, which is a logarithmic axis.
#include <algorithm>

#include "web/plot.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr double width = 640, height = 170, left = 8, right = 632, top = 10, floor = 136;
constexpr double widest = 60;

View narrowed(const View& view, std::string_view unit, const FigureHistogram::Bin& bin) {
  View inside = asking_for(view, within_values(view.request.query, unit,
                                               to_string(bin.from), to_string(bin.to)));
  inside.unit = unit;
  return inside;
}

std::string label_of(const FigureHistogram::Bin& bin, std::string_view unit) {
  return short_value(to_double(bin.from), unit) + " to " +
         short_value(to_double(bin.to), unit) + ": " +
         counted(bin.count, "claim", "claims");
}

void add_bars(Html& html, const View& view, const FigureHistogram& histogram) {
  std::size_t most = 1;
  for (const auto& bin : histogram.bins) most = std::max(most, bin.count);
  const auto count = static_cast<double>(histogram.bins.size());
  const double wide = std::min(widest, (right - left) / count);
  const std::size_t every = 1 + histogram.bins.size() / 9;
  double x = left;
  for (std::size_t i = 0; i < histogram.bins.size(); ++i, x += wide) {
    const auto& bin = histogram.bins[i];
    const double tall = std::max(
        2.0, (floor - top) * static_cast<double>(bin.count) / static_cast<double>(most));
    html << "<a href=\"" << view_url(narrowed(view, histogram.unit, bin)) << "\"><title>"
         << label_of(bin, histogram.unit) << "</title><rect class=\"touch\" x=\""
         << coordinate(x) << "\" y=\"" << coordinate(top) << "\" width=\""
         << coordinate(wide) << "\" height=\"" << coordinate(floor - top)
         << "\"/><rect class=\"bar\" x=\"" << coordinate(x + wide * 0.06) << "\" y=\""
         << coordinate(floor - tall) << "\" width=\"" << coordinate(wide * 0.88)
         << "\" height=\"" << coordinate(tall) << "\"/></a>\n";
    if (i % every == 0) {
      html << "<text" << (i / every % 2 == 1 ? Markup(" class=\"minor\"") : Markup(""))
           << " x=\"" << coordinate(x) << "\" y=\"" << coordinate(height - 10) << "\">"
           << short_value(to_double(bin.from), histogram.unit) << "</text>";
    }
  }
}

void add_values_form(Html& html, const View& view, const FigureHistogram& histogram) {
  html << "<form class=\"range\" action=\"/search\" method=\"get\">"
          "<input type=\"hidden\" name=\"tab\" value=\"figures\">"
          "<input type=\"hidden\" name=\"unit\" value=\""
       << histogram.unit << "\"><input type=\"hidden\" name=\"q\" value=\""
       << view.request.query << "\">"
       << "<label for=\"low\">Values from</label><input id=\"low\" name=\"low\" "
          "inputmode=\"text\" placeholder=\"5k\"><label for=\"high\">to</label>"
          "<input id=\"high\" name=\"high\" inputmode=\"text\" placeholder=\"2m\">"
          "<button>Narrow</button></form>\n";
}

}  // namespace

void add_value_plot(Html& html, const View& view, const FigureHistogram& histogram) {
  if (histogram.bins.size() < 2) return;
  html
      << "<figure class=\"plot values\"><svg viewBox=\"0 0 " << coordinate(width) << " "
      << coordinate(height)
      << "\" role=\"group\" aria-labelledby=\"values-title values-desc\">"
         "<title id=\"values-title\">Claims by value, in "
      << unit_name(histogram.unit)
      << "</title><desc id=\"values-desc\">Bars of claims in steps of one, two and five; "
         "each narrows to its values.</desc>\n<path class=\"axis\" d=\"M"
      << coordinate(left) << " " << coordinate(floor) << "H" << coordinate(right)
      << "\"/>";
  add_bars(html, view, histogram);
  html << "</svg><figcaption>How large the claims in " << unit_name(histogram.unit)
       << " are; empty steps are left out.</figcaption></figure>\n";
  add_values_form(html, view, histogram);
}

}  // namespace broadsheet
