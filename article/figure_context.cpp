// One small function per kind of number that is no figure.
#include "article/figure_context.h"

#include <algorithm>
#include <array>

namespace broadsheet {
namespace {

constexpr Token no_token{};

bool is_street(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"street", "st",      "st.",   "road",      "rd",      "rd.",     "avenue",
       "ave",    "ave.",    "drive", "boulevard", "blvd",    "highway", "hwy",
       "lane",   "parkway", "pkwy",  "square",    "terrace", "court",   "place",
       "way",    "pike",    "plaza", "row",       "close"});
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Context {
 public:
  Context(const std::vector<Token>& tokens, const Candidate& candidate,
          const Number& number)
      : tokens_(tokens), it_(candidate), number_(number) {}

  bool excludes() const {
    return is_list_number() || is_glued_left() || is_glued_right() || is_clock() ||
           is_date() || is_year() || is_name() || is_place() || is_pronoun() ||
           is_some_day() || is_record() || is_title() || is_address() ||
           is_emergency_number() || is_base_of_rate();
  }

 private:
  const Token& before(std::size_t count = 1) const {
    return it_.first >= count ? tokens_[it_.first - count] : no_token;
  }
  const Token& at(std::size_t place) const {
    return place < tokens_.size() ? tokens_[place] : no_token;
  }
  const Token& first() const { return tokens_[it_.first]; }
  const Token& digits() const { return tokens_[it_.number]; }
  bool money() const { return it_.kind == UnitKind::money; }
  bool plain() const { return number_.digits && !digits().grouped && !digits().decimal; }
  bool in_days() const {
    return plain() && number_.low >= Amount{1, 0} && number_.low <= Amount{31, 0};
  }

  // "1. Meta cuts": at the start of a line, with a point or bracket right behind.
  bool is_list_number() const {
    if (!it_.line_start || it_.first != 0 || !plain() || digits().digits > 3)
      return false;
    const Token& next = at(it_.number_end);
    return (next.kind == TokenKind::point || next.kind == TokenKind::close) &&
           !next.spaced && at(it_.number_end + 1).spaced;
  }

  // A number is part of what it is glued to: "GPT-5", "v5/6", "10:30", "#5".
  bool is_glued_left() const {
    if (it_.first == 0 || first().spaced) return false;
    const Token& left = before();
    switch (left.kind) {
      case TokenKind::word:
      case TokenKind::slash:
      case TokenKind::hash:
      case TokenKind::number:
        return !money();
      case TokenKind::colon:
        return before(2).kind == TokenKind::number;
      case TokenKind::quote:  // 6'2"
        return before(2).kind == TokenKind::number && !left.spaced;
      case TokenKind::minus:  // "fb−1"
        return !left.spaced && before(2).kind == TokenKind::word && !money();
      case TokenKind::point:
        // "No.5", "BQ.1.1"
        return !left.spaced && before(2).kind == TokenKind::word &&
               (before(2).is(label) || it_.kind == UnitKind::none);
      case TokenKind::hyphen:
        return is_glued_name();
      default:
        return false;
    }
  }

  // "COVID-19" and "2-1" against "spending-8,000 jobs", where the hyphen is a dash.
  bool is_glued_name() const {
    if (before().spaced || it_.first < 2) return false;
    const TokenKind left = before(2).kind;
    if (left == TokenKind::number) return true;
    if (left != TokenKind::word || money() || it_.bounded) return false;
    if (number_.words) return true;
    const Token& unit = at(it_.number_end);
    const bool apart = unit.spaced || unit.kind != TokenKind::word;
    return !digits().grouped && !number_.scaled &&
           !(it_.kind == UnitKind::measure && apart);
  }

  // "5G", "96th", "3D", "10:30", "1-2-3", "5/8/2020".
  bool is_glued_right() const {
    const Token& next = at(it_.end);
    if (it_.end >= tokens_.size() || next.spaced) return false;
    const Token& after = at(it_.end + 1);
    switch (next.kind) {
      case TokenKind::word:
        return true;
      case TokenKind::colon:
      case TokenKind::slash:
      case TokenKind::hyphen:
        return after.kind == TokenKind::number && !after.spaced && !money() &&
               it_.kind != UnitKind::counted;
      case TokenKind::quote:
        return !money() && after.folded == "s" && !after.spaced;
      default:
        return false;
    }
  }

  bool is_clock() const {
    const Token& next = at(it_.number_end);
    // "2.1 pm" is a length, "2.15 pm" a time.
    const auto places =
        digits().span.length() - static_cast<std::size_t>(digits().digits);
    if (digits().decimal && places == 2) return false;
    return next.is(clock) && !number_.scaled && number_.low < Amount{2500, 0};
  }

  const Token& month_before() const {
    return before().kind == TokenKind::point && !before().spaced ? before(2) : before();
  }

  bool is_date() const {
    if (money() || number_.scaled || number_.words) return false;
    const Token& left = month_before();
    // "may 5 people come": the verb is not written with a capital.
    const bool verb =
        left.folded == "may" && !left.capital && it_.kind == UnitKind::counted;
    if (left.is(month) && !verb && (in_days() || looks_like_year(digits()))) {
      return it_.kind != UnitKind::measure || in_days();
    }
    const Token& right = at(it_.number_end);
    return right.is(month) && in_days() && !(right.folded == "may" && !right.capital) &&
           !(right.folded == "march" && !right.capital);
  }

  bool is_year() const {
    if (!looks_like_year(digits()) || number_.scaled || money()) return false;
    if (it_.range) return it_.kind == UnitKind::none;
    if (it_.kind == UnitKind::measure) {
      return at(it_.number_end).folded == "second" ||
             at(it_.number_end).folded == "season";
    }
    if (it_.kind == UnitKind::none) return !it_.bounded || digits().value.exponent == 0;
    // "2,000 people" is often printed without its comma; "1995 proposals" never means
    // 1,995.
    const std::string_view left = before().folded;
    const bool when = left == "in" || left == "since" || left == "by" ||
                      left == "until" || left == "during" || left == "early" ||
                      left == "late" || left == "mid" || left == "the" ||
                      before().is(month) || before().possessive;
    return when || (digits().value.exponent < 2 && !it_.bounded);
  }

  // "Three Mile Island": a measure with capitals in the middle of a name.
  bool is_place() const {
    return it_.kind == UnitKind::measure && number_.words && digits().capital &&
           at(it_.number_end).capital && at(it_.end).capital &&
           it_.end < tokens_.size() && at(it_.end).lexeme == nullptr;
  }

  // "the 35-69 Nationals": games won and lost.
  bool is_record() const {
    const TokenKind sign = at(it_.number + 1).kind;
    const bool hyphen = sign == TokenKind::hyphen || sign == TokenKind::dash;
    return it_.range && it_.kind == UnitKind::counted && !it_.bounded && hyphen &&
           number_.high < Amount{2, 2} && at(it_.number_end).capital;
  }

  // "a day at Six Flags": a number with a capital in the midst of small letters. Where
  // the words around have capitals too, a headline does.
  bool is_title() const {
    if (!number_.words || !digits().capital || it_.bounded || money()) return false;
    if (it_.number_end != it_.number + 1 || !at(it_.number_end).capital) return false;
    const Token& left = before();
    const Token& further = left.is(stop) ? before(2) : left;
    return left.kind == TokenKind::word && !left.capital &&
           further.kind == TokenKind::word && !further.capital;
  }

  // "may one day return": when, and not how long.
  bool is_some_day() const {
    const Token& day = at(it_.number_end);
    const bool named = day.folded == "day" || day.folded == "night" ||
                       day.folded == "morning" || day.folded == "evening";
    if (digits().folded != "one" || !named || !day.spaced || it_.bounded) return false;
    const std::string_view left = before().folded;
    const std::string_view right = at(it_.number_end + 1).folded;
    const bool length = left == "in" || left == "within" || left == "for" ||
                        left == "after" || left == "only" || left == "just" ||
                        left == "by" || left == "of" || left == "another" ||
                        left == "the" || left == "every" || left == "to";
    const bool measured = right == "after" || right == "before" || right == "later" ||
                          right == "earlier" || right == "of" || right == "a" ||
                          right == "per" || right == "ahead" || right == "ago";
    return !length && !measured;
  }

  // "16 Elm St.", "720 Kings Highway": capitals up to the word of a street.
  bool is_address() const {
    if (!plain() || money() || it_.bounded || number_.low >= Amount{1, 5}) return false;
    constexpr std::size_t longest_name = 4;
    for (std::size_t i = it_.number_end; i < it_.number_end + longest_name; ++i) {
      const Token& word = at(i);
      if (word.kind != TokenKind::word || !word.capital) return false;
      if (i > it_.number_end && is_street(word.folded)) return true;
    }
    return false;
  }

  // "911 calls", "a 999 operator"
  bool is_emergency_number() const {
    if (!plain() || it_.bounded || it_.kind == UnitKind::measure) return false;
    const bool known = number_.low == Amount{911, 0} || number_.low == Amount{999, 0} ||
                       number_.low == Amount{112, 0};
    const std::string_view next = at(it_.number_end).folded;
    return known && (next.starts_with("call") || next.starts_with("operator") ||
                     next.starts_with("dispatch") || next.starts_with("cent") ||
                     next.starts_with("service") || next.starts_with("tape"));
  }

  // "9 deaths per 100,000": how many the rate is told of.
  bool is_base_of_rate() const { return before().folded == "per" && !money(); }

  // "no one knows", "this one".
  bool is_pronoun() const {
    if (digits().folded != "one" || it_.number_end != it_.number + 1) return false;
    const std::string_view left = before().folded;
    const bool part = at(it_.number_end).folded == "of";  // "said that one of the"
    return left == "no" || left == "this" || (left == "that" && !part) ||
           left == "each" || left == "every" || left == "any" || left == "which" ||
           left == "another";
  }

  // "Section 427", "iPhone 11", "S&P 500 companies".
  bool is_name() const {
    const Token& left = before();
    // "Section Two", "Number One"
    if (number_.words && left.is(label) && left.capital && digits().capital) return true;
    if (money() || number_.words || number_.scaled || number_.fraction) return false;
    if (left.kind == TokenKind::hash) return true;
    if (left.kind == TokenKind::hyphen && before(2).is(label))
      return true;  // "COVID -19"
    if (left.kind == TokenKind::point && before(2).folded == "no") return true;
    if (left.kind != TokenKind::word || digits().grouped) return false;
    const bool shown = left.capital || it_.kind == UnitKind::none;
    if (left.is(label) && shown && it_.kind != UnitKind::measure) return true;
    if (left.folded == "p" && before(2).folded == "s") return true;  // "S P 500"
    return it_.kind == UnitKind::none && !it_.bounded && left.capital && !it_.range &&
           !digits().decimal && !left.is(rise | fall | stop);
  }

  const std::vector<Token>& tokens_;
  const Candidate& it_;
  const Number& number_;
};

}  // namespace

bool looks_like_year(const Token& token) {
  return token.kind == TokenKind::number && token.usable && !token.grouped &&
         !token.decimal && token.digits == 4 && token.value >= Amount{1900, 0} &&
         token.value <= Amount{2099, 0};
}

bool is_no_figure(const std::vector<Token>& tokens, const Candidate& candidate,
                  const Number& number) {
  return Context(tokens, candidate, number).excludes();
}

}  // namespace broadsheet
