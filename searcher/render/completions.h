// Completions as text for people and as JSON.
#pragma once

#include <string>

#include "searcher/completions.h"

namespace broadsheet {

// {"query","at","took_ms","completions":[{"kind","value","text","count","mistakes",
// "start","end","query"}]}; the last is the query with the completion in it.
std::string completions_json(const Completions& completions);

// A line each: the text to go on with, its kind and the number of stories.
std::string completions_text(const Completions& completions);

}  // namespace broadsheet
