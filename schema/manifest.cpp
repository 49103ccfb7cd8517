#include "schema/manifest.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "article/error.h"
#include "schema/bytes.h"
#include "schema/codec.h"
#include "schema/fields.h"

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t side_file_limit = std::size_t{4} << 30;

[[noreturn]] void unwritable(const std::string& path) {
  throw Error(ErrorCode::unwritable,
              fmt::format("cannot write {}: {}", path, std::strerror(errno)),
              "check that the disk has room and the folder may be written to");
}

void sync_path(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) unwritable(path);
  const bool synced = ::fsync(file) == 0;
  ::close(file);
  if (!synced) unwritable(path);
}

Manifest from_json(const nlohmann::json& json) {
  Manifest manifest;
  manifest.revision = json.at("revision").get<std::uint64_t>();
  for (const auto& entry : json.at("segments")) {
    manifest.segments.push_back({.name = entry.at("name").get<std::string>(),
                                 .stories = entry.at("stories").get<std::size_t>(),
                                 .figures = entry.at("figures").get<std::size_t>()});
  }
  return manifest;
}

nlohmann::ordered_json to_json(const Manifest& manifest) {
  nlohmann::ordered_json json;
  json["version"] = schema_version;
  json["revision"] = manifest.revision;
  json["segments"] = nlohmann::ordered_json::array();
  for (const SegmentEntry& segment : manifest.segments) {
    json["segments"].push_back({{"name", segment.name},
                                {"stories", segment.stories},
                                {"figures", segment.figures}});
  }
  return json;
}

std::string manifest_path(const std::string& directory) {
  return directory + "/manifest";
}

}  // namespace

std::string Manifest::ledger_name() const {
  return fmt::format("ledger-{:06}", revision);
}
std::string Manifest::copies_name() const {
  return fmt::format("copies-{:06}", revision);
}

std::string Manifest::hand_work_name() const {
  return fmt::format("by-hand-{:06}", revision);
}

std::size_t Manifest::stories() const {
  std::size_t sum = 0;
  for (const SegmentEntry& segment : segments) sum += segment.stories;
  return sum;
}

std::string articles_path(const std::string& directory, const SegmentEntry& segment) {
  return directory + "/" + segment.name + "/articles";
}
std::string segment_name(std::uint64_t revision, std::size_t number) {
  return fmt::format("segment-{:06}-{}", revision, number);
}

bool has_manifest(const std::string& directory) {
  std::error_code error;
  return fs::is_regular_file(manifest_path(directory), error);
}

Manifest read_manifest(const std::string& directory) {
  const auto bytes = read_whole(manifest_path(directory));
  if (!bytes) {
    throw Error(
        ErrorCode::not_found, fmt::format("no index at {}", directory),
        fmt::format("make one with 'broadsheet index --db {} PATH...'", directory));
  }
  const auto json = nlohmann::json::parse(*bytes, nullptr, false);
  const auto rebuild = fmt::format(
      "move it away and make it anew with 'broadsheet index --db {} PATH...'", directory);
  if (!json.is_object() || !json.contains("version")) {
    throw Error(ErrorCode::damaged,
                fmt::format("the manifest of {} is damaged", directory), rebuild);
  }
  if (json["version"] != schema_version) {
    throw Error(ErrorCode::wrong_version,
                fmt::format("the index at {} has format {}, this program reads format {}",
                            directory, json["version"].dump(), schema_version),
                rebuild);
  }
  try {
    return from_json(json);
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorCode::damaged,
                fmt::format("the manifest of {} is damaged", directory), rebuild);
  }
}

void publish_manifest(const std::string& directory, const Manifest& manifest) {
  const std::string aside = manifest_path(directory) + ".new";
  write_synced(aside, to_json(manifest).dump(2) + "\n");
  if (::rename(aside.c_str(), manifest_path(directory).c_str()) != 0) unwritable(aside);
  sync_path(directory, O_RDONLY | O_DIRECTORY);
}

void write_synced(const std::string& path, const std::string& bytes) {
  {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.flush();
    if (!file) unwritable(path);
  }
  sync_path(path, O_RDONLY);
}

std::optional<std::string> read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(file),
                    std::istreambuf_iterator<char>()};
  if (file.bad()) return std::nullopt;
  return bytes;
}

void sync_tree(const std::string& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    sync_path(entry.path().string(),
              entry.is_directory() ? O_RDONLY | O_DIRECTORY : O_RDONLY);
  }
  sync_path(folder, O_RDONLY | O_DIRECTORY);
}

std::string encode_copies(const Copies& copies) {
  ByteWriter out;
  out.number(copies.size());
  for (const auto& [id, paths] : copies) {
    out.text(id);
    out.texts(paths);
  }
  return compress(out.take());
}

std::optional<Copies> decode_copies(std::string_view bytes) {
  const auto plain = decompress(bytes, side_file_limit);
  if (!plain) return std::nullopt;
  ByteReader in(*plain);
  Copies copies;
  for (std::size_t n = in.count(); n > 0 && in.ok(); --n) {
    std::string id = in.text();
    copies[std::move(id)] = in.texts();
  }
  if (!in.done()) return std::nullopt;
  return copies;
}

}  // namespace broadsheet
