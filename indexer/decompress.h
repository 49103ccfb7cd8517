// Bytes as a stream, and compressed streams undone: gzip, zstd, xz, bzip2 as files come,
// deflate and brotli as servers send them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// What went in and what came out of it, over all that is undone on the way from one file:
// a few bytes that become gigabytes are refused as soon as it shows.
class Meter {
 public:
  void take(std::size_t bytes) { raw_ += bytes; }
  // Throws Error (unreadable).
  void give(std::size_t bytes);
  std::uint64_t raw() const { return raw_; }
  bool exceeded() const { return out_ > free_bytes && out_ / max_ratio > raw_; }

  static constexpr std::uint64_t free_bytes = 64u << 20;
  static constexpr std::uint64_t max_ratio = 200;

 private:
  std::uint64_t raw_ = 0;
  std::uint64_t out_ = 0;
};

// Throws Error (unreadable) where the bytes are damaged; its message is the bare reason.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to `size` bytes (size > 0); 0 at the end.
  virtual std::size_t read(char* to, std::size_t size) = 0;
  // How many bytes are likely to come; 0 when nobody knows. Room may be made for them.
  virtual std::size_t expected() { return 0; }
};

std::unique_ptr<ByteSource> bytes_in_memory(std::string bytes);

enum class Packing { gzip, zstd, xz, bzip2, deflate, brotli };

// By the first bytes; deflate and brotli have no sign and are never told.
std::optional<Packing> packing_of(std::string_view head);
constexpr std::size_t packing_head = 10;

// The stream undone. Streams packed one behind the other (a log that is appended to, a
// WARC of gzip members) read as one; other bytes behind the end are left.
std::unique_ptr<ByteSource> unpacked(Packing packing, std::unique_ptr<ByteSource> source,
                                     std::shared_ptr<Meter> meter);

}  // namespace broadsheet
