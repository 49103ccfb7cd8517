// What one line of a pasted page looks like, without its surroundings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// What a line is by its own words. `content` is everything that may belong to a story.
enum class LineKind {
  content,
  promo,    // asks to join, subscribe, sign up
  share,    // share bars
  related,  // heads a list of other stories
  legal,    // rights, disclosures
  label,    // "AI-generated analysis for this event."
  control   // buttons and menu items: "Read more", "Skip to content"
};

struct PageLine {
  std::string text;  // trimmed, debris of tags and folding controls taken off
  std::size_t words = 0;
  LineKind kind = LineKind::content;
  bool list_item = false;
  bool table = false;
  bool sentence = false;   // ends as a sentence does
  bool prose = false;      // a paragraph of running text
  bool truncated = false;  // a teaser: ends in "..." or "[…]"
};

// Non-blank lines in order. A line that was only debris is not among them, but in
// `debris`.
std::vector<PageLine> page_lines(std::string_view text, std::vector<std::string>& debris);

// Equal but for case, space and punctuation.
bool same_words(std::string_view a, std::string_view b);

// How many invitations to buy, join or look elsewhere a line holds.
std::size_t count_invitations(std::string_view text);

}  // namespace broadsheet
