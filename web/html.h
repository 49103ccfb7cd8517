// Builds HTML so that text cannot become markup: what is written in this program's source
// is markup, every std::string is text and is escaped. There is no other road to output.
//
//   html << "<a href=\"" << url << "\">" << title << "</a>";
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace broadsheet {

// Markup can only be made from a literal, while compiling: text that came from a story
// or a request has no way in.
struct Markup {
  template <std::size_t N>
  consteval Markup(const char (&literal)[N])  // NOLINT(google-explicit-constructor)
      : text(literal, N - 1) {}
  std::string_view text;
};

template <typename T>
concept Text = std::same_as<T, std::string> || std::same_as<T, std::string_view>;

class Html {
 public:
  Html& operator<<(Markup markup) {
    out_ += markup.text;
    return *this;
  }
  template <Text T>
  Html& operator<<(const T& text) {
    return add_text(text);
  }
  Html& operator<<(const Html& other) {
    out_ += other.out_;
    return *this;
  }

  bool empty() const { return out_.empty(); }
  const std::string& str() const& { return out_; }
  std::string str() && { return std::move(out_); }

 private:
  Html& add_text(std::string_view text);
  std::string out_;
};

// For element content and for attribute values in double quotes. Control characters are
// dropped, except tab and newline, and invalid UTF-8 becomes U+FFFD. Linear.
std::string escape_html(std::string_view text);

}  // namespace broadsheet
