// ASCII classes without the locale, and the few string helpers that every reader of
// plain text needs.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

inline bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
inline bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
inline bool is_letter(char c) {
  return is_upper(c) || is_lower(c);
}
inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
// A byte of a character beyond ASCII.
inline bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
// Without a branch, so that whole texts are done many bytes at a time.
inline char to_lower(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool upper = static_cast<unsigned char>(byte - 'A') < 26;
  return static_cast<char>(byte | (upper ? 0x20 : 0));
}

inline std::string to_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower(c);
  return out;
}

inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace broadsheet
