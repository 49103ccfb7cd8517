// What every page has: head, masthead with the search box, landmarks, footer.
#pragma once

#include <string>

#include "searcher/results.h"
#include "web/html.h"

namespace broadsheet {

struct Frame {
  std::string title;      // of the window; the name of the program is added
  SearchRequest request;  // what the box holds and the form keeps
  bool big_box = false;   // the start page: the box stands in the page, not above it
  std::string json_url;   // the same as JSON; may be empty
};

std::string page(const Frame& frame, const Html& main);

// The form; `autofocus` for the start page alone.
void add_search_form(Html& html, const SearchRequest& request, bool autofocus);

}  // namespace broadsheet
