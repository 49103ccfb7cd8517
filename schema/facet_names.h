// The facets: what stories are counted and narrowed by, and the terms that hold their
// values. A name lies in a term with its folded form, by which it is asked for, and the
// form that is shown, so that nothing has to be unpacked to count and print it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace broadsheet {

enum class FacetKind { name, day, month, year, cluster };

struct FacetField {
  std::string_view name;    // "outlet"
  std::string_view prefix;  // of its terms
  FacetKind kind;
  std::string_view description;
};

// At most 16, so that a set of them fits a small mask.
std::span<const FacetField> facet_fields();

// Its place in facet_fields(); their number when there is none of that name.
std::size_t facet_named(std::string_view name);

// The terms of a story's names; dates and clusters have terms already.
std::vector<std::string> facet_terms(const Article& article);

// What a term without its prefix says. The views point into it.
struct FacetName {
  std::string_view key;
  std::string_view shown;
};
FacetName facet_name(std::string_view term);

// The key of a value as people write it: "BBC News" ==> "bbc news", "2026-04" ==>
// "202604". Empty when no value can be meant.
std::string facet_key(const FacetField& field, std::string_view value);

// A key of dates as it is printed; a name as it is.
std::string facet_value(const FacetField& field, std::string_view key,
                        std::string_view shown);

}  // namespace broadsheet
