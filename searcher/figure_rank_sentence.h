// How well the best figure of one sentence answers a condition of the query.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "searcher/query.h"
#include "searcher/story_figures.h"

namespace broadsheet {

// A word that ranks beside the query's figures.
struct RatedWord {
  std::string stem;
  double rarity = 0;
};

// How well a figure answers by value and unit alone, 0..1.
double figure_closeness(const Figure& figure, const FigureCondition& asked,
                        Stemmer& stem);

// Which of the words asked for the figure's record holds: what it counts, of whom.
std::vector<bool> named_words(const Figure& figure, const std::vector<RatedWord>& asked,
                              Stemmer& stem);

// The best of its figures, 0..1: by value and unit, and by the words of the query that
// stand at it. `title` holds the stems of the story's title. O(words + figures * asked).
double weigh_sentence(const FigureSentence& sentence, const FigureCondition& condition,
                      const std::vector<RatedWord>& asked,
                      const std::set<std::string>& title, Stemmer& stem);

}  // namespace broadsheet
