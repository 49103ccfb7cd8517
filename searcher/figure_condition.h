// Comparisons of figures as they are typed into a query.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "schema/terms.h"
#include "searcher/query.h"

namespace broadsheet {

// ">=8000", "<$2bn", "=5%", "8000", "$40bn..50bn", "$45bn..", "5%+", "more than 5,000".
// The unit of one end of a range holds for both. A bare number means exactly that value.
// Nothing when the text is no comparison.
std::optional<FigureCondition> read_figure_condition(std::string_view text);

// "jobs>5000", "capex>=$45bn", "capex=$45bn..": a word, a sign and a value.
std::optional<FigureCondition> read_named_condition(std::string_view text);

// What can only be a comparison, as it stands among words: those with a sign, a range, a
// plus behind.
std::optional<FigureCondition> read_comparison(std::string_view text);

// What a figure among the words of a query asks for: "more than 5,000 employees".
FigureCondition condition_of(const Figure& figure);

// "more than 5,000" is surely above 4,000, possibly above 6,000 and not above 10,000: a
// bound is said near what is meant, so an open end reaches to twice or half its value.
enum class Match { no, possibly, surely };

// By value alone, across the units of one dimension ("5 tonnes", "5,000 kg").
Match match_values(const Figure& figure, const FigureCondition& condition);

// Whether the figure has the condition's unit or one that converts; currencies never do.
// A rate ("£12.90 an hour") has the unit of its sum when no rate is asked for.
bool has_unit_of(const Figure& figure, const FigureCondition& condition);

// By value and unit. A bare number never asks for money or percentages. The words are not
// looked at.
Match match_figure(const Figure& figure, const FigureCondition& condition);

// Surely or possibly.
bool satisfies(const Figure& figure, const FigureCondition& condition);

// The figures of one sentence that answer the condition: when some of them count the
// thing that is asked for ("jobs"), only those can.
std::vector<std::size_t> figures_meeting(std::span<const Figure> sentence,
                                         const FigureCondition& condition, Stemmer& stem);

}  // namespace broadsheet
