// Which readings of a token are tried, in which order: field, quotation, comparison,
// words.
#include "searcher/token_clauses.h"

#include <algorithm>
#include <fmt/format.h>

#include "article/words.h"
#include "searcher/date_range.h"
#include "searcher/figure_condition.h"

namespace broadsheet {
namespace {

Clause bundle(Clause::Kind kind) {
  Clause clause;
  clause.kind = kind;
  return clause;
}

class TokenReader {
 public:
  TokenReader(const std::vector<QueryToken>& tokens, std::size_t& at,
              const std::optional<Date>& now, std::vector<Remark>& remarks)
      : tokens_(tokens), at_(at), now_(now), remarks_(remarks) {}

  // A word, a quotation, a field with its value or a comparison.
  std::vector<Clause> simple(const QueryToken& token) {
    if (!token.field.empty()) return fielded(token);
    if (token.kind == QueryToken::Kind::quoted) {
      auto condition = condition_behind(token);
      return condition ? figure_clause(token, std::move(*condition)) : phrase(token);
    }
    if (auto condition = spaced_comparison(token)) {
      return figure_clause(token, std::move(*condition));
    }
    if (auto condition = comparison(token))
      return figure_clause(token, std::move(*condition));
    remark_on_what_is_not_read(token);
    return words(token);
  }

 private:
  void remark(Span span, std::string message, std::optional<std::string> better = {}) {
    remarks_.push_back(
        {.span = span, .message = std::move(message), .suggestion = std::move(better)});
  }

  bool next_is(QueryToken::Kind kind) const {
    return at_ < tokens_.size() && tokens_[at_].kind == kind;
  }

  void remark_on_what_is_not_read(const QueryToken& token) {
    if (token.text.size() > 1 && token.text.find('*') != std::string_view::npos) {
      remark(token.span, "there are no wildcards; it is taken as a word");
    }
    const auto sign = token.text.find_first_of("<>=");
    if (sign != std::string_view::npos && sign > 0 && !split_words(token.text).empty()) {
      remark(token.span, "no figure stands behind the sign; it is taken as a word",
             std::string(token.text.substr(0, sign)) + ">5000");
    }
    if (token.text.ends_with(':') &&
        field_named(token.text.substr(0, token.text.size() - 1)) != nullptr) {
      remark(token.span, "nothing stands behind the field; it is taken as a word");
    }
    if (token.text.starts_with("NEAR/") || token.text.starts_with("ADJ/")) {
      remark(token.span, "there are no distances between words; it is taken as a word");
    }
  }

  // "\"capital expenditure\">$1bn": a sign directly behind a quotation is about its
  // words.
  std::optional<FigureCondition> condition_behind(const QueryToken& token) {
    if (at_ >= tokens_.size()) return std::nullopt;
    const QueryToken& next = tokens_[at_];
    const bool attached = next.kind == QueryToken::Kind::word &&
                          next.span.start == token.span.end &&
                          next.text.find_first_of("<>=") == 0;
    if (!attached) return std::nullopt;
    auto condition = read_figure_condition(next.text);
    if (!condition) return std::nullopt;
    for (std::string& word : folded(token.text))
      condition->words.push_back(std::move(word));
    ++at_;
    return condition;
  }

  // "jobs > 5000": the same in three tokens.
  std::optional<FigureCondition> spaced_comparison(const QueryToken& token) {
    if (at_ + 1 >= tokens_.size()) return std::nullopt;
    const QueryToken& sign = tokens_[at_];
    const QueryToken& value = tokens_[at_ + 1];
    const bool is_sign = sign.kind == QueryToken::Kind::word &&
                         sign.text.find_first_not_of("<>=") == std::string_view::npos &&
                         !sign.text.empty() && sign.text.size() <= 2;
    if (!is_sign || value.kind != QueryToken::Kind::word || token.text.empty())
      return std::nullopt;
    auto condition = read_named_condition(
        std::string(token.text) + std::string(sign.text) + std::string(value.text));
    if (condition) at_ += 2;
    return condition;
  }

  static std::optional<FigureCondition> comparison(const QueryToken& token) {
    const auto text = token.text;
    if (auto named = read_named_condition(text)) return named;
    const bool looks_so = text.find("..") != std::string_view::npos ||
                          text.ends_with('+') || text.find_first_of("<>=") == 0;
    if (!looks_so) return std::nullopt;
    return read_figure_condition(text);
  }

  std::vector<Clause> figure_clause(const QueryToken& token, FigureCondition condition) {
    Clause clause = bundle(Clause::Kind::figure);
    clause.span = {token.span.start, tokens_[at_ - 1].span.end};
    clause.figure = std::move(condition);
    // "figure:>=8000 jobs": the word behind a bare value is what it counts.
    const bool bare = clause.figure.unit.empty() && clause.figure.words.empty();
    if (bare && next_is(QueryToken::Kind::word) && !tokens_[at_].minus &&
        tokens_[at_].field.empty()) {
      for (const Word& word : split_words(tokens_[at_].text)) {
        clause.figure.words.push_back(word.text);
      }
      clause.span.end = tokens_[at_++].span.end;
    }
    return single(std::move(clause));
  }

  static std::vector<Clause> single(Clause clause) {
    std::vector<Clause> result;
    result.push_back(std::move(clause));
    return result;
  }

  static std::vector<std::string> folded(std::string_view text) {
    std::vector<std::string> result;
    for (Word& word : split_words(text)) result.push_back(std::move(word.text));
    return result;
  }

  // "data-centre" is a phrase of its parts, but one that ranks.
  static std::vector<Clause> words(const QueryToken& token) {
    std::vector<Clause> clauses;
    for (Word& word : search_words(token.text)) {
      Clause clause = bundle(Clause::Kind::word);
      clause.span = token.span;
      clause.words.push_back(std::move(word.text));
      clauses.push_back(std::move(clause));
    }
    return clauses;
  }

  static std::vector<Clause> phrase(const QueryToken& token) {
    Clause clause = bundle(Clause::Kind::phrase);
    clause.span = token.span;
    clause.words = folded(token.text);
    if (clause.words.empty()) return {};
    return single(std::move(clause));
  }

  std::vector<Clause> fielded(const QueryToken& token) {
    std::string name(token.field);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    const Field* field = field_named(name);
    if (field == nullptr) return unknown_field(token, name);
    switch (field->kind) {
      case FieldKind::text:
        return text_field(token, *field);
      case FieldKind::name:
        return name_field(token, *field);
      case FieldKind::date:
        return date_field(token, *field);
      case FieldKind::figure:
        return figure_field(token);
    }
    return words(token);
  }

  // "capex:$45bn.." is a comparison with a word about it; the rest are words.
  std::vector<Clause> unknown_field(const QueryToken& token, const std::string& name) {
    if (auto condition = read_figure_condition(token.text)) {
      const bool range = token.text.find_first_of(".<>=+$%") != std::string_view::npos;
      if (range) {
        condition->words.push_back(name);
        return figure_clause(token, std::move(*condition));
      }
    }
    remark(token.span,
           fmt::format("there is no field \"{}\"; it is taken as a word", name),
           std::string("text:") + std::string(token.text));
    QueryToken whole = token;
    std::vector<Clause> clauses = words(whole);
    whole.text = token.field;
    std::vector<Clause> first = words(whole);
    first.insert(first.end(), clauses.begin(), clauses.end());
    return first;
  }

  std::vector<Clause> text_field(const QueryToken& token, const Field& field) {
    Clause clause = bundle(Clause::Kind::field);
    clause.span = token.span;
    clause.field = &field;
    clause.words = folded(token.text);
    if (clause.words.empty()) return {};
    return single(std::move(clause));
  }

  std::vector<Clause> name_field(const QueryToken& token, const Field& field) {
    Clause clause = bundle(Clause::Kind::name);
    clause.span = token.span;
    clause.field = &field;
    if (token.text != "unknown") clause.value = std::string(token.text);
    return single(std::move(clause));
  }

  std::vector<Clause> date_field(const QueryToken& token, const Field& field) {
    Clause clause = bundle(Clause::Kind::dates);
    clause.span = token.span;
    clause.field = &field;
    if (token.text == "unknown") return single(std::move(clause));
    auto days = read_date_range(token.text, now_);
    if (!days) {
      remark(token.span,
             fmt::format("\"{}\" is not a date; it is taken as a word", token.text),
             fmt::format("{}:2026-04", field.name));
      return words(token);
    }
    if (field.name == "since") days->last = 100000;
    if (field.name == "before") *days = {-400000, days->first - 1};
    clause.days = days;
    return single(std::move(clause));
  }

  std::vector<Clause> figure_field(const QueryToken& token) {
    if (auto condition = read_named_condition(token.text)) {
      return figure_clause(token, std::move(*condition));
    }
    if (auto condition = read_figure_condition(token.text)) {
      return figure_clause(token, std::move(*condition));
    }
    remark(token.span,
           fmt::format("\"{}\" is not a figure; it is taken as a word", token.text),
           "figure:>=8000");
    return words(token);
  }

  const std::vector<QueryToken>& tokens_;
  std::size_t& at_;
  const std::optional<Date>& now_;
  std::vector<Remark>& remarks_;
};

}  // namespace

std::vector<Clause> clauses_of(const std::vector<QueryToken>& tokens, std::size_t& at,
                               const std::optional<Date>& now,
                               std::vector<Remark>& remarks) {
  const QueryToken& token = tokens[at++];
  return TokenReader(tokens, at, now, remarks).simple(token);
}

}  // namespace broadsheet
