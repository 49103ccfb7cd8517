#include "indexer/lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "article/error.h"

namespace broadsheet {
namespace fs = std::filesystem;

WriterLock::WriterLock(const std::string& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error || !fs::is_directory(directory)) {
    throw Error(ErrorCode::unwritable,
                fmt::format("cannot make the index folder {}: {}", directory,
                            error ? error.message() : "it is not a folder"),
                "name another place with --db DIR");
  }
  const std::string path = directory + "/lock";
  if (!fs::exists(path) && !fs::is_empty(directory)) {
    throw Error(ErrorCode::unwritable,
                fmt::format("{} holds something else than an index", directory),
                "name an empty or new folder with --db DIR");
  }
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) {
    throw Error(ErrorCode::unwritable,
                fmt::format("cannot write {}: {}", path, std::strerror(errno)),
                "check the rights of the folder, or name another with --db DIR");
  }
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    ::close(file_);
    throw Error(ErrorCode::busy, fmt::format("another run is writing to {}", directory),
                "wait until it has ended, then try again");
  }
}

WriterLock::~WriterLock() {
  ::close(file_);
}

}  // namespace broadsheet
