// Clauses of words: plain ones, exact forms, wildcards, phrases, words of a text field.
#pragma once

#include <vector>

#include "searcher/query.h"
#include "searcher/query_tokens.h"

namespace broadsheet {

// Each word of the token by itself; a word with a wildcard ("lay*", "wom?n") keeps its
// pattern.
std::vector<Clause> word_clauses(const QueryToken& token, std::vector<Remark>& remarks);

// The words of a quotation; none when it has none.
Clause phrase_clause(const QueryToken& token, std::vector<Remark>& remarks);

// Words in a text field, in this order; nothing when there are none.
std::vector<Clause> text_clauses(const QueryToken& token, const Field& field,
                                 std::vector<Remark>& remarks);

}  // namespace broadsheet
