// Files as bytes. A file is a ByteSource; what its first bytes say it is compressed with
// is another on top of it, twice at most. One buffer slides over the outcome, from which
// lines and pieces are cut. Leaves out every question of format.
#include "indexer/input.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "article/error.h"

namespace broadsheet {

namespace {

constexpr std::size_t head_size = 64u << 10;
constexpr std::size_t chunk_size = 256u << 10;
constexpr int max_packings = 2;

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw Error(ErrorCode::unreadable, "cannot read " + path + ": " + what,
              "check the file and its permissions, or leave it out");
}

class FileSource : public ByteSource {
 public:
  FileSource(int descriptor, std::shared_ptr<Meter> meter)
      : descriptor_(descriptor), meter_(std::move(meter)) {}
  ~FileSource() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }

  std::size_t read(char* to, std::size_t size) override {
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, to, size);
    } while (got < 0 && errno == EINTR);
    if (got < 0) throw Error(ErrorCode::unreadable, std::strerror(errno));
    meter_->take(static_cast<std::size_t>(got));
    return static_cast<std::size_t>(got);
  }
  std::size_t expected() override {
    struct stat status {};
    const bool known = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
    return known ? static_cast<std::size_t>(status.st_size) : 0;
  }

 private:
  int descriptor_;
  std::shared_ptr<Meter> meter_;
};

// A source whose first bytes have been looked at.
class Opened : public ByteSource {
 public:
  explicit Opened(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {
    head_.resize(packing_head);
    std::size_t filled = 0;
    while (filled < head_.size()) {
      const std::size_t got = source_->read(head_.data() + filled, head_.size() - filled);
      if (got == 0) break;
      filled += got;
    }
    head_.resize(filled);
  }
  const std::string& head() const { return head_; }

  std::size_t read(char* to, std::size_t size) override {
    if (head_.empty()) return source_->read(to, size);
    const std::size_t part = std::min(size, head_.size());
    std::copy_n(head_.begin(), part, to);
    head_.erase(0, part);
    return part;
  }
  std::size_t expected() override { return head_.size() + source_->expected(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::string head_;
};

// A pipe that took the place of a file since it was found must not hold up the run;
// neither must files of /proc that wait for something to say.
int open_file(const std::string& path, bool regular_only) {
  const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (regular_only ? O_NONBLOCK : 0);
  const int descriptor = ::open(path.c_str(), flags);
  if (descriptor < 0) fail(path, std::strerror(errno));
  struct stat status {};
  if (regular_only && (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))) {
    ::close(descriptor);
    fail(path, S_ISDIR(status.st_mode) ? "Is a directory" : "not a regular file");
  }
  return descriptor;
}

}  // namespace

struct Input::Impl {
  std::string path;
  std::unique_ptr<ByteSource> source;  // null: all there is stands in `buffer`
  std::shared_ptr<Meter> meter = std::make_shared<Meter>();
  int packings = 0;
  bool on_disk = false;
  std::string buffer;  // read, not yet given out from `start` on
  std::size_t start = 0;
  bool at_end = false;
  std::string damage;  // behind what is in the buffer
  std::string head;

  void open(std::unique_ptr<ByteSource> raw) {
    try {
      auto opened = std::make_unique<Opened>(std::move(raw));
      while (const auto packing = packing_of(opened->head())) {
        if (++packings > max_packings) fail(path, "compressed more than twice");
        opened = std::make_unique<Opened>(unpacked(*packing, std::move(opened), meter));
      }
      source = std::move(opened);
    } catch (const Error& error) {
      if (packings > max_packings) throw;
      fail(path, error.what());
    }
    constexpr std::size_t most_reserved = 4u << 20;
    buffer.reserve(std::min(source->expected(), most_reserved));
    fill_to(head_size);
    head = buffer.substr(0, head_size);
    if (head.empty()) complain();
  }

  // Appends one reading of up to `size` bytes.
  void fill(std::size_t size) {
    if (at_end) return;
    // Read beside the buffer: growing that first would clear each byte of the room.
    static thread_local const auto room =
        std::make_unique_for_overwrite<char[]>(chunk_size);
    std::size_t got = 0;
    try {
      got = source->read(room.get(), std::min(size, chunk_size));
    } catch (const Error& error) {
      damage = error.what();
    }
    buffer.append(room.get(), got);
    at_end = got == 0;
  }
  void fill_to(std::size_t size) {
    while (!at_end && buffer.size() - start < size) {
      fill(std::max(head_size, std::min(size, buffer.size())));
    }
  }

  // Called where nothing is left to give out.
  void complain() const {
    if (!damage.empty()) fail(path, damage);
  }

  std::string_view pending() const { return std::string_view(buffer).substr(start); }

  void forget_used() {
    if (start == 0) return;
    buffer.erase(0, start);
    start = 0;
  }
};

Input::Input(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Input::Input(const std::string& path) : impl_(std::make_unique<Impl>()) {
  impl_->path = path;
  impl_->open(std::make_unique<FileSource>(open_file(path, false), impl_->meter));
}

Input Input::of_regular_file(const std::string& path) {
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  impl->on_disk = true;
  impl->open(std::make_unique<FileSource>(open_file(path, true), impl->meter));
  return Input(std::move(impl));
}

Input Input::of_standard_input() {
  auto impl = std::make_unique<Impl>();
  impl->path = "-";
  impl->open(std::make_unique<FileSource>(STDIN_FILENO, impl->meter));
  return Input(std::move(impl));
}

Input Input::of_source(std::string name, std::unique_ptr<ByteSource> source,
                       std::shared_ptr<Meter> meter) {
  auto impl = std::make_unique<Impl>();
  impl->path = std::move(name);
  impl->meter = std::move(meter);
  impl->open(std::move(source));
  return Input(std::move(impl));
}

Input Input::of_bytes(std::string name, std::string bytes) {
  auto impl = std::make_unique<Impl>();
  impl->path = std::move(name);
  impl->head = bytes.substr(0, head_size);
  impl->buffer = std::move(bytes);
  impl->at_end = true;
  return Input(std::move(impl));
}

Input::~Input() = default;
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;

const std::string& Input::head() {
  return impl_->head;
}
const std::string& Input::name() const {
  return impl_->path;
}
bool Input::is_plain_file() const {
  return impl_->on_disk && impl_->packings == 0;
}
const std::shared_ptr<Meter>& Input::meter() const {
  return impl_->meter;
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
    if (impl_->at_end) {
      impl_->complain();  // the line is not whole
      break;
    }
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
    if (impl_->at_end) impl_->complain();
  }
  const std::string_view pending = impl_->pending().substr(0, size);
  std::copy(pending.begin(), pending.end(), to);
  impl_->start += pending.size();
  return pending.size();
}

std::string_view Input::peek(std::size_t size) {
  if (impl_->pending().size() < size) {
    // Not each time, or many small steps behind a long look would be quadratic.
    if (impl_->start > impl_->pending().size()) impl_->forget_used();
    impl_->fill_to(size);
  }
  if (impl_->pending().empty()) impl_->complain();
  return impl_->pending();
}

void Input::skip(std::size_t size) {
  impl_->start += std::min(size, impl_->buffer.size() - impl_->start);
}

std::optional<std::string> Input::rest(std::size_t limit) {
  impl_->forget_used();
  while (!impl_->at_end && impl_->buffer.size() <= limit) impl_->fill(chunk_size);
  if (impl_->buffer.size() > limit) return std::nullopt;
  impl_->complain();
  std::string all = std::move(impl_->buffer);
  impl_->buffer.clear();
  return all;
}

}  // namespace broadsheet
