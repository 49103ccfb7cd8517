// The first byte says how many low bits of each distance stand as they are; the rest of a
// distance stands before them as so many ones and a zero. Ones fill the last byte.
#include "schema/forms.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
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

// The highest bit of a byte comes first.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  // At most 32 bits.
  void put(std::uint64_t bits, unsigned count) {
    held_ = held_ << count | bits;
    count_ += count;
    for (; count_ >= 8; count_ -= 8) out_ += static_cast<char>(held_ >> (count_ - 8));
  }
  void ones(std::uint32_t count) {
    for (; count > 32; count -= 32) put(0xFFFFFFFFU, 32);
    put((std::uint64_t{1} << count) - 1, count);
  }
  void finish() {
    if (count_ > 0) ones(8 - count_);
  }

 private:
  std::string& out_;
  std::uint64_t held_ = 0;
  unsigned count_ = 0;
};

class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

  // How many ones come before a zero, which is taken with them; nothing at the end.
  std::optional<std::uint32_t> ones() {
    constexpr unsigned known = 64 - 7;  // bits of the window that surely are there
    std::uint32_t count = 0;
    while (at_ < bytes_.size() * 8) {
      const auto here = static_cast<unsigned>(std::countl_one(window()));
      at_ += std::min(here + 1, known);
      count += std::min(here, known);
      if (here < known) return count;
    }
    return std::nullopt;
  }
  std::uint32_t take(unsigned count) {
    if (count == 0) return 0;
    const auto bits = static_cast<std::uint32_t>(window() >> (64 - count));
    at_ += count;
    return bits;
  }

 private:
  // The next 57 bits at least; ones behind the end.
  std::uint64_t window() const {
    std::uint64_t bits = 0;
    const std::size_t byte = at_ / 8;
    if (byte + 8 <= bytes_.size()) {
      std::memcpy(&bits, bytes_.data() + byte, 8);
      if constexpr (std::endian::native == std::endian::little)
        bits = __builtin_bswap64(bits);
    } else {
      for (std::size_t i = byte; i < byte + 8; ++i) {
        const char here = i < bytes_.size() ? bytes_[i] : '\xFF';
        bits = bits << 8U | static_cast<unsigned char>(here);
      }
    }
    const unsigned gone = at_ % 8;
    return gone == 0 ? bits : bits << gone | ((1U << gone) - 1);
  }

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
    out.ones(distance >> low);
    out.put(0, 1);
    out.put(distance & ((1U << low) - 1), low);
  }
  out.finish();
  return bytes;
}

bool has_form(std::string_view encoded, std::uint32_t hash) {
  if (encoded.empty()) return false;
  const unsigned low = std::min<unsigned>(static_cast<unsigned char>(encoded[0]), 31);
  BitReader in(encoded.substr(1));
  std::uint64_t place = 0;
  while (const auto ones = in.ones()) {
    place += std::uint64_t{*ones} << low;
    place += in.take(low);
    if (place >= hash) return place == hash;
  }
  return false;
}

}  // namespace broadsheet
