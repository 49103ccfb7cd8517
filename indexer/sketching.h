// Makes the sketch of a story (schema/sketch.h), by which near-copies are known.
#pragma once

#include "article/article.h"
#include "schema/sketch.h"

namespace broadsheet {

// O(words of the story), the same for the same title, text and figures.
Sketch make_sketch(const Article& article);

}  // namespace broadsheet
