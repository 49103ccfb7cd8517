#include "searcher/facets.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "article/date.h"
#include "article/words.h"
#include "schema/facet_names.h"
#include "schema/fields.h"
#include "searcher/date_histogram.h"

namespace broadsheet {
namespace {

// A value with its count, from one segment or merged.
struct Entry {
  std::string_view key;
  std::string_view shown;
  std::size_t count = 0;
};

struct Counted {
  std::vector<Entry> entries;  // by key
  std::size_t unknown = 0;
};

// Whether the match passes the choices of all facets but these.
bool passes(const SegmentMatches& matches, std::size_t i, std::uint16_t but) {
  return matches.failed.empty() || (matches.failed[i] & ~but) == 0;
}

void count_segment(const NameColumn& names, const SegmentMatches& matches,
                   std::uint16_t but, Counted& out) {
  std::vector<std::uint32_t> counts(names.size(), 0);
  for (std::size_t i = 0; i < matches.stories.size(); ++i) {
    if (!passes(matches, i, but)) continue;
    const auto of_story = names.of(matches.stories[i]);
    if (of_story.empty()) ++out.unknown;
    for (const std::uint32_t name : of_story) ++counts[name];
  }
  for (std::size_t name = 0; name < counts.size(); ++name) {
    if (counts[name] > 0)
      out.entries.push_back({names.key(name), names.shown(name), counts[name]});
  }
}

// Entries of one key from several segments become one.
void merge(std::vector<Entry>& entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (kept > 0 && entries[kept - 1].key == entries[i].key) {
      entries[kept - 1].count += entries[i].count;
    } else {
      entries[kept++] = entries[i];
    }
  }
  entries.resize(kept);
}

Counted count_names(const StoryColumns& columns,
                    const std::vector<SegmentMatches>& matches, std::size_t facet,
                    std::uint16_t but) {
  Counted counted;
  for (std::size_t segment = 0; segment < matches.size(); ++segment)
    count_segment(columns.names(segment, facet), matches[segment], but, counted);
  if (matches.size() > 1) merge(counted.entries);
  return counted;
}

bool has_word_from(std::string_view key, const std::string& beginning) {
  return key.starts_with(beginning) ||
         key.find(" " + beginning) != std::string_view::npos;
}

// Leaves `most` entries in their order; gives how many there were beyond.
std::size_t leave(std::vector<Entry>& entries, std::size_t most, bool newest_first) {
  const auto before = [&](const Entry& a, const Entry& b) {
    if (newest_first) return a.key > b.key;
    return a.count != b.count ? a.count > b.count : a.key < b.key;
  };
  const std::size_t kept = std::min(most, entries.size());
  const auto middle = entries.begin() + static_cast<std::ptrdiff_t>(kept);
  std::partial_sort(entries.begin(), middle, entries.end(), before);
  const std::size_t more = entries.size() - kept;
  entries.resize(kept);
  return more;
}

Chosen chosen_as(const SearchRequest& request, const FacetField& field,
                 const std::optional<std::string>& key) {
  const auto among = [&](const std::vector<FacetChoice>& choices) {
    return std::any_of(choices.begin(), choices.end(), [&](const FacetChoice& choice) {
      if (choice.facet != field.name || choice.value.has_value() != key.has_value())
        return false;
      return !key || facet_key(field, *choice.value) == *key;
    });
  };
  if (among(request.in)) return Chosen::in;
  return among(request.out) ? Chosen::out : Chosen::no;
}

// Chosen values stay in view, however few stories they have.
void add_chosen(Facet& facet, const FacetField& field, const SearchRequest& request,
                const std::vector<Entry>& all) {
  const auto add = [&](const std::vector<FacetChoice>& choices, Chosen how) {
    for (const FacetChoice& choice : choices) {
      if (choice.facet != field.name || !choice.value) continue;
      const std::string key = facet_key(field, *choice.value);
      const bool listed = std::any_of(
          facet.values.begin(), facet.values.end(), [&](const FacetValue& value) {
            return value.value && facet_key(field, *value.value) == key;
          });
      if (listed) continue;
      const auto entry = std::lower_bound(
          all.begin(), all.end(), key,
          [](const Entry& e, const std::string& k) { return e.key < k; });
      const bool found = entry != all.end() && entry->key == key;
      if (found && facet.more > 0) --facet.more;
      facet.values.push_back(
          {.value = found ? facet_value(field, entry->key, entry->shown) : *choice.value,
           .count = found ? entry->count : 0,
           .chosen = how});
    }
  };
  add(request.in, Chosen::in);
  add(request.out, Chosen::out);
}

Facet shown(const FacetField& field, const Counted& counted, const SearchRequest& request,
            const std::string& beginning) {
  std::vector<Entry> entries = counted.entries;
  if (!beginning.empty())
    std::erase_if(entries,
                  [&](const Entry& e) { return !has_word_from(e.key, beginning); });
  const bool dates = field.kind != FacetKind::name && field.kind != FacetKind::cluster;
  Facet facet{.name = std::string(field.name), .values = {}};
  facet.more = leave(entries, request.values, dates);
  for (const Entry& entry : entries) {
    facet.values.push_back({.value = facet_value(field, entry.key, entry.shown),
                            .count = entry.count,
                            .chosen = chosen_as(request, field, std::string(entry.key))});
  }
  if (beginning.empty()) add_chosen(facet, field, request, counted.entries);
  const Chosen unknown = chosen_as(request, field, std::nullopt);
  if (beginning.empty() && (counted.unknown > 0 || unknown != Chosen::no))
    facet.values.push_back(
        {.value = std::nullopt, .count = counted.unknown, .chosen = unknown});
  return facet;
}

// Clusters are counted by group; their names are read of those alone that are listed.
Facet count_clusters(const StoryColumns& columns,
                     const std::vector<SegmentMatches>& matches,
                     const SearchRequest& request, const Snapshot& snapshot,
                     const FacetField& field, std::uint16_t but) {
  const CopyGroups& groups = columns.groups();
  std::vector<std::uint32_t> counts(groups.count() + 1, 0);
  for (std::size_t segment = 0; segment < matches.size(); ++segment) {
    const auto& stories = matches[segment].stories;
    for (std::size_t i = 0; i < stories.size(); ++i) {
      if (passes(matches[segment], i, but))
        ++counts[groups.of(Place{segment, stories[i]})];
    }
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t group = 1; group < counts.size(); ++group) {
    if (counts[group] > 1) order.push_back(group);
  }
  const std::size_t kept = std::min(order.size(), request.values);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept),
                    order.end(), [&](std::uint32_t a, std::uint32_t b) {
                      return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
                    });
  Facet facet{.name = std::string(field.name), .values = {}, .more = order.size() - kept};
  order.resize(kept);
  for (const std::uint32_t group : order) {
    const Xapian::docid member = document_at(groups.member(group), columns.segments());
    const std::string id = snapshot.articles.get_document(member).get_value(slot_cluster);
    facet.values.push_back({id, counts[group], chosen_as(request, field, id)});
  }
  const Chosen alone = chosen_as(request, field, std::nullopt);
  if (counts[0] > 0 || alone != Chosen::no)
    facet.values.push_back({std::nullopt, counts[0], alone});
  return facet;
}

std::map<int, std::size_t> by_first_day(const Counted& counted) {
  std::map<int, std::size_t> days;
  for (const Entry& entry : counted.entries) {
    const auto date = read_date(
        facet_value(facet_fields()[facet_named("day")], entry.key, entry.shown));
    if (date) days[first_day(*date)] += entry.count;
  }
  return days;
}

// Every story that has a day has its month and year too: what is left of those when the
// finer ones are taken away is known no better.
void take_away(std::map<int, std::size_t>& coarse,
               const std::map<int, std::size_t>& fine) {
  for (const auto& [day, count] : fine) {
    auto it = coarse.upper_bound(day);
    if (it == coarse.begin()) continue;
    --it;
    it->second -= std::min(it->second, count);
  }
  std::erase_if(coarse, [](const auto& entry) { return entry.second == 0; });
}

DateHistogram count_dates(const StoryColumns& columns,
                          const std::vector<SegmentMatches>& matches) {
  const auto count = [&](std::string_view facet) {
    return count_names(columns, matches, facet_named(facet), 0);
  };
  const Counted years = count("year");
  const auto months = by_first_day(count("month"));
  DateCounts counts{.days = by_first_day(count("day")),
                    .months = months,
                    .years = by_first_day(years),
                    .undated = years.unknown};
  take_away(counts.years, months);
  take_away(counts.months, counts.days);
  return make_histogram(counts);
}

}  // namespace

namespace {

// What the request asks of a facet; nothing when it is not to be counted. Without a list
// all are.
std::optional<FacetChoice> asked_of(const SearchRequest& request, std::string_view name) {
  if (request.facet.empty()) return FacetChoice{std::string(name), std::nullopt};
  for (const FacetChoice& asked : request.facet) {
    if (asked.facet == name) return asked;
  }
  return std::nullopt;
}

}  // namespace

void load_columns(const StoryColumns& columns, const SearchRequest& request) {
  if (request.facets || request.snippets) columns.groups();
  if (!request.facets) return;
  const auto fields = facet_fields();
  for (std::size_t facet = 0; facet < fields.size(); ++facet) {
    const bool dates = fields[facet].kind != FacetKind::name;
    const bool wanted = dates || asked_of(request, fields[facet].name);
    for (std::size_t segment = 0; wanted && segment < columns.segments(); ++segment) {
      if (fields[facet].kind != FacetKind::cluster) columns.names(segment, facet);
    }
  }
}

FacetCounts count_facets(const StoryColumns& columns,
                         const std::vector<SegmentMatches>& matches,
                         const SearchRequest& request, const Snapshot& snapshot,
                         const Deadline& deadline) {
  constexpr std::size_t always_counted = 10'000;  // less than a millisecond
  std::size_t stories = 0;
  for (const SegmentMatches& segment : matches) stories += segment.stories.size();
  const bool many = stories > always_counted;
  FacetCounts out;
  const auto fields = facet_fields();
  for (std::size_t facet = 0; facet < fields.size(); ++facet) {
    const auto asked = asked_of(request, fields[facet].name);
    if (!asked) continue;
    if (many && deadline.passed()) {
      out.cut = true;
      return out;
    }
    const auto but = static_cast<std::uint16_t>(1U << facet);
    if (fields[facet].kind == FacetKind::cluster) {
      out.facets.push_back(
          count_clusters(columns, matches, request, snapshot, fields[facet], but));
      continue;
    }
    out.facets.push_back(shown(fields[facet], count_names(columns, matches, facet, but),
                               request, fold_words(asked->value.value_or(""))));
  }
  out.histogram = count_dates(columns, matches);
  return out;
}

std::size_t count_groups(const CopyGroups& groups,
                         const std::vector<SegmentMatches>& matches) {
  std::vector<bool> seen(groups.count() + 1, false);
  std::size_t count = 0;
  for (std::size_t segment = 0; segment < matches.size(); ++segment) {
    const auto& stories = matches[segment].stories;
    for (std::size_t i = 0; i < stories.size(); ++i) {
      if (!passes(matches[segment], i, 0)) continue;
      const std::uint32_t group = groups.of(Place{segment, stories[i]});
      if (group > 0 && seen[group]) continue;
      seen[group] = true;
      ++count;
    }
  }
  return count;
}

}  // namespace broadsheet
