// A sketch of a story's text, small enough to be kept for every story of an index, from
// which two stories are known for near-copies without reading either again. It lies in a
// value slot of the story's document, so that it goes where its story goes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// A sentence twice: with its names and numbers left open, and as it is. Two stories that
// fill one frame differently are of one kind, not one story.
struct SentencePrint {
  std::uint32_t frame = 0;
  std::uint16_t whole = 0;

  friend auto operator<=>(const SentencePrint&, const SentencePrint&) = default;
};

struct Sketch {
  static constexpr std::size_t most_figures = 64;

  std::uint32_t words = 0;
  std::uint64_t text = 0;                // of all words: equal for equal texts
  std::vector<std::uint32_t> sample;     // the smallest hashes of its shingles, sorted
  bool whole_sample = false;             // all of its shingles are in the sample
  std::vector<std::uint32_t> lead;       // the same of its opening
  std::vector<SentencePrint> sentences;  // those with the smallest frames, sorted
  std::vector<std::uint32_t>
      figures;                    // a hash each, the same twice counted up; sorted, cut
  std::uint64_t all_figures = 0;  // of the whole set of them
  bool foreign_title = false;     // the text says nothing of it
  std::vector<std::uint16_t> title;  // words that mean something, sorted, cut

  std::vector<std::uint16_t> title_numbers;

  friend bool operator==(const Sketch&, const Sketch&) = default;
};

std::string encode_sketch(const Sketch& sketch);
// Nothing when the bytes are damaged.
std::optional<Sketch> decode_sketch(std::string_view bytes);

}  // namespace broadsheet
