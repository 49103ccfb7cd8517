#include "schema/sentence_ends.h"

#include "article/sentences.h"

namespace broadsheet {

void SentenceEnds::add(const std::vector<Word>& words, std::string_view text,
                       Xapian::termpos position) {
  std::size_t at = 0;
  for (const Span& sentence : split_sentences(text)) {
    const std::size_t first = at;
    while (at < words.size() && words[at].span.start < sentence.end) ++at;
    if (at > first) ends_.push_back(position + static_cast<Xapian::termpos>(at));
  }
}

std::string SentenceEnds::encode() const {
  std::string bytes;
  Xapian::termpos last = 0;
  for (const Xapian::termpos end : ends_) {
    Xapian::termpos distance = end - last;
    last = end;
    for (; distance >= 0x80; distance >>= 7U)
      bytes += static_cast<char>((distance & 0x7FU) | 0x80U);
    bytes += static_cast<char>(distance);
  }
  return bytes;
}

std::vector<Xapian::termpos> decode_sentence_ends(std::string_view bytes) {
  std::vector<Xapian::termpos> ends;
  Xapian::termpos last = 0;
  Xapian::termpos distance = 0;
  unsigned shift = 0;
  for (const char byte : bytes) {
    const auto bits = static_cast<unsigned char>(byte);
    if (shift < 28) distance |= (bits & 0x7FU) << shift;
    shift += 7;
    if ((bits & 0x80U) != 0) continue;
    ends.push_back(last += distance);
    distance = 0;
    shift = 0;
  }
  return ends;
}

}  // namespace broadsheet
