// A web page: decoded by its declared charset, made safe to parse, parsed, and its story
// and what it says about itself taken out of the tree.
#include "article/ascii.h"
#include "article/page_edges.h"
#include "article/text_repair.h"
#include "indexer/readers/html_clutter.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/html_declared_body.h"
#include "indexer/readers/html_json_ld.h"
#include "indexer/readers/html_lines.h"
#include "indexer/readers/html_main_text.h"
#include "indexer/readers/html_metadata.h"
#include "indexer/readers/html_slim.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

RawStory read_page(std::string_view html) {
  SlimPage slim = slim_page(html);
  const JsonLdArticle json_ld = read_json_ld(slim.json_ld);
  const bool cut = slim.cut;
  const HtmlTree tree(std::move(slim));
  RawStory story;
  read_metadata(tree, json_ld, story);
  if (story.dates.empty()) read_state_date(html, story);
  MainText main = main_text(tree, story.title);
  if (trimmed(main.text).empty() && json_ld.body.empty()) {
    main.text = read_state_text(html);
  }
  PageEdges edges = trim_page_edges(main.text);
  story.text = std::move(edges.text);
  for (DateHint& date : edges.dates) story.dates.push_back(std::move(date));
  if (story.authors.empty()) story.authors = std::move(edges.authors);
  story.dropped = std::move(main.dropped);
  for (std::string& line : edges.dropped) story.dropped.push_back(std::move(line));
  heed_declared_body(json_ld.body, story);
  if (cut) story.repairs.emplace_back("cut an oversized or too deeply nested page");
  return story;
}

bool accepts_html(std::string_view path, std::string_view head) {
  const std::string_view text = trimmed(without_bom(head));
  if (text.empty()) return false;
  const bool named = has_ending(path, ".html") || has_ending(path, ".htm") ||
                     has_ending(path, ".xhtml") || has_ending(path, ".shtml");
  if (named) return true;
  if (text[0] != '<') return false;
  const std::string lower = to_lower(text.substr(0, 4096));
  for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body"}) {
    if (lower.find(tag) != lower.npos) return true;
  }
  return false;
}

// The server's word goes before the page's, except for what servers say by default.
std::string charset_of(const Source& source) {
  const std::string own = declared_charset(source.bytes);
  const bool by_default = equal_ignoring_case(source.declared_charset, "iso-8859-1") ||
                          equal_ignoring_case(source.declared_charset, "us-ascii");
  if (source.declared_charset.empty() || (by_default && !own.empty())) return own;
  return std::string(source.declared_charset);
}

void read_html(const Source& source, const ReadOptions&, StorySink& sink) {
  Repaired decoded = decode_bytes(source.bytes, charset_of(source));
  RawStory story = read_page(decoded.text);
  if (trimmed(story.text).empty()) return sink.skip(std::nullopt, "no story in the page");
  story.path = source.path;
  story.repairs.insert(story.repairs.begin(), decoded.repairs.begin(),
                       decoded.repairs.end());
  sink.story(std::move(story));
}

}  // namespace

bool looks_like_html(std::string_view text) {
  constexpr std::size_t looked_at = 64u << 10;
  text = text.substr(0, looked_at);
  std::size_t tags = 0;
  for (std::size_t at = 0; (at = text.find('<', at)) != text.npos; ++at) {
    const std::string start = to_lower(text.substr(at + 1, 12));
    for (const std::string_view tag :
         {"p>",       "p ",   "/p>",   "br",         "div", "a href", "/a>",  "strong>",
          "em>",      "ul>",  "li>",   "span",       "h2",  "h3",     "img ", "html",
          "!doctype", "body", "table", "blockquote", "b>",  "i>"}) {
      if (start.starts_with(tag)) ++tags;
    }
    if (tags >= 2) return true;
  }
  return false;
}

std::string html_to_text(std::string_view html) {
  const HtmlTree tree(slim_page(html));
  return lines_of(tree, 0, {}, nullptr);
}

std::string letter_to_text(std::string_view html, std::vector<std::string>& dropped) {
  if (html.empty()) return {};
  const HtmlTree tree(slim_page(html));
  std::vector<std::string> left_out;
  std::string text = lines_of(tree, 0, mark_letter_clutter(tree), &left_out);
  if (trimmed(text).empty()) return lines_of(tree, 0, {}, nullptr);
  dropped.insert(dropped.end(), left_out.begin(), left_out.end());
  return text;
}

std::string page_text(std::string_view html) {
  return read_page(html).text;
}

const Reader html_reader = {"html", "a web page, its story told from its menus", nullptr,
                            accepts_html, read_html};

}  // namespace broadsheet
