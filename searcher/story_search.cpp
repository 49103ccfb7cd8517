#include "searcher/story_search.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "schema/codec.h"
#include "schema/fields.h"
#include "searcher/expansion.h"
#include "searcher/figure_answers.h"
#include "searcher/figure_rank.h"
#include "searcher/named_sources.h"
#include "searcher/prior.h"
#include "searcher/ranking.h"
#include "searcher/word_places.h"

namespace broadsheet {
namespace {

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

// The best hits again, each raised by where its words stand, by its date and outlet and
// by how well its figures answer those of the query.
class Reranking {
 public:
  // `answers` when stories that meet the query's conditions for sure come first.
  Reranking(Snapshot& snapshot, const Query& query, const std::optional<Date>& now,
            const FigureAnswers* answers)
      : snapshot_(snapshot),
        query_(query),
        prior_(query, now),
        answers_(answers),
        places_(snapshot, query),
        near_(stories_near_figures(snapshot, query)) {
    // Common words beside a figure stand anywhere.
    if (!near_.empty())
      words_share_ = std::min(1.0, places_.rarity() / ranking::figure_words_full);
  }

  const WordPlaces& places() const { return places_; }

  // The best `recency_depth` of the matches, which followed the pass or did not, in their
  // new order, then the others as they were: the depth never changes, for pages must be
  // parts of one order.
  std::vector<RankedStory> stories(Xapian::Enquire& enquire, const Xapian::Query& whole,
                                   const MatchPass& pass, const Xapian::MSet& matches,
                                   bool followed) {
    known_.clear();
    best_ = matches.empty() ? 0 : matches.get_max_attained();
    add(matches, ranking::recency_depth, followed ? nullptr : &pass);
    if (!near_.empty()) {
      // Those whose words alone would not have brought them this far.
      enquire.set_query({Xapian::Query::OP_FILTER, whole, near_stories()});
      const auto size = static_cast<Xapian::doccount>(near_.size());
      add(enquire.get_mset(0, size), size, &pass);
    }
    sort();
    const std::size_t depth = std::min(stories_.size(), ranking::rerank_depth);
    for (std::size_t i = 0; i < depth; ++i)
      stories_[i].score += words_share_ * best_ * places_.gain(stories_[i].document);
    raise_by_source(snapshot_, query_, ranking::named_source_gain * best_, depth,
                    stories_);
    sort();
    for (Xapian::doccount i = ranking::recency_depth; i < matches.size(); ++i) {
      const auto it = matches[i];
      if (!followed && !pass.allows(*it)) continue;
      if (known_.insert(*it).second)
        stories_.push_back({.document = *it, .score = it.get_weight()});
    }
    return std::exchange(stories_, {});
  }

 private:
  void sort() {
    std::stable_sort(stories_.begin(), stories_.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
  }

  // `pass` where the match did not follow it.
  void add(const Xapian::MSet& matches, std::size_t depth,
           const MatchPass* pass = nullptr) {
    std::size_t rank = 0;
    for (auto it = matches.begin(); it != matches.end() && rank < depth; ++it, ++rank) {
      if (pass != nullptr && !pass->allows(*it)) continue;
      if (!known_.insert(*it).second) continue;
      double score = it.get_weight();
      if (!prior_.nothing()) score += best_ * prior_.of(it.get_document());
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
  Prior prior_;
  const FigureAnswers* answers_;
  WordPlaces places_;
  double words_share_ = 1;
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

Xapian::IneB2Weight story_weight(double average_length) {
  return Xapian::IneB2Weight(ranking::length_reach +
                             ranking::short_stories / std::max(average_length, 1.0));
}

Article load_article(const Xapian::Database& articles, Xapian::docid document) {
  auto article = decode_article(articles.get_document(document).get_data());
  if (!article) throw Xapian::DatabaseCorruptError("a stored article is damaged");
  return std::move(*article);
}

namespace {

// Of near-copies the first in the order, and of these the page.
StoryMatches page_of(const std::vector<RankedStory>& order, const StoryPage& page) {
  StoryMatches result;
  std::set<std::uint32_t> seen;
  std::size_t place = 0;
  for (const RankedStory& story : order) {
    const std::uint32_t group = page.groups ? page.groups->of(story.document) : 0;
    if (group > 0 && !seen.insert(group).second) continue;
    if (place++ < page.offset) continue;
    if (result.stories.size() == page.limit) {
      result.more = true;
      break;
    }
    result.stories.push_back(story);
  }
  return result;
}

std::vector<RankedStory> in_order(const Xapian::MSet& matches) {
  std::vector<RankedStory> order;
  for (auto it = matches.begin(); it != matches.end(); ++it)
    order.push_back({.document = *it, .score = it.get_weight()});
  return order;
}

}  // namespace

StoryMatches find_stories(Snapshot& snapshot, const Query& query, const StoryPage& page,
                          MatchPass& pass) {
  FigureAnswers answers(snapshot);
  const Plan plan = plan_query(
      query, snapshot.stem,
      {.stories = &snapshot.articles,
       .positions = true,
       .figures = [&](const auto& condition) { return answers.stories(condition); },
       .watched = [&](const auto& part) { return pass.watched(part); }});
  Xapian::Enquire enquire(snapshot.articles);
  enquire.set_weighting_scheme(story_weight(snapshot.articles.get_avlength()));
  std::unique_ptr<Xapian::KeyMaker> key;
  const bool nothing_ranks = !plan.ranks();
  const Sort sort =
      nothing_ranks && page.sort == Sort::relevance ? Sort::newest : page.sort;
  set_order(enquire, sort, key);
  const bool sure_first = page.sort == Sort::relevance && answers.any_possible();
  SureFirstKey sure_key(answers, query, key.get());
  if (sure_first) enquire.set_sort_by_key_then_relevance(&sure_key, false);
  const bool again = sort == Sort::relevance && (plan.ranks() || page.now || sure_first);
  std::optional<Reranking> reranking;
  if (again)
    reranking.emplace(snapshot, query, page.now, sure_first ? &answers : nullptr);
  const bool by_words = plan.ranked && query.near.empty() && !sure_first;
  const auto all = snapshot.articles.get_doccount();
  // One more than the page tells whether there is another.
  std::size_t wanted = page.offset + page.limit + 1;
  if (page.groups != nullptr) wanted += wanted / 2;
  if (again) wanted = std::max(wanted, ranking::recency_depth);
  for (;; wanted *= 4) {
    const auto depth = static_cast<Xapian::doccount>(std::min<std::size_t>(wanted, all));
    enquire.set_query(pass.over(plan.whole()));
    const auto matches =
        enquire.get_mset(0, depth, page.count ? all : 0, nullptr, pass.decider());
    auto order = again ? reranking->stories(enquire, plan.whole(), pass, matches, true)
                       : in_order(matches);
    const auto expansion = again && by_words && !pass.cut()
                               ? words_of_the_best(snapshot.articles, order,
                                                   reranking->places().most_times())
                               : std::nullopt;
    if (expansion) {
      const Xapian::Query whole(Xapian::Query::OP_AND_MAYBE, plan.whole(), *expansion);
      enquire.set_query(pass.watched(whole));
      order = reranking->stories(enquire, whole, pass, enquire.get_mset(0, depth), false);
    }
    StoryMatches result = page_of(order, page);
    result.total = matches.get_matches_estimated();
    // Near-copies may have taken the places of others, which lie deeper.
    if (result.more || matches.size() < depth || depth == all || pass.cut())
      return result;
    pass.start_again();
  }
}

StoryMatches find_stories(Snapshot& snapshot, const Query& query, const StoryPage& page) {
  MatchPass pass(snapshot.manifest.segments.size(), {}, nullptr, false);
  return find_stories(snapshot, query, page, pass);
}

}  // namespace broadsheet
