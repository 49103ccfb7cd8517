#include "searcher/story_answer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "searcher/copy_cluster.h"
#include "searcher/facets.h"
#include "searcher/hits.h"
#include "searcher/snippet.h"

namespace broadsheet {
namespace {

// These hits have their snippets however late it is: some 0.1 ms each.
constexpr std::size_t always_whole = 20;

// Whoever asks for a cluster wants to see its members.
bool asks_for_cluster(const std::vector<Clause>& clauses) {
  return std::any_of(clauses.begin(), clauses.end(), [](const Clause& clause) {
    if (clause.kind == Clause::Kind::name) return clause.field->name == "cluster";
    return asks_for_cluster(clause.parts);
  });
}

void remark(Results& results, std::string message) {
  results.remarks.push_back(
      {.span = {}, .message = std::move(message), .suggestion = {}});
}

}  // namespace

// A quarter of the time is kept for what comes after the match.
StoryAnswer::StoryAnswer(Snapshot& snapshot, const StoryColumns& columns,
                         const SearchRequest& request, const Query& query)
    : snapshot_(snapshot), columns_(columns), request_(request), query_(query) {
  if (request.deadline_ms == 0) return;
  const auto start = Deadline::Clock::now();
  const std::chrono::microseconds time = std::chrono::milliseconds(request.deadline_ms);
  matching_ = Deadline::in(start, time * 3 / 4);
  whole_ = Deadline::in(start, time);
}

bool StoryAnswer::groups() const {
  return request_.group && counts() && !asks_for_cluster(query_.filters) &&
         std::none_of(
             request_.in.begin(), request_.in.end(),
             [](const FacetChoice& choice) { return choice.facet == "cluster"; });
}

void StoryAnswer::give(Results& results) {
  const Selection selection(snapshot_, columns_, request_, results.remarks);
  MatchPass pass(columns_.segments(), matching_, selection.empty() ? nullptr : &selection,
                 counts());
  const StoryMatches matches =
      find_stories(snapshot_, query_,
                   {.offset = request_.offset,
                    .limit = request_.limit,
                    .sort = request_.sort,
                    .count = counts(),
                    .now = request_.recency ? request_.now : std::nullopt,
                    .groups = groups() ? &columns_.groups() : nullptr},
                   pass);
  results.total = results.groups = matches.total;
  results.exact = false;
  if (counts()) count(pass, results);
  if (request_.facets) count_facets(pass, results);
  make_hits(matches.stories, results);
  more_ = matches.more && !pass.cut();
}

void StoryAnswer::count(const MatchPass& pass, Results& results) const {
  results.total = pass.accepted();
  results.groups =
      groups() ? count_groups(columns_.groups(), pass.matches()) : results.total;
  results.exact = !pass.cut();
  if (!pass.cut()) return;
  results.partial = true;
  const double share = std::max(pass.share(), 1e-6);
  const auto estimate = [&](std::size_t count) {
    return static_cast<std::size_t>(std::llround(static_cast<double>(count) / share));
  };
  results.total =
      std::min<std::size_t>(estimate(results.total), snapshot_.articles.get_doccount());
  results.groups = std::min(estimate(results.groups), results.total);
  remark(results,
         fmt::format("the search was stopped at its time limit of {} ms, when {:.0f}% of "
                     "the stories had been looked at: hits and facets are of those, "
                     "totals are estimates; a narrower query will be whole",
                     request_.deadline_ms, 100 * share));
}

void StoryAnswer::count_facets(const MatchPass& pass, Results& results) const {
  FacetCounts counts =
      broadsheet::count_facets(columns_, pass.matches(), request_, snapshot_, whole_);
  results.facets = std::move(counts.facets);
  if (!counts.cut) {
    results.histogram = std::move(counts.histogram);
    return;
  }
  results.partial = true;
  remark(results, fmt::format("not all facets could be counted within {} ms",
                              request_.deadline_ms));
}

void StoryAnswer::make_hits(const std::vector<RankedStory>& stories,
                            Results& results) const {
  const Marker marker(query_, snapshot_.stem);
  for (const RankedStory& story : stories) {
    Article article = load_article(snapshot_.articles, story.document);
    const std::size_t copies = count_copies(snapshot_.articles, article);
    const bool in_time = results.hits.size() < always_whole || !whole_.passed();
    results.partial |= !in_time;
    Hit hit = make_hit(std::move(article), query_, marker, request_.snippets && in_time);
    hit.score = story.score;
    hit.copies = copies;
    if (copies == 0) hit.cluster.reset();
    if (copies > 0 && request_.snippets && in_time) {
      CopySummary summary =
          summarise_copies(snapshot_.articles, *hit.cluster, hit.outlet);
      hit.also_in = summary.outlets;
      hit.first = std::move(summary.first);
    }
    results.hits.push_back(std::move(hit));
  }
}

}  // namespace broadsheet
