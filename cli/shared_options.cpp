#include "cli/shared_options.h"

#include <fmt/format.h>

#include "article/error.h"
#include "indexer/readers/record.h"

namespace broadsheet {

void declare_database(Options& options, std::string& directory) {
  options.text("--db", "DIR", "the index (default: $BROADSHEET_DB, else ./broadsheet.db)",
               directory);
}

void declare_fields(Options& options, std::vector<std::string>& pairs) {
  options.list("--field", "OURS=THEIRS", "take our field from that key of the input",
               pairs);
  options.more(
      "Ours is one of title, text, date, outlet, credited, author, url, id, language; "
      "theirs may be dotted (meta.headline). Can be repeated. The usual spellings are "
      "known without it");
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
