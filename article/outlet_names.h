// The outlet table by every name: folded, as printed in running text, and by host.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "article/outlet_table.h"

namespace broadsheet {

struct OutletName {
  std::string_view masthead;
  bool common = false;  // also a common word: only a cue before it proves it
};

// Case and a leading article do not matter; nullptr when nobody knows the name.
const OutletName* find_outlet(std::string_view name);

// Names in running text keep their capitals; the article in front is lower case here.
const OutletName* find_printed_outlet(std::string_view text);

// A quick no for most words of a text.
bool may_start_outlet_name(std::string_view word);

// The masthead of a host or of the domain above it.
std::optional<std::string_view> outlet_of_host(std::string_view host);

// A row that wins over those there are. Not for use while other threads read stories.
// `others` are separated by '|', `domains` by spaces.
void add_outlet(std::string masthead, std::string domains, std::string others);

// Every row, users' rows last.
std::span<const OutletRow> all_outlets();

}  // namespace broadsheet
