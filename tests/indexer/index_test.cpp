// Indexing runs on real folders: the account of every story, and what the index holds
// after.
#include "indexer/index.h"

#include <filesystem>
#include <fmt/format.h>

#include <gtest/gtest.h>
#include <xapian.h>

#include "article/error.h"
#include "indexer/lock.h"
#include "schema/manifest.h"
#include "schema/terms.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

std::string story(const std::string& headline, const std::string& body) {
  return headline + "\n\n" + body +
         " It was a long day for everybody who had a part in it.\n";
}

class IndexPaths : public testing::Test {
 protected:
  Account index(bool prune = false) {
    return index_paths(
        {.database = db(), .paths = {folder_.path("in")}, .read = {}, .prune = prune});
  }
  std::string db() const { return folder_.path("db"); }

  std::size_t found(const std::string& word) const {
    Xapian::Database all;
    const Manifest manifest = read_manifest(db());
    for (const auto& segment : manifest.segments) {
      all.add_database(Xapian::Database(articles_path(db(), segment)));
    }
    Stemmer stem;
    return all.get_termfreq(stem(word));
  }

  TempFolder folder_;
};

TEST_F(IndexPaths, CountsEachStoryOnce) {
  folder_.write("in/a.txt", story("First headline", "Alphaword happened."));
  folder_.write("in/b.jsonl",
                "{\"id\":\"1\",\"title\":\"One\",\"text\":\"Betaword happened.\"}\n"
                "broken\n"
                "{\"id\":\"2\",\"title\":\"One\",\"text\":\"Betaword happened.\"}\n");
  folder_.write("in/c.bin", std::string("\x7f"
                                        "ELF\0\0\0\1",
                                        8));
  const Account account = index();
  EXPECT_EQ(account.indexed, 2u);
  EXPECT_EQ(account.duplicate, 1u);
  EXPECT_EQ(account.skipped_stories, 1u);
  EXPECT_EQ(account.files_read, 2u);
  EXPECT_EQ(account.files_skipped, 1u);
  ASSERT_EQ(account.skipped.size(), 2u);
  EXPECT_EQ(account.skipped[0].line, 2u);
  EXPECT_EQ(found("betaword"), 1u);
}

TEST_F(IndexPaths, WritesNothingWhenNothingChanged) {
  folder_.write("in/a.txt", story("First headline", "Alphaword happened."));
  index();
  const auto before = std::filesystem::last_write_time(db() + "/manifest");
  const Account again = index();
  EXPECT_EQ(again.unchanged, 1u);
  EXPECT_EQ(again.indexed + again.updated, 0u);
  EXPECT_EQ(std::filesystem::last_write_time(db() + "/manifest"), before);
}

TEST_F(IndexPaths, AChangedFileReplacesItsStory) {
  folder_.write("in/a.txt", story("First headline", "Alphaword happened."));
  folder_.write("in/b.txt", story("Second headline", "Betaword happened."));
  index();
  folder_.write("in/a.txt", story("First headline", "Gammaword happened instead of it."));
  const Account account = index();
  EXPECT_EQ(account.updated, 1u);
  EXPECT_EQ(account.unchanged, 1u);
  EXPECT_EQ(found("alphaword"), 0u);
  EXPECT_EQ(found("gammaword"), 1u);
  EXPECT_EQ(found("betaword"), 1u);
}

TEST_F(IndexPaths, OnlyTheChangedRecordOfADumpIsRewritten) {
  const auto record = [](int id, const std::string& word) {
    return fmt::format("{{\"id\":\"{}\",\"text\":\"{} happened today.\"}}\n", id, word);
  };
  folder_.write("in/d.jsonl", record(1, "Alphaword") + record(2, "Betaword"));
  index();
  folder_.write("in/d.jsonl", record(1, "Alphaword") + record(2, "Deltaword"));
  const Account account = index();
  EXPECT_EQ(account.unchanged, 1u);
  EXPECT_EQ(account.updated, 1u);
  folder_.write("in/d.jsonl", record(2, "Deltaword"));
  EXPECT_EQ(index().removed, 1u);
  EXPECT_EQ(found("alphaword"), 0u);
}

TEST_F(IndexPaths, AVanishedFileStaysUnlessPruned) {
  folder_.write("in/a.txt", story("First headline", "Alphaword happened."));
  const auto gone =
      folder_.write("in/b.txt", story("Second headline", "Betaword happened."));
  index();
  std::filesystem::remove(gone);
  EXPECT_EQ(index().removed, 0u);
  EXPECT_EQ(found("betaword"), 1u);
  EXPECT_EQ(index(true).removed, 1u);
  EXPECT_EQ(found("betaword"), 0u);
  EXPECT_EQ(found("alphaword"), 1u);
}

TEST_F(IndexPaths, ACopyTakesThePlaceOfItsVanishedOriginal) {
  const std::string text = story("Same headline", "Alphaword happened.");
  const auto first = folder_.write("in/a.txt", text);
  folder_.write("in/b.txt", text);
  const Account account = index();
  EXPECT_EQ(account.indexed, 1u);
  EXPECT_EQ(account.duplicate, 1u);
  std::filesystem::remove(first);
  const Account pruned = index(true);
  EXPECT_EQ(pruned.removed, 1u);
  EXPECT_EQ(pruned.indexed, 1u);
  EXPECT_EQ(found("alphaword"), 1u);
}

TEST_F(IndexPaths, StoriesThatDifferInAFigureAreTwo) {
  folder_.write("in/a.txt", story("Same headline", "Some 600 jobs go."));
  folder_.write("in/b.txt", story("Same headline", "Some 700 jobs go."));
  EXPECT_EQ(index().indexed, 2u);
}

TEST_F(IndexPaths, TwoRecordsWithOneIdAreBothKept) {
  folder_.write("in/d.jsonl",
                "{\"id\":\"1\",\"text\":\"Alphaword happened.\"}\n"
                "{\"id\":\"1\",\"text\":\"Betaword happened.\"}\n");
  EXPECT_EQ(index().indexed, 2u);
  EXPECT_EQ(index().unchanged, 2u);
}

TEST_F(IndexPaths, ManyPartsBecomeOneSegmentInInputOrder) {
  std::string dump;
  for (int i = 0; i < 3500; ++i) {
    dump += fmt::format(
        "{{\"id\":\"{0}\",\"text\":\"Unique{0}word of story {0} here.\"}}\n", i);
  }
  folder_.write("in/d.jsonl", dump);
  EXPECT_EQ(index().indexed, 3500u);
  const Manifest manifest = read_manifest(db());
  ASSERT_EQ(manifest.segments.size(), 1u);
  const Xapian::Database articles(articles_path(db(), manifest.segments[0]));
  EXPECT_EQ(articles.get_doccount(), 3500u);
  for (const unsigned i : {0u, 999u, 1000u, 1001u, 3499u}) {
    Stemmer stem;
    const auto place = articles.postlist_begin(stem(fmt::format("unique{}word", i)));
    EXPECT_EQ(*place, i + 1);
  }
}

TEST_F(IndexPaths, SegmentsStayFewOverManyUpdates) {
  for (int i = 0; i < 12; ++i) {
    folder_.write(
        fmt::format("in/{}.txt", i),
        story(fmt::format("Headline {}", i), fmt::format("Word{}x happened.", i)));
    index();
    EXPECT_LE(read_manifest(db()).segments.size(), 4u);
  }
  EXPECT_EQ(read_manifest(db()).stories(), 12u);
  EXPECT_EQ(found("word0x"), 1u);
  EXPECT_EQ(found("word11x"), 1u);
}

TEST_F(IndexPaths, ClearsWhatAKilledRunLeft) {
  folder_.write("in/a.txt", story("First headline", "Alphaword happened."));
  folder_.write("db/lock", "");
  folder_.write("db/building-new/part-000000/articles/iamglass", "half");
  EXPECT_EQ(index().indexed, 1u);
  EXPECT_FALSE(std::filesystem::exists(db() + "/building-new"));
}

TEST_F(IndexPaths, LeavesOutItsOwnFolderInsideWhatItReads) {
  folder_.write("in/a.txt", story("First headline", "Alphaword happened."));
  folder_.write("in/.hidden/x.txt", "hidden");
  folder_.write("in/idx/lock", "");
  folder_.write("in/idx/building-new/part-000000/articles/iamglass", "half");
  const Account account = index_paths(
      {.database = folder_.path("in/idx"), .paths = {folder_.path("in")}, .read = {}});
  EXPECT_EQ(account.indexed, 1u);
  EXPECT_EQ(account.files_read, 1u);
  EXPECT_EQ(account.files_skipped, 0u);
}

TEST_F(IndexPaths, NamesWhatIsMissingOrUnreadable) {
  const auto message = [&](const std::vector<std::string>& paths) {
    try {
      index_paths({.database = db(), .paths = paths, .read = {}});
    } catch (const Error& error) {
      return std::string(error.what()) + " | " + error.hint();
    }
    return std::string("no error");
  };
  EXPECT_NE(message({folder_.path("nowhere")}).find("nowhere"), std::string::npos);
  std::filesystem::create_directory(folder_.path("in"));
  EXPECT_NE(message({folder_.path("in")}).find("no files there"), std::string::npos);
  folder_.write("in/x.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  EXPECT_NE(message({folder_.path("in")}).find("x.png"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(db()))
      << "a failed first run leaves nothing behind";
}

TEST_F(IndexPaths, RefusesAFolderThatIsNoIndex) {
  folder_.write("in/a.txt", story("First headline", "Alphaword happened."));
  folder_.write("db/holiday.jpg", "mine");
  EXPECT_THROW(index(), Error);
  EXPECT_TRUE(std::filesystem::exists(db() + "/holiday.jpg"));
}

TEST_F(IndexPaths, RefusesAnIndexOfAnotherVersionAndLeavesIt) {
  folder_.write("in/a.txt", story("First headline", "Alphaword happened."));
  index();
  folder_.write("db/manifest", "{\"version\": 999, \"revision\": 1, \"segments\": []}");
  try {
    index();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::wrong_version);
  }
  EXPECT_TRUE(std::filesystem::exists(db() + "/manifest"));
}

TEST_F(IndexPaths, OneWriterAtATime) {
  folder_.write("in/a.txt", story("First headline", "Alphaword happened."));
  index();
  const WriterLock lock(db());
  try {
    index();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::busy);
  }
}

}  // namespace
}  // namespace broadsheet
