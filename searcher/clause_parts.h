// Clauses put together from clauses: what operators and brackets make of them.
#pragma once

#include <optional>
#include <vector>

#include "searcher/query.h"
#include "searcher/query_tokens.h"

namespace broadsheet {

// A clause that must hold or must not, as opposed to one that ranks.
bool filters(const Clause& clause);

Clause bundle(Clause::Kind kind);
std::vector<Clause> single(Clause clause);

// What stands at one side of an operator, as one part: words side by side in a bracket
// are alternatives, other clauses must all hold. Nothing when nothing stands there.
std::optional<Clause> joined(std::vector<Clause> clauses);

// Adds that part; a bundle in a bundle of its kind gives its own parts.
void add_part(Clause& whole, std::vector<Clause> clauses);

// The bundle without repeated parts. Without parts it is nothing; a part that is alone
// must be there.
std::vector<Clause> settled(Clause clause);

std::vector<Clause> negated(std::vector<Clause> clauses);

// As what must be there; a single word is then a bundle of one part.
std::vector<Clause> required(std::vector<Clause> clauses);

// Parts with a sign between each two. What has no place among words ("outlet:CNN") cannot
// be near anything: then all must hold, with a remark.
std::vector<Clause> near_clauses(std::vector<Clause> parts,
                                 const std::vector<QueryToken>& signs,
                                 std::vector<Remark>& remarks);

}  // namespace broadsheet
