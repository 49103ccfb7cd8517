// Exact decimals over a 64-bit mantissa. Sums of digits are formed in 128 bits and
// refused when they do not come back into range; there is no rounding anywhere.
#include "article/amount.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace broadsheet {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t mantissa_end = 1'000'000'000'000'000'000;  // 10^18
constexpr int exponent_end = 60;

// 10^0 .. 10^18.
constexpr auto powers = [] {
  std::array<std::int64_t, 19> all{};
  all[0] = 1;
  for (std::size_t i = 1; i < all.size(); ++i) all[i] = all[i - 1] * 10;
  return all;
}();

std::optional<Amount> normalised(Wide mantissa, int exponent) {
  if (mantissa == 0) return Amount{};
  while (mantissa % 10 == 0) {
    mantissa /= 10;
    ++exponent;
  }
  if (mantissa >= mantissa_end || mantissa <= -mantissa_end) return std::nullopt;
  if (std::abs(exponent) > exponent_end) return std::nullopt;
  return Amount{static_cast<std::int64_t>(mantissa), exponent};
}

int digit_count(std::int64_t positive) {
  int count = 1;
  while (count < 19 && positive >= powers[static_cast<std::size_t>(count)]) ++count;
  return count;
}

// Both are positive. The place of the first digit decides; where it is the same, the
// exponents lie within 17 of each other and 128 bits hold both.
std::strong_ordering compare_sizes(const Amount& a, const Amount& b) {
  const int place_a = digit_count(a.mantissa) + a.exponent;
  const int place_b = digit_count(b.mantissa) + b.exponent;
  if (place_a != place_b) return place_a <=> place_b;
  const int common = std::min(a.exponent, b.exponent);
  const Wide wide_a =
      Wide{a.mantissa} * powers[static_cast<std::size_t>(a.exponent - common)];
  const Wide wide_b =
      Wide{b.mantissa} * powers[static_cast<std::size_t>(b.exponent - common)];
  if (wide_a == wide_b) return std::strong_ordering::equal;
  return wide_a < wide_b ? std::strong_ordering::less : std::strong_ordering::greater;
}

int sign_of(const Amount& amount) {
  return amount.mantissa < 0 ? -1 : amount.mantissa > 0 ? 1 : 0;
}

}  // namespace

std::optional<Amount> make_amount(std::int64_t mantissa, int exponent) {
  // An exponent far outside could overflow while zeros are moved into it.
  if (exponent > 1000 || exponent < -1000) {
    return mantissa == 0 ? std::optional<Amount>{Amount{}} : std::nullopt;
  }
  return normalised(mantissa, exponent);
}

std::optional<Amount> parse_amount(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t mantissa = 0;
  int exponent = 0;
  int zeros = 0;  // held back, so that trailing zeros never overflow the mantissa
  bool point = false;
  bool digits = false;
  for (const char c : text) {
    if (c == '.') {
      if (point) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    digits = true;
    if (point) --exponent;
    if (++zeros > 100) return std::nullopt;
    if (c == '0') continue;
    for (; zeros > 0; --zeros) {
      if (mantissa >= mantissa_end / 10) return std::nullopt;
      mantissa *= 10;
    }
    mantissa += c - '0';
  }
  if (!digits || text.ends_with('.')) return std::nullopt;
  return make_amount(negative ? -mantissa : mantissa, exponent + zeros);
}

std::strong_ordering operator<=>(const Amount& a, const Amount& b) {
  const int sign = sign_of(a);
  if (sign != sign_of(b)) return sign <=> sign_of(b);
  if (sign == 0) return std::strong_ordering::equal;
  return sign > 0 ? compare_sizes(a, b) : compare_sizes(negate(b), negate(a));
}

std::optional<Amount> multiply(const Amount& a, const Amount& b) {
  return normalised(Wide{a.mantissa} * b.mantissa, a.exponent + b.exponent);
}

std::optional<Amount> divide(const Amount& a, const Amount& b) {
  constexpr Amount end{1, 6};
  const bool small = a.mantissa >= 0 && b.mantissa > 0 && a.exponent >= 0 &&
                     b.exponent >= 0 && a < end && b < end;
  if (!small) return std::nullopt;
  const std::int64_t over =
      a.mantissa * powers[static_cast<std::size_t>(a.exponent)] * powers[7];
  const std::int64_t under = b.mantissa * powers[static_cast<std::size_t>(b.exponent)];
  return make_amount((over + under / 2) / under, -7);
}

Amount negate(const Amount& a) {
  return {-a.mantissa, a.exponent};
}

std::string to_string(const Amount& amount) {
  std::string digits = std::to_string(std::abs(amount.mantissa));
  if (amount.exponent >= 0) {
    digits.append(static_cast<std::size_t>(amount.exponent), '0');
  } else {
    const auto places = static_cast<std::size_t>(-amount.exponent);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return amount.mantissa < 0 ? "-" + digits : digits;
}

double to_double(const Amount& amount) {
  // Through text: the nearest double, which a product with a power of ten is not.
  const std::string text = to_string(amount);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace broadsheet
