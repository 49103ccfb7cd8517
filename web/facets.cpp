// A choice is a parameter of the address, not part of the query text: several values of
// one facet are alternatives, which query text can say only by brackets.
#include "web/facets.h"

#include <algorithm>
#include <array>

#include "web/links.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t first_values = 6;  // the others are folded away
constexpr std::size_t all_values = 500;

struct FacetField {
  std::string_view name;
  std::string_view heading;
  std::string_view field;  // of the query language
  std::string_view unknown_label;
};

constexpr std::array fields = {
    FacetField{"outlet", "Outlet", "outlet", "Outlet not known"},
    FacetField{"year", "Year", "date", "Date not known"},
    FacetField{"counts", "Figures of", "", "Not told"},
    FacetField{"unit", "Unit of figures", "", "No unit"},
    FacetField{"author", "Author", "author", "Author not known"},
    FacetField{"credited", "Credited to", "credited", "Nobody"},
    FacetField{"language", "Language", "lang", "Language not known"},
    FacetField{"month", "Month", "date", "Month not known"},
    FacetField{"day", "Day", "date", "Day not known"},
    FacetField{"cluster", "Near-copies", "cluster", "Alone"},
};
constexpr std::size_t always_shown = 7;  // the others only when asked for

const FacetField* field_of(std::string_view name) {
  const auto* found = std::find_if(fields.begin(), fields.end(),
                                   [&](const auto& field) { return field.name == name; });
  return found == fields.end() ? nullptr : found;
}

struct Lists {
  Html& html;
  const View& view;
};

void add_link(const Lists& to, const FacetChoice& choice, Chosen how, Markup markup) {
  to.html << "<a" << markup << " href=\"" << view_url(choosing(to.view, choice, how))
          << "\">";
}

void add_chosen(const Lists& to, const FacetChoice& choice, const std::string& label,
                Chosen how) {
  if (how == Chosen::in) {
    add_link(to, choice, Chosen::no, " class=\"chosen\" aria-current=\"true\"");
    to.html << "<bdi>" << label << "</bdi>";
  } else {
    add_link(to, choice, Chosen::no, " class=\"chosen out\" aria-current=\"true\"");
    to.html << "<span class=\"not\">not</span> <s><bdi>" << label << "</bdi></s>";
  }
  to.html << "<span class=\"drop\" aria-hidden=\"true\">\u00D7</span>"
             "<span class=\"hidden\"> (chosen; remove)</span></a>";
}

void add_value(const Lists& to, const Facet& facet, const FacetValue& value) {
  const FacetChoice choice{facet.name, value.value};
  const std::string label = facet_label(facet.name, value.value);
  to.html << "<li>";
  if (value.chosen == Chosen::no) {
    add_link(to, choice, Chosen::in, " class=\"take\"");
    to.html << "<bdi>" << label << "</bdi></a>";
  } else {
    add_chosen(to, choice, label, value.chosen);
  }
  to.html << "<span class=\"count\">" << grouped(value.count)
          << "<span class=\"hidden\"> stories</span></span>";
  if (value.chosen == Chosen::no) {
    add_link(to, choice, Chosen::out, " class=\"leave\"");
    to.html << "<span aria-hidden=\"true\">\u2212</span><span class=\"hidden\">Leave out "
            << label << "</span></a>";
  }
  to.html << "</li>";
}

// A list of its own page: all values of one facet, and a box to find some by a word.
void add_all_link(const Lists& to, const Facet& facet) {
  if (facet.more == 0) return;
  View all = to.view;
  all.request.facet = {{facet.name, std::nullopt}};
  all.request.values = all_values;
  to.html << "<p class=\"more\"><a href=\"" << view_url(all) << "\">Find among "
          << grouped(facet.values.size() + facet.more) << "</a></p>";
}

void add_kept(Html& html, const View& view) {
  const auto add = [&](Markup name, const std::string& value) {
    if (!value.empty())
      html << "<input type=\"hidden\" name=\"" << name << "\" value=\"" << value << "\">";
  };
  add("q", view.request.query);
  if (view.tab != Tab::stories) add("tab", std::string(to_string(view.tab)));
  for (const FacetChoice& choice : view.request.in)
    add("in", choice.facet + "=" + choice.value.value_or("unknown"));
  for (const FacetChoice& choice : view.request.out)
    add("out", choice.facet + "=" + choice.value.value_or("unknown"));
}

void add_finder(const Lists& to, const FacetChoice& asked) {
  View back = to.view;
  back.request.facet.clear();
  back.request.values = SearchRequest().values;
  to.html << "<form class=\"finder\" action=\"/search\" method=\"get\">";
  add_kept(to.html, to.view);
  to.html << "<input type=\"hidden\" name=\"facet\" value=\"" << asked.facet
          << "\"><input type=\"hidden\" name=\"values\" value=\""
          << std::to_string(all_values)
          << "\"><label for=\"word\">With a word that begins</label><span "
             "class=\"field\"><input id=\"word\" "
             "name=\"word\" type=\"text\" value=\""
          << asked.value.value_or("") << "\"><button>Find</button></span></form>"
          << "<p><a href=\"" << view_url(back) << "\">Back to all filters</a></p>\n";
}

void add_facet(const Lists& to, const Facet& facet, std::size_t first) {
  const FacetField* field = field_of(facet.name);
  if (field == nullptr || facet.values.empty()) return;
  to.html << "<section><h2>" << field->heading << "</h2><ul>";
  std::size_t shown = std::min(facet.values.size(), first);
  // What is chosen stays in view.
  for (std::size_t i = shown; i < facet.values.size(); ++i)
    if (facet.values[i].chosen != Chosen::no) shown = i + 1;
  if (facet.values.size() - shown <= 2) shown = facet.values.size();
  for (std::size_t i = 0; i < shown; ++i) add_value(to, facet, facet.values[i]);
  to.html << "</ul>";
  if (shown < facet.values.size()) {
    to.html << "<details><summary>" << grouped(facet.values.size() - shown)
            << " more</summary><ul>";
    for (std::size_t i = shown; i < facet.values.size(); ++i)
      add_value(to, facet, facet.values[i]);
    to.html << "</ul></details>";
  }
  add_all_link(to, facet);
  to.html << "</section>\n";
}

// A facet whose stories all have no value tells nothing.
bool tells(const Facet& facet) {
  return std::any_of(facet.values.begin(), facet.values.end(), [](const FacetValue& v) {
    return v.value.has_value() || v.chosen != Chosen::no;
  });
}

}  // namespace

std::string facet_label(std::string_view facet, const std::optional<std::string>& value) {
  if (value) return *value;
  const FacetField* field = field_of(facet);
  return std::string(field != nullptr ? field->unknown_label : "Not known");
}

std::string facet_filter(const Facet& facet, const FacetValue& value) {
  const FacetField* field = field_of(facet.name);
  if (field == nullptr || field->field.empty()) return {};
  if (value.value) return filter_text(field->field, *value.value);
  return std::string(field->field) + ":unknown";
}

void add_facets(Html& html, const View& view, const Results& results) {
  Html inside;
  const Lists to{inside, view};
  const bool one = view.request.facet.size() == 1;
  for (std::size_t i = 0; i < (one ? fields.size() : always_shown); ++i) {
    for (const Facet& facet : results.facets)
      if (facet.name == fields[i].name && tells(facet))
        add_facet(to, facet, one ? all_values : first_values);
  }
  if (inside.empty() && !one) return;
  html << "<nav class=\"facets\" id=\"facets\" aria-label=\"Narrow the results\">\n";
  if (one) add_finder({html, view}, view.request.facet.front());
  html << inside << "</nav>\n";
}

}  // namespace broadsheet
