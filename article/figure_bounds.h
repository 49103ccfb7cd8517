// The words around a number that bound it or tell how it changed: "more than", "-plus",
// "rose by", "up from".
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "article/figure.h"
#include "article/figure_tokens.h"

namespace broadsheet {

struct BoundReading {
  Bound bound = Bound::exact;
  std::size_t at =
      0;  // first token of the words before, or the one after the words behind
};

// The bound that ends right before token `at`.
std::optional<BoundReading> read_bound_before(const std::vector<Token>& tokens,
                                              std::size_t at);

// The bound that begins at token `at`, right behind number or unit.
std::optional<BoundReading> read_bound_after(const std::vector<Token>& tokens,
                                             std::size_t at);

enum class Link { none, by, to, from };

struct ChangeReading {
  Direction direction = Direction::up;
  Link link = Link::none;
  std::size_t verb = 0;
};

// The verb of rise or fall that governs the figure beginning at token `at` (its bound
// words included). Tokens before `done` belong to another figure: in "adds 9,000 job cuts
// to the 18,000" nothing is cut to 18,000.
std::optional<ChangeReading> read_change(const std::vector<Token>& tokens, std::size_t at,
                                         std::size_t done);

}  // namespace broadsheet
