// Through libarchive, which checks sizes and checksums. The number of members looked at
// is bounded; what they unpack to is bounded by the caller.
#include "indexer/readers/archive_member.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace broadsheet {

namespace {

constexpr int max_members = 5000;

std::optional<std::string> read_data(archive* zip, std::size_t limit) {
  std::string data;
  char buffer[1 << 16];
  for (;;) {
    const la_ssize_t got = archive_read_data(zip, buffer, sizeof buffer);
    if (got == 0) return data;
    if (got < 0 || data.size() + static_cast<std::size_t>(got) > limit)
      return std::nullopt;
    data.append(buffer, static_cast<std::size_t>(got));
  }
}

}  // namespace

std::optional<std::string> zip_member(std::string_view zip, std::string_view name,
                                      std::size_t limit) {
  const std::unique_ptr<archive, int (*)(archive*)> reader(archive_read_new(),
                                                           archive_read_free);
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_memory(reader.get(), zip.data(), zip.size()) != ARCHIVE_OK) {
    return std::nullopt;
  }
  archive_entry* entry = nullptr;
  for (int i = 0; i < max_members; ++i) {
    if (archive_read_next_header(reader.get(), &entry) < ARCHIVE_WARN)
      return std::nullopt;
    const char* path = archive_entry_pathname(entry);
    if (path != nullptr && name == path) return read_data(reader.get(), limit);
  }
  return std::nullopt;
}

}  // namespace broadsheet
