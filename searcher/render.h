// Results as text for people and programs: one function per output format, one row each
// in the table that renderers() returns.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "searcher/results.h"

namespace broadsheet {

struct RenderOptions {
  std::size_t width = 80;  // columns of the terminal
  bool colour = false;     // ANSI colours
  bool first = true;       // of a batch: print a header line if the format has one
  std::size_t rank = 1;    // rank of the first hit
  std::optional<std::string> query_id;  // of a batch line
  bool groups = false;  // of figures: groups of claims in place of the claims
};

struct Renderer {
  std::string_view name;         // "json"
  std::string_view description;  // for --help
  // Null when the format has no such view.
  std::string (*search)(const Results&, const RenderOptions&);
  std::string (*figures)(const FigureResults&, const RenderOptions&);
};

std::span<const Renderer> renderers();
const Renderer* renderer_named(std::string_view name);

}  // namespace broadsheet
