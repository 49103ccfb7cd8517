// Every row of the table of readers: odd bytes are read without a throw, and each story
// of a file is told of.
#include <cstdint>

#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

std::string random_bytes(std::uint32_t seed, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) {
    seed = seed * 1664525u + 1013904223u;
    bytes += static_cast<char>(seed >> 24);
  }
  return bytes;
}

// Openings that lead far into one reader or another.
const std::vector<std::string> samples = {
    "",
    "\n",
    "\xEF\xBB\xBF",
    "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 40\r\n\r\nHTTP/1.1 200 OK\r\n"
    "Content-Type: text/html\r\n\r\n<html><body><p>Profit rose 5%.</body>",
    "{\"title\":\"T\",\"text\":\"Profit rose 5%.\"}\n{\"title\":\"T\"}",
    "[{\"title\":\"T\",\"text\":\"Profit rose 5%.\"}]",
    "<!DOCTYPE html><html><head><title>T</title></head><body><p>Profit rose.</p></body>",
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>T</title>"
    "<description>Profit rose 5%.</description></item></channel></rss>",
    "<?xml "
    "version=\"1.0\"?><nitf><head/><body><hedline><hl1>T</hl1></hedline></body></nitf>",
    "title,text\nT,\"Profit rose\n5%.\"\n",
    "From: a@example.org\nTo: b@example.org\nSubject: T\nDate: Mon, 6 Apr 2026 10:00:00 "
    "+0000\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nProfit rose 5%.\n--x--\n",
    "---\ntitle: T\n---\n# T\n\nProfit rose 5%.\n",
    "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n",
    "PK\x03\x04\x14\x01\x01\x01\x01\x01[Content_Types].xml word/document.xml",
    "T\n\nBy A Writer\n\nProfit rose 5% to $20 million.\n",
};

// Cut and read as if the reader had been chosen for it.
void read_with(const Reader& reader, const std::string& bytes) {
  Gathered gathered;
  if (reader.cut == nullptr) {
    reader.read({.path = "a", .line = {}, .bytes = bytes}, {}, gathered);
    return;
  }
  Input input = Input::of_bytes("a", bytes);
  const auto cutter = reader.cut();
  std::size_t pieces = 0;
  for (Piece piece; cutter->next(input, piece);) {
    ASSERT_LE(++pieces, bytes.size() + 1) << "never ends";
    reader.read({.path = "a", .line = piece.number, .bytes = piece.bytes}, {}, gathered);
  }
}

TEST(EveryReader, HasANameAndADescription) {
  for (const Reader& reader : readers()) {
    EXPECT_FALSE(reader.name.empty());
    EXPECT_FALSE(reader.description.empty()) << reader.name;
    EXPECT_NE(reader.accepts, nullptr) << reader.name;
  }
}

TEST(EveryReader, EndsQuietlyOnSamplesOfAllFormatsCutAnywhere) {
  for (const Reader& reader : readers()) {
    for (const std::string& sample : samples) {
      const std::size_t step = sample.size() / 12 + 1;
      for (std::size_t size = 0; size <= sample.size(); size += step) {
        const std::string bytes = sample.substr(0, size);
        EXPECT_NO_THROW(reader.accepts("a", bytes)) << reader.name;
        EXPECT_NO_THROW(read_with(reader, bytes)) << reader.name << "\n" << bytes;
      }
    }
  }
}

TEST(EveryReader, EndsQuietlyOnRandomBytes) {
  for (const Reader& reader : readers()) {
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
      const std::string bytes = random_bytes(seed, 64u << seed);
      EXPECT_NO_THROW(read_with(reader, bytes)) << reader.name << " " << seed;
      EXPECT_NO_THROW(read_with(reader, samples[seed % samples.size()] + bytes))
          << reader.name << " " << seed;
    }
  }
}

}  // namespace
}  // namespace broadsheet
