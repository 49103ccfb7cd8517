#include "searcher/render/completions.h"

#include <algorithm>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "article/article_json.h"
#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

std::string completed(const std::string& query, const Completion& completion) {
  std::string result = query;
  const std::size_t start = std::min(completion.typed.start, query.size());
  const std::size_t end = std::clamp(completion.typed.end, start, query.size());
  return result.replace(start, end - start, completion.text);
}

}  // namespace

std::string completions_json(const Completions& completions) {
  Json list = Json::array();
  for (const Completion& one : completions.list) {
    list.push_back(Json{{"kind", one.kind},
                        {"value", one.value},
                        {"text", one.text},
                        {"count", one.count ? Json(*one.count) : Json()},
                        {"mistakes", one.mistakes},
                        {"start", one.typed.start},
                        {"end", one.typed.end},
                        {"query", completed(completions.query, one)}});
  }
  return to_line(Json{{"query", completions.query},
                      {"at", completions.at},
                      {"took_ms", completions.took_ms},
                      {"completions", std::move(list)}}) +
         "\n";
}

std::string completions_text(const Completions& completions) {
  constexpr std::size_t widest = 50;
  std::size_t width = 0;
  for (const Completion& one : completions.list)
    width = std::max(width, std::min(display_width(one.text), widest));
  std::string lines;
  for (const Completion& one : completions.list) {
    lines += fmt::format("{}  {:<8}", padded(one.text, width), one.kind);
    if (one.count) lines += fmt::format("  {:>9}", grouped(*one.count));
    lines += "\n";
  }
  return lines;
}

}  // namespace broadsheet
