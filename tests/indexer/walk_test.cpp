// Which files are found, in which order, and what is said of the rest.
#include "indexer/walk.h"

#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "article/error.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

std::vector<std::string> found(const TempFolder& folder, const Walk& walk) {
  std::vector<std::string> names;
  for (const FoundFile& file : walk.files) {
    names.push_back(file.path.substr(folder.path().size() + 1));
  }
  return names;
}

TEST(Walk, SortsFilesAndPassesOverHiddenOnes) {
  const TempFolder folder;
  folder.write("b.txt", "bb");
  folder.write("a/z.txt", "");
  folder.write("a/c/y.txt", "");
  folder.write(".git/config", "");
  folder.write("a/.hidden", "");
  const Walk result = walk({folder.path()});
  EXPECT_EQ(found(folder, result),
            (std::vector<std::string>{"a/c/y.txt", "a/z.txt", "b.txt"}));
  EXPECT_TRUE(result.skipped.empty());
  EXPECT_EQ(result.files.back().size, 2u);
  EXPECT_GT(result.files.back().modified_ns, 0);
}

TEST(Walk, TakesEachFileOnceInTheOrderOfThePaths) {
  const TempFolder folder;
  folder.write("a.txt", "");
  folder.write("b.txt", "");
  const Walk result = walk({folder.path("b.txt"), folder.path(), folder.path("a.txt")});
  EXPECT_EQ(found(folder, result), (std::vector<std::string>{"b.txt", "a.txt"}));
}

TEST(Walk, FollowsNoLinkOutOfTheFolder) {
  const TempFolder folder;
  folder.write("in/a.txt", "");
  const std::string secret = folder.write("out/secret.txt", "");
  ASSERT_EQ(::symlink(secret.c_str(), folder.path("in/link.txt").c_str()), 0);
  ASSERT_EQ(::symlink("a.txt", folder.path("in/z.txt").c_str()), 0);
  const Walk result = walk({folder.path("in")});
  EXPECT_EQ(found(folder, result), (std::vector<std::string>{"in/a.txt"}));
  ASSERT_EQ(result.skipped.size(), 1u);
  EXPECT_NE(result.skipped[0].reason.find("out of the folder"), std::string::npos);
  EXPECT_EQ(walk({folder.path("in/link.txt")}).files.size(), 1u)
      << "given by name, it is read";
}

TEST(Walk, ThrowsForAMissingPathBeforeAnythingElse) {
  const TempFolder folder;
  folder.write("a.txt", "");
  try {
    walk({folder.path("a.txt"), folder.path("nowhere")});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::not_found);
    EXPECT_NE(std::string(error.what()).find("nowhere"), std::string::npos);
  }
}

TEST(Walk, FollowsNoLinksToFoldersOrElsewhere) {
  const TempFolder folder;
  const TempFolder other;
  folder.write("real/a.txt", "");
  std::filesystem::create_directory_symlink("..", folder.path("real/loop"));
  std::filesystem::create_symlink(other.write("b.txt", ""), folder.path("linked.txt"));
  std::filesystem::create_symlink("nothing", folder.path("broken"));
  const Walk result = walk({folder.path()});
  EXPECT_EQ(found(folder, result), (std::vector<std::string>{"real/a.txt"}));
  ASSERT_EQ(result.skipped.size(), 3u);
}

TEST(Walk, WalksAFolderThatIsGivenAsALink) {
  const TempFolder folder;
  folder.write("real/a.txt", "");
  std::filesystem::create_directory_symlink("real", folder.path("link"));
  EXPECT_EQ(walk({folder.path("link")}).files.size(), 1u);
}

TEST(Walk, SkipsPipesWithAReason) {
  const TempFolder folder;
  ASSERT_EQ(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
  const Walk result = walk({folder.path()});
  EXPECT_TRUE(result.files.empty());
  ASSERT_EQ(result.skipped.size(), 1u);
  EXPECT_EQ(result.skipped[0].reason, "not a regular file");
}

TEST(Walk, PassesOverAnIndexSilently) {
  const TempFolder folder;
  folder.write("news.db/manifest", "{}");
  folder.write("news.db/ledger", "bytes");
  folder.write("a.txt", "");
  const Walk result = walk({folder.path()});
  EXPECT_EQ(found(folder, result), (std::vector<std::string>{"a.txt"}));
  EXPECT_TRUE(result.skipped.empty());
}

TEST(Walk, GivesNothingForAnEmptyFolder) {
  const TempFolder folder;
  EXPECT_TRUE(walk({folder.path()}).files.empty());
}

}  // namespace
}  // namespace broadsheet
