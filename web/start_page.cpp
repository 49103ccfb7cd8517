// The start page: what there is to search, and a few ways in.
#include "web/frame.h"
#include "web/links.h"
#include "web/pages.h"
#include "web/words.h"

namespace broadsheet {
namespace {

void add_number(Html& html, std::size_t number, std::string_view one,
                std::string_view many) {
  html << "<div><dt>" << std::string(number == 1 ? one : many) << "</dt><dd>"
       << grouped(number) << "</dd></div>";
}

void add_collection(Html& html, const IndexInfo& info) {
  html << "<dl class=\"numbers\">";
  add_number(html, info.stories, "story", "stories");
  add_number(html, info.outlets, "outlet", "outlets");
  add_number(html, info.figures, "figure", "figures");
  html << "</dl>\n";
  if (info.first && info.last) {
    html << "<p class=\"span\">From ";
    add_date(html, info.first);
    html << " to ";
    add_date(html, info.last);
    if (info.undated > 0) {
      html << "; <a href=\"/search?q=date%3Aunknown\">"
           << counted(info.undated, "story", "stories") << " without a known date</a>";
    }
    html << ".</p>\n";
  }
}

void add_examples(Html& html, const std::vector<std::string>& examples) {
  if (examples.empty()) return;
  html << "<section class=\"examples\" aria-labelledby=\"try\"><h2 "
          "id=\"try\">Try</h2><ul>";
  for (const std::string& example : examples) {
    html << "<li><a href=\"" << search_url(with_query({}, example)) << "\">" << example
         << "</a></li>";
  }
  html << "</ul></section>\n";
}

}  // namespace

std::string start_page(const IndexInfo& info, const std::vector<std::string>& examples) {
  Html html;
  html << "<main id=\"main\" class=\"start\">\n"
          "<h1>Search the news by its words and its figures</h1>\n"
          "<p class=\"lead\">Every number a story reports is read together with what it "
          "counts: ask for a phrase, an outlet, a month, or for every story with "
          "<code>jobs&gt;5000</code>.</p>\n";
  add_search_form(html, {}, true);
  if (info.stories == 0) {
    html << "<p class=\"empty\">The index holds no stories yet. Fill it with "
            "<code>broadsheet index FOLDER</code>.</p>\n";
  } else {
    add_examples(html, examples);
    add_collection(html, info);
  }
  html << "</main>\n";
  return page({.title = "", .request = {}, .big_box = true, .json_url = ""}, html);
}

}  // namespace broadsheet
