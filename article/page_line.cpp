// Phrases decide only about short lines, or about lines that begin with them: running
// text may well speak of subscriptions and newsletters.
#include "article/page_line.h"

#include <algorithm>

#include "article/ascii.h"

namespace broadsheet {
namespace {

// Where a phrase must stand to make a line what it says.
enum class At { start, anywhere, whole };

struct Phrase {
  std::string_view text;  // lower case
  At at;
  LineKind kind;
  std::size_t most_words;  // longer lines are not meant
};

constexpr Phrase phrases[] = {
    {"join the ", At::start, LineKind::promo, 25},
    {"join our ", At::start, LineKind::promo, 25},
    {"join us ", At::start, LineKind::promo, 25},
    {"join now", At::anywhere, LineKind::promo, 20},
    {"join today", At::anywhere, LineKind::promo, 20},
    {"subscribe to ", At::start, LineKind::promo, 40},
    {"subscribe now", At::anywhere, LineKind::promo, 20},
    {"subscribe today", At::anywhere, LineKind::promo, 20},
    {"subscribe for ", At::start, LineKind::promo, 25},
    {"subscribe", At::whole, LineKind::promo, 2},
    {"sign up for ", At::start, LineKind::promo, 40},
    {"sign up to ", At::start, LineKind::promo, 40},
    {"sign up now", At::anywhere, LineKind::promo, 20},
    {"sign up", At::whole, LineKind::control, 2},
    {"sign in", At::whole, LineKind::control, 2},
    {"log in", At::whole, LineKind::control, 2},
    {"login", At::whole, LineKind::control, 1},
    {"register", At::whole, LineKind::control, 1},
    {"our newsletter", At::anywhere, LineKind::promo, 25},
    {"free newsletter", At::anywhere, LineKind::promo, 25},
    {"newsletter", At::whole, LineKind::promo, 2},
    {"newsletters", At::whole, LineKind::promo, 2},
    {"get the latest ", At::start, LineKind::promo, 30},
    {"get our ", At::start, LineKind::promo, 25},
    {"delivered to your inbox", At::anywhere, LineKind::promo, 40},
    {"in your inbox", At::anywhere, LineKind::promo, 30},
    {"stay ahead ", At::start, LineKind::promo, 20},
    {"stay informed ", At::start, LineKind::promo, 20},
    {"stay up to date", At::start, LineKind::promo, 20},
    {"don't miss ", At::start, LineKind::promo, 15},
    {"click here", At::anywhere, LineKind::promo, 25},
    {"early access", At::start, LineKind::promo, 15},
    {"start your free trial", At::anywhere, LineKind::promo, 25},
    {"become a member", At::anywhere, LineKind::promo, 25},
    {"become a subscriber", At::anywhere, LineKind::promo, 25},
    {"your membership", At::start, LineKind::promo, 20},
    {"your subscription", At::start, LineKind::promo, 20},
    {"already a subscriber", At::start, LineKind::promo, 20},
    {"already a member", At::start, LineKind::promo, 20},
    {"this article is for subscribers", At::start, LineKind::promo, 20},
    {"support our journalism", At::anywhere, LineKind::promo, 25},
    {"support independent journalism", At::anywhere, LineKind::promo, 30},
    {"download our app", At::anywhere, LineKind::promo, 25},
    {"download the app", At::anywhere, LineKind::promo, 25},
    {"read this week's ", At::start, LineKind::promo, 20},
    {"read today's ", At::start, LineKind::promo, 20},
    {"follow us on ", At::start, LineKind::share, 20},
    {"follow us", At::whole, LineKind::share, 3},
    {"share with ", At::start, LineKind::share, 6},
    {"share this ", At::start, LineKind::share, 8},
    {"share on ", At::start, LineKind::share, 6},
    {"share via ", At::start, LineKind::share, 6},
    {"share:", At::start, LineKind::share, 8},
    {"share", At::whole, LineKind::share, 2},
    {"tweet", At::whole, LineKind::share, 2},
    {"tweet this", At::whole, LineKind::share, 3},
    {"copy link", At::whole, LineKind::share, 3},
    {"facebook", At::whole, LineKind::share, 1},
    {"twitter", At::whole, LineKind::share, 1},
    {"linkedin", At::whole, LineKind::share, 1},
    {"whatsapp", At::whole, LineKind::share, 1},
    {"pinterest", At::whole, LineKind::share, 1},
    {"reddit", At::whole, LineKind::share, 1},
    {"email", At::whole, LineKind::share, 1},
    {"print", At::whole, LineKind::share, 1},
    {"related", At::whole, LineKind::related, 1},
    {"related articles", At::start, LineKind::related, 5},
    {"related stories", At::start, LineKind::related, 5},
    {"related updates", At::start, LineKind::related, 5},
    {"related news", At::start, LineKind::related, 5},
    {"related posts", At::start, LineKind::related, 5},
    {"related topics", At::start, LineKind::related, 5},
    {"related coverage", At::start, LineKind::related, 5},
    {"related content", At::start, LineKind::related, 5},
    {"related reading", At::start, LineKind::related, 5},
    {"related:", At::start, LineKind::related, 25},
    {"read also:", At::start, LineKind::related, 25},
    {"also read:", At::start, LineKind::related, 25},
    {"also read", At::whole, LineKind::related, 2},
    {"read more:", At::start, LineKind::related, 25},
    {"read next", At::start, LineKind::related, 6},
    {"up next", At::whole, LineKind::related, 2},
    {"more from ", At::start, LineKind::related, 7},
    {"more on this", At::start, LineKind::related, 7},
    {"more stories", At::start, LineKind::related, 5},
    {"more news", At::whole, LineKind::related, 3},
    {"you may also like", At::start, LineKind::related, 7},
    {"you might also like", At::start, LineKind::related, 7},
    {"you might be interested", At::start, LineKind::related, 8},
    {"recommended for you", At::start, LineKind::related, 6},
    {"recommended stories", At::start, LineKind::related, 5},
    {"recommended articles", At::start, LineKind::related, 5},
    {"recommended", At::whole, LineKind::related, 1},
    {"most read", At::start, LineKind::related, 5},
    {"most popular", At::start, LineKind::related, 5},
    {"trending now", At::start, LineKind::related, 5},
    {"trending", At::whole, LineKind::related, 2},
    {"latest news", At::whole, LineKind::related, 2},
    {"latest stories", At::whole, LineKind::related, 2},
    {"top stories", At::whole, LineKind::related, 2},
    {"editor's picks", At::whole, LineKind::related, 2},
    {"all rights reserved", At::anywhere, LineKind::legal, 60},
    {"content rights belong", At::anywhere, LineKind::legal, 40},
    {"copyright ©", At::start, LineKind::legal, 60},
    {"© ", At::start, LineKind::legal, 60},
    {"©2", At::start, LineKind::legal, 60},
    {"(c) 20", At::start, LineKind::legal, 60},
    {"privacy policy", At::anywhere, LineKind::legal, 12},
    {"terms of use", At::anywhere, LineKind::legal, 12},
    {"terms of service", At::anywhere, LineKind::legal, 12},
    {"terms and conditions", At::whole, LineKind::legal, 3},
    {"cookie policy", At::anywhere, LineKind::legal, 12},
    {"we use cookies", At::start, LineKind::legal, 80},
    {"this site uses cookies", At::start, LineKind::legal, 80},
    {"this material may not be published", At::start, LineKind::legal, 60},
    {"affiliate commission", At::anywhere, LineKind::legal, 50},
    {"ai-generated ", At::start, LineKind::label, 9},
    {"ai generated ", At::start, LineKind::label, 9},
    {"generated by ai", At::anywhere, LineKind::label, 14},
    {"generated with ai", At::anywhere, LineKind::label, 14},
    {"ai analysis grounded", At::start, LineKind::label, 9},
    {"ai-curated ", At::start, LineKind::label, 9},
    {"summarized by ai", At::anywhere, LineKind::label, 14},
    {"summarised by ai", At::anywhere, LineKind::label, 14},
    {"advertisement", At::start, LineKind::control, 5},
    {"sponsored", At::whole, LineKind::control, 2},
    {"sponsored content", At::whole, LineKind::control, 3},
    {"min read", At::anywhere, LineKind::control, 5},
    {"minute read", At::anywhere, LineKind::control, 5},
    {"minutes ago", At::anywhere, LineKind::control, 5},
    {"hours ago", At::anywhere, LineKind::control, 5},
    {"days ago", At::anywhere, LineKind::control, 4},
    {"wire reports", At::anywhere, LineKind::control, 9},
    {"special to ", At::start, LineKind::control, 7},
    {"special for ", At::start, LineKind::control, 7},
    {"opinion contributor", At::whole, LineKind::control, 2},
    {"staff writer", At::start, LineKind::control, 5},
    {"staff report", At::start, LineKind::control, 4},
    {"contributing:", At::start, LineKind::control, 14},
    {"click to ", At::start, LineKind::control, 8},
    {"read more", At::whole, LineKind::control, 3},
    {"learn more", At::whole, LineKind::control, 3},
    {"show more", At::whole, LineKind::control, 3},
    {"show less", At::whole, LineKind::control, 3},
    {"load more", At::whole, LineKind::control, 3},
    {"see more", At::whole, LineKind::control, 3},
    {"see all", At::whole, LineKind::control, 3},
    {"view all", At::whole, LineKind::control, 3},
    {"see full bio", At::start, LineKind::control, 5},
    {"continue reading", At::start, LineKind::control, 6},
    {"skip to ", At::start, LineKind::control, 6},
    {"skip advertisement", At::start, LineKind::control, 4},
    {"back to top", At::whole, LineKind::control, 4},
    {"listen to this article", At::start, LineKind::control, 8},
    {"listen", At::whole, LineKind::control, 2},
    {"save", At::whole, LineKind::control, 1},
    {"menu", At::whole, LineKind::control, 1},
    {"home", At::whole, LineKind::control, 1},
    {"search", At::whole, LineKind::control, 2},
    {"faq", At::whole, LineKind::control, 1},
    {"about us", At::whole, LineKind::control, 2},
    {"contact", At::whole, LineKind::control, 1},
    {"contact us", At::start, LineKind::control, 4},
    {"leave a reply", At::start, LineKind::control, 6},
    {"leave a comment", At::start, LineKind::control, 6},
    {"post a comment", At::start, LineKind::control, 6},
    {"comments", At::whole, LineKind::control, 2},
    {"loading", At::whole, LineKind::control, 2},
    {"close", At::whole, LineKind::control, 1},
    {"previous", At::whole, LineKind::control, 1},
    {"next", At::whole, LineKind::control, 1}};

constexpr std::string_view invitations[] = {
    "explore ",      "check the latest", "check out",       "sign up",     "subscribe",
    "join ",         "courses",          "course ",         "training",    "programs at",
    "programmes at", "our newsletter",   "free trial",      "get started", "learn more",
    "visit our",     "download ",        "membership",      "click ",      "browse ",
    "enroll",        "enrol ",           "book a demo",     "contact us",  "follow us",
    "discount",      "early access",     "our podcast",     "our app",     "webinar",
    "upgrade to",    "become a ",        "exclusive access"};

constexpr std::string_view tags[] = {
    "strong", "em", "span", "div", "p",  "br", "b",  "i",  "u",   "a",         "li",
    "ul",     "ol", "h1",   "h2",  "h3", "h4", "td", "tr", "sup", "blockquote"};

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// Words that say nothing but "here is a control": arrows and their like.
constexpr std::string_view decorations[] = {
    "\u2192", "\u2190", "\u2197", "\u203A", "\u00BB", "\u25B8", "\u25B6", "\u25BA",
    "\u25BE", "\u25BC", ">",      ":",      "|",      "!",      "-",      "\u2026",
    ".",      "+",      "\u00B7", "\u2022", "#",      "*"};

std::string_view undecorated(std::string_view text) {
  text = trimmed(text);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : decorations) {
      if (ends_with(text, mark)) {
        text = trimmed(text.substr(0, text.size() - mark.size()));
        again = true;
      }
      if (text.substr(0, mark.size()) == mark && !text.empty()) {
        text = trimmed(text.substr(mark.size()));
        again = true;
      }
    }
  }
  return text;
}

std::string plain_lower(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 3) == "\u2019") {
      out += '\'';
      at += 2;
    } else {
      out += to_lower(text[at]);
    }
  }
  return out;
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool word = !is_space(c);
    if (word && !inside) ++count;
    inside = word;
  }
  return count;
}

bool matches(const Phrase& phrase, std::string_view lower, std::string_view bare) {
  switch (phrase.at) {
    case At::start:
      return lower.substr(0, phrase.text.size()) == phrase.text;
    case At::whole:
      return bare == phrase.text;
    case At::anywhere:
      return lower.find(phrase.text) != std::string_view::npos;
  }
  return false;
}

LineKind kind_of(std::string_view text, std::size_t words) {
  constexpr std::size_t longest = 80;
  if (words > longest) return LineKind::content;
  const std::string lower = plain_lower(text);
  const std::string bare(undecorated(lower));
  for (const Phrase& phrase : phrases) {
    if (words <= phrase.most_words && matches(phrase, lower, bare)) return phrase.kind;
  }
  return LineKind::content;
}

// The tag name that starts at `at` and is closed by '>'; its end behind the '>', or 0.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end < at + 12 &&
         (is_lower(text[end]) || is_digit(text[end]))) {
    ++end;
  }
  const std::string_view name = text.substr(at, end - at);
  if (std::find(std::begin(tags), std::end(tags), name) == std::end(tags)) return 0;
  while (end < text.size() && (text[end] == ' ' || text[end] == '/')) ++end;
  return end < text.size() && text[end] == '>' ? end + 1 : 0;
}

// "<b>", "</strong>", and what is left of them: "/strong>", "-strong>". A lone hyphen
// proves less, so that short names ("x-i>0") need the bracket or the slash.
std::size_t end_of_debris(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c != '<' && c != '/' && c != '-') return 0;
  std::size_t name = at + 1;
  if (c == '<' && name < text.size() && text[name] == '/') ++name;
  const std::size_t end = end_of_tag(text, name);
  return c == '-' && end != 0 && end - name < 4 ? 0 : end;
}

std::string without_tags(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_debris(text, at);
    if (end == 0) out += text[at];
    at = end == 0 ? at + 1 : end;
  }
  return out;
}

constexpr std::string_view folding_marks[] = {"\u25B8", "\u25B6", "\u25BA", "\u25BE",
                                              "\u25BC", "\u25B9", "\u2304"};
constexpr std::string_view folding_words[] = {"show",    "hide", "expand",    "collapse",
                                              "more",    "less", "show more", "read more",
                                              "details", "view", "open",      ""};

// "Analysis ▸ Show" is a heading with the control that folds its section.
std::string_view without_control(std::string_view line) {
  for (const std::string_view mark : folding_marks) {
    const std::size_t at = line.rfind(mark);
    if (at == std::string_view::npos) continue;
    const std::string word = to_lower(trimmed(line.substr(at + mark.size())));
    if (std::find(std::begin(folding_words), std::end(folding_words), word) !=
        std::end(folding_words)) {
      return trimmed(line.substr(0, at));
    }
  }
  return line;
}

bool is_list_item(std::string_view line) {
  for (const std::string_view mark :
       {"- ", "* ", "+ ", "\u2022", "\u25E6", "\u25AA", "\u00B7 "}) {
    if (line.substr(0, mark.size()) == mark) return true;
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && is_digit(line[digits])) ++digits;
  return digits > 0 && digits + 1 < line.size() &&
         (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

// Closing quotes and brackets behind the stop do not matter.
bool ends_sentence(std::string_view line) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark :
         {"\"", "'", ")", "\u201D", "\u2019", "]", "*", "_"}) {
      if (!ends_with(line, mark)) continue;
      line.remove_suffix(mark.size());
      again = true;
    }
  }
  return ends_with(line, ".") || ends_with(line, "!") || ends_with(line, "?") ||
         ends_with(line, "\u2026") || ends_with(line, "\u3002");
}

bool is_truncated(std::string_view line) {
  return ends_with(line, "...") || ends_with(line, "\u2026") ||
         ends_with(line, "[\u2026]") || ends_with(line, "[...]");
}

PageLine read_line(std::string_view raw) {
  PageLine line;
  const std::string untagged = without_tags(raw);
  line.text = std::string(without_control(trimmed(untagged)));
  line.words = count_words(line.text);
  line.kind = kind_of(line.text, line.words);
  line.list_item = is_list_item(line.text);
  line.table = !line.text.empty() && line.text.front() == '|';
  line.sentence = ends_sentence(line.text);
  line.truncated = is_truncated(line.text);
  constexpr std::size_t long_line = 160;  // bytes: for scripts without spaces
  line.prose = !line.table && ((line.sentence && line.words >= 12) || line.words >= 30 ||
                               (line.sentence && line.text.size() >= long_line));
  return line;
}

}  // namespace

std::vector<PageLine> page_lines(std::string_view text,
                                 std::vector<std::string>& debris) {
  std::vector<PageLine> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view raw = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (raw.empty()) continue;
    PageLine line = read_line(raw);
    if (line.text.empty()) {
      debris.emplace_back(raw);
    } else {
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

bool same_words(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  const auto skip = [](std::string_view text, std::size_t& at) {
    while (at < text.size() && !is_letter(text[at]) && !is_digit(text[at]) &&
           !is_high(text[at])) {
      ++at;
    }
  };
  for (;;) {
    skip(a, i);
    skip(b, j);
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (to_lower(a[i++]) != to_lower(b[j++])) return false;
  }
}

std::size_t count_invitations(std::string_view text) {
  const std::string lower = plain_lower(text);
  return static_cast<std::size_t>(std::count_if(
      std::begin(invitations), std::end(invitations),
      [&](std::string_view phrase) { return lower.find(phrase) != std::string::npos; }));
}

}  // namespace broadsheet
