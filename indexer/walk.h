// Finds the files under the paths that were given.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace broadsheet {

// The path that stands for standard input.
inline constexpr std::string_view standard_input_path = "-";

struct FoundFile {
  std::string path;  // the given path, joined with what lies below it
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  bool standard_input = false;
};

struct WalkSkip {
  std::string path;
  std::string reason;
};

struct Walk {
  std::vector<FoundFile> files;   // sorted by path within each given path, each file once
  std::vector<WalkSkip> skipped;  // unreadable folders, sockets, loops of links, ...
};

// "-" is standard input: of no size, and never as it was. Files are taken as given;
// folders are walked without following links to folders or out of the given folder;
// hidden entries (".git") and index directories are passed over silently. Throws Error
// (not_found) when a given path does not exist, before anything is read; and (unreadable)
// when standard input is a terminal.
Walk walk(const std::vector<std::string>& paths);

}  // namespace broadsheet
