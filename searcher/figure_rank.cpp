// The sentences with a fitting value are found by their buckets and ranked by words,
// those in the unit asked for before the others. The figures in their records say which
// fit; then the words around each are weighed (searcher/figure_rank_sentence). Of a story
// only the text is unpacked, and only once.
#include "searcher/figure_rank.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "article/words.h"
#include "schema/codec.h"
#include "schema/document.h"
#include "schema/fields.h"
#include "searcher/figure_rank_candidates.h"
#include "searcher/ranking.h"

namespace broadsheet {
namespace {

// The words that rank beside the figures, each once, with its rarity. A counted thing is
// asked for by the condition itself.
class WordsBeside {
 public:
  WordsBeside(Snapshot& snapshot, const Query& query)
      : snapshot_(snapshot), query_(query) {
    for (const FigureCondition& condition : query.near) {
      for (const std::string& word : condition.words) known_.insert(snapshot.stem(word));
    }
  }

  std::vector<AskedWord> run() {
    for (const Clause& clause : query_.ranked) {
      for (const std::string& word : clause.words) {
        if (asked_.size() < ranking::max_words && tells(clause, word)) add(word);
      }
    }
    return std::move(asked_);
  }

 private:
  bool tells(const Clause& clause, const std::string& word) {
    if (is_stop_word(word)) return false;
    for (const Figure& figure : query_.figures) {
      if (!figure.span.overlaps(clause.span)) continue;
      if (figure.dimension != "count") return false;
      bool counted = false;
      for (const Word& part : split_words(figure.unit + " " + figure.counts.value_or("")))
        counted = counted || snapshot_.stem(part.text) == snapshot_.stem(word);
      if (!counted) return false;
    }
    return true;
  }

  void add(const std::string& word) {
    const std::string& stem = snapshot_.stem(word);
    if (!known_.insert(stem).second) return;
    const double all = snapshot_.articles.get_doccount();
    const double having = snapshot_.articles.get_termfreq(term("", stem));
    asked_.push_back({stem, std::log(1 + all / (0.5 + having))});
  }

  Snapshot& snapshot_;
  const Query& query_;
  std::set<std::string> known_;
  std::vector<AskedWord> asked_;
};

// A sentence that has a figure of the right value for one of the conditions.
struct Candidate {
  std::string story_key;
  std::size_t condition = 0;
  double promise = 0;
  std::vector<Figure> figures;
};

class Ranker {
 public:
  Ranker(Snapshot& snapshot, const Query& query)
      : snapshot_(snapshot), query_(query), asked_(WordsBeside(snapshot, query).run()) {}

  std::map<Xapian::docid, double> run() {
    for (std::size_t i = 0; i < query_.near.size(); ++i) find(i);
    std::stable_sort(
        candidates_.begin(), candidates_.end(),
        [](const auto& a, const auto& b) { return a.story_key < b.story_key; });
    std::map<Xapian::docid, double> stories;
    for (std::size_t at = 0; at < candidates_.size();) {
      const std::size_t first = at;
      while (at < candidates_.size() &&
             candidates_[at].story_key == candidates_[first].story_key)
        ++at;
      weigh_story(first, at, stories);
    }
    return stories;
  }

 private:
  // Reads the records of the best sentences and keeps those that promise most.
  void find(std::size_t condition) {
    const FigureCondition& asked = query_.near[condition];
    const auto sentences =
        sentence_candidates(snapshot_, asked, asked_, records_to_read());
    double most = 0;
    for (const SentenceCandidate& sentence : sentences)
      most = std::max(most, sentence.weight);
    std::vector<Candidate> found;
    for (const SentenceCandidate& sentence : sentences) {
      if (sentence.weight < most * ranking::figure_record_share) continue;
      auto record = sentence_record(snapshot_.sentences.get_document(sentence.document));
      if (!record) throw Xapian::DatabaseCorruptError("a sentence record is damaged");
      const double answers = promise_of(record->figures, asked);
      if (answers == 0) continue;
      const double promise = answers + 0.5 * sentence.weight;
      found.push_back({.story_key = std::move(record->story_key),
                       .condition = condition,
                       .promise = promise,
                       .figures = std::move(record->figures)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.promise > b.promise; });
    if (found.size() > ranking::figure_depth) found.resize(ranking::figure_depth);
    std::move(found.begin(), found.end(), std::back_inserter(candidates_));
  }

  // Few words leave many sentences alike; of a long question the best few will do.
  std::size_t records_to_read() const {
    return ranking::figure_records / std::max<std::size_t>(1, asked_.size() / 2);
  }

  // What the records alone tell of the best figure: its value, unit and named words.
  double promise_of(const std::vector<Figure>& figures, const FigureCondition& asked) {
    double best = 0;
    for (const Figure& figure : figures) {
      const double close = figure_closeness(figure, asked, snapshot_.stem);
      if (close > 0) best = std::max(best, close * (1 + named_share(figure)));
    }
    return best;
  }

  double named_share(const Figure& figure) {
    double all = 0;
    double named = 0;
    const auto has = named_words(figure, asked_, snapshot_.stem);
    for (std::size_t w = 0; w < asked_.size(); ++w) {
      all += asked_[w].rarity;
      named += has[w] ? asked_[w].rarity : 0;
    }
    return all > 0 ? named / all : 0;
  }

  // The mean over the query's figures of the best that the story has.
  void weigh_story(std::size_t first, std::size_t end,
                   std::map<Xapian::docid, double>& stories) {
    const std::string by_key = term(prefix::key, candidates_[first].story_key);
    const auto place = snapshot_.articles.postlist_begin(by_key);
    if (place == snapshot_.articles.postlist_end(by_key)) return;
    const auto story = decode_wording(snapshot_.articles.get_document(*place).get_data());
    if (!story) throw Xapian::DatabaseCorruptError("a stored article is damaged");
    std::set<std::string> title;
    for (const Word& word : split_words(story->title))
      title.insert(snapshot_.stem(word.text));
    std::vector<double> best(query_.near.size());
    for (std::size_t at = first; at < end; ++at) {
      const Candidate& candidate = candidates_[at];
      double& strength = best[candidate.condition];
      strength = std::max(strength, weigh(candidate, *story, title));
    }
    double sum = 0;
    for (const double strength : best) sum += strength;
    if (sum > 0) stories[*place] = share() * sum / static_cast<double>(best.size());
  }

  double weigh(const Candidate& candidate, const Wording& story,
               const std::set<std::string>& title) {
    const Figure& figure = candidate.figures.front();
    const std::string_view text = figure.in_title ? story.title : story.text;
    if (figure.sentence.end > text.size() || figure.sentence.start > figure.sentence.end)
      throw Xapian::DatabaseCorruptError("a sentence does not fit its story");
    const FigureSentence sentence{.text = figure.sentence.in(text),
                                  .start = figure.sentence.start,
                                  .figures = &candidate.figures};
    return weigh_sentence(sentence, query_.near[candidate.condition], asked_, title,
                          snapshot_.stem);
  }

  // Among the many words of a question a figure is one clue of several.
  double share() const {
    double words = 0;
    for (const AskedWord& one : asked_) words += one.rarity;
    return words <= ranking::figure_words_full ? 1 : ranking::figure_words_full / words;
  }

  Snapshot& snapshot_;
  const Query& query_;
  std::vector<AskedWord> asked_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::map<Xapian::docid, double> stories_near_figures(Snapshot& snapshot,
                                                     const Query& query) {
  if (query.near.empty()) return {};
  return Ranker(snapshot, query).run();
}

}  // namespace broadsheet
