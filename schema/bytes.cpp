#include "schema/bytes.h"

namespace broadsheet {

void ByteWriter::number(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_ += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  bytes_ += static_cast<char>(value);
}

void ByteWriter::signed_number(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  number(bits << 1 ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void ByteWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

void ByteWriter::optional_text(const std::optional<std::string>& value) {
  number(value ? value->size() + 1 : 0);
  if (value) bytes_ += *value;
}

void ByteWriter::texts(const std::vector<std::string>& values) {
  number(values.size());
  for (const std::string& value : values) text(value);
}

std::uint64_t ByteReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (bytes_.empty()) break;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  ok_ = false;
  bytes_ = {};
  return 0;
}

std::int64_t ByteReader::signed_number() {
  const std::uint64_t bits = number();
  return static_cast<std::int64_t>(bits >> 1 ^ (bits & 1 ? ~std::uint64_t{0} : 0));
}

std::size_t ByteReader::count() {
  const std::uint64_t value = number();
  if (value <= bytes_.size()) return static_cast<std::size_t>(value);
  ok_ = false;
  bytes_ = {};
  return 0;
}

std::string ByteReader::text() {
  const std::size_t size = count();
  std::string value(bytes_.substr(0, size));
  bytes_.remove_prefix(size);
  return value;
}

std::optional<std::string> ByteReader::optional_text() {
  const std::uint64_t size = number();
  if (size == 0) return std::nullopt;
  if (size - 1 > bytes_.size()) {
    ok_ = false;
    bytes_ = {};
    return std::nullopt;
  }
  std::string value(bytes_.substr(0, size - 1));
  bytes_.remove_prefix(size - 1);
  return value;
}

std::vector<std::string> ByteReader::texts() {
  std::vector<std::string> values(count());
  for (std::string& value : values) value = text();
  return values;
}

}  // namespace broadsheet
