// Hashes everything once. Figures are taken as they were read, so that "8K" and "8,000"
// are the same; a number that was not read as a figure counts by its digits.
#include "indexer/sketching.h"

#include <algorithm>
#include <xxhash.h>

#include "article/words.h"
#include "schema/terms.h"

namespace broadsheet {
namespace {

constexpr std::size_t shingle_words = 4;
constexpr std::size_t sample_size = 40;
// Of the opening, of so many shingles.
constexpr std::size_t lead_size = 12;
constexpr std::size_t lead_shingles = 100;
constexpr std::size_t most_sentences = 16;
constexpr std::size_t most_title_words = 12;

// A shorter sentence, or one with fewer plain words, has no frame to speak of.
constexpr std::size_t frame_words = 6;
constexpr std::size_t frame_plain_words = 4;

std::uint64_t hash_of(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t next) {
  hash = (hash + 0x632BE59BD9B4E019u) * 0xD6E8FEB86659FD93u ^ next;
  hash *= 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 29;
}

template <typename T>
void keep_distinct(std::vector<T>& values, std::size_t most) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  if (values.size() > most) values.resize(most);
}

// The smallest of many, without sorting all of them.
void keep_smallest(std::vector<std::uint32_t>& values, std::size_t most) {
  const std::size_t enough = most * 4;
  if (values.size() > enough) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(enough),
                     values.end());
    values.resize(enough);
  }
  keep_distinct(values, most);
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// What stands between two words ends a sentence.
bool ends_sentence(std::string_view between) {
  if (between.find('\n') != between.npos) return true;
  const std::size_t stop = between.find_first_of(".!?");
  return stop != between.npos && between.find(' ', stop) != between.npos;
}

class SentenceReader {
 public:
  explicit SentenceReader(std::vector<SentencePrint>& out) : out_(out) {}

  void word(std::uint64_t hash, bool open) {
    whole_ = mixed(whole_, hash);
    frame_ = mixed(frame_, open && words_ > 0 ? 0 : hash);
    plain_ += open ? 0 : 1;
    ++words_;
  }

  void end() {
    if (words_ >= frame_words && plain_ >= frame_plain_words) {
      out_.push_back({.frame = static_cast<std::uint32_t>(frame_ >> 32),
                      .whole = static_cast<std::uint16_t>(whole_ >> 32)});
    }
    whole_ = frame_ = 0;
    words_ = plain_ = 0;
  }

 private:
  std::vector<SentencePrint>& out_;
  std::uint64_t whole_ = 0;
  std::uint64_t frame_ = 0;
  std::size_t words_ = 0;
  std::size_t plain_ = 0;
};

// Gives the hashes of the words.
std::vector<std::uint64_t> sketch_text(std::string_view text,
                                       const std::vector<Word>& words, Sketch& sketch) {
  sketch.words = static_cast<std::uint32_t>(words.size());
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  SentenceReader sentences(sketch.sentences);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (i > 0 && ends_sentence(text.substr(words[i - 1].span.end,
                                           word.span.start - words[i - 1].span.end))) {
      sentences.end();
    }
    hashes.push_back(hash_of(word.text));
    sentences.word(hashes.back(), word.numeric || is_capital(text[word.span.start]));
    sketch.text = mixed(sketch.text, hashes.back());
  }
  sentences.end();
  keep_distinct(sketch.sentences, most_sentences);
  return hashes;
}

void sketch_shingles(const std::vector<std::uint64_t>& words, Sketch& sketch) {
  std::vector<std::uint32_t> shingles;
  shingles.reserve(words.size());
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    std::uint64_t shingle = 0;
    for (std::size_t k = 0; k < shingle_words; ++k)
      shingle = mixed(shingle, words[i + k]);
    shingles.push_back(static_cast<std::uint32_t>(shingle >> 32));
  }
  sketch.lead.assign(shingles.begin(),
                     shingles.begin() + static_cast<std::ptrdiff_t>(
                                            std::min(shingles.size(), lead_shingles)));
  keep_smallest(sketch.lead, lead_size);
  keep_smallest(shingles, sample_size);
  sketch.whole_sample = shingles.size() < sample_size;
  sketch.sample = std::move(shingles);
}

std::uint64_t hash_of(const std::optional<Amount>& amount) {
  if (!amount) return 1;
  return mixed(static_cast<std::uint64_t>(amount->mantissa),
               static_cast<std::uint64_t>(amount->exponent) + 2);
}

std::uint64_t hash_of(const Figure& figure) {
  const std::uint64_t range = mixed(hash_of(figure.low), hash_of(figure.high));
  return mixed(mixed(range, static_cast<std::uint64_t>(figure.bound)),
               hash_of(figure.unit));
}

// A number that no figure was made of and that is no year: an amount misread, perhaps.
bool is_large_number(const std::string& word) {
  if (word.size() < 3 || word.find_first_not_of("0123456789.") != word.npos) return false;
  const bool year =
      word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
  return !year;
}

// The same figure twice is two: "82 dead" may stand in an update as what was first said.
class FigureList {
 public:
  void add(std::uint64_t hash) { list_.push_back(hash); }
  bool has(std::uint64_t hash) const {
    return std::find(list_.begin(), list_.end(), hash) != list_.end();
  }

  void finish(Sketch& sketch) {
    std::sort(list_.begin(), list_.end());
    std::size_t times = 0;
    for (std::size_t i = 0; i < list_.size(); ++i) {
      times = i > 0 && list_[i] == list_[i - 1] ? times + 1 : 0;
      sketch.figures.push_back(static_cast<std::uint32_t>(mixed(list_[i], times) >> 32));
    }
    std::sort(sketch.figures.begin(), sketch.figures.end());
    for (const std::uint32_t figure : sketch.figures)
      sketch.all_figures = mixed(sketch.all_figures, figure);
    if (sketch.figures.size() > Sketch::most_figures)
      sketch.figures.resize(Sketch::most_figures);
  }

 private:
  std::vector<std::uint64_t> list_;
};

void sketch_figures(const Article& article, const std::vector<Word>& words,
                    Sketch& sketch) {
  FigureList list;
  auto word = words.begin();
  const auto unread_until = [&](std::size_t end) {
    for (; word != words.end() && word->span.start < end; ++word) {
      if (word->numeric && is_large_number(word->text)) list.add(hash_of(word->text));
    }
  };
  for (const Figure& figure : article.figures) {
    if (figure.in_title) continue;
    unread_until(figure.span.start);
    while (word != words.end() && word->span.start < figure.span.end) ++word;
    list.add(hash_of(figure));
  }
  unread_until(article.text.size());
  // A headline repeats figures of the text; only what it has alone counts.
  constexpr std::size_t most_of_title = 16;
  std::size_t of_title = 0;
  for (const Figure& figure : article.figures) {
    if (!figure.in_title || ++of_title > most_of_title) break;
    if (!list.has(hash_of(figure))) list.add(hash_of(figure));
  }
  list.finish(sketch);
}

// The title's words of meaning, and whether the text speaks of them at all.
void sketch_title(const std::optional<std::string>& title,
                  const std::vector<std::uint64_t>& text, Sketch& sketch) {
  std::size_t all = 0;
  std::size_t told = 0;
  for (const Word& word : split_words(title.value_or(""))) {
    if (is_stop_word(word.text)) continue;
    const std::uint64_t hash = hash_of(word.text);
    sketch.title.push_back(static_cast<std::uint16_t>(hash));
    if (word.numeric) sketch.title_numbers.push_back(static_cast<std::uint16_t>(hash));
    if (++all == most_title_words) break;
    told += std::find(text.begin(), text.end(), hash) != text.end() ? 1 : 0;
  }
  sketch.foreign_title = told * 4 < all;
  keep_distinct(sketch.title, most_title_words);
  keep_distinct(sketch.title_numbers, most_title_words);
}

}  // namespace

Sketch make_sketch(const Article& article) {
  Sketch sketch;
  const std::vector<Word> words = split_words(article.text);
  const std::vector<std::uint64_t> hashes = sketch_text(article.text, words, sketch);
  sketch_shingles(hashes, sketch);
  sketch_figures(article, words, sketch);
  sketch_title(article.title, hashes, sketch);
  return sketch;
}

}  // namespace broadsheet
