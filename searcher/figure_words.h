// The words of a query as they are held against figures: what counts, of whom, what is
// said beside it.
#pragma once

#include <string>
#include <vector>

#include "article/figure.h"
#include "schema/said.h"
#include "searcher/query.h"
#include "searcher/snapshot.h"

namespace broadsheet {

class FigureWords {
 public:
  FigureWords(Snapshot& snapshot, const Query& query);

  bool empty() const { return words_.empty(); }

  // The headline over the sentences that follow.
  void at_story(const Said& headline);

  // The sentence whose figures are held against the words from here on.
  void at_sentence(const Said& sentence);

  // How well a figure of the sentence answers, 0..1: a word in what is counted tells more
  // than one in its subject, that more than one in the sentence or the headline.
  double fit(const Figure& figure);

 private:
  struct Asked {
    std::string stem;
    WordMark mark = 0;
    double rarity = 0;
    bool in_headline = false;
    bool in_sentence = false;
  };

  void collect(const std::vector<Clause>& clauses, const Query& query);
  void add(const std::vector<std::string>& words, const Query& query, Span span);

  Snapshot& snapshot_;
  std::vector<Asked> words_;
  double rarities_ = 0;
};

}  // namespace broadsheet
