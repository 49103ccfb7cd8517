// Tables of signs. Called at every byte outside ASCII, so the first byte decides early.
#include "article/figure_signs.h"

#include <array>

namespace broadsheet {
namespace {

// Signs outside ASCII; what is not here belongs to words.
constexpr auto signs = std::to_array<Sign>({
    {"\u2010", TokenKind::hyphen},
    {"\u2011", TokenKind::hyphen},
    {"\u2012", TokenKind::dash},
    {"\u2013", TokenKind::dash},
    {"\u2014", TokenKind::dash},
    {"\u2015", TokenKind::dash},
    {"\u2212", TokenKind::minus},
    {"\u2018", TokenKind::quote},
    {"\u2019", TokenKind::quote},
    {"\u201C", TokenKind::quote},
    {"\u201D", TokenKind::quote},
    {"\u2026", TokenKind::other},
    {"\u2022", TokenKind::other},
    {"\u00B7", TokenKind::other},
    {"\u00B0", TokenKind::degree},
    {"\u00BA", TokenKind::degree},  // the ordinal sign in its place
    {"\u2103", TokenKind::degree},
    {"\u2109", TokenKind::degree},
    {"\u00BD", TokenKind::fraction, {5, -1}},
    {"\u00BC", TokenKind::fraction, {25, -2}},
    {"\u00BE", TokenKind::fraction, {75, -2}},
    {"\u2153", TokenKind::fraction, {3333333, -7}},
    {"\u2154", TokenKind::fraction, {6666667, -7}},
    {"\u00D7", TokenKind::times},
    {"\u2044", TokenKind::slash},
    {"\u2248", TokenKind::tilde},
    {"\u2264", TokenKind::less},
    {"\u2265", TokenKind::greater},
    {"\u2033", TokenKind::quote},
});

constexpr auto wide_spaces = std::to_array<std::string_view>(
    {"\u00A0", "\u2002", "\u2003", "\u2007", "\u2009", "\u200A", "\u202F"});

}  // namespace

const Sign* find_sign(std::string_view text) {
  const char first = text.empty() ? '\0' : text.front();
  if (first != '\xE2' && first != '\xC2' && first != '\xC3') return nullptr;
  for (const Sign& sign : signs) {
    if (text.starts_with(sign.bytes)) return &sign;
  }
  return nullptr;
}

std::size_t wide_space_length(std::string_view text) {
  const char first = text.empty() ? '\0' : text.front();
  if (first != '\xE2' && first != '\xC2') return 0;
  for (const std::string_view space : wide_spaces) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

TokenKind sign_kind(char c) {
  switch (c) {
    case '-':
      return TokenKind::hyphen;
    case '%':
      return TokenKind::percent;
    case ',':
      return TokenKind::comma;
    case '.':
      return TokenKind::point;
    case ':':
      return TokenKind::colon;
    case '/':
      return TokenKind::slash;
    case '(':
    case '[':
      return TokenKind::open;
    case ')':
    case ']':
      return TokenKind::close;
    case '"':
    case '\'':
      return TokenKind::quote;
    case '~':
      return TokenKind::tilde;
    case '+':
      return TokenKind::plus;
    case '<':
      return TokenKind::less;
    case '>':
      return TokenKind::greater;
    case '=':
      return TokenKind::equals;
    case '^':
      return TokenKind::caret;
    case '#':
      return TokenKind::hash;
    default:
      return TokenKind::other;
  }
}

}  // namespace broadsheet
