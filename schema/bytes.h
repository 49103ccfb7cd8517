// Writing and reading of small binary records: variable-length integers and texts with
// their length before them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

class ByteWriter {
 public:
  void number(std::uint64_t value);
  void signed_number(std::int64_t value);
  void text(std::string_view value);
  void optional_text(const std::optional<std::string>& value);
  void texts(const std::vector<std::string>& values);
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reading past the end or a bad length turns ok() false and gives zeros from then on.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t number();
  std::int64_t signed_number();
  std::string text();
  std::optional<std::string> optional_text();
  std::vector<std::string> texts();
  // A count of things that each take at least one byte.
  std::size_t count();
  // What has not been read yet.
  std::string_view rest() const { return bytes_; }
  bool ok() const { return ok_; }
  bool done() const { return ok_ && bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace broadsheet
