// Finding the words of a query in a text, and the passage that shows them best.
#pragma once

#include <bitset>
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
  // In order. One pass over the text; what begins otherwise is not even taken for words.
  std::vector<Mark> marks(std::string_view text,
                          const std::optional<std::string>& language) const;
  // How many different words of the query the text has.
  std::size_t distinct(std::string_view text,
                       const std::optional<std::string>& language) const;
  bool empty() const { return words_.empty(); }

 private:
  using Places = std::unordered_map<std::string, std::size_t>;
  const Places& stems_in(Stemming stemming) const;
  void add_start(const std::string& word);
  bool may_have_word(std::string_view chunk) const;
  void add_marks(std::string_view text, Span chunk, const StoryStemming& stemmings,
                 std::vector<Mark>& found) const;
  void mark(std::vector<Mark>& found, const Stems& stems, Span span,
            Stemming stemming) const;

  std::vector<AskedWord> words_;
  std::set<std::string, std::less<>> starts_;  // their first two letters
  std::bitset<128> first_letters_;             // the same in ASCII
  std::bitset<128 * 128> two_letters_;
  mutable std::map<Stemming, Places> stems_;  // of the words, as far as they were needed
  Stemmer& stem_;
};

// About 280 bytes of whole sentences, best first: those around the closest gathering of
// the query's different words and of the figures it asks for (`asked`, places in the text
// in order), then, if there is room, a sentence with words that are still missing. Cut
// with an ellipsis only where a sentence is too long. The opening of the text when
// nothing of the query is in it.
Snippet make_snippet(const Article& article, const Marker& marker,
                     const std::vector<Span>& asked);

}  // namespace broadsheet
