#include "searcher/cursor.h"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <xxhash.h>

namespace broadsheet {
namespace {

constexpr std::string_view mark = "c";

// The number up to the next point, which is taken away with it.
template <typename Number>
bool take(std::string_view& text, Number& number, int base) {
  const auto point = text.find('.');
  const std::string_view part = text.substr(0, point);
  const auto [end, error] =
      std::from_chars(part.data(), part.data() + part.size(), number, base);
  text.remove_prefix(point == std::string_view::npos ? text.size() : point + 1);
  return error == std::errc() && end == part.data() + part.size();
}

void add(std::string& all, char how, const std::vector<FacetChoice>& choices) {
  for (const FacetChoice& choice : choices) {
    all += how + choice.facet + '\0';
    all += choice.value ? "=" + *choice.value : "";
    all += '\0';
  }
}

}  // namespace

std::string to_string(const Cursor& cursor) {
  return fmt::format("{}{}.{}.{:x}.{}", mark, cursor.offset, cursor.revision,
                     cursor.question, cursor.day);
}

std::optional<Cursor> read_cursor(std::string_view text) {
  if (!text.starts_with(mark)) return std::nullopt;
  text.remove_prefix(mark.size());
  Cursor cursor;
  const bool read = take(text, cursor.offset, 10) && take(text, cursor.revision, 10) &&
                    take(text, cursor.question, 16) && take(text, cursor.day, 10);
  if (!read || !text.empty()) return std::nullopt;
  return cursor;
}

std::uint64_t question_of(const SearchRequest& request) {
  std::string all = fmt::format("{}\n{}{}", to_string(request.sort),
                                request.recency ? 'r' : '-', request.group ? 'g' : '-');
  all += request.query + '\0';
  add(all, '+', request.in);
  add(all, '-', request.out);
  return XXH64(all.data(), all.size(), 0);
}

}  // namespace broadsheet
