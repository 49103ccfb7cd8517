// One story: its text with figures and hits marked, and where everything known of it
// comes from.
#include <algorithm>
#include <set>

#include "web/frame.h"
#include "web/links.h"
#include "web/marked.h"
#include "web/pages.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_listed_figures = 60;

// Only what looks like a language tag may become one.
bool is_language_tag(std::string_view tag) {
  return tag.size() >= 2 && tag.size() <= 35 &&
         std::all_of(tag.begin(), tag.end(), [](char c) {
           return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') ||
                  ('0' <= c && c <= '9') || c == '-';
         });
}

std::string anchor(std::size_t index) {
  return "f" + std::to_string(index + 1);
}

std::vector<Chip> chips_of(const Article& article, bool in_title) {
  std::vector<Chip> out;
  for (std::size_t i = 0; i < article.figures.size(); ++i) {
    const Figure& figure = article.figures[i];
    if (figure.in_title != in_title) continue;
    out.push_back({.span = figure.span,
                   .value = machine_value(figure),
                   .id = anchor(i),
                   .title = full_reading(figure)});
  }
  return out;
}

void add_title(Html& html, const Article& article) {
  html << "<h1 dir=\"auto\">";
  if (article.title) {
    MarkedText(*article.title, {}, chips_of(article, true)).write_all(html);
  } else {
    html << display_title(article.title, article.text);
  }
  html << "</h1>\n";
}

void add_byline(Html& html, const Article& article) {
  html << "<p class=\"meta\"><span class=\"outlet\">";
  if (article.outlet) {
    html << "<bdi>" << *article.outlet << "</bdi>";
  } else {
    html << "Outlet not known";
  }
  html << "</span>";
  add_date(html, article.date);
  if (!article.date) html << "<span aria-hidden=\"true\">date not known</span>";
  if (article.date && article.date_source) {
    html << "<span class=\"file\">date from "
         << std::string(told_by(*article.date_source)) << "</span>";
  }
  html << "</p>\n";
}

void add_list(Html& html, Markup label, const std::vector<std::string>& names) {
  if (names.empty()) return;
  html << "<div><dt>" << label << "</dt>";
  for (const std::string& name : names) html << "<dd><bdi>" << name << "</bdi></dd>";
  html << "</div>\n";
}

// "date put right by hand: was unknown".
void add_corrections(Html& html, const std::vector<Correction>& corrections) {
  if (corrections.empty()) return;
  html << "<div><dt>Put right by hand</dt>";
  for (const Correction& made : corrections) {
    if (made.field == "date_source") continue;
    html << "<dd class=\"corrected\"><bdi>" << made.field
         << "</bdi>: " << (made.to.empty() ? std::string("unknown") : made.to) << ", was "
         << (made.from.empty() ? std::string("unknown") : made.from) << "</dd>";
  }
  html << "</div>\n";
}

// In how many outlets the story stands, who had it first, and where each copy is.
void add_cluster(Html& html, const ArticleView& view) {
  const CopyCluster& cluster = view.cluster;
  if (cluster.members.size() < 2) return;
  std::set<std::string> outlets;
  for (const StoryRef& member : cluster.members) {
    if (member.outlet && member.outlet != view.article.outlet)
      outlets.insert(*member.outlet);
  }
  const std::size_t others = cluster.members.size() + cluster.more - 1;
  html << "<section class=\"facts\" aria-labelledby=\"copies\"><h2 id=\"copies\">"
       << counted(others, "near-copy", "near-copies");
  if (!outlets.empty())
    html << ", in " << counted(outlets.size(), "other outlet", "other outlets");
  html << "</h2>\n";
  if (cluster.first_outlet) {
    html << "<p>First published by <bdi>" << *cluster.first_outlet << "</bdi></p>\n";
  }
  html << "<ul>";
  for (const StoryRef& member : cluster.members) {
    if (member.id == view.article.id) continue;
    html << "<li><a href=\"" << article_url(member.id) << "\"><bdi>"
         << member.outlet.value_or("Outlet not known") << "</bdi></a> ";
    add_date(html, member.date);
    html << "</li>";
  }
  html << "</ul>";
  if (cluster.more > 0)
    html << "<p class=\"more\">and " << grouped(cluster.more) << " more</p>";
  html << "</section>\n";
}

void add_original(Html& html, const Article& article) {
  const std::optional<std::string> link = safe_link(article.url);
  if (link) {
    html << "<div><dt>Original</dt><dd><a rel=\"noopener noreferrer nofollow\" href=\""
         << *link << "\">" << *link << "</a></dd></div>\n";
  }
}

void add_facts(Html& html, const ArticleView& view) {
  const Article& article = view.article;
  html << "<section class=\"facts\" aria-labelledby=\"about\">"
          "<h2 id=\"about\">About this story</h2><dl>\n";
  add_list(html, "Authors", article.authors);
  add_list(html, "Credited to", article.credited);
  if (article.credited_outlets != article.credited) {
    add_list(html, "Credited outlets", article.credited_outlets);
  }
  add_list(html, "Cites", article.cited);
  add_original(html, article);
  add_corrections(html, article.corrections);
  html << "<div><dt>File</dt><dd class=\"path\">"
       << printed_place(article.id, article.path, article.member, article.line);
  html << "</dd></div>\n";
  add_list(html, "Same copy at", view.also_at);
  if (article.source_id) add_list(html, "Number in its source", {*article.source_id});
  if (article.language) add_list(html, "Language", {*article.language});
  add_list(html, "Repaired", article.repairs);
  html << "</dl></section>\n";
}

void add_figures(Html& html, const Article& article) {
  if (article.figures.empty()) return;
  html << "<section class=\"facts\" aria-labelledby=\"figures\"><h2 id=\"figures\">"
       << counted(article.figures.size(), "figure", "figures") << "</h2><ul>";
  const std::size_t shown = std::min(article.figures.size(), most_listed_figures);
  for (std::size_t i = 0; i < shown; ++i) {
    const Figure& figure = article.figures[i];
    const std::string_view text = text_of(article, figure);
    if (figure.span.start > figure.span.end || figure.span.end > text.size()) continue;
    const std::string printed(figure.span.in(text));
    html << "<li><a href=\"#" << anchor(i) << "\">" << printed << "</a>";
    const std::string reading = reading_unless_plain(figure, printed);
    if (!reading.empty()) html << " <span class=\"reading\">" << reading << "</span>";
    html << "</li>";
  }
  html << "</ul>";
  if (shown < article.figures.size()) {
    html << "<p class=\"more\">and " << grouped(article.figures.size() - shown)
         << " more in the text</p>";
  }
  html << "</section>\n";
}

void add_text(Html& html, const ArticleView& view) {
  const std::string& text = view.article.text;
  MarkedText marked(text, view.marks, chips_of(view.article, false));
  html << "<div class=\"text\"";
  const std::optional<std::string>& language = view.article.language;
  if (language && is_language_tag(*language)) html << " lang=\"" << *language << "\"";
  html << " dir=\"auto\">\n";
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (end > start) {
      html << "<p dir=\"auto\">";
      marked.write(html, {start, end});
      html << "</p>\n";
    }
    start = end + 1;
  }
  html << "</div>\n";
}

void add_dropped(Html& html, const std::vector<std::string>& dropped) {
  if (dropped.empty()) return;
  html << "<details class=\"dropped\"><summary>Left out as not part of the story: "
       << counted(dropped.size(), "passage", "passages") << "</summary>\n<ul>";
  for (const std::string& passage : dropped) {
    html << "<li dir=\"auto\">" << passage << "</li>\n";
  }
  html << "</ul></details>\n";
}

}  // namespace

std::string article_page(const ArticleView& view, std::string_view query) {
  SearchRequest request;
  request.query = query;
  Html html;
  html << "<div class=\"columns\">\n<main id=\"main\"><article class=\"story\">\n";
  if (!query.empty()) {
    html << "<p class=\"back\"><a href=\"" << search_url(request)
         << "\">All results for <q><bdi>" << query << "</bdi></q></a></p>\n";
  }
  add_title(html, view.article);
  add_byline(html, view.article);
  add_text(html, view);
  add_dropped(html, view.article.dropped);
  html << "</article></main>\n<aside aria-label=\"About this story\">\n";
  add_facts(html, view);
  add_cluster(html, view);
  add_figures(html, view.article);
  html << "</aside>\n</div>\n";
  return page({.title = display_title(view.article.title, view.article.text),
               .request = request,
               .big_box = false,
               .json_url = ""},
              html);
}

}  // namespace broadsheet
