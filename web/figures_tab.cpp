// The Figures tab: plots of the claims, then a row for each or for each group of them.
#include <algorithm>
#include <array>

#include "searcher/figure_label.h"
#include "web/links.h"
#include "web/marked.h"
#include "web/plot.h"
#include "web/tabs.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_units = 6;

// The unit of the plots: the one asked for, else the most frequent.
std::string plotted_unit(const View& view, const FigureResults& results) {
  if (!view.unit.empty()) return view.unit;
  for (const FigureHistogram& histogram : results.histograms)
    if (!histogram.unit.empty() && histogram.bins.size() > 1) return histogram.unit;
  return results.histograms.empty() ? std::string() : results.histograms.front().unit;
}

void add_units(Html& html, const View& view, const FigureResults& results,
               std::string_view chosen) {
  std::size_t shown = 0;
  Html links;
  for (const FigureHistogram& histogram : results.histograms) {
    if (histogram.unit.empty() || shown++ == most_units) continue;
    View other = view;
    other.unit = histogram.unit;
    links << "<li><a href=\"" << view_url(other) << "\"";
    if (histogram.unit == chosen) links << " aria-current=\"true\"";
    links << "><bdi>" << unit_name(histogram.unit) << "</bdi></a></li>";
  }
  if (shown > 1) {
    html << "<nav class=\"units\" aria-label=\"Unit of the plots\"><ul>" << links
         << "</ul></nav>\n";
  }
}

void add_plots(Html& html, const View& view, const FigureResults& results) {
  const std::string unit = plotted_unit(view, results);
  html << "<section aria-labelledby=\"plot\"><h2 id=\"plot\">How large, and when</h2>\n";
  add_units(html, view, results, unit);
  add_figure_plot(html, view, results.rows, unit);
  for (const FigureHistogram& histogram : results.histograms)
    if (histogram.unit == unit) add_value_plot(html, view, histogram);
  html << "</section>\n";
}

void add_story(Html& html, const View& view, const StoryRef& story) {
  html << "<a href=\"" << article_url(story.id, view.request.query) << "\"><bdi>"
       << story.outlet.value_or("Outlet not known") << "</bdi></a> ";
  add_date(html, story.date);
}

void add_voices(Html& html, const View& view, const Agreement& agreement) {
  constexpr std::size_t most_voices = 12;
  html << "<ul>";
  for (std::size_t i = 0; i < std::min(agreement.claims.size(), most_voices); ++i) {
    const ComparedClaim& claim = agreement.claims[i];
    html << "<li><data value=\"" << machine_value(claim.figure.figure) << "\">"
         << claim.figure.printed << "</data> ";
    add_story(html, view, claim.story);
    html << "</li>";
  }
  html << "</ul>";
}

void add_agreement(Html& html, const View& view, const std::optional<Agreement>& held) {
  if (!held) return;
  switch (held->state) {
    case Agreement::State::agree:
      html
          << "<details class=\"agreement agree\"><summary>\u2713 sources agree</summary>";
      break;
    case Agreement::State::differ:
      html << "<details class=\"agreement differ\"><summary>\u2260 sources "
              "differ</summary>";
      break;
    case Agreement::State::revised:
      html << "<details class=\"agreement revised\"><summary>\u21BB revised</summary>";
      break;
  }
  add_voices(html, view, *held);
  html << "</details>";
}

void add_sentence(Html& html, const FigureInContext& figure) {
  html << "<span dir=\"auto\" class=\"said\">";
  MarkedText(figure.sentence, {},
             {{figure.in_sentence, machine_value(figure.figure), {}, {}}})
      .write_all(html);
  html << "</span>";
}

void add_row(Html& html, const View& view, const FigureRow& row) {
  const Figure& figure = row.figure.figure;
  html << "<tr><th scope=\"row\"><data class=\"figure\" value=\"" << machine_value(figure)
       << "\">" << row.figure.printed << "</data>";
  if (row.figure.match == Sureness::possible)
    html << " <span class=\"maybe\">possibly</span>";
  html << "</th><td class=\"read\">" << full_reading(figure) << "</td><td>";
  add_sentence(html, row.figure);
  add_agreement(html, view, row.agreement);
  html << "</td><td class=\"source\">";
  add_story(html, view, row.story);
  if (row.outlets > 1) {
    html << "<span class=\"also\">in " << counted(row.outlets, "outlet", "outlets")
         << "</span>";
  }
  html << "</td></tr>\n";
}

struct Column {
  std::string_view heading;
  std::optional<Sort> sort;
};

constexpr std::array columns = {
    Column{"Figure", Sort::figure}, Column{"Read as", std::nullopt},
    Column{"Sentence", Sort::relevance}, Column{"Source", Sort::outlet}};

void add_sort_link(Html& html, const View& view, Sort sort, std::string_view label) {
  View sorted = view;
  sorted.request = at_offset(sorted.request, 0);
  sorted.request.sort = sort;
  html << "<a href=\"" << view_url(sorted) << "\"";
  if (sort == view.request.sort) html << " aria-current=\"true\"";
  html << ">" << label << "</a>";
}

void add_orders(Html& html, const View& view) {
  constexpr std::array orders = {
      std::pair<Sort, std::string_view>{Sort::relevance, "Best fit"},
      std::pair<Sort, std::string_view>{Sort::figure, "Largest"},
      std::pair<Sort, std::string_view>{Sort::newest, "Newest"},
      std::pair<Sort, std::string_view>{Sort::oldest, "First told"},
      std::pair<Sort, std::string_view>{Sort::outlet, "Outlet"}};
  html << "<nav class=\"sorts\" aria-label=\"Order of the figures\"><ul>";
  if (!view.grouped) {
    for (const auto& [sort, label] : orders) {
      html << "<li>";
      add_sort_link(html, view, sort, label);
      html << "</li>";
    }
  }
  View other = on_tab(view, Tab::figures);
  other.grouped = !view.grouped;
  html << "<li class=\"switch\"><a href=\"" << view_url(other) << "\">"
       << (view.grouped ? Markup("Claim by claim") : Markup("Group by what and whom"))
       << "</a></li></ul></nav>\n";
}

// Where the table's page begins among the claims that were asked for; claims behind these
// are asked for by themselves (see Site).
std::size_t first_listed(const View& view) {
  return view.request.offset < plotted_claims ? view.request.offset : 0;
}

void add_table(Html& html, const View& view, const FigureResults& results) {
  const std::size_t start = std::min(first_listed(view), results.rows.size());
  const std::size_t end = std::min(start + listed_claims, results.rows.size());
  html << "<div class=\"wide\"><table class=\"claims\"><caption class=\"hidden\">One row "
          "for "
          "each claim</caption><thead><tr>";
  for (const Column& column : columns) {
    html << "<th scope=\"col\"";
    if (column.sort == view.request.sort && column.sort == Sort::figure)
      html << " aria-sort=\"descending\"";
    html << ">";
    if (column.sort && *column.sort != view.request.sort) {
      add_sort_link(html, view, *column.sort, column.heading);
    } else {
      html << column.heading;
    }
    html << "</th>";
  }
  html << "</tr></thead><tbody>\n";
  for (std::size_t i = start; i < end; ++i) add_row(html, view, results.rows[i]);
  html << "</tbody></table></div>\n";
}

void add_pages(Html& html, const View& view, const FigureResults& results) {
  const std::size_t at = view.request.offset;
  const std::size_t end = at + listed_claims;
  html << "<nav class=\"pager\" aria-label=\"Pages\">";
  const auto add = [&](Markup rel, std::size_t offset, Markup label) {
    View page = view;
    page.request = at_offset(page.request, offset);
    html << "<a rel=\"" << rel << "\" href=\"" << view_url(page) << "\">" << label
         << "</a>";
  };
  if (at > 0) add("prev", at - std::min(at, listed_claims), "Previous");
  html << "<span>" << grouped(at + 1) << " to " << grouped(std::min(end, results.total))
       << " of " << (results.exact ? Markup("") : Markup("more than "))
       << grouped(results.total) << " claims</span>";
  if (end < results.total) add("next", end, "Next");
  html << "</nav>\n";
}

std::string value_of(const Amount& amount, std::string_view unit) {
  return short_value(to_double(amount), unit);
}

void add_group(Html& html, const View& view, const FigureGroup& group) {
  html << "<tr><th scope=\"row\"><bdi>" << group.counts.value_or(unit_name(group.unit))
       << "</bdi>";
  if (group.counts && group.unit != *group.counts)
    html << " <span class=\"reading\">" << unit_name(group.unit) << "</span>";
  html << "</th><td>";
  if (group.of) {
    View narrower =
        asking_for(view, with_filter(view.request.query, "\"" + *group.of + "\""));
    narrower.grouped = false;
    narrower.unit = group.unit;
    const bool plain = group.of->find('"') == std::string::npos;
    if (plain) html << "<a href=\"" << view_url(narrower) << "\">";
    html << "<bdi>" << *group.of << "</bdi>";
    if (plain) html << "</a>";
  }
  html << "</td><td class=\"number\">" << grouped(group.count) << "</td>";
  for (const Amount& amount : {group.minimum, group.median, group.maximum}) {
    html << "<td class=\"number\"><data value=\"" << to_string(amount) << "\">"
         << value_of(amount, group.unit) << "</data></td>";
  }
  for (const auto& date : {group.first, group.latest}) {
    html << "<td class=\"day\">";
    add_date(html, date);
    html << "</td>";
  }
  html << "</tr>\n";
}

void add_groups(Html& html, const View& view, const FigureResults& results) {
  html << "<div class=\"wide\"><table class=\"groups\"><caption class=\"hidden\">Claims "
          "by "
          "what is counted and whom it is said of</caption><thead><tr>"
          "<th scope=\"col\">What</th><th scope=\"col\">Of whom</th>"
          "<th scope=\"col\" class=\"number\">Claims</th>"
          "<th scope=\"col\" class=\"number\">Least</th>"
          "<th scope=\"col\" class=\"number\">Median</th>"
          "<th scope=\"col\" class=\"number\">Most</th>"
          "<th scope=\"col\">First</th><th scope=\"col\">Latest</th></tr></thead>"
          "<tbody>\n";
  for (const FigureGroup& group : results.groups) add_group(html, view, group);
  html << "</tbody></table></div>\n";
}

void add_downloads(Html& html, const View& view) {
  html << "<p class=\"take-away\">Take away: <a download href=\""
       << download_url(view, "csv") << "\">CSV</a> <a download href=\""
       << download_url(view, "jsonl") << "\">JSON lines</a></p>\n";
}

}  // namespace

std::string download_url(const View& view, std::string_view format) {
  View all = on_tab(view, Tab::stories);
  all.grouped = view.grouped;
  std::string url = view_url(all);
  url.replace(0, std::string_view("/search").size(), "/figures." + std::string(format));
  return url;
}

void add_figures_tab(Html& html, const View& view, const FigureResults& results) {
  if (results.rows.empty()) {
    html << "<div class=\"empty\"><p><b>No figure was found</b> in these stories that "
            "fits "
            "the query.</p></div>\n";
    return;
  }
  if (view.request.offset == 0 && !view.grouped) add_plots(html, view, results);
  html << "<section aria-labelledby=\"claims\"><h2 id=\"claims\">"
       << (results.exact ? Markup("") : Markup("More than "))
       << counted(results.total, "claim", "claims") << "</h2>\n";
  add_downloads(html, view);
  add_orders(html, view);
  if (view.grouped) {
    add_groups(html, view, results);
  } else {
    add_table(html, view, results);
    add_pages(html, view, results);
  }
  html << "</section>\n";
}

}  // namespace broadsheet
