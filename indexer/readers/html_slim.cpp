// gumbo is recursive and, on hostile input, quadratic: in the depth of open elements, in
// open formatting elements (it opens all of them again in each new block) and in the
// attributes of a tag. This pass copies a page tag by tag and bounds all three. It also
// leaves out what is most of a news page and never its text: scripts (those of JSON-LD
// are handed out), styles, comments, drawings, and attributes that nobody asks for; the
// parser then has a fraction to do.
//
// Tags are passed on as they stand, not corrected: how broken nesting is to be read is
// the parser's knowledge.
#include "indexer/readers/html_slim.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "article/ascii.h"
#include "article/charset.h"
#include "article/utf8.h"
#include "indexer/readers/html_tree.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_page = 16u << 20;
constexpr std::size_t max_slim = 4u << 20;  // of what is left of it
constexpr std::size_t max_tags = 300'000;   // and lines, where lines count
constexpr std::size_t max_depth = 200;
constexpr std::size_t max_formatting = 16;
constexpr std::size_t max_attributes = 24;  // of those we keep, in one tag
constexpr std::size_t max_value = 4096;
constexpr std::size_t max_json_ld = 1u << 20;

// What a tag's name means here: bits of one number, so that it is looked up once.
enum : unsigned {
  opaque = 1,      // left out with everything in it
  refused = 2,     // left out as a tag; what is in it stays
  formatting = 4,  // opened again by the parser in each new block
  standalone = 8,  // has no end
  self_closing =
      16  // closed by the next of its kind: left open by habit, it does not nest
};

struct TagRow {
  std::string_view name;
  unsigned traits;
};

constexpr TagRow tag_rows[] = {
    {"script", opaque},       {"style", opaque},          {"noscript", opaque},
    {"svg", opaque},          {"math", opaque},           {"iframe", opaque},
    {"noembed", opaque},      {"noframes", opaque},       {"xmp", opaque},
    {"object", opaque},       {"canvas", opaque},         {"template", opaque},
    {"plaintext", refused},   {"frameset", refused},      {"frame", refused},
    {"isindex", refused},     {"font", refused},          {"embed", refused},
    {"image", refused},       {"applet", refused},        {"marquee", refused},
    {"nobr", refused},        {"param", refused},         {"source", refused},
    {"track", refused},       {"b", formatting},          {"big", formatting},
    {"code", formatting},     {"em", formatting},         {"i", formatting},
    {"s", formatting},        {"small", formatting},      {"strike", formatting},
    {"strong", formatting},   {"tt", formatting},         {"u", formatting},
    {"br", standalone},       {"img", standalone},        {"meta", standalone},
    {"link", standalone},     {"input", standalone},      {"hr", standalone},
    {"wbr", standalone},      {"base", standalone},       {"area", standalone},
    {"col", standalone},      {"command", standalone},    {"keygen", standalone},
    {"bgsound", standalone},  {"basefont", standalone},   {"p", self_closing},
    {"li", self_closing},     {"td", self_closing},       {"th", self_closing},
    {"tr", self_closing},     {"dd", self_closing},       {"dt", self_closing},
    {"option", self_closing}, {"optgroup", self_closing}, {"thead", self_closing},
    {"tbody", self_closing},  {"tfoot", self_closing},    {"a", self_closing},
    {"html", self_closing},   {"head", self_closing},     {"body", self_closing},
};

unsigned traits_of(std::string_view name) {
  static const std::unordered_map<std::string_view, unsigned> traits = [] {
    std::unordered_map<std::string_view, unsigned> all;
    for (const TagRow& row : tag_rows) all.emplace(row.name, row.traits);
    return all;
  }();
  const auto found = traits.find(name);
  return found == traits.end() ? 0 : found->second;
}

// "/", "https://gazette.example/?lang=en", also behind the address of a web archive.
bool leads_home(std::string_view address) {
  constexpr std::size_t longest = 200;
  if (address.empty() || address.size() > longest) return false;
  if (const std::size_t scheme = address.rfind("://"); scheme != address.npos) {
    address.remove_prefix(scheme + 3);
    const std::size_t path = address.find_first_of("/?#");
    if (path == 0) return false;
    if (path == address.npos) return true;
    address.remove_prefix(path);
  }
  return address == "/" || address.starts_with("/?") || address.starts_with("/#");
}

// The name as it is kept, which lives on; empty when nobody asks for it. Where links lead
// is asked of <link>, and is long; of <a> only whether it leads home.
std::string_view kept_name(std::string_view tag, std::string_view name,
                           std::string_view value) {
  static const std::unordered_set<std::string_view> kept = {
      "id",       "class",   "role",        "itemprop",       "itemtype",   "itemscope",
      "property", "name",    "content",     "datetime",       "rel",        "lang",
      "hidden",   "style",   "aria-hidden", "type",           "http-equiv", "pubdate",
      "title",    "charset", "data-testid", "data-component", "href"};
  const auto found = kept.find(name);
  if (found == kept.end()) return {};
  const bool leads = tag == "link" || (tag == "a" && leads_home(value));
  if (name == "href" && !leads) return {};
  return *found;
}

// Case-insensitive find of "</name" from `from`; npos when there is none.
std::size_t find_close(std::string_view in, std::string_view name, std::size_t from) {
  for (std::size_t at = from; (at = in.find("</", at)) != in.npos; at += 2) {
    const std::string_view found = in.substr(at + 2, name.size());
    if (equal_ignoring_case(found, name)) return at;
  }
  return in.npos;
}

class Slimmer {
 public:
  Slimmer(std::string_view in, SlimPage& page) : in_(in), page_(page) {
    page_.html.reserve(std::min(in.size() / 2, max_slim));
  }

  void run() {
    while (at_ < in_.size()) {
      const std::size_t tag = in_.find('<', at_);
      text(bounded(in_.substr(at_, tag - at_)));
      if (tag == in_.npos) return;
      at_ = tag;
      if (++tags_ > max_tags || kept_size() > max_slim) {
        page_.cut = true;
        return;
      }
      markup();
    }
  }

 private:
  std::size_t kept_size() const {
    return page_.html.size() + page_.text.size() + attribute_bytes_;
  }

  std::string_view bounded(std::string_view run) {
    const std::size_t room = max_slim - std::min(max_slim, kept_size());
    if (preformatted_ > 0) {
      tags_ += static_cast<std::size_t>(
          std::count(run.begin(), run.begin() + std::min(room, run.size()), '\n'));
      if (tags_ > max_tags) {
        page_.cut = true;
        return first_lines(run, max_tags);
      }
    }
    page_.cut = page_.cut || run.size() > room;
    return first_bytes(run, room);
  }

  static std::string_view first_lines(std::string_view run, std::size_t most) {
    std::size_t at = 0;
    for (; most > 0 && at < run.size(); ++at) most -= run[at] == '\n' ? 1 : 0;
    return run.substr(0, at);
  }

  void text(std::string_view run) {
    if (preformatted_ > 0) {
      page_.html.append(run);
      return;
    }
    const bool blank =
        std::all_of(run.begin(), run.end(), [](char c) { return is_space(c); });
    if (blank || run.find('&') != run.npos || page_.texts.size() == max_texts) {
      return append_folded_spaces(page_.html, run);
    }
    const std::size_t start = page_.text.size();
    append_folded_spaces(page_.text, run);
    append_utf8(page_.html, first_text + static_cast<char32_t>(page_.texts.size()));
    page_.texts.push_back({static_cast<std::uint32_t>(start),
                           static_cast<std::uint32_t>(page_.text.size() - start)});
  }

  // Runs of white space mean no more than one.
  static void append_folded_spaces(std::string& out, std::string_view run) {
    for (std::size_t at = 0; at < run.size();) {
      std::size_t end = at;
      while (end < run.size() && !is_space(run[end])) ++end;
      out.append(run.substr(at, end - at));
      at = end;
      while (at < run.size() && is_space(run[at])) ++at;
      if (at > end) out += ' ';
    }
  }

  void markup() {
    const char next = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
    if (is_letter(next)) return open_tag();
    if (next == '/') return close_tag();
    if (next == '!' || next == '?') return comment();
    page_.html += "&lt;";
    ++at_;
  }

  void comment() {
    const std::string_view rest = in_.substr(at_, 9);
    if (rest == "<![CDATA[") {
      at_ += rest.size();
      return;
    }
    if (rest.starts_with("<!--")) return skip_comment();
    if (equal_ignoring_case(rest, "<!doctype")) page_.html += "<!DOCTYPE html>";
    at_ = skip_to('>');
  }

  // That no comment ends any more is found out once, or many would be quadratic.
  void skip_comment() {
    const std::size_t end = comments_unclosed_ ? in_.npos : in_.find("-->", at_ + 2);
    comments_unclosed_ = end == in_.npos;
    at_ = comments_unclosed_ ? skip_to('>') : end + 3;
  }

  std::size_t skip_to(char c) const {
    const std::size_t end = in_.find(c, at_);
    return end == in_.npos ? in_.size() : end + 1;
  }

  std::string take_name(std::size_t from) {
    std::size_t end = from;
    while (end < in_.size() && !is_space(in_[end]) && in_[end] != '>' &&
           in_[end] != '/') {
      ++end;
    }
    at_ = end;
    return to_lower(in_.substr(from, std::min<std::size_t>(end - from, 64)));
  }

  void close_tag() {
    const std::string name = take_name(at_ + 2);
    at_ = skip_to('>');
    const unsigned traits = traits_of(name);
    if (name.empty() || !is_letter(name[0]) || (traits & (opaque | refused)) != 0) return;
    if ((traits & formatting) != 0) {
      if (formatting_ > 0) --formatting_;
    } else if ((traits & (self_closing | standalone)) == 0 && depth_ > 0) {
      --depth_;
    }
    if (name == "pre" && preformatted_ > 0) --preformatted_;
    page_.html.append("</").append(name).append(">");
  }

  void open_tag() {
    const std::string name = take_name(at_ + 1);
    const std::size_t first = page_.attributes.size();
    std::string left;  // attributes that the parser is to read
    bool json_ld = false;
    take_attributes(name, left, json_ld);
    const unsigned traits = traits_of(name);
    const bool kept = (traits & (opaque | refused)) == 0 && may_open(traits);
    if (!kept) page_.attributes.resize(first);
    if ((traits & opaque) != 0) return skip_opaque(name, json_ld);
    if (!kept) return;
    if (name == "pre") ++preformatted_;
    page_.html.append("<").append(name);
    number_tag(first);
    page_.html.append(left).append(">");
  }

  void number_tag(std::size_t first) {
    const std::size_t count = page_.attributes.size() - first;
    if (count == 0) return;
    page_.html.append(" ").append(std::to_string(page_.tags.size()));
    page_.tags.push_back(
        {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(count)});
  }

  bool may_open(unsigned traits) {
    if ((traits & (standalone | self_closing)) != 0) return true;
    const bool formats = (traits & formatting) != 0;
    std::size_t& open = formats ? formatting_ : depth_;
    const bool fits = open < (formats ? max_formatting : max_depth);
    // Beyond the bound the tag is left out, its end is not: an end without a beginning
    // does nothing, and counting it keeps later siblings whole.
    page_.cut = page_.cut || (!fits && !formats);
    if (fits) ++open;
    return fits;
  }

  void keep_attribute(std::string_view name, std::string_view value, std::string& left) {
    if (value.find('&') == value.npos) {
      page_.attributes.push_back({name, value});
      attribute_bytes_ += sizeof(SlimAttribute) + value.size();
      return;
    }
    const char quote = value.find('"') == value.npos ? '"' : '\'';
    left.append(" ").append(name).append("=") += quote;
    left.append(value) += quote;
  }

  void take_attributes(std::string_view tag, std::string& left, bool& json_ld) {
    std::size_t kept = 0;
    while (at_ < in_.size() && in_[at_] != '>') {
      if (is_space(in_[at_]) || in_[at_] == '/') {
        ++at_;
        continue;
      }
      const std::size_t from = at_;
      while (at_ < in_.size() && !is_space(in_[at_]) && in_[at_] != '>' &&
             in_[at_] != '/' && (in_[at_] != '=' || at_ == from)) {
        ++at_;
      }
      const std::string name =
          to_lower(in_.substr(from, std::min<std::size_t>(at_ - from, 32)));
      const std::string_view value = take_value();
      if (tag == "script" && name == "type") {
        json_ld = to_lower(value.substr(0, 64)).find("ld+json") != std::string::npos;
      }
      if (kept == max_attributes) continue;
      const std::string_view as = kept_name(tag, name, value);
      if (as.empty() || (as == "style" && !may_hide(value))) continue;
      ++kept;
      keep_attribute(as, value.substr(0, max_value), left);
    }
    if (at_ < in_.size()) ++at_;
  }

  // Of styles only those are asked for by which a part is not shown.
  static bool may_hide(std::string_view style) {
    for (const std::string_view sign : {"none", "None", "NONE", "max-height", "visib"}) {
      if (style.find(sign) != style.npos) return true;
    }
    return false;
  }

  std::string_view take_value() {
    std::size_t at = at_;
    while (at < in_.size() && is_space(in_[at])) ++at;
    if (at >= in_.size() || in_[at] != '=') return {};
    ++at;
    while (at < in_.size() && is_space(in_[at])) ++at;
    if (at >= in_.size()) return at_ = at, std::string_view();
    const char quote = in_[at];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = std::min(in_.find(quote, at + 1), in_.size());
      at_ = std::min(end + 1, in_.size());
      return in_.substr(at + 1, end - at - 1);
    }
    std::size_t end = at;
    while (end < in_.size() && !is_space(in_[end]) && in_[end] != '>') ++end;
    at_ = end;
    return in_.substr(at, end - at);
  }

  void skip_opaque(const std::string& name, bool json_ld) {
    if (std::find(unclosed_.begin(), unclosed_.end(), name) != unclosed_.end()) return;
    const std::size_t close = find_close(in_, name, at_);
    if (close == in_.npos) {
      // Asked once for each name, or many unclosed tags would be quadratic.
      unclosed_.push_back(name);
      return;
    }
    if (json_ld && close - at_ <= max_json_ld) {
      page_.json_ld.emplace_back(in_.substr(at_, close - at_));
    }
    at_ = close;
    at_ = skip_to('>');
  }

  std::string_view in_;
  SlimPage& page_;
  std::size_t at_ = 0;
  std::size_t tags_ = 0;
  std::size_t depth_ = 0;
  std::size_t formatting_ = 0;
  std::size_t preformatted_ = 0;  // open <pre>
  std::size_t attribute_bytes_ = 0;
  bool comments_unclosed_ = false;
  std::vector<std::string> unclosed_;
};

}  // namespace

SlimPage slim_page(std::string_view html) {
  SlimPage page;
  page.cut = html.size() > max_page;
  Slimmer(html.substr(0, max_page), page).run();
  return page;
}

std::string declared_charset(std::string_view bytes) {
  return named_charset(bytes);
}

}  // namespace broadsheet
