// What the answers for people have in common. Everything printed is made safe first
// (terminal.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render.h"
#include "searcher/render/terminal.h"

namespace broadsheet {

std::size_t columns(const RenderOptions& options);

std::string indented(const std::vector<std::string>& lines, std::size_t indent);

// Wrapped lines, `indent` columns in.
std::string paragraph(std::string_view text, const std::vector<StyledSpan>& styles,
                      std::size_t indent, const RenderOptions& options);
std::string paragraph(std::string_view text, Style style, std::size_t indent,
                      const RenderOptions& options);

std::string date_text(const std::optional<Date>& date);

std::string join_nonempty(const std::vector<std::string>& parts,
                          std::string_view between);

// What was found, how the query was read, and what was odd about it.
std::string opening(std::string_view query, std::string_view found,
                    const std::string& reading, const std::vector<Remark>& remarks,
                    const RenderOptions& options);

// How the query was understood; nothing when that was not asked for.
std::string explanation_text(const std::optional<Explanation>& explanation,
                             const RenderOptions& options);

}  // namespace broadsheet
