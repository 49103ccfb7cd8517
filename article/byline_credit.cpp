// The lines that say whose story it was first: a label, then one outlet or several.
#include <algorithm>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/byline_words.h"
#include "article/outlets.h"

namespace broadsheet {
namespace {

constexpr std::string_view credit_labels[] = {"original source",
                                              "original article",
                                              "source",
                                              "sources",
                                              "news source",
                                              "story source",
                                              "article source",
                                              "via",
                                              "originally published by",
                                              "originally published in",
                                              "originally published on",
                                              "originally appeared in",
                                              "originally appeared on",
                                              "first published by",
                                              "first published in",
                                              "this article originally appeared on",
                                              "this article originally appeared in",
                                              "this story originally appeared on",
                                              "this story originally appeared in",
                                              "this article was originally published by",
                                              "this article was originally published on",
                                              "this article was originally published in",
                                              "this story was originally published by",
                                              "this story was originally published on",
                                              "this story was originally published in",
                                              "this story was first published by",
                                              "this story was first published on",
                                              "this story was first published in",
                                              "this article was first published by",
                                              "this article was first published on",
                                              "this article was first published in"};

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::string_view without_arrow(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark :
         {"\u2192", "\u2197", "\u203A", "\u00BB", ">", ".", "]"}) {
      if (!ends_with(text, mark)) continue;
      text = trimmed(text.substr(0, text.size() - mark.size()));
      again = true;
    }
  }
  return text;
}

// Photo libraries are credited for pictures, not for the story.
constexpr std::string_view picture_words[] = {"getty",     "shutterstock", "istock",
                                              "unsplash",  "pexels",       "flickr",
                                              "wikimedia", "adobe stock"};

bool is_credit_value(std::string_view value) {
  const auto words = std::count(value.begin(), value.end(), ' ') + 1;
  if (value.empty() || value.size() > 80 || words > 8) return false;
  const std::string lower = to_lower(value);
  return std::none_of(
      std::begin(picture_words), std::end(picture_words),
      [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// "Reuters, Bloomberg and AP": several only when each is known; else one name.
std::vector<std::string> credited_names(std::string_view value) {
  std::vector<std::string> names;
  std::string part;
  const auto finish = [&] {
    if (!trimmed(part).empty()) names.emplace_back(trimmed(part));
    part.clear();
  };
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool and_word = value.substr(at, 5) == " and ";
    if (value[at] == ',' || value[at] == ';' || and_word) {
      finish();
      if (and_word) at += 4;
    } else {
      part += value[at];
    }
  }
  finish();
  const bool all_known =
      std::all_of(names.begin(), names.end(),
                  [](const std::string& name) { return is_known_outlet(name); });
  if (names.size() > 1 && !all_known) return {std::string(value)};
  return names;
}

}  // namespace

std::vector<std::string> read_credit(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 140) return {};
  while (!line.empty() &&
         std::string_view("[(*_").find(line.front()) != std::string_view::npos) {
    line.remove_prefix(1);
  }
  for (const std::string_view label : credit_labels) {
    const bool says_it_all = label.find("originally") != std::string_view::npos ||
                             label.find("first published") != std::string_view::npos;
    const auto rest = behind_label(line, label, !says_it_all && label != "via");
    if (!rest) continue;
    const std::string_view value = without_arrow(*rest);
    // Without a colon "via" leads anywhere: "Via Roma was closed".
    const bool colon = behind_label(line, label, true).has_value();
    if (label == "via" && !colon && !is_known_outlet(value)) continue;
    if (is_credit_value(value)) return credited_names(value);
  }
  return {};
}

}  // namespace broadsheet
