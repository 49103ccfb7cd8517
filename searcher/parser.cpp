// The tokens (searcher/query_tokens), their brackets made sound, are read by a small
// recursive grammar:
//
//   sequence     operation*                          side by side: ranks, or all
//   operation    conjunction (OR conjunction)*
//   conjunction  proximity (AND proximity)*
//   proximity    operand (NEAR/n operand)*           also ADJ/n, SAME
//   operand      [NOT] ( sequence ) | [NOT] word, phrase, field, comparison
//
// Adjacent words simply rank together; an operator binds its two sides into one clause
// that must hold.
#include "searcher/parser.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "article/utf8.h"
#include "article/words.h"
#include "schema/fields.h"
#include "searcher/clause_parts.h"
#include "searcher/number_words.h"
#include "searcher/query_brackets.h"
#include "searcher/query_figures.h"
#include "searcher/query_tokens.h"
#include "searcher/token_clauses.h"

namespace broadsheet {
namespace {

using Token = QueryToken::Kind;

constexpr std::size_t max_query = 4096;   // bytes that are looked at
constexpr std::size_t max_clauses = 512;  // words and fields
constexpr std::size_t max_remarks = 20;

bool is_operator(Token kind) {
  return kind == Token::all_of || kind == Token::any_of || kind == Token::near ||
         kind == Token::same;
}

class Parser {
 public:
  Parser(std::vector<QueryToken> tokens, const std::optional<Date>& now, Query& query)
      : tokens_(std::move(tokens)), now_(now), query_(query) {
    query_.question = count_words(tokens_) > Query::question_words;
  }

  void run() {
    while (at_ < tokens_.size()) {
      for (Clause& clause : sequence()) place(std::move(clause));
      if (next_is(Token::close)) ++at_;  // cannot be: brackets are sound
    }
  }

 private:
  // Of what is said, operators and fields apart.
  static std::size_t count_words(const std::vector<QueryToken>& tokens) {
    std::size_t words = 0;
    for (const QueryToken& token : tokens) {
      const bool says = token.kind == Token::word || token.kind == Token::quoted;
      if (says && field_named(fold_words(token.field)) == nullptr)
        words += split_words(token.text).size() + (token.field.empty() ? 0U : 1U);
    }
    return words;
  }

  // Repeated words rank higher; what filters need not be said twice.
  void place(Clause clause) {
    const bool soft_phrase = clause.kind == Clause::Kind::phrase && query_.question;
    const bool ranks = !filters(clause) || soft_phrase;
    if (!ranks && !placed_.insert(tree_of(clause)).second) return;
    if (clause.kind == Clause::Kind::none) {
      query_.excluded.push_back(std::move(clause.parts.front()));
    } else if (!ranks) {
      query_.filters.push_back(std::move(clause));
    } else {
      query_.ranked.push_back(std::move(clause));
    }
  }

  void remark(Span span, std::string message, std::optional<std::string> better = {}) {
    query_.remarks.push_back(
        {.span = span, .message = std::move(message), .suggestion = std::move(better)});
  }

  bool next_is(Token kind) const {
    return at_ < tokens_.size() && tokens_[at_].kind == kind;
  }

  std::vector<Clause> sequence() {
    std::vector<Clause> clauses;
    while (at_ < tokens_.size() && !next_is(Token::close)) {
      for (Clause& clause : operation()) clauses.push_back(std::move(clause));
    }
    return clauses;
  }

  // OR binds weaker than AND: a AND b OR c is (a AND b) OR c.
  std::vector<Clause> operation() {
    std::vector<Clause> first = conjunction();
    if (!next_is(Token::any_of)) return first;
    Clause any = bundle(Clause::Kind::any);
    add_part(any, std::move(first));
    while (next_is(Token::any_of)) {
      const QueryToken sign = tokens_[at_++];
      add_part(any, behind(sign, [&] { return conjunction(); }));
    }
    return settled(std::move(any));
  }

  std::vector<Clause> conjunction() {
    std::vector<Clause> first = proximity();
    if (!next_is(Token::all_of)) return first;
    Clause all = bundle(Clause::Kind::all);
    add_part(all, std::move(first));
    while (next_is(Token::all_of)) {
      const QueryToken sign = tokens_[at_++];
      add_part(all, behind(sign, [&] { return proximity(); }));
    }
    return settled(std::move(all));
  }

  // a NEAR/5 b NEAR/5 c is one clause; with two different signs both must hold.
  std::vector<Clause> proximity() {
    std::vector<Clause> first = operand();
    if (!next_is(Token::near) && !next_is(Token::same)) return first;
    std::vector<Clause> sides;
    if (auto side = joined(std::move(first))) sides.push_back(std::move(*side));
    std::vector<QueryToken> signs;
    while (next_is(Token::near) || next_is(Token::same)) {
      const QueryToken sign = tokens_[at_++];
      auto side = joined(behind(sign, [&] { return operand(); }));
      if (!side) continue;
      if (!sides.empty()) signs.push_back(sign);
      sides.push_back(std::move(*side));
    }
    return near_clauses(std::move(sides), signs, query_.remarks);
  }

  // What stands behind an operator; nothing, with a remark, when nothing does.
  template <typename Read>
  std::vector<Clause> behind(const QueryToken& sign, const Read& read) {
    while (at_ < tokens_.size() && is_operator(tokens_[at_].kind)) {
      remark(tokens_[at_].span,
             fmt::format("one operator is enough; {} is left out", tokens_[at_].text));
      ++at_;
    }
    std::vector<Clause> next;
    if (at_ < tokens_.size() && !next_is(Token::close)) next = read();
    if (next.empty()) {
      remark(sign.span,
             fmt::format("nothing stands after {}; it is left out", sign.text));
    }
    return next;
  }

  std::vector<Clause> operand() {
    const QueryToken& token = tokens_[at_];
    if (is_operator(token.kind)) {
      remark(token.span,
             fmt::format("nothing stands before {}; it is left out", token.text));
      ++at_;
      return {};
    }
    switch (token.kind) {
      case Token::open:
        return group();
      case Token::none_of:
        return negation();
      case Token::word:
      case Token::quoted:
        return simple();
      default:
        return {};
    }
  }

  std::vector<Clause> simple() {
    const QueryToken token = tokens_[at_];
    std::vector<Clause> clauses = clauses_of(tokens_, at_, now_, query_.remarks);
    if (clauses.size() > max_clauses - known_) {
      remark(token.span,
             fmt::format("only the first {} words and fields are searched for; the rest "
                         "is left out",
                         max_clauses));
      clauses.resize(max_clauses - known_);
    }
    known_ += clauses.size();
    if (token.minus) return negated(std::move(clauses));
    return token.must ? required(std::move(clauses)) : clauses;
  }

  std::vector<Clause> group() {
    const bool must = tokens_[at_++].must;
    std::vector<Clause> inside = sequence();
    if (next_is(Token::close)) ++at_;
    return must ? required(std::move(inside)) : inside;
  }

  std::vector<Clause> negation() {
    const QueryToken sign = tokens_[at_++];
    while (next_is(Token::none_of)) {
      remark(tokens_[at_].span,
             fmt::format("one {0} is enough; this one is left out", sign.text));
      ++at_;
    }
    return negated(behind(sign, [&] { return operand(); }));
  }

  std::vector<QueryToken> tokens_;
  const std::optional<Date>& now_;
  Query& query_;
  std::set<std::string> placed_;
  std::size_t at_ = 0;
  std::size_t known_ = 0;
};

// The same remark about parts side by side is made once, about all of them, and so is one
// that has been made twice; of very many the first.
std::vector<Remark> settled_remarks(std::vector<Remark> remarks) {
  std::stable_sort(remarks.begin(), remarks.end(), [](const Remark& a, const Remark& b) {
    return a.span.start < b.span.start;
  });
  std::vector<Remark> kept;
  std::map<std::string, std::vector<std::size_t>> made;  // places in `kept`
  for (Remark& remark : remarks) {
    // They quote the query, which may be any bytes.
    remark.message = replace_invalid_utf8(remark.message);
    if (remark.suggestion) remark.suggestion = replace_invalid_utf8(*remark.suggestion);
    auto& places = made[remark.message];
    const bool again =
        !places.empty() && (places.size() > 1 || places.back() + 1 == kept.size());
    if (again) {
      Span& span = kept[places.back()].span;
      span.end = std::max(span.end, remark.span.end);
    } else if (kept.size() < max_remarks) {
      places.push_back(kept.size());
      kept.push_back(std::move(remark));
    }
  }
  return kept;
}

// At most so many bytes, no word and no character cut in two.
std::string_view opening(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  constexpr std::size_t longest_word = 64;
  const auto space = text.substr(0, bytes).rfind(' ');
  if (space != std::string_view::npos && bytes - space < longest_word)
    return text.substr(0, space);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace

Query parse_query(std::string_view text, const std::optional<Date>& now) {
  Query query;
  query.text = opening(text, max_query);
  if (text.size() > query.text.size()) {
    query.remarks.push_back(
        {.span = {query.text.size(), text.size()},
         .message = fmt::format("only the first {} bytes are searched for", max_query),
         .suggestion = {}});
  }
  auto tokens = settle_brackets(query_tokens(query.text, query.remarks), query.remarks);
  Parser(std::move(tokens), now, query).run();
  read_query_figures(query);
  unify_numbers(query);
  query.remarks = settled_remarks(std::move(query.remarks));
  return query;
}

}  // namespace broadsheet
