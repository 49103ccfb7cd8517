// Packed bytes made in a test: compressed streams, tars and zips.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// One file of an archive; `link`: a link to that, instead of a file.
struct Packed {
  std::string name;
  std::string bytes;
  std::string link = {};
};

inline std::string written_by(archive* handle, const std::vector<Packed>& files) {
  std::string out(32u << 20, '\0');
  std::size_t used = 0;
  archive_write_set_bytes_in_last_block(handle, 1);
  archive_write_open_memory(handle, out.data(), out.size(), &used);
  for (const Packed& file : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, file.name.c_str());
    archive_entry_set_filetype(entry, file.link.empty() ? AE_IFREG : AE_IFLNK);
    if (!file.link.empty()) archive_entry_set_symlink(entry, file.link.c_str());
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(file.bytes.size()));
    archive_write_header(handle, entry);
    if (!file.bytes.empty())
      archive_write_data(handle, file.bytes.data(), file.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(handle);
  archive_write_free(handle);
  out.resize(used);
  return out;
}

inline std::string tar_of(const std::vector<Packed>& files) {
  archive* handle = archive_write_new();
  archive_write_set_format_ustar(handle);
  return written_by(handle, files);
}

inline std::string zip_of(const std::vector<Packed>& files,
                          const std::string& password = "") {
  archive* handle = archive_write_new();
  archive_write_set_format_zip(handle);
  if (!password.empty()) {
    archive_write_set_options(handle, "zip:encryption=traditional");
    archive_write_set_passphrase(handle, password.c_str());
  }
  return written_by(handle, files);
}

// By "gzip", "xz", "bzip2" or "zstd".
inline std::string packed_by(const std::string& filter, std::string_view bytes) {
  archive* handle = archive_write_new();
  archive_write_add_filter_by_name(handle, filter.c_str());
  archive_write_set_format_raw(handle);
  return written_by(handle, {{"raw", std::string(bytes)}});
}

}  // namespace broadsheet
