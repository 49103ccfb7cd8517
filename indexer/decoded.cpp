#include "indexer/decoded.h"

#include "article/ascii.h"
#include "article/charset.h"
#include "indexer/input.h"

namespace broadsheet {

std::optional<Repaired> decoded_file(const std::string& path) {
  const auto bytes = Input(path).rest(Input::max_file);
  if (!bytes) return std::nullopt;
  // Only markup can name its charset; in plain text "<meta" would be talk about it.
  const bool markup = trimmed(*bytes).starts_with('<');
  return decode_bytes(*bytes, markup ? named_charset(*bytes) : "");
}

}  // namespace broadsheet
