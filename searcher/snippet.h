// Finding the words of a query in a text, and the passage that shows them best.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "article/article.h"
#include "schema/terms.h"
#include "searcher/query.h"
#include "searcher/results.h"
#include "searcher/word_terms.h"

namespace broadsheet {

// The words that are to be marked, by their stems in the language of a text.
class Marker {
 public:
  Marker(const Query& query, Stemmer& stem);

  struct Mark {
    Span span;
    std::size_t word = 0;  // which of the query's words
  };
  // In order. One pass over the text; words that begin otherwise are not even stemmed.
  std::vector<Mark> marks(std::string_view text,
                          const std::optional<std::string>& language) const;
  // How many different words of the query the text has.
  std::size_t distinct(std::string_view text,
                       const std::optional<std::string>& language) const;
  bool empty() const { return words_.empty(); }

 private:
  using Places = std::unordered_map<std::string, std::size_t>;
  const Places& stems_in(Stemming stemming) const;
  void mark(std::vector<Mark>& found, const Stems& stems, Span span,
            Stemming stemming) const;

  std::vector<AskedWord> words_;
  std::set<std::string, std::less<>> starts_;  // their first two letters
  mutable std::map<Stemming, Places> stems_;   // of the words, as far as they were needed
  Stemmer& stem_;
};

// The best passage of about 280 bytes: whole sentences around the closest gathering of
// the query's different words and of the figures it asks for (`asked`, places in the text
// in order), cut with an ellipsis only where a sentence is too long. The opening of the
// text when nothing of the query is in it.
Snippet make_snippet(const Article& article, const Marker& marker,
                     const std::vector<Span>& asked);

}  // namespace broadsheet
