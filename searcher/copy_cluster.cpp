// A story without a date never counts as the first. Neither does one whose month is all
// that is known when another is dated within it.
#include "searcher/copy_cluster.h"

#include <algorithm>
#include <set>
#include <utility>

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

CopySummary summarise_copies(const Xapian::Database& articles, const std::string& cluster,
                             const std::optional<std::string>& outlet) {
  constexpr std::size_t most_counted = 1000;
  constexpr std::size_t most_read = 20;
  std::set<std::string> outlets;
  std::vector<std::pair<std::string, Xapian::docid>> dated;
  std::size_t all = 0;
  const std::string members = term(prefix::cluster, cluster);
  const auto end = articles.postlist_end(members);
  for (auto it = articles.postlist_begin(members); it != end; ++it) {
    if (++all > most_counted) break;
    const Xapian::Document member = articles.get_document(*it);
    outlets.insert(member.get_value(slot_outlet));
    const std::string day = member.get_value(slot_date);
    if (!day.empty()) dated.emplace_back(day, *it);
  }
  outlets.erase("");
  outlets.erase(outlet.value_or(""));
  CopySummary summary{.outlets = outlets.size(), .first = std::nullopt};
  if (all > most_counted) return summary;
  std::sort(dated.begin(), dated.end());
  std::vector<StoryRef> earliest;
  for (std::size_t i = 0; i < std::min(dated.size(), most_read); ++i)
    earliest.push_back(story_ref(load_article(articles, dated[i].second)));
  CopyCluster cluster_of_them = order_copies(std::move(earliest));
  if (cluster_of_them.first_outlet) summary.first = cluster_of_them.members.front();
  return summary;
}

}  // namespace broadsheet
