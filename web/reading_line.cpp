// The count, the reading in plain words, a chip for every part and choice, and remarks
// with a caret under the part that they are about.
#include "web/reading_line.h"

#include <algorithm>

#include "web/facets.h"
#include "web/links.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_chips = 24;

void add_chip(Html& html, const View& without, const Html& label, bool out) {
  html << "<li><a class=\"chip";
  if (out) html << " out";
  html << "\" href=\"" << view_url(without) << "\"><span class=\"hidden\">Remove </span>"
       << label << "<span class=\"drop\" aria-hidden=\"true\">\u00D7</span></a></li>";
}

void add_query_chips(Html& html, const View& view) {
  const std::string& query = view.request.query;
  const std::vector<Span> parts = query_parts(query);
  for (std::size_t i = 0; i < std::min(parts.size(), most_chips); ++i) {
    const std::string_view text = parts[i].in(query);
    const bool out = text.starts_with('-') || text.starts_with("NOT ");
    Html label;
    label << "<bdi>" << text << "</bdi>";
    add_chip(html, asking_for(view, without_part(query, parts[i])), label, out);
  }
}

void add_choice_chips(Html& html, const View& view, bool out) {
  for (const FacetChoice& choice : out ? view.request.out : view.request.in) {
    Html label;
    label << choice.facet << " ";
    if (out) label << "not ";
    label << "<bdi>" << facet_label(choice.facet, choice.value) << "</bdi>";
    add_chip(html, choosing(view, choice, Chosen::no), label, out);
  }
}

void add_chips(Html& html, const View& view) {
  Html chips;
  add_query_chips(chips, view);
  add_choice_chips(chips, view, false);
  add_choice_chips(chips, view, true);
  if (chips.empty()) return;
  html << "<ul class=\"chips\" aria-label=\"Parts of the query\">" << chips;
  if (!view.request.in.empty() || !view.request.out.empty()) {
    View bare = asking_for(view, view.request.query);
    bare.request.in.clear();
    bare.request.out.clear();
    html << "<li><a class=\"clear\" href=\"" << view_url(bare)
         << "\">Clear the filters</a></li>";
  }
  html << "</ul>\n";
}

void add_suggestion(Html& html, const View& view, const Remark& remark) {
  const auto query = suggested_query(view.request.query, remark);
  if (!query) return;
  html << " <span class=\"try\">Try <a href=\"" << view_url(asking_for(view, *query))
       << "\"><code>" << *remark.suggestion << "</code></a></span>";
}

// The query with the odd part underlined; the caret is drawn by the stylesheet.
void add_caret(Html& html, std::string_view query, Span span) {
  constexpr std::size_t around = 48;
  std::size_t from = span.start - std::min(span.start, around);
  while (from > 0 && (static_cast<unsigned char>(query[from]) & 0xC0) == 0x80) --from;
  std::size_t to = std::min(query.size(), span.end + around);
  while (to < query.size() && (static_cast<unsigned char>(query[to]) & 0xC0) == 0x80)
    ++to;
  html << "<code class=\"asked\" dir=\"auto\">" << Span{from, span.start}.in(query)
       << "<u class=\"odd\">" << span.in(query) << "</u>" << Span{span.end, to}.in(query)
       << "</code> ";
}

void add_remark(Html& html, const View& view, const Remark& remark) {
  const std::string& query = view.request.query;
  const Span span{std::min(remark.span.start, query.size()),
                  std::min(remark.span.end, query.size())};
  const bool valid = span.start < span.end;
  html << "<li>";
  if (valid) add_caret(html, query, span);
  html << remark.message;
  add_suggestion(html, view, remark);
  html << "</li>";
}

}  // namespace

std::string stories_found(const Results& results) {
  std::string count = counted(results.total, "story", "stories");
  if (!results.exact) count = "about " + count;
  if (results.reachable() < results.total)
    count += " (" + grouped(results.groups) + " without near-copies)";
  return count;
}

void add_reading_line(Html& html, const View& view, const Results& results) {
  html << "<p class=\"summary\" role=\"status\"><b>" << stories_found(results) << "</b>";
  if (!results.reading.empty()) html << " <bdi>" << results.reading << "</bdi>";
  html << " <span class=\"took\">" << milliseconds(results.took_ms) << "</span></p>\n";
  add_chips(html, view);
  if (results.partial) {
    html << "<p class=\"notice\">The search took too long and was stopped: these are the "
            "results up to then. A narrower query will be whole.</p>\n";
  }
}

void add_remarks(Html& html, const View& view, const std::vector<Remark>& remarks) {
  if (remarks.empty()) return;
  html << "<ul class=\"notice\" aria-label=\"About your query\">";
  for (const Remark& remark : remarks) add_remark(html, view, remark);
  html << "</ul>\n";
}

}  // namespace broadsheet
