// The list of readers and the question whether a file is text at all. Formats are told
// by their content first and by the ending where the content leaves it open.
#include "indexer/reader.h"

#include <algorithm>
#include <array>
#include <vector>

#include "article/ascii.h"
#include "article/charset.h"
#include "article/utf8.h"
#include "indexer/input.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

using namespace std::literals;

// Openings of files that are not text.
constexpr std::array magics = {"%PDF-"sv,
                               "PK\x03\x04"sv,
                               "\x89PNG"sv,
                               "\xFF\xD8\xFF"sv,
                               "GIF8"sv,
                               "\x1F\x8B"sv,
                               "BZh"sv,
                               "\xFD"
                               "7zXZ"sv,
                               "\x28\xB5\x2F\xFD"sv,
                               "7z\xBC\xAF"sv,
                               "\x7F"
                               "ELF"sv,
                               "RIFF"sv,
                               "OggS"sv,
                               "ID3"sv,
                               "\xD0\xCF\x11\xE0"sv,
                               "SQLite format 3"sv,
                               "Rar!"sv,
                               "wOFF"sv,
                               "wOF2"sv};

bool is_utf16(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
}

// Written as sums, which the compiler turns into a look at sixteen bytes at once.
std::size_t count_controls(std::string_view head) {
  unsigned count = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    count += static_cast<unsigned>(byte < 0x20) + static_cast<unsigned>(byte == 0x7F) -
             static_cast<unsigned>(byte == '\t') - static_cast<unsigned>(byte == '\n') -
             static_cast<unsigned>(byte == '\r') - static_cast<unsigned>(byte == '\f');
  }
  return count;
}

bool is_binary(std::string_view head) {
  const bool known = std::any_of(magics.begin(), magics.end(),
                                 [&](auto magic) { return head.starts_with(magic); });
  if (known) return true;
  if (is_utf16(head) || !charset_by_form(head).empty()) return false;
  // A stray control character or NUL does not make a text binary. Packed data shows by
  // bytes that are no UTF-8 beside control characters; old encodings have none of those.
  const std::size_t controls = count_controls(head);
  if (controls * 6 > head.size()) return true;
  constexpr std::size_t cut_character = 3;  // the head may end inside one
  const auto whole = head.substr(0, head.size() - std::min(head.size(), cut_character));
  return controls * 30 > head.size() && !is_valid_utf8(whole);
}

const std::vector<Reader>& table() {
  // What is told by a sign of its own comes before what is told by its looks.
  static const std::vector<Reader> all = {
      warc_reader,   pdf_reader,  docx_reader,     rtf_reader,  jsonl_reader, json_reader,
      export_reader, feed_reader, news_xml_reader, xml_reader,  html_reader,  mbox_reader,
      email_reader,  csv_reader,  markdown_reader, text_reader,
  };
  return all;
}

class LineCutter : public Cutter {
 public:
  bool next(Input& input, Piece& piece) override {
    piece.reason.clear();
    bool too_long = false;
    while (input.next_line(piece.bytes, too_long)) {
      piece.number = ++line_;
      if (too_long) piece.reason = "a record of more than 32 MiB";
      if (piece.bytes.find_first_not_of(" \t\r") != std::string::npos) return true;
    }
    return false;
  }

 private:
  std::size_t line_ = 0;
};

}  // namespace

std::unique_ptr<Cutter> cut_lines() {
  return std::make_unique<LineCutter>();
}

std::string record_key(const RawStory& story) {
  constexpr std::size_t opening = 200;
  if (story.source_id) return *story.source_id;
  if (story.url) return *story.url;
  if (!story.title) return article_id("text", story.text.substr(0, opening));
  return article_id(*story.title, story.dates.empty() ? "" : story.dates.front().text);
}

std::span<const Reader> readers() {
  return table();
}

const Reader* reader_for(std::string_view path, std::string_view head) {
  const bool binary = is_binary(head);
  for (const Reader& reader : readers()) {
    if ((reader.binary || !binary) && reader.accepts(path, head)) return &reader;
  }
  return nullptr;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return to_lower(x) == to_lower(y); });
}

bool has_ending(std::string_view path, std::string_view ending) {
  if (path.size() > 3 && equal_ignoring_case(path.substr(path.size() - 3), ".gz")) {
    path.remove_suffix(3);
  }
  return path.size() > ending.size() &&
         equal_ignoring_case(path.substr(path.size() - ending.size()), ending);
}

std::string_view without_bom(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

}  // namespace broadsheet
