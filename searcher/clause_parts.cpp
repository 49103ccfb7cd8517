#include "searcher/clause_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "schema/fields.h"

namespace broadsheet {
namespace {

// The field whose words a part is; nothing when the part has no place among words.
std::optional<std::string_view> words_of_field(const Clause& part) {
  switch (part.kind) {
    case Clause::Kind::word:
    case Clause::Kind::phrase:
      return "";
    case Clause::Kind::field: {
      const bool placed =
          part.field->prefix.empty() || part.field->prefix == prefix::title;
      return placed ? std::optional(part.field->prefix) : std::nullopt;
    }
    case Clause::Kind::any: {
      std::optional<std::string_view> common;
      for (const Clause& inner : part.parts) {
        const auto own = words_of_field(inner);
        if (!own || inner.kind == Clause::Kind::any || (common && common != own))
          return std::nullopt;
        common = own;
      }
      return common;
    }
    default:
      return std::nullopt;
  }
}

bool can_be_near(const std::vector<Clause>& parts) {
  const auto first = words_of_field(parts.front());
  return first && std::all_of(parts.begin(), parts.end(), [&](const Clause& part) {
           return words_of_field(part) == first;
         });
}

bool same_sign(const QueryToken& a, const QueryToken& b) {
  return a.kind == b.kind && a.distance == b.distance && a.ordered == b.ordered;
}

Clause near_clause(std::vector<Clause> parts, const QueryToken& sign,
                   std::vector<Remark>& remarks) {
  Clause clause = bundle(Clause::Kind::all);
  if (can_be_near(parts)) {
    const bool sentence = sign.kind == QueryToken::Kind::same;
    clause.kind = sentence ? Clause::Kind::same : Clause::Kind::near;
    clause.distance = sign.distance;
    clause.ordered = sign.ordered;
    clause.parts = std::move(parts);
  } else {
    for (Clause& part : parts) add_part(clause, single(std::move(part)));
    remarks.push_back(
        {.span = sign.span,
         .message = fmt::format("{} stands between words, phrases and alternatives of "
                                "them; both sides must be there, anywhere",
                                sign.text),
         .suggestion = "AND"});
  }
  return clause;
}

}  // namespace

bool filters(const Clause& clause) {
  return clause.kind != Clause::Kind::word;
}

Clause bundle(Clause::Kind kind) {
  Clause clause;
  clause.kind = kind;
  return clause;
}

std::vector<Clause> single(Clause clause) {
  std::vector<Clause> result;
  result.push_back(std::move(clause));
  return result;
}

std::optional<Clause> joined(std::vector<Clause> clauses) {
  if (clauses.empty()) return std::nullopt;
  if (clauses.size() == 1) return std::move(clauses.front());
  const bool words = std::none_of(clauses.begin(), clauses.end(), filters);
  Clause part = bundle(words ? Clause::Kind::any : Clause::Kind::all);
  for (Clause& clause : clauses) add_part(part, single(std::move(clause)));
  return part;
}

void add_part(Clause& whole, std::vector<Clause> clauses) {
  auto part = joined(std::move(clauses));
  if (!part) return;
  whole.span = whole.parts.empty() ? part->span
                                   : Span{std::min(whole.span.start, part->span.start),
                                          std::max(whole.span.end, part->span.end)};
  const bool bundled = part->kind == Clause::Kind::all || part->kind == Clause::Kind::any;
  if (!bundled || part->kind != whole.kind) {
    whole.parts.push_back(std::move(*part));
    return;
  }
  for (Clause& inner : part->parts) whole.parts.push_back(std::move(inner));
}

std::vector<Clause> settled(Clause clause) {
  if (clause.parts.empty()) return {};
  std::set<std::string> known;
  std::vector<Clause> parts;
  for (Clause& part : clause.parts) {
    if (known.insert(tree_of(part)).second) parts.push_back(std::move(part));
  }
  // Of alternatives one is left: it must be there.
  if (parts.size() == 1) return required(std::move(parts));
  clause.parts = std::move(parts);
  return single(std::move(clause));
}

std::vector<Clause> negated(std::vector<Clause> clauses) {
  auto part = joined(std::move(clauses));
  if (!part) return {};
  if (part->kind == Clause::Kind::none) return std::move(part->parts);
  Clause clause = bundle(Clause::Kind::none);
  clause.span = part->span;
  clause.parts.push_back(std::move(*part));
  return single(std::move(clause));
}

std::vector<Clause> required(std::vector<Clause> clauses) {
  auto part = joined(std::move(clauses));
  if (!part) return {};
  // Anything else filters as it is.
  const bool ranks =
      part->kind == Clause::Kind::word || part->kind == Clause::Kind::phrase;
  if (!ranks) return single(std::move(*part));
  Clause clause = bundle(Clause::Kind::all);
  clause.span = part->span;
  clause.parts.push_back(std::move(*part));
  return single(std::move(clause));
}

std::vector<Clause> near_clauses(std::vector<Clause> parts,
                                 const std::vector<QueryToken>& signs,
                                 std::vector<Remark>& remarks) {
  if (parts.size() < 2) {
    return parts.empty() ? std::vector<Clause>{} : required(std::move(parts));
  }
  constexpr std::size_t most = 16;
  const std::size_t ends = std::min(signs.size(), most);
  if (ends < signs.size()) {
    remarks.push_back({.span = signs[ends].span,
                       .message = fmt::format("at most {} words can be near each other; "
                                              "what follows is left out",
                                              most + 1),
                       .suggestion = {}});
  }
  Clause all = bundle(Clause::Kind::all);
  for (std::size_t first = 0; first < ends;) {
    std::size_t last = first;
    while (last + 1 < ends && same_sign(signs[last + 1], signs[first])) ++last;
    std::vector<Clause> side(parts.begin() + static_cast<std::ptrdiff_t>(first),
                             parts.begin() + static_cast<std::ptrdiff_t>(last + 2));
    Clause near = near_clause(std::move(side), signs[first], remarks);
    near.span = {parts[first].span.start, parts[last + 1].span.end};
    add_part(all, single(std::move(near)));
    first = last + 1;
  }
  return settled(std::move(all));
}

}  // namespace broadsheet
