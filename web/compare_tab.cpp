// The Compare tab: two queries side by side, each with its first stories and claims. Two
// outlets or two years are two queries that differ in a filter.
#include <algorithm>
#include <set>

#include "web/facets.h"
#include "web/links.h"
#include "web/marked.h"
#include "web/plot.h"
#include "web/reading_line.h"
#include "web/tabs.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t listed_stories = 5;
constexpr std::size_t side_claims = 10;

void add_form(Html& html, const View& view) {
  html << "<form class=\"range two\" action=\"/search\" method=\"get\">"
          "<input type=\"hidden\" name=\"tab\" value=\"compare\">"
          "<label for=\"one\">Compare</label><input id=\"one\" name=\"q\" value=\""
       << view.request.query
       << "\"><label for=\"against\">with</label><input id=\"against\" name=\"against\" "
          "value=\""
       << view.against << "\"><button>Compare</button></form>\n";
}

// The first two known values of a facet: "Reuters with BBC News".
void add_pair(Html& html, const View& view, const Facet& facet) {
  std::vector<const FacetValue*> known;
  for (const FacetValue& value : facet.values)
    if (value.value && known.size() < 2) known.push_back(&value);
  if (known.size() < 2) return;
  const std::string one = facet_filter(facet, *known[0]);
  const std::string two = facet_filter(facet, *known[1]);
  View pair = asking_for(view, with_filter(view.request.query, one));
  pair.against = with_filter(view.request.query, two);
  html << "<li><a href=\"" << view_url(pair) << "\"><bdi>" << *known[0]->value
       << "</bdi> with <bdi>" << *known[1]->value << "</bdi></a></li>";
}

void add_ideas(Html& html, const View& view, const Results& results) {
  Html pairs;
  for (const Facet& facet : results.facets)
    if (facet.name == "outlet" || facet.name == "year") add_pair(pairs, view, facet);
  if (pairs.empty()) return;
  html << "<h2>Ideas</h2><ul class=\"ways\">" << pairs << "</ul>\n";
}

void add_stories(Html& html, const std::string& query, const Results& results) {
  html << "<ol class=\"short\">";
  for (std::size_t i = 0; i < std::min(results.hits.size(), listed_stories); ++i) {
    const Hit& hit = results.hits[i];
    html << "<li><a href=\"" << article_url(hit.id, query) << "\" dir=\"auto\">"
         << hit.display_title << "</a> <span class=\"source\"><bdi>"
         << hit.outlet.value_or("Outlet not known") << "</bdi> ";
    add_date(html, hit.date);
    html << "</span></li>";
  }
  html << "</ol>\n";
}

void add_claims(Html& html, const std::string& query, const FigureResults& results) {
  html << "<ul class=\"short\">";
  for (std::size_t i = 0; i < std::min(results.rows.size(), side_claims); ++i) {
    const FigureRow& row = results.rows[i];
    html << "<li><a href=\"" << article_url(row.story.id, query)
         << "\"><data class=\"figure\" value=\"" << machine_value(row.figure.figure)
         << "\">" << row.figure.printed << "</data></a> <span class=\"reading\">"
         << reading_unless_plain(row.figure.figure, row.figure.printed) << "</span> ";
    add_date(html, row.story.date);
    html << "</li>";
  }
  html << "</ul>\n";
}

void add_side(Html& html, const std::string& query, const Results& results,
              const std::optional<FigureResults>& figures, Markup id) {
  SearchRequest request;
  request.query = query;
  html << "<section aria-labelledby=\"" << id << "\"><h2 id=\"" << id << "\"><a href=\""
       << search_url(request) << "\"><bdi>"
       << (query.empty() ? std::string("All stories") : query) << "</bdi></a></h2><p><b>"
       << stories_found(results) << "</b></p>\n";
  add_stories(html, query, results);
  if (figures && !figures->rows.empty()) {
    html << "<h3>Figures</h3>";
    add_claims(html, query, *figures);
  }
  html << "</section>\n";
}

std::set<std::string> values_of(const FigureResults& figures) {
  std::set<std::string> out;
  for (const FigureRow& row : figures.rows) out.insert(full_reading(row.figure.figure));
  return out;
}

// What both sides say, word for word of the reading.
void add_common(Html& html, const Answer& answer) {
  if (!answer.figures || !answer.other_figures) return;
  const auto one = values_of(*answer.figures), two = values_of(*answer.other_figures);
  std::vector<std::string> both;
  std::set_intersection(one.begin(), one.end(), two.begin(), two.end(),
                        std::back_inserter(both));
  if (both.empty()) return;
  html << "<h2>Figures of both</h2><ul class=\"figures\">";
  for (std::size_t i = 0; i < std::min(both.size(), side_claims * 2); ++i)
    html << "<li><span class=\"figure\">" << both[i] << "</span></li>";
  html << "</ul>\n";
}

}  // namespace

void add_timeline_tab(Html& html, const View& view, const Results& results) {
  html << "<h2>When these stories appeared</h2>\n";
  if (results.histogram) {
    add_timeline(html, view, *results.histogram);
  } else {
    html << "<p>There is nothing to draw.</p>\n";
  }
}

void add_compare_tab(Html& html, const View& view, const Answer& answer) {
  add_form(html, view);
  if (!answer.other) {
    html << "<p>Two queries, outlets or periods side by side.</p>\n";
    add_ideas(html, view, answer.stories);
    return;
  }
  html << "<div class=\"sides\">\n";
  add_side(html, view.request.query, answer.stories, answer.figures, "side-one");
  add_side(html, view.against, *answer.other, answer.other_figures, "side-two");
  html << "</div>\n";
  add_common(html, answer);
}

}  // namespace broadsheet
