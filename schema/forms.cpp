// The first byte says how many low bits of each distance stand as they are; the rest of a
// distance stands before them as so many ones and a zero. Ones fill the last byte.
#include "schema/forms.h"

#include <algorithm>
#include <bit>
#include <xxhash.h>

namespace broadsheet {
namespace {

constexpr unsigned hash_bits = 18;

// About log2 of two thirds of the mean distance.
unsigned low_bits(std::size_t count) {
  const std::size_t mean =
      (std::size_t{1} << hash_bits) / std::max<std::size_t>(count, 1);
  return static_cast<unsigned>(std::bit_width(mean * 2 / 3 + 1) - 1);
}

class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  void bit(bool set) {
    if (free_ == 0) {
      out_ += '\xFF';
      free_ = 8;
    }
    --free_;
    if (!set) out_.back() = static_cast<char>(out_.back() & ~(1U << free_));
  }

 private:
  std::string& out_;
  unsigned free_ = 0;
};

class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

  bool done() const { return at_ >= bytes_.size() * 8; }
  bool bit() {
    const auto byte = static_cast<unsigned char>(bytes_[at_ / 8]);
    const unsigned shift = 7 - at_ % 8;
    ++at_;
    return (byte >> shift & 1U) != 0;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::uint32_t form_hash(std::string_view form) {
  constexpr std::uint64_t mask = (1U << hash_bits) - 1;
  return static_cast<std::uint32_t>(XXH64(form.data(), form.size(), 0) & mask);
}

std::string encode_forms(std::vector<std::uint32_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (hashes.empty()) return {};
  const unsigned low = low_bits(hashes.size());
  std::string bytes(1, static_cast<char>(low));
  bytes.reserve(hashes.size() * 3 / 2 + 2);
  BitWriter out(bytes);
  std::uint32_t last = 0;
  for (const std::uint32_t hash : hashes) {
    const std::uint32_t distance = hash - last;
    last = hash;
    for (std::uint32_t i = distance >> low; i > 0; --i) out.bit(true);
    out.bit(false);
    for (unsigned i = low; i > 0; --i) out.bit((distance >> (i - 1) & 1U) != 0);
  }
  return bytes;
}

bool has_form(std::string_view encoded, std::uint32_t hash) {
  if (encoded.empty()) return false;
  const unsigned low = std::min<unsigned>(static_cast<unsigned char>(encoded[0]), 31);
  BitReader in(encoded.substr(1));
  std::uint64_t place = 0;
  while (!in.done() && place <= hash) {
    if (in.bit()) {
      place += std::uint64_t{1} << low;
      continue;
    }
    std::uint32_t rest = 0;
    for (unsigned i = 0; i < low && !in.done(); ++i)
      rest = rest << 1U | (in.bit() ? 1U : 0U);
    place += rest;
    if (place == hash) return true;
  }
  return false;
}

}  // namespace broadsheet
