// The results page: what was asked and how it was read, the hits, and ways on.
#include <algorithm>
#include <array>

#include "web/facets.h"
#include "web/frame.h"
#include "web/hits.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/words.h"

namespace broadsheet {
namespace {

std::string stories_found(const Results& results) {
  std::string count = counted(results.total, "story", "stories");
  if (!results.exact) count = "about " + count;
  if (results.reachable() < results.total)
    count += " (" + grouped(results.groups) + " without near-copies)";
  return count;
}

void add_summary(Html& html, const Results& results) {
  html << "<p class=\"summary\" role=\"status\"><b>" << stories_found(results) << "</b>";
  if (!results.reading.empty()) html << " <bdi>" << results.reading << "</bdi>";
  html << " <span class=\"took\">" << milliseconds(results.took_ms) << "</span></p>\n";
  if (results.partial) {
    html << "<p class=\"notice\">The search took too long and was stopped: these are the "
            "results up to then. A narrower query will be whole.</p>\n";
  }
}

// A suggestion is what could stand in the place of the remark's part of the query.
void add_suggestion(Html& html, const SearchRequest& request, Span span,
                    const std::string& suggestion) {
  std::string query = request.query;
  query.replace(span.start, span.length(), suggestion);
  html << " <span class=\"try\">Try <a href=\"" << search_url(with_query(request, query))
       << "\"><code>" << suggestion << "</code></a></span>";
}

void add_remark(Html& html, const SearchRequest& request, const Remark& remark) {
  const std::string& query = request.query;
  const Span span{std::min(remark.span.start, query.size()),
                  std::min(remark.span.end, query.size())};
  const bool valid = span.start < span.end;
  html << "<li>";
  if (valid) html << "<code dir=\"auto\">" << span.in(query) << "</code> ";
  html << remark.message;
  if (valid && remark.suggestion) {
    add_suggestion(html, request, span, *remark.suggestion);
  }
  html << "</li>";
}

void add_remarks(Html& html, const SearchRequest& request, const Results& results) {
  if (results.remarks.empty()) return;
  html << "<ul class=\"notice\" aria-label=\"About your query\">";
  for (const Remark& remark : results.remarks) add_remark(html, request, remark);
  html << "</ul>\n";
}

struct SortLink {
  Sort sort;
  std::string_view label;
};

constexpr std::array sort_links = {
    SortLink{Sort::relevance, "Best fit"}, SortLink{Sort::newest, "Newest"},
    SortLink{Sort::oldest, "Oldest"}, SortLink{Sort::figure, "Largest figure"}};

void add_sorts(Html& html, const SearchRequest& request, bool facets) {
  html << "<nav class=\"sorts\" aria-label=\"Order of the results\"><ul>";
  for (const SortLink& link : sort_links) {
    SearchRequest sorted = at_offset(request, 0);
    sorted.sort = link.sort;
    html << "<li><a href=\"" << search_url(sorted) << "\"";
    if (link.sort == request.sort) html << " aria-current=\"true\"";
    html << ">" << link.label << "</a></li>";
  }
  if (facets) html << "<li class=\"to-facets\"><a href=\"#facets\">Narrow</a></li>";
  html << "</ul></nav>\n";
}

void add_page_link(Html& html, const SearchRequest& request, Markup rel, Markup label) {
  html << "<a rel=\"" << rel << "\" href=\"" << search_url(request) << "\">" << label
       << "</a>";
}

// By offset where it is known, so that both directions are links; a page reached by
// cursor knows only its successor.
void add_pager(Html& html, const SearchRequest& request, const Results& results) {
  Html links;
  const bool by_cursor = !request.cursor.empty();
  if (by_cursor) {
    add_page_link(links, at_offset(request, 0), "start", "First page");
  } else if (request.offset > 0) {
    const std::size_t back = std::min(request.offset, request.limit);
    add_page_link(links, at_offset(request, request.offset - back), "prev", "Previous");
  }
  const std::size_t end = request.offset + results.hits.size();
  if (!by_cursor && !results.hits.empty()) {
    links << "<span>" << grouped(request.offset + 1) << " to " << grouped(end) << " of "
          << stories_found(results) << "</span>";
  }
  if (by_cursor && results.next) {
    SearchRequest next = request;
    next.cursor = *results.next;
    add_page_link(links, next, "next", "Next");
  } else if (!by_cursor && !results.hits.empty() && end < results.reachable()) {
    add_page_link(links, at_offset(request, end), "next", "Next");
  }
  if (links.empty()) return;
  html << "<nav class=\"pager\" aria-label=\"Pages\">" << links << "</nav>\n";
}

// Tokens such as outlet:"X" or date:2026 of the query, outside of other quotations.
std::vector<std::string> filters_of(const std::string& query) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < query.size()) {
    bool quoted = false;
    std::size_t end = at;
    for (; end < query.size() && (quoted || query[end] != ' '); ++end) {
      if (query[end] == '"') quoted = !quoted;
    }
    const std::string token = query.substr(at, end - at);
    const std::size_t colon = token.find(':');
    if (colon != std::string::npos && colon > 0 && token[0] != '"') out.push_back(token);
    at = end + 1;
  }
  return out;
}

void add_way(Html& html, const SearchRequest& request, std::string query,
             const Html& label) {
  html << "<li><a href=\"" << search_url(with_query(request, std::move(query))) << "\">"
       << label << "</a></li>";
}

void add_ways_on(Html& html, const SearchRequest& request) {
  constexpr std::size_t most_ways = 6;
  const std::string& query = request.query;
  html << "<ul class=\"ways\">";
  const std::vector<std::string> filters = filters_of(query);
  for (std::size_t i = 0; i < std::min(filters.size(), most_ways); ++i) {
    Html label;
    label << "Search without <code>" << filters[i] << "</code>";
    add_way(html, request, without_filter(query, filters[i]), label);
  }
  if (filters.empty() && query.find('"') != std::string::npos) {
    std::string words = query;
    std::erase(words, '"');
    Html label;
    label << "Search for the words without the quotation marks";
    add_way(html, request, words, label);
  }
  if (request.offset > 0 || !request.cursor.empty()) {
    Html label;
    label << "Back to the first page";
    add_way(html, request, query, label);
  }
  html << "<li>Use fewer or more general words, and look at the spelling.</li>"
          "<li><a href=\"/\">See what the collection holds</a></li></ul>\n";
}

void add_nothing(Html& html, const SearchRequest& request, const Results& results) {
  html << "<div class=\"empty\">";
  if (results.total > 0) {
    html << "<p><b>There are no more stories here:</b> this page lies behind the last of "
         << stories_found(results) << ".</p>\n";
  } else if (request.query.empty()) {
    html << "<p><b>Nothing was asked.</b> Type words, a &quot;phrase&quot; or a figure "
            "into the box above.</p>\n";
  } else {
    html << "<p><b>No story was found for</b> <q><bdi>" << request.query
         << "</bdi></q>.</p>\n";
  }
  add_ways_on(html, request);
  html << "</div>\n";
}

}  // namespace

std::string results_page(const SearchRequest& request, const Results& results) {
  Html facets;
  add_facets(facets, request, results);
  Html html;
  html << "<div class=\"columns\">\n<main id=\"main\" class=\"results\">\n"
          "<h1 class=\"hidden\">Results for <bdi>"
       << request.query << "</bdi></h1>\n";
  if (!results.hits.empty() || !request.query.empty()) add_summary(html, results);
  add_remarks(html, request, results);
  if (results.hits.empty()) {
    add_nothing(html, request, results);
  } else {
    add_sorts(html, request, !facets.empty());
    html << "<h2 class=\"hidden\">Stories</h2>\n";
    add_hits(html, request, results);
    add_pager(html, request, results);
  }
  html << "</main>\n" << facets << "</div>\n";
  return page({.title = request.query.empty() ? "Search" : request.query,
               .request = request,
               .big_box = false,
               .json_url = search_url(request, "/api/search")},
              html);
}

}  // namespace broadsheet
