// The words of a collection as its stories say them: for completion and did-you-mean.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <xapian.h>

#include "searcher/word_terms.h"

namespace broadsheet {

struct VocabularyWord {
  std::string text;              // folded
  std::string form;              // in lower case with its diacritics
  Xapian::doccount stories = 0;  // that a search for it finds, in whatever form
  Xapian::doccount said = 0;     // about how many have this form: to order forms by
};

// Calls `visit` with each word that begins with `start` (folded), in the order of the
// folded words; stops when it gives false. Numbers, stop words and scripts without spaces
// are left out. A word whose only story in a part was removed may be missing.
void each_word(const Xapian::Database& stories, WordTerms& terms, Stemmer& stem,
               std::string_view start,
               const std::function<bool(const VocabularyWord&)>& visit);

}  // namespace broadsheet
