// What stands around a figure in its story, as far as claims are compared by it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "schema/terms.h"
#include "searcher/figure_mentions.h"

namespace broadsheet {

// The views and the pointer are into the story, which must outlive them.
struct ClaimContext {
  std::string_view title;
  std::string_view text;
  std::string_view sentence;
  Span figure;                                   // in the sentence
  const std::vector<Figure>* figures = nullptr;  // all of the story
};

using ContextOf = std::function<ClaimContext(const Mention&)>;

// Of the figure at `place`; empty views when there is none.
ClaimContext claim_context(const Article& article, std::size_t place);

// What was done to whom is counted: people killed and people hurt are two things, and so
// are what a firm takes in and what it spends. The name of the deed that stands nearest
// to the figure, in its own clause first; empty: none that is known.
std::string_view deed_of(std::string_view sentence, Span figure, Stemmer& stem);

// Names in a sentence, by their capitals, at most eight. Its first word is none, nor are
// days, titles of people and agencies, nor the words of a headline that has nothing but
// capitals.
std::vector<std::string_view> names_in(std::string_view sentence);

// The name nearest to the figure within its clause: "12 deaths in [Lee] County"; empty:
// none is near.
std::string_view name_beside(std::string_view sentence, Span figure);

// Whether the name stands in the text as a word of its own, by capitals too.
bool holds_name(std::string_view text, std::string_view name);

}  // namespace broadsheet
