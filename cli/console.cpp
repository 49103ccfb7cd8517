// Writing to the outside. Broken pipes are noticed here rather than by a signal, so that
// an index run survives a closed stderr and `search | head` ends without a word.
#include "cli/console.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <sstream>
#include <sys/ioctl.h>
#include <unistd.h>

#include "article/error.h"
#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

[[noreturn]] void write_failed() {
  if (errno == EPIPE) throw OutputClosed();
  throw Error(ErrorCode::unwritable,
              fmt::format("cannot write the results: {}", std::strerror(errno)));
}

bool set_in_environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

Screen screen_of(int descriptor) {
  Screen screen;
  screen.terminal = isatty(descriptor) == 1;
  if (!screen.terminal) return screen;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    screen.width = size.ws_col;
  const char* kind = std::getenv("TERM");
  const bool dumb = kind == nullptr || std::string_view(kind) == "dumb";
  screen.colour = !dumb && !set_in_environment("NO_COLOR");
  return screen;
}

}  // namespace

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) write_failed();
}

void flush_results() {
  if (std::fflush(stdout) != 0) write_failed();
}

void say(std::string_view line) {
  const std::string safe = one_line(line) + "\n";
  std::fwrite(safe.data(), 1, safe.size(), stderr);
}

Screen results_screen() {
  return screen_of(STDOUT_FILENO);
}
Screen talk_screen() {
  return screen_of(STDERR_FILENO);
}

std::string read_file(const std::string& name) {
  std::ostringstream text;
  if (name == "-") {
    text << std::cin.rdbuf();
    return text.str();
  }
  const std::ifstream file(name, std::ios::binary);
  if (file) text << file.rdbuf();
  if (!file || file.bad())
    throw Error(ErrorCode::not_found,
                fmt::format("cannot read {}: {}", name, std::strerror(errno)),
                "check the spelling of the path");
  return text.str();
}

std::string default_database() {
  const char* named = std::getenv("BROADSHEET_DB");
  return named != nullptr && *named != '\0' ? named : "./broadsheet.db";
}

}  // namespace broadsheet
