#include "searcher/story_search.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "schema/codec.h"
#include "schema/fields.h"
#include "searcher/figure_answers.h"
#include "searcher/figure_rank.h"
#include "searcher/ranking.h"

namespace broadsheet {
namespace {

// Counts outlets and years over all matches.
class FacetSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    ++outlets_[document.get_value(slot_outlet)];
    const auto day = decode_day(document.get_value(slot_date));
    ++years_[day ? std::optional<int>(int(date_of_day(*day).day.year())) : std::nullopt];
  }

  std::vector<Facet> facets() const {
    Facet outlets{.name = "outlet", .values = {}};
    for (const auto& [name, count] : outlets_) {
      outlets.values.push_back(
          {.value = name.empty() ? std::nullopt : std::optional(name), .count = count});
    }
    std::stable_sort(outlets.values.begin(), outlets.values.end(), more_known_first);
    Facet years{.name = "year", .values = {}};
    for (const auto& [year, count] : years_) {
      years.values.push_back(
          {.value = year ? std::optional(std::to_string(*year)) : std::nullopt,
           .count = count});
    }
    return {std::move(outlets), std::move(years)};
  }

 private:
  static bool more_known_first(const FacetValue& a, const FacetValue& b) {
    if (a.value.has_value() != b.value.has_value()) return a.value.has_value();
    return a.count > b.count;
  }

  std::map<std::string, std::size_t> outlets_;
  // Newest first, the unknown last.
  std::map<std::optional<int>, std::size_t, std::greater<>> years_;
};

// Orders by date with the undated last in either direction.
class DateKey : public Xapian::KeyMaker {
 public:
  explicit DateKey(bool newest_first) : newest_first_(newest_first) {}
  std::string operator()(const Xapian::Document& document) const override {
    std::string key = document.get_value(slot_date);
    if (key.empty()) return "\xFF";
    if (newest_first_) {
      for (char& byte : key) byte = static_cast<char>(~byte);
    }
    return key;
  }

 private:
  bool newest_first_;
};

double recency_prior(const Xapian::Document& document, int today) {
  const auto day = decode_day(document.get_value(slot_date));
  if (!day) return 0;
  const double distance = std::abs(*day - today);
  return std::exp2(-distance / ranking::recency_half_life_days);
}

// The best hits again, each raised by how near its date is to `now` and by how well its
// figures answer those of the query.
class Reranking {
 public:
  // `answers` when stories that meet the query's conditions for sure come first.
  Reranking(Snapshot& snapshot, const Query& query, const std::optional<Date>& now,
            const FigureAnswers* answers)
      : snapshot_(snapshot),
        query_(query),
        now_(now),
        answers_(answers),
        near_(stories_near_figures(snapshot, query)) {}

  std::vector<RankedStory> stories(Xapian::Enquire& enquire, const Xapian::Query& whole,
                                   const Xapian::MSet& matches) {
    best_ = matches.empty() ? 0 : matches.get_max_attained();
    add(matches);
    if (!near_.empty()) {
      // Those whose words alone would not have brought them this far.
      enquire.set_query({Xapian::Query::OP_FILTER, whole, near_stories()});
      add(enquire.get_mset(0, static_cast<Xapian::doccount>(near_.size())));
    }
    std::stable_sort(stories_.begin(), stories_.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    return std::move(stories_);
  }

 private:
  void add(const Xapian::MSet& matches) {
    for (auto it = matches.begin(); it != matches.end(); ++it) {
      if (!known_.insert(*it).second) continue;
      double score = it.get_weight();
      if (now_) {
        const double prior = recency_prior(it.get_document(), first_day(*now_));
        score += ranking::recency_gain * best_ * prior;
      }
      const auto near = near_.find(*it);
      if (near != near_.end()) score += ranking::figure_gain * best_ * near->second;
      if (answers_ != nullptr &&
          answers_->surely(query_, it.get_document().get_value(slot_id)))
        score += ranking::figure_sure_gain * best_;
      stories_.push_back({.document = *it, .score = score});
    }
  }

  Xapian::Query near_stories() {
    std::vector<Xapian::Query> ids;
    for (const auto& [document, strength] : near_) {
      const std::string id = snapshot_.articles.get_document(document).get_value(slot_id);
      ids.emplace_back(term(prefix::id, id));
    }
    return {Xapian::Query::OP_OR, ids.begin(), ids.end()};
  }

  Snapshot& snapshot_;
  const Query& query_;
  const std::optional<Date>& now_;
  const FigureAnswers* answers_;
  std::map<Xapian::docid, double> near_;
  std::set<Xapian::docid> known_;
  std::vector<RankedStory> stories_;
  double best_ = 0;
};

void set_order(Xapian::Enquire& enquire, Sort sort,
               std::unique_ptr<Xapian::KeyMaker>& key) {
  switch (sort) {
    case Sort::relevance:
      break;
    case Sort::newest:
    case Sort::oldest:
      key = std::make_unique<DateKey>(sort == Sort::newest);
      enquire.set_sort_by_key_then_relevance(key.get(), false);
      break;
    case Sort::figure:
      enquire.set_sort_by_value_then_relevance(slot_figure, true);
      break;
    case Sort::outlet: {
      auto names = std::make_unique<Xapian::MultiValueKeyMaker>();
      names->add_value(slot_outlet, false, "\xFF");  // the unknown last
      key = std::move(names);
      enquire.set_sort_by_key_then_relevance(key.get(), false);
      break;
    }
  }
}

// Stories that meet the figure conditions only possibly come last, each part in its
// order.
class SureFirstKey : public Xapian::KeyMaker {
 public:
  SureFirstKey(const FigureAnswers& answers, const Query& query,
               const Xapian::KeyMaker* inner)
      : answers_(answers), query_(query), inner_(inner) {}
  std::string operator()(const Xapian::Document& document) const override {
    const bool sure = answers_.surely(query_, document.get_value(slot_id));
    return (sure ? "s" : "t") + (inner_ != nullptr ? (*inner_)(document) : "");
  }

 private:
  const FigureAnswers& answers_;
  const Query& query_;
  const Xapian::KeyMaker* inner_;
};

}  // namespace

Xapian::BM25Weight story_weight() {
  return {ranking::bm25_k1, ranking::bm25_k2, ranking::bm25_k3, ranking::bm25_b,
          ranking::bm25_min_normlen};
}

Article load_article(const Xapian::Database& articles, Xapian::docid document) {
  auto article = decode_article(articles.get_document(document).get_data());
  if (!article) throw Xapian::DatabaseCorruptError("a stored article is damaged");
  return std::move(*article);
}

StoryMatches find_stories(Snapshot& snapshot, const Query& query, const StoryPage& page) {
  FigureAnswers answers(snapshot);
  const Plan plan = plan_query(query, snapshot.stem,
                               {.positions = true, .figures = [&](const auto& condition) {
                                  return answers.stories(condition);
                                }});
  Xapian::Enquire enquire(snapshot.articles);
  enquire.set_query(plan.whole());
  enquire.set_weighting_scheme(story_weight());
  std::unique_ptr<Xapian::KeyMaker> key;
  const bool nothing_ranks = !plan.ranks();
  const Sort sort =
      nothing_ranks && page.sort == Sort::relevance ? Sort::newest : page.sort;
  set_order(enquire, sort, key);
  const bool sure_first = page.sort == Sort::relevance && answers.any_possible();
  SureFirstKey sure_key(answers, query, key.get());
  if (sure_first) enquire.set_sort_by_key_then_relevance(&sure_key, false);
  FacetSpy spy;
  if (page.facets) enquire.add_matchspy(&spy);
  const auto all = snapshot.articles.get_doccount();
  const auto checked = page.count || page.facets ? all : 0;
  const bool again = sort == Sort::relevance &&
                     (page.now || sure_first || (!query.near.empty() && plan.ranks()));
  const auto first = static_cast<Xapian::doccount>(again ? 0 : page.offset);
  const auto wanted = page.offset + page.limit;
  const auto count = static_cast<Xapian::doccount>(
      again ? std::max(wanted, ranking::recency_depth) : page.limit);
  auto matches = enquire.get_mset(first, count, checked);
  StoryMatches result;
  result.total = matches.get_matches_estimated();
  if (page.facets) result.facets = spy.facets();
  if (again) {
    enquire.clear_matchspies();
    result.stories = Reranking(snapshot, query, page.now, sure_first ? &answers : nullptr)
                         .stories(enquire, plan.whole(), matches);
    const auto skip = std::min(page.offset, result.stories.size());
    result.stories.erase(result.stories.begin(),
                         result.stories.begin() + static_cast<std::ptrdiff_t>(skip));
    if (result.stories.size() > page.limit) result.stories.resize(page.limit);
  } else {
    for (auto it = matches.begin(); it != matches.end(); ++it) {
      result.stories.push_back({.document = *it, .score = it.get_weight()});
    }
  }
  return result;
}

}  // namespace broadsheet
