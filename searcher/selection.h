// The facet values that were chosen: which stories pass. Values of one facet are
// alternatives, facets narrow each other.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/columns.h"
#include "searcher/results.h"

namespace broadsheet {

class Selection {
 public:
  // Values that no story has become remarks.
  Selection(const Snapshot& snapshot, const StoryColumns& columns,
            const SearchRequest& request, std::vector<Remark>& remarks);

  bool empty() const { return choices_.empty(); }

  // The facets whose choice the story fails, a bit each by their place in facet_fields().
  std::uint16_t failed(std::size_t segment, Xapian::docid story) const;

 private:
  // What was chosen of one facet, by segment and name, or by story for clusters.
  struct Choice {
    std::size_t facet = 0;
    bool any_in = false;
    Chosen unknown = Chosen::no;
    bool by_story = false;
    std::vector<const NameColumn*> columns;
    std::vector<std::vector<Chosen>> chosen;
  };

  Choice& choice_of(std::size_t facet, const Snapshot& snapshot);
  bool choose(const Snapshot& snapshot, const FacetChoice& asked, Chosen how);
  bool choose_cluster(const Snapshot& snapshot, Choice& choice, const std::string& id,
                      Chosen how);
  bool passes(const Choice& choice, std::size_t segment, Xapian::docid story) const;

  const StoryColumns& columns_;
  std::vector<Choice> choices_;
};

}  // namespace broadsheet
