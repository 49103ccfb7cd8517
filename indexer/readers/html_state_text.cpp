// Pages that a script draws carry the story as data in another script: a string of HTML,
// in JSON, at times in a string itself. Asked only when the page shows no text at all;
// the longest such string is the story. Left out: states that keep each paragraph by
// itself.
#include <string>

#include <nlohmann/json.hpp>

#include "indexer/readers/html_main_text.h"
#include "indexer/readers/html_text.h"

namespace broadsheet {

namespace {

constexpr std::size_t least_literal = 300;  // bytes; shorter ones hold no story
constexpr std::size_t most_tried = 50;
constexpr int most_layers = 2;  // strings within strings

class StateSearch {
 public:
  // Looks at the string literals of a script, or of a string that holds data.
  void take(std::string_view script, int layer) {
    for (std::size_t at = 0; (at = script.find('"', at)) != script.npos;) {
      const std::size_t end = end_of_literal(script, at);
      if (end == script.npos) return;
      if (end - at > least_literal) try_literal(script.substr(at, end - at), layer);
      at = end;
    }
  }

  std::string take_best() { return std::move(best_); }

 private:
  static std::size_t end_of_literal(std::string_view script, std::size_t quote) {
    for (std::size_t at = quote + 1; at < script.size(); ++at) {
      if (script[at] == '\\')
        ++at;
      else if (script[at] == '"')
        return at + 1;
    }
    return script.npos;
  }

  void try_literal(std::string_view literal, int layer) {
    if (++tried_ > most_tried) return;
    const auto json = nlohmann::json::parse(literal, nullptr, false);
    if (!json.is_string()) return;
    const auto& value = json.get_ref<const std::string&>();
    const bool paragraphs = value.find("<p") != value.npos;
    if (paragraphs && looks_like_html(value)) {
      std::string text = html_to_text(value);
      if (text.size() > least_literal && text.size() > best_.size()) {
        best_ = std::move(text);
      }
    } else if (layer < most_layers) {
      take(value, layer + 1);
    }
  }

  std::string best_;
  std::size_t tried_ = 0;
};

}  // namespace

std::string read_state_text(std::string_view html) {
  StateSearch search;
  for (std::size_t at = 0; (at = html.find("<script", at)) != html.npos;) {
    const std::size_t start = html.find('>', at);
    const std::size_t end = html.find("</script", at);
    if (start == html.npos || end == html.npos) break;
    if (start < end) search.take(html.substr(start + 1, end - start - 1), 1);
    at = end + 1;
  }
  return search.take_best();
}

}  // namespace broadsheet
