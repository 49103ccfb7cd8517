// The parts of a <title> between bars and dashes, and which of them name the site.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// "Headline | Section | Site", "Site - Headline": without the parts that are one of
// `sites` (as essence_of gives them), in any position, with any usual sign between.
std::string without_site_names(std::string_view title,
                               const std::vector<std::string>& sites);

// When the site did not say its name: a short last part behind a long first one is it.
std::string without_last_part(std::string title);

// True when the text is one of the sites, with little beside it.
bool names_site(std::string_view text, const std::vector<std::string>& sites);

// Adds the essence of a site's name, also without "The" and without a slogan behind it.
void add_site(std::vector<std::string>& sites, std::string_view name);

enum class Cut { at_end, anywhere };

// The whole parts of a title whose letters are `key`: at its beginning (the rest at the
// end is cut), or anywhere in it.
std::optional<std::string> part_with(std::string_view title, std::string_view key,
                                     Cut cut);

// The letters of the longest part.
std::string longest_part(std::string_view title);

// Without the bars and bullets that are left at the ends of a cut title.
std::string_view without_end_signs(std::string_view title);

}  // namespace broadsheet
