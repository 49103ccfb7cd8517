// Composition of URLs and of query text. Text only; what a query means is not known here.
#include "web/links.h"

#include <algorithm>
#include <cctype>

namespace broadsheet {
namespace {

bool is_unreserved(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

void add_byte(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

void add_parameter(std::string& url, std::string_view name, std::string_view value) {
  url += url.find('?') == std::string::npos ? '?' : '&';
  url += name;
  url += '=';
  url += url_encode(value);
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Where `filter` stands as a token of its own.
std::size_t find_filter(std::string_view query, std::string_view filter) {
  std::size_t at = query.find(filter);
  while (at != std::string_view::npos) {
    const std::size_t end = at + filter.size();
    const bool starts = at == 0 || is_space(query[at - 1]);
    const bool ends = end == query.size() || is_space(query[end]);
    if (starts && ends) return at;
    at = query.find(filter, at + 1);
  }
  return at;
}

bool has_top_level_or(std::string_view query) {
  int depth = 0;
  for (std::size_t i = 0; i < query.size(); ++i) {
    if (query[i] == '(') ++depth;
    if (query[i] == ')') --depth;
    if (depth == 0 && query.substr(i, 4) == " OR ") return true;
  }
  return false;
}

}  // namespace

std::string url_encode(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      add_byte(out, c);
    }
  }
  return out;
}

std::string url_encode_segment(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      add_byte(out, c);
    }
  }
  return out;
}

std::string search_url(const SearchRequest& request, std::string_view path) {
  const SearchRequest defaults;
  std::string url(path);
  add_parameter(url, "q", request.query);
  if (request.sort != defaults.sort) add_parameter(url, "sort", to_string(request.sort));
  if (request.recency) add_parameter(url, "recency", "1");
  if (request.now) add_parameter(url, "now", to_string(*request.now));
  if (request.limit != defaults.limit) {
    add_parameter(url, "limit", std::to_string(request.limit));
  }
  for (const FacetChoice& choice : request.in)
    add_parameter(url, "in", choice.facet + "=" + choice.value.value_or("unknown"));
  for (const FacetChoice& choice : request.out)
    add_parameter(url, "out", choice.facet + "=" + choice.value.value_or("unknown"));
  if (!request.group) add_parameter(url, "group", "0");
  if (!request.cursor.empty()) {
    add_parameter(url, "cursor", request.cursor);
  } else if (request.offset != 0) {
    add_parameter(url, "offset", std::to_string(request.offset));
  }
  return url;
}

std::string article_url(std::string_view id, std::string_view query) {
  std::string url = "/article/" + url_encode_segment(id);
  if (!query.empty()) add_parameter(url, "q", query);
  return url;
}

SearchRequest with_query(SearchRequest request, std::string query) {
  request.query = std::move(query);
  return at_offset(std::move(request), 0);
}

SearchRequest at_offset(SearchRequest request, std::size_t offset) {
  request.offset = offset;
  request.cursor.clear();
  return request;
}

std::optional<std::string> safe_link(const std::optional<std::string>& url) {
  if (!url) return std::nullopt;
  std::string start = url->substr(0, 8);
  std::transform(start.begin(), start.end(), start.begin(), [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const bool web = start.starts_with("http://") || start == "https://";
  const bool clean = std::none_of(url->begin(), url->end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
  });
  return web && clean ? url : std::nullopt;
}

std::string filter_text(std::string_view field, std::string_view value) {
  std::string out(field);
  out += ':';
  const bool plain =
      !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0;
      });
  if (plain && field == "date") return out += value;
  out += '"';
  // A quotation mark cannot stand inside a quoted value; words match without it.
  std::replace_copy(value.begin(), value.end(), std::back_inserter(out), '"', ' ');
  return out += '"';
}

bool has_filter(std::string_view query, std::string_view filter) {
  return find_filter(query, filter) != std::string_view::npos;
}

std::string with_filter(std::string_view query, std::string_view filter) {
  std::string out(trimmed(query));
  if (has_filter(out, filter)) return out;
  // An open quotation would swallow the filter, and OR would bind less than it.
  if (std::count(out.begin(), out.end(), '"') % 2 != 0) out += '"';
  if (has_top_level_or(out)) out = "(" + out + ")";
  if (!out.empty()) out += ' ';
  return out += filter;
}

std::string without_filter(std::string_view query, std::string_view filter) {
  const std::size_t at = find_filter(query, filter);
  if (at == std::string_view::npos) return std::string(trimmed(query));
  std::string out(trimmed(query.substr(0, at)));
  const std::string_view rest = trimmed(query.substr(at + filter.size()));
  if (!out.empty() && !rest.empty()) out += ' ';
  return out += rest;
}

}  // namespace broadsheet
