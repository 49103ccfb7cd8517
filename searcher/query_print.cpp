// A query printed, as a query and as a tree. Clauses stand in the order in which they
// were typed, since numbers take their meaning from the words around them; a number among
// words is printed as it was typed, with its comparison.
#include <algorithm>
#include <fmt/format.h>

#include "article/utf8.h"
#include "article/words.h"
#include "schema/fields.h"
#include "searcher/query.h"
#include "searcher/query_tokens.h"

namespace broadsheet {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

// On one line, valid, without quotes and wildcards.
std::string quotable(std::string_view text) {
  std::string out = replace_invalid_utf8(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '"' || c == '*')
      c = ' ';
  }
  return out;
}

bool is_simple(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '.' || c == '/' || c == '_' || c == '-';
  });
}

std::string quoted_unless_simple(std::string_view value) {
  return is_simple(value) ? std::string(value) : fmt::format("\"{}\"", quotable(value));
}

// "2026", "2026-04", "2025-10-01..2026-04-30", "..2025-12-31", "2026-01-01..".
std::string days_text(const std::optional<DayRange>& days) {
  if (!days) return "unknown";
  const bool open_start = days->first <= DayRange::open_first;
  const bool open_end = days->last >= DayRange::open_last;
  const Date first = date_of_day(days->first);
  const Date last = date_of_day(days->last);
  if (open_start) return ".." + to_string(last);
  if (open_end) return to_string(first) + "..";
  for (const Date& whole : {year_of(first), month_of(first), first}) {
    if (*days == DayRange{first_day(whole), last_day(whole)}) return to_string(whole);
  }
  return to_string(first) + ".." + to_string(last);
}

std::string_view date_field(const Clause& clause) {
  return clause.field->prefix == prefix::day ? "date" : clause.field->name;
}

std::string words_text(const Clause& clause) {
  if (!clause.pattern.empty()) return clause.pattern;
  const std::string exact = clause.exact ? "=" : "";
  if (clause.words.size() == 1) return exact + clause.words.front();
  return fmt::format("{}\"{}\"", exact, joined(clause.words, " "));
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return lower;
}

std::string near_sign(const Clause& clause) {
  if (clause.kind == Clause::Kind::same) return "SAME";
  return fmt::format("{}/{}", clause.ordered ? "ADJ" : "NEAR", clause.distance);
}

// A comparison that is one without its field.
std::string figure_text(const Clause& clause) {
  const std::string value = quotable(clause.value);
  const bool bare = value.find_first_of(" ()\"“”„«»:") == std::string::npos &&
                    (value.find_first_of("<>=") != std::string::npos ||
                     value.find("..") != std::string::npos || value.ends_with('+'));
  return bare ? value : fmt::format("figure:\"{}\"", value);
}

class Printer {
 public:
  // Of a part of a bundle: with brackets.
  std::string part(const Clause& clause) const {
    const bool bundle = clause.parts.size() > 1;
    return bundle ? "(" + whole(clause) + ")" : whole(clause);
  }

  std::string whole(const Clause& clause) const {
    switch (clause.kind) {
      case Clause::Kind::word:
        return words_text(clause);
      case Clause::Kind::phrase:
        return phrase(clause);
      case Clause::Kind::field:
        return fmt::format("{}:{}", clause.field->name, words_text(clause));
      case Clause::Kind::name:
        return fmt::format(
            "{}:{}", clause.field->name,
            clause.value.empty() ? "unknown" : quoted_unless_simple(clause.value));
      case Clause::Kind::dates:
        return fmt::format("{}:{}", date_field(clause), days_text(clause.days));
      case Clause::Kind::figure:
        return figure_text(clause);
      case Clause::Kind::near:
      case Clause::Kind::same:
        return bundle(clause, near_sign(clause));
      case Clause::Kind::all:
        return clause.parts.size() == 1 ? required(clause) : bundle(clause, "AND");
      case Clause::Kind::any:
        return bundle(clause, "OR");
      case Clause::Kind::none:
        return excluded(clause.parts.front());
    }
    return {};
  }

  // A minus before a digit would be the number's.
  std::string excluded(const Clause& clause) const {
    const std::string text = part(clause);
    const bool digit = !text.empty() && text.front() >= '0' && text.front() <= '9';
    const bool sign = text.find_first_of("-+$<>.") == 0;
    return (digit || sign ? "NOT " : "-") + text;
  }

 private:
  static std::string phrase(const Clause& clause) {
    constexpr std::size_t all_words = 63;
    const bool whole = clause.words.size() <= all_words;
    return fmt::format("{}\"{}\"", clause.exact ? "=" : "",
                       whole ? quotable(clause.value) : joined(clause.words, " "));
  }

  std::string required(const Clause& clause) const {
    const std::string text = part(clause.parts.front());
    const bool digit = !text.empty() && text.front() >= '0' && text.front() <= '9';
    return digit ? fmt::format("({0} AND {0})", text) : "+" + text;
  }

  std::string bundle(const Clause& clause, std::string_view sign) const {
    std::vector<std::string> parts;
    for (const Clause& inner : clause.parts) parts.push_back(part(inner));
    return joined(parts, fmt::format(" {} ", sign));
  }
};

// A piece of the printed query and where it was typed.
struct Piece {
  Span place;
  std::string text;
};

class QueryPrinter {
 public:
  explicit QueryPrinter(const Query& query) : query_(query) {}

  std::string run() {
    find_numbers();
    for (std::size_t i = 0; i < query_.ranked.size(); ++i) {
      const Clause& clause = query_.ranked[i];
      if (in_number(clause)) continue;
      const std::size_t words = words_as_typed(i);
      add(clause.span, words > 1 ? as_typed(clause) : printer_.whole(clause));
      if (words > 1) i += words - 1;
    }
    for (const Span& number : numbers_) add(number, quotable(number.in(query_.text)));
    for (const Clause& clause : query_.filters) add(clause.span, filter(clause));
    for (const Clause& clause : query_.excluded)
      add(clause.span, printer_.excluded(clause));
    std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
      return a.place.start < b.place.start;
    });
    std::vector<std::string> texts;
    for (Piece& piece : pieces_) texts.push_back(std::move(piece.text));
    return joined(texts, " ");
  }

 private:
  void add(Span place, std::string text) { pieces_.push_back({place, std::move(text)}); }

  // In a long question a phrase would rank.
  std::string filter(const Clause& clause) const {
    const bool soft = clause.kind == Clause::Kind::phrase && query_.question;
    return (soft ? "+" : "") + printer_.whole(clause);
  }

  // In a query all in capitals "NEAR/5" is no operator.
  std::string as_typed(const Clause& clause) const {
    const std::string_view typed = clause.span.in(query_.text);
    const bool sign = operator_token(typed).kind != QueryToken::Kind::word;
    return sign ? lower_case(typed) : replace_invalid_utf8(typed);
  }

  // How many words from the i-th on are one token that may stand as it was typed, since
  // apart they would be numbers: "10:30", "5-a-side"; else 0.
  std::size_t words_as_typed(std::size_t i) const {
    const Span& span = query_.ranked[i].span;
    const std::string_view typed = span.in(query_.text);
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool plain = std::all_of(typed.begin(), typed.end(), [&](char c) {
      return is_letter(c) || is_digit(c) ||
             std::string_view(":.,'/&-").find(c) != std::string_view::npos ||
             static_cast<unsigned char>(c) >= 0x80;
    });
    const auto colon = typed.find(':');
    const bool field = colon < typed.size() &&
                       std::all_of(typed.begin(), typed.begin() + colon, is_letter);
    const bool address = typed.find("://") != std::string_view::npos;
    if ((!address && (!plain || field)) ||
        !std::any_of(typed.begin(), typed.end(), is_digit))
      return 0;
    std::size_t words = 0;
    for (; i < query_.ranked.size() && query_.ranked[i].span == span; ++i) ++words;
    return words == split_words(typed).size() ? words : 0;
  }

  void find_numbers() {
    for (const Figure& figure : query_.figures) numbers_.push_back(figure.span);
    numbers_.insert(numbers_.end(), query_.compared.begin(), query_.compared.end());
    std::sort(numbers_.begin(), numbers_.end());
    // Whole words; what is typed between quotes or in a filter is printed there.
    for (const Clause& clause : query_.ranked) {
      if (clause.kind != Clause::Kind::word) continue;
      for (Span& number : numbers_) {
        if (!number.overlaps(clause.span)) continue;
        number.start = std::min(number.start, clause.span.start);
        number.end = std::max(number.end, clause.span.end);
      }
    }
    std::vector<Span> kept;
    for (const Span& number : numbers_) {
      if (number.end > query_.text.size() || in_filters(query_.filters, number)) continue;
      const bool goes_on = !kept.empty() && number.start < kept.back().end;
      if (goes_on) {
        kept.back().end = std::max(kept.back().end, number.end);
      } else {
        kept.push_back(number);
      }
    }
    numbers_ = std::move(kept);
  }

  bool in_filters(const std::vector<Clause>& clauses, const Span& number) const {
    for (const Clause& clause : query_.ranked) {
      if (clause.kind != Clause::Kind::word && clause.span.overlaps(number)) return true;
    }
    return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
      return clause.span.overlaps(number);
    });
  }

  bool in_number(const Clause& clause) const {
    return std::any_of(numbers_.begin(), numbers_.end(),
                       [&](const Span& number) { return number.overlaps(clause.span); });
  }

  const Query& query_;
  Printer printer_;
  std::vector<Span> numbers_;
  std::vector<Piece> pieces_;
};

std::string call(std::string_view name, const std::vector<Clause>& parts) {
  std::vector<std::string> texts;
  texts.reserve(parts.size());
  for (const Clause& part : parts) texts.push_back(tree_of(part));
  return fmt::format("{}({})", name, joined(texts, ", "));
}

std::string condition_text(const FigureCondition& condition) {
  const auto& [low, high, low_open, high_open, unit, words] = condition;
  std::string text;
  if (low && low == high) {
    text = "=" + to_string(*low);
  } else {
    if (low) text = (low_open ? ">" : ">=") + to_string(*low);
    if (low && high) text += " ";
    if (high) text += (high_open ? "<" : "<=") + to_string(*high);
  }
  if (!unit.empty()) text += " " + unit;
  return words.empty() ? text : fmt::format("{}, {}", text, joined(words, " "));
}

}  // namespace

std::string to_string(const Query& query) {
  return QueryPrinter(query).run();
}

std::string tree_of(const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::word:
      return words_text(clause);
    case Clause::Kind::phrase:
      return fmt::format("{}\"{}\"", clause.exact ? "=" : "", joined(clause.words, " "));
    case Clause::Kind::field:
      return fmt::format("{}({})", clause.field->name, words_text(clause));
    case Clause::Kind::name:
      return fmt::format("{}({})", clause.field->name,
                         clause.value.empty() ? "unknown" : quotable(clause.value));
    case Clause::Kind::dates:
      return fmt::format("{}({})", date_field(clause), days_text(clause.days));
    case Clause::Kind::figure:
      return fmt::format("figure({})", condition_text(clause.figure));
    case Clause::Kind::near:
    case Clause::Kind::same:
      return call(lower_case(near_sign(clause)), clause.parts);
    case Clause::Kind::all:
      return call("and", clause.parts);
    case Clause::Kind::any:
      return call("or", clause.parts);
    case Clause::Kind::none:
      return call("not", clause.parts);
  }
  return {};
}

std::string tree_of(const Query& query) {
  std::vector<std::string> parts;
  if (!query.ranked.empty()) parts.push_back(call("rank", query.ranked));
  for (const FigureCondition& near : query.near)
    parts.push_back(fmt::format("first({})", condition_text(near)));
  if (!query.liked.empty()) parts.push_back(call("liked", query.liked));
  if (!query.filters.empty()) parts.push_back(call("must", query.filters));
  if (!query.excluded.empty()) parts.push_back(call("not", query.excluded));
  // A query is typed or pasted: what it asks of figures may hold half a letter.
  return parts.empty() ? "all" : replace_invalid_utf8(joined(parts, " "));
}

}  // namespace broadsheet
