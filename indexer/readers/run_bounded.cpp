// posix_spawn, because fork in a program with threads and much memory is slow and
// delicate. The child's limits are set from outside just after it started. It is killed
// at the deadline and always waited for.
#include "indexer/readers/run_bounded.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace broadsheet {

namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  void set(int fd) {
    close();
    fd_ = fd;
  }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return ::lseek(fd, 0, SEEK_SET) == 0;
}

// The process, or -1 with errno set.
pid_t spawn(const std::vector<std::string>& command, int input, int output) {
  std::vector<char*> arguments;
  for (const std::string& word : command) {
    arguments.push_back(const_cast<char*>(word.c_str()));
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = -1;
  const int error =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  errno = error;
  return error == 0 ? child : -1;
}

void limit(pid_t child, const RunBounds& bounds) {
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(bounds.time).count() + 1;
  const auto set = [&](__rlimit_resource what, rlim_t most) {
    const rlimit value{most, most};
    ::prlimit(child, what, &value, nullptr);
  };
  set(RLIMIT_AS, bounds.memory);
  set(RLIMIT_CPU, static_cast<rlim_t>(seconds));
  set(RLIMIT_CORE, 0);
  set(RLIMIT_FSIZE, 0);
}

// Reads until the program closes its output or a bound is reached.
RunEnd collect(int fd, const RunBounds& bounds, std::string& output) {
  const auto deadline = Clock::now() + bounds.time;
  char buffer[1 << 16];
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return RunEnd::too_long;
    pollfd wait{fd, POLLIN, 0};
    const int ready = ::poll(&wait, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) return RunEnd::too_long;
    const ssize_t got = ::read(fd, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0 ? RunEnd::done : RunEnd::failed;
    const std::size_t room = bounds.output - output.size();
    output.append(buffer, std::min(static_cast<std::size_t>(got), room));
    if (static_cast<std::size_t>(got) > room) return RunEnd::too_much;
  }
}

// Whether it ended by itself and well.
bool reap(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

RunResult run_bounded(const std::vector<std::string>& command, std::string_view input,
                      const RunBounds& bounds) {
  RunResult result;
  const Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  int ends[2];
  if (file.get() < 0 || !write_all(file.get(), input) || ::pipe2(ends, O_CLOEXEC) != 0) {
    return result;
  }
  const Descriptor out(ends[0]);
  Descriptor in(ends[1]);
  const pid_t child = spawn(command, file.get(), in.get());
  const int error = errno;
  in.close();
  if (child < 0) {
    if (error == ENOENT) result.end = RunEnd::no_program;
    return result;
  }
  limit(child, bounds);
  result.end = collect(out.get(), bounds, result.output);
  if (result.end != RunEnd::done) ::kill(child, SIGKILL);
  const bool well = reap(child);
  if (result.end == RunEnd::done && !well) result.end = RunEnd::failed;
  return result;
}

}  // namespace broadsheet
