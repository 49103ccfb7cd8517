// Xapian would check each of some thirty bucket lists for each story with a word. Here
// each list is walked once, and every story has a few bits.
#include "searcher/figure_rank_candidates.h"

#include <algorithm>
#include <array>
#include <bit>
#include <set>

#include "article/words.h"
#include "schema/fields.h"
#include "searcher/planner.h"
#include "searcher/ranking.h"
#include "searcher/unit_size.h"

namespace broadsheet {
namespace {

// What a story has, as bits: words, words of its title, and the two below.
constexpr std::size_t most_words = 14;
constexpr std::uint32_t has_value = 1u << 28;  // near enough
constexpr std::uint32_t has_unit = 1u << 29;
constexpr std::uint32_t any_word = (1u << (2 * most_words)) - 1;

class Walk {
 public:
  Walk(Snapshot& snapshot, const FigureCondition& condition,
       const std::vector<RatedWord>& asked)
      : snapshot_(snapshot), condition_(condition) {
    for (const RatedWord& one : asked) add_word(one);
    for (const std::string& word : condition.words) add_word({snapshot.stem(word), 1});
    // The rarest tell most and have the shortest lists.
    std::stable_sort(words_.begin(), words_.end(),
                     [](const auto& a, const auto& b) { return a.rarity > b.rarity; });
    if (words_.size() > ranking::figure_words) words_.resize(ranking::figure_words);
    stories_.resize(snapshot.articles.get_lastdocid() + 1);
  }

  std::vector<StoryCandidate> best(std::size_t depth) {
    mark();
    const auto weights = weights_of_bits();
    std::vector<StoryCandidate> in_unit;
    std::vector<StoryCandidate> others;
    for (std::size_t id = 1; id < stories_.size(); ++id) {
      const std::uint32_t has = stories_[id];
      if ((has & has_value) == 0) continue;
      if (!words_.empty() && (has & any_word) == 0) continue;
      auto& found = (has & has_unit) != 0 ? in_unit : others;
      found.push_back({static_cast<Xapian::docid>(id), weigh(has, weights)});
    }
    keep_best(in_unit, depth);
    keep_best(others, depth);
    in_unit.insert(in_unit.end(), others.begin(), others.end());
    return in_unit;
  }

 private:
  using Weights = std::array<double, 32>;

  static void keep_best(std::vector<StoryCandidate>& found, std::size_t depth) {
    const auto end =
        found.begin() + static_cast<std::ptrdiff_t>(std::min(depth, found.size()));
    std::nth_element(found.begin(), end, found.end(), [](const auto& a, const auto& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.document < b.document;
    });
    found.erase(end, found.end());
  }

  void add_word(const RatedWord& word) {
    const bool known = std::any_of(words_.begin(), words_.end(), [&](const auto& other) {
      return other.stem == word.stem;
    });
    if (!known) words_.push_back(word);
  }

  void mark() {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      mark(term("", words_[w].stem), 1u << w);
      mark(term(prefix::title, words_[w].stem), 1u << (most_words + w));
    }
    for (const std::string& bucket : buckets_near(condition_)) mark(bucket, has_value);
    for (const std::string& unit : unit_words()) mark(term(prefix::unit, unit), has_unit);
  }

  void mark(const std::string& term, std::uint32_t bits) {
    const auto end = snapshot_.articles.postlist_end(term);
    for (auto it = snapshot_.articles.postlist_begin(term); it != end; ++it)
      stories_[*it] |= bits;
  }

  // The first word of each unit that converts, or the things counted.
  std::set<std::string> unit_words() {
    std::set<std::string> words;
    for (const std::string& word : condition_.words) words.insert(snapshot_.stem(word));
    const auto add = [&](std::string_view unit) {
      const auto parts = split_words(unit);
      if (!parts.empty()) words.insert(snapshot_.stem(parts.front().text));
    };
    add(condition_.unit);
    for (const UnitSize& other : unit_sizes()) {
      if (units_compare(other.name, condition_.unit)) add(other.name);
    }
    return words;
  }

  // A word of the title alone counts less.
  Weights weights_of_bits() const {
    Weights weights{};
    double total = 0;
    for (const RatedWord& word : words_) total += word.rarity;
    for (std::size_t w = 0; w < words_.size(); ++w) {
      weights[w] = words_[w].rarity / total;
      weights[most_words + w] = ranking::title_weight * weights[w];
    }
    return weights;
  }

  static double weigh(std::uint32_t has, const Weights& weights) {
    double weight = 0;
    for (; has != 0; has &= has - 1)
      weight += weights[static_cast<std::size_t>(std::countr_zero(has))];
    return weight;
  }

  Snapshot& snapshot_;
  const FigureCondition& condition_;
  std::vector<RatedWord> words_;
  std::vector<std::uint32_t> stories_;  // by document id
};

}  // namespace

std::vector<StoryCandidate> stories_to_look_at(Snapshot& snapshot,
                                               const FigureCondition& condition,
                                               const std::vector<RatedWord>& asked,
                                               std::size_t depth) {
  return Walk(snapshot, condition, asked).best(depth);
}

}  // namespace broadsheet
