#include "searcher/figure_words.h"

#include <algorithm>
#include <cmath>

#include "article/words.h"
#include "schema/fields.h"
#include "searcher/ranking.h"

namespace broadsheet {
namespace {

// What a place tells. Chosen by eye on news pages, not measured.
constexpr double in_counts = 1.0;
constexpr double in_subject = 0.75;
constexpr double in_sentence_alone = 0.5;
constexpr double in_headline_alone = 0.3;
// Of a figure that none of the words is said to be about, though they stand beside it:
// "raised more than $1 million for victims of the wildfires" for "wildfire deaths".
constexpr double of_bystanders = 0.6;
// "one insider", "one of the reasons": hardly ever what is looked for.
constexpr double of_single_things = 0.4;

bool has_stem(const std::string& text, const std::string& stem, Stemmer& stemmer) {
  const auto words = split_words(text);
  return std::any_of(words.begin(), words.end(),
                     [&](const Word& word) { return stemmer(word.text) == stem; });
}

bool is_single_thing(const Figure& figure) {
  return figure.dimension == "count" && figure.low == figure.high && figure.low &&
         *figure.low == Amount{1, 0};
}

}  // namespace

FigureWords::FigureWords(Snapshot& snapshot, const Query& query) : snapshot_(snapshot) {
  collect(query.ranked, query);
  collect(query.filters, query);
  for (const FigureCondition& near : query.near) add(near.words, query, {});
  const double all = snapshot.articles.get_doccount();
  for (Asked& word : words_) {
    const double held = snapshot.articles.get_termfreq(term("", word.stem));
    word.rarity = std::log(1 + all / (0.5 + held));
    rarities_ += word.rarity;
  }
}

void FigureWords::collect(const std::vector<Clause>& clauses, const Query& query) {
  for (const Clause& clause : clauses) {
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase:
        add(clause.words, query, clause.span);
        break;
      case Clause::Kind::field:
        if (clause.field->prefix != prefix::author) add(clause.words, query, clause.span);
        break;
      case Clause::Kind::figure:
        add(clause.figure.words, query, {});
        break;
      case Clause::Kind::near:
      case Clause::Kind::same:
      case Clause::Kind::all:
      case Clause::Kind::any:
        collect(clause.parts, query);
        break;
      case Clause::Kind::name:
      case Clause::Kind::dates:
      case Clause::Kind::none:
        break;
    }
  }
}

// A number is asked for by its value, not as a word.
void FigureWords::add(const std::vector<std::string>& words, const Query& query,
                      Span span) {
  const bool number = span.length() > 0 &&
                      std::any_of(query.figures.begin(), query.figures.end(),
                                  [&](const Figure& f) { return f.span.overlaps(span); });
  if (number) return;
  for (const std::string& word : words) {
    if (words_.size() >= ranking::max_words || is_stop_word(word)) continue;
    const std::string& stem = snapshot_.stem(word);
    const bool known = std::any_of(words_.begin(), words_.end(),
                                   [&](const Asked& one) { return one.stem == stem; });
    if (!known) words_.push_back({.stem = stem, .mark = mark_of(stem)});
  }
}

void FigureWords::at_story(const Said& headline) {
  for (Asked& word : words_) word.in_headline = headline.has(word.mark);
}

void FigureWords::at_sentence(const Said& sentence) {
  for (Asked& word : words_) word.in_sentence = sentence.has(word.mark);
}

double FigureWords::fit(const Figure& figure) {
  if (words_.empty()) return 0;
  const std::string counted = figure.unit + " " + figure.counts.value_or("");
  double got = 0;
  bool counts = false;
  bool named = false;
  for (const Asked& word : words_) {
    double told = 0;
    if (word.in_headline) told = in_headline_alone;
    if (word.in_sentence) told = in_sentence_alone;
    if (figure.of && has_stem(*figure.of, word.stem, snapshot_.stem)) {
      told = in_subject;
      named = true;
    }
    if (has_stem(counted, word.stem, snapshot_.stem)) {
      told = in_counts;
      counts = true;
    }
    got += word.rarity * told;
  }
  const bool idle = !counts && is_single_thing(figure);
  const double kept =
      (idle ? of_single_things : 1) * (counts || named ? 1 : of_bystanders);
  return got / rarities_ * kept;
}

}  // namespace broadsheet
