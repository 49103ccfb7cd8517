// Articles as bytes, which stand alone in the document's data: the figures, then the
// rest, each compressed (zstd level 3 with a checksum of the content, so that a flipped
// bit is seen), so that a comparison of figures need not unpack the text.
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

// Nothing when the bytes are damaged.
std::optional<Article> decode_article(std::string_view bytes);

// Parts of an article, read without the rest.
struct Wording {
  std::string title;
  std::string text;
};
std::optional<Wording> decode_wording(std::string_view bytes);
std::optional<std::vector<Figure>> decode_figures(std::string_view bytes);

// Whether the places of figures lie within the text that they were read from.
bool figures_fit(const std::vector<Figure>& figures, std::string_view title,
                 std::string_view text);

// zstd with checksum, for whatever else lies on disk.
std::string compress(std::string_view bytes);
std::optional<std::string> decompress(std::string_view bytes, std::size_t limit);

}  // namespace broadsheet
