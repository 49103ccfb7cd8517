#include "schema/name_column.h"

#include <algorithm>
#include <string>
#include <utility>

#include "schema/facet_names.h"

namespace broadsheet {
namespace {

using Pair = std::pair<Xapian::docid, std::uint32_t>;  // story, name

// By story; within one by name, as they come.
void arrange(const std::vector<Pair>& pairs, std::size_t stories,
             std::vector<std::uint32_t>& start, std::vector<std::uint32_t>& names) {
  start.assign(stories + 2, 0);
  for (const Pair& pair : pairs) ++start[pair.first + 1];
  for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
  names.resize(pairs.size());
  std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
  for (const Pair& pair : pairs) names[next[pair.first]++] = pair.second;
}

// A story with two forms of one name has the name once.
void keep_once(std::vector<Pair>& pairs, std::size_t from) {
  const auto begin = pairs.begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(begin, pairs.end());
  pairs.erase(std::unique(begin, pairs.end()), pairs.end());
}

}  // namespace

NameColumn::NameColumn(const Xapian::Database& segment, std::string_view prefix) {
  std::vector<Pair> pairs;
  std::size_t first = 0;      // pair of the last name
  Xapian::doccount most = 0;  // stories of the form of it that is shown
  const std::string begin(prefix);
  const auto end = segment.allterms_end(begin);
  for (auto it = segment.allterms_begin(begin); it != end; ++it) {
    const std::string term = *it;
    const FacetName name = facet_name(std::string_view(term).substr(prefix.size()));
    if (name.shown == "unknown") continue;
    const bool another_form = !keys_.empty() && keys_.back() == name.key;
    if (!another_form) {
      keys_.emplace_back(name.key);
      shown_.emplace_back(name.shown);
      most = it.get_termfreq();
      first = pairs.size();
    } else if (it.get_termfreq() > most) {
      shown_.back() = name.shown;
      most = it.get_termfreq();
    }
    const auto number = static_cast<std::uint32_t>(keys_.size() - 1);
    const auto last = segment.postlist_end(term);
    for (auto p = segment.postlist_begin(term); p != last; ++p)
      pairs.emplace_back(*p, number);
    if (another_form) keep_once(pairs, first);
  }
  arrange(pairs, segment.get_lastdocid(), start_, names_);
}

std::size_t NameColumn::find(std::string_view key) const {
  const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
  if (found == keys_.end() || *found != key) return size();
  return static_cast<std::size_t>(found - keys_.begin());
}

}  // namespace broadsheet
