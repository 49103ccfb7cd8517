// The sentences with a fitting value are found by their buckets and ranked by words; then
// each figure of their stories is weighed with the words around it. A word between the
// figure before and this one is about this one ("Net 12 mln vs 15 mln, sales 80 mln");
// what follows "vs" is the value of an earlier period.
#include "searcher/figure_rank.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "article/words.h"
#include "schema/codec.h"
#include "schema/fields.h"
#include "searcher/figure_condition.h"
#include "searcher/planner.h"
#include "searcher/ranking.h"
#include "searcher/story_search.h"
#include "searcher/unit_size.h"

namespace broadsheet {
namespace {

struct Asked {
  std::string stem;
  double rarity = 0;
};

// One word of a sentence.
struct Seen {
  std::string stem;
  std::size_t start;
  std::size_t end;
};

// The figures of one sentence in order, with its words.
struct Sentence {
  std::string_view text;
  std::size_t start = 0;  // in the story's text
  std::vector<Seen> words;
  std::vector<const Figure*> figures;
};

template <std::size_t size>
bool is_one_of(const std::string& word, const std::array<std::string_view, size>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// As stems.
constexpr std::array<std::string_view, 6> comparing = {"vs",     "versus", "against",
                                                       "compar", "v",      "from"};
constexpr std::array<std::string_view, 2> losing = {"loss", "deficit"};

// Of one sentence; every figure is held against every word.
constexpr std::size_t most_figures = 64;
constexpr std::size_t most_words = 512;

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
    if (units_compare(figure.unit, asked.unit))
      return figure.dimension == "money" ? 1 : ranking::figure_converted;
    return bare ? ranking::figure_bare : 0;
  }
  if (measured(figure.dimension)) return asked.words.empty() ? ranking::figure_other : 0;
  if (asked.words.empty() || counts_the_thing(figure, asked.words, stem)) return 1;
  return bare ? ranking::figure_bare : ranking::figure_other;
}

class Weigher {
 public:
  Weigher(const std::vector<Asked>& asked, const FigureCondition& condition,
          Stemmer& stem)
      : asked_(asked), condition_(condition), stem_(stem) {
    for (const Asked& one : asked_)
      asks_loss_ = asks_loss_ || is_one_of(one.stem, losing);
  }

  // A figure of the right unit that the words stand closer to is the one they are about.
  double best(const Sentence& sentence, const std::set<std::string>& title) const {
    std::vector<double> close;
    for (const Figure* figure : sentence.figures)
      close.push_back(figure_closeness(*figure, condition_, stem_));
    const auto closest = std::max_element(close.begin(), close.end());
    if (closest == close.end() || *closest == 0) return 0;
    std::vector<double> bounds;
    double strongest = 0;
    for (std::size_t i = 0; i < sentence.figures.size(); ++i) {
      const bool rival =
          unit_closeness(*sentence.figures[i], condition_, stem_) >= ranking::figure_bare;
      bounds.push_back(bound(sentence, i, title));
      if (rival) strongest = std::max(strongest, bounds.back());
    }
    double best = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
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

  static Room room_of(const Sentence& sentence, std::size_t i) {
    const auto inside = [&](std::size_t at) {
      return std::min(at > sentence.start ? at - sentence.start : 0,
                      sentence.text.size());
    };
    const auto& figures = sentence.figures;
    return {i > 0 ? inside(figures[i - 1]->span.end) : 0, inside(figures[i]->span.start),
            inside(figures[i]->span.end),
            i + 1 < figures.size() ? inside(figures[i + 1]->span.start)
                                   : sentence.text.size()};
  }

  // How well the words are bound to the figure, 0..1.
  double bound(const Sentence& sentence, std::size_t i,
               const std::set<std::string>& title) const {
    const Room room = room_of(sentence, i);
    double total = 0;
    double got = 0;
    for (const Asked& one : asked_) {
      total += one.rarity;
      const double in_title =
          title.count(one.stem) > 0 ? ranking::figure_word_in_title : 0;
      got += one.rarity * std::max(in_title, nearest(sentence, room, one.stem));
    }
    if (total == 0) return 1;
    return got / total * label(sentence, room, i > 0);
  }

  static double nearest(const Sentence& sentence, const Room& room,
                        const std::string& stem) {
    std::size_t before = 0;   // words up to the figure
    std::size_t through = 0;  // and to its end
    for (const Seen& word : sentence.words) {
      before += word.end <= room.start ? 1 : 0;
      through += word.end <= room.end ? 1 : 0;
    }
    double best = 0;
    for (std::size_t at = 0; at < sentence.words.size(); ++at) {
      const Seen& word = sentence.words[at];
      if (word.stem != stem) continue;
      std::size_t away = 0;
      if (at < before) away = before - at;
      if (at >= through) away = at - through + 1;
      const double decay =
          1 / (1 + static_cast<double>(away) / ranking::figure_word_reach);
      best = std::max(best, place(sentence, room, word, away) * (0.5 + 0.5 * decay));
    }
    return best;
  }

  // What a word's side of the figure is worth: before it, back to the last figure; after
  // it, a few words up to a comma.
  static double place(const Sentence& sentence, const Room& room, const Seen& word,
                      std::size_t away) {
    if (word.end <= room.end && word.start >= room.from) return 1;
    const bool after = word.start >= room.end && word.end <= room.to;
    if (!after || away > ranking::figure_words_after)
      return ranking::figure_word_elsewhere;
    const auto between = sentence.text.substr(room.end, word.start - room.end);
    const bool parted = between.find_first_of(",;") != std::string_view::npos;
    return parted ? ranking::figure_word_elsewhere : ranking::figure_word_after;
  }

  // The words right before a figure name it: "Oper profit 5 mln" is no "profit", "Net
  // loss" no "net", and behind "vs" the number is an earlier one.
  double label(const Sentence& sentence, const Room& room, bool after_figure) const {
    std::vector<const Seen*> words;
    for (const Seen& word : sentence.words) {
      if (word.start >= room.from && word.end <= room.start) words.push_back(&word);
    }
    double weight = 1;
    constexpr std::size_t label_words = 3;
    const std::size_t first = words.size() > label_words ? words.size() - label_words : 0;
    std::size_t telling = 0;
    std::size_t named = 0;
    bool lost = false;
    bool compared = false;
    for (std::size_t i = first; i < words.size(); ++i) {
      const std::string& stem = words[i]->stem;
      compared = compared || is_one_of(stem, comparing);
      lost = lost || is_one_of(stem, losing);
      if (is_stop_word(stem)) continue;
      ++telling;
      named += std::any_of(asked_.begin(), asked_.end(),
                           [&](const Asked& one) { return one.stem == stem; })
                   ? 1
                   : 0;
    }
    if (telling > 0) {
      const double share = static_cast<double>(named) / static_cast<double>(telling);
      weight *= 1 - ranking::figure_label_share * (1 - share);
    }
    if (lost != asks_loss_ && !asked_.empty())
      weight *= lost ? ranking::figure_wrong_sign : 1;
    if (compared && after_figure) weight *= ranking::figure_earlier_period;
    return weight;
  }

  const std::vector<Asked>& asked_;
  const FigureCondition& condition_;
  Stemmer& stem_;
  bool asks_loss_ = false;
};

// The words that rank beside the figures, each once, with its rarity.
std::vector<Asked> words_beside(Snapshot& snapshot, const Query& query) {
  std::vector<Asked> asked;
  std::set<std::string> known;
  const double all = snapshot.articles.get_doccount();
  for (const Clause& clause : query.ranked) {
    const bool number =
        std::any_of(query.figures.begin(), query.figures.end(),
                    [&](const Figure& f) { return f.span.overlaps(clause.span); });
    if (number) continue;
    for (const std::string& word : clause.words) {
      const std::string& stem = snapshot.stem(word);
      if (is_stop_word(word) || !known.insert(stem).second) continue;
      if (asked.size() >= ranking::max_words) return asked;
      asked.push_back(
          {stem,
           std::log(1 + all / (0.5 + snapshot.articles.get_termfreq(term("", stem))))});
    }
  }
  return asked;
}

std::vector<Sentence> sentences_of(const Article& article, Stemmer& stem) {
  std::vector<Sentence> sentences;
  const Figure* previous = nullptr;
  for (const Figure& figure : article.figures) {
    const bool same = previous != nullptr && previous->in_title == figure.in_title &&
                      previous->sentence == figure.sentence;
    if (!same) {
      Sentence sentence;
      sentence.text = figure.sentence.in(text_of(article, figure));
      sentence.start = figure.sentence.start;
      for (const Word& word : split_words(sentence.text)) {
        if (sentence.words.size() >= most_words) break;
        sentence.words.push_back({stem(word.text), word.span.start, word.span.end});
      }
      sentences.push_back(std::move(sentence));
    }
    if (sentences.back().figures.size() < most_figures)
      sentences.back().figures.push_back(&figure);
    previous = &figure;
  }
  return sentences;
}

class Ranker {
 public:
  Ranker(Snapshot& snapshot, const Query& query)
      : snapshot_(snapshot), query_(query), asked_(words_beside(snapshot, query)) {}

  std::map<Xapian::docid, double> run() {
    std::map<Xapian::docid, double> stories;
    for (const std::string& id : candidates()) {
      const std::string id_term = term(prefix::id, id);
      const auto place = snapshot_.articles.postlist_begin(id_term);
      if (place == snapshot_.articles.postlist_end(id_term)) continue;
      const double strength = weigh(load_article(snapshot_.articles, *place));
      if (strength > 0) stories[*place] = strength;
    }
    return stories;
  }

 private:
  std::set<std::string> candidates() {
    std::set<std::string> ids;
    for (const FigureCondition& condition : query_.near) {
      Xapian::Enquire enquire(snapshot_.sentences);
      enquire.set_query(candidates_of(condition));
      enquire.set_weighting_scheme(story_weight());
      const auto matches = enquire.get_mset(0, ranking::figure_depth);
      for (auto it = matches.begin(); it != matches.end(); ++it) {
        const auto record = decode_sentence(it.get_document().get_data());
        if (!record) throw Xapian::DatabaseCorruptError("a sentence record is damaged");
        ids.insert(record->article_id);
      }
    }
    return ids;
  }

  Xapian::Query candidates_of(const FigureCondition& condition) {
    const Xapian::Query values = value_candidates(condition, snapshot_.stem);
    std::vector<Xapian::Query> words;
    for (const Asked& one : asked_) {
      words.emplace_back(term("", one.stem));
      words.emplace_back(Xapian::Query::OP_SCALE_WEIGHT,
                         Xapian::Query(term(prefix::title, one.stem)),
                         ranking::title_weight);
    }
    for (const std::string& word : condition.words)
      words.emplace_back(term("", snapshot_.stem(word)));
    if (words.empty()) return {Xapian::Query::OP_SCALE_WEIGHT, values, 0};
    return {Xapian::Query::OP_FILTER,
            Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end()), values};
  }

  // The mean over the query's figures of the best that the story has.
  double weigh(const Article& article) {
    std::set<std::string> title;
    for (const Word& word : split_words(article.title.value_or("")))
      title.insert(snapshot_.stem(word.text));
    const auto sentences = sentences_of(article, snapshot_.stem);
    double sum = 0;
    for (const FigureCondition& condition : query_.near) {
      const Weigher weigher(asked_, condition, snapshot_.stem);
      double best = 0;
      for (const Sentence& sentence : sentences)
        best = std::max(best, weigher.best(sentence, title));
      sum += best;
    }
    return sum / static_cast<double>(query_.near.size());
  }

  Snapshot& snapshot_;
  const Query& query_;
  std::vector<Asked> asked_;
};

}  // namespace

double figure_closeness(const Figure& figure, const FigureCondition& asked,
                        Stemmer& stem) {
  const double unit = unit_closeness(figure, asked, stem);
  if (unit == 0) return 0;
  const bool point = asked.low && asked.low == asked.high;
  switch (match_values(figure, asked)) {
    case Match::surely:
      return unit * (point && figure.bound == Bound::about ? ranking::figure_about : 1);
    case Match::possibly:
      return unit * ranking::figure_possible;
    case Match::no:
      break;
  }
  const auto& value = figure.low ? figure.low : figure.high;
  const bool alike = asked.unit.empty() ? unit == 1 : figure.unit == asked.unit;
  if (!point || !value || !alike) return 0;
  const double a = to_double(*value);
  const double b = to_double(*asked.low);
  if (a * b <= 0) return 0;
  const double ratio =
      std::min(std::abs(a), std::abs(b)) / std::max(std::abs(a), std::abs(b));
  return ratio < 0.5 ? 0 : unit * ranking::figure_possible * ratio;
}

std::map<Xapian::docid, double> stories_near_figures(Snapshot& snapshot,
                                                     const Query& query) {
  if (query.near.empty()) return {};
  return Ranker(snapshot, query).run();
}

}  // namespace broadsheet
