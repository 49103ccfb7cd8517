// When an answer has to be ready. A search that has run out of time gives what it has.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace broadsheet {

class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  Deadline() = default;  // never
  static Deadline in(Clock::time_point start, std::chrono::microseconds time) {
    Deadline deadline;
    deadline.at_ = start + time;
    return deadline;
  }

  bool is_set() const { return at_.has_value(); }
  bool passed() const { return at_ && Clock::now() >= *at_; }

 private:
  std::optional<Clock::time_point> at_;
};

}  // namespace broadsheet
