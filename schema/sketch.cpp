#include "schema/sketch.h"

#include "schema/bytes.h"

namespace broadsheet {
namespace {

// Sorted numbers as the steps between them, which are smaller.
template <typename T>
void write_sorted(ByteWriter& out, const std::vector<T>& values) {
  out.number(values.size());
  T last = 0;
  for (const T value : values) {
    out.number(static_cast<T>(value - last));
    last = value;
  }
}

template <typename T>
std::vector<T> read_sorted(ByteReader& in) {
  std::vector<T> values(in.count());
  T last = 0;
  for (T& value : values) {
    last = static_cast<T>(last + static_cast<T>(in.number()));
    value = last;
  }
  return values;
}

}  // namespace

std::string encode_sketch(const Sketch& sketch) {
  ByteWriter out;
  out.number(sketch.words);
  out.number(sketch.text);
  out.number((sketch.whole_sample ? 1u : 0u) | (sketch.foreign_title ? 2u : 0u));
  write_sorted(out, sketch.sample);
  write_sorted(out, sketch.lead);
  std::vector<std::uint32_t> frames;
  for (const SentencePrint& sentence : sketch.sentences) frames.push_back(sentence.frame);
  write_sorted(out, frames);
  for (const SentencePrint& sentence : sketch.sentences) out.number(sentence.whole);
  write_sorted(out, sketch.figures);
  out.number(sketch.all_figures);
  write_sorted(out, sketch.title);
  write_sorted(out, sketch.title_numbers);
  return out.take();
}

std::optional<Sketch> decode_sketch(std::string_view bytes) {
  ByteReader in(bytes);
  Sketch sketch;
  sketch.words = static_cast<std::uint32_t>(in.number());
  sketch.text = in.number();
  const std::uint64_t flags = in.number();
  sketch.whole_sample = (flags & 1) != 0;
  sketch.foreign_title = (flags & 2) != 0;
  sketch.sample = read_sorted<std::uint32_t>(in);
  sketch.lead = read_sorted<std::uint32_t>(in);
  for (const std::uint32_t frame : read_sorted<std::uint32_t>(in)) {
    sketch.sentences.push_back({.frame = frame, .whole = 0});
  }
  for (SentencePrint& sentence : sketch.sentences) {
    sentence.whole = static_cast<std::uint16_t>(in.number());
  }
  sketch.figures = read_sorted<std::uint32_t>(in);
  sketch.all_figures = in.number();
  sketch.title = read_sorted<std::uint16_t>(in);
  sketch.title_numbers = read_sorted<std::uint16_t>(in);
  if (!in.done()) return std::nullopt;
  return sketch;
}

}  // namespace broadsheet
