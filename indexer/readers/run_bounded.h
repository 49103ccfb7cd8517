// Runs a program over some bytes, with bounds on its time, memory and output.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct RunBounds {
  std::chrono::milliseconds time{20'000};
  std::size_t memory = 1u << 30;  // address space
  std::size_t output = 32u << 20;
};

enum class RunEnd { done, failed, no_program, too_long, too_much };

struct RunResult {
  RunEnd end = RunEnd::failed;
  std::string output;  // also what came before a bound was reached
};

// `command` is searched for in PATH and reads the bytes as its standard input, which is a
// file (it can seek). Its messages go nowhere. Safe to call from several threads.
RunResult run_bounded(const std::vector<std::string>& command, std::string_view input,
                      const RunBounds& bounds);

}  // namespace broadsheet
