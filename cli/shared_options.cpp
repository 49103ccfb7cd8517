#include "cli/shared_options.h"

#include <chrono>
#include <fmt/format.h>

#include "article/date.h"
#include "article/error.h"
#include "article/outlets.h"
#include "cli/console.h"
#include "indexer/field_rules.h"
#include "indexer/readers/record.h"

namespace broadsheet {

void declare_database(Options& options, std::string& directory) {
  options.text("--db", "DIR", "the index (default: $BROADSHEET_DB, else ./broadsheet.db)",
               directory);
}

void declare_fields(Options& options, FieldOptions& fields) {
  options.list("--field", "OURS=THEIRS", "take our field from that key of the input",
               fields.pairs);
  options.more(
      "Ours is one of title, text, date, outlet, credited, author, url, id, language; "
      "theirs may be dotted (meta.headline). Can be repeated. The usual spellings are "
      "known without it");
  options.text("--fields-file", "FILE", "take fields as this file says", fields.file);
  options.more(
      "It has lines such as title = headline below [FILES], a pattern such as "
      "[agency/*.csv]");
  declare_outlets(options, fields.outlets);
}

Date latest_date() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto days = std::chrono::duration_cast<std::chrono::days>(now).count();
  return date_of_day(static_cast<int>(days) + 1);
}

ReadOptions read_options(const FieldOptions& fields) {
  add_outlets_of(fields.outlets);
  ReadOptions options;
  options.fields = field_map(fields.pairs);
  options.latest = latest_date();
  if (!fields.file.empty()) options.rules = read_field_rules(fields.file);
  return options;
}

void declare_outlets(Options& options, std::string& file) {
  options.text("--outlets", "FILE", "outlets and names of outlets to know beside ours",
               file);
  options.more(
      "A line an outlet: masthead | domains | other name | ..., as 'broadsheet outlets' "
      "prints them. Give it every time");
}

void add_outlets_of(const std::string& file) {
  if (file.empty()) return;
  add_outlets(read_file(file), file);
}

FieldMap field_map(const std::vector<std::string>& pairs) {
  FieldMap fields;
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == pair.size())
      throw Error(ErrorCode::usage,
                  fmt::format("--field: '{}' is not of the form OURS=THEIRS", pair),
                  "for example --field text=maintext");
    fields[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  check_fields(fields);
  return fields;
}

void declare_address(Options& options, Address& address) {
  options.text("--host", "HOST", "the address to listen on (default: 127.0.0.1)",
               address.host);
  options.number("--port", "N", "the port to listen on, 0 for any free (default: 8080)",
                 0, 65535, address.port);
}

}  // namespace broadsheet
