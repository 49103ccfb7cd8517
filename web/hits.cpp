// One hit: title, who and when, the passage that fits, the figures in it.
#include "web/hits.h"

#include <algorithm>

#include "article/figure_reader.h"
#include "web/links.h"
#include "web/marked.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t listed_figures = 3;

// The snippet gives only places; the value is what the engine's own reader makes of the
// printed form, as it would of a query.
std::vector<Chip> chips_of(const Snippet& snippet) {
  std::vector<Chip> out;
  for (const Span& span : snippet.figures) {
    if (span.start > span.end || span.end > snippet.text.size()) continue;
    const std::string_view printed = span.in(snippet.text);
    const std::optional<Figure> figure = read_figure(printed);
    out.push_back({span, figure ? machine_value(*figure) : std::string(printed), {}});
  }
  return out;
}

void add_snippet(Html& html, const Snippet& snippet) {
  if (snippet.text.empty()) return;
  html << "<p class=\"snippet\" dir=\"auto\">";
  MarkedText(snippet.text, snippet.marks, chips_of(snippet)).write_all(html);
  html << "</p>\n";
}

void add_names(Html& html, Markup label, const std::vector<std::string>& names) {
  if (names.empty()) return;
  html << "<span>" << label;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) html << ", ";
    html << "<bdi>" << names[i] << "</bdi>";
  }
  html << "</span>";
}

void add_meta(Html& html, const Hit& hit) {
  html << "<p class=\"meta\"><span class=\"outlet\">";
  if (hit.outlet) {
    html << "<bdi>" << *hit.outlet << "</bdi>";
  } else {
    html << "Outlet not known";
  }
  html << "</span>";
  add_date(html, hit.date);
  add_names(html, "credits ", hit.credited);
  if (!hit.corrected.empty())
    html << "<span class=\"corrected\">corrected by hand</span>";
  html << "<span class=\"file\" title=\"" << hit.path << "\">" << file_name(hit.path);
  if (hit.line) html << ":" << std::to_string(*hit.line);
  html << "</span></p>\n";
}

// The first of those that are not told already: a story says its main figure twice.
std::vector<const FigureInContext*> listed(const std::vector<FigureInContext>& figures) {
  std::vector<const FigureInContext*> out;
  for (const FigureInContext& entry : figures) {
    const bool told = std::any_of(out.begin(), out.end(), [&](const auto* other) {
      return other->printed == entry.printed;
    });
    if (!told) out.push_back(&entry);
    if (out.size() == listed_figures) break;
  }
  return out;
}

void add_figures(Html& html, const std::vector<FigureInContext>& figures) {
  if (figures.empty()) return;
  html << "<ul class=\"figures\" aria-label=\"Figures in this story\">";
  for (const FigureInContext* entry : listed(figures)) {
    html << "<li><data class=\"figure\" value=\"" << machine_value(entry->figure) << "\">"
         << entry->printed << "</data>";
    const std::string reading = reading_unless_plain(entry->figure, entry->printed);
    if (!reading.empty()) html << " <span class=\"reading\">" << reading << "</span>";
    if (entry->match == Sureness::possible)
      html << " <span class=\"maybe\" title=\"It may or may not meet what was asked "
              "of figures\">possibly</span>";
    html << "</li>";
  }
  html << "</ul>\n";
}

// "also in 5 outlets, first in The Wire": one copy stands for all.
void add_copies(Html& html, const Hit& hit) {
  if (hit.copies == 0 && hit.also_in == 0) return;
  html << "<p class=\"copies\">";
  if (hit.cluster) {
    SearchRequest members;
    members.query = "cluster:" + *hit.cluster;
    members.group = false;
    html << "<a href=\"" << search_url(members) << "\">";
  }
  if (hit.also_in > 0) {
    html << "also in " << counted(hit.also_in, "outlet", "outlets");
  } else {
    html << counted(hit.copies, "near-copy", "near-copies");
  }
  if (hit.cluster) html << "</a>";
  if (hit.first && hit.first->id != hit.id && hit.first->outlet)
    html << ", first in <bdi>" << *hit.first->outlet << "</bdi>";
  html << "</p>\n";
}

void add_hit(Html& html, const SearchRequest& request, const Hit& hit) {
  html << "<li><article data-path=\"" << hit.path << "\">\n<h3 dir=\"auto\"><a href=\""
       << article_url(hit.id, request.query) << "\">"
       << (hit.display_title.empty() ? std::string("Untitled story") : hit.display_title)
       << "</a></h3>\n";
  add_meta(html, hit);
  add_snippet(html, hit.snippet);
  add_figures(html, hit.figures);
  add_copies(html, hit);
  html << "</article></li>\n";
}

}  // namespace

void add_hits(Html& html, const SearchRequest& request, const Results& results) {
  html << "<ol class=\"hits\" start=\"" << std::to_string(results.offset + 1) << "\">\n";
  for (const Hit& hit : results.hits) add_hit(html, request, hit);
  html << "</ol>\n";
}

}  // namespace broadsheet
