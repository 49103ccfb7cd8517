// Every constant of the ranking, with the measurement that chose it where there is one
// (nDCG@10 on the development halves of the judged collections, one configuration for
// all).
#pragma once

#include <cstddef>

namespace broadsheet::ranking {

// IneB2's c: how far a long story is held to say a word no more often than a short one.
// It is this much, and as much more as `short_stories` words are to the average story,
// for the lengths of short ones differ by their form. 1.2 alone .290 on npl, whose
// stories have 40 words, and multihop-titles .828; so .304 and .835, the long ones as
// they were.
inline constexpr double length_reach = 1.2;
inline constexpr double short_stories = 60;

// A word in the title counts this much beside the same word in the text: rtqa 0.15 .717,
// 0.3 .721, 0.4 .705; cranfield .495 .498 .496 (MAP).
inline constexpr double title_weight = 0.3;

// A quoted part that ranks, beside its words. Not measured.
inline constexpr double phrase_weight = 1.0;

// A figure of the query met by value in the story. Not measured.
inline constexpr double value_weight = 1.0;

// A story whose figure meets the one in the query, with all its words at that figure,
// gains this many times the best score. nDCG@10 of figures-synthetic, figures-earnings
// and rtqa (without: .677): 1 .946 .918 .682, 1.5 .944 .923 .677, 2 .945 .916 .677.
inline constexpr double figure_gain = 1;
// So much more where the question compares ("above 30 billion"), which says that it is
// after a figure. nDCG@10 of figures-synthetic and figures-earnings: 1 .951 .937,
// 1.5 .951 .946, 2.5 .950 .948; rtqa, whose questions name figures as one clue of many,
// .725 with 1 and .719 with 1.5 for all.
inline constexpr double figure_compared = 1.5;
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

// The second stage: the best hits by their words, in the order of where those stand. Each
// gains these shares of the best score: for pairs of neighbours in the query that are
// neighbours in title or lead, for the words of the best window there, and of the best
// window anywhere. Depth 50 .715, 100 .719 and 400 .719 on rtqa.
inline constexpr std::size_t rerank_depth = 100;
inline constexpr double lead_pair_gain = 0.35;
inline constexpr double lead_window_gain = 0.25;
inline constexpr double window_gain = 0.1;
inline constexpr unsigned window_words = 30;
// Bounds of its cost.
inline constexpr std::size_t place_words = 24;
inline constexpr std::size_t places_of_a_word = 200;

// Words of the best hits are asked for beside the query's own where these are short: all
// of the gain up to `expansion_length` words on average, nothing from twice that on.
inline constexpr std::size_t expansion_hits = 8;
inline constexpr std::size_t expansion_words = 30;
inline constexpr double expansion_gain = 0.5;
inline constexpr double expansion_length = 200;
inline constexpr std::size_t expansion_collection = 100;  // stories that make statistics
// Words that more stories have than this tell nothing, or cost too much.
inline constexpr double expansion_share = 0.25;
inline constexpr std::size_t expansion_stories = 20'000;

// Words of a query that are looked up; the rest of a very long one is left out.
inline constexpr std::size_t max_words = 128;

// Recency: a story of the day gains this share of the best score, one so many days old
// half of it, one of twice that age a fifth; over the best `recency_depth` hits. One
// dated after "now" loses half of it a day. rtqa with the day of the quiz, odd and even
// queries: gain 0.5, halved every 14 days either way .818 .815, so into the future alone
// .826 .837; in this form with 7 days .832 .849, 10 days .835 .841, 14 days .833 .841;
// with 8 days 0.5 .832 .852, 0.7 .839 .849, 0.8 .839 .840.
inline constexpr double recency_gain = 0.7;
inline constexpr double recency_half_life_days = 8;
inline constexpr double future_half_life_days = 1;
inline constexpr std::size_t recency_depth = 1000;

// Where a word is said with different diacritics, this share of its weight is for stories
// that have it as it was typed. Of the first 20 of rtqa, "café" stands in 12 with 0.3 and
// in 15 with 0.6, "são" in 12 and 17; questions rank alike.
inline constexpr double as_typed_share = 0.6;

// What a question says of outlet and day of a report, as shares of the best score.
// nDCG@10 on multihop-titles, .840 without: outlet 0.1 .877, 0.2 .881, 0.3 .886, 0.4
// .885; days 0.1 .879, 0.3 .883, 0.5 .884.
inline constexpr double liked_outlet_gain = 0.3;
inline constexpr double liked_days_gain = 0.3;
// Of several sources the best story of each by the words that it is named for. The same:
// 0 .888, 0.15 .896, 0.3 .897, 0.5 .899.
inline constexpr double named_source_gain = 0.4;
inline constexpr double named_source_other_day = 0.5;

}  // namespace broadsheet::ranking
