// The records of sentences are searched by themselves wherever they carry what is asked
// for: words of the sentence and its headline, figures, date, outlet. What only the whole
// story knows (a phrase, a word that must be there) picks stories first, the best of
// them, and then their sentences.
#include "searcher/figure_mentions.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "schema/codec.h"
#include "schema/document.h"
#include "schema/fields.h"
#include "searcher/figure_condition.h"
#include "searcher/figure_rank.h"
#include "searcher/figure_words.h"
#include "searcher/planner.h"
#include "searcher/ranking.h"
#include "searcher/story_search.h"

namespace broadsheet {
namespace {

using Op = Xapian::Query::op;

// A sentence costs some 20 microseconds.
constexpr Xapian::doccount sentences_by_relevance = 600;
constexpr Xapian::doccount sentences_in_order = 2000;
constexpr std::size_t stories_looked_at = 300;
// With fewer sentences of its own words a query is answered from the best stories too.
constexpr std::size_t few_sentences = 20;
constexpr std::size_t stories_beside = 20;

// Whether the record of a sentence can tell as well as its story.
bool known_to_sentences(const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::name:
      return clause.field->prefix == prefix::outlet;
    case Clause::Kind::dates:
      return true;
    case Clause::Kind::all:
    case Clause::Kind::any:
    case Clause::Kind::none:
      return std::all_of(clause.parts.begin(), clause.parts.end(), known_to_sentences);
    case Clause::Kind::word:
    case Clause::Kind::phrase:
    case Clause::Kind::field:
    case Clause::Kind::figure:
      return false;
  }
  return false;
}

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
    if (needs_stories()) {
      take(in_best_stories(stories_looked_at));
    } else {
      take(in_sentences());
      add_near_values();
      if (!words_.empty() && sentences_.size() < few_sentences)
        take(in_best_stories(stories_beside));
    }
    read();
    return std::move(found_);
  }

 private:
  // One condition by itself is met by a sentence; two may be met by two of one story.
  bool needs_stories() const {
    std::size_t at_the_top = 0;
    for (const Clause& clause : query_.filters) {
      if (clause.kind == Clause::Kind::figure) {
        ++at_the_top;
      } else if (!known_to_sentences(clause)) {
        return true;
      }
    }
    return at_the_top > 1 || !std::all_of(query_.excluded.begin(), query_.excluded.end(),
                                          known_to_sentences);
  }

  // The sentences in which a condition may hold; nothing when none is asked.
  std::optional<Xapian::Query> meeting() {
    if (conditions_.empty()) return std::nullopt;
    std::vector<Xapian::Query> parts;
    for (const FigureCondition* condition : conditions_)
      parts.push_back(sentence_candidates(*condition, snapshot_.stem));
    return Xapian::Query(Op::OP_OR, parts.begin(), parts.end());
  }

  // What ranks, and what filters, as far as the records know.
  Xapian::Query in_sentences() {
    Query filters;
    for (const Clause& clause : query_.filters)
      if (clause.kind != Clause::Kind::figure) filters.filters.push_back(clause);
    filters.excluded = query_.excluded;
    const Plan plan =
        plan_query(filters, snapshot_.stem, {.positions = false, .figures = {}});
    std::vector<Xapian::Query> must;
    if (plan.filter) must.push_back(*plan.filter);
    if (const auto met = meeting()) must.push_back(*met);
    if (words_.empty() && !values_.empty()) must.push_back(near_values());
    Xapian::Query whole = Xapian::Query::MatchAll;
    const bool asked_only = query_.ranked.empty();
    if (!must.empty()) {
      const Xapian::Query all(Op::OP_AND, must.begin(), must.end());
      const Xapian::Query unranked(Op::OP_SCALE_WEIGHT, all, 0);
      whole = asked_only || !ranked() ? unranked
                                      : Xapian::Query(Op::OP_FILTER, *ranked(), all);
      if (asked_only && ranked())
        whole = Xapian::Query(Op::OP_AND_MAYBE, unranked, *ranked());
    } else if (ranked()) {
      whole = *ranked();
    }
    if (plan.exclude) whole = Xapian::Query(Op::OP_AND_NOT, whole, *plan.exclude);
    return whole;
  }

  std::optional<Xapian::Query> ranked() {
    if (words_.empty()) return std::nullopt;
    return words_.sentences();
  }

  // The sentences with a value near one of those among the words.
  Xapian::Query near_values() {
    std::vector<Xapian::Query> parts;
    for (const FigureCondition& value : values_) {
      const auto buckets = buckets_near(value);
      parts.insert(parts.end(), buckets.begin(), buckets.end());
    }
    return {Op::OP_OR, parts.begin(), parts.end()};
  }

  // A value in the words ("layoffs of more than 5,000 people") has its sentences looked
  // at even where the words alone would not bring them this far.
  void add_near_values() {
    if (words_.empty() || values_.empty()) return;
    take({Op::OP_FILTER, words_.sentences(), near_values()});
  }

  Xapian::Query in_best_stories(std::size_t most) {
    const StoryPage page{.offset = 0,
                         .limit = most,
                         .sort = sort_,
                         .facets = false,
                         .count = false,
                         .now = now_};
    const StoryMatches matches = find_stories(snapshot_, query_, page);
    if (matches.total > matches.stories.size()) found_.exact = false;
    std::vector<Xapian::Query> parents;
    for (const RankedStory& story : matches.stories) {
      const auto document = snapshot_.articles.get_document(story.document);
      parents.emplace_back(term(prefix::key, document.get_value(slot_key)));
    }
    Xapian::Query whole(Op::OP_OR, parents.begin(), parents.end());
    whole = Xapian::Query(Op::OP_SCALE_WEIGHT, whole, 0);
    if (const auto met = meeting()) whole = Xapian::Query(Op::OP_FILTER, whole, *met);
    if (const auto words = ranked())
      whole = Xapian::Query(Op::OP_AND_MAYBE, whole, *words);
    return whole;
  }

  void take(const Xapian::Query& query) {
    Xapian::Enquire enquire(snapshot_.sentences);
    enquire.set_query(query);
    enquire.set_weighting_scheme(story_weight(snapshot_.sentences.get_avlength()));
    Xapian::MultiValueKeyMaker key;
    set_order(enquire, key);
    const auto most =
        sort_ == Sort::relevance ? sentences_by_relevance : sentences_in_order;
    const auto matches = enquire.get_mset(0, most, most + 1);
    if (matches.get_matches_lower_bound() > matches.size()) found_.exact = false;
    for (auto it = matches.begin(); it != matches.end(); ++it) sentences_.insert(*it);
  }

  void set_order(Xapian::Enquire& enquire, Xapian::MultiValueKeyMaker& key) const {
    switch (sort_) {
      case Sort::relevance:
        break;
      case Sort::newest:
        enquire.set_sort_by_value_then_relevance(slot_date, true);
        break;
      case Sort::oldest:
        key.add_value(slot_date, false, "\xFF");
        enquire.set_sort_by_key_then_relevance(&key, false);
        break;
      case Sort::outlet:
        key.add_value(slot_outlet, false, "\xFF");
        enquire.set_sort_by_key_then_relevance(&key, false);
        break;
      case Sort::figure:
        // No figure is larger than the largest of its sentence, so the first rows are
        // right even when some are cut off.
        enquire.set_sort_by_value_then_relevance(slot_figure, true);
        break;
    }
  }

  void read() {
    const std::vector<Xapian::docid> sentences(sentences_.begin(), sentences_.end());
    words_.look_up(sentences);
    for (std::size_t i = 0; i < sentences.size(); ++i)
      add(snapshot_.sentences.get_document(sentences[i]), i);
  }

  void add(const Xapian::Document& document, std::size_t i) {
    auto record = sentence_record(document);
    if (!record) throw Xapian::DatabaseCorruptError("a sentence record is damaged");
    const auto places = wanted(record->figures, i);
    if (places.empty() || !snapshot_.has_story(record->story_key)) return;
    const auto day = decode_day(document.get_value(slot_date));
    const std::string outlet = document.get_value(slot_outlet);
    for (const std::size_t at : places) {
      Mention mention{.story = record->story_key,
                      .place = record->first_figure + at,
                      .figure = record->figures[at],
                      .day = day,
                      .outlet = outlet,
                      .sentence = record->text_hash,
                      .in_sentence = at,
                      .score = 0,
                      .match = {}};
      judge(mention, i);
      found_.all.push_back(std::move(mention));
    }
  }

  void judge(Mention& mention, std::size_t i) {
    const Figure& figure = mention.figure;
    for (const FigureCondition* condition : conditions_) {
      const Match match = match_figure(figure, *condition);
      if (match == Match::surely) mention.match = Sureness::sure;
      if (match == Match::possibly && !mention.match) mention.match = Sureness::possible;
    }
    double score = words_.fit(figure, i) * recency(mention.day, now_);
    for (const FigureCondition& near : values_) {
      const double close = figure_closeness(figure, near, snapshot_.stem);
      score = (score + ranking::figure_gain * close) / (1 + ranking::figure_gain);
      if (close == 0 || mention.match == Sureness::sure) continue;
      const Match match = match_figure(figure, near);
      if (match == Match::surely) mention.match = Sureness::sure;
      if (match == Match::possibly) mention.match = Sureness::possible;
    }
    mention.score = score;
  }

  // Places of the figures that are asked for: all, or those that meet a condition.
  std::set<std::size_t> wanted(const std::vector<Figure>& figures, std::size_t sentence) {
    std::set<std::size_t> places;
    for (std::size_t i = 0; i < figures.size() && conditions_.empty(); ++i)
      places.insert(i);
    for (const FigureCondition* condition : conditions_) {
      // With one condition the records were picked by its words.
      if (conditions_.size() > 1 && !words_.holds(condition->words, figures, sentence))
        continue;
      const auto met = figures_meeting(figures, *condition, snapshot_.stem);
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
  std::set<Xapian::docid> sentences_;
  Mentions found_;
};

}  // namespace

Mentions find_mentions(Snapshot& snapshot, const Query& query, Sort sort,
                       const std::optional<Date>& now) {
  return MentionSearch(snapshot, query, sort, now).run();
}

}  // namespace broadsheet
