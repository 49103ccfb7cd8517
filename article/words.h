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
  bool numeric = false;   // starts with a digit
  bool marked = false;    // folding took more than case off it: exact_form has the rest
  bool unspaced = false;  // one character of a script without spaces
};

// A word is a run of letters, digits and marks; joined are an apostrophe and & between
// letters ("AT&T"), a point between digits, a comma between groups of three digits, and
// the points of initials ("U.S." ==> "us"). Hyphens and dashes part words. Chinese,
// Japanese, Korean, Thai, Lao, Khmer and Burmese are not parted into words: each of their
// characters, with its marks, is one. At most 64 bytes of a word are kept. Linear;
// invalid UTF-8 parts words.
std::vector<Word> split_words(std::string_view text);

// Whether the two are characters of one stretch without spaces. Such stretches are
// searched by pairs: a character alone says too little.
bool makes_pair(const Word& first, const Word& second);

// Words to search by: as split_words, but a stretch without spaces as its pairs.
std::vector<Word> search_words(std::string_view text);

// A printed word in lower case with its diacritics: "Résumé’s" ==> "résumé".
std::string exact_form(std::string_view printed);

// The same folding for a whole phrase, words joined by one space.
std::string fold_words(std::string_view text);

}  // namespace broadsheet
