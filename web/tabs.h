// What stands under the tabs of a results page other than Stories.
#pragma once

#include <optional>

#include "searcher/results.h"
#include "web/html.h"
#include "web/view.h"

namespace broadsheet {

// What the searcher gave for a view. The stories are there always, for the facets and
// the reading line.
struct Answer {
  Results stories;
  std::optional<FigureResults> figures;        // Figures, Compare
  std::optional<Results> other;                // Compare: of `against`
  std::optional<FigureResults> other_figures;  // Compare
};

// How many claims the Figures tab asks for: its plot shows them all, its table a page.
inline constexpr std::size_t plotted_claims = 1000;
inline constexpr std::size_t listed_claims = 50;

void add_figures_tab(Html& html, const View& view, const FigureResults& results);
void add_timeline_tab(Html& html, const View& view, const Results& results);
void add_compare_tab(Html& html, const View& view, const Answer& answer);

// The way to take the claims away: "csv" or "jsonl".
std::string download_url(const View& view, std::string_view format);

}  // namespace broadsheet
