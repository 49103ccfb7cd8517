// A story without a date never counts as the first. Neither does one whose month is all
// that is known when another is dated within it.
#include "searcher/copy_cluster.h"

#include <algorithm>

#include "schema/fields.h"
#include "schema/terms.h"
#include "searcher/hits.h"
#include "searcher/story_search.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_listed = 100;

bool earlier(const StoryRef& a, const StoryRef& b) {
  if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
  return a.date && *a.date < *b.date;
}

std::optional<std::string> first_outlet(const std::vector<StoryRef>& members) {
  const StoryRef* first = nullptr;
  for (const StoryRef& member : members) {
    if (!member.date) continue;
    if (!first || last_day(*member.date) < last_day(*first->date)) first = &member;
  }
  if (first == nullptr || !first->outlet) return std::nullopt;
  const bool contested =
      std::any_of(members.begin(), members.end(), [&](const StoryRef& member) {
        return member.date && member.outlet != first->outlet &&
               first_day(*member.date) <= last_day(*first->date);
      });
  if (contested) return std::nullopt;
  return first->outlet;
}

}  // namespace

CopyCluster order_copies(std::vector<StoryRef> members) {
  std::stable_sort(members.begin(), members.end(), earlier);
  CopyCluster cluster;
  cluster.first_outlet = first_outlet(members);
  cluster.members = std::move(members);
  return cluster;
}

CopyCluster find_cluster(const Xapian::Database& articles, const std::string& cluster) {
  std::vector<StoryRef> members;
  std::size_t all = 0;
  const std::string by_cluster = term(prefix::cluster, cluster);
  for (auto it = articles.postlist_begin(by_cluster);
       it != articles.postlist_end(by_cluster); ++it) {
    if (++all <= most_listed) members.push_back(story_ref(load_article(articles, *it)));
  }
  CopyCluster found = order_copies(std::move(members));
  found.more = all - found.members.size();
  // What was not read may be earlier.
  if (found.more > 0) found.first_outlet.reset();
  return found;
}

}  // namespace broadsheet
