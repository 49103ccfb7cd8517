// Which readings of a token are tried, in which order: field, quotation, comparison,
// words.
#include "searcher/token_clauses.h"

#include <algorithm>
#include <fmt/format.h>

#include "article/words.h"
#include "schema/fields.h"
#include "searcher/clause_parts.h"
#include "searcher/date_range.h"
#include "searcher/figure_condition.h"
#include "searcher/word_clauses.h"

namespace broadsheet {
namespace {

class TokenReader {
 public:
  TokenReader(const std::vector<QueryToken>& tokens, std::size_t& at,
              const std::optional<Date>& now, std::vector<Remark>& remarks)
      : tokens_(tokens), at_(at), now_(now), remarks_(remarks) {}

  // A word, a quotation, a field with its value or a comparison.
  std::vector<Clause> simple(const QueryToken& token) {
    if (!token.field.empty()) return fielded(token);
    if (token.kind == QueryToken::Kind::quoted) {
      if (auto clauses = comparison_behind(token)) return std::move(*clauses);
      return phrase(token);
    }
    if (token.exact) return word_clauses(token, remarks_);
    if (auto clauses = spaced_comparison(token)) return std::move(*clauses);
    if (auto clauses = comparison(token)) return std::move(*clauses);
    remark_on_what_is_not_read(token);
    return word_clauses(token, remarks_);
  }

 private:
  using Clauses = std::optional<std::vector<Clause>>;

  void remark(Span span, std::string message, std::optional<std::string> better = {}) {
    remarks_.push_back(
        {.span = span, .message = std::move(message), .suggestion = std::move(better)});
  }

  bool next_is_plain() const {
    if (at_ >= tokens_.size()) return false;
    const QueryToken& next = tokens_[at_];
    return next.kind == QueryToken::Kind::word && !next.minus && !next.must &&
           !next.exact;
  }

  void remark_on_what_is_not_read(const QueryToken& token) {
    if (token.text.find("://") != std::string_view::npos) return;
    const auto sign = token.text.find_first_of("<>=");
    if (sign != std::string_view::npos && sign > 0 && !split_words(token.text).empty()) {
      remark(token.span, "no figure stands behind the sign; it is taken as a word",
             std::string(token.text.substr(0, sign)) + ">5000");
    }
    if (token.text.ends_with(':') &&
        field_named(fold_words(token.text.substr(0, token.text.size() - 1))) != nullptr) {
      const bool goes_on = next_is_plain() && tokens_[at_].field.empty();
      const std::string next(goes_on ? tokens_[at_].text : std::string_view("..."));
      remark({token.span.start, goes_on ? tokens_[at_].span.end : token.span.end},
             "nothing stands behind the field; it is taken as a word",
             std::string(token.text) + next);
    }
  }

  // "\"capital expenditure\">$1bn": a sign directly behind a quotation is about its
  // words.
  Clauses comparison_behind(const QueryToken& token) {
    if (!next_is_plain()) return std::nullopt;
    const QueryToken& next = tokens_[at_];
    const bool attached =
        next.span.start == token.span.end && next.text.find_first_of("<>=") == 0;
    if (!attached) return std::nullopt;
    const std::string whole = std::string(token.text) + std::string(next.text);
    auto condition = read_named_condition(whole);
    if (!condition) return std::nullopt;
    ++at_;
    return figure_clause(token, std::move(*condition), whole);
  }

  // "jobs > 5000": the same in three tokens.
  Clauses spaced_comparison(const QueryToken& token) {
    if (at_ + 1 >= tokens_.size() || !next_is_plain()) return std::nullopt;
    const QueryToken& sign = tokens_[at_];
    const QueryToken& value = tokens_[at_ + 1];
    const bool is_sign = sign.text.find_first_not_of("<>=") == std::string_view::npos &&
                         !sign.text.empty() && sign.text.size() <= 2;
    if (!is_sign || value.kind != QueryToken::Kind::word || token.text.empty())
      return std::nullopt;
    const std::string whole =
        std::string(token.text) + std::string(sign.text) + std::string(value.text);
    auto condition = read_named_condition(whole);
    if (!condition) return std::nullopt;
    at_ += 2;
    return figure_clause(token, std::move(*condition), whole);
  }

  Clauses comparison(const QueryToken& token) {
    auto condition = read_comparison(token.text);
    if (!condition) return std::nullopt;
    return figure_clause(token, std::move(*condition), std::string(token.text));
  }

  // `typed` reads as the condition in the field `figure`.
  std::vector<Clause> figure_clause(const QueryToken& token, FigureCondition condition,
                                    std::string typed) {
    Clause clause = bundle(Clause::Kind::figure);
    clause.span = {token.span.start, tokens_[at_ - 1].span.end};
    clause.figure = std::move(condition);
    // "figure:>=8000 jobs": the word behind a bare value is what it counts.
    const bool bare = clause.figure.unit.empty() && clause.figure.words.empty();
    const bool goes_on = next_is_plain() && (tokens_[at_].field.empty() ||
                                             tokens_[at_].field == token.field);
    if (bare && goes_on) {
      const auto words = split_words(tokens_[at_].text);
      for (const Word& word : words) clause.figure.words.push_back(word.text);
      clause.span.end = tokens_[at_++].span.end;
      if (!words.empty()) typed = named(fold_words(tokens_[at_ - 1].text), typed);
    }
    clause.value = std::move(typed);
    return single(std::move(clause));
  }

  // "jobs" and ">=8000" or "40..50".
  static std::string named(const std::string& words, const std::string& value) {
    const bool has_sign = value.find_first_of("<>=") == 0;
    return words + (has_sign ? "" : "=") + value;
  }

  std::vector<Clause> phrase(const QueryToken& token) {
    Clause clause = phrase_clause(token, remarks_);
    if (clause.words.empty()) return {};
    return single(std::move(clause));
  }

  std::vector<Clause> fielded(const QueryToken& token) {
    const std::string name = fold_words(token.field);
    const Field* field = field_named(name);
    if (field == nullptr) return unknown_field(token, name);
    switch (field->kind) {
      case FieldKind::text:
        return text_clauses(token, *field, remarks_);
      case FieldKind::name:
        return name_field(token, *field);
      case FieldKind::date:
        return date_field(token, *field);
      case FieldKind::figure:
        return figure_field(token);
    }
    return {};
  }

  // "capex:$45bn.." is a comparison with a word about it; the rest are words.
  std::vector<Clause> unknown_field(const QueryToken& token, const std::string& name) {
    const bool figures = token.text.find_first_of(".<>=+$%") != std::string_view::npos;
    if (auto condition = read_figure_condition(token.text); condition && figures) {
      condition->words.push_back(name);
      return figure_clause(token, std::move(*condition),
                           named(name, std::string(token.text)));
    }
    remark(token.span,
           fmt::format("there is no field \"{}\"; it is taken as a word", name),
           nearest_field(name, token));
    QueryToken part = token;
    part.text = token.field;
    part.kind = QueryToken::Kind::word;
    part.span.end = token.value.start;
    std::vector<Clause> clauses = word_clauses(part, remarks_);
    for (Clause& clause : value_words(token)) clauses.push_back(std::move(clause));
    return clauses;
  }

  // The value of a field as plain words, at its place behind the colon.
  std::vector<Clause> value_words(QueryToken token) {
    token.kind = QueryToken::Kind::word;
    token.span = token.value;
    return word_clauses(token, remarks_);
  }

  static std::string nearest_field(const std::string& name, const QueryToken& token) {
    std::string_view best = "text";
    for (const Field& field : fields()) {
      const bool begins = field.name.substr(0, 3) == name.substr(0, 3);
      if (begins && name.size() > 2) best = field.name;
    }
    const bool quoted = token.kind == QueryToken::Kind::quoted;
    return fmt::format("{0}:{1}{2}{1}", best, quoted ? "\"" : "", token.text);
  }

  std::vector<Clause> name_field(const QueryToken& token, const Field& field) {
    Clause clause = bundle(Clause::Kind::name);
    clause.span = token.span;
    clause.field = &field;
    if (token.text.find_first_not_of(" \t*\"") == std::string_view::npos) {
      remark(token.span, fmt::format("{}: says no name; it is left out", field.name));
      return {};
    }
    if (fold_words(token.text) != "unknown") clause.value = std::string(token.text);
    if (clause.value.find('*') != std::string::npos) {
      std::erase(clause.value, '*');
      remark(token.span, "there are no wildcards in names; they are left out");
    }
    return single(std::move(clause));
  }

  // "date:april 2026", "since:last month": a date without a year may go on in the next
  // words.
  std::optional<DayRange> read_days(const QueryToken& token) {
    constexpr std::size_t most_words = 4;
    auto days = read_date_range(token.text, now_);
    const bool has_year = std::count_if(token.text.begin(), token.text.end(),
                                        [](char c) { return c >= '0' && c <= '9'; }) > 3;
    if (token.kind == QueryToken::Kind::quoted || (days && has_year)) return days;
    std::string words(token.text);
    std::size_t taken = at_;
    for (std::size_t read = 0; read < most_words && next_is_plain(); ++read) {
      const QueryToken& next = tokens_[at_];
      if (!next.field.empty() && next.field != token.field) break;
      ++at_;
      words += ' ';
      words += next.text;
      const auto longer = read_date_range(words, now_);
      if (!longer) continue;
      days = longer;
      taken = at_;
    }
    at_ = taken;
    return days;
  }

  std::vector<Clause> date_field(const QueryToken& token, const Field& field) {
    Clause clause = bundle(Clause::Kind::dates);
    clause.field = &field;
    clause.span = token.span;
    if (fold_words(token.text) == "unknown") return single(std::move(clause));
    if (split_words(token.text).empty()) {
      remark(token.span, fmt::format("{}: says no date; it is left out", field.name));
      return {};
    }
    auto days = read_days(token);
    if (!days) {
      remark(token.span,
             fmt::format("\"{}\" is not a date; it is taken as a word", token.text),
             fmt::format("{}:2026-04", field.name));
      return value_words(token);
    }
    clause.span.end = tokens_[at_ - 1].span.end;
    if (field.name == "since") days->last = DayRange::open_last;
    if (field.name == "before") *days = {DayRange::open_first, days->first - 1};
    clause.days = days;
    return single(std::move(clause));
  }

  std::vector<Clause> figure_field(const QueryToken& token) {
    auto condition = read_named_condition(token.text);
    if (!condition) condition = read_figure_condition(token.text);
    if (condition)
      return figure_clause(token, std::move(*condition), std::string(token.text));
    if (split_words(token.text).empty()) {
      remark(token.span, "figure: says no figure; it is left out", "figure:>=8000");
      return {};
    }
    remark(token.span,
           fmt::format("\"{}\" is not a figure; it is taken as a word", token.text),
           "figure:>=8000");
    return value_words(token);
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
