// A set of words given as one string. Most words asked for are in no set, so a filter on
// a few of their bytes answers before any of them is hashed.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>
#include <unordered_set>

namespace broadsheet {

class WordSet {
 public:
  // `words` are parted by spaces and outlive the set.
  explicit WordSet(std::string_view words) {
    while (!words.empty()) {
      const std::size_t end = words.find(' ');
      if (end != 0) add(words.substr(0, end));
      words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
    }
  }

  bool has(std::string_view word) const {
    return !word.empty() && filter_[place(word)] && words_.count(word) > 0;
  }

 private:
  static constexpr std::size_t places = 4096;

  static std::size_t place(std::string_view word) {
    const auto byte = [&](std::size_t at) {
      return static_cast<std::size_t>(static_cast<unsigned char>(word[at]));
    };
    const std::size_t ends = byte(0) * 31 + byte(word.size() - 1);
    return ((ends * 31 + byte(word.size() / 2)) * 31 + word.size()) % places;
  }
  void add(std::string_view word) {
    words_.insert(word);
    filter_.set(place(word));
  }

  std::unordered_set<std::string_view> words_;
  std::bitset<places> filter_;
};

}  // namespace broadsheet
