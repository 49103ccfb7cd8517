#include "tests/cli/program.h"

namespace broadsheet {
namespace {

using Decoded = ProgramTest;

TEST_F(Decoded, PrintsAFileExactlyAndNamesItsCharset) {
  write("old.txt", " \xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0!\r\n\n");
  const Ran ran = run({"extract", "old.txt", "--format", "decoded"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, " Привет, мир!\r\n\n");
  EXPECT_EQ(ran.err, "old.txt: windows-1251\n");
}

TEST_F(Decoded, BelievesAPageAboutItsCharset) {
  write("page.html", "<meta charset=iso-8859-2><p>\xB1\n");
  EXPECT_EQ(run({"extract", "page.html", "--format", "decoded"}).out,
            "<meta charset=iso-8859-2><p>ą\n");
}

TEST_F(Decoded, LeavesUtf8AsItIs) {
  write("new.txt", "<meta charset=koi8-r> “naïve”\n");
  const Ran ran = run({"extract", "new.txt", "--format", "decoded"});
  EXPECT_EQ(ran.out, "<meta charset=koi8-r> “naïve”\n");
  EXPECT_EQ(ran.err, "new.txt: utf-8\n");
}

TEST_F(Decoded, HasNothingToPrintOfAnEmptyFolder) {
  write("news/.hidden", "x");
  EXPECT_EQ(run({"extract", "news", "--format", "decoded"}).status, 1);
}

}  // namespace
}  // namespace broadsheet
