// The results page: what was asked and how it was read, the hits, and ways on.
#include <algorithm>
#include <array>

#include "web/facets.h"
#include "web/frame.h"
#include "web/hits.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/reading_line.h"
#include "web/words.h"

namespace broadsheet {
namespace {

struct SortLink {
  Sort sort;
  std::string_view label;
};

constexpr std::array sort_links = {
    SortLink{Sort::relevance, "Best fit"}, SortLink{Sort::newest, "Newest"},
    SortLink{Sort::oldest, "Oldest"}, SortLink{Sort::figure, "Largest figure"}};

void add_sorts(Html& html, const View& view) {
  html << "<nav class=\"sorts\" aria-label=\"Order of the results\"><ul>";
  for (const SortLink& link : sort_links) {
    View sorted = on_tab(view, view.tab);
    sorted.request.sort = link.sort;
    html << "<li><a href=\"" << view_url(sorted) << "\"";
    if (link.sort == view.request.sort) html << " aria-current=\"true\"";
    html << ">" << link.label << "</a></li>";
  }
  html << "</ul></nav>\n";
}

void add_page_link(Html& html, const View& view, Markup rel, Markup label) {
  html << "<a rel=\"" << rel << "\" href=\"" << view_url(view) << "\">" << label
       << "</a>";
}

// Forward by cursor, which reaches every hit once though the index changes; backward by
// place.
void add_pager(Html& html, const View& view, const Results& results) {
  Html links;
  const std::size_t start = results.offset;
  const std::size_t end = start + results.hits.size();
  View page = on_tab(view, view.tab);
  if (start > 0) {
    page.request.offset = start - std::min(start, view.request.limit);
    add_page_link(links, page, "prev", "Previous");
  }
  if (!results.hits.empty()) {
    links << "<span>" << grouped(start + 1) << " to " << grouped(end) << " of "
          << stories_found(results) << "</span>";
  }
  if (results.next) {
    page.request.offset = 0;
    page.request.cursor = *results.next;
    add_page_link(links, page, "next", "Next");
  }
  if (links.empty()) return;
  html << "<nav class=\"pager\" aria-label=\"Pages\">" << links << "</nav>\n";
}

void add_way(Html& html, const View& view, std::string query, const Html& label) {
  html << "<li><a href=\"" << view_url(asking_for(view, std::move(query))) << "\">"
       << label << "</a></li>";
}

// The page cannot tell which part kills the result; it offers each to be dropped.
void add_parts_ways(Html& html, const View& view) {
  constexpr std::size_t most_ways = 6;
  const std::string& query = view.request.query;
  const std::vector<Span> parts = query_parts(query);
  if (parts.size() < 2) return;
  for (std::size_t i = 0; i < std::min(parts.size(), most_ways); ++i) {
    Html label;
    label << "Search without <code>" << parts[i].in(query) << "</code>";
    add_way(html, view, without_part(query, parts[i]), label);
  }
}

void add_ways_on(Html& html, const View& view) {
  const std::string& query = view.request.query;
  html << "<ul class=\"ways\">";
  if (!view.request.in.empty() || !view.request.out.empty()) {
    View bare = asking_for(view, query);
    bare.request.in.clear();
    bare.request.out.clear();
    html << "<li><a href=\"" << view_url(bare)
         << "\">Search without the filters</a></li>";
  }
  add_parts_ways(html, view);
  if (query.find('"') != std::string::npos) {
    std::string words = query;
    std::erase(words, '"');
    Html label;
    label << "Search for the words without the quotation marks";
    add_way(html, view, words, label);
  }
  if (view.request.offset > 0 || !view.request.cursor.empty()) {
    Html label;
    label << "Back to the first page";
    add_way(html, view, query, label);
  }
  html << "<li>Use fewer or more general words, and look at the spelling.</li>"
          "<li><a href=\"/help\">How to ask</a></li>"
          "<li><a href=\"/\">See what the collection holds</a></li></ul>\n";
}

void add_nothing(Html& html, const View& view, const Results& results) {
  const SearchRequest& request = view.request;
  html << "<div class=\"empty\">";
  if (results.total > 0) {
    html << "<p><b>There are no more stories here:</b> this page lies behind the last of "
         << stories_found(results) << ".</p>\n";
  } else if (results.partial) {
    html << "<p><b>Nothing was found before the search was stopped.</b></p>\n";
  } else if (request.query.empty() && request.in.empty() && request.out.empty()) {
    html << "<p><b>Nothing was asked.</b> Type words, a &quot;phrase&quot; or a figure "
            "into the box above.</p>\n";
  } else {
    html << "<p><b>No story was found for</b> <q><bdi>" << request.query
         << "</bdi></q>.</p>\n";
  }
  add_ways_on(html, view);
  html << "</div>\n";
}

struct TabLink {
  Tab tab;
  std::string_view label;
};

constexpr std::array tab_links = {
    TabLink{Tab::stories, "Stories"}, TabLink{Tab::figures, "Figures"},
    TabLink{Tab::timeline, "Timeline"}, TabLink{Tab::compare, "Compare"}};

void add_tabs(Html& html, const View& view, bool facets) {
  html << "<nav class=\"tabs\" aria-label=\"Views of the results\"><ul>";
  for (const TabLink& link : tab_links) {
    html << "<li><a href=\"" << view_url(on_tab(view, link.tab)) << "\"";
    if (link.tab == view.tab) html << " aria-current=\"page\"";
    html << ">" << link.label << "</a></li>";
  }
  if (facets) html << "<li class=\"to-facets\"><a href=\"#facets\">Narrow</a></li>";
  html << "</ul></nav>\n";
}

void add_stories(Html& html, const View& view, const Results& results) {
  add_sorts(html, view);
  html << "<h2 class=\"hidden\">Stories</h2>\n";
  add_hits(html, view.request, results);
  add_pager(html, view, results);
}

void add_tab(Html& html, const View& view, const Answer& answer) {
  switch (view.tab) {
    case Tab::stories:
      return add_stories(html, view, answer.stories);
    case Tab::figures:
      if (answer.figures) add_figures_tab(html, view, *answer.figures);
      return;
    case Tab::timeline:
      return add_timeline_tab(html, view, answer.stories);
    case Tab::compare:
      return add_compare_tab(html, view, answer);
  }
}

}  // namespace

std::string results_page(const View& view, const Answer& answer) {
  const Results& results = answer.stories;
  const SearchRequest& request = view.request;
  Html facets;
  if (view.tab != Tab::compare) add_facets(facets, view, results);
  Html html;
  html << "<div class=\"columns\">\n<main id=\"main\" class=\"results\">\n"
          "<h1 class=\"hidden\">Results for <bdi>"
       << (request.query.empty() ? std::string("all stories") : request.query)
       << "</bdi></h1>\n";
  add_reading_line(html, view, results);
  add_remarks(html, view, results.remarks);
  const bool nothing = results.hits.empty() && view.tab != Tab::compare;
  add_tabs(html, view, !facets.empty() && !nothing);
  if (nothing) {
    add_nothing(html, view, results);
  } else {
    add_tab(html, view, answer);
  }
  html << "</main>\n" << facets << "</div>\n";
  return page({.title = request.query.empty() ? "Search" : request.query,
               .request = request,
               .big_box = false,
               .json_url = search_url(
                   request, view.tab == Tab::figures ? "/api/figures" : "/api/search")},
              html);
}

}  // namespace broadsheet
