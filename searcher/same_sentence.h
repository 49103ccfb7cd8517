// Stories in which words share a sentence.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace broadsheet {

// Terms that stand for one word or alternative.
using Places = std::vector<std::string>;

// A filter by position lists and the ends of sentences (schema/sentence_ends): some
// sentence has at least one term of each of `parts`. To be joined with those terms by
// AND, so that it looks only into stories that have them all.
Xapian::Query in_one_sentence(std::vector<Places> parts);

}  // namespace broadsheet
