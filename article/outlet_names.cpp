// Built once from the table at first use; users' rows come in before any thread starts.
#include "article/outlet_names.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "article/ascii.h"
#include "article/outlet_table.h"
#include "article/word_list.h"

namespace broadsheet {
namespace {

std::string_view without_the(std::string_view name) {
  if (name.size() > 4 && to_lower(name.substr(0, 4)) == "the ") return name.substr(4);
  return name;
}

// Lower case, single spaces, typographic apostrophes plain, no sign at the ends.
std::string folded_name(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name.substr(at, 3) == "\u2019") {
      out += '\'';
      at += 2;
    } else if (is_space(name[at])) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += to_lower(name[at]);
    }
  }
  while (!out.empty() &&
         std::string_view(" .,:;>|-").find(out.back()) != std::string::npos) {
    out.pop_back();
  }
  return out;
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

template <typename Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

class Table {
 public:
  Table() {
    for (const OutletRow& row : outlet_table()) add_row(row, false);
  }

  // A user's row wins over what stands there already.
  void add_row(const OutletRow& row, bool wins) {
    rows_.push_back(row);
    std::vector<std::string_view> names = {row.masthead};
    each_part(row.others, '|', [&](std::string_view name) { names.push_back(name); });
    for (const std::string_view name : names) add(row, name, names, wins);
    each_part(row.domains, ' ', [&](std::string_view domain) {
      put(domains_, domain, row.masthead, wins);
    });
  }

  const std::vector<OutletRow>& rows() const { return rows_; }

  const OutletName* name(std::string_view printed) const {
    const std::string folded = folded_name(printed);
    if (const auto found = names_.find(folded); found != names_.end())
      return &found->second;
    const auto bare = loose_.find(without_the(folded));
    return bare == loose_.end() ? nullptr : &bare->second;
  }

  // Names in running text keep their capitals; the article in front may be lower case.
  const OutletName* printed(std::string_view text) const {
    const auto found = printed_.find(text);
    return found == printed_.end() ? nullptr : &found->second;
  }

  // A quick no for most words of a text.
  bool may_start_name(std::string_view word) const {
    return !word.empty() && first_bytes_[static_cast<unsigned char>(word.front())] &&
           first_words_.find(word) != first_words_.end();
  }

  std::optional<std::string_view> host(std::string_view host) const {
    for (int labels = 0; labels < 8; ++labels) {
      const auto found = domains_.find(host);
      if (found != domains_.end()) return found->second;
      const std::size_t dot = host.find('.');
      if (dot == std::string_view::npos) break;
      host.remove_prefix(dot + 1);
    }
    return std::nullopt;
  }

 private:
  template <typename Value>
  static void put(TextMap<Value>& map, std::string_view key, Value value, bool wins) {
    const auto [at, added] = map.emplace(std::string(key), value);
    if (!added && wins) at->second = std::move(value);
  }

  void add(const OutletRow& row, std::string_view name,
           const std::vector<std::string_view>& all, bool wins) {
    const bool common = name.front() == '~';
    if (common) name.remove_prefix(1);
    const bool masthead_is_common =
        std::any_of(all.begin(), all.end(), [&](std::string_view other) {
          return other.front() == '~' && other.substr(1) == name;
        });
    const OutletName entry{row.masthead, common || masthead_is_common};
    put(names_, folded_name(name), entry, wins);
    put(loose_, without_the(folded_name(name)), entry, wins);
    std::string as_printed(name);
    if (as_printed.substr(0, 4) == "The ") as_printed[0] = 't';
    const std::string_view bare = without_the(name);
    first_words_.emplace(bare.substr(0, bare.find(' ')), true);
    if (!bare.empty()) first_bytes_[static_cast<unsigned char>(bare.front())] = true;
    put(printed_, as_printed, entry, wins);
  }

  std::vector<OutletRow> rows_;
  TextMap<OutletName> names_;
  TextMap<OutletName> loose_;
  TextMap<OutletName> printed_;
  TextMap<bool> first_words_;  // of the printed names, the article left out
  std::array<bool, 256> first_bytes_{};
  TextMap<std::string_view> domains_;
};

Table& table() {
  static Table& the_table = *new Table;  // thousands of strings: not freed at the end
  return the_table;
}

// Users' rows, kept for as long as the program runs; a deque does not move them.
std::deque<std::string>& kept_texts() {
  static std::deque<std::string> texts;
  return texts;
}

std::string_view keep(std::string text) {
  kept_texts().push_back(std::move(text));
  return kept_texts().back();
}

}  // namespace

const OutletName* find_outlet(std::string_view name) {
  return table().name(name);
}

const OutletName* find_printed_outlet(std::string_view text) {
  return table().printed(text);
}

bool may_start_outlet_name(std::string_view word) {
  return table().may_start_name(word);
}

std::optional<std::string_view> outlet_of_host(std::string_view host) {
  return table().host(host);
}

void add_outlet(std::string masthead, std::string domains, std::string others) {
  const std::string_view kept = keep(std::move(masthead));
  table().add_row({kept, keep(std::move(domains)), keep(std::move(others))}, true);
}

std::span<const OutletRow> all_outlets() {
  return table().rows();
}

}  // namespace broadsheet
