#include "searcher/word_places.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "schema/fields.h"
#include "schema/terms.h"
#include "searcher/ranking.h"

namespace broadsheet {
namespace {

constexpr Xapian::termpos everywhere = std::numeric_limits<Xapian::termpos>::max();

// The words that rank, without stop words unless there are no others.
std::vector<AskedWord> ranked_words(const Query& query) {
  std::vector<AskedWord> telling;
  std::vector<AskedWord> all;
  for (const Clause& clause : query.ranked) {
    for (AskedWord& word : asked_words(clause.words, clause.span.in(query.text))) {
      if (all.size() >= ranking::max_words) break;
      if (!is_stop_word(word.text)) telling.push_back(word);
      all.push_back(std::move(word));
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
  take(snapshot, ranked_words(query));
}

WordPlaces::WordPlaces(Snapshot& snapshot, const std::vector<std::string>& words)
    : articles_(snapshot.articles) {
  std::vector<AskedWord> asked;
  for (const std::string& word : words) asked.push_back({.text = word, .form = {}});
  take(snapshot, asked);
}

void WordPlaces::take(Snapshot& snapshot, const std::vector<AskedWord>& words) {
  WordTerms terms(articles_, snapshot.stem);
  std::vector<std::string> stems;
  std::map<std::string, std::pair<const AskedWord*, unsigned>> distinct;
  for (const AskedWord& word : words) {
    stems.push_back(snapshot.stem(word.text));
    auto& [first, times] = distinct[stems.back()];
    if (first == nullptr) first = &word;
    ++times;
  }
  for (const auto& [stem, asked] : distinct)
    add_word(*asked.first, stem, asked.second, terms);
  keep_the_rarest();
  for (const Asked& word : words_) all_words_ += word.weight;
  add_pairs(stems);
}

void WordPlaces::add_word(const AskedWord& word, const std::string& stem, unsigned times,
                          WordTerms& terms) {
  most_times_ = std::max(most_times_, times);
  Asked asked{.stem = stem, .terms = terms.terms(word, "")};
  Xapian::doccount stories = 0;
  for (const std::string& t : asked.terms) stories += articles_.get_termfreq(t);
  if (stories == 0) return;
  const auto all = articles_.get_doccount();
  asked.rarity = rarity_of(all, std::min(stories, all));
  asked.weight = asked.rarity * times;
  words_.push_back(std::move(asked));
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
                     [&](const Asked& word) { return word.stem == stem; }) -
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
    for (const std::string& t : words_[word].terms) {
      auto at = articles_.positionlist_begin(document, t);
      const auto end = articles_.positionlist_end(document, t);
      for (std::size_t n = 0; at != end && n < ranking::places_of_a_word; ++at, ++n)
        places.push_back({.at = *at, .word = word});
    }
  }
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.at != b.at ? a.at < b.at : a.word < b.word;
  });
  return places;
}

// Behind the last word of the lead: title and text share their terms, and the lead's mark
// stands before the text.
Xapian::termpos WordPlaces::end_of_lead(Xapian::docid document) const {
  const std::string mark = term(prefix::lead, "");
  const auto at = articles_.positionlist_begin(document, mark);
  const bool marked = at != articles_.positionlist_end(document, mark);
  return (marked ? *at : 0) + lead_words + 1;
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
