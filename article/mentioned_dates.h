// Days and months that a text speaks of, as opposed to the day it was published.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/date.h"
#include "article/words.h"

namespace broadsheet {

// `words` are those of `text`. A date without a year ("on Nov. 21", "since April") is the
// one nearest to the day of publication, and none when that is unknown. Month names are
// English, and those of `language` when it is another. At most 100, in order; linear.
std::vector<Date> mentioned_dates(std::string_view text, const std::vector<Word>& words,
                                  const std::optional<Date>& published,
                                  const std::optional<std::string>& language);

}  // namespace broadsheet
