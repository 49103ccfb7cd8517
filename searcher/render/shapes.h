// The JSON shapes of hits and figure rows, shared by json and jsonl.
#pragma once

#include <nlohmann/json.hpp>

#include "searcher/results.h"

namespace broadsheet {

nlohmann::ordered_json hit_json(const Hit& hit);
nlohmann::ordered_json figure_row_json(const FigureRow& row);
nlohmann::ordered_json figure_group_json(const FigureGroup& group);
nlohmann::ordered_json histogram_json(const FigureHistogram& histogram);

}  // namespace broadsheet
