// How well the best figure of one sentence answers a condition of the query.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "article/figure.h"
#include "schema/terms.h"
#include "searcher/query.h"

namespace broadsheet {

// A word that ranks beside the query's figures.
struct AskedWord {
  std::string stem;
  double rarity = 0;
};

// How well a figure answers by value and unit alone, 0..1.
double figure_closeness(const Figure& figure, const FigureCondition& asked,
                        Stemmer& stem);

// Which of the words asked for the figure's record holds: what it counts, of whom.
std::vector<bool> named_words(const Figure& figure, const std::vector<AskedWord>& asked,
                              Stemmer& stem);

// A sentence as it is printed, with all of its figures in order.
struct FigureSentence {
  std::string_view text;
  std::size_t start = 0;  // in the text that the figures' spans point into
  const std::vector<Figure>* figures = nullptr;
};

// The best of its figures, 0..1: by value and unit, and by the words of the query that
// stand at it. `title` holds the stems of the story's title. O(words + figures * asked).
double weigh_sentence(const FigureSentence& sentence, const FigureCondition& condition,
                      const std::vector<AskedWord>& asked,
                      const std::set<std::string>& title, Stemmer& stem);

}  // namespace broadsheet
