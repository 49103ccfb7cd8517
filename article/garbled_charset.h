// The charsets that UTF-8 is wrongly read as, from characters back to bytes.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

// A single-byte charset, by character.
class Charset {
 public:
  // Without a name for ICU it is Windows-1252.
  Charset(std::string_view name, const char* icu_name);

  std::string_view name() const { return name_; }

  // The byte the character stands for; 0 when it stands for none above ASCII.
  unsigned byte_of(char32_t c) const;

 private:
  using Row = std::pair<char32_t, unsigned>;

  void add(char32_t c, unsigned byte);
  void read_table(const char* icu_name);

  static constexpr char32_t table_end = 0x2600;  // nearly all of them lie below

  std::string_view name_;
  std::vector<Row> rows_;
  std::vector<unsigned char> table_;
};

// The commonest first; Windows-1252 stands at the front.
std::span<const Charset> garbled_charsets();

}  // namespace broadsheet
