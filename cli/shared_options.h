// Options that several commands have, so that they are spelt and explained alike.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "indexer/reader.h"

namespace broadsheet {

void declare_database(Options& options, std::string& directory);
void declare_fields(Options& options, std::vector<std::string>& pairs);

// "ours=theirs", as --field takes them. Throws Error (usage).
FieldMap field_map(const std::vector<std::string>& pairs);

struct Address {
  std::string host = "127.0.0.1";
  std::size_t port = 8080;
};
void declare_address(Options& options, Address& address);

// Serves until SIGINT or SIGTERM; prints the URL once it listens. Gives the exit status.
int serve_until_stopped(const std::string& database, const Address& address);

}  // namespace broadsheet
