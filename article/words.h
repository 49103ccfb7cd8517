// Words: the one tokenizer of index, queries and snippets, so that what is highlighted is
// what was searched.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/span.h"

namespace broadsheet {

// `text` is the word folded: lower case, diacritics off, typographic apostrophes plain,
// possessive 's off, digits without thousands separators ("8,000" ==> "8000").
struct Word {
  std::string text;
  Span span;
  bool numeric = false;  // starts with a digit
};

// A word is a run of letters, digits and marks; joined are an apostrophe and & between
// letters ("AT&T"), a point between digits, a comma between groups of three digits, and
// the points of initials ("U.S." ==> "us"). Hyphens and dashes part words. A Chinese or
// Japanese character is a word by itself. At most 64 bytes of a word are kept. Linear;
// invalid UTF-8 parts words.
std::vector<Word> split_words(std::string_view text);

// The same folding for a whole phrase, words joined by one space.
std::string fold_words(std::string_view text);

}  // namespace broadsheet
