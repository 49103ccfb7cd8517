// Where the sentences of a story end, by word positions, in a slot: a byte or two a
// sentence, and with the position lists enough to tell whether words share a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "article/words.h"

namespace broadsheet {

class SentenceEnds {
 public:
  // Of `words` of `text`, the first of which stands behind `position`; texts in the order
  // of their positions.
  void add(const std::vector<Word>& words, std::string_view text,
           Xapian::termpos position);

  // The last positions of the sentences as distances, seven bits a byte.
  std::string encode() const;

 private:
  std::vector<Xapian::termpos> ends_;
};

// In order. Damaged bytes give fewer.
std::vector<Xapian::termpos> decode_sentence_ends(std::string_view bytes);

}  // namespace broadsheet
