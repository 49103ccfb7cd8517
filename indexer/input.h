// Files as bytes: whatever they are compressed with undone, whole or piece by piece,
// bounded in size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/decompress.h"

namespace broadsheet {

// An opened file; gzip, zstd, xz and bzip2 are undone on the way, at most two deep.
// Throws Error (unreadable), naming the file, on failure to open and where the bytes are
// damaged: what stands before the damage is given out first.
class Input {
 public:
  explicit Input(const std::string& path);
  // As a folder holds them: neither pipes nor devices, which could wait for ever.
  static Input of_regular_file(const std::string& path);
  // Over bytes that are there already, as they are.
  static Input of_bytes(std::string name, std::string bytes);
  // Standard input.
  static Input of_standard_input();
  // Over a file inside another; the meter is that of the file on the disk.
  static Input of_source(std::string name, std::unique_ptr<ByteSource> source,
                         std::shared_ptr<Meter> meter);
  ~Input();
  Input(Input&&) noexcept;
  Input& operator=(Input&&) noexcept;

  // The first bytes, up to 64 KiB; does not advance.
  const std::string& head();
  // The next line without its end; false at the end of the file. A line longer than
  // `max_line` bytes is read to its end but cut there, and `too_long` says so.
  bool next_line(std::string& line, bool& too_long);
  // Up to `size` bytes; 0 at the end of the file.
  std::size_t read(char* to, std::size_t size);
  // The next bytes, at least `size` of them unless the file ends before; does not
  // advance. Good until the next call.
  std::string_view peek(std::size_t size);
  void skip(std::size_t size);  // no more than was peeked at
  // The rest of the file; nothing when it is larger than `limit` bytes.
  std::optional<std::string> rest(std::size_t limit);

  const std::string& name() const;
  // Nothing was undone: the bytes are those of the file on the disk.
  bool is_plain_file() const;
  const std::shared_ptr<Meter>& meter() const;

  static constexpr std::size_t max_line = 32u << 20;
  static constexpr std::size_t max_file = 64u << 20;  // of a file that is read whole

 private:
  struct Impl;
  explicit Input(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadsheet
