#include "searcher/named_sources.h"

#include <algorithm>
#include <set>

#include "schema/fields.h"
#include "schema/terms.h"
#include "searcher/prior.h"
#include "searcher/word_places.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_sources = 4;

std::vector<std::string> outlets_of(const Snapshot& snapshot,
                                    const std::vector<RankedStory>& hits,
                                    std::size_t depth) {
  std::vector<std::string> outlets;
  for (std::size_t i = 0; i < depth; ++i) {
    const std::string name =
        snapshot.articles.get_document(hits[i].document).get_value(slot_outlet);
    outlets.push_back(name.empty() ? name : name_term(prefix::outlet, name));
  }
  return outlets;
}

}  // namespace

void raise_by_source(Snapshot& snapshot, const Query& query, double gain,
                     std::size_t depth, std::vector<RankedStory>& hits) {
  std::vector<const Clause*> sources;
  for (const Clause& clause : query.liked) {
    if (!clause.words.empty() && sources.size() < most_sources)
      sources.push_back(&clause);
  }
  if (sources.empty()) return;
  depth = std::min(depth, hits.size());
  const auto outlets = outlets_of(snapshot, hits, depth);
  std::vector<double> raised(depth);
  for (const Clause* source : sources) {
    const auto names = outlet_terms(*source);
    const WordPlaces places(snapshot, source->words);
    std::vector<double> fits(depth);
    for (std::size_t i = 0; i < depth; ++i) {
      if (names.count(outlets[i]) > 0) fits[i] = places.gain(hits[i].document);
    }
    const double best = depth > 0 ? *std::max_element(fits.begin(), fits.end()) : 0;
    for (std::size_t i = 0; best > 0 && i < depth; ++i)
      raised[i] = std::max(raised[i], fits[i] / best);
  }
  for (std::size_t i = 0; i < depth; ++i) hits[i].score += gain * raised[i];
}

}  // namespace broadsheet
