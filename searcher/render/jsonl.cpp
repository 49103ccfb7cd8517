// One JSON object a line: a hit or a figure row each, for tools that read line by line.
// In a batch a line is a whole answer, so that a query without hits has its line too.
#include <string>

#include "article/article_json.h"
#include "searcher/render/formats.h"
#include "searcher/render/shapes.h"

namespace broadsheet {

std::string jsonl_search(const Results& results, const RenderOptions& options) {
  if (options.query_id) return json_search(results, options);
  std::string lines;
  for (const Hit& hit : results.hits) lines += to_line(hit_json(hit)) + "\n";
  return lines;
}

std::string jsonl_figures(const FigureResults& results, const RenderOptions& options) {
  if (options.query_id) return json_figures(results, options);
  std::string lines;
  if (options.groups) {
    for (const FigureGroup& group : results.groups)
      lines += to_line(figure_group_json(group)) + "\n";
    return lines;
  }
  for (const FigureRow& row : results.rows) lines += to_line(figure_row_json(row)) + "\n";
  return lines;
}

}  // namespace broadsheet
