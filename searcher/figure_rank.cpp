// Stories with a fitting value are found by their posting lists, those in the unit asked
// for before the others. Their figures say which sentences answer and promise most; then
// the words around each figure of these are weighed (searcher/figure_rank_sentence).
#include "searcher/figure_rank.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "article/words.h"
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

  std::vector<RatedWord> run() {
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
  std::vector<RatedWord> asked_;
};

// A sentence that has a figure of the right value for one of the conditions.
struct Candidate {
  Xapian::docid document = 0;
  StoryFigures* story = nullptr;
  const FigureSentence* sentence = nullptr;
  std::size_t condition = 0;
  double promise = 0;
};

class Ranker {
 public:
  Ranker(Snapshot& snapshot, const Query& query)
      : snapshot_(snapshot), query_(query), asked_(WordsBeside(snapshot, query).run()) {
    for (const RatedWord& one : asked_) {
      rarities_ += one.rarity;
      marks_.push_back(mark_of(one.stem));
    }
  }

  std::map<Xapian::docid, double> run() {
    for (std::size_t i = 0; i < query_.near.size(); ++i) find(i);
    std::stable_sort(
        candidates_.begin(), candidates_.end(),
        [](const auto& a, const auto& b) { return a.document < b.document; });
    std::map<Xapian::docid, double> stories;
    for (std::size_t at = 0; at < candidates_.size();) {
      const std::size_t first = at;
      while (at < candidates_.size() &&
             candidates_[at].document == candidates_[first].document)
        ++at;
      weigh_story(first, at, stories);
    }
    return stories;
  }

 private:
  // Reads the figures of the best stories and keeps the sentences that promise most.
  void find(std::size_t condition) {
    const auto stories =
        stories_to_look_at(snapshot_, query_.near[condition], asked_, stories_to_read());
    double most = 0;
    for (const StoryCandidate& story : stories) most = std::max(most, story.weight);
    std::vector<Candidate> found;
    for (const StoryCandidate& story : stories) {
      if (story.weight >= most * ranking::figure_story_share)
        find_in(story.document, condition, found);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.promise > b.promise; });
    if (found.size() > ranking::figure_depth) found.resize(ranking::figure_depth);
    candidates_.insert(candidates_.end(), found.begin(), found.end());
  }

  void find_in(Xapian::docid document, std::size_t condition,
               std::vector<Candidate>& found) {
    const auto known =
        stories_.try_emplace(document, snapshot_.articles.get_document(document)).first;
    StoryFigures& story = known->second;
    for (const FigureSentence& sentence : story.sentences()) {
      const double answers = promise_of(sentence.figures, query_.near[condition]);
      if (answers == 0) continue;
      found.push_back({.document = document,
                       .story = &story,
                       .sentence = &sentence,
                       .condition = condition,
                       .promise = answers + 0.5 * words_share(sentence)});
    }
  }

  // Few words leave many stories alike; of a long question the best few will do.
  std::size_t stories_to_read() const {
    return ranking::figure_stories / std::max<std::size_t>(1, asked_.size() / 2);
  }

  // How much of the query's words the sentence has.
  double words_share(const FigureSentence& sentence) {
    if (rarities_ == 0) return 0;
    double share = 0;
    for (std::size_t w = 0; w < asked_.size(); ++w)
      share += sentence.said.has(marks_[w]) ? asked_[w].rarity : 0;
    return share / rarities_;
  }

  // What the figures alone tell: value, unit and named words.
  double promise_of(std::span<const Figure> figures, const FigureCondition& asked) {
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
    candidates_[first].story->load_text();
    std::set<std::string> title;
    for (const Word& word : split_words(candidates_[first].story->title()))
      title.insert(snapshot_.stem(word.text));
    std::vector<double> best(query_.near.size());
    for (std::size_t at = first; at < end; ++at) {
      const Candidate& candidate = candidates_[at];
      double& strength = best[candidate.condition];
      strength = std::max(
          strength, weigh_sentence(*candidate.sentence, query_.near[candidate.condition],
                                   asked_, title, snapshot_.stem));
    }
    double sum = 0;
    for (std::size_t i = 0; i < best.size(); ++i) {
      const FigureCondition& asked = query_.near[i];
      const bool point = asked.low && asked.low == asked.high;
      sum += best[i] * (point ? 1 : ranking::figure_compared);
    }
    if (sum > 0)
      stories[candidates_[first].document] =
          share() * sum / static_cast<double>(best.size());
  }

  // Among the many words of a question a figure is one clue of several.
  double share() const {
    return rarities_ <= ranking::figure_words_full
               ? 1
               : ranking::figure_words_full / rarities_;
  }

  Snapshot& snapshot_;
  const Query& query_;
  std::vector<RatedWord> asked_;
  std::vector<WordMark> marks_;  // of those words
  double rarities_ = 0;
  std::map<Xapian::docid, StoryFigures> stories_;  // those that were read
  std::vector<Candidate> candidates_;
};

}  // namespace

std::map<Xapian::docid, double> stories_near_figures(Snapshot& snapshot,
                                                     const Query& query) {
  if (query.near.empty()) return {};
  return Ranker(snapshot, query).run();
}

}  // namespace broadsheet
