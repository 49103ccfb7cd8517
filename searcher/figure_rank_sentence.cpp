// A word that the figure's own record names (what it counts, of whom) is about it. Of the
// others, one between the figure before and this one is about this one ("Net 12 mln vs
// 15 mln, sales 80 mln"); what follows "vs" is the value of an earlier period.
#include "searcher/figure_rank_sentence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "article/words.h"
#include "searcher/figure_condition.h"
#include "searcher/ranking.h"
#include "searcher/unit_size.h"

namespace broadsheet {
namespace {

// Of one sentence; every figure is held against every word that was asked for.
constexpr std::size_t most_figures = 64;
constexpr std::size_t most_words = 512;

template <std::size_t size>
bool is_one_of(const std::string& word, const std::array<std::string_view, size>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// As stems.
constexpr std::array<std::string_view, 6> comparing = {"vs",     "versus", "against",
                                                       "compar", "v",      "from"};
constexpr std::array<std::string_view, 2> losing = {"loss", "deficit"};

bool measured(const std::string& dimension) {
  return !dimension.empty() && dimension != "count";
}

bool counts_the_thing(const Figure& figure, const std::vector<std::string>& words,
                      Stemmer& stem) {
  for (const Word& word : split_words(figure.unit + " " + figure.counts.value_or(""))) {
    const std::string stemmed = stem(word.text);
    for (const std::string& asked : words) {
      if (stem(asked) == stemmed) return true;
    }
  }
  return false;
}

double unit_closeness(const Figure& figure, const FigureCondition& asked, Stemmer& stem) {
  const bool bare = figure.unit.empty();
  if (!asked.unit.empty()) {
    if (figure.unit == asked.unit) return 1;
    if (has_unit_of(figure, asked)) {
      const bool rate = amount_of_rate(figure.unit) != figure.unit;
      return figure.dimension == "money" && !rate ? 1 : ranking::figure_converted;
    }
    return bare ? ranking::figure_bare : 0;
  }
  if (measured(figure.dimension)) return asked.words.empty() ? ranking::figure_other : 0;
  if (asked.words.empty() || counts_the_thing(figure, asked.words, stem)) return 1;
  return bare ? ranking::figure_bare : ranking::figure_other;
}

struct Seen {
  std::string stem;
  std::size_t start;
  std::size_t end;
};

class Weigher {
 public:
  Weigher(const FigureSentence& sentence, const FigureCondition& condition,
          const std::vector<RatedWord>& asked, const std::set<std::string>& title,
          Stemmer& stem)
      : sentence_(sentence),
        condition_(condition),
        asked_(asked),
        title_(title),
        stem_(stem),
        count_(std::min(sentence.figures.size(), most_figures)) {}

  // A figure of the right unit that the words stand closer to is the one they are about.
  double best() {
    std::vector<double> close;
    for (std::size_t i = 0; i < count_; ++i)
      close.push_back(figure_closeness(figure(i), condition_, stem_));
    const auto closest = std::max_element(close.begin(), close.end());
    if (closest == close.end() || *closest == 0) return 0;
    read_words();
    std::vector<double> bounds;
    double strongest = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      bounds.push_back(bound(i));
      const bool rival =
          unit_closeness(figure(i), condition_, stem_) >= ranking::figure_bare;
      if (rival) strongest = std::max(strongest, bounds.back());
    }
    double best = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      const bool beaten = bounds[i] * ranking::figure_rival_margin < strongest;
      const double kept = beaten ? ranking::figure_rival : 1;
      best = std::max(best, close[i] * bounds[i] * kept);
    }
    return best;
  }

 private:
  // Where a figure's own words are: from the end of the one before to the start of the
  // next.
  struct Room {
    std::size_t from = 0;
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t to = 0;
  };

  const Figure& figure(std::size_t i) const { return sentence_.figures[i]; }

  void read_words() {
    for (const Word& word : split_words(sentence_.text)) {
      if (words_.size() >= most_words) break;
      words_.push_back({stem_(word.text), word.span.start, word.span.end});
    }
    places_.resize(asked_.size());
    for (std::size_t at = 0; at < words_.size(); ++at) {
      for (std::size_t w = 0; w < asked_.size(); ++w) {
        if (asked_[w].stem == words_[at].stem) places_[w].push_back(at);
      }
    }
    for (const RatedWord& one : asked_)
      asks_loss_ = asks_loss_ || is_one_of(one.stem, losing);
    for (std::size_t i = 0; i < count_; ++i)
      named_.push_back(named_words(figure(i), asked_, stem_));
  }

  Room room_of(std::size_t i) const {
    const auto inside = [&](std::size_t at) {
      return std::min(at > sentence_.start ? at - sentence_.start : 0,
                      sentence_.text.size());
    };
    return {i > 0 ? inside(figure(i - 1).span.end) : 0, inside(figure(i).span.start),
            inside(figure(i).span.end),
            i + 1 < count_ ? inside(figure(i + 1).span.start) : sentence_.text.size()};
  }

  // How well the words are bound to the figure, 0..1.
  double bound(std::size_t i) const {
    const Room room = room_of(i);
    double total = 0;
    double got = 0;
    for (std::size_t w = 0; w < asked_.size(); ++w) {
      total += asked_[w].rarity;
      got += asked_[w].rarity * word_at(i, room, w);
    }
    if (total == 0) return 1;
    return got / total * label(room, i > 0);
  }

  double word_at(std::size_t i, const Room& room, std::size_t w) const {
    if (named_[i][w]) return 1;
    const bool anothers = std::any_of(named_.begin(), named_.end(),
                                      [&](const auto& named) { return bool(named[w]); });
    double best = nearest(room, w);
    if (anothers) best *= ranking::figure_word_anothers;
    return title_.count(asked_[w].stem) > 0
               ? std::max(best, ranking::figure_word_in_title)
               : best;
  }

  double nearest(const Room& room, std::size_t w) const {
    const auto up_to = [&](std::size_t end) {
      return static_cast<std::size_t>(
          std::upper_bound(words_.begin(), words_.end(), end,
                           [](std::size_t e, const Seen& word) { return e < word.end; }) -
          words_.begin());
    };
    const std::size_t before = up_to(room.start);
    const std::size_t through = up_to(room.end);
    double best = 0;
    for (const std::size_t at : places_[w]) {
      std::size_t away = 0;
      if (at < before) away = before - at;
      if (at >= through) away = at - through + 1;
      const double decay =
          1 / (1 + static_cast<double>(away) / ranking::figure_word_reach);
      best = std::max(best, place(room, words_[at], away) * (0.5 + 0.5 * decay));
    }
    return best;
  }

  // What a word's side of the figure is worth: before it, back to the last figure; after
  // it, a few words up to a comma.
  double place(const Room& room, const Seen& word, std::size_t away) const {
    if (word.end <= room.end && word.start >= room.from) return 1;
    const bool after = word.start >= room.end && word.end <= room.to;
    if (!after || away > ranking::figure_words_after)
      return ranking::figure_word_elsewhere;
    const auto between = sentence_.text.substr(room.end, word.start - room.end);
    const bool parted = between.find_first_of(",;") != std::string_view::npos;
    return parted ? ranking::figure_word_elsewhere : ranking::figure_word_after;
  }

  // The words right before a figure name it: "Oper profit 5 mln" is no "profit", "Net
  // loss" no "net", and behind "vs" the number is an earlier one.
  double label(const Room& room, bool after_figure) const {
    std::vector<const Seen*> words;
    for (const Seen& word : words_) {
      if (word.start >= room.from && word.end <= room.start) words.push_back(&word);
    }
    constexpr std::size_t label_words = 3;
    const std::size_t first = words.size() > label_words ? words.size() - label_words : 0;
    double telling = 0;
    double named = 0;
    bool lost = false;
    bool compared = false;
    for (std::size_t i = first; i < words.size(); ++i) {
      const std::string& stem = words[i]->stem;
      compared = compared || is_one_of(stem, comparing);
      lost = lost || is_one_of(stem, losing);
      if (is_stop_word(stem)) continue;
      ++telling;
      const bool asked = std::any_of(asked_.begin(), asked_.end(),
                                     [&](const auto& one) { return one.stem == stem; });
      named += asked ? 1 : 0;
    }
    double weight = 1;
    if (telling > 0) weight -= ranking::figure_label_share * (1 - named / telling);
    if (lost && !asks_loss_ && !asked_.empty()) weight *= ranking::figure_wrong_sign;
    if (compared && after_figure) weight *= ranking::figure_earlier_period;
    return weight;
  }

  const FigureSentence& sentence_;
  const FigureCondition& condition_;
  const std::vector<RatedWord>& asked_;
  const std::set<std::string>& title_;
  Stemmer& stem_;
  std::size_t count_;
  std::vector<Seen> words_;
  std::vector<std::vector<std::size_t>> places_;  // of each word asked for
  std::vector<std::vector<bool>> named_;          // by each figure: those words
  bool asks_loss_ = false;
};

}  // namespace

double figure_closeness(const Figure& figure, const FigureCondition& asked,
                        Stemmer& stem) {
  const bool point = asked.low && asked.low == asked.high;
  const Match match = match_values(figure, asked);
  if (match == Match::no && !point) return 0;
  const double unit = unit_closeness(figure, asked, stem);
  if (unit == 0) return 0;
  switch (match) {
    case Match::surely:
      return unit * (point && figure.bound == Bound::about ? ranking::figure_about : 1);
    case Match::possibly:
      return unit * ranking::figure_possible;
    case Match::no:
      break;
  }
  const auto& value = figure.low ? figure.low : figure.high;
  const bool alike = asked.unit.empty() ? unit == 1 : figure.unit == asked.unit;
  if (!value || !alike) return 0;
  const double a = to_double(*value);
  const double b = to_double(*asked.low);
  if (a * b <= 0) return 0;
  const double ratio =
      std::min(std::abs(a), std::abs(b)) / std::max(std::abs(a), std::abs(b));
  return ratio < 0.5 ? 0 : unit * ranking::figure_possible * ratio;
}

std::vector<bool> named_words(const Figure& figure, const std::vector<RatedWord>& asked,
                              Stemmer& stem) {
  std::vector<bool> named(asked.size());
  for (const auto* phrase : {&figure.counts, &figure.of}) {
    for (const Word& word : split_words(phrase->value_or(""))) {
      const std::string& stemmed = stem(word.text);
      for (std::size_t w = 0; w < asked.size(); ++w)
        named[w] = named[w] || asked[w].stem == stemmed;
    }
  }
  return named;
}

double weigh_sentence(const FigureSentence& sentence, const FigureCondition& condition,
                      const std::vector<RatedWord>& asked,
                      const std::set<std::string>& title, Stemmer& stem) {
  return Weigher(sentence, condition, asked, title, stem).best();
}

}  // namespace broadsheet
