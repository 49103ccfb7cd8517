// TREC run lines, "query Q0 story rank score tag", for the usual evaluation tools.
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "searcher/render/formats.h"

namespace broadsheet {
namespace {

// The columns are parted by space, so an id may hold none.
std::string column(std::string_view id) {
  std::string text(id.empty() ? "-" : id);
  for (char& byte : text)
    if (static_cast<unsigned char>(byte) <= ' ' || byte == 0x7F) byte = '_';
  return text;
}

}  // namespace

std::string trec_search(const Results& results, const RenderOptions& options) {
  const std::string query = column(options.query_id.value_or("1"));
  std::string lines;
  std::size_t rank = options.rank;
  for (const Hit& hit : results.hits)
    lines += fmt::format("{} Q0 {} {} {} broadsheet\n", query,
                         column(hit.source_id.value_or(hit.id)), rank++, hit.score);
  return lines;
}

}  // namespace broadsheet
