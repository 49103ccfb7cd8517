#include "schema/facet_names.h"

#include <algorithm>
#include <array>
#include <set>

#include "article/date.h"
#include "article/words.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace broadsheet {
namespace {

constexpr std::string_view facet_outlet = "XFO";
constexpr std::string_view facet_credited = "XFC";
constexpr std::string_view facet_author = "XFA";
constexpr std::string_view facet_language = "XFL";
constexpr std::string_view facet_unit = "XFU";
constexpr std::string_view facet_counts = "XFN";

constexpr std::array table = {
    FacetField{"outlet", facet_outlet, FacetKind::name, "who published it"},
    FacetField{"credited", facet_credited, FacetKind::name,
               "the source the copy is credited to"},
    FacetField{"author", facet_author, FacetKind::name, "who wrote it"},
    FacetField{"language", facet_language, FacetKind::name, "language code"},
    FacetField{"year", prefix::year, FacetKind::year, "year of publication"},
    FacetField{"month", prefix::month, FacetKind::month, "month of publication"},
    FacetField{"day", prefix::day, FacetKind::day, "day of publication"},
    FacetField{"unit", facet_unit, FacetKind::name, "units of its figures"},
    FacetField{"counts", facet_counts, FacetKind::name, "things that its figures count"},
    FacetField{"cluster", prefix::cluster, FacetKind::cluster, "its near-copies"},
};

// Parts the folded form from the one that is shown; no name holds it.
constexpr char separator = '\x01';

// Both forms together stay below the 200 bytes that a term may have.
constexpr std::size_t longest_key = 80;
constexpr std::size_t longest_shown = 110;

std::string_view cut(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) return text;
  while (longest > 0 && (static_cast<unsigned char>(text[longest]) & 0xC0) == 0x80)
    --longest;
  return text.substr(0, longest);
}

std::string name_key(std::string_view name) {
  std::string folded = fold_words(name);
  if (folded.empty()) folded = name;
  return std::string(cut(folded, longest_key));
}

// A story of many names, such as a table of figures, does not flood the facets.
constexpr std::size_t most_terms = 300;

class Terms {
 public:
  void add(std::string_view prefix, std::string_view name) {
    if (name.empty() || terms_.size() >= most_terms) return;
    std::string text = std::string(prefix) + name_key(name);
    const std::string_view shown = cut(name, longest_shown);
    if (text.substr(prefix.size()) != shown) (text += separator) += shown;
    terms_.insert(std::move(text));
  }

  std::vector<std::string> take() const { return {terms_.begin(), terms_.end()}; }

 private:
  std::set<std::string> terms_;
};

// "600 AI roles" count roles; of "$5 bn of capital spending" it is spending.
std::string_view thing_counted(const Figure& figure) {
  if (figure.dimension == "count") return figure.unit;
  if (!figure.counts) return {};
  const std::string_view phrase = *figure.counts;
  return phrase.substr(phrase.rfind(' ') + 1);
}

std::string dated(std::string_view key) {
  std::string text(key.substr(0, 4));
  for (std::size_t at = 4; at < key.size(); at += 2)
    text.append("-").append(key.substr(at, 2));
  return text;
}

std::string digits_of(std::string_view value) {
  const auto date = read_date(value);
  if (!date) return {};
  std::string digits = to_string(*date);
  std::erase(digits, '-');
  return digits;
}

}  // namespace

std::span<const FacetField> facet_fields() {
  return table;
}

std::size_t facet_named(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [&](const auto& f) { return f.name == name; });
  return static_cast<std::size_t>(found - table.begin());
}

std::vector<std::string> facet_terms(const Article& article) {
  Terms terms;
  terms.add(facet_outlet, article.outlet.value_or(""));
  terms.add(facet_language, article.language.value_or(""));
  for (const std::string& name : article.credited_outlets)
    terms.add(facet_credited, name);
  for (const std::string& name : article.authors) terms.add(facet_author, name);
  for (const Figure& figure : article.figures) {
    terms.add(facet_unit, figure.unit);
    terms.add(facet_counts, thing_counted(figure));
  }
  return terms.take();
}

FacetName facet_name(std::string_view term) {
  const auto at = term.find(separator);
  if (at == std::string_view::npos) return {term, term};
  return {term.substr(0, at), term.substr(at + 1)};
}

std::string facet_key(const FacetField& field, std::string_view value) {
  std::size_t digits = 0;
  switch (field.kind) {
    case FacetKind::name:
      return name_key(value);
    case FacetKind::cluster:
      return std::string(value);
    case FacetKind::year:
      digits = 4;
      break;
    case FacetKind::month:
      digits = 6;
      break;
    case FacetKind::day:
      digits = 8;
      break;
  }
  const std::string key = digits_of(value);
  return key.size() == digits ? key : std::string();
}

std::string facet_value(const FacetField& field, std::string_view key,
                        std::string_view shown) {
  switch (field.kind) {
    case FacetKind::name:
    case FacetKind::cluster:
      return std::string(shown);
    case FacetKind::year:
    case FacetKind::month:
    case FacetKind::day:
      return dated(key);
  }
  return {};
}

}  // namespace broadsheet
