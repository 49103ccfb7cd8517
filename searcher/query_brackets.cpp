#include "searcher/query_brackets.h"

#include <fmt/format.h>

#include "article/words.h"
#include "schema/fields.h"

namespace broadsheet {
namespace {

constexpr std::size_t max_depth = 20;

class Brackets {
 public:
  Brackets(std::vector<QueryToken> tokens, std::vector<Remark>& remarks)
      : tokens_(std::move(tokens)), remarks_(remarks) {}

  std::vector<QueryToken> run() {
    for (const QueryToken& token : tokens_) {
      switch (token.kind) {
        case QueryToken::Kind::open:
          open(token);
          break;
        case QueryToken::Kind::close:
          close(token);
          break;
        default:
          add(token);
      }
    }
    while (!open_.empty()) close_at_the_end();
    return std::move(settled_);
  }

 private:
  struct Open {
    Span span;
    std::size_t place = 0;  // in settled_
    std::string_view field;
    bool kept = true;
  };

  void remark(Span span, std::string message, std::optional<std::string> better = {}) {
    remarks_.push_back(
        {.span = span, .message = std::move(message), .suggestion = std::move(better)});
  }

  void open(QueryToken token) {
    Open bracket{.span = token.span, .place = settled_.size(), .field = token.field};
    if (!token.field.empty() && field_named(fold_words(token.field)) == nullptr) {
      remark(token.span,
             fmt::format("there is no field \"{}\"; it is taken as a word", token.field));
      QueryToken name{.text = token.field, .field = {}, .span = token.span};
      add(name);
      bracket.place = settled_.size();
      bracket.field = {};
    }
    if (bracket.field.empty() && !open_.empty()) bracket.field = open_.back().field;
    if (depth_ >= max_depth) {
      remark(token.span,
             fmt::format("brackets are read {} deep; this one is left out", max_depth));
      bracket.kept = false;
    } else {
      ++depth_;
      token.field = {};
      settled_.push_back(token);
    }
    open_.push_back(bracket);
  }

  void close(const QueryToken& token, bool typed = true) {
    if (open_.empty()) {
      return remark(token.span, "this bracket closes nothing; it is left out");
    }
    const Open bracket = open_.back();
    open_.pop_back();
    if (!bracket.kept) return;
    --depth_;
    if (bracket.place + 1 < settled_.size()) return settled_.push_back(token);
    settled_.pop_back();
    if (!typed) return;
    remark({bracket.span.start, token.span.end},
           "nothing stands between the brackets; they are left out");
  }

  void close_at_the_end() {
    const Open bracket = open_.back();
    const std::size_t end = tokens_.back().span.end;
    remark(bracket.span, "this bracket is not closed; it is taken to the end");
    close({.kind = QueryToken::Kind::close, .text = ")", .field = {}, .span = {end, end}},
          false);
  }

  void add(QueryToken token) {
    const bool holds =
        token.kind == QueryToken::Kind::word || token.kind == QueryToken::Kind::quoted;
    if (holds && token.field.empty() && !open_.empty()) token.field = open_.back().field;
    settled_.push_back(token);
  }

  std::vector<QueryToken> tokens_;
  std::vector<Remark>& remarks_;
  std::vector<QueryToken> settled_;
  std::vector<Open> open_;
  std::size_t depth_ = 0;
};

}  // namespace

std::vector<QueryToken> settle_brackets(std::vector<QueryToken> tokens,
                                        std::vector<Remark>& remarks) {
  return Brackets(std::move(tokens), remarks).run();
}

}  // namespace broadsheet
