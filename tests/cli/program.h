// The real program in a temporary folder: arguments in; stdout, stderr and status out.
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {

struct Ran {
  int status = -1;
  std::string out;
  std::string err;
};

class ProgramTest : public testing::Test {
 protected:
  ProgramTest();
  ~ProgramTest() override;

  // Files below the folder; the program runs in it.
  void write(const std::string& name, const std::string& text) const;
  std::string read(const std::string& name) const;
  std::string path(const std::string& name) const { return folder_ + "/" + name; }

  // Three stories in two files, "news/cuts.txt" and "news/dump.jsonl".
  void write_news() const;
  void index_news() const;

  Ran run(const std::vector<std::string>& arguments) const;
  // Any program, and its standard input.
  Ran run_words(const std::vector<std::string>& words,
                const std::string& input = {}) const;

  // Starts the program and gives its process; its output goes to "out" and "err".
  pid_t start(const std::vector<std::string>& words) const;

 private:
  std::string folder_;
};

std::size_t count_of(const std::string& part, const std::string& text);

// EXPECT_PRED_FORMAT2: the text holds the part, shown whole where it does not.
testing::AssertionResult holds(const char*, const char*, const std::string& text,
                               const std::string& part);
#define EXPECT_HOLDS(text, part) EXPECT_PRED_FORMAT2(broadsheet::holds, text, part)

}  // namespace broadsheet
