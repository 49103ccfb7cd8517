// The shingles are four folded words; the smallest hashes of a story's shingles are a
// fair sample of them, and the same sample in every copy (bottom-k MinHash), which tells
// overlap and, with copies cut short, containment. Sentences and figures then have a
// veto, for a template shares most of its words with every story written on it.
#include "indexer/likeness.h"

#include <algorithm>

namespace broadsheet {
namespace {

template <typename T>
std::size_t common(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++count, ++x, ++y;
    }
  }
  return count;
}

struct Shared {
  double overlap = 0;
  double containment = 0;
};

// Of two samples only the part that both cover counts.
Shared compare_samples(const std::vector<std::uint32_t>& a, bool whole_a,
                       const std::vector<std::uint32_t>& b, bool whole_b) {
  constexpr std::uint32_t all = 0xFFFFFFFF;
  if (a.empty() || b.empty()) return {};
  const std::uint32_t limit =
      std::min(whole_a ? all : a.back(), whole_b ? all : b.back());
  const auto within = [&](const auto& sample) {
    return static_cast<double>(std::upper_bound(sample.begin(), sample.end(), limit) -
                               sample.begin());
  };
  const auto shared = static_cast<double>(common(a, b));
  const double of_a = within(a);
  const double of_b = within(b);
  if (of_a == 0 || of_b == 0) return {};
  return {.overlap = shared / (of_a + of_b - shared),
          .containment = shared / std::min(of_a, of_b)};
}

void compare_sentences(const Sketch& a, const Sketch& b, Likeness& likeness) {
  for (auto x = a.sentences.begin(), y = b.sentences.begin();
       x != a.sentences.end() && y != b.sentences.end();) {
    if (x->frame < y->frame) {
      ++x;
    } else if (y->frame < x->frame) {
      ++y;
    } else {
      ++(x->whole == y->whole ? likeness.same_sentences : likeness.refilled);
      ++x, ++y;
    }
  }
}

}  // namespace

bool figures_agree(const Sketch& a, const Sketch& b) {
  if (a.all_figures == b.all_figures) return true;
  // Cut sets cannot be compared further.
  if (a.figures.size() == Sketch::most_figures ||
      b.figures.size() == Sketch::most_figures)
    return false;
  return common(a.figures, b.figures) == std::min(a.figures.size(), b.figures.size());
}

namespace {

bool nested(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b) {
  return common(a, b) == std::min(a.size(), b.size());
}

}  // namespace

Likeness compare(const Sketch& a, const Sketch& b) {
  Likeness likeness;
  const Shared text = compare_samples(a.sample, a.whole_sample, b.sample, b.whole_sample);
  likeness.overlap = text.overlap;
  likeness.containment = text.containment;
  likeness.lead = compare_samples(a.lead, false, b.lead, false).overlap;
  compare_sentences(a, b, likeness);
  likeness.same_text = a.words == b.words && a.text == b.text;
  likeness.figures_agree = figures_agree(a, b);
  likeness.titles_meet =
      a.title.empty() || b.title.empty() || common(a.title, b.title) > 0;
  likeness.same_title = a.title.empty() || b.title.empty() || a.title == b.title;
  likeness.title_numbers_agree = nested(a.title_numbers, b.title_numbers);
  return likeness;
}

std::string_view objection(const Likeness& likeness, const Sketch& a, const Sketch& b) {
  constexpr std::size_t few_words = 30;
  constexpr std::size_t short_text = 80;
  const std::size_t words = std::min(a.words, b.words);
  const bool alike =
      likeness.overlap >= 0.9 || (likeness.overlap >= 0.75 && likeness.lead >= 0.2);
  const bool cut_short =
      likeness.overlap >= 0.3 && likeness.containment >= 0.9 && likeness.lead >= 0.3;
  if (!likeness.same_text) {
    if (words < few_words) return "short";
    if (!alike && !cut_short) return "unlike";
  }
  if (!likeness.figures_agree) return "figures";
  if (likeness.refilled > 0) return "template";
  if (!likeness.title_numbers_agree) return "titles";
  // The same few words under headlines that share nothing are a notice, not a story; so
  // is a text that says nothing of its headline ("we use cookies").
  if (words < short_text && !likeness.titles_meet) return "titles";
  if ((a.foreign_title || b.foreign_title) && !likeness.same_title) return "titles";
  return {};
}

}  // namespace broadsheet
