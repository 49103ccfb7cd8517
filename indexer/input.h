// Files as bytes: plain or gzip'd, whole or line by line, bounded in size.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace broadsheet {

// An opened file; gzip is undone on the way. Throws Error (unreadable) on failure to open
// or on broken gzip data, naming the file.
class Input {
 public:
  explicit Input(const std::string& path);
  // Over bytes that are there already, as they are.
  static Input of_bytes(std::string name, std::string bytes);
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
  // The rest of the file; nothing when it is larger than `limit` bytes.
  std::optional<std::string> rest(std::size_t limit);

  static constexpr std::size_t max_line = 32u << 20;
  static constexpr std::size_t max_file = 64u << 20;  // of a file that is read whole

 private:
  Input();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadsheet
