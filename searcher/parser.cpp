// Two steps: the text is cut into tokens (words, quoted parts, brackets, signs), then
// read by a small recursive grammar whose depth is bounded. Adjacent words simply rank
// together; an operator binds its two sides into one clause that must hold.
#include "searcher/parser.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "article/figure_reader.h"
#include "article/words.h"
#include "searcher/date_range.h"
#include "searcher/figure_condition.h"

namespace broadsheet {
namespace {

constexpr std::size_t max_query = 4096;  // bytes that are looked at
constexpr std::size_t max_tokens = 512;
constexpr int max_depth = 20;
constexpr std::size_t question_words = 10;  // beyond it quoted parts rank

struct Token {
  enum class Kind { word, quoted, open, close, all_of, any_of, none_of };
  Kind kind = Kind::word;
  bool minus = false;
  std::string_view text;   // without quotes, minus and field
  std::string_view field;  // before the colon
  Span span;
};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Typographic quotes count as quotes.
std::size_t quote_length(std::string_view text) {
  if (text.starts_with('"')) return 1;
  if (text.starts_with("“") || text.starts_with("”") || text.starts_with("„")) return 3;
  return 0;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Remark>& remarks)
      : text_(text), remarks_(remarks) {
    operators_ = !all_in_capitals();
  }

  std::vector<Token> run() {
    while (at_ < text_.size() && tokens_.size() < max_tokens) {
      if (is_space(text_[at_])) {
        ++at_;
      } else if (text_[at_] == '(' || text_[at_] == ')') {
        bracket();
      } else {
        item();
      }
    }
    return std::move(tokens_);
  }

 private:
  // Then AND, OR and NOT are words: "COUP AND RIOTS", but not "=600 OR =8000".
  bool all_in_capitals() const {
    bool capitals = false;
    for (const Word& word : split_words(text_)) {
      const std::string_view printed = word.span.in(text_);
      for (const char c : printed) {
        if (c >= 'a' && c <= 'z') return false;
        if (c >= 'A' && c <= 'Z' && operator_kind(printed) == Token::Kind::word)
          capitals = true;
      }
    }
    return capitals;
  }

  static Token::Kind operator_kind(std::string_view text) {
    if (text == "AND") return Token::Kind::all_of;
    if (text == "OR") return Token::Kind::any_of;
    if (text == "NOT") return Token::Kind::none_of;
    return Token::Kind::word;
  }

  void bracket() {
    const auto kind = text_[at_] == '(' ? Token::Kind::open : Token::Kind::close;
    tokens_.push_back({.kind = kind,
                       .text = text_.substr(at_, 1),
                       .field = {},
                       .span = {at_, at_ + 1}});
    ++at_;
  }

  void item() {
    Token token{.text = {}, .field = {}, .span = {at_, at_}};
    if (text_[at_] == '-' && at_ + 1 < text_.size() && minus_excludes(text_[at_ + 1])) {
      token.minus = true;
      ++at_;
    }
    if (text_[at_] == '(') {  // -( ... )
      tokens_.push_back({.kind = Token::Kind::none_of,
                         .text = text_.substr(at_ - 1, 1),
                         .field = {},
                         .span = {at_ - 1, at_}});
      return;
    }
    token.field = field_ahead();
    if (!token.field.empty()) at_ += token.field.size() + 1;
    const std::size_t quote = quote_length(text_.substr(at_));
    if (quote > 0) {
      quoted(token, quote);
    } else {
      plain(token);
    }
    token.span.end = at_;
    if (!token.text.empty() || !token.field.empty()) tokens_.push_back(token);
  }

  static bool minus_excludes(char next) {
    return !is_space(next) && next != '-' && !(next >= '0' && next <= '9');
  }

  // "outlet:" before a value; a colon inside a time or an address is none.
  std::string_view field_ahead() const {
    std::size_t end = at_;
    while (end < text_.size() && ((text_[end] >= 'a' && text_[end] <= 'z') ||
                                  (text_[end] >= 'A' && text_[end] <= 'Z'))) {
      ++end;
    }
    const bool colon = end > at_ && end + 1 < text_.size() && text_[end] == ':' &&
                       !is_space(text_[end + 1]) && text_[end + 1] != '/';
    return colon ? text_.substr(at_, end - at_) : std::string_view();
  }

  void quoted(Token& token, std::size_t quote) {
    token.kind = Token::Kind::quoted;
    const std::size_t start = at_ + quote;
    std::size_t end = start;
    while (end < text_.size() && quote_length(text_.substr(end)) == 0) ++end;
    token.text = text_.substr(start, end - start);
    if (end == text_.size()) {
      const bool blank =
          token.text.find_first_not_of(" \t\r\n") == std::string_view::npos;
      remarks_.push_back(
          {.span = {at_, end},
           .message = "the quotation is not closed; it is taken to the end",
           .suggestion =
               blank ? std::nullopt : std::optional(fmt::format("\"{}\"", token.text))});
    }
    at_ = end + (end < text_.size() ? quote_length(text_.substr(end)) : 0);
  }

  void plain(Token& token) {
    const std::size_t start = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '(' &&
           text_[at_] != ')' && quote_length(text_.substr(at_)) == 0) {
      ++at_;
    }
    if (at_ == start) ++at_;
    token.text = text_.substr(start, at_ - start);
    if (!operators_ || token.minus || !token.field.empty()) return;
    token.kind = operator_kind(token.text);
  }

  std::string_view text_;
  std::vector<Remark>& remarks_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool operators_ = true;
};

// A clause that must hold or must not, as opposed to one that ranks.
bool filters(const Clause& clause) {
  return clause.kind != Clause::Kind::word;
}

class Parser {
 public:
  Parser(std::vector<Token> tokens, const std::optional<Date>& now, Query& query)
      : tokens_(std::move(tokens)), now_(now), query_(query) {
    std::size_t words = 0;
    for (const Token& token : tokens_) words += split_words(token.text).size();
    question_ = words > question_words;
  }

  void run() {
    while (at_ < tokens_.size()) {
      if (tokens_[at_].kind == Token::Kind::close) {
        remark(tokens_[at_++].span, "this bracket closes nothing; it is left out");
        continue;
      }
      for (Clause& clause : sequence(0)) place(std::move(clause));
    }
  }

 private:
  void place(Clause clause) {
    const bool soft_phrase = clause.kind == Clause::Kind::phrase && question_;
    if (clause.kind == Clause::Kind::none) {
      query_.excluded.push_back(std::move(clause.parts.front()));
    } else if (filters(clause) && !soft_phrase) {
      query_.filters.push_back(std::move(clause));
    } else {
      query_.ranked.push_back(std::move(clause));
    }
  }

  void remark(Span span, std::string message, std::optional<std::string> better = {}) {
    query_.remarks.push_back(
        {.span = span, .message = std::move(message), .suggestion = std::move(better)});
  }

  bool next_is(Token::Kind kind) const {
    return at_ < tokens_.size() && tokens_[at_].kind == kind;
  }

  // Clauses side by side, up to a closing bracket: a OR b  c AND d  e.
  std::vector<Clause> sequence(int depth) {
    std::vector<Clause> clauses;
    while (at_ < tokens_.size() && !next_is(Token::Kind::close)) {
      for (Clause& clause : operation(depth)) clauses.push_back(std::move(clause));
    }
    return clauses;
  }

  // OR binds weaker than AND: a AND b OR c is (a AND b) OR c.
  std::vector<Clause> operation(int depth) {
    std::vector<Clause> first = conjunction(depth);
    if (!next_is(Token::Kind::any_of)) return first;
    Clause any = bundle(Clause::Kind::any);
    add_part(any, std::move(first));
    while (next_is(Token::Kind::any_of)) {
      any.span.end = tokens_[at_].span.end;
      operand_after(any, [&] { return conjunction(depth); });
    }
    return one(std::move(any));
  }

  std::vector<Clause> conjunction(int depth) {
    std::vector<Clause> first = operand(depth);
    if (!next_is(Token::Kind::all_of)) return first;
    Clause all = bundle(Clause::Kind::all);
    add_part(all, std::move(first));
    while (next_is(Token::Kind::all_of)) {
      operand_after(all, [&] { return operand(depth); });
    }
    return one(std::move(all));
  }

  static Clause bundle(Clause::Kind kind) {
    Clause clause;
    clause.kind = kind;
    return clause;
  }

  static std::vector<Clause> one(Clause clause) {
    // An operator that got only one side is that side, required.
    if (clause.parts.empty()) return {};
    std::vector<Clause> result;
    result.push_back(std::move(clause));
    return result;
  }

  template <typename Read>
  void operand_after(Clause& whole, const Read& read) {
    const Token& sign = tokens_[at_++];
    while (next_is(Token::Kind::all_of) || next_is(Token::Kind::any_of)) {
      remark(tokens_[at_].span,
             fmt::format("one operator is enough; {} is left out", tokens_[at_].text));
      ++at_;
    }
    std::vector<Clause> next;
    if (at_ < tokens_.size() && !next_is(Token::Kind::close)) next = read();
    if (next.empty()) {
      remark(sign.span,
             fmt::format("nothing stands after {}; it is left out", sign.text));
    }
    add_part(whole, std::move(next));
  }

  // Several clauses from one operand (a bracket of words) must all be met, when they are
  // words joined by an operator: at least one of them.
  static void add_part(Clause& whole, std::vector<Clause> clauses) {
    if (clauses.empty()) return;
    if (clauses.size() == 1) {
      whole.parts.push_back(std::move(clauses.front()));
      return;
    }
    const bool words = std::none_of(clauses.begin(), clauses.end(), filters);
    Clause inner = bundle(words ? Clause::Kind::any : Clause::Kind::all);
    inner.parts = std::move(clauses);
    whole.parts.push_back(std::move(inner));
  }

  std::vector<Clause> operand(int depth) {
    const Token& token = tokens_[at_];
    switch (token.kind) {
      case Token::Kind::open:
        return group(depth);
      case Token::Kind::none_of:
        return negation(depth);
      case Token::Kind::all_of:
      case Token::Kind::any_of:
        remark(token.span,
               fmt::format("nothing stands before {}; it is left out", token.text));
        ++at_;
        return {};
      case Token::Kind::close:
        return {};
      case Token::Kind::word:
      case Token::Kind::quoted:
        break;
    }
    ++at_;
    std::vector<Clause> clauses = simple(token);
    if (!token.minus) return clauses;
    return one(negated(std::move(clauses)));
  }

  std::vector<Clause> group(int depth) {
    const Token& open = tokens_[at_++];
    if (depth >= max_depth) {
      remark(open.span, "brackets nested too deeply; this one is left out");
      return {};
    }
    std::vector<Clause> inside = sequence(depth + 1);
    if (next_is(Token::Kind::close)) {
      ++at_;
    } else {
      remark(open.span, "this bracket is not closed; it is taken to the end");
    }
    return inside;
  }

  std::vector<Clause> negation(int depth) {
    const Token& sign = tokens_[at_++];
    if (depth >= max_depth || at_ >= tokens_.size() || next_is(Token::Kind::close)) {
      remark(sign.span, "nothing stands after NOT; it is left out");
      return {};
    }
    std::vector<Clause> inside = operand(depth + 1);
    if (inside.empty()) return {};
    return one(negated(std::move(inside)));
  }

  static Clause negated(std::vector<Clause> clauses) {
    Clause clause = bundle(Clause::Kind::none);
    if (clauses.empty()) return clause;
    add_part(clause, std::move(clauses));
    return clause;
  }

  // A word, a quotation, a field with its value or a comparison.
  std::vector<Clause> simple(const Token& token) {
    if (!token.field.empty()) return fielded(token);
    if (token.kind == Token::Kind::quoted) return phrase(token);
    if (auto condition = spaced_comparison(token)) {
      return figure_clause(token, std::move(*condition));
    }
    if (auto condition = comparison(token))
      return figure_clause(token, std::move(*condition));
    remark_on_what_is_not_read(token);
    return words(token);
  }

  void remark_on_what_is_not_read(const Token& token) {
    if (token.text.size() > 1 && token.text.find('*') != std::string_view::npos) {
      remark(token.span, "there are no wildcards; it is taken as a word");
    }
    if (token.text.starts_with("NEAR/") || token.text.starts_with("ADJ/")) {
      remark(token.span, "there are no distances between words; it is taken as a word");
    }
  }

  // "jobs > 5000": the same in three tokens.
  std::optional<FigureCondition> spaced_comparison(const Token& token) {
    if (at_ + 1 >= tokens_.size()) return std::nullopt;
    const Token& sign = tokens_[at_];
    const Token& value = tokens_[at_ + 1];
    const bool is_sign = sign.kind == Token::Kind::word &&
                         sign.text.find_first_not_of("<>=") == std::string_view::npos &&
                         !sign.text.empty() && sign.text.size() <= 2;
    if (!is_sign || value.kind != Token::Kind::word || token.text.empty())
      return std::nullopt;
    auto condition = read_named_condition(
        std::string(token.text) + std::string(sign.text) + std::string(value.text));
    if (condition) at_ += 2;
    return condition;
  }

  static std::optional<FigureCondition> comparison(const Token& token) {
    const auto text = token.text;
    if (auto named = read_named_condition(text)) return named;
    const bool looks_so = text.find("..") != std::string_view::npos ||
                          text.ends_with('+') || text.find_first_of("<>=") == 0;
    if (!looks_so) return std::nullopt;
    return read_figure_condition(text);
  }

  std::vector<Clause> figure_clause(const Token& token, FigureCondition condition) {
    Clause clause = bundle(Clause::Kind::figure);
    clause.span = token.span;
    clause.figure = std::move(condition);
    // "figure:>=8000 jobs": the word behind a bare value is what it counts.
    const bool bare = clause.figure.unit.empty() && clause.figure.words.empty();
    if (bare && next_is(Token::Kind::word) && !tokens_[at_].minus &&
        tokens_[at_].field.empty()) {
      for (const Word& word : split_words(tokens_[at_].text)) {
        clause.figure.words.push_back(word.text);
      }
      clause.span.end = tokens_[at_++].span.end;
    }
    return one_plain(std::move(clause));
  }

  static std::vector<Clause> one_plain(Clause clause) {
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
  static std::vector<Clause> words(const Token& token) {
    std::vector<Clause> clauses;
    for (Word& word : split_words(token.text)) {
      Clause clause = bundle(Clause::Kind::word);
      clause.span = token.span;
      clause.words.push_back(std::move(word.text));
      clauses.push_back(std::move(clause));
    }
    return clauses;
  }

  static std::vector<Clause> phrase(const Token& token) {
    Clause clause = bundle(Clause::Kind::phrase);
    clause.span = token.span;
    clause.words = folded(token.text);
    if (clause.words.empty()) return {};
    return one_plain(std::move(clause));
  }

  std::vector<Clause> fielded(const Token& token) {
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
      case FieldKind::internal:
        break;
    }
    return words(token);
  }

  // "capex:$45bn.." is a comparison with a word about it; the rest are words.
  std::vector<Clause> unknown_field(const Token& token, const std::string& name) {
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
    Token whole = token;
    std::vector<Clause> clauses = words(whole);
    whole.text = token.field;
    std::vector<Clause> first = words(whole);
    first.insert(first.end(), clauses.begin(), clauses.end());
    return first;
  }

  std::vector<Clause> text_field(const Token& token, const Field& field) {
    Clause clause = bundle(Clause::Kind::field);
    clause.span = token.span;
    clause.field = &field;
    clause.words = folded(token.text);
    if (clause.words.empty()) return {};
    return one_plain(std::move(clause));
  }

  std::vector<Clause> name_field(const Token& token, const Field& field) {
    Clause clause = bundle(Clause::Kind::name);
    clause.span = token.span;
    clause.field = &field;
    if (token.text != "unknown") clause.value = std::string(token.text);
    return one_plain(std::move(clause));
  }

  std::vector<Clause> date_field(const Token& token, const Field& field) {
    Clause clause = bundle(Clause::Kind::dates);
    clause.span = token.span;
    clause.field = &field;
    if (token.text == "unknown") return one_plain(std::move(clause));
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
    return one_plain(std::move(clause));
  }

  std::vector<Clause> figure_field(const Token& token) {
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

  std::vector<Token> tokens_;
  const std::optional<Date>& now_;
  Query& query_;
  std::size_t at_ = 0;
  bool question_ = false;
};

// The numbers among the plain words, each read with the words around it.
std::vector<Figure> plain_figures(std::string_view text, const Query& query) {
  std::vector<Figure> figures;
  for (Figure& figure : read_figures(text)) {
    const bool taken = std::any_of(
        query.filters.begin(), query.filters.end(),
        [&](const Clause& clause) { return clause.span.overlaps(figure.span); });
    if (!taken) figures.push_back(std::move(figure));
  }
  // A number by itself is read alone: "600" has no unit for the scan to hold on to.
  for (const Clause& clause : query.ranked) {
    const bool known = std::any_of(figures.begin(), figures.end(), [&](const Figure& f) {
      return f.span.overlaps(clause.span);
    });
    if (known || clause.kind != Clause::Kind::word) continue;
    if (auto figure = read_figure(clause.span.in(text)))
      figures.push_back(std::move(*figure));
  }
  return figures;
}

}  // namespace

Query parse_query(std::string_view text, const std::optional<Date>& now) {
  Query query;
  if (text.size() > max_query) {
    query.remarks.push_back(
        {.span = {max_query, text.size()},
         .message = fmt::format("only the first {} bytes are searched for", max_query),
         .suggestion = {}});
    text = text.substr(0, max_query);
  }
  Parser(Tokenizer(text, query.remarks).run(), now, query).run();
  query.figures = plain_figures(text, query);
  std::stable_sort(
      query.remarks.begin(), query.remarks.end(),
      [](const Remark& a, const Remark& b) { return a.span.start < b.span.start; });
  return query;
}

}  // namespace broadsheet
