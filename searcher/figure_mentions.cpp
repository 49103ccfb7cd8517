// The stories that the query finds are read in its order, and their figures held against
// its words and conditions.
#include "searcher/figure_mentions.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "schema/fields.h"
#include "searcher/figure_condition.h"
#include "searcher/figure_rank.h"
#include "searcher/figure_words.h"
#include "searcher/ranking.h"
#include "searcher/story_figures.h"
#include "searcher/story_search.h"

namespace broadsheet {
namespace {

// A story costs some 50 microseconds.
constexpr std::size_t stories_by_relevance = 300;
constexpr std::size_t stories_in_order = 600;
// Of a word in many headlines more would be found than anybody reads.
constexpr std::size_t most_by_relevance = 1000;
// With fewer sentences that have its words a query is answered from all of the best
// stories too.
constexpr std::size_t few_sentences = 20;
constexpr std::size_t stories_beside = 20;

void collect_conditions(const std::vector<Clause>& clauses,
                        std::vector<const FigureCondition*>& conditions) {
  for (const Clause& clause : clauses) {
    if (clause.kind == Clause::Kind::figure) conditions.push_back(&clause.figure);
    if (clause.kind == Clause::Kind::all || clause.kind == Clause::Kind::any)
      collect_conditions(clause.parts, conditions);
  }
}

double recency(const std::optional<int>& day, const std::optional<Date>& now) {
  if (!now || !day) return 1;
  const double away = std::abs(*day - first_day(*now));
  return 1 + ranking::recency_gain * std::exp2(-away / ranking::recency_half_life_days);
}

class MentionSearch {
 public:
  MentionSearch(Snapshot& snapshot, const Query& query, Sort sort,
                const std::optional<Date>& now)
      : snapshot_(snapshot),
        query_(query),
        sort_(sort),
        now_(now),
        words_(snapshot, query) {
    collect_conditions(query.filters, conditions_);
    values_ = query.near;
    if (values_.empty()) {
      for (const Figure& figure : query.figures) values_.push_back(condition_of(figure));
    }
    if (sort_ == Sort::relevance && words_.empty()) sort_ = Sort::newest;
  }

  Mentions run() {
    const bool ordered = sort_ != Sort::relevance;
    const StoryPage page{.offset = 0,
                         .limit = ordered ? stories_in_order : stories_by_relevance,
                         .sort = sort_,
                         .count = true,
                         .now = now_};
    const StoryMatches matches = find_stories(snapshot_, query_, page);
    found_.exact = matches.total <= matches.stories.size();
    for (const RankedStory& story : matches.stories) read(story.document);
    const bool few = sentences_ < few_sentences;
    for (std::size_t i = 0; few && i < beside_.size(); ++i)
      found_.all.push_back(std::move(beside_[i]));
    if (!ordered) keep_best(found_.all);
    return std::move(found_);
  }

 private:
  void keep_best(std::vector<Mention>& mentions) {
    if (mentions.size() <= most_by_relevance) return;
    found_.exact = false;
    std::stable_sort(mentions.begin(), mentions.end(), [](const auto& a, const auto& b) {
      return std::pair(b.match == Sureness::sure, b.score) <
             std::pair(a.match == Sureness::sure, a.score);
    });
    mentions.resize(most_by_relevance);
  }

  void read(Xapian::docid place) {
    const Xapian::Document document = snapshot_.articles.get_document(place);
    StoryFigures story(document);
    if (story.sentences().empty()) return;
    words_.at_story(story.headline());
    Mention about{.story = document.get_value(slot_id),
                  .place = 0,
                  .figure = {},
                  .day = decode_day(document.get_value(slot_date)),
                  .outlet = document.get_value(slot_outlet),
                  .sentence = 0,
                  .in_sentence = 0,
                  .score = 0,
                  .match = {}};
    for (const FigureSentence& sentence : story.sentences()) read(story, sentence, about);
    ++stories_;
  }

  void read(StoryFigures& story, const FigureSentence& sentence, Mention mention) {
    const auto places = wanted(story, sentence);
    if (places.empty()) return;
    words_.at_sentence(sentence.said);
    mention.sentence = sentence.said.text();
    bool fits = false;
    for (const std::size_t at : places) {
      mention.figure = sentence.figures[at];
      mention.place = sentence.first_figure + at;
      mention.in_sentence = at;
      mention.score = 0;
      mention.match.reset();
      const bool answers = judge(mention);
      fits = fits || answers;
      if (answers) found_.all.push_back(mention);
      if (!answers && stories_ < stories_beside && !words_.empty())
        beside_.push_back(mention);
    }
    sentences_ += fits ? 1U : 0U;
  }

  // False when neither a word nor a value of the query speaks for the figure.
  bool judge(Mention& mention) {
    const Figure& figure = mention.figure;
    for (const FigureCondition* condition : conditions_) {
      const Match match = match_figure(figure, *condition);
      if (match == Match::surely) mention.match = Sureness::sure;
      if (match == Match::possibly && !mention.match) mention.match = Sureness::possible;
    }
    double score = words_.fit(figure) * recency(mention.day, now_);
    for (const FigureCondition& near : values_) {
      const double close = figure_closeness(figure, near, snapshot_.stem);
      score = (score + ranking::figure_gain * close) / (1 + ranking::figure_gain);
      if (close == 0 || mention.match == Sureness::sure) continue;
      const Match match = match_figure(figure, near);
      if (match == Match::surely) mention.match = Sureness::sure;
      if (match == Match::possibly) mention.match = Sureness::possible;
    }
    mention.score = score;
    const bool anything = words_.empty() && values_.empty();
    return anything || !conditions_.empty() || score > 0;
  }

  // Places of the figures that are asked for: all, or those that meet a condition.
  std::set<std::size_t> wanted(StoryFigures& story, const FigureSentence& sentence) {
    std::set<std::size_t> places;
    for (std::size_t i = 0; i < sentence.figures.size() && conditions_.empty(); ++i)
      places.insert(i);
    for (const FigureCondition* condition : conditions_) {
      const auto met = figures_meeting(sentence.figures, *condition, snapshot_.stem);
      if (!met.empty() && has_words(story, sentence, condition->words, snapshot_.stem))
        places.insert(met.begin(), met.end());
    }
    return places;
  }

  Snapshot& snapshot_;
  const Query& query_;
  Sort sort_;
  const std::optional<Date>& now_;
  FigureWords words_;
  std::vector<const FigureCondition*> conditions_;
  std::vector<FigureCondition> values_;  // among the words
  std::size_t stories_ = 0;              // that have been read
  std::size_t sentences_ = 0;            // in which something answers
  std::vector<Mention> beside_;          // nothing speaks for them but their story
  Mentions found_;
};

}  // namespace

Mentions find_mentions(Snapshot& snapshot, const Query& query, Sort sort,
                       const std::optional<Date>& now) {
  return MentionSearch(snapshot, query, sort, now).run();
}

}  // namespace broadsheet
