#include "searcher/word_places.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "schema/terms.h"
#include "searcher/ranking.h"

namespace broadsheet {
namespace {

constexpr Xapian::termpos everywhere = std::numeric_limits<Xapian::termpos>::max();

// The words that rank, without stop words unless there are no others.
std::vector<std::string> ranked_stems(const Query& query, Stemmer& stem) {
  std::vector<std::string> telling;
  std::vector<std::string> all;
  for (const Clause& clause : query.ranked) {
    for (const std::string& word : clause.words) {
      if (all.size() >= ranking::max_words) break;
      all.push_back(stem(word));
      if (!is_stop_word(word)) telling.push_back(all.back());
    }
  }
  return telling.empty() ? all : telling;
}

double rarity_of(double stories, double with_word) {
  const double odds = (stories - with_word + 0.5) / (with_word + 0.5);
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

}  // namespace

WordPlaces::WordPlaces(Snapshot& snapshot, const Query& query)
    : articles_(snapshot.articles) {
  const auto stems = ranked_stems(query, snapshot.stem);
  add_words(snapshot, stems);
  keep_the_rarest();
  for (const AskedWord& word : words_) all_words_ += word.weight;
  add_pairs(stems);
}

void WordPlaces::add_words(Snapshot& snapshot, const std::vector<std::string>& stems) {
  std::vector<std::string> distinct(stems);
  std::sort(distinct.begin(), distinct.end());
  for (auto it = distinct.begin(); it != distinct.end();) {
    const auto next = std::upper_bound(it, distinct.end(), *it);
    const auto times = static_cast<unsigned>(next - it);
    const std::string name = term("", *it);
    it = next;
    most_times_ = std::max(most_times_, times);
    const auto stories = snapshot.articles.get_termfreq(name);
    if (stories == 0) continue;
    const double rarity = rarity_of(snapshot.articles.get_doccount(), stories);
    words_.push_back({.stem = name, .rarity = rarity, .weight = rarity * times});
  }
}

void WordPlaces::keep_the_rarest() {
  std::stable_sort(words_.begin(), words_.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  if (words_.size() > ranking::place_words) words_.resize(ranking::place_words);
}

void WordPlaces::add_pairs(const std::vector<std::string>& stems) {
  const auto place_of = [&](const std::string& stem) {
    return static_cast<std::size_t>(
        std::find_if(words_.begin(), words_.end(),
                     [&](const AskedWord& word) { return word.stem == term("", stem); }) -
        words_.begin());
  };
  for (std::size_t i = 1; i < stems.size(); ++i) {
    const std::pair pair(place_of(stems[i - 1]), place_of(stems[i]));
    if (pair.first == pair.second || std::max(pair.first, pair.second) >= words_.size())
      continue;
    if (std::find(pairs_.begin(), pairs_.end(), pair) != pairs_.end()) continue;
    pairs_.push_back(pair);
    all_pairs_ += words_[pair.first].rarity + words_[pair.second].rarity;
  }
}

std::vector<WordPlaces::Place> WordPlaces::places(Xapian::docid document) const {
  std::vector<Place> places;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    auto at = articles_.positionlist_begin(document, words_[word].stem);
    const auto end = articles_.positionlist_end(document, words_[word].stem);
    for (std::size_t n = 0; at != end && n < ranking::places_of_a_word; ++at, ++n) {
      places.push_back({.at = *at, .word = word});
    }
  }
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.at != b.at ? a.at < b.at : a.word < b.word;
  });
  return places;
}

Xapian::termpos WordPlaces::end_of_lead(Xapian::docid /*document*/) const {
  return ranking::lead_end;
}

// The share of the words that the best window before `end` has.
double WordPlaces::window(const std::vector<Place>& places, Xapian::termpos end) const {
  std::vector<unsigned> inside(words_.size());
  double weight = 0;
  double best = 0;
  std::size_t first = 0;
  for (const Place& place : places) {
    if (place.at >= end) break;
    if (inside[place.word]++ == 0) weight += words_[place.word].weight;
    while (place.at - places[first].at >= ranking::window_words) {
      const std::size_t left = places[first++].word;
      if (--inside[left] == 0) weight -= words_[left].weight;
    }
    best = std::max(best, weight);
  }
  return all_words_ > 0 ? best / all_words_ : 0;
}

// The share of the query's pairs that stand before `end` as a pair, with at most one word
// between.
double WordPlaces::paired(const std::vector<Place>& places, Xapian::termpos end) const {
  constexpr Xapian::termpos reach = 2;
  std::vector<bool> met(pairs_.size());
  for (std::size_t i = 0; i < places.size() && places[i].at < end; ++i) {
    for (std::size_t j = i + 1; j < places.size(); ++j) {
      if (places[j].at - places[i].at > reach) break;
      const auto pair = std::find(pairs_.begin(), pairs_.end(),
                                  std::pair(places[i].word, places[j].word));
      if (pair != pairs_.end())
        met[static_cast<std::size_t>(pair - pairs_.begin())] = true;
    }
  }
  double weight = 0;
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    if (met[i])
      weight += words_[pairs_[i].first].rarity + words_[pairs_[i].second].rarity;
  }
  return all_pairs_ > 0 ? weight / all_pairs_ : 0;
}

double WordPlaces::gain(Xapian::docid document) const {
  if (words_.empty()) return 0;
  const auto all = places(document);
  const auto lead = end_of_lead(document);
  return ranking::lead_pair_gain * paired(all, lead) +
         ranking::lead_window_gain * window(all, lead) +
         ranking::window_gain * window(all, everywhere);
}

}  // namespace broadsheet
