// Files as bytes: plain, gzip'd, broken, with long lines.
#include "indexer/input.h"

#include <zlib.h>

#include <gtest/gtest.h>

#include "article/error.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

std::string gzipped(const TempFolder& folder, const std::string& name,
                    std::string_view text) {
  const std::string path = folder.path(name);
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
  gzclose(file);
  return path;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of_file(const std::string& path) {
  Input input(path);
  std::vector<std::string> lines;
  std::string line;
  bool too_long = false;
  while (input.next_line(line, too_long)) lines.push_back(line);
  return lines;
}

// The message of the error that reading the whole file ends in.
std::string failure(const std::string& path) {
  try {
    Input input(path);
    input.rest(Input::max_file);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unreadable);
    return error.what();
  }
  return "";
}

TEST(Input, CutsLinesWithAndWithoutALastNewline) {
  const TempFolder folder;
  const std::vector<std::string> wanted = {"one", "", "three"};
  EXPECT_EQ(lines_of_file(folder.write("a", "one\n\nthree\n")), wanted);
  EXPECT_EQ(lines_of_file(folder.write("b", "one\r\n\r\nthree")), wanted);
  EXPECT_TRUE(lines_of_file(folder.write("c", "")).empty());
}

TEST(Input, ReadsBytesInMemoryLikeAFile) {
  Input input = Input::of_bytes("a", "one\ntwo\nthree");
  std::string line;
  bool too_long = false;
  ASSERT_TRUE(input.next_line(line, too_long));
  EXPECT_EQ(line, "one");
  char bytes[6] = {};
  EXPECT_EQ(input.read(bytes, 5), 5u);
  EXPECT_STREQ(bytes, "two\nt");
  EXPECT_EQ(input.rest(100), "hree");
  EXPECT_EQ(input.read(bytes, 5), 0u);
}

TEST(Input, UndoesGzipWhateverTheName) {
  const TempFolder folder;
  Input input(gzipped(folder, "story.txt", "Profit rose 5%."));
  EXPECT_EQ(input.head(), "Profit rose 5%.");
  EXPECT_EQ(input.rest(100), "Profit rose 5%.");
}

TEST(Input, HeadDoesNotAdvance) {
  const TempFolder folder;
  const std::string text(100'000, 'x');
  Input input(folder.write("a", text));
  EXPECT_EQ(input.head().size(), 64u << 10);
  EXPECT_EQ(input.rest(Input::max_file), text);
}

TEST(Input, RefusesMoreThanTheLimit) {
  const TempFolder folder;
  const std::string path = folder.write("a", std::string(1000, 'x'));
  EXPECT_TRUE(Input(path).rest(1000).has_value());
  EXPECT_FALSE(Input(path).rest(999).has_value());
}

TEST(Input, CutsAnOverlongLineAndGoesOnBehindIt) {
  const TempFolder folder;
  const std::string path =
      gzipped(folder, "a.gz", std::string(Input::max_line + 10, 'x') + "\nnext\n");
  Input input(path);
  std::string line;
  bool too_long = false;
  ASSERT_TRUE(input.next_line(line, too_long));
  EXPECT_TRUE(too_long);
  EXPECT_EQ(line.size(), Input::max_line);
  ASSERT_TRUE(input.next_line(line, too_long));
  EXPECT_FALSE(too_long);
  EXPECT_EQ(line, "next");
  EXPECT_FALSE(input.next_line(line, too_long));
}

TEST(Input, NamesTheFileThatIsCutShort) {
  const TempFolder folder;
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i * 7919) + " jobs\n";
  const std::string whole = bytes_of(gzipped(folder, "whole.gz", text));
  const std::string path = folder.write("cut.gz", whole.substr(0, whole.size() / 2));
  EXPECT_NE(failure(path).find("cut.gz"), std::string::npos);
  EXPECT_NE(failure(path).find("broken gzip"), std::string::npos);
  EXPECT_THROW(lines_of_file(path), Error);
}

TEST(Input, NamesTheFileWhoseGzipIsDamaged) {
  const TempFolder folder;
  std::string bytes = bytes_of(gzipped(folder, "a.gz", std::string(5000, 'x') + "end"));
  for (std::size_t i = 12; i < bytes.size() - 8; ++i)
    bytes[i] = static_cast<char>(0xAA ^ i);
  const std::string message = failure(folder.write("bad.gz", bytes));
  EXPECT_NE(message.find("bad.gz"), std::string::npos) << message;
}

TEST(Input, SaysWhyAFileCannotBeOpened) {
  const TempFolder folder;
  EXPECT_NE(failure(folder.path("missing.txt")).find("missing.txt"), std::string::npos);
  EXPECT_NE(failure(folder.path()).find("directory"), std::string::npos);
}

}  // namespace
}  // namespace broadsheet
