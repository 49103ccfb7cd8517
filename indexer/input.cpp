// Files as bytes, through zlib's gzFile: it undoes gzip and passes everything else on
// unchanged, so that no caller needs to know which it was. Lines are cut from one buffer
// that slides over the file. Leaves out every question of format.
#include "indexer/input.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <zlib.h>

#include "article/error.h"

namespace broadsheet {

namespace {

constexpr std::size_t head_size = 64u << 10;
constexpr std::size_t chunk_size = 256u << 10;

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw Error(ErrorCode::unreadable, "cannot read " + path + ": " + what,
              "check the file and its permissions, or leave it out");
}

}  // namespace

struct Input::Impl {
  std::string path;
  gzFile file = nullptr;  // null: all there is stands in `buffer`
  std::string buffer;     // read, not yet given out from `start` on
  std::size_t start = 0;
  bool at_end = false;
  std::string head;

  ~Impl() {
    if (file != nullptr) gzclose_r(file);
  }

  // Appends up to `size` bytes. A gzip stream that stops early reads as a short count,
  // so that the error has to be asked for at the end.
  void fill(std::size_t size) {
    if (at_end) return;
    const std::size_t old = buffer.size();
    buffer.resize(old + size);
    const int got = gzread(file, buffer.data() + old, static_cast<unsigned>(size));
    buffer.resize(old + static_cast<std::size_t>(std::max(got, 0)));
    if (got == static_cast<int>(size)) return;
    at_end = true;
    int code = Z_OK;
    const char* message = gzerror(file, &code);
    if (code == Z_ERRNO || (got < 0 && errno != 0 && code == Z_OK)) {
      fail(path, std::strerror(errno));
    }
    if (code == Z_BUF_ERROR) fail(path, "broken gzip data: it ends too early");
    if (got < 0 || code != Z_OK) {
      const std::string_view text(message == nullptr ? "" : message);
      const std::size_t colon = text.rfind(": ");
      fail(path, "broken gzip data: " +
                     std::string(colon == text.npos ? text : text.substr(colon + 2)));
    }
  }

  std::string_view pending() const { return std::string_view(buffer).substr(start); }

  void forget_used() {
    if (start == 0) return;
    buffer.erase(0, start);
    start = 0;
  }
};

Input::Input(const std::string& path) : impl_(std::make_unique<Impl>()) {
  impl_->path = path;
  errno = 0;
  impl_->file = gzopen(path.c_str(), "rb");
  if (impl_->file == nullptr) {
    fail(path, errno == 0 ? "out of memory" : std::strerror(errno));
  }
  gzbuffer(impl_->file, 128u << 10);
  impl_->fill(head_size);
  impl_->head = impl_->buffer;
}

Input::Input() : impl_(std::make_unique<Impl>()) {}

Input Input::of_bytes(std::string name, std::string bytes) {
  Input input;
  input.impl_->path = std::move(name);
  input.impl_->head = bytes.substr(0, head_size);
  input.impl_->buffer = std::move(bytes);
  input.impl_->at_end = true;
  return input;
}

Input::~Input() = default;
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;

const std::string& Input::head() {
  return impl_->head;
}

bool Input::next_line(std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  bool any = false;
  for (;;) {
    const std::string_view pending = impl_->pending();
    const std::size_t newline = pending.find('\n');
    const std::string_view piece = pending.substr(0, newline);
    const std::size_t room = max_line - line.size();
    too_long = too_long || piece.size() > room;
    line.append(piece.substr(0, room));
    any = any || !pending.empty();
    if (newline != pending.npos) {
      impl_->start += newline + 1;
      break;
    }
    impl_->buffer.clear();
    impl_->start = 0;
    if (impl_->at_end) break;
    impl_->fill(chunk_size);
  }
  if (!line.empty() && line.back() == '\r' && !too_long) line.pop_back();
  return any;
}

std::size_t Input::read(char* to, std::size_t size) {
  if (impl_->pending().empty()) {
    impl_->buffer.clear();
    impl_->start = 0;
    impl_->fill(chunk_size);
  }
  const std::string_view pending = impl_->pending().substr(0, size);
  std::copy(pending.begin(), pending.end(), to);
  impl_->start += pending.size();
  return pending.size();
}

std::optional<std::string> Input::rest(std::size_t limit) {
  impl_->forget_used();
  while (!impl_->at_end && impl_->buffer.size() <= limit) impl_->fill(chunk_size);
  if (impl_->buffer.size() > limit) return std::nullopt;
  std::string all = std::move(impl_->buffer);
  impl_->buffer.clear();
  return all;
}

}  // namespace broadsheet
