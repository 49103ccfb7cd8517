// Where in a story the words of a query stand: side by side as in the query, close
// together, at the beginning. Read from the positions in the index, so the story itself
// is not unpacked.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/query.h"
#include "searcher/snapshot.h"
#include "searcher/word_terms.h"

namespace broadsheet {

class WordPlaces {
 public:
  // Of the words that rank.
  WordPlaces(Snapshot& snapshot, const Query& query);
  // Of folded words, in any language.
  WordPlaces(Snapshot& snapshot, const std::vector<std::string>& words);

  // 0 up to the sum of the gains in searcher/ranking.h. Its cost is bounded: the rarest
  // words only, and each at its first places.
  double gain(Xapian::docid document) const;

  // Of all the words that are looked for together.
  double rarity() const { return all_words_; }
  // How often the query says the word it says most.
  unsigned most_times() const { return most_times_; }

 private:
  struct Asked {
    std::string stem;                // the English one: what tells words apart
    std::vector<std::string> terms;  // where it stands, in any language
    double rarity = 0;
    double weight = 0;  // rarity, times how often it is asked for
  };
  struct Place {
    Xapian::termpos at = 0;
    std::size_t word = 0;
  };

  void take(Snapshot& snapshot, const std::vector<AskedWord>& words);
  void add_word(const AskedWord& word, const std::string& stem, unsigned times,
                WordTerms& terms);
  void keep_the_rarest();
  void add_pairs(const std::vector<std::string>& stems);
  std::vector<Place> places(Xapian::docid document) const;
  Xapian::termpos end_of_lead(Xapian::docid document) const;
  double window(const std::vector<Place>& places, Xapian::termpos end) const;
  double paired(const std::vector<Place>& places, Xapian::termpos end) const;

  const Xapian::Database& articles_;
  std::vector<Asked> words_;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;  // neighbours in the query
  double all_words_ = 0;                                    // weight of all
  double all_pairs_ = 0;
  unsigned most_times_ = 1;
};

}  // namespace broadsheet
