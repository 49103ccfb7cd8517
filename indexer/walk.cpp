// Finds the files under the paths that were given. Folders are walked with a stack of
// our own and error codes: a folder that cannot be opened is one line in the account,
// not the end of the run. Which files are stories is the readers' question.
#include "indexer/walk.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_set>

#include "article/error.h"
#include "schema/manifest.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

class Walker {
 public:
  void walk_from(const std::string& given) {
    if (given == standard_input_path) return take_standard_input();
    const std::size_t first = walk_.files.size();
    root_ = real_path(given);
    take(given, true);
    while (!folders_.empty()) {
      const std::string folder = std::move(folders_.back());
      folders_.pop_back();
      list(folder);
    }
    std::sort(walk_.files.begin() + static_cast<std::ptrdiff_t>(first), walk_.files.end(),
              [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
    drop_repeated(first);
  }

  Walk finish() { return std::move(walk_); }

 private:
  void skip(const std::string& path, std::string reason) {
    walk_.skipped.push_back({path, std::move(reason)});
  }

  // What comes through it has no time of its own: one that never comes again makes it
  // be read each time, and its stories tell whether anything is new.
  void take_standard_input() {
    if (!seen_.insert(std::string(standard_input_path)).second) return;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    walk_.files.push_back(
        {.path = std::string(standard_input_path),
         .size = 0,
         .modified_ns = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count(),
         .standard_input = true});
  }

  // A link is followed to a file below the same folder; to a folder only when it is the
  // path that was given, for links inside a tree can make loops.
  void take(const std::string& path, bool given) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      skip(path, errno == ENOENT ? "a link that leads nowhere" : std::strerror(errno));
      return;
    }
    if (S_ISDIR(status.st_mode)) return take_folder(path, given);
    if (!S_ISREG(status.st_mode)) return skip(path, "not a regular file");
    if (!given && leads_out(path))
      return skip(path, "a link that leads out of the folder");
    constexpr std::int64_t second = 1'000'000'000;
    walk_.files.push_back({path, static_cast<std::uint64_t>(status.st_size),
                           status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec,
                           false});
  }

  // Whoever hands over a folder has not handed over what a link in it points at.
  bool leads_out(const std::string& path) const {
    struct stat link {};
    if (::lstat(path.c_str(), &link) != 0 || !S_ISLNK(link.st_mode)) return false;
    return !real_path(path).starts_with(root_.ends_with('/') ? root_ : root_ + "/");
  }

  void take_folder(const std::string& path, bool given) {
    struct stat link {};
    if (!given && ::lstat(path.c_str(), &link) == 0 && S_ISLNK(link.st_mode)) {
      return skip(path, "a link to a folder, not followed");
    }
    // Our own index inside the walked tree holds no stories.
    if (!has_manifest(path)) folders_.push_back(path);
  }

  void list(const std::string& folder) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    while (!error && entry != fs::directory_iterator()) {
      const std::string name = entry->path().filename().string();
      if (!name.empty() && name[0] != '.') take(entry->path().string(), false);
      entry.increment(error);
    }
    if (error) skip(folder, "cannot list the folder: " + error.message());
  }

  void drop_repeated(std::size_t first) {
    const auto begin = walk_.files.begin() + static_cast<std::ptrdiff_t>(first);
    walk_.files.erase(std::remove_if(begin, walk_.files.end(),
                                     [&](const FoundFile& file) {
                                       return !seen_.insert(real_path(file.path)).second;
                                     }),
                      walk_.files.end());
  }

  static std::string real_path(const std::string& path) {
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr),
                                                      std::free);
    return real ? real.get() : path;
  }

  Walk walk_;
  std::string root_;  // the real path of what was given
  std::vector<std::string> folders_;
  std::unordered_set<std::string> seen_;
};

void check_exists(const std::string& path) {
  if (path == standard_input_path) {
    if (::isatty(STDIN_FILENO) == 0) return;
    throw Error(ErrorCode::unreadable, "standard input is a terminal",
                "name files or folders, or pipe the stories in");
  }
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return;
  if (errno == ENOENT || errno == ENOTDIR) {
    throw Error(ErrorCode::not_found, "no such file or folder: " + path,
                "check the spelling of the path");
  }
  throw Error(ErrorCode::unreadable, "cannot read " + path + ": " + std::strerror(errno),
              "check the permissions of the folders above it");
}

}  // namespace

Walk walk(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) check_exists(path);
  Walker walker;
  for (const std::string& path : paths) walker.walk_from(path);
  return walker.finish();
}

}  // namespace broadsheet
