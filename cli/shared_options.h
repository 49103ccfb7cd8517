// Options that several commands have, so that they are spelt and explained alike.
#pragma once

#include <string>
#include <vector>

#include "article/date.h"
#include "cli/options.h"
#include "indexer/reader.h"
#include "searcher/results.h"

namespace broadsheet {

void declare_database(Options& options, std::string& directory);
// How the fields of records are found: pairs, and a file of them by path.
struct FieldOptions {
  std::vector<std::string> pairs;
  std::string file;
  std::string outlets;  // a table of them
};

void declare_fields(Options& options, FieldOptions& fields);

// What the two say. Throws Error (usage, not_found).
ReadOptions read_options(const FieldOptions& fields);

// The latest date that a story can be of: tomorrow, for somewhere it is that already.
Date latest_date();

// --outlets, and the adding of what it names, before anything is read. Throws Error.
void declare_outlets(Options& options, std::string& file);
void add_outlets_of(const std::string& file);

// "ours=theirs", as --field takes them. Throws Error (usage).
FieldMap field_map(const std::vector<std::string>& pairs);

struct Address {
  std::string host = "127.0.0.1";
  std::size_t port = 8080;
};
void declare_address(Options& options, Address& address);

// Serves until SIGINT or SIGTERM; prints the URL once it listens. Gives the exit status.
int serve_until_stopped(const std::string& database, const Address& address,
                        std::size_t deadline_ms = default_deadline_ms);

}  // namespace broadsheet
