#include "searcher/no_results.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "article/utf8.h"
#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_parts = 8;
constexpr std::size_t most_shown = 50;  // bytes of a part in a message

// The span of a clause with all in it: those that an operator joins have none of their
// own.
Span hull(const Clause& clause) {
  Span span = clause.parts.empty() ? clause.span : Span{};
  bool first = true;
  for (const Clause& part : clause.parts) {
    const Span inner = hull(part);
    if (inner.end <= inner.start) continue;
    span = first ? inner
                 : Span{std::min(span.start, inner.start), std::max(span.end, inner.end)};
    first = false;
  }
  return span;
}

// What must hold, each by itself; the sides of an AND are parts of their own.
void collect(const std::vector<Clause>& clauses, std::vector<Span>& parts) {
  for (const Clause& clause : clauses) {
    if (clause.kind == Clause::Kind::all && clause.parts.size() > 1) {
      collect(clause.parts, parts);
      continue;
    }
    const Span span = hull(clause);
    const bool known = std::any_of(parts.begin(), parts.end(), [&](const Span& other) {
      return other.start < span.end && span.start < other.end;
    });
    if (span.end > span.start && !known) parts.push_back(span);
  }
}

// One part for all words that rank: one of them must be there.
std::optional<Span> ranked_span(const Query& query) {
  std::optional<Span> whole;
  for (const Clause& clause : query.ranked) {
    const Span span = hull(clause);
    if (span.end <= span.start) continue;
    if (!whole) {
      whole = span;
    } else {
      whole = Span{std::min(whole->start, span.start), std::max(whole->end, span.end)};
    }
  }
  return whole;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void trim(std::string& text) {
  while (!text.empty() && is_space(text.back())) text.pop_back();
  std::size_t start = 0;
  while (start < text.size() && is_space(text[start])) ++start;
  text.erase(0, start);
}

constexpr std::array<std::string_view, 4> operators = {"AND", "OR", "NOT", "-"};

// Takes an operator off the end that would join to nothing.
bool drop_last_operator(std::string& text) {
  for (const std::string_view sign : operators) {
    if (!text.ends_with(sign)) continue;
    const std::size_t before = text.size() - sign.size();
    if (before > 0 && !is_space(text[before - 1]) && text[before - 1] != '(') continue;
    text.resize(before);
    trim(text);
    return true;
  }
  return false;
}

void drop_first_operator(std::string& text) {
  for (const std::string_view sign : {operators[0], operators[1]}) {
    const bool there = text.starts_with(sign) && text.size() > sign.size() &&
                       (is_space(text[sign.size()]) || text[sign.size()] == '(');
    if (!there) continue;
    text.erase(0, sign.size());
    trim(text);
  }
}

// A pair of brackets around the gap goes with it.
std::string without(std::string_view text, Span part) {
  std::string before(text.substr(0, part.start));
  std::string after(text.substr(part.end));
  for (;;) {
    trim(before);
    trim(after);
    if (before.ends_with('-') || before.ends_with('=')) before.pop_back();
    const bool bracketed = before.ends_with('(') && after.starts_with(')');
    if (!bracketed) break;
    before.pop_back();
    after.erase(0, 1);
  }
  // Of the operators on both sides one stays, for what is left on both sides.
  const bool inside = before.ends_with('(') || before.empty();
  if (inside || after.empty() || after.starts_with(')')) {
    while (drop_last_operator(before)) {
    }
    if (inside) drop_first_operator(after);
  } else {
    const std::string kept = before;
    while (drop_last_operator(before)) {
    }
    const bool joins = after.starts_with("AND ") || after.starts_with("OR ");
    if (!joins && !kept.ends_with("NOT")) before = kept;
  }
  const bool apart = !before.empty() && !after.empty() && !before.ends_with('(') &&
                     !after.starts_with(')');
  return before + (apart ? " " : "") + after;
}

std::string shown(std::string_view part) {
  std::string text(part.substr(0, most_shown));
  if (part.size() > most_shown) text += "...";
  return text;
}

Remark remark(Span span, const std::string& message, const std::string& query) {
  return {.span = span,
          .message = replace_invalid_utf8(message),
          .suggestion = replace_invalid_utf8(query),
          .whole = true};
}

class Reasons {
 public:
  Reasons(std::string_view text, const CountStories& count)
      : text_(text), count_(count) {}

  // The query without each part.
  std::vector<Remark> without_one(const std::vector<Span>& parts) const {
    std::vector<Remark> remarks;
    for (const Span& part : parts) {
      const std::string query = without(text_, part);
      if (query.empty()) continue;
      const auto stories = count_(query);
      if (stories.value_or(0) == 0) continue;
      remarks.push_back(
          remark(part,
                 fmt::format("no story meets all of this; without {} there {}",
                             shown(part.in(text_)), are(*stories)),
                 query));
    }
    return remarks;
  }

  // Each part by itself, where leaving out one does not help.
  std::vector<Remark> one_alone(const std::vector<Span>& parts) const {
    std::vector<Remark> remarks;
    for (const Span& part : parts) {
      const std::string query(part.in(text_));
      const auto stories = count_(query);
      if (!stories) continue;
      const std::string alone = fmt::format("{} alone", shown(query));
      if (*stories > 0) {
        remarks.push_back(remark(
            part, fmt::format("{} is in {}", alone, stories_text(*stories)), query));
      } else {
        remarks.push_back({.span = part,
                           .message = replace_invalid_utf8(alone + " finds no story"),
                           .suggestion = {}});
      }
    }
    return remarks;
  }

 private:
  static std::string stories_text(std::size_t stories) {
    return counted(stories, "story", "stories");
  }
  static std::string are(std::size_t stories) {
    return (stories == 1 ? "is " : "are ") + stories_text(stories);
  }

  std::string_view text_;
  const CountStories& count_;
};

}  // namespace

std::vector<Remark> no_results_remarks(const Query& query, std::string_view text,
                                       const CountStories& count) {
  std::vector<Span> parts;
  collect(query.filters, parts);
  const std::size_t required = parts.size();
  collect(query.excluded, parts);
  const auto words = ranked_span(query);
  const auto apart = [&](const Span& part) {
    return part.end <= words->start || words->end <= part.start;
  };
  // Words with filters between them cannot be taken out in one piece.
  if (words && std::all_of(parts.begin(), parts.end(), apart)) parts.push_back(*words);
  for (Span& part : parts) {
    part.end = std::min(part.end, text.size());
    part.start = std::min(part.start, part.end);
  }
  std::erase_if(parts, [](const Span& part) { return part.start >= part.end; });
  if (parts.size() > most_parts) parts.resize(most_parts);
  if (parts.size() < 2 || required + query.excluded.size() == 0) return {};
  const Reasons reasons(text, count);
  auto remarks = reasons.without_one(parts);
  return remarks.empty() ? reasons.one_alone(parts) : remarks;
}

}  // namespace broadsheet
