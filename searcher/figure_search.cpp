// First the stories are ranked as in any search, then the sentences of the best of them
// by their own words. Copies of one sentence (equal when folded) are one claim; its row
// shows the first publisher and counts the outlets.
#include "searcher/figure_search.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "schema/codec.h"
#include "schema/fields.h"
#include "searcher/figure_condition.h"
#include "searcher/figure_rank.h"
#include "searcher/hits.h"
#include "searcher/planner.h"
#include "searcher/ranking.h"
#include "searcher/story_search.h"

namespace broadsheet {
namespace {

constexpr std::size_t stories_looked_at = 1000;
constexpr std::size_t sentences_looked_at = 20000;
// A story's rank beside the words of the sentence itself.
constexpr double story_share = 0.5;

struct Claim {
  std::string article_id;  // of the first publisher
  std::size_t figure = 0;  // index in its figures
  std::string day;         // as in slot_date; empty: unknown, which sorts last
  double score = 0;
  double value = 0;
  std::set<std::string> outlets;
};

using ClaimKey = std::pair<std::uint64_t, std::size_t>;  // sentence, figure in it

bool earlier(const std::string& a, const std::string& b) {
  if (a.empty() != b.empty()) return b.empty();
  return a < b;
}

class FigureSearch {
 public:
  FigureSearch(Snapshot& snapshot, const Query& query)
      : snapshot_(snapshot), query_(query) {
    for (const Clause& clause : query.filters) {
      if (clause.kind == Clause::Kind::figure) conditions_.push_back(&clause.figure);
    }
  }

  std::vector<Claim> claims(Sort sort, const std::optional<Date>& now) {
    rank_stories(now);
    if (!story_scores_.empty()) collect();
    std::vector<Claim> claims;
    for (auto& [key, claim] : claims_) claims.push_back(std::move(claim));
    std::stable_sort(claims.begin(), claims.end(),
                     [&](const Claim& a, const Claim& b) { return before(a, b, sort); });
    return claims;
  }

 private:
  void rank_stories(const std::optional<Date>& now) {
    const StoryPage page{.offset = 0,
                         .limit = stories_looked_at,
                         .sort = Sort::relevance,
                         .facets = false,
                         .count = false,
                         .now = now};
    for (const RankedStory& story : find_stories(snapshot_, query_, page).stories) {
      const std::string id =
          snapshot_.articles.get_document(story.document).get_value(slot_id);
      story_scores_[id] = story.score;
    }
  }

  // The sentences of those stories, scored by the query's words.
  void collect() {
    Xapian::Enquire enquire(snapshot_.sentences);
    enquire.set_query(sentence_query());
    enquire.set_weighting_scheme(story_weight());
    const auto matches = enquire.get_mset(0, sentences_looked_at);
    for (auto it = matches.begin(); it != matches.end(); ++it) {
      add(it.get_document(), it.get_weight());
    }
  }

  Xapian::Query sentence_query() {
    std::vector<Xapian::Query> parents;
    for (const auto& [id, score] : story_scores_)
      parents.emplace_back(term(prefix::parent, id));
    Xapian::Query filter(Xapian::Query::OP_OR, parents.begin(), parents.end());
    for (const FigureCondition* condition : conditions_) {
      filter = Xapian::Query(Xapian::Query::OP_AND, filter,
                             sentence_candidates(*condition, snapshot_.stem));
    }
    filter = Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, filter, 0);
    Query words;
    words.ranked = query_.ranked;
    words.figures = query_.figures;
    const Plan plan =
        plan_query(words, snapshot_.stem, {.positions = false, .figures = {}});
    if (!plan.ranked) return filter;
    return {Xapian::Query::OP_AND_MAYBE, filter, *plan.ranked};
  }

  void add(const Xapian::Document& document, double weight) {
    const auto record = decode_sentence(document.get_data());
    if (!record) throw Xapian::DatabaseCorruptError("a sentence record is damaged");
    const auto story = story_scores_.find(record->article_id);
    const double story_score = story == story_scores_.end() ? 0 : story->second;
    for (const std::size_t i : wanted(record->figures)) {
      const Figure& figure = record->figures[i];
      Claim claim{
          .article_id = record->article_id,
          .figure = record->first_figure + i,
          .day = document.get_value(slot_date),
          .score = (weight + story_share * story_score) * answered(figure),
          .value = to_double(figure.high ? *figure.high : figure.low.value_or(Amount{})),
          .outlets = {}};
      const std::string outlet = document.get_value(slot_outlet);
      if (!outlet.empty()) claim.outlets.insert(outlet);
      merge({record->text_hash, i}, std::move(claim));
    }
  }

  // How well a figure answers what the query asks of figures, 0..1: what meets a
  // condition only possibly comes behind what surely does.
  double answered(const Figure& figure) {
    double share = 1;
    for (const FigureCondition* condition : conditions_) {
      if (match_values(figure, *condition) == Match::possibly)
        share = ranking::figure_possible;
    }
    for (const FigureCondition& near : query_.near) {
      const double close = figure_closeness(figure, near, snapshot_.stem);
      share *= (1 + ranking::figure_gain * close) / (1 + ranking::figure_gain);
    }
    return share;
  }

  // Places of the figures that are asked for: all, or those that meet a condition.
  std::set<std::size_t> wanted(const std::vector<Figure>& figures) {
    std::set<std::size_t> places;
    for (std::size_t i = 0; i < figures.size() && conditions_.empty(); ++i)
      places.insert(i);
    for (const FigureCondition* condition : conditions_) {
      const auto met = figures_meeting(figures, *condition, snapshot_.stem);
      places.insert(met.begin(), met.end());
    }
    return places;
  }

  void merge(const ClaimKey& key, Claim claim) {
    const auto [known, fresh] = claims_.try_emplace(key, claim);
    if (fresh) return;
    Claim& first = known->second;
    first.outlets.insert(claim.outlets.begin(), claim.outlets.end());
    first.score = std::max(first.score, claim.score);
    if (!earlier(claim.day, first.day)) return;
    first.article_id = claim.article_id;
    first.figure = claim.figure;
    first.day = claim.day;
  }

  static bool before(const Claim& a, const Claim& b, Sort sort) {
    switch (sort) {
      case Sort::relevance:
        return a.score > b.score;
      case Sort::newest:
        return a.day > b.day;  // unknown is the empty string: last
      case Sort::oldest:
        return earlier(a.day, b.day);
      case Sort::figure:
        return a.value > b.value;
    }
    return false;
  }

  Snapshot& snapshot_;
  const Query& query_;
  std::vector<const FigureCondition*> conditions_;
  std::unordered_map<std::string, double> story_scores_;
  std::map<ClaimKey, Claim> claims_;
};

FigureRow make_row(const Snapshot& snapshot, const Claim& claim) {
  const auto place = snapshot.articles.postlist_begin(term(prefix::id, claim.article_id));
  if (place == snapshot.articles.postlist_end(term(prefix::id, claim.article_id))) {
    throw Xapian::DatabaseCorruptError("a sentence has lost its story");
  }
  const Article article = load_article(snapshot.articles, *place);
  if (claim.figure >= article.figures.size()) {
    throw Xapian::DatabaseCorruptError("a sentence does not fit its story");
  }
  return {.figure = in_context(article, article.figures[claim.figure]),
          .story = story_ref(article),
          .outlets = claim.outlets.size(),
          .agreement = std::nullopt};
}

}  // namespace

void find_figures(Snapshot& snapshot, const Query& query, const SearchRequest& request,
                  FigureResults& results) {
  const auto now = request.recency ? request.now : std::nullopt;
  const auto claims = FigureSearch(snapshot, query).claims(request.sort, now);
  results.total = claims.size();
  results.rows.clear();
  const std::size_t end = std::min(claims.size(), request.offset + request.limit);
  for (std::size_t i = request.offset; i < end; ++i) {
    results.rows.push_back(make_row(snapshot, claims[i]));
  }
}

}  // namespace broadsheet
