// Prints the field table of schema/fields.h, so that what is shown is what is asked.
#include "searcher/render/fields.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "article/article_json.h"
#include "schema/fields.h"
#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (space > 0) words.emplace_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return words;
}

std::string column(std::string_view heading, const std::string& text, std::size_t width,
                   bool colour) {
  constexpr std::size_t indent = 12;
  std::string out;
  const std::size_t room = std::max(width, std::size_t{40}) - indent;
  for (const std::string& line : wrap(text, {}, room, colour)) {
    const std::string_view label = out.empty() ? heading : std::string_view();
    out += styled(padded(label, indent), Style::heading, colour) + line + "\n";
  }
  return out;
}

}  // namespace

std::string fields_text(std::size_t width, bool colour) {
  std::string out;
  for (const Field& field : fields()) {
    out += column(field.name, std::string(field.description), width, colour);
    std::string example = "e.g. " + std::string(field.example);
    if (!field.aliases.empty()) example += "   also: " + std::string(field.aliases);
    out += std::string(12, ' ') + styled(example, Style::dim, colour) + "\n";
  }
  return out;
}

std::string fields_json() {
  Json list = Json::array();
  for (const Field& field : fields())
    list.push_back(Json{{"name", field.name},
                        {"aliases", words_of(field.aliases)},
                        {"kind", to_string(field.kind)},
                        {"description", field.description},
                        {"example", field.example}});
  return to_line(list) + "\n";
}

}  // namespace broadsheet
