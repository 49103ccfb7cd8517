// The searcher's face: an open index that answers queries. Safe to call from several
// threads; sees a new revision of the index at the next call without being reopened.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/completions.h"
#include "searcher/results.h"

namespace broadsheet {

class Searcher {
 public:
  // Throws Error: not_found (no index there), wrong_version, damaged.
  explicit Searcher(std::string directory);
  ~Searcher();

  // The query never fails: odd parts become remarks. Throws Error only when the index
  // has gone or is damaged. O(postings of the query's terms).
  Results search(const SearchRequest& request) const;

  // One row per distinct claim in the matching stories; limit and offset count rows.
  FigureResults figures(const SearchRequest& request) const;

  // The story with this id, the words of `query` marked; nothing when it is not there.
  std::optional<ArticleView> article(std::string_view id,
                                     std::string_view query = {}) const;

  // Stories like the one with this id, of which a beginning will do, without its
  // near-copies; nothing when it is not there. Of the request limit, offset, group,
  // snippets and deadline count. Throws Error (usage) when several ids begin so.
  std::optional<Results> similar(std::string_view id, const SearchRequest& request) const;

  // What the query may go on with at the cursor, which stands behind `at` bytes of it.
  Completions complete(std::string_view query, std::size_t at, std::size_t limit) const;

  IndexInfo info() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Reads everything back and says what is wrong, a line each; empty: sound. Throws Error
// (not_found) when there is no index.
std::vector<std::string> check_index(const std::string& directory);

}  // namespace broadsheet
