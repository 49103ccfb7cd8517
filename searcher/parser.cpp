// The tokens (searcher/query_tokens) are read by a small recursive grammar whose depth is
// bounded. Adjacent words simply rank
// together; an operator binds its two sides into one clause that must hold.
#include "searcher/parser.h"

#include <algorithm>
#include <fmt/format.h>

#include "article/utf8.h"
#include "article/words.h"
#include "searcher/number_words.h"
#include "searcher/query_figures.h"
#include "searcher/query_tokens.h"
#include "searcher/token_clauses.h"

namespace broadsheet {
namespace {

constexpr std::size_t max_query = 4096;  // bytes that are looked at
constexpr int max_depth = 20;
constexpr std::size_t question_words = 10;  // beyond it quoted parts rank

// A clause that must hold or must not, as opposed to one that ranks.
bool filters(const Clause& clause) {
  return clause.kind != Clause::Kind::word;
}

class Parser {
 public:
  Parser(std::vector<QueryToken> tokens, const std::optional<Date>& now, Query& query)
      : tokens_(std::move(tokens)), now_(now), query_(query) {
    std::size_t words = 0;
    for (const QueryToken& token : tokens_) words += split_words(token.text).size();
    question_ = words > question_words;
  }

  void run() {
    while (at_ < tokens_.size()) {
      if (tokens_[at_].kind == QueryToken::Kind::close) {
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

  bool next_is(QueryToken::Kind kind) const {
    return at_ < tokens_.size() && tokens_[at_].kind == kind;
  }

  // Clauses side by side, up to a closing bracket: a OR b  c AND d  e.
  std::vector<Clause> sequence(int depth) {
    std::vector<Clause> clauses;
    while (at_ < tokens_.size() && !next_is(QueryToken::Kind::close)) {
      for (Clause& clause : operation(depth)) clauses.push_back(std::move(clause));
    }
    return clauses;
  }

  // OR binds weaker than AND: a AND b OR c is (a AND b) OR c.
  std::vector<Clause> operation(int depth) {
    std::vector<Clause> first = conjunction(depth);
    if (!next_is(QueryToken::Kind::any_of)) return first;
    Clause any = bundle(Clause::Kind::any);
    add_part(any, std::move(first));
    while (next_is(QueryToken::Kind::any_of)) {
      any.span.end = tokens_[at_].span.end;
      operand_after(any, [&] { return conjunction(depth); });
    }
    return one(std::move(any));
  }

  std::vector<Clause> conjunction(int depth) {
    std::vector<Clause> first = operand(depth);
    if (!next_is(QueryToken::Kind::all_of)) return first;
    Clause all = bundle(Clause::Kind::all);
    add_part(all, std::move(first));
    while (next_is(QueryToken::Kind::all_of)) {
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
    const QueryToken& sign = tokens_[at_++];
    while (next_is(QueryToken::Kind::all_of) || next_is(QueryToken::Kind::any_of)) {
      remark(tokens_[at_].span,
             fmt::format("one operator is enough; {} is left out", tokens_[at_].text));
      ++at_;
    }
    std::vector<Clause> next;
    if (at_ < tokens_.size() && !next_is(QueryToken::Kind::close)) next = read();
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
    const QueryToken& token = tokens_[at_];
    switch (token.kind) {
      case QueryToken::Kind::open:
        return group(depth);
      case QueryToken::Kind::none_of:
        return negation(depth);
      case QueryToken::Kind::all_of:
      case QueryToken::Kind::any_of:
        remark(token.span,
               fmt::format("nothing stands before {}; it is left out", token.text));
        ++at_;
        return {};
      case QueryToken::Kind::close:
        return {};
      case QueryToken::Kind::word:
      case QueryToken::Kind::quoted:
        break;
    }
    std::vector<Clause> clauses = clauses_of(tokens_, at_, now_, query_.remarks);
    if (!token.minus) return clauses;
    return one(negated(std::move(clauses)));
  }

  std::vector<Clause> group(int depth) {
    const QueryToken& open = tokens_[at_++];
    if (depth >= max_depth) {
      remark(open.span, "brackets nested too deeply; this one is left out");
      return {};
    }
    std::vector<Clause> inside = sequence(depth + 1);
    if (next_is(QueryToken::Kind::close)) {
      ++at_;
    } else {
      remark(open.span, "this bracket is not closed; it is taken to the end");
    }
    return inside;
  }

  std::vector<Clause> negation(int depth) {
    const QueryToken& sign = tokens_[at_++];
    if (depth >= max_depth || at_ >= tokens_.size() || next_is(QueryToken::Kind::close)) {
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

  std::vector<QueryToken> tokens_;
  const std::optional<Date>& now_;
  Query& query_;
  std::size_t at_ = 0;
  bool question_ = false;
};

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
  query.text = text;
  Parser(query_tokens(text, query.remarks), now, query).run();
  read_query_figures(text, query);
  unify_numbers(query);
  std::stable_sort(
      query.remarks.begin(), query.remarks.end(),
      [](const Remark& a, const Remark& b) { return a.span.start < b.span.start; });
  for (Remark& remark : query.remarks) {
    // They quote the query, which may be any bytes.
    remark.message = replace_invalid_utf8(remark.message);
    if (remark.suggestion) remark.suggestion = replace_invalid_utf8(*remark.suggestion);
  }
  return query;
}

}  // namespace broadsheet
