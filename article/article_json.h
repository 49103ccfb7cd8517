// Articles and figures in the JSON shapes that leave the program (docs/api and CONTRACT).
// Includes json.hpp: only for .cpp files that write JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "article/article.h"

namespace broadsheet {

// The keys of one figure. `printed` and `sentence` are texts, `in_sentence` the figure's
// place in the sentence. "start" and "end" are its place in the story's text, null for a
// figure of the title.
nlohmann::ordered_json figure_json(const Figure& figure, std::string_view printed,
                                   std::string_view sentence, Span in_sentence);

// One story as `extract --format jsonl` prints it.
nlohmann::ordered_json article_json(const Article& article);

// Text that is certainly valid UTF-8 and a single line (dump with replacement).
std::string to_line(const nlohmann::ordered_json& value);

}  // namespace broadsheet
