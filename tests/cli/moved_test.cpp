// Hand work and rehearsals where paths are spelt anew, files are renamed, or have gone.
#include <filesystem>

#include "tests/cli/amend.h"

namespace broadsheet {
namespace {

TEST_F(Amend, TakesAPathHoweverItIsSpelt) {
  index_news();
  EXPECT_HOLDS(run({"remove", "--path", "./news//x/../cuts.txt"}).out,
               "removed 1 story; --undo lets it in again\n");
  EXPECT_EQ(run({"remove", "--list"}).out, "path    news/cuts.txt\n");
  const Ran undone = run({"remove", "--path", "././news/cuts.txt", "--undo"});
  EXPECT_EQ(undone.status, 0) << undone.err;
  EXPECT_EQ(undone.out, "1 story may come back; index its file again\n");
  EXPECT_EQ(counters({"./news"})["indexed"], 1);
  EXPECT_HOLDS(run({"remove", "--path", "."}).out, "removed 5 stories");
  EXPECT_EQ(run({"remove", "--path", "./", "--undo"}).status, 0);
}

TEST_F(Amend, SaysWhenNothingIsRemovedNow) {
  index_news();
  const Ran ran = run({"remove", "--path", "./news/none/", "--path", "news/cuts.txt"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out,
            "removed 1 story; --undo lets it in again\n"
            "no story of path news/none is in the index; those to come stay out (--undo "
            "takes that back)\n");
  EXPECT_EQ(json({"remove", "--path", "news/more"})["rules"][0]["stories"], 0);
  EXPECT_EQ(run({"remove", "--path", ""}).status, 2);
}

TEST_F(Amend, CorrectionsFollowAStoryToItsNewName) {
  index_news();
  run({"correct", id_of("news/cuts.txt"), "title=Put right", "date=2026-03-02"});
  std::filesystem::rename(path("news/cuts.txt"), path("news/renamed.txt"));
  EXPECT_HOLDS(run({"index", "news", "--prune", "--dry-run"}).out,
               "2 corrections carried over to the same story in another place\n");
  const Ran ran = run({"index", "news", "--prune"});
  EXPECT_HOLDS(ran.out,
               "2 corrections carried over to the same story in another place\n");
  EXPECT_EQ(hit("news/renamed.txt")["title"], "Put right");
  EXPECT_EQ(hit("news/renamed.txt")["date"], "2026-03-02");
  EXPECT_EQ(run({"correct", "--list"}).out.find("not applied"), std::string::npos);
  // Also in two steps, and to a folder of another name.
  std::filesystem::rename(path("news/renamed.txt"), path("news/again.txt"));
  EXPECT_EQ(counters({"news"})["duplicate"], 1);
  EXPECT_EQ(json({"index", "news", "--prune"})["corrections"]["carried"], 2);
  EXPECT_EQ(hit("news/again.txt")["title"], "Put right");
  EXPECT_EQ(run({"check"}).status, 0);
}

TEST_F(Amend, CountsCorrectionsThatLoseTheirStory) {
  index_news();
  run({"correct", id_of("news/cuts.txt"), "title=Put right", "date=2026-03-02"});
  std::filesystem::remove(path("news/cuts.txt"));
  EXPECT_HOLDS(
      run({"index", "news", "--prune"}).out,
      "2 corrections lost their story; 'broadsheet correct --list' shows them\n");
  EXPECT_EQ(json({"index", "news", "--prune"})["corrections"]["lost"], 0);
  EXPECT_HOLDS(run({"correct", "--list"}).out, "not applied");
}

TEST_F(Amend, ACopyTakesOnlyACopyOfTheCorrections) {
  index_news();
  const std::string id = id_of("news/cuts.txt");
  run({"correct", id, "title=Put right"});
  write("news/was.txt", read("news/cuts.txt"));
  write("news/cuts.txt", read("news/cuts.txt") + "\nA line was added to the story.\n");
  run({"index", "news"});
  EXPECT_EQ(hit("news/cuts.txt")["title"], "Put right");
  EXPECT_EQ(hit("news/was.txt")["title"], "Put right");
}

TEST_F(Amend, RehearsesUnchangedAndVanishedStoriesToo) {
  index_news();
  std::filesystem::remove(path("news/dump.jsonl"));
  const std::string out = run({"index", "--dry-run", "--prune", "news"}).out;
  EXPECT_HOLDS(out, "unchanged ");
  EXPECT_HOLDS(out, "removed   ");
  EXPECT_HOLDS(out, "news/dump.jsonl");
}

}  // namespace
}  // namespace broadsheet
