// The table of output formats. A new one is a file under render/ and a row here.
#include "searcher/render.h"

#include <array>

#include "searcher/render/formats.h"

namespace broadsheet {
namespace {

constexpr std::array formats = {
    Renderer{"text", "for people: marked snippets and tables", text_search, text_figures},
    Renderer{"json", "one object, as over HTTP", json_search, json_figures},
    Renderer{"jsonl", "one object a line", jsonl_search, jsonl_figures},
    Renderer{"csv", "for spreadsheets, with a header line", csv_search, csv_figures},
    Renderer{"trec", "TREC run lines, for evaluation", trec_search, nullptr},
};

}  // namespace

std::span<const Renderer> renderers() {
  return formats;
}

const Renderer* renderer_named(std::string_view name) {
  for (const Renderer& renderer : formats)
    if (renderer.name == name) return &renderer;
  return nullptr;
}

}  // namespace broadsheet
