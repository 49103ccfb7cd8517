// The words of a query as they are held against figures: what counts, of whom, what is
// said beside it.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "article/figure.h"
#include "searcher/query.h"
#include "searcher/snapshot.h"

namespace broadsheet {

class FigureWords {
 public:
  FigureWords(Snapshot& snapshot, const Query& query);

  bool empty() const { return words_.empty(); }

  // The words in a sentence or in its headline, ranked; must not be empty().
  Xapian::Query sentences() const;

  // Where each word stands in these sentences, which must be in the order of their ids.
  void look_up(const std::vector<Xapian::docid>& sentences);

  // Whether the i-th of them has all of these words, as terms or in what is counted.
  bool holds(const std::vector<std::string>& words, const std::vector<Figure>& figures,
             std::size_t i);

  // How well a figure of the i-th of them answers, 0..1: a word in what is counted tells
  // more than one in its subject, that more than one in the sentence or the headline.
  double fit(const Figure& figure, std::size_t i);

 private:
  struct Asked {
    std::string stem;
    double rarity = 0;
    std::vector<bool> in_sentence;
    std::vector<bool> in_headline;
  };

  void collect(const std::vector<Clause>& clauses, const Query& query);
  void add(const std::vector<std::string>& words, const Query& query, Span span);
  std::vector<bool> holders(const std::string& term,
                            const std::vector<Xapian::docid>& sentences) const;

  Snapshot& snapshot_;
  std::vector<Asked> words_;
  double rarities_ = 0;
};

}  // namespace broadsheet
