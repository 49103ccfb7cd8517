// The frame around every page: one stylesheet, and one script without which the page is
// complete.
#include "web/frame.h"

#include "web/assets.h"
#include "web/parameters.h"

namespace broadsheet {
namespace {

std::string asset_url(std::string_view name) {
  const Asset* asset = asset_named(name);
  return asset != nullptr ? std::string(asset->url) : std::string();
}

void add_head(Html& html, const Frame& frame) {
  html << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n"
          "<title>";
  if (!frame.title.empty()) html << frame.title << " - ";
  html << "Broadsheet</title>\n<link rel=\"stylesheet\" href=\"" << asset_url("style.css")
       << "\">\n<link rel=\"icon\" type=\"image/svg+xml\" href=\""
       << asset_url("icon.svg") << "\">\n<script defer src=\"" << asset_url("page.js")
       << "\"></script>\n</head>\n";
}

void add_hidden(Html& html, Markup name, const std::string& value) {
  html << "<input type=\"hidden\" name=\"" << name << "\" value=\"" << value << "\">";
}

void add_footer(Html& html, const Frame& frame) {
  html << "<footer class=\"foot\"><p><b>Broadsheet</b> searches news stories by their "
          "words and by the figures they report.</p>";
  html << "<p><a href=\"/help\">How to ask</a></p>";
  if (!frame.json_url.empty()) {
    html << "<p><a href=\"" << frame.json_url << "\">This page as JSON</a></p>";
  }
  html << "</footer>\n</body>\n</html>\n";
}

}  // namespace

void add_search_form(Html& html, const SearchRequest& request, bool autofocus) {
  const SearchRequest defaults;
  html << "<form class=\"search\" role=\"search\" action=\"/search\" method=\"get\">"
          "<label class=\"hidden\" for=\"q\">Search the stories</label>"
          "<input id=\"q\" name=\"q\" type=\"search\" value=\""
       << request.query << "\" maxlength=\"" << std::to_string(max_query_bytes)
       << "\" placeholder=\"Words, &quot;phrases&quot;, figures\" autocomplete=\"off\" "
          "autocapitalize=\"off\" spellcheck=\"false\"";
  if (autofocus) html << " autofocus";
  html << ">";
  if (request.sort != defaults.sort) {
    add_hidden(html, "sort", std::string(to_string(request.sort)));
  }
  if (request.limit != defaults.limit) {
    add_hidden(html, "limit", std::to_string(request.limit));
  }
  if (request.now) add_hidden(html, "now", to_string(*request.now));
  if (request.recency) add_hidden(html, "recency", "1");
  html << "<button type=\"submit\">Search</button></form>\n";
}

std::string page(const Frame& frame, const Html& main) {
  Html html;
  add_head(html, frame);
  html << "<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n"
          "<header class=\"masthead\"><div class=\"masthead-in\">"
          "<a class=\"brand\" href=\"/\">Broadsheet</a>\n";
  if (!frame.big_box) add_search_form(html, frame.request, false);
  html << "</div></header>\n" << main;
  add_footer(html, frame);
  return std::move(html).str();
}

}  // namespace broadsheet
