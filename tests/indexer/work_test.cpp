// Files on their way to the readers: standard input, files that change or go while they
// are read, records too large to read.
#include "indexer/work.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "indexer/index.h"
#include "indexer/input.h"
#include "tests/indexer/packed.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

// A file in the place of standard input, for as long as this lives.
class StandardInput {
 public:
  explicit StandardInput(const std::string& path) : saved_(::dup(STDIN_FILENO)) {
    const int file = ::open(path.c_str(), O_RDONLY);
    ::dup2(file, STDIN_FILENO);
    ::close(file);
  }
  ~StandardInput() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;

 private:
  int saved_;
};

constexpr auto lines =
    "{\"id\":\"x\",\"title\":\"One\",\"text\":\"First story here.\"}\n"
    "{\"id\":\"y\",\"title\":\"Two\",\"text\":\"Second story here.\"}\n";

std::vector<Work> work_of(const FoundFile& file) {
  std::vector<Work> all;
  cut_into_work(0, file, [&](Work work) {
    all.push_back(std::move(work));
    return true;
  });
  return all;
}

FoundFile found(const std::string& path) {
  return walk({path}).files.at(0);
}

TEST(StandardInput, IsOneInputOfAnyFormat) {
  const TempFolder folder;
  for (const std::string& bytes :
       {std::string(lines), packed_by("zstd", lines), tar_of({{"a.jsonl", lines}})}) {
    const StandardInput given(folder.write("in", bytes));
    std::size_t stories = 0;
    const Account account =
        extract_paths({.paths = {"-", "-"}, .read = {}}, [&](const Article& article) {
          ++stories;
          EXPECT_EQ(article.path, "-");
        });
    EXPECT_EQ(stories, 2u);
    EXPECT_EQ(account.files_read, 1u) << "given twice, read once";
  }
}

TEST(StandardInput, IsReadBesideFilesAndNewEachTime) {
  const TempFolder folder;
  const std::string text = folder.write("a.txt", "Title\n\nProfit rose 5% in May.\n");
  IndexOptions options{.database = folder.path("db"), .paths = {text, "-"}};
  options.workers = 1;
  {
    const StandardInput given(folder.write("in", lines));
    EXPECT_EQ(index_paths(options).indexed, 3u);
  }
  {
    const StandardInput given(folder.path("in"));
    EXPECT_EQ(index_paths(options).unchanged, 3u);
  }
  const StandardInput given(
      folder.write("in",
                   "{\"id\":\"x\",\"title\":\"One\",\"text\":\"Other words.\"}\n"
                   "{\"id\":\"z\",\"title\":\"New\",\"text\":\"A third story.\"}\n"));
  const Account account = index_paths(options);
  EXPECT_EQ(account.updated, 1u);
  EXPECT_EQ(account.indexed, 1u);
  EXPECT_EQ(account.unchanged, 2u);
  EXPECT_EQ(account.removed, 0u);
}

TEST(CutIntoWork, GivesNoBytesOfARecordThatIsTooLong) {
  const TempFolder folder;
  const std::string path = folder.write(
      "a.jsonl",
      lines + ("{\"text\":\"" + std::string(Input::max_line, 'x')) + "\"}\n" + lines);
  const std::vector<Work> all = work_of(found(path));
  ASSERT_EQ(all.size(), 5u);
  EXPECT_EQ(all[2].reason, "a record of more than 32 MiB");
  EXPECT_EQ(all[2].bytes, "");
  EXPECT_EQ(all[2].line, 3u);
  EXPECT_EQ(all[4].line, 5u);
}

TEST(CutIntoWork, LeavesAFileThatIsTooLargeUnread) {
  const TempFolder folder;
  std::string text = "Title\n\n";
  while (text.size() < 70'000) text += "Profit rose.\n";
  const std::string path = folder.write("a.txt", text);
  ASSERT_EQ(::truncate(path.c_str(), 3ll << 30), 0);
  const std::vector<Work> all = work_of(found(path));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_TRUE(all[0].whole_file);
  EXPECT_EQ(all[0].reason, "larger than 64 MiB");
}

TEST(CutIntoWork, SaysThatAFileHasGone) {
  const TempFolder folder;
  const FoundFile file = found(folder.write("a.txt", "Title\n\nProfit rose.\n"));
  std::filesystem::remove(file.path);
  const std::vector<Work> all = work_of(file);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_TRUE(all[0].whole_file);
  EXPECT_EQ(all[0].reason, "No such file or directory");
}

TEST(CutIntoWork, IsNotHeldUpByAPipeInTheFilesPlace) {
  const TempFolder folder;
  const FoundFile file = found(folder.write("a.txt", "Title\n\nProfit rose.\n"));
  std::filesystem::remove(file.path);
  ASSERT_EQ(::mkfifo(file.path.c_str(), 0600), 0);
  const int writer = ::open(file.path.c_str(), O_RDWR | O_NONBLOCK);
  const std::vector<Work> all = work_of(file);
  ::close(writer);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].reason, "not a regular file");
}

TEST(CutIntoWork, ReadsWhatIsThereOfAFileThatShrankOrGrew) {
  const TempFolder folder;
  FoundFile file = found(folder.write("a.jsonl", lines));
  file.size = 1'000'000;
  EXPECT_EQ(work_of(file).size(), 2u);
  file.size = 1;
  EXPECT_EQ(work_of(file).size(), 2u);
}

TEST(CutIntoWork, StopsWhereNoMoreIsWanted) {
  const TempFolder folder;
  std::size_t taken = 0;
  cut_into_work(0, found(folder.write("a.jsonl", lines)), [&](const Work&) {
    ++taken;
    return false;
  });
  EXPECT_EQ(taken, 1u);
}

TEST(Reading, HandsOnTheStoriesOfAGreatListInOrder) {
  const TempFolder folder;
  std::string list = "[";
  for (int i = 0; i < 7000; ++i)
    list += (i > 0 ? "," : "") + ("{\"id\":\"" + std::to_string(i)) +
            "\",\"title\":\"T\",\"text\":\"Story " + std::to_string(i) + ".\"}";
  folder.write("in/a.json", list + "]");
  folder.write("in/b.jsonl", lines);
  int next = 0;
  extract_paths({.paths = {folder.path("in")}, .read = {}}, [&](const Article& article) {
    if (next < 7000) {
      EXPECT_EQ(article.source_id, std::to_string(next));
    }
    ++next;
  });
  EXPECT_EQ(next, 7002);
  const IndexOptions options{.database = folder.path("db"), .paths = {folder.path("in")}};
  EXPECT_EQ(index_paths(options).indexed, 7002u);
  EXPECT_EQ(index_paths(options).unchanged, 7002u);
}

TEST(Reading, BoundsTheTextAndTheFiguresOfAStory) {
  const TempFolder folder;
  std::string text = "Title of it\n\nbeginning\n";
  for (int i = 0; i < 300'000; ++i) text += "Profit rose 5% in all.\n";
  const std::string path = folder.write("a.txt", text);
  std::size_t stories = 0;
  extract_paths({.paths = {path}, .read = {}}, [&](const Article& article) {
    ++stories;
    EXPECT_LE(article.text.size(), 2u << 20);
    EXPECT_LE(article.figures.size(), 5000u);
    EXPECT_NE(article.text.find("beginning"), std::string::npos);
    EXPECT_EQ(article.repairs.front(), "kept the first 2 MiB of a text of 7 MiB");
  });
  EXPECT_EQ(stories, 1u);
}

TEST(HalfWrittenFile, IsReadAgainWhenTheRestHasCome) {
  const TempFolder folder;
  const std::string whole = lines;
  const std::string path = folder.write("in/a.jsonl", whole.substr(0, whole.size() - 20));
  const IndexOptions options{.database = folder.path("db"), .paths = {folder.path("in")}};
  const Account half = index_paths(options);
  EXPECT_EQ(half.indexed, 1u);
  EXPECT_EQ(half.skipped_stories, 1u);
  folder.write("in/a.jsonl", whole);
  const Account full = index_paths(options);
  EXPECT_EQ(full.unchanged, 1u);
  EXPECT_EQ(full.indexed, 1u);
}

}  // namespace
}  // namespace broadsheet
