// What the indexer remembers between runs: every file it has read, with what became of
// each of its stories, so that an unchanged file costs a stat and a changed one rewrites
// only the stories that changed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct LedgerStory {
  std::string id;
  std::uint64_t hash = 0;     // of title, text and outlet: equal for exact copies
  std::uint64_t version = 0;  // of the whole article as stored
  std::optional<std::size_t> line;
  bool copy = false;  // an exact copy of a story that is indexed under another id
  std::optional<std::string> member;  // the file inside an archive

  friend bool operator==(const LedgerStory&, const LedgerStory&) = default;
};

struct LedgerSkip {
  std::optional<std::size_t> line;
  std::string reason;
  std::optional<std::string> member = std::nullopt;  // the file inside an archive
  std::string rule = {};  // the removal by hand that keeps the story out

  friend bool operator==(const LedgerSkip&, const LedgerSkip&) = default;
};

struct LedgerFile {
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  std::vector<LedgerStory> stories;
  std::vector<LedgerSkip> skips;
  bool unreadable = false;  // nothing of it could be read; the reason is in skips

  friend bool operator==(const LedgerFile&, const LedgerFile&) = default;
};

struct Ledger {
  std::uint64_t reading = 0;  // hash of the options that decide how files are read
  std::map<std::string, LedgerFile> files;  // by path

  friend bool operator==(const Ledger&, const Ledger&) = default;
};

std::string encode_ledger(const Ledger& ledger);
std::optional<Ledger> decode_ledger(std::string_view bytes);

}  // namespace broadsheet
