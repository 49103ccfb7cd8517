// Views as parameters and back.
#include "web/view.h"

#include <algorithm>

#include "article/date.h"
#include "web/links.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_unit = 64;

bool same(const FacetChoice& a, const FacetChoice& b) {
  return a.facet == b.facet && a.value == b.value;
}

void add(std::string& url, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  url.append("&").append(name).append("=").append(url_encode(value));
}

// "5k", "$2bn", "10%": nothing else may become part of the query.
std::string value_text(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 24)) {
    const bool plain = ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') ||
                       ('A' <= c && c <= 'Z') || c == '.' || c == '%';
    if (plain) out += c;
  }
  return out;
}

}  // namespace

std::string_view to_string(Tab tab) {
  switch (tab) {
    case Tab::stories:
      return "stories";
    case Tab::figures:
      return "figures";
    case Tab::timeline:
      return "timeline";
    case Tab::compare:
      return "compare";
  }
  return "stories";
}

View read_view(const Parameters& parameters) {
  View view;
  view.request = read_search_request(parameters);
  for (const Tab tab : tabs)
    if (parameter(parameters, "tab") == to_string(tab)) view.tab = tab;
  view.grouped = parameter(parameters, "by") == "thing";
  view.unit = parameter(parameters, "unit").substr(0, longest_unit);
  view.against = parameter(parameters, "against").substr(0, max_query_bytes);
  const std::string_view word = parameter(parameters, "word");
  if (!word.empty() && view.request.facet.size() == 1)
    view.request.facet.front().value = std::string(word.substr(0, longest_unit));
  return view;
}

std::string view_url(const View& view) {
  const SearchRequest defaults;
  std::string url = search_url(view.request);
  if (view.tab != Tab::stories) add(url, "tab", to_string(view.tab));
  if (view.grouped) add(url, "by", "thing");
  add(url, "unit", view.unit);
  add(url, "against", view.against);
  for (const FacetChoice& facet : view.request.facet)
    add(url, "facet", facet.facet + (facet.value ? "=" + *facet.value : ""));
  if (view.request.values != defaults.values)
    add(url, "values", std::to_string(view.request.values));
  return url;
}

std::optional<View> folded(const View& view, const Parameters& parameters) {
  const auto date_from = read_date(parameter(parameters, "from"));
  const auto date_to = read_date(parameter(parameters, "to"));
  const std::string low = value_text(parameter(parameters, "low"));
  const std::string high = value_text(parameter(parameters, "high"));
  std::string query = view.request.query;
  if (date_from || date_to) {
    const int first = date_from ? first_day(*date_from) : first_day(*make_date(1000));
    const int last = date_to ? last_day(*date_to) : last_day(*make_date(2200));
    query = within_days(query, std::min(first, last), std::max(first, last));
  }
  if (!low.empty() || !high.empty()) query = within_values(query, view.unit, low, high);
  if (query == view.request.query) return std::nullopt;
  return asking_for(view, std::move(query));
}

View asking_for(View view, std::string query) {
  view.request = with_query(std::move(view.request), std::move(query));
  return view;
}

View on_tab(View view, Tab tab) {
  view.request = at_offset(std::move(view.request), 0);
  view.tab = tab;
  if (tab != Tab::figures) {
    view.grouped = false;
    view.unit.clear();
  }
  if (tab != Tab::compare) view.against.clear();
  return view;
}

View choosing(View view, const FacetChoice& choice, Chosen how) {
  view.request = at_offset(std::move(view.request), 0);
  for (auto* list : {&view.request.in, &view.request.out})
    std::erase_if(*list, [&](const FacetChoice& other) { return same(choice, other); });
  if (how == Chosen::in) view.request.in.push_back(choice);
  if (how == Chosen::out) view.request.out.push_back(choice);
  return view;
}

}  // namespace broadsheet
