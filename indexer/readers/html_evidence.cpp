#include "indexer/readers/html_evidence.h"

#include "article/ascii.h"

namespace broadsheet {

std::string cut_evidence(std::string_view text) {
  constexpr std::size_t longest = 200;
  text = trimmed(text);
  if (text.size() <= longest) return std::string(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end));
}

void add_evidence(RawStory& story, std::string_view field, std::string_view source,
                  std::string_view text) {
  story.evidence.push_back({std::string(field), std::string(source), cut_evidence(text)});
}

}  // namespace broadsheet
