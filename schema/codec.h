// Articles and figures as bytes. The bytes of an article are compressed (zstd level 3
// with a checksum of the content, so that a flipped bit is seen) and stand alone in the
// document's data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace broadsheet {

std::string encode_article(const Article& article);

// Changes whenever anything of the article does: a hash of its bytes before compression.
std::uint64_t article_version(const Article& article);

// The version as eight bytes: by them a story, as it stands now, and the sentences with
// its figures know each other.
std::string story_key(const Article& article);

// Nothing when the bytes are damaged.
std::optional<Article> decode_article(std::string_view bytes);

// What is printed of an article, without the rest: a third of the cost of decoding all.
struct Wording {
  std::string title;
  std::string text;
};
std::optional<Wording> decode_wording(std::string_view bytes);

// What a sentence document keeps: whose it is, and its figures with their place in the
// story's list of figures.
struct SentenceRecord {
  std::string story_key;
  std::uint64_t text_hash = 0;   // of the folded sentence: equal for copies of it
  std::size_t first_figure = 0;  // index in Article::figures
  std::vector<Figure> figures;
};

std::string encode_sentence(const SentenceRecord& record);
std::optional<SentenceRecord> decode_sentence(std::string_view bytes);

// zstd with checksum, for whatever else lies on disk.
std::string compress(std::string_view bytes);
std::optional<std::string> decompress(std::string_view bytes, std::size_t limit);

}  // namespace broadsheet
