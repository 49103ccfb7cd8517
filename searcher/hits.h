// Hits and figures as people see them, from stored articles.
#pragma once

#include <xapian.h>

#include "article/article.h"
#include "searcher/query.h"
#include "searcher/results.h"
#include "searcher/snippet.h"

namespace broadsheet {

FigureInContext in_context(const Article& article, const Figure& figure);

// How many near-copies the story has in this index.
std::size_t count_copies(const Xapian::Database& articles, const Article& article);

// A hit without its score and its copies. With `details` the snippet and the figures that
// fit the query.
Hit make_hit(Article article, const Query& query, const Marker& marker, bool details);

StoryRef story_ref(const Article& article);

}  // namespace broadsheet
