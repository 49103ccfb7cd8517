#include "searcher/query_tokens.h"

#include <algorithm>
#include <fmt/format.h>

#include "article/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t max_tokens = 512;

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

  std::vector<QueryToken> run() {
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
        if (c >= 'A' && c <= 'Z' && operator_kind(printed) == QueryToken::Kind::word)
          capitals = true;
      }
    }
    return capitals;
  }

  static QueryToken::Kind operator_kind(std::string_view text) {
    if (text == "AND") return QueryToken::Kind::all_of;
    if (text == "OR") return QueryToken::Kind::any_of;
    if (text == "NOT") return QueryToken::Kind::none_of;
    return QueryToken::Kind::word;
  }

  void bracket() {
    const auto kind =
        text_[at_] == '(' ? QueryToken::Kind::open : QueryToken::Kind::close;
    tokens_.push_back({.kind = kind,
                       .text = text_.substr(at_, 1),
                       .field = {},
                       .span = {at_, at_ + 1}});
    ++at_;
  }

  void item() {
    QueryToken token{.text = {}, .field = {}, .span = {at_, at_}};
    if (text_[at_] == '-' && at_ + 1 < text_.size() && minus_excludes(text_[at_ + 1])) {
      token.minus = true;
      ++at_;
    }
    if (text_[at_] == '(') {  // -( ... )
      tokens_.push_back({.kind = QueryToken::Kind::none_of,
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

  void quoted(QueryToken& token, std::size_t quote) {
    token.kind = QueryToken::Kind::quoted;
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

  void plain(QueryToken& token) {
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
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  bool operators_ = true;
};

}  // namespace

std::vector<QueryToken> query_tokens(std::string_view text,
                                     std::vector<Remark>& remarks) {
  return Tokenizer(text, remarks).run();
}

}  // namespace broadsheet
