// One pass over text that the parser refused; it knows only whether it is inside a
// string. Leaves out everything that needs guessing (missing commas, single quotes).
#include "indexer/readers/json_mend.h"

#include <array>
#include <fmt/format.h>

#include "article/text_repair.h"

namespace broadsheet {

namespace {

class Mender {
 public:
  explicit Mender(std::string_view bytes) : in_(bytes) {
    out_.reserve(bytes.size() + 64);
  }

  bool run() {
    while (at_ < in_.size()) in_string_ ? string_step() : outer_step();
    return changed_;
  }
  std::string take() { return std::move(out_); }

 private:
  void copy(std::size_t count) {
    out_.append(in_.substr(at_, count));
    at_ += count;
  }

  void replace(std::size_t count, std::string_view by) {
    out_ += by;
    at_ += count;
    changed_ = true;
  }

  void outer_step() {
    constexpr std::array<std::string_view, 4> numbers = {"NaN", "Infinity", "-Infinity",
                                                         "undefined"};
    for (const std::string_view word : numbers) {
      if (in_.substr(at_).starts_with(word)) return replace(word.size(), "null");
    }
    in_string_ = in_[at_] == '"';
    copy(1);
  }

  void string_step() {
    const char c = in_[at_];
    if (c == '\\') return escape_step();
    if (c == '"') in_string_ = false;
    if (static_cast<unsigned char>(c) < 0x20) {
      return replace(1, fmt::format("\\u{:04x}", static_cast<int>(c)));
    }
    copy(1);
  }

  void escape_step() {
    const int unit = code_unit(at_);
    if (unit < 0xD800 || unit > 0xDFFF) return copy(2);
    const int next = code_unit(at_ + 6);
    if (unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) return copy(12);
    replace(6, "\\ufffd");
  }

  // The value of a \uXXXX at `from`, or -1.
  int code_unit(std::size_t from) const {
    if (from + 6 > in_.size() || in_.substr(from, 2) != "\\u") return -1;
    int value = 0;
    for (const char c : in_.substr(from + 2, 4)) {
      const int lower = c | 0x20;
      if (c >= '0' && c <= '9') {
        value = value * 16 + (c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        value = value * 16 + (lower - 'a' + 10);
      } else {
        return -1;
      }
    }
    return value;
  }

  std::string_view in_;
  std::string out_;
  std::size_t at_ = 0;
  bool in_string_ = false;
  bool changed_ = false;
};

}  // namespace

std::optional<std::string> mend_json(std::string_view bytes,
                                     std::vector<std::string>& repairs) {
  Repaired decoded = decode_bytes(bytes);
  Mender mender(decoded.text);
  const bool mended = mender.run();
  if (!mended && decoded.text == bytes) return std::nullopt;
  repairs = std::move(decoded.repairs);
  if (mended) repairs.emplace_back("mended the JSON");
  return mender.take();
}

}  // namespace broadsheet
