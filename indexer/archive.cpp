// Zip and tar by libarchive, which reads both as streams; a zip that is no larger than a
// file may be, or lies on the disk, is read from its list at the end, where links are
// told from files. What wraps a tar is undone before (indexer/input). Other formats that
// libarchive knows are left out: each is more code that strangers' bytes reach.
#include "indexer/archive.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <vector>

#include "article/error.h"
#include "article/utf8.h"

namespace broadsheet {

namespace {

constexpr std::size_t block_size = 128u << 10;
constexpr std::size_t max_name = 1024;

[[noreturn]] void fail(const std::string& reason) {
  throw Error(ErrorCode::unreadable, reason);
}

bool is_zip(std::string_view head) {
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

}  // namespace

// The sum of the header's bytes stands in it in octal digits, itself taken as spaces.
bool is_tar(std::string_view head) {
  constexpr std::size_t header = 512;
  constexpr std::size_t sum_at = 148;
  constexpr std::size_t sum_size = 8;
  if (head.size() < header || head[0] == '\0') return false;
  std::size_t sum = sum_size * ' ';
  for (std::size_t i = 0; i < header; ++i) {
    if (i < sum_at || i >= sum_at + sum_size) sum += static_cast<unsigned char>(head[i]);
  }
  std::size_t stated = 0;
  for (const char c : head.substr(sum_at, sum_size)) {
    if (c >= '0' && c <= '7') stated = stated * 8 + static_cast<std::size_t>(c - '0');
  }
  return sum == stated;
}

namespace {

// As the walk does with hidden files.
bool is_hidden(std::string_view name) {
  while (!name.empty()) {
    const std::size_t slash = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, slash);
    if (part == "__MACOSX") return true;
    if (part.size() > 1 && part[0] == '.' && part != "..") return true;
    name.remove_prefix(std::min(slash + 1, name.size()));
  }
  return false;
}

std::string name_of(archive_entry* entry, std::size_t number) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  if (name == nullptr || *name == '\0') return fmt::format("member {}", number);
  std::string_view text(name, ::strnlen(name, max_name));
  while (text.starts_with("./")) text.remove_prefix(2);
  return replace_invalid_utf8(text);
}

}  // namespace

struct Archive::Impl {
  Input& input;
  archive* handle = archive_read_new();
  archive_entry* entry = nullptr;
  std::shared_ptr<Meter> meter;
  std::vector<char> block = std::vector<char>(block_size);
  std::string input_damage;
  std::size_t members = 0;
  bool zip = false;
  bool broken = false;

  explicit Impl(Input& from) : input(from), meter(from.meter()) {}
  ~Impl() { archive_read_free(handle); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void open(const std::string& path) {
    zip = is_zip(input.head());
    archive_read_support_format_zip(handle);
    archive_read_support_format_tar(handle);
    archive_read_set_options(handle, "zip:hdrcharset=UTF-8");
    if (const int code = open_input(path); code < ARCHIVE_WARN) complain();
  }

  // The list at the end of a zip can be reached on the disk and in memory only.
  int open_input(const std::string& path) {
    if (zip && !path.empty()) {
      std::error_code error;
      const auto size = std::filesystem::file_size(path, error);
      if (!error) meter->take(size);
      return archive_read_open_filename(handle, path.c_str(), block_size);
    }
    if (zip) {
      const std::string_view bytes = input.peek(Input::max_file + 1);
      if (bytes.size() <= Input::max_file)
        return archive_read_open_memory(handle, bytes.data(), bytes.size());
    }
    return archive_read_open(handle, this, nullptr, give_block, nullptr);
  }

  static la_ssize_t give_block(archive* handle, void* self, const void** bytes) {
    auto& impl = *static_cast<Impl*>(self);
    try {
      *bytes = impl.block.data();
      return static_cast<la_ssize_t>(
          impl.input.read(impl.block.data(), impl.block.size()));
    } catch (const std::exception& error) {
      const std::string said = error.what();
      const std::string front = "cannot read " + impl.input.name() + ": ";
      impl.input_damage = said.starts_with(front) ? said.substr(front.size()) : said;
      archive_set_error(handle, EIO, "damaged input");
      return -1;
    }
  }

  std::string reason() const {
    if (!input_damage.empty()) return input_damage;
    const char* said = archive_error_string(handle);
    return fmt::format("broken {}: {}", zip ? "zip" : "tar",
                       said == nullptr ? "damaged" : replace_invalid_utf8(said));
  }
  [[noreturn]] void complain() {
    broken = true;
    fail(reason());
  }

  // Why the entry is not a file to read; empty: it is one.
  std::string refusal() const {
    if (archive_entry_hardlink(entry) != nullptr) return "a link, not followed";
    const auto type = archive_entry_filetype(entry);
    if (type == AE_IFLNK) return "a link, not followed";
    if (type != AE_IFREG && type != 0) return "not a regular file";
    if (archive_entry_is_encrypted(entry) != 0) return "encrypted";
    return {};
  }
};

namespace {

class MemberSource : public ByteSource {
 public:
  MemberSource(archive* handle, std::shared_ptr<Meter> meter, bool metered,
               std::function<void(bool)> fail_with)
      : handle_(handle),
        meter_(std::move(meter)),
        metered_(metered),
        fail_with_(std::move(fail_with)) {}

  // Holes are not filled: a tar of a few bytes may claim terabytes of them.
  std::size_t read(char* to, std::size_t size) override {
    while (left_ == 0) {
      std::size_t got = 0;
      la_int64_t offset = 0;
      const void* block = nullptr;
      const int code = archive_read_data_block(handle_, &block, &got, &offset);
      if (code == ARCHIVE_EOF) return 0;
      if (code < ARCHIVE_WARN) fail_with_(code == ARCHIVE_FATAL);
      if (metered_) meter_->give(got);
      block_ = static_cast<const char*>(block);
      left_ = got;
    }
    const std::size_t part = std::min(size, left_);
    std::copy_n(block_, part, to);
    block_ += part;
    left_ -= part;
    return part;
  }

 private:
  archive* handle_;
  std::shared_ptr<Meter> meter_;
  bool metered_;
  std::function<void(bool)> fail_with_;
  const char* block_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace

bool is_archive(std::string_view head) {
  return is_zip(head) || is_tar(head);
}

Archive::Archive(Input& input, std::string path) : impl_(std::make_unique<Impl>(input)) {
  if (impl_->handle == nullptr) fail("out of memory");
  impl_->open(path);
}

Archive::~Archive() = default;

bool Archive::next(Member& member) {
  for (;;) {
    if (impl_->meter->exceeded()) impl_->meter->give(0);
    const int code = archive_read_next_header(impl_->handle, &impl_->entry);
    if (code == ARCHIVE_EOF) return false;
    if (code < ARCHIVE_WARN) impl_->complain();
    if (++impl_->members > max_members) {
      fail(fmt::format("more than {} files in it, the rest given up", max_members));
    }
    if (archive_entry_filetype(impl_->entry) == AE_IFDIR) continue;
    member.name = name_of(impl_->entry, impl_->members);
    if (is_hidden(member.name)) continue;
    member.number = impl_->members;
    member.refused = impl_->refusal();
    return true;
  }
}

std::unique_ptr<ByteSource> Archive::bytes() {
  Impl& impl = *impl_;
  return std::make_unique<MemberSource>(impl.handle, impl.meter, impl.zip,
                                        [&impl](bool fatal) {
                                          impl.broken = impl.broken || fatal;
                                          fail(impl.reason());
                                        });
}

bool Archive::is_broken() const {
  return impl_->broken || impl_->meter->exceeded();
}

}  // namespace broadsheet
