// How alike two stories are, told from their sketches: near-copies (a wire story in
// several outlets, an aggregator's cut of it) and what only looks like one (two earnings
// briefs, two weather reports, the same text with another number in it).
#pragma once

#include <string_view>

#include "schema/sketch.h"

namespace broadsheet {

struct Likeness {
  double overlap = 0;      // shared shingles among all of both, estimated
  double containment = 0;  // of the smaller in the larger, estimated
  double lead = 0;         // overlap of the openings
  bool same_text = false;
  bool figures_agree = false;  // the figures of one are all among those of the other
  std::size_t same_sentences = 0;
  std::size_t refilled = 0;  // sentences with other names or numbers in the same frame
  bool titles_meet = false;  // a word in common, or one has no title
  bool same_title = false;   // or one has none
  bool title_numbers_agree = false;
};

Likeness compare(const Sketch& a, const Sketch& b);

// Why two are no near-copies; empty: they are.
std::string_view objection(const Likeness& likeness, const Sketch& a, const Sketch& b);

inline bool near_copies(const Sketch& a, const Sketch& b) {
  return objection(compare(a, b), a, b).empty();
}

// Whether each figure of one is also one of the other, whichever of the two has more. A
// longer copy may add a paragraph with figures of its own; two that each have a figure
// the other lacks differ in a figure.
bool figures_agree(const Sketch& a, const Sketch& b);

}  // namespace broadsheet
