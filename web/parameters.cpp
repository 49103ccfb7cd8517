// One reader per parameter, in a table, so that the list of names exists once.
#include "web/parameters.h"

#include <array>
#include <charconv>

#include "article/date.h"
#include "article/error.h"

namespace broadsheet {
namespace {

// Long values are cut in messages: they come back to the client and into logs.
std::string shown(std::string_view value) {
  constexpr std::size_t longest = 40;
  std::string out(value.substr(0, longest));
  return value.size() > longest ? out + "..." : out;
}

[[noreturn]] void refuse(std::string_view name, std::string_view value,
                         std::string hint) {
  throw Error(ErrorCode::usage,
              std::string(name) + "=" + shown(value) + " cannot be used",
              std::move(hint));
}

std::size_t number(std::string_view name, std::string_view value, std::size_t least,
                   std::size_t most) {
  std::size_t out = 0;
  const char* end = value.data() + value.size();
  const auto [stop, problem] = std::from_chars(value.data(), end, out);
  if (problem != std::errc() || stop != end || out < least || out > most) {
    refuse(name, value,
           "give a whole number from " + std::to_string(least) + " to " +
               std::to_string(most));
  }
  return out;
}

bool yes_or_no(std::string_view name, std::string_view value) {
  for (std::string_view yes : {"1", "true", "yes", "on"}) {
    if (value == yes) return true;
  }
  for (std::string_view no : {"0", "false", "no", "off"}) {
    if (value == no) return false;
  }
  refuse(name, value, "give 1 or 0");
}

void read_query(SearchRequest& request, std::string_view value) {
  if (value.size() > max_query_bytes) {
    throw Error(ErrorCode::usage,
                "the query is " + std::to_string(value.size()) + " bytes long",
                "ask with at most " + std::to_string(max_query_bytes) + " bytes");
  }
  request.query = value;
}

void read_limit(SearchRequest& request, std::string_view value) {
  request.limit = number("limit", value, 1, SearchRequest::max_limit);
}

void read_offset(SearchRequest& request, std::string_view value) {
  request.offset = number("offset", value, 0, 1'000'000'000);
}

void read_cursor(SearchRequest& request, std::string_view value) {
  if (value.size() > 512) refuse("cursor", value, "give `next` of an earlier answer");
  request.cursor = value;
}

void read_sort(SearchRequest& request, std::string_view value) {
  const std::optional<Sort> sort = sort_from(value);
  if (!sort) refuse("sort", value, "give relevance, newest, oldest, figure or outlet");
  request.sort = *sort;
}

void read_now(SearchRequest& request, std::string_view value) {
  request.now = read_date(value);
  if (!request.now) refuse("now", value, "give a date such as 2026-04-24");
}

void read_recency(SearchRequest& request, std::string_view value) {
  request.recency = yes_or_no("recency", value);
}

void read_facets(SearchRequest& request, std::string_view value) {
  request.facets = yes_or_no("facets", value);
}

void read_explain(SearchRequest& request, std::string_view value) {
  request.explain = yes_or_no("explain", value);
}

void read_group(SearchRequest& request, std::string_view value) {
  request.group = yes_or_no("group", value);
}

void read_values(SearchRequest& request, std::string_view value) {
  request.values = number("values", value, 0, SearchRequest::max_values);
}

void read_deadline(SearchRequest& request, std::string_view value) {
  request.deadline_ms = number("deadline", value, 0, 600'000);
}

FacetChoice choice(std::string_view name, std::string_view value) {
  auto read = facet_choice_from(value);
  if (!read) {
    std::string names;
    for (const std::string_view facet : facet_names())
      names.append(names.empty() ? "" : ", ").append(facet);
    refuse(name, value, "give FACET=VALUE with one of " + names);
  }
  return std::move(*read);
}

void read_in(SearchRequest& request, std::string_view value) {
  request.in.push_back(choice("in", value));
}

void read_out(SearchRequest& request, std::string_view value) {
  request.out.push_back(choice("out", value));
}

void read_facet(SearchRequest& request, std::string_view value) {
  request.facet.push_back(choice("facet", value));
}

struct Reader {
  std::string_view name;
  void (*read)(SearchRequest&, std::string_view);
};

constexpr std::array readers = {
    Reader{"q", read_query},           Reader{"limit", read_limit},
    Reader{"offset", read_offset},     Reader{"cursor", read_cursor},
    Reader{"sort", read_sort},         Reader{"now", read_now},
    Reader{"recency", read_recency},   Reader{"facets", read_facets},
    Reader{"group", read_group},       Reader{"values", read_values},
    Reader{"deadline", read_deadline}, Reader{"explain", read_explain},
};

// These may be given several times.
constexpr std::array lists = {Reader{"in", read_in}, Reader{"out", read_out},
                              Reader{"facet", read_facet}};
constexpr std::size_t longest_list = 64;

}  // namespace

std::string_view parameter(const Parameters& parameters, std::string_view name) {
  for (const auto& [key, value] : parameters) {
    if (key == name) return value;
  }
  return {};
}

SearchRequest read_search_request(const Parameters& parameters) {
  SearchRequest request;
  for (const Reader& reader : readers) {
    const std::string_view value = parameter(parameters, reader.name);
    if (!value.empty()) reader.read(request, value);
  }
  std::size_t listed = 0;
  for (const auto& [name, value] : parameters) {
    for (const Reader& reader : lists) {
      if (reader.name != name || value.empty()) continue;
      if (++listed > longest_list) refuse(name, value, "give fewer of them");
      reader.read(request, value);
    }
  }
  return request;
}

std::size_t read_cursor_place(const Parameters& parameters, std::size_t end) {
  const std::string_view value = parameter(parameters, "at");
  return value.empty() ? end : number("at", value, 0, max_query_bytes);
}

}  // namespace broadsheet
