// A chosen value stays in view with a way to let go of it: the filter is part of the
// query text, so the link is the query without it.
#include "web/facets.h"

#include <algorithm>
#include <array>

#include "web/links.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_values = 12;

struct FacetField {
  std::string_view name;
  std::string_view heading;
  std::string_view field;  // of the query language
  std::string_view unknown_label;
};

constexpr std::array fields = {
    FacetField{"outlet", "Outlet", "outlet", "Outlet not known"},
    FacetField{"year", "Year", "date", "Date not known"},
};

const FacetField* field_of(const Facet& facet) {
  const auto* found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) {
    return field.name == facet.name;
  });
  return found == fields.end() ? nullptr : found;
}

void add_count(Html& html, std::size_t count) {
  html << "<span class=\"count\">" << grouped(count)
       << "<span class=\"hidden\"> stories</span></span>";
}

void add_chosen(Html& html, const SearchRequest& request, const std::string& filter,
                const std::string& label) {
  const std::string rest = without_filter(request.query, filter);
  html << "<a class=\"chosen\" aria-current=\"true\" href=\""
       << search_url(with_query(request, rest)) << "\"><bdi>" << label
       << "</bdi><span class=\"drop\" aria-hidden=\"true\">\u00D7</span>"
          "<span class=\"hidden\"> (chosen; remove)</span></a>";
}

void add_value(Html& html, const SearchRequest& request, const Facet& facet,
               const FacetValue& value) {
  const std::string label =
      value.value ? *value.value : std::string(field_of(facet)->unknown_label);
  const std::string filter = facet_filter(facet, value);
  html << "<li>";
  if (has_filter(request.query, filter)) {
    add_chosen(html, request, filter, label);
  } else {
    const std::string narrowed = with_filter(request.query, filter);
    html << "<a href=\"" << search_url(with_query(request, narrowed)) << "\"><bdi>"
         << label << "</bdi></a>";
  }
  add_count(html, value.count);
  html << "</li>";
}

void add_facet(Html& html, const SearchRequest& request, const Facet& facet) {
  const FacetField* field = field_of(facet);
  if (field == nullptr || facet.values.empty()) return;
  html << "<section><h2>" << field->heading << "</h2><ul>";
  const std::size_t shown = std::min(facet.values.size(), most_values);
  for (std::size_t i = 0; i < shown; ++i) {
    add_value(html, request, facet, facet.values[i]);
  }
  html << "</ul>";
  if (shown < facet.values.size()) {
    html << "<p class=\"more\">and " << grouped(facet.values.size() - shown)
         << " more</p>";
  }
  html << "</section>\n";
}

}  // namespace

std::string facet_filter(const Facet& facet, const FacetValue& value) {
  const FacetField* field = field_of(facet);
  if (field == nullptr) return {};
  if (value.value) return filter_text(field->field, *value.value);
  return std::string(field->field) + ":unknown";
}

void add_facets(Html& html, const SearchRequest& request, const Results& results) {
  Html lists;
  for (const Facet& facet : results.facets) add_facet(lists, request, facet);
  if (lists.empty()) return;
  html << "<nav class=\"facets\" id=\"facets\" aria-label=\"Narrow the results\">\n"
       << lists << "</nav>\n";
}

}  // namespace broadsheet
