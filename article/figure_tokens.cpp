// One pass over the bytes of a sentence. Digits are ASCII only: in broken encodings the
// digits of other scripts are noise. Addresses (with "://", "www." or "@") become one
// token, so that nothing inside them is read.
#include "article/figure_tokens.h"

#include <algorithm>
#include <array>

#include "article/figure_signs.h"

namespace broadsheet {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_high(char c) {
  return (static_cast<unsigned char>(c) & 0x80u) != 0;
}
// A letter or digit of ASCII: nearly all bytes of most texts.
bool is_plain(char c) {
  static constexpr auto plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
      table[i] =
          (i >= '0' && i <= '9') || (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z');
    return table;
  }();
  return plain[static_cast<unsigned char>(c)];
}
bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

class Tokeniser {
 public:
  Tokeniser(std::string_view text, std::string_view lower, std::size_t offset,
            std::vector<Token>& tokens, NumberStyle style)
      : text_(text),
        lower_(lower),
        offset_(offset),
        tokens_(tokens),
        continental_(style == NumberStyle::continental) {}

  void run() {
    tokens_.clear();
    while (at_ < text_.size()) {
      if (skip_space()) continue;
      const char c = text_[at_];
      const bool letter = is_lower(c) || is_upper(c);
      if (letter && c != 'Y') {  // most tokens; "Y=" is a currency
        read_word();
      } else if (is_digit(c) || starts_decimal()) {
        read_number();
      } else if (!read_currency()) {
        read_word_or_sign(letter || (is_high(c) && !sign_at(at_)));
      }
      spaced_ = false;
    }
  }

 private:
  void read_word_or_sign(bool word) {
    if (word) {
      read_word();
    } else {
      read_sign();
    }
  }

  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  std::size_t wide_space_at(std::size_t at) const {
    return at < text_.size() ? wide_space_length(text_.substr(at)) : 0;
  }

  const Sign* sign_at(std::size_t at) const { return find_sign(text_.substr(at)); }

  bool skip_space() {
    const std::size_t wide = wide_space_at(at_);
    if (wide == 0 && !is_space(text_[at_])) return false;
    at_ += wide == 0 ? 1 : wide;
    spaced_ = true;
    return true;
  }

  Token& add(TokenKind kind, std::size_t start) {
    Token& token = tokens_.emplace_back();
    token.kind = kind;
    token.spaced = spaced_;
    token.span = {offset_ + start, offset_ + at_};
    return token;
  }

  // ".500": a point before digits that ends nothing.
  bool starts_decimal() const {
    return text_[at_] == '.' && is_digit(byte(at_ + 1)) &&
           (spaced_ || tokens_.empty() || tokens_.back().kind == TokenKind::currency ||
            tokens_.back().kind == TokenKind::open);
  }

  std::size_t digits_from(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end - at;
  }

  // Length of a separator of thousands at `at` with exactly two or three digits after it.
  std::size_t group_separator(std::size_t at, bool first_group_fits) const {
    if (!first_group_fits || at >= text_.size()) return 0;
    std::size_t length = text_[at] == ',' && !continental_ ? 1 : wide_space_at(at);
    if (text_[at] == '.' && parts_thousands(at)) length = 1;
    // "600 000": with a plain space only where the group is no number of its own.
    if (text_[at] == ' ' && byte(at + 1) == '0') length = 1;
    if (length == 0) return 0;
    const std::size_t digits = digits_from(at + length);
    // Groups of two are Indian ("12,34,567") and must be followed by another group.
    if (digits == 2 && text_[at] == ',' && byte(at + 3) == ',' &&
        digits_from(at + 4) >= 2) {
      return length;
    }
    return digits == 3 ? length : 0;
  }

  // "50.000 Euro", "1.234.567": what the point means follows from the language, from a
  // second group or from the currency.
  bool parts_thousands(std::size_t at) const {
    if (digits_from(at + 1) != 3) return false;
    if (continental_) return true;
    if (byte(at + 4) == '.' && digits_from(at + 5) == 3) return true;
    if (at >= 4 && text_[at - 4] == '.' && is_digit(text_[at - 1])) return true;
    const std::string_view rest = lower_.substr(at + 4);
    return rest.starts_with(" euro") || rest.starts_with(" €") || rest.starts_with("€");
  }

  void read_number();
  void read_word();
  bool read_address(std::size_t word_end);
  bool read_currency();
  const Unit* country_behind(const Unit* unit);
  void read_sign();
  std::size_t word_end() const;

  std::string_view text_;
  std::string_view lower_;
  std::size_t offset_;
  std::vector<Token>& tokens_;
  bool continental_;
  std::size_t at_ = 0;
  bool spaced_ = true;
};

void Tokeniser::read_number() {
  const std::size_t start = at_;
  constexpr std::size_t longest = 40;
  std::string plain;
  bool grouped = false;
  bool decimal = false;
  bool usable = true;
  std::size_t digits = digits_from(at_);
  const std::size_t first = digits;
  auto take = [&](std::size_t count) {
    if (plain.size() + count <= longest)
      plain.append(text_.substr(at_, count));
    else
      usable = false;
    at_ += count;
  };
  take(digits);
  while (const std::size_t separator = group_separator(at_, first > 0 && first <= 3)) {
    at_ += separator;
    const std::size_t more = digits_from(at_);
    take(more);
    digits += more;
    grouped = true;
  }
  const bool by_points =
      grouped && text_.substr(start, at_ - start).find(',') == std::string_view::npos;
  const bool comma_decimal =
      byte(at_) == ',' && (!grouped || by_points) && digits_from(at_ + 1) > 0;
  if ((byte(at_) == '.' || comma_decimal) && is_digit(byte(at_ + 1))) {
    // "8,5" is a decimal of other languages; "1,2345" is nothing.
    if (comma_decimal && digits_from(at_ + 1) > 2 && !continental_) usable = false;
    ++at_;
    plain += '.';
    take(digits_from(at_));
    decimal = true;
  }
  while ((byte(at_) == '.' || byte(at_) == ',') && is_digit(byte(at_ + 1))) {  // "1.2.3"
    usable = false;
    ++at_;
    at_ += digits_from(at_);
  }
  // "007", "000" are labels or the rest of something.
  if (plain.size() > 1 && plain[0] == '0' && plain[1] != '.') usable = false;
  if (plain.starts_with('.')) plain.insert(0, 1, '0');
  const auto value = usable ? parse_amount(plain) : std::nullopt;
  Token& token = add(TokenKind::number, start);
  token.usable = value.has_value();
  token.value = value.value_or(Amount{});
  token.grouped = grouped;
  token.decimal = decimal;
  token.digits = static_cast<int>(std::min<std::size_t>(digits, 1000));
}

// Letters, digits and marks; a point between single letters joins ("u.s."), as do & and
// an apostrophe between letters other than 's.
std::size_t Tokeniser::word_end() const {
  std::size_t end = at_;
  while (end < text_.size()) {
    const char c = text_[end];
    if (is_plain(c)) {
      ++end;
      continue;
    }
    const bool letter = (is_high(c) && !sign_at(end) && wide_space_at(end) == 0 &&
                         currency_symbol_length(text_.substr(end)) == 0);
    if (letter) {
      ++end;
      continue;
    }
    const char next = end + 1 < text_.size() ? text_[end + 1] : '\0';
    const char before = end > at_ ? text_[end - 1] : '\0';
    const bool single = end == at_ + 1 || (end >= at_ + 2 && text_[end - 2] == '.');
    if (c == '.' && single && !is_digit(before)) {
      const char after = end + 2 < text_.size() ? text_[end + 2] : '\0';
      const bool goes_on = (is_lower(next) || is_upper(next)) && !is_lower(after);
      const bool closes = end >= at_ + 2 && text_[end - 2] == '.';
      if (goes_on || closes) {
        ++end;
        continue;
      }
    }
    if (c == '&' && is_upper(before) && is_upper(next)) {
      ++end;
      continue;
    }
    break;
  }
  return end;
}

bool Tokeniser::read_address(std::size_t end) {
  const char next = byte(end);
  if (next != '.' && next != ':' && next != '@') return false;
  const std::string_view rest = lower_.substr(end);
  const std::string_view word = lower_.substr(at_, end - at_);
  const bool host = (rest.starts_with(".com") || rest.starts_with(".org") ||
                     rest.starts_with(".net") || rest.starts_with(".co.")) ||
                    (word == "www" && rest.starts_with('.'));
  if (!host && !rest.starts_with("://") && !rest.starts_with('@')) return false;
  const std::size_t start = at_;
  at_ = end;
  while (at_ < text_.size() && !is_space(text_[at_])) ++at_;
  add(TokenKind::other, start);
  return true;
}

void Tokeniser::read_word() {
  const std::size_t start = at_;
  std::size_t end = word_end();
  if (end == at_) end = at_ + 1;
  if (read_address(end)) return;
  // "RM79", "USD5": letters of a currency glued before digits.
  const auto is_letter = [](char c) { return is_lower(c) || is_upper(c); };
  std::size_t letters = at_;
  while (letters < end && is_letter(text_[letters])) ++letters;
  if (letters < end && is_digit(text_[letters]) && is_upper(text_[at_]) &&
      letters - at_ <= 4) {
    if (const Unit* unit = find_currency_prefix(lower_.substr(at_, letters - at_))) {
      at_ = letters;
      add(TokenKind::currency, start).currency = unit;
      return;
    }
  }
  at_ = end;
  Token& token = add(TokenKind::word, start);
  token.folded = lower_.substr(start, std::min<std::size_t>(end - start, 64));
  for (std::size_t i = start; i < end; ++i) {
    token.capital = token.capital || is_upper(text_[i]);
    token.mixed = token.mixed || is_digit(text_[i]);
  }
  token.lexeme = find_lexeme(token.folded);
  const std::string_view rest = lower_.substr(end);
  std::size_t quote = rest.starts_with('\'') ? 1 : rest.starts_with("\u2019") ? 3 : 0;
  if (quote != 0 && rest.substr(quote).starts_with('s') &&
      !(rest.size() > quote + 1 && is_letter(rest[quote + 1]))) {
    token.possessive = true;
    at_ += quote + 1;
  }
}

// "$", and with its country before it: "US$", "HK$", "us $".
bool Tokeniser::read_currency() {
  const std::size_t length = currency_symbol_length(text_.substr(at_));
  const bool yen = length == 0 && text_.substr(at_).starts_with("Y=");
  if (length == 0 && !yen) return false;
  const std::size_t start = at_;
  at_ += yen ? 2 : length;
  const Unit* unit = yen ? find_currency_prefix("y=")
                         : find_currency_symbol(text_.substr(start, length));
  const bool dollar = text_[start] == '$';
  if (dollar && !tokens_.empty() && tokens_.back().kind == TokenKind::word) {
    const Token& before = tokens_.back();
    const bool glued = before.span.end == offset_ + start;
    std::string country;
    for (const char c : before.folded.substr(0, 4)) {
      if (c != '.') country += c;
    }
    const Unit* local = country == "us" ? unit : find_currency_symbol(country + "$");
    if (local != nullptr &&
        (glued || country == "us" || country == "hk" || country == "c" ||
         country == "au" || country == "nz" || country == "nt")) {
      const Span span{before.span.start, offset_ + at_};
      spaced_ = before.spaced;
      tokens_.pop_back();
      Token& token = add(TokenKind::currency, start);
      token.span = span;
      token.currency = local;
      return true;
    }
  }
  if (dollar) unit = country_behind(unit);
  add(TokenKind::currency, start).currency = unit;
  return true;
}

// "$US160m", "$A5": the country between the sign and the digits.
const Unit* Tokeniser::country_behind(const Unit* unit) {
  std::size_t end = at_;
  while (end < text_.size() && end < at_ + 3 && is_upper(text_[end])) ++end;
  if (end == at_ || !is_digit(byte(end))) return unit;
  const std::string_view country = lower_.substr(at_, end - at_);
  const Unit* local =
      country == "us" ? unit : find_currency_symbol(std::string(country) + "$");
  if (local == nullptr) return unit;
  at_ = end;
  return local;
}

void Tokeniser::read_sign() {
  const std::size_t start = at_;
  if (const Sign* sign = sign_at(at_)) {
    at_ += sign->bytes.size();
    Token& token = add(sign->kind, start);
    token.value = sign->value;
    if (sign->kind == TokenKind::degree) token.folded = sign->bytes;
    return;
  }
  const char c = text_[at_++];
  TokenKind kind = sign_kind(c);
  if (kind == TokenKind::hyphen && byte(at_) == '-') {
    while (byte(at_) == '-') ++at_;
    kind = TokenKind::dash;
  }
  Token& token = add(kind, start);
  if (c == '&') token.folded = lower_.substr(start, 1);
}

}  // namespace

void tokenise_figures(std::string_view text, std::string_view lower, std::size_t offset,
                      std::vector<Token>& tokens, NumberStyle style) {
  Tokeniser(text, lower, offset, tokens, style).run();
}

}  // namespace broadsheet
