#include "schema/name_column.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "schema/facet_names.h"

namespace broadsheet {
namespace {

using Pair = std::pair<Xapian::docid, std::uint32_t>;  // story, name

// A column is laid out as
//   stories + 2, pairs, names, bytes of text     the sizes of what follows
//   start of each story among the pairs, names by story, ends of texts, text
struct Sizes {
  std::uint32_t starts, pairs, names, bytes;
};
constexpr std::size_t header = 4;

std::size_t words_for(std::size_t bytes) {
  return (bytes + 3) / 4;
}

void add_numbers(std::vector<std::uint32_t>& words,
                 const std::vector<std::uint32_t>& numbers) {
  words.insert(words.end(), numbers.begin(), numbers.end());
}

// By story; within one by name, as they come.
void add_by_story(std::vector<std::uint32_t>& words, const std::vector<Pair>& pairs,
                  std::size_t starts) {
  std::vector<std::uint32_t> start(starts, 0);
  for (const Pair& pair : pairs) ++start[pair.first + 1];
  for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
  std::vector<std::uint32_t> names(pairs.size());
  std::vector<std::uint32_t> next = start;
  for (const Pair& pair : pairs) names[next[pair.first]++] = pair.second;
  add_numbers(words, start);
  add_numbers(words, names);
}

void add_texts(std::vector<std::uint32_t>& words, const std::vector<std::string>& texts) {
  std::string all;
  words.push_back(0);
  for (const std::string& text : texts) {
    all += text;
    words.push_back(static_cast<std::uint32_t>(all.size()));
  }
  const std::size_t at = words.size();
  words.resize(at + words_for(all.size()), 0);
  std::memcpy(words.data() + at, all.data(), all.size());
}

// A story with two forms of one name has the name once.
void keep_once(std::vector<Pair>& pairs, std::size_t from) {
  const auto begin = pairs.begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(begin, pairs.end());
  pairs.erase(std::unique(begin, pairs.end()), pairs.end());
}

}  // namespace

NameColumn::NameColumn(const Xapian::Database& segment, std::string_view prefix) {
  std::vector<Pair> pairs;
  std::vector<std::string> texts;  // key and shown form of each name
  std::size_t first = 0;           // pair of the last name
  Xapian::doccount most = 0;       // stories of the form of it that is shown
  const std::string begin(prefix);
  const auto end = segment.allterms_end(begin);
  for (auto it = segment.allterms_begin(begin); it != end; ++it) {
    const std::string term = *it;
    const FacetName name = facet_name(std::string_view(term).substr(prefix.size()));
    if (name.shown == "unknown") continue;
    const bool another_form = !texts.empty() && texts[texts.size() - 2] == name.key;
    if (!another_form) {
      texts.emplace_back(name.key);
      texts.emplace_back(name.shown);
      most = it.get_termfreq();
      first = pairs.size();
    } else if (it.get_termfreq() > most) {
      texts.back() = name.shown;
      most = it.get_termfreq();
    }
    const auto number = static_cast<std::uint32_t>(texts.size() / 2 - 1);
    const auto last = segment.postlist_end(term);
    for (auto p = segment.postlist_begin(term); p != last; ++p)
      pairs.emplace_back(*p, number);
    if (another_form) keep_once(pairs, first);
  }
  auto words = std::make_shared<std::vector<std::uint32_t>>();
  const std::size_t starts = segment.get_lastdocid() + 2;
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  for (const std::size_t size : {starts, pairs.size(), texts.size() / 2, bytes})
    words->push_back(static_cast<std::uint32_t>(size));
  add_by_story(*words, pairs, starts);
  add_texts(*words, texts);
  words_ = *words;
  owner_ = std::move(words);
  lay_out();
}

std::optional<NameColumn> NameColumn::from(std::span<const std::uint32_t> words,
                                           std::shared_ptr<const void> owner) {
  NameColumn column;
  column.words_ = words;
  column.owner_ = std::move(owner);
  if (!column.lay_out()) return std::nullopt;
  return column;
}

bool NameColumn::lay_out() {
  if (words_.size() < header) return false;
  const Sizes sizes{words_[0], words_[1], words_[2], words_[3]};
  const std::size_t texts = 2 * std::size_t{sizes.names} + 1;
  const std::size_t all =
      header + sizes.starts + std::size_t{sizes.pairs} + texts + words_for(sizes.bytes);
  if (words_.size() != all) return false;
  start_ = words_.subspan(header, sizes.starts);
  names_ = words_.subspan(header + sizes.starts, sizes.pairs);
  texts_ = words_.subspan(header + sizes.starts + sizes.pairs, texts);
  text_ = reinterpret_cast<const char*>(texts_.data() + texts);
  return true;
}

std::size_t NameColumn::find(std::string_view wanted) const {
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (key(middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < size() && key(low) == wanted ? low : size();
}

}  // namespace broadsheet
