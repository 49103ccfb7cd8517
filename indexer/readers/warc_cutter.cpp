// Where a WARC record ends is said by its Content-Length, which is often wrong in files
// that were mended, cut or made by hand. It is believed when another record or the end
// of the file stands behind; otherwise the record goes to the next line that opens one.
#include "indexer/readers/warc_cutter.h"

#include <algorithm>
#include <charconv>

#include "article/ascii.h"
#include "indexer/input.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_header = 64u << 10;
constexpr std::size_t max_headers = 500;
constexpr std::size_t max_record = Input::max_line;
constexpr std::string_view opening = "WARC/";

// "WARC/1.0" at the start of `text`.
bool opens_record(std::string_view text) {
  if (!text.starts_with(opening) || text.size() < opening.size() + 3) return false;
  return is_digit(text[opening.size()]) && text[opening.size() + 1] == '.' &&
         is_digit(text[opening.size() + 2]);
}

// Where the next record begins, at the start of a line behind the first byte.
std::size_t find_record(std::string_view bytes) {
  for (std::size_t at = 0; (at = bytes.find(opening, at)) != bytes.npos; ++at) {
    if (at > 0 && bytes[at - 1] == '\n' && opens_record(bytes.substr(at))) return at;
  }
  return bytes.npos;
}

// Length of the header with its blank line; nothing when there is no end within bounds.
std::optional<std::size_t> header_size(std::string_view bytes) {
  for (std::size_t at = 0; (at = bytes.find('\n', at)) != bytes.npos;) {
    ++at;
    if (bytes.substr(at).starts_with("\r\n")) return at + 2;
    if (bytes.substr(at).starts_with("\n")) return at + 1;
    if (at > max_header) break;
  }
  return std::nullopt;
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class WarcCutter : public Cutter {
 public:
  bool next(Input& input, Piece& piece) override {
    piece = {};
    while (find_opening(input)) {
      piece.number = ++records_;
      if (take(input, piece)) return true;
    }
    return false;
  }

 private:
  // Passes over blank lines and whatever else stands between records.
  static bool find_opening(Input& input) {
    for (;;) {
      const std::string_view bytes = input.peek(max_header);
      if (bytes.empty()) return false;
      if (opens_record(bytes)) return true;
      const std::size_t next = find_record(bytes);
      constexpr std::size_t cut_opening = 8;  // one may lie across the end
      const std::size_t keep = bytes.size() < max_header ? 0 : cut_opening;
      input.skip(next != bytes.npos ? next : bytes.size() - keep);
    }
  }

  // False: no record that can hold a story.
  static bool take(Input& input, Piece& piece) {
    const auto header = header_size(input.peek(max_header));
    if (!header) {
      piece.reason = "a WARC record without an end of its header";
      input.skip(1);
      return true;
    }
    std::string_view text = input.peek(*header).substr(0, *header);
    piece.bytes = text;
    const HeaderBlock fields = HeaderBlock::take(text);
    input.skip(*header);
    const bool wanted = may_hold_story(fields.value("WARC-Type"));
    const auto length = number(fields.value("Content-Length"));
    if (length && *length <= max_record && take_stated(input, *length, wanted, piece))
      return wanted;
    take_to_next(input, length, wanted, piece);
    return wanted;
  }

  static bool may_hold_story(std::string_view type) {
    for (const std::string_view kind : {"response", "resource", "conversion", ""}) {
      if (equal_ignoring_case(type, kind)) return true;
    }
    return false;
  }

  // False when the length is not borne out by what stands behind the block.
  static bool take_stated(Input& input, std::size_t length, bool wanted, Piece& piece) {
    constexpr std::size_t behind = 32;
    const std::string_view bytes = input.peek(length + behind);
    if (bytes.size() < length) return false;
    std::string_view rest = bytes.substr(length);
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
    if (!rest.empty() && !opens_record(rest)) return false;
    if (wanted) piece.bytes += bytes.substr(0, length);
    input.skip(length);
    return true;
  }

  // Up to the next line that opens a record, wherever the length says the end is.
  static void take_to_next(Input& input, std::optional<std::size_t> length, bool wanted,
                           Piece& piece) {
    std::size_t size = 0;
    bool found = false;
    std::string line;
    for (bool too_long = false; !found;) {
      if (opens_record(input.peek(opening.size() + 3))) {
        found = true;
      } else {
        if (!input.next_line(line, too_long)) break;
        size += line.size() + 1;
        if (wanted && size <= max_record) piece.bytes.append(line).append("\n");
      }
    }
    if (!wanted) return;
    if (size > max_record) {
      piece.reason = "a record of more than 32 MiB";
    } else if (!found && length && size < *length) {
      piece.reason = "a record that is cut short";
    }
  }

  std::size_t records_ = 0;
};

}  // namespace

HeaderBlock HeaderBlock::take(std::string_view& bytes) {
  HeaderBlock block;
  for (bool first = true; !bytes.empty(); first = false) {
    const std::size_t newline = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, newline);
    bytes.remove_prefix(std::min(newline + 1, bytes.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if (first) {
      block.first_line_ = line;
    } else if ((line[0] == ' ' || line[0] == '\t') && !block.headers_.empty()) {
      std::string& value = block.headers_.back().second;
      if (value.size() < max_header) value.append(" ").append(trimmed(line));
    } else if (colon != line.npos && block.headers_.size() < max_headers) {
      block.headers_.emplace_back(trimmed(line.substr(0, colon)),
                                  trimmed(line.substr(colon + 1)));
    }
  }
  return block;
}

std::string_view HeaderBlock::value(std::string_view name) const {
  for (const auto& [key, value] : headers_) {
    if (equal_ignoring_case(key, name)) return value;
  }
  return {};
}

std::unique_ptr<Cutter> cut_warc() {
  return std::make_unique<WarcCutter>();
}

}  // namespace broadsheet
