// The HTTP server: pages and JSON over one Searcher. Only this room knows cpp-httplib.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "searcher/results.h"

namespace broadsheet {

struct ServeOptions {
  std::string database;
  std::string host = "127.0.0.1";
  int port = 8080;                                // 0: any free one
  std::size_t deadline_ms = default_deadline_ms;  // of a search; 0: none
};

// Serves until stop_serving() is called (safe in a signal handler). Calls `ready` with
// the URL once it listens. Throws Error: no index, port in use (busy).
void serve(const ServeOptions& options,
           const std::function<void(const std::string&)>& ready);
void stop_serving();

}  // namespace broadsheet
