#include "searcher/query_tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

#include "article/words.h"
#include "schema/fields.h"

namespace broadsheet {
namespace {

constexpr std::size_t max_tokens = 512;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// How many bytes of space stand at the front; control bytes are space too.
std::size_t space_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first <= 0x20 || first == 0x7F) return 1;
  for (const std::string_view wide : {"\u00A0", "\u3000", "\u2009", "\u202F", "\u200B"}) {
    if (text.starts_with(wide)) return wide.size();
  }
  return 0;
}

// Typographic quotes count as quotes.
std::size_t quote_length(std::string_view text) {
  if (text.starts_with('"')) return 1;
  for (const std::string_view quote : {"“", "”", "„", "«", "»"}) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

struct Operator {
  std::string_view name;
  QueryToken::Kind kind;
  bool ordered = false;
};
constexpr std::array operators = {
    Operator{"AND", QueryToken::Kind::all_of},  Operator{"OR", QueryToken::Kind::any_of},
    Operator{"NOT", QueryToken::Kind::none_of}, Operator{"SAME", QueryToken::Kind::same},
    Operator{"NEAR/S", QueryToken::Kind::same}, Operator{"W/S", QueryToken::Kind::same}};

// Of those that take a distance; "NEAR" alone has one.
constexpr unsigned usual_distance = 10;
constexpr unsigned widest = 100;
constexpr std::array distances = {Operator{"NEAR", QueryToken::Kind::near},
                                  Operator{"ADJ", QueryToken::Kind::near, true},
                                  Operator{"W/", QueryToken::Kind::near},
                                  Operator{"PRE/", QueryToken::Kind::near, true}};

// "/5", "5" or nothing behind the name of an operator.
std::optional<unsigned> read_distance(std::string_view name, std::string_view rest) {
  if (rest.empty() && !name.ends_with('/')) return usual_distance;
  if (rest.starts_with('/')) rest.remove_prefix(1);
  if (rest.empty() || rest.size() > 5 || !std::all_of(rest.begin(), rest.end(), is_digit))
    return std::nullopt;
  unsigned value = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), value);
  return std::clamp(value, 1U, widest);
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Remark>& remarks)
      : text_(text), remarks_(remarks) {
    operators_ = !all_in_capitals();
  }

  std::vector<QueryToken> run() {
    while (at_ < text_.size() && tokens_.size() < max_tokens) {
      if (const std::size_t space = space_length(text_.substr(at_))) {
        at_ += space;
      } else if (text_[at_] == '(' || text_[at_] == ')') {
        bracket({.text = {}, .field = {}, .span = {at_, at_}});
      } else {
        item();
      }
    }
    if (at_ < text_.size()) {
      remarks_.push_back(
          {.span = {at_, text_.size()},
           .message = fmt::format("only the first {} parts are searched for", max_tokens),
           .suggestion = {}});
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
        if (c >= 'A' && c <= 'Z' &&
            operator_token(printed).kind == QueryToken::Kind::word)
          capitals = true;
      }
    }
    return capitals;
  }

  void bracket(QueryToken token) {
    token.kind = text_[at_] == '(' ? QueryToken::Kind::open : QueryToken::Kind::close;
    token.text = text_.substr(at_, 1);
    token.span.end = ++at_;
    tokens_.push_back(token);
  }

  void item() {
    QueryToken token{.text = {}, .field = {}, .span = {at_, at_}};
    sign(token);
    token.field = field_ahead();
    if (!token.field.empty()) at_ += token.field.size() + 1;
    if (at_ + 1 < text_.size() && text_[at_] == '=' && may_follow(text_[at_ + 1])) {
      token.exact = true;
      ++at_;
    }
    if (text_[at_] == '(') {  // -( ... ), title:( ... )
      if (token.minus) {
        tokens_.push_back({.kind = QueryToken::Kind::none_of,
                           .text = "-",
                           .field = {},
                           .span = {token.span.start, at_}});
        token.minus = false;
      }
      return bracket(token);
    }
    const std::size_t quote = quote_length(text_.substr(at_));
    if (quote > 0) {
      quoted(token, quote);
    } else {
      plain(token);
    }
    token.span.end = at_;
    tokens_.push_back(token);
  }

  void sign(QueryToken& token) {
    if (at_ + 1 >= text_.size()) return;
    const bool exact = text_[at_ + 1] == '=' && at_ + 2 < text_.size();
    if (!may_follow(text_[at_ + (exact ? 2 : 1)])) return;
    token.minus = text_[at_] == '-';
    token.must = text_[at_] == '+';
    if (token.minus || token.must) ++at_;
  }

  // Before a digit a sign is part of the number.
  static bool may_follow(char next) {
    const std::string_view never = " \t\r\n-+=<>.)*";
    return !is_digit(next) && never.find(next) == std::string_view::npos &&
           static_cast<unsigned char>(next) > 0x20 && next != '$';
  }

  // "outlet:" before a value; a colon inside a time or an address is none.
  std::string_view field_ahead() const {
    std::size_t end = at_;
    while (end < text_.size() && ((text_[end] >= 'a' && text_[end] <= 'z') ||
                                  (text_[end] >= 'A' && text_[end] <= 'Z'))) {
      ++end;
    }
    const bool colon = end > at_ && end + 1 < text_.size() && text_[end] == ':' &&
                       space_length(text_.substr(end + 1)) == 0 && text_[end + 1] != ')';
    if (!colon) return {};
    const std::string_view name = text_.substr(at_, end - at_);
    if (text_[end + 1] == '/' && field_named(fold_words(name)) == nullptr) return {};
    return name;
  }

  void quoted(QueryToken& token, std::size_t quote) {
    token.kind = QueryToken::Kind::quoted;
    const std::size_t start = at_ + quote;
    std::size_t end = start;
    while (end < text_.size() && quote_length(text_.substr(end)) == 0) ++end;
    token.text = text_.substr(start, end - start);
    token.value = {start, end};
    if (end == text_.size()) {
      const bool blank = split_words(token.text).empty();
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
    while (at_ < text_.size() && space_length(text_.substr(at_)) == 0 &&
           text_[at_] != '(' && text_[at_] != ')' &&
           quote_length(text_.substr(at_)) == 0) {
      ++at_;
    }
    token.text = text_.substr(start, at_ - start);
    token.value = {start, at_};
    const bool bare = !token.minus && !token.must && !token.exact && token.field.empty();
    if (!operators_ || !bare) return;
    const QueryToken sign = operator_token(token.text);
    remark_on_distance(sign);
    token.kind = sign.kind;
    token.distance = sign.distance;
    token.ordered = sign.ordered;
  }

  // "NEAR/0" and "NEAR/500" are brought within bounds, "NEAR/x" is none.
  void remark_on_distance(const QueryToken& sign) {
    const bool looks_so = sign.text.starts_with("NEAR/") || sign.text.starts_with("ADJ/");
    const bool as_typed = sign.text.ends_with(fmt::format("/{}", sign.distance));
    if (!looks_so || as_typed || sign.kind == QueryToken::Kind::same) return;
    const bool is_sign = sign.kind == QueryToken::Kind::near;
    remarks_.push_back({.span = {at_ - sign.text.size(), at_},
                        .message = fmt::format(
                            "a distance is a number from 1 to {}; it is taken as {}",
                            widest, is_sign ? std::to_string(sign.distance) : "words"),
                        .suggestion = "NEAR/5"});
  }

  std::string_view text_;
  std::vector<Remark>& remarks_;
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  bool operators_ = true;
};

}  // namespace

QueryToken operator_token(std::string_view text) {
  QueryToken token{.text = text, .field = {}, .span = {}};
  for (const Operator& one : operators) {
    if (text == one.name) token.kind = one.kind;
  }
  if (token.kind != QueryToken::Kind::word) return token;
  for (const Operator& one : distances) {
    if (!text.starts_with(one.name)) continue;
    const auto distance = read_distance(one.name, text.substr(one.name.size()));
    if (!distance) continue;
    token.kind = one.kind;
    token.distance = *distance;
    token.ordered = one.ordered;
  }
  return token;
}

std::vector<QueryToken> query_tokens(std::string_view text,
                                     std::vector<Remark>& remarks) {
  return Tokenizer(text, remarks).run();
}

}  // namespace broadsheet
