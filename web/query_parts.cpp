// Composition of query text by parts. Text only: what a part means is the parser's.
#include <algorithm>

#include "article/date.h"
#include "web/links.h"
#include "web/view.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_parts = 64;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// To the next space outside of quotation marks and brackets.
std::size_t end_of_token(std::string_view query, std::size_t at) {
  bool quoted = false;
  int depth = 0;
  for (; at < query.size(); ++at) {
    const char c = query[at];
    if (c == '"') quoted = !quoted;
    if (!quoted && c == '(') ++depth;
    if (!quoted && c == ')') --depth;
    if (!quoted && depth <= 0 && is_space(c)) break;
  }
  return at;
}

bool joins_both(std::string_view token) {
  return token == "AND" || token == "OR" ||
         token.find_first_not_of("<>=") == std::string_view::npos;
}

bool joins_next(std::string_view token) {
  return token == "NOT" || token == "-" || token.ends_with(':') ||
         (!token.empty() &&
          std::string_view("<>=").find(token.back()) != std::string_view::npos);
}

// "date:2026..2027", but not "date:unknown".
bool is_day_range(std::string_view token) {
  if (!token.starts_with("date:") || token.size() < 6) return false;
  const char c = token[5];
  return ('0' <= c && c <= '9') || c == '.';
}

std::string days_text(int first, int last) {
  const Date from = date_of_day(first);
  for (const Date& whole : {year_of(from), month_of(from)})
    if (first_day(whole) == first && last_day(whole) == last) return to_string(whole);
  if (first == last) return to_string(from);
  const std::string start = first <= first_day(*make_date(1000)) ? "" : to_string(from);
  const bool open = last >= last_day(*make_date(2200));
  return start + ".." + (open ? "" : to_string(date_of_day(last)));
}

std::string_view sign_of(std::string_view unit) {
  if (unit == "USD") return "$";
  if (unit == "EUR") return "\u20AC";
  if (unit == "GBP") return "\u00A3";
  return "";
}

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return ('a' <= c && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

std::vector<Span> query_parts(std::string_view query) {
  std::vector<Span> out;
  bool join = false;
  for (std::size_t at = 0; at < query.size() && out.size() < most_parts;) {
    if (is_space(query[at])) {
      ++at;
      continue;
    }
    const Span token{at, end_of_token(query, at)};
    const std::string_view text = token.in(query);
    if ((join || joins_both(text)) && !out.empty()) {
      out.back().end = token.end;
    } else {
      out.push_back(token);
    }
    join = joins_both(text) || joins_next(text);
    at = token.end;
  }
  return out;
}

std::string without_part(std::string_view query, Span part) {
  part.end = std::min(part.end, query.size());
  part.start = std::min(part.start, part.end);
  std::string_view before = query.substr(0, part.start);
  std::string_view after = query.substr(part.end);
  while (!before.empty() && is_space(before.back())) before.remove_suffix(1);
  while (!after.empty() && is_space(after.front())) after.remove_prefix(1);
  const bool both = !before.empty() && !after.empty();
  return std::string(before) + (both ? " " : "") + std::string(after);
}

std::string within_days(std::string_view query, int first, int last) {
  std::string rest(query);
  std::vector<Span> parts = query_parts(query);
  std::reverse(parts.begin(), parts.end());
  for (const Span& part : parts)
    if (is_day_range(part.in(query))) rest = without_part(rest, part);
  return with_filter(rest, "date:" + days_text(first, last));
}

std::string within_values(std::string_view query, std::string_view unit,
                          std::string_view low, std::string_view high) {
  std::string filter;
  const bool percent = unit == "percent";
  if (is_word(unit) && !percent) filter = std::string(unit) + ":";
  if (!low.empty()) filter.append(sign_of(unit)).append(low);
  if (percent && !low.empty() && !low.ends_with('%')) filter += '%';
  filter += "..";
  if (low.empty() && !high.empty()) filter += sign_of(unit);
  filter += high;
  if (percent && !high.empty() && !high.ends_with('%')) filter += '%';
  return with_filter(query, filter);
}

}  // namespace broadsheet
