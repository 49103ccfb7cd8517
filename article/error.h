// What is thrown when work cannot go on. Everything else is not an exception:
// a thing that is not there is std::optional, a story that cannot be read is
// skipped and counted, an odd query gets a remark.
#pragma once

#include <stdexcept>
#include <string>

namespace broadsheet {

enum class ErrorCode {
  usage,
  not_found,
  unreadable,
  unwritable,
  wrong_version,
  damaged,
  busy
};

// `message` names the thing, `hint` the next step ("make one with ...").
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}
  ErrorCode code() const { return code_; }
  const std::string& hint() const { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace broadsheet
