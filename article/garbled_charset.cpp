#include "article/garbled_charset.h"

#include <algorithm>
#include <array>
#include <unicode/ucnv.h>

#include "article/utf8.h"

namespace broadsheet {

Charset::Charset(std::string_view name, const char* icu_name) : name_(name) {
  for (unsigned byte = 0x80; byte < 0x100; ++byte) {
    const char32_t c =
        icu_name == nullptr ? windows_1252(static_cast<unsigned char>(byte)) : 0;
    if (c != 0) add(c, byte);
    // Latin-1 and sloppy decoders pass C1 controls through.
    if (byte < 0xA0 && c != byte) add(byte, byte);
  }
  if (icu_name != nullptr) read_table(icu_name);
  std::sort(rows_.begin(), rows_.end());
  table_.resize(table_end);
  for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) {
    if (row->first < table_end) {
      table_[row->first] = static_cast<unsigned char>(row->second);
    }
  }
}

void Charset::add(char32_t c, unsigned byte) {
  rows_.emplace_back(c, byte);
}

unsigned Charset::byte_of(char32_t c) const {
  if (c < table_end) return table_[c];
  const auto row = std::lower_bound(rows_.begin(), rows_.end(), Row{c, 0});
  return row != rows_.end() && row->first == c ? row->second : 0;
}

void Charset::read_table(const char* icu_name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(icu_name, &status);
  if (U_FAILURE(status)) return;
  for (unsigned byte = 0x80; byte < 0x100; ++byte) {
    const char one = static_cast<char>(byte);
    std::array<UChar, 4> out{};
    status = U_ZERO_ERROR;
    const auto length = ucnv_toUChars(converter, out.data(), 4, &one, 1, &status);
    if (U_SUCCESS(status) && length == 1 && out[0] >= 0xA0 && out[0] != 0xFFFD) {
      add(out[0], byte);
    }
  }
  ucnv_close(converter);
}

std::span<const Charset> garbled_charsets() {
  static const std::vector<Charset> all = {{"windows-1252", nullptr},
                                           {"windows-1251", "windows-1251"},
                                           {"windows-1250", "windows-1250"},
                                           {"iso-8859-2", "ISO-8859-2"},
                                           {"macintosh", "macintosh"},
                                           {"windows-1254", "windows-1254"},
                                           {"windows-1257", "windows-1257"},
                                           {"windows-1253", "windows-1253"},
                                           {"ibm437", "ibm437"},
                                           {"ibm850", "ibm850"}};
  return all;
}

}  // namespace broadsheet
