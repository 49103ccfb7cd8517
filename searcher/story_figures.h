// The figures of one story by the sentences they stand in, as searches need them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "article/figure.h"
#include "schema/codec.h"
#include "schema/said.h"
#include "schema/terms.h"

namespace broadsheet {

// A sentence with all of its figures in order.
struct FigureSentence {
  std::string_view text;  // empty until the story's text is loaded
  std::size_t start = 0;  // in the text that the figures' spans point into
  std::span<const Figure> figures;
  std::size_t first_figure = 0;  // its place among all of the story
  Said said;                     // its words that tell
};

class StoryFigures {
 public:
  // Unpacks the figures alone: some 10 microseconds.
  // Throws Xapian::DatabaseCorruptError, as load_text does.
  explicit StoryFigures(const Xapian::Document& document);
  StoryFigures(const StoryFigures&) = delete;  // the sentences point into the story
  StoryFigures& operator=(const StoryFigures&) = delete;

  // The title and the text of the sentences; loaded once.
  void load_text();

  const std::string& title() const { return wording_.title; }
  const Said& headline() const { return headline_; }
  const std::vector<FigureSentence>& sentences() const { return sentences_; }

 private:
  std::string data_;  // packed; empty once the text is loaded
  std::string said_;  // that the sentences point into
  std::vector<Figure> figures_;
  Wording wording_;
  Said headline_;
  std::vector<FigureSentence> sentences_;
};

// Whether all of these words stand in the sentence, as such, as what its figures count,
// or under a name that says the same.
bool has_words(StoryFigures& story, const FigureSentence& sentence,
               const std::vector<std::string>& words, Stemmer& stem);

}  // namespace broadsheet
