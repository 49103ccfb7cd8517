// The figures of one change: "from 1,200 to 900", "rose to 900 from 1,200", "fell by 300
// to 900", "$70 billion, up from $64 billion".
#pragma once

#include <vector>

#include "article/figure_sentence.h"
#include "article/figure_tokens.h"

namespace broadsheet {

// Parts what was read as one range behind a verb of rise or fall into the two figures it
// is, and gives each figure of a change all that is told of it in the figure's own unit:
// of "cut its staff by 300 to 900 from 1,200" each figure knows by, to and from. Where a
// change led is told as `to` when a verb leads there, and is otherwise the figure that
// knows its `from`. Linear in the number of figures.
void tie_changes(const std::vector<Token>& tokens, std::vector<FigureReading>& readings);

}  // namespace broadsheet
