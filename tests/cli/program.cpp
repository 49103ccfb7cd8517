#include "tests/cli/program.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace broadsheet {
namespace fs = std::filesystem;
namespace {

std::string new_folder() {
  std::string pattern = testing::TempDir() + "broadsheet-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  chmod(pattern.c_str(), 0777);  // a test may run the program as another user
  return pattern;
}

void redirect(const std::string& path, int descriptor, const char* mode) {
  if (std::freopen(path.c_str(), mode,
                   descriptor == 0 ? stdin : (descriptor == 1 ? stdout : stderr)) ==
      nullptr)
    _exit(126);
}

}  // namespace

ProgramTest::ProgramTest() : folder_(new_folder()) {}

ProgramTest::~ProgramTest() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void ProgramTest::write(const std::string& name, const std::string& text) const {
  fs::create_directories(fs::path(path(name)).parent_path());
  std::ofstream(path(name), std::ios::binary) << text;
}

std::string ProgramTest::read(const std::string& name) const {
  std::ostringstream text;
  text << std::ifstream(path(name), std::ios::binary).rdbuf();
  return text.str();
}

void ProgramTest::write_news() const {
  write("news/cuts.txt",
        "Harbour Works trims its drawing office\n\n"
        "By Ada Moor | Apr 24, 2026\n\n"
        "Harbour Works said on Friday that it will cut about 600 roles from its drawing "
        "office, a step that the union called hasty.\n\n"
        "The firm raised its spending plan to $45-50 billion for new docks.\n");
  write(
      "news/dump.jsonl",
      R"({"id":"s1","title":"Ferry line hires 250 sailors","text":"The ferry line hired )"
      R"(250 sailors for the summer, its largest intake in a decade.","date":"2026-03-02",)"
      R"("outlet":"BBC News"})"
      "\n"
      R"({"id":"s2","title":"Bakers warn of flour shortage","text":"Bakers warned on )"
      R"(Monday that flour may run short before the autumn harvest is in.","outlet":)"
      R"("Reuters"})"
      "\n");
}

void ProgramTest::index_news() const {
  write_news();
  const Ran ran = run({"index", "news"});
  ASSERT_EQ(ran.status, 0) << ran.err;
}

Ran ProgramTest::run(const std::vector<std::string>& arguments) const {
  std::vector<std::string> words = {BROADSHEET_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run_words(words);
}

Ran ProgramTest::run_words(const std::vector<std::string>& words,
                           const std::string& input) const {
  write("in", input);
  int status = 0;
  waitpid(start(words), &status, 0);
  Ran ran;
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = read("out");
  ran.err = read("err");
  return ran;
}

pid_t ProgramTest::start(const std::vector<std::string>& words) const {
  if (!fs::exists(path("in"))) write("in", "");
  std::vector<char*> arguments;
  for (const std::string& word : words)
    arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child != 0) return child;
  if (chdir(folder_.c_str()) != 0) _exit(126);
  redirect("in", 0, "r");
  redirect("out", 1, "w");
  redirect("err", 2, "w");
  unsetenv("BROADSHEET_DB");
  execvp(arguments.front(), arguments.data());
  _exit(127);
}

std::size_t count_of(const std::string& part, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++count;
  return count;
}

testing::AssertionResult holds(const char*, const char*, const std::string& text,
                               const std::string& part) {
  if (text.find(part) != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "no \"" << part << "\" in:\n" << text;
}

}  // namespace broadsheet
