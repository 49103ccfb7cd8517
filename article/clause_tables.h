// The words of each part of speech that clause_words tells words by, and of what figures
// are said.
#pragma once

#include <string_view>
#include <unordered_map>

#include "article/clause_words.h"
#include "article/word_set.h"

namespace broadsheet {

struct ClauseTables {
  std::unordered_map<std::string_view, Part> parts;  // the closed classes
  WordSet verbs;
  WordSet links;       // a noun phrase may hold them
  WordSet quantities;  // what money and percentages are of
  WordSet copulas;

  ClauseTables();
};

const ClauseTables& clause_tables();

}  // namespace broadsheet
