// Zips and tars: their files are read as if they lay in a folder, and nothing an archive
// says is trusted.
#include "indexer/archive.h"

#include <fmt/format.h>

#include <gtest/gtest.h>

#include "indexer/index.h"
#include "tests/indexer/packed.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

constexpr auto profit =
    "Profit of Example Corp rose\n\nExample Corp said on Monday that its profit rose 5% "
    "to $20 million in the second quarter.\n";
constexpr auto lines =
    "{\"id\":\"x\",\"title\":\"One\",\"text\":\"First story here.\"}\n"
    "{\"id\":\"y\",\"title\":\"Two\",\"text\":\"Second story here.\"}\n";

// One line a story and a skip: "member:line title" and "line! reason".
struct Read {
  std::string stories;
  std::string skips;
  Account account;
};

Read read_path(const std::string& path) {
  Read read;
  read.account =
      extract_paths({.paths = {path}, .read = {}}, [&](const Article& article) {
        read.stories += fmt::format("{}:{} {}\n", article.member.value_or("-"),
                                    article.line ? std::to_string(*article.line) : "-",
                                    article.title.value_or("-"));
        EXPECT_EQ(article.path, path);
      });
  for (const Skipped& skip : read.account.skipped) {
    read.skips += fmt::format("{}! {}\n", skip.line ? std::to_string(*skip.line) : "-",
                              skip.reason);
  }
  return read;
}

Read read_bytes(const std::string& name, const std::string& bytes) {
  const TempFolder folder;
  return read_path(folder.write(name, bytes));
}

const std::vector<Packed> mixed = {
    {"a.txt", profit},
    {"day/b.jsonl", lines},
    {".DS_Store", "binary"},
    {"__MACOSX/a.txt", "binary"},
    {"p.png", "\x89PNG\r\n\x1A\n"},
};
constexpr auto mixed_stories =
    "a.txt:1 Profit of Example Corp rose\n"
    "day/b.jsonl:1 One\n"
    "day/b.jsonl:2 Two\n";
constexpr auto mixed_skips = "5! p.png: not a format that is read (binary?)\n";

TEST(Archive, FilesInItAreReadByTheirOwnReaders) {
  for (const std::string& bytes : {tar_of(mixed), zip_of(mixed)}) {
    const Read read = read_bytes("news.bin", bytes);
    EXPECT_EQ(read.stories, mixed_stories);
    EXPECT_EQ(read.skips, mixed_skips);
    EXPECT_EQ(read.account.files_read, 1u);
    EXPECT_EQ(read.account.skipped_stories, 1u);
  }
}

TEST(Archive, IsReadHoweverItIsCompressed) {
  for (const std::string& filter :
       std::vector<std::string>{"gzip", "xz", "bzip2", "zstd"}) {
    EXPECT_EQ(read_bytes("a", packed_by(filter, tar_of(mixed))).stories, mixed_stories);
    EXPECT_EQ(read_bytes("a", packed_by(filter, zip_of(mixed))).stories, mixed_stories);
  }
}

TEST(Archive, MembersMayBeCompressedOneByOne) {
  const Read read = read_bytes("a", zip_of({{"a.jsonl.gz", packed_by("gzip", lines)}}));
  EXPECT_EQ(read.stories, "a.jsonl.gz:1 One\na.jsonl.gz:2 Two\n");
}

TEST(Archive, OneInsideAnotherIsReadAndNoMore) {
  const std::string one = zip_of({{"a.txt", profit}});
  const std::string two = tar_of({{"in.zip", one}, {"b.jsonl", lines}});
  EXPECT_EQ(read_bytes("a", two).stories,
            "in.zip/a.txt:1 Profit of Example Corp rose\nb.jsonl:1 One\nb.jsonl:2 Two\n");
  const Read three = read_bytes("a", zip_of({{"c.txt", profit}, {"in.tar", two}}));
  EXPECT_EQ(three.stories,
            "c.txt:1 Profit of Example Corp rose\nin.tar/b.jsonl:1 One\n"
            "in.tar/b.jsonl:2 Two\n");
  EXPECT_NE(three.skips.find("in.tar/in.zip: an archive inside"), std::string::npos);
}

TEST(Archive, NamesThatLeadOutAreNamesOnly) {
  const std::vector<Packed> files = {{"../../up.txt", profit}, {"/abs/x.jsonl", lines}};
  for (const std::string& bytes : {tar_of(files), zip_of(files)}) {
    const Read read = read_bytes("a", bytes);
    EXPECT_EQ(read.account.skipped_stories, 0u) << read.skips;
    EXPECT_NE(read.stories.find("up.txt:1 Profit"), std::string::npos) << read.stories;
    EXPECT_NE(read.stories.find("abs/x.jsonl:2 Two"), std::string::npos) << read.stories;
  }
}

TEST(Archive, LinksAreNotFollowed) {
  const std::vector<Packed> files = {{"l.txt", "", "/etc/passwd"}, {"a.txt", profit}};
  const std::string zip = zip_of(files);
  for (const std::string& bytes : {tar_of(files), zip, packed_by("gzip", zip)}) {
    const Read read = read_bytes("a", bytes);
    EXPECT_EQ(read.stories, "a.txt:2 Profit of Example Corp rose\n");
    EXPECT_EQ(read.skips, "1! l.txt: a link, not followed\n");
  }
}

TEST(Archive, EncryptedFilesAreNamedAsSuch) {
  const Read read = read_bytes("a.zip", zip_of({{"a.txt", profit}}, "secret"));
  EXPECT_EQ(read.stories, "");
  EXPECT_EQ(read.skips, "1! a.txt: encrypted\n");
}

// Text that does not compress well.
std::string noise() {
  std::string text;
  for (unsigned i = 0; i < 90'000; ++i)
    text += static_cast<char>(' ' + i * 2654435761u % 99991 % 91);
  return text;
}

TEST(Archive, WhatStandsBeforeTheDamageIsKept) {
  const std::string tar = tar_of({{"a.txt", profit}, {"b.jsonl", lines}, {"c", profit}});
  const Read cut = read_bytes("a.tar", tar.substr(0, 512 * 4));
  EXPECT_EQ(cut.stories,
            "a.txt:1 Profit of Example Corp rose\nb.jsonl:1 One\nb.jsonl:2 Two\n");
  EXPECT_EQ(cut.account.files_read, 1u);
  const std::string zip = zip_of({{"a.txt", profit}, {"b.txt", noise()}});
  const Read half = read_bytes("a.zip", zip.substr(0, zip.size() / 2));
  EXPECT_NE(half.stories.find("a.txt:1 Profit"), std::string::npos) << half.skips;
  EXPECT_EQ(half.account.skipped_stories, 1u) << half.skips;
}

TEST(Archive, DamageFromOutsideIsSaidOnce) {
  const std::string packed =
      packed_by("gzip", tar_of({{"a.txt", profit}, {"b.txt", noise()}}));
  const Read read = read_bytes("a.tgz", packed.substr(0, packed.size() - 300));
  EXPECT_EQ(read.stories, "a.txt:1 Profit of Example Corp rose\n");
  EXPECT_EQ(read.skips, "2! b.txt: broken gzip data: it ends too early\n");
}

TEST(Archive, ADamagedMemberIsNoReasonToLeaveTheOthers) {
  std::string broken = packed_by("gzip", lines);
  broken.resize(broken.size() - 12);
  const Read read = read_bytes("a", tar_of({{"bad.gz", broken}, {"a.txt", profit}}));
  EXPECT_NE(read.stories.find("a.txt:2 Profit"), std::string::npos) << read.stories;
  EXPECT_NE(read.skips.find("bad.gz: broken gzip data"), std::string::npos) << read.skips;
}

TEST(Archive, DocumentsOfOtherProgramsAreNamed) {
  const Read read = read_bytes("a.xlsx", zip_of({{"xl/workbook.xml", "<x/>"}}));
  EXPECT_EQ(read.skips, "-! not a format that is read: a spreadsheet\n");
  EXPECT_EQ(read.account.files_skipped, 1u);
}

TEST(Archive, BombsAreGivenUp) {
  std::vector<Packed> files;
  for (int i = 0; i < 24; ++i)
    files.push_back({fmt::format("{}.txt", i), std::string(8u << 20, 'a')});
  const Read read = read_bytes("bomb.zip", zip_of(files));
  EXPECT_NE(read.skips.find("unpacks to more than 200 times"), std::string::npos);
  EXPECT_LE(std::count(read.skips.begin(), read.skips.end(), '\n'), 3) << read.skips;
}

TEST(Archive, NamesOfAnyBytesComeOutAsText) {
  const Read read = read_bytes("a", tar_of({{"a\n\x1B[31m\xFF.png", "\x89PNG"}}));
  EXPECT_NE(read.skips.find("\xEF\xBF\xBD.png"), std::string::npos) << read.skips;
}

TEST(Archive, AnEmptyOneSaysSo) {
  const std::string empty_zip = std::string("PK\x05\x06") + std::string(18, '\0');
  EXPECT_EQ(read_bytes("a", empty_zip).skips, "-! an archive with nothing in it\n");
}

TEST(Archive, StoriesOfMembersHaveIdsOfTheirOwn) {
  const TempFolder folder;
  std::vector<std::string> ids;
  const std::string path =
      folder.write("a", tar_of({{"a.jsonl", lines}, {"b.jsonl", lines}}));
  extract_paths({.paths = {path}, .read = {}},
                [&](const Article& article) { ids.push_back(article.id); });
  ASSERT_EQ(ids.size(), 4u);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace
}  // namespace broadsheet
