// Identity and display of a story: stable ids, exact-copy hashes, display titles.
#include "article/article.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "article/ascii.h"

namespace broadsheet {
namespace {

constexpr std::size_t display_limit = 90;

// Parts are length-prefixed so that ("ab", "c") and ("a", "bc") differ; an absent part
// differs from an empty one.
class Hash {
 public:
  void add(std::optional<std::string_view> part) {
    const std::uint64_t length = part ? part->size() : ~std::uint64_t{0};
    for (unsigned shift = 0; shift < 64; shift += 8) {
      bytes_ += static_cast<char>((length >> shift) & 0xFFU);
    }
    if (part) bytes_.append(*part);
  }
  std::uint64_t value() const { return XXH64(bytes_.data(), bytes_.size(), 0); }

 private:
  std::string bytes_;
};

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// At most `limit` bytes, cut at a space if there is one, never inside a character.
std::string_view cut_at_word(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t end = limit;
  while (end > 0 && !is_space(text[end])) --end;
  if (end < limit / 3) {
    end = limit;
    while (end > 0 && is_continuation(text[end])) --end;
  }
  return trimmed(text.substr(0, end));
}

}  // namespace

std::string article_id(std::string_view path, std::string_view key) {
  Hash hash;
  hash.add(path);
  hash.add(key);
  return fmt::format("{:016x}", hash.value());
}

std::string printed_place(const std::string& id, const std::string& path,
                          const std::optional<std::string>& member,
                          const std::optional<std::size_t>& line) {
  std::string place = path;
  if (member) place += ", in it " + *member;
  const bool whole = member && id == article_id(path, *member + '\0');
  if (line && !whole) place += fmt::format(":{}", *line);
  return place;
}

std::uint64_t content_hash(const RawStory& raw) {
  Hash hash;
  hash.add(raw.title);
  hash.add(std::string_view(raw.text));
  hash.add(raw.outlet);
  return hash.value();
}

std::string display_title(const std::optional<std::string>& title,
                          std::string_view text) {
  if (title && !trimmed(*title).empty()) return std::string(trimmed(*title));
  // A short first line ("CNN —") says nothing by itself: the opening goes on behind it.
  constexpr std::size_t telling = 16;
  std::string opening;
  for (const char c : trimmed(text)) {
    if (opening.size() > display_limit || (c == '\n' && opening.size() >= telling)) break;
    if (!is_space(c)) {
      opening += c;
    } else if (opening.back() != ' ') {
      opening += ' ';
    }
  }
  return std::string(cut_at_word(trimmed(opening), display_limit));
}

}  // namespace broadsheet
