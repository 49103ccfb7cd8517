// How surely a story tells a figure: said by somebody, planned, estimated, denied or
// rumoured. Told from the words of its clause; nothing where the story itself reports it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "article/figure.h"
#include "article/figure_tokens.h"

namespace broadsheet {

// Of the figure at tokens [first, end) of a sentence.
std::optional<Status> find_status(const std::vector<Token>& tokens, std::size_t first,
                                  std::size_t end);

}  // namespace broadsheet
