// Help: the query language in examples that can be tried, and the keys.
#include <array>

#include "web/frame.h"
#include "web/links.h"
#include "web/pages.h"

namespace broadsheet {
namespace {

struct Example {
  std::string_view query;
  std::string_view meaning;
};

constexpr std::array words = {
    Example{"layoffs severance", "stories with these words, those that fit best first"},
    Example{"\"notice period\"", "these words in this order"},
    Example{"layoffs -severance", "without stories that have the word"},
    Example{"(layoffs OR severance) AND jobs", "AND, OR and brackets, in capitals"},
    Example{"title:layoffs", "in the headline"},
    Example{"outlet:Reuters", "of one outlet, by any of its names"},
    Example{"author:smith", "by a name in the byline"}};

constexpr std::array dates = {
    Example{"date:2026-04", "a month; a year or a day likewise"},
    Example{"date:2025-10..2026-04", "from the one to the other, both included"},
    Example{"since:2026", "that day or later"},
    Example{"date:\"last 30 days\"", "days counted from today"},
    Example{"date:unknown", "stories whose date is not known"}};

constexpr std::array figures = {
    Example{"jobs>5000", "a figure above 5,000 in a sentence with \"jobs\""},
    Example{"600 roles", "ranks by the value: 600, six hundred, 0.6k"},
    Example{"revenue>$50bn", "dollars with dollars, \u20AC and \u00A3 likewise"},
    Example{"$45bn..50bn", "a range; \"$45-50 billion\" meets it"},
    Example{">=10%", "percentages"},
    Example{"layoffs of more than 5,000 people", "in plain words: such stories first"}};

struct Key {
  std::string_view key;
  std::string_view meaning;
};

constexpr std::array keys = {
    Key{"/", "to the search box"}, Key{"j", "next story or claim"},
    Key{"k", "the one before"},    Key{"t", "next tab"},
    Key{"f", "to the filters"},    Key{"?", "this page"}};

template <std::size_t N>
void add_examples(Html& html, Markup heading, const std::array<Example, N>& examples) {
  html << "<section><h2>" << heading << "</h2><dl class=\"language\">\n";
  for (const Example& example : examples) {
    SearchRequest request;
    request.query = example.query;
    html << "<div><dt><a href=\"" << search_url(request) << "\"><code>" << example.query
         << "</code></a></dt><dd>" << example.meaning << "</dd></div>\n";
  }
  html << "</dl></section>\n";
}

}  // namespace

std::string help_page() {
  Html html;
  html << "<main id=\"main\" class=\"start help\">\n<h1>How to ask</h1>\n"
          "<p class=\"lead\">Type words. Whatever you type gives an answer; the line "
          "under "
          "the box says how it was read.</p>\n";
  add_examples(html, "Words", words);
  add_examples(html, "Figures", figures);
  add_examples(html, "Dates", dates);
  html << "<section><h2>Keys</h2><dl class=\"language\">\n";
  for (const Key& key : keys) {
    html << "<div><dt><kbd>" << key.key << "</kbd></dt><dd>" << key.meaning
         << "</dd></div>\n";
  }
  html << "</dl><p id=\"keys-switch\"></p></section>\n</main>\n";
  return page({.title = "How to ask", .request = {}, .big_box = false, .json_url = ""},
              html);
}

}  // namespace broadsheet
