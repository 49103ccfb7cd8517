// Whom or what a figure is said of: the grammatical subject of its clause, or the name
// right behind what is counted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/figure.h"
#include "article/figure_tokens.h"

namespace broadsheet {

// For the figure at tokens [first, end) of a sentence. Nothing where it is not plain: no
// name is better than a wrong one.
std::optional<std::string> find_subject(const std::vector<Token>& tokens,
                                        std::size_t first, std::size_t end,
                                        std::string_view text, const Figure& figure);

}  // namespace broadsheet
