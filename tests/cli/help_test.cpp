// Help as people see it. BROADSHEET_REWRITE_GOLDEN=1 writes the golden files anew.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "cli/command.h"
#include "searcher/render/terminal.h"
#include "tests/cli/program.h"

namespace broadsheet {
namespace {

std::string golden_path(const std::string& name) {
  return std::string(SOURCE_DIR "/tests/cli/golden/") + name + ".txt";
}

void expect_golden(const std::string& name, const std::string& text) {
  if (std::getenv("BROADSHEET_REWRITE_GOLDEN") != nullptr) {
    std::ofstream(golden_path(name)) << text;
    return;
  }
  std::ostringstream golden;
  golden << std::ifstream(golden_path(name)).rdbuf();
  EXPECT_EQ(text, golden.str()) << name;
}

void expect_screen(const std::string& text, std::ptrdiff_t lines) {
  EXPECT_LE(std::count(text.begin(), text.end(), '\n'), lines) << text;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    EXPECT_LE(display_width(line), 80u) << line;
}

class Help : public ProgramTest {};

TEST_F(Help, OfTheProgramIsAsReviewed) {
  expect_golden("help", run({"--help"}).out);
  expect_golden("h", run({"-h"}).out);
}

TEST_F(Help, OfEveryCommandIsAsReviewedAndBriefOnAScreen) {
  for (const CommandRow& row : commands()) {
    const std::string name(row.name);
    const Ran whole = run({name, "--help"}), brief = run({name, "-h"});
    EXPECT_EQ(whole.status, 0);
    EXPECT_EQ(brief.status, 0);
    expect_golden("help-" + name, whole.out);
    expect_screen(brief.out, 24);
    expect_screen(whole.out, 60);
  }
}

TEST_F(Help, IsWhatTheProgramSaysWhenAskedNothing) {
  const Ran ran = run({});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, run({"-h"}).out);
  expect_screen(ran.out, 24);
}

TEST_F(Help, IsGivenForTheWordHelpToo) {
  EXPECT_EQ(run({"help"}).out, run({"--help"}).out);
  EXPECT_EQ(run({"help", "search"}).out, run({"search", "--help"}).out);
  EXPECT_EQ(run({"help", "nonsense"}).status, 2);
}

TEST_F(Help, AfterTwoDashesIsAQuery) {
  EXPECT_EQ(run({"search", "--", "-h"}).status, 2);  // there is no index here
}

TEST_F(Help, LeavesTheVersionToItsOption) {
  const Ran ran = run({"--version"});
  EXPECT_EQ(ran.out.find("broadsheet "), 0u);
  EXPECT_EQ(ran.status, 0);
}

TEST_F(Help, NamesEveryCommand) {
  const std::string text = run({"--help"}).out;
  for (const CommandRow& row : commands())
    EXPECT_HOLDS(text, "\n  " + std::string(row.name) + " ");
}

struct BadCase {
  std::vector<std::string> words;
  const char* message;
  const char* hint;
};

TEST_F(Help, IsPointedToWhenTheCommandLineIsWrong) {
  const std::vector<BadCase> cases = {
      {{"serach", "x"}, "'serach' is neither a command nor a file", "broadsheet search"},
      {{"/no/such/folder"}, "'/no/such/folder' is neither", "--help"},
      {{"--nonsense"}, "unknown option --nonsense", "after the command"},
      {{"search", "x", "--fromat", "json"}, "unknown option --fromat", "--format"},
      {{"search", "x", "-n", "5"}, "unknown option -n", "--help"},
      {{"search", "x", "--format", "pdf"},
       "--format: 'pdf' is not one of text, json",
       ""},
      {{"search", "x", "--limit", "0"}, "--limit: '0' is not a whole number from 1", ""},
      {{"search", "x", "--limit", "1001"}, "from 1 to 1000", ""},
      {{"search", "x", "--limit", "-5"}, "--limit: '-5'", ""},
      {{"search", "x", "--limit=9999999999999999999999"}, "from 1 to 1000", ""},
      {{"search", "x", "--limit"}, "--limit needs a value: N", ""},
      {{"search", "x", "--recency=yes"}, "--recency takes no value", ""},
      {{"search", "x", "--sort", "best"}, "--sort: 'best' is not one of relevance", ""},
      {{"search", "x", "--now", "soon"}, "--now: 'soon' is not a date", "2026-04-24"},
      {{"search"}, "there is no query", "--batch"},
      {{"search", "x", "--batch", "y"}, "exclude each other", ""},
      {{"figures", "x", "--format", "trec"}, "--format: 'trec' is not one of text", ""},
      {{"index"}, "PATH... is missing", "--help"},
      {{"index", "x", "--field", "text"},
       "--field: 'text' is not of the form",
       "maintext"},
      {{"index", "x", "--workers", "many"}, "--workers: 'many'", ""},
      {{"serve", "--port", "70000"}, "--port: '70000' is not a whole number from 0", ""},
      {{"check", "stray"}, "unexpected 'stray'", ""},
  };
  for (const BadCase& one : cases) {
    const Ran ran = run(one.words);
    EXPECT_EQ(ran.status, 2) << one.message;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err.find("broadsheet: "), 0u) << ran.err;
    EXPECT_HOLDS(ran.err, one.message);
    EXPECT_HOLDS(ran.err, one.hint);
  }
}

}  // namespace
}  // namespace broadsheet
