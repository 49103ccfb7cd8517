// The two channels of the program: results on stdout, talk on stderr.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

// Thrown when the reader of our results has gone ("| head"): no trouble, just the end.
struct OutputClosed {};

// Writes all of it. Throws OutputClosed, or Error when the results cannot be written.
void print(std::string_view text);
void flush_results();

// A line of talk; what is wrong begins with "broadsheet: ". Made safe for a terminal.
void say(std::string_view line);

struct Screen {
  std::size_t width = 80;
  bool terminal = false;
  bool colour = false;
};
Screen results_screen();
Screen talk_screen();

// A file that is read whole; - is standard input. Throws Error (not_found) by its name.
std::string read_file(const std::string& name);

// $BROADSHEET_DB, else ./broadsheet.db.
std::string default_database();

}  // namespace broadsheet
