// What an index speaks of, to suggest and to complete from: its words and names with the
// number of stories that have each. Read from its terms when first asked for, words by
// their first byte, so that one word costs a small part of the whole; kept in memory as
// long as the revision is the newest.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/lexicon.h"
#include "searcher/snapshot.h"

namespace broadsheet {

enum class NameKind { outlet, credited, cited, author, language, thing };
inline constexpr std::size_t name_kinds = 6;

// Names by the words in them: an entry for what follows each beginning of a word.
struct Names {
  struct Name {
    std::string key;    // folded
    std::string shown;  // as most stories have it
    std::uint32_t stories = 0;
  };
  std::vector<Name> names;
  Lexicon entries;  // tags are places in `names`
};

// Words that begin with the same byte, folded.
struct Words {
  Lexicon entries;
  std::vector<std::string> forms;  // with diacritics; a tag is a place here and one more

  // As it is said in most stories.
  std::string_view shown(std::size_t i) const {
    return entries.tag(i) > 0 ? std::string_view(forms[entries.tag(i) - 1])
                              : entries.word(i);
  }
};

// Safe to use from several threads; each gives its own snapshot.
class Lexicons {
 public:
  const Words& words(Snapshot& snapshot, char first);
  const Names& names(Snapshot& snapshot, NameKind kind);

  // Months and years in which stories were published or, with `mentioned`, of which they
  // speak: "2026-04", "2026".
  const Lexicon& dates(Snapshot& snapshot, bool mentioned);

  std::size_t bytes() const;

 private:
  mutable std::mutex mutex_;
  std::map<char, Words> words_;
  std::array<std::unique_ptr<Names>, name_kinds> names_;
  std::array<std::unique_ptr<Lexicon>, 2> dates_;
};

// Keeps the lexicons of the newest revision it was asked for.
class LexiconCache {
 public:
  std::shared_ptr<Lexicons> of(const Snapshot& snapshot);

 private:
  std::mutex mutex_;
  std::string signature_;
  std::shared_ptr<Lexicons> lexicons_;
};

}  // namespace broadsheet
