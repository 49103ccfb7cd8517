// The sorted words are walked as the tree that their beginnings make: a row of the table
// of distances for each byte is kept while the next word shares it, and a beginning that
// is too far off takes all words under it along.
#include "searcher/lexicon.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace broadsheet {
namespace {

constexpr std::size_t longest = 64;          // of what is asked; nobody mistypes more
constexpr std::size_t most_steps = 300'000;  // rows of a walk, some 5 ms
constexpr std::size_t most_bytes = 0x7FFF'FFFF;

// Distances of one beginning of a word to the beginnings of what is asked.
struct Distances {
  std::array<std::uint8_t, longest + 1> to{};
  std::uint8_t least = 0;
  std::uint8_t best_whole = 0;  // to all that is asked, of this and shorter beginnings
};

class Table {
 public:
  explicit Table(std::string_view asked) : asked_(asked), rows_(1) {
    for (std::size_t i = 0; i <= asked.size(); ++i)
      rows_[0].to[i] = static_cast<std::uint8_t>(i);
    rows_[0].best_whole = rows_[0].to[asked.size()];
  }

  const Distances& at(std::size_t depth) const { return rows_[depth]; }

  // The row of the first `depth` bytes of the word; the one before it is known.
  const Distances& add(std::string_view word, std::size_t depth) {
    if (rows_.size() <= depth) rows_.emplace_back();
    const Distances& above = rows_[depth - 1];
    Distances& row = rows_[depth];
    const char byte = word[depth - 1];
    row.to[0] = static_cast<std::uint8_t>(depth);
    row.least = row.to[0];
    for (std::size_t i = 1; i <= asked_.size(); ++i) {
      const int other = asked_[i - 1] == byte ? 0 : 1;
      int distance =
          std::min({above.to[i] + 1, row.to[i - 1] + 1, above.to[i - 1] + other});
      const bool swapped =
          depth > 1 && i > 1 && asked_[i - 1] == word[depth - 2] && asked_[i - 2] == byte;
      if (swapped) distance = std::min(distance, rows_[depth - 2].to[i - 2] + 1);
      row.to[i] = static_cast<std::uint8_t>(distance);
      row.least = std::min(row.least, row.to[i]);
    }
    row.best_whole = std::min(above.best_whole, row.to[asked_.size()]);
    return row;
  }

 private:
  std::string_view asked_;
  std::vector<Distances> rows_;
};

std::size_t common_beginning(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(
      a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())),
      b.begin());
  return static_cast<std::size_t>(end.first - a.begin());
}

}  // namespace

Lexicon::Lexicon(std::vector<Row> rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(a.word, a.tag, b.rank) < std::tie(b.word, b.tag, a.rank);
  });
  const auto same = [](const Row& a, const Row& b) {
    return a.word == b.word && a.tag == b.tag;
  };
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
  std::size_t bytes = 0;
  for (const Row& row : rows) bytes += row.word.size();
  letters_.reserve(std::min(bytes, most_bytes));
  for (const Row& row : rows) {
    if (letters_.size() + row.word.size() > most_bytes) break;
    starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
    letters_ += row.word;
    stories_.push_back(row.stories);
    ranks_.push_back(row.rank);
    tags_.push_back(row.tag);
  }
  starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
}

// Gallops, for it is mostly near.
std::size_t Lexicon::behind(std::string_view prefix, std::size_t from) const {
  const auto is_behind = [&](std::size_t i) {
    return word(i).substr(0, prefix.size()) > prefix;
  };
  std::size_t low = from, step = 1;
  while (low + step < size() && !is_behind(low + step)) {
    low += step;
    step *= 2;
  }
  std::size_t high = std::min(low + step, size());
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (is_behind(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

Lexicon::Range Lexicon::beginning_with(std::string_view prefix) const {
  std::size_t low = 0, high = size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (word(middle) < prefix) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == size() || !word(low).starts_with(prefix)) return {low, low, 0};
  return {low, behind(prefix, low), 0};
}

std::vector<Lexicon::Range> Lexicon::walk(std::string_view asked, unsigned most,
                                          bool whole) const {
  std::vector<Range> found;
  if (asked.empty() || asked.size() > longest) return found;
  Table table(asked);
  std::string_view before;
  std::size_t known = 0;  // rows that hold for the word before
  std::size_t steps = 0;
  for (std::size_t i = 0; i < size() && steps < most_steps;) {
    const std::string_view now = word(i);
    std::size_t depth = std::min(known, common_beginning(before, now));
    bool too_far = false;
    while (depth < now.size() && !too_far) {
      too_far = table.add(now, ++depth).least > most;
      ++steps;
    }
    const Distances& row = table.at(depth);
    const unsigned distance = whole ? row.to[asked.size()] : row.best_whole;
    // The row that is too far off must not be kept: it holds for those that are passed.
    known = too_far ? depth - 1 : depth;
    before = now;
    const std::size_t next = too_far ? behind(now.substr(0, depth), i) : i + 1;
    if (distance <= most && (!whole || !too_far)) found.push_back({i, next, distance});
    i = next;
  }
  return found;
}

std::vector<Lexicon::Range> Lexicon::near(std::string_view asked, unsigned most) const {
  return walk(asked, most, true);
}

std::vector<Lexicon::Range> Lexicon::beginning_near(std::string_view asked,
                                                    unsigned most) const {
  return walk(asked, most, false);
}

std::size_t Lexicon::bytes() const {
  return letters_.capacity() + (starts_.capacity() + stories_.capacity() +
                                ranks_.capacity() + tags_.capacity()) *
                                   sizeof(std::uint32_t);
}

}  // namespace broadsheet
