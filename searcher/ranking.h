// Every constant of the ranking, with the measurement that chose it where there is one
// (nDCG@10 on the development halves of the judged collections, one configuration for
// all).
#pragma once

#include <cstddef>

namespace broadsheet::ranking {

// BM25. Xapian's own defaults (k1 1, b .5, min_normlen .5) gave .565 on news pages, these
// .616, and they were ahead on five of six collections.
inline constexpr double bm25_k1 = 1.2;
inline constexpr double bm25_k2 = 0;
// In effect linear in how often the question says a word: cisi, whose questions are
// paragraphs, .352 with k3 = 1 and .404 so; rtqa .674 and cranfield .56 either way, med
// .649 after .666.
inline constexpr double bm25_k3 = 1000;
inline constexpr double bm25_b = 0.75;
inline constexpr double bm25_min_normlen = 0;

// A word in the title counts this much beside the same word in the text: without,
// cranfield fell from .560 to .546 and cisi by .001.
inline constexpr double title_weight = 0.3;

// A quoted part that ranks, beside its words. Not measured.
inline constexpr double phrase_weight = 1.0;

// A figure of the query met by value in the story. Not measured.
inline constexpr double value_weight = 1.0;

// A story whose figure meets the one in the query, with all its words at that figure,
// gains this many times the best score. nDCG@10 of figures-synthetic, figures-earnings
// and rtqa (without: .677): 1 .946 .918 .682, 1.5 .944 .923 .677, 2 .945 .916 .677.
inline constexpr double figure_gain = 1;
// A story that surely meets the conditions a query filters by, before those that possibly
// do: more than all other gains together.
inline constexpr double figure_sure_gain = 4;
// What a figure that answers less well keeps of that. Not measured.
inline constexpr double figure_possible = 0.4;   // "more than 5,000" for "above 6,000"
inline constexpr double figure_about = 0.95;     // "about 600" for "600"
inline constexpr double figure_converted = 0.8;  // tonnes for kilograms
// A number without a unit; with 0.2 above: 0.9 .957 .904, 1 .952 .917.
inline constexpr double figure_bare = 0.98;
inline constexpr double figure_other = 0.3;           // another thing that is counted
inline constexpr double figure_earlier_period = 0.3;  // "vs 15.8 mln"
inline constexpr double figure_wrong_sign = 0.3;      // a loss, where none was asked for
// Of words at it that were not asked for. nDCG@10 on figures-synthetic and
// figures-earnings: 0 .959 .855, 0.2 .957 .904, 0.3 .952 .912, 0.4 .948 .916.
inline constexpr double figure_label_share = 0.2;
inline constexpr double figure_rival = 0.3;  // words that stand nearer to another
inline constexpr double figure_rival_margin = 1.01;
inline constexpr double figure_word_after = 0.95;
inline constexpr std::size_t figure_words_after = 3;
inline constexpr double figure_word_in_title = 0.3;
inline constexpr double figure_word_elsewhere = 0.5;  // in the sentence, at another one
// A word that another figure's record names: figures-synthetic .943 as others, .946 so.
inline constexpr double figure_word_anothers = 0.5;
// A question whose words are rarer than this together gains less from its figure: rtqa
// .672 without, .675 so; figures-synthetic .943 either way.
inline constexpr double figure_words_full = 20;
inline constexpr double figure_word_reach = 5;  // words, for half the closeness
// The rarest words of the query by which stories are looked up for a condition: 14, 8
// and 6 rank all collections alike, and 6 takes a fifth less time over rtqa than 14.
inline constexpr std::size_t figure_words = 6;
// Stories that are read for a query of up to three words, as many with the unit as
// without; fewer for a longer one. nDCG@10 on figures-earnings, whose words are in every
// story: 150 .835, 250 .876, 500 .919; the other collections do not care.
inline constexpr std::size_t figure_stories = 500;
// Those with less than this share of the best one's words are left out. Not measured.
inline constexpr double figure_story_share = 0.5;
// Sentences of which the text is looked at, those that promise most by their records:
// figures-earnings 60 .917, 100 .919, 200 .918; the others alike.
inline constexpr std::size_t figure_depth = 100;

// Words of a query that are looked up; the rest of a very long one is left out.
inline constexpr std::size_t max_words = 128;

// Recency: a story of the day gains this share of the best score, halved every so many
// days of distance from "now"; over the best `recency_depth` hits. With the day of the
// quiz rtqa goes from .674 to .802; no other values were tried.
inline constexpr double recency_gain = 0.5;
inline constexpr double recency_half_life_days = 14;
inline constexpr std::size_t recency_depth = 1000;

}  // namespace broadsheet::ranking
