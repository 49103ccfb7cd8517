// From mentions to rows: claims, their order, and beside the rows of the page what is
// told of all claims: groups, facets, histograms, agreement. Only the stories of the page
// are unpacked.
#include "searcher/figure_search.h"

#include <algorithm>
#include <map>
#include <set>

#include "schema/fields.h"
#include "searcher/figure_agreement.h"
#include "searcher/figure_claims.h"
#include "searcher/figure_groups.h"
#include "searcher/figure_mentions.h"
#include "searcher/hits.h"
#include "searcher/story_search.h"

namespace broadsheet {
namespace {

// Stories by id; each is unpacked once.
class Shelf {
 public:
  explicit Shelf(const Snapshot& snapshot) : snapshot_(snapshot) {}

  const Article& article(const std::string& id) {
    const auto known = articles_.find(id);
    if (known != articles_.end()) return known->second;
    return articles_.emplace(id, load_article(snapshot_.articles, place_of(id)))
        .first->second;
  }

  std::string cluster(const std::string& id) {
    const auto [known, fresh] = clusters_.try_emplace(id);
    if (fresh)
      known->second =
          snapshot_.articles.get_document(place_of(id)).get_value(slot_cluster);
    return known->second;
  }

 private:
  Xapian::docid place_of(const std::string& id) const {
    const auto place = snapshot_.articles.postlist_begin(term(prefix::id, id));
    if (place == snapshot_.articles.postlist_end(term(prefix::id, id)))
      throw Xapian::DatabaseCorruptError("a story has lost its id");
    return *place;
  }

  const Snapshot& snapshot_;
  std::map<std::string, Article> articles_;
  std::map<std::string, std::string> clusters_;
};

bool by_day(const Claim& a, const Claim& b, bool newest) {
  const auto first = a.first().day, second = b.first().day;
  if (first.has_value() != second.has_value()) return first.has_value();
  return newest ? first > second : first < second;
}

bool by_outlet(const Claim& a, const Claim& b) {
  const std::string &first = a.first().outlet, &second = b.first().outlet;
  if (first.empty() != second.empty()) return second.empty();
  return first < second;
}

// What surely meets the question comes before what possibly does.
bool by_relevance(const Claim& a, const Claim& b) {
  const bool first = a.match == Sureness::possible,
             second = b.match == Sureness::possible;
  if (first != second) return second;
  if (a.score != b.score) return a.score > b.score;
  return by_day(a, b, true);
}

bool before(const Claim& a, const Claim& b, Sort sort) {
  switch (sort) {
    case Sort::relevance:
      return by_relevance(a, b);
    case Sort::newest:
      return by_day(a, b, true);
    case Sort::oldest:
      return by_day(a, b, false);
    case Sort::figure:
      return named_value(a.first().figure) > named_value(b.first().figure);
    case Sort::outlet:
      return by_outlet(a, b);
  }
  return false;
}

FigureInContext shown(Shelf& shelf, const Mention& mention) {
  const Article& article = shelf.article(mention.story);
  if (mention.place >= article.figures.size())
    throw Xapian::DatabaseCorruptError("a sentence does not fit its story");
  FigureInContext figure = in_context(article, article.figures[mention.place]);
  figure.match = mention.match;
  return figure;
}

std::optional<Agreement> shown(Shelf& shelf, const std::vector<Claim>& claims,
                               const std::optional<Comparison>& comparison) {
  if (!comparison) return std::nullopt;
  Agreement agreement{.state = comparison->state, .claims = {}};
  for (const Comparison::Voice& voice : comparison->voices) {
    const Mention& mention = claims[voice.claim].mentions[voice.mention];
    agreement.claims.push_back(
        {shown(shelf, mention), story_ref(shelf.article(mention.story))});
  }
  return agreement;
}

FigureRow make_row(Shelf& shelf, const Claim& claim) {
  FigureRow row{.figure = shown(shelf, claim.first()),
                .story = story_ref(shelf.article(claim.first().story)),
                .outlets = claim.outlets().size(),
                .agreement = std::nullopt,
                .stories = claim.stories().size(),
                .mentions = claim.mentions.size()};
  row.figure.match = claim.match;
  return row;
}

}  // namespace

void find_figures(Snapshot& snapshot, const Query& query, const SearchRequest& request,
                  FigureResults& results) {
  const auto now = request.recency ? request.now : std::nullopt;
  Shelf shelf(snapshot);
  Mentions mentions = find_mentions(snapshot, query, request.sort, now);
  const ClusterOf cluster_of = [&](const std::string& id) { return shelf.cluster(id); };
  const ContextOf context_of = [&](const Mention& mention) {
    return claim_context(shelf.article(mention.story), mention.place);
  };
  std::vector<Claim> claims =
      distinct_claims(std::move(mentions.all), snapshot.stem, cluster_of, context_of);
  std::stable_sort(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) {
    return before(a, b, request.sort);
  });
  results.total = claims.size();
  results.exact = mentions.exact;
  results.groups = group_claims(claims);
  results.facets.clear();
  results.histograms.clear();
  if (request.facets) {
    results.facets = figure_facets(claims);
    results.histograms = value_histograms(claims);
  }
  results.rows.clear();
  const auto comparisons = compare_claims(claims, cluster_of, context_of, snapshot.stem);
  const std::size_t end = std::min(claims.size(), request.offset + request.limit);
  for (std::size_t i = request.offset; i < end; ++i) {
    FigureRow row = make_row(shelf, claims[i]);
    row.agreement = shown(shelf, claims, comparisons[i]);
    results.rows.push_back(std::move(row));
  }
}

}  // namespace broadsheet
