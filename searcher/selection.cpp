#include "searcher/selection.h"

#include <algorithm>
#include <fmt/format.h>

#include "schema/facet_names.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace broadsheet {

Selection::Selection(const Snapshot& snapshot, const StoryColumns& columns,
                     const SearchRequest& request, std::vector<Remark>& remarks)
    : columns_(columns) {
  const auto choose_all = [&](const std::vector<FacetChoice>& all, Chosen how) {
    for (const FacetChoice& asked : all) {
      if (choose(snapshot, asked, how)) continue;
      remarks.push_back({.span = {},
                         .message = fmt::format("no story has the {} \"{}\"", asked.facet,
                                                asked.value.value_or("unknown")),
                         .suggestion = {}});
    }
  };
  choose_all(request.in, Chosen::in);
  choose_all(request.out, Chosen::out);
}

Selection::Choice& Selection::choice_of(std::size_t facet, const Snapshot& snapshot) {
  for (Choice& choice : choices_) {
    if (choice.facet == facet) return choice;
  }
  Choice choice{.facet = facet};
  choice.by_story = facet_fields()[facet].kind == FacetKind::cluster;
  for (std::size_t i = 0; i < columns_.segments(); ++i) {
    const auto segments = columns_.segments();
    const NameColumn* names = choice.by_story ? nullptr : &columns_.names(i, facet);
    const std::size_t size = names != nullptr
                                 ? names->size()
                                 : snapshot.articles.get_lastdocid() / segments + 2;
    choice.columns.push_back(names);
    choice.chosen.emplace_back(size, Chosen::no);
  }
  choices_.push_back(std::move(choice));
  return choices_.back();
}

bool Selection::choose(const Snapshot& snapshot, const FacetChoice& asked, Chosen how) {
  const std::size_t facet = facet_named(asked.facet);
  if (facet == facet_fields().size()) return false;
  Choice& choice = choice_of(facet, snapshot);
  choice.any_in |= how == Chosen::in;
  if (!asked.value) {
    choice.unknown = how;
    return true;
  }
  const std::string key = facet_key(facet_fields()[facet], *asked.value);
  if (choice.by_story) return choose_cluster(snapshot, choice, key, how);
  bool found = false;
  for (std::size_t i = 0; i < choice.columns.size(); ++i) {
    const std::size_t name = choice.columns[i]->find(key);
    if (name == choice.columns[i]->size()) continue;
    choice.chosen[i][name] = how;
    found = true;
  }
  return found;
}

bool Selection::choose_cluster(const Snapshot& snapshot, Choice& choice,
                               const std::string& id, Chosen how) {
  bool found = false;
  const std::string members = term(prefix::cluster, id);
  const auto end = snapshot.articles.postlist_end(members);
  for (auto it = snapshot.articles.postlist_begin(members); it != end; ++it) {
    const Place place = place_of(*it, columns_.segments());
    choice.chosen[place.segment][place.story] = how;
    found = true;
  }
  return found;
}

bool Selection::passes(const Choice& choice, std::size_t segment,
                       Xapian::docid story) const {
  const auto& chosen = choice.chosen[segment];
  bool in = false;
  const auto allows = [&](Chosen how) {
    in |= how == Chosen::in;
    return how != Chosen::out;
  };
  if (choice.by_story) {
    if (story < chosen.size() && !allows(chosen[story])) return false;
    const bool alone = columns_.groups().of(Place{segment, story}) == 0;
    if (alone && !allows(choice.unknown)) return false;
    return in || !choice.any_in;
  }
  const auto names = choice.columns[segment]->of(story);
  if (names.empty() && !allows(choice.unknown)) return false;
  for (const std::uint32_t name : names) {
    if (!allows(chosen[name])) return false;
  }
  return in || !choice.any_in;
}

std::uint16_t Selection::failed(std::size_t segment, Xapian::docid story) const {
  std::uint16_t failed = 0;
  for (const Choice& choice : choices_) {
    if (!passes(choice, segment, story)) failed |= std::uint16_t(1U << choice.facet);
  }
  return failed;
}

}  // namespace broadsheet
