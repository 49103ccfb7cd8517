#include "searcher/named_sources.h"

#include <algorithm>
#include <optional>
#include <set>

#include "schema/fields.h"
#include "schema/terms.h"
#include "searcher/prior.h"
#include "searcher/ranking.h"
#include "searcher/word_places.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_sources = 4;

struct Stated {
  std::string outlet;  // as a term; empty: unknown
  std::optional<int> day;
};

std::vector<Stated> stated(const Snapshot& snapshot, const std::vector<RankedStory>& hits,
                           std::size_t depth) {
  std::vector<Stated> stories;
  for (std::size_t i = 0; i < depth; ++i) {
    const auto document = snapshot.articles.get_document(hits[i].document);
    const std::string name = document.get_value(slot_outlet);
    stories.push_back({.outlet = name.empty() ? name : name_term(prefix::outlet, name),
                       .day = decode_day(document.get_value(slot_date))});
  }
  return stories;
}

// 0 for stories of another source; less for those of another day.
double share(const Stated& story, const Clause& source,
             const std::set<std::string>& names) {
  if (names.count(story.outlet) == 0) return 0;
  if (!source.days) return 1;
  const bool then = story.day && *story.day >= source.days->first - 1 &&
                    *story.day <= source.days->last + 1;
  return then ? 1 : ranking::named_source_other_day;
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
  const auto stories = stated(snapshot, hits, depth);
  std::vector<double> raised(depth);
  for (const Clause* source : sources) {
    const auto names = outlet_terms(*source);
    const WordPlaces places(snapshot, source->words);
    std::vector<double> fits(depth);
    for (std::size_t i = 0; i < depth; ++i) {
      const double part = share(stories[i], *source, names);
      if (part > 0) fits[i] = part * places.gain(hits[i].document);
    }
    const double best = depth > 0 ? *std::max_element(fits.begin(), fits.end()) : 0;
    for (std::size_t i = 0; best > 0 && i < depth; ++i)
      raised[i] = std::max(raised[i], fits[i] / best);
  }
  for (std::size_t i = 0; i < depth; ++i) hits[i].score += gain * raised[i];
}

}  // namespace broadsheet
