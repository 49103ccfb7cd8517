// The renderers, one file each; the table in searcher/render.cpp lists them.
#pragma once

#include <string>

#include "searcher/render.h"

namespace broadsheet {

// Each gives whole lines, the last one ended.
std::string text_search(const Results& results, const RenderOptions& options);
std::string text_figures(const FigureResults& results, const RenderOptions& options);

std::string json_search(const Results& results, const RenderOptions& options);
std::string json_figures(const FigureResults& results, const RenderOptions& options);

std::string jsonl_search(const Results& results, const RenderOptions& options);
std::string jsonl_figures(const FigureResults& results, const RenderOptions& options);

std::string csv_search(const Results& results, const RenderOptions& options);
std::string csv_figures(const FigureResults& results, const RenderOptions& options);

std::string trec_search(const Results& results, const RenderOptions& options);

}  // namespace broadsheet
