// Fields that hold names. Outlets are found by any of their names, languages by code or
// name, ids by how they begin, paths and addresses by their parts; other names by their
// folded words.
#include "article/language.h"
#include "article/outlets.h"
#include "schema/places.h"
#include "schema/terms.h"
#include "searcher/word_terms.h"

namespace broadsheet {
namespace {

constexpr std::size_t full_id = 16;
constexpr std::size_t most_ids = 100;

Xapian::Query all_of(const std::vector<std::string>& terms) {
  return {Xapian::Query::OP_AND, terms.begin(), terms.end()};
}

Xapian::Query by_start(const std::string& start, const Xapian::Database& stories) {
  std::vector<std::string> found;
  const auto end = stories.allterms_end(start);
  for (auto it = stories.allterms_begin(start); it != end; ++it) {
    if (found.size() >= most_ids) break;
    found.push_back(*it);
  }
  return {Xapian::Query::OP_OR, found.begin(), found.end()};
}

std::string lower_hex(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c + 32);
  }
  return text;
}

}  // namespace

Xapian::Query name_query(const Field& field, const std::string& value,
                         const Xapian::Database& stories) {
  const std::string_view prefix = field.prefix;
  if (value.empty()) return Xapian::Query(name_term(prefix, std::nullopt));
  if (prefix == prefix::id || prefix == prefix::cluster) {
    const std::string id = term(prefix, lower_hex(value));
    return value.size() < full_id ? by_start(id, stories) : Xapian::Query(id);
  }
  if (prefix == prefix::path) return all_of(asked_path_terms(value));
  if (prefix == prefix::url) return Xapian::Query(asked_url_term(value));
  if (prefix == prefix::language) {
    return Xapian::Query(name_term(prefix, language_code(value).value_or(value)));
  }
  Xapian::Query as_typed(name_term(prefix, value));
  const bool outlet =
      prefix == prefix::outlet || prefix == prefix::credited || prefix == prefix::cited;
  if (!outlet) return as_typed;
  return as_typed | Xapian::Query(name_term(prefix, normalise_outlet(value)));
}

}  // namespace broadsheet
