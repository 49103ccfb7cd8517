// The words of a story as terms and forms.
//   stems  Each word stands under its stem with its position.
//   pairs  Scripts without spaces have a term a character, with its position, and one for
//          each two characters that stand together, without.
//   forms  The story's words as they were said, hashed, in a slot (schema/forms.h): a
//          term a form would be exact as well, and made indexing a third slower.
//   vocabulary  A form that is not its own stem has a term in the first, eighth, 64th ...
//          story of a part that says it, and so does one that is its own stem when the
//          part has other forms of it. By these terms the words of a collection are
//          known, for a tenth of what a term in every story costs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "article/words.h"
#include "schema/stemmer.h"

namespace broadsheet {

class StoryWords {
 public:
  StoryWords(Xapian::Document& document, Stemmer& stem,
             const std::optional<std::string>& language);

  // `words` of `text` at the positions behind `position`; gives the last position.
  Xapian::termpos add(const std::vector<Word>& words, std::string_view text,
                      std::string_view prefix, Xapian::termpos position);

  // When all is added.
  void finish();

 private:
  void add_form(const Word& word, const std::string& form, Stems& stems,
                Stemming stemming);
  void add_to_vocabulary(const Word& word, const std::string& form, Stems& stems,
                         Stemming stemming);

  Xapian::Document& document_;
  Stemmer& stem_;
  StoryStemming stemming_;
  std::vector<std::uint32_t> forms_;
};

}  // namespace broadsheet
