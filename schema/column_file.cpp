// The file, in words of eight bytes as this machine has them: magic, hash of what
// follows, number of parts, the end of each part, the parts. Part 0 are the clusters,
// after it come the facets; a facet without names of its own has an empty part.
#include "schema/column_file.h"

#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "schema/facet_names.h"
#include "schema/fields.h"
#include "schema/manifest.h"

namespace broadsheet {
namespace {

using Words = std::vector<std::uint64_t>;

// Changes with the layout, and with the version of what the names are read from.
constexpr std::uint64_t magic = 0x424442434f4c0100U + schema_version;
constexpr std::size_t header = 3;

std::string path_in(const std::string& folder) {
  return folder + "/columns";
}

std::uint64_t hash_of(std::span<const std::uint64_t> words) {
  return XXH3_64bits(words.data(), words.size_bytes());
}

// Half words, filled up.
Words whole_words(std::span<const std::uint32_t> halves) {
  Words words((halves.size() + 1) / 2, 0);
  std::memcpy(words.data(), halves.data(), halves.size_bytes());
  return words;
}

// The half words and, before them, how many they are.
Words names_part(const Xapian::Database& segment, const FacetField& field) {
  const NameColumn column(segment, field.prefix);
  Words part{column.words().size()};
  const Words words = whole_words(column.words());
  part.insert(part.end(), words.begin(), words.end());
  return part;
}

}  // namespace

std::vector<std::uint64_t> cluster_hashes(const Xapian::Database& segment) {
  std::vector<std::uint64_t> hashes(segment.get_lastdocid() + 1, 0);
  const auto end = segment.valuestream_end(slot_cluster);
  for (auto it = segment.valuestream_begin(slot_cluster); it != end; ++it) {
    const std::string cluster = *it;
    hashes[it.get_docid()] = XXH3_64bits(cluster.data(), cluster.size()) | 1U;
  }
  return hashes;
}

void write_columns(const std::string& folder) {
  const Xapian::Database segment(folder + "/articles");
  std::vector<Words> parts{cluster_hashes(segment)};
  for (const FacetField& field : facet_fields()) {
    const bool named = field.kind != FacetKind::cluster;
    parts.push_back(named ? names_part(segment, field) : Words());
  }
  Words file{magic, 0, parts.size()};
  std::uint64_t end = header + parts.size();
  for (const Words& part : parts) file.push_back(end += part.size());
  for (const Words& part : parts) file.insert(file.end(), part.begin(), part.end());
  file[1] = hash_of(std::span(file).subspan(2));
  write_synced(path_in(folder), {reinterpret_cast<const char*>(file.data()),
                                 file.size() * sizeof(std::uint64_t)});
}

std::shared_ptr<const ColumnFile> ColumnFile::open(const std::string& folder) {
  const int file = ::open(path_in(folder).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  struct stat info {};
  const bool sized = ::fstat(file, &info) == 0 && info.st_size > 0 &&
                     info.st_size % static_cast<off_t>(sizeof(std::uint64_t)) == 0;
  const auto bytes = sized ? static_cast<std::size_t>(info.st_size) : 0;
  void* mapped =
      sized ? ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  ::close(file);
  if (mapped == MAP_FAILED) return nullptr;
  const std::shared_ptr<const ColumnFile> columns(new ColumnFile(
      {static_cast<const std::uint64_t*>(mapped), bytes / sizeof(std::uint64_t)}));
  return columns->sound() ? columns : nullptr;
}

ColumnFile::~ColumnFile() {
  ::munmap(const_cast<std::uint64_t*>(words_.data()), words_.size_bytes());
}

bool ColumnFile::sound() const {
  const std::size_t parts = facet_fields().size() + 1;
  if (words_.size() < header + parts || words_[0] != magic || words_[2] != parts)
    return false;
  std::uint64_t before = header + parts;
  for (std::size_t i = 0; i < parts; ++i) {
    if (words_[header + i] < before || words_[header + i] > words_.size()) return false;
    before = words_[header + i];
  }
  return before == words_.size() && words_[1] == hash_of(words_.subspan(2));
}

std::span<const std::uint64_t> ColumnFile::part(std::size_t number) const {
  const std::size_t parts = facet_fields().size() + 1;
  const std::size_t from = number == 0
                               ? header + parts
                               : static_cast<std::size_t>(words_[header + number - 1]);
  return words_.subspan(from, words_[header + number] - from);
}

std::optional<NameColumn> ColumnFile::names(std::size_t facet) const {
  const auto words = part(facet + 1);
  if (words.empty() || words[0] > 2 * (words.size() - 1)) return std::nullopt;
  const auto* halves = reinterpret_cast<const std::uint32_t*>(words.data() + 1);
  return NameColumn::from({halves, static_cast<std::size_t>(words[0])},
                          shared_from_this());
}

std::span<const std::uint64_t> ColumnFile::clusters() const {
  return part(0);
}

bool columns_are_sound(const std::string& folder) {
  return ColumnFile::open(folder) != nullptr;
}

}  // namespace broadsheet
