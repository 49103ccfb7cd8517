#include "searcher/render/text_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace broadsheet {
namespace {

constexpr std::size_t narrowest = 40;  // a smaller terminal wraps by itself

// The query, cut so that the odd part of it is on the line, a caret under that part and
// what was made of it:
//     jobs AND AND cuts
//              ^^^ nothing to join here, so it was left out
std::string remark_text(std::string_view query, const Remark& remark,
                        const RenderOptions& options) {
  const std::size_t room = columns(options) - 4;
  const std::size_t start = std::min(remark.span.start, query.size());
  const std::size_t end = std::clamp(remark.span.end, start, query.size());
  std::string before = one_line(query.substr(0, start));
  if (start > 0 && query[start - 1] == ' ' && !before.empty()) before += " ";
  std::size_t column = display_width(before) + (before.ends_with(' ') ? 1 : 0);
  std::string_view shown = query;
  if (column + 10 > room) {
    shown = query.substr(start);
    column = 0;
  }
  const std::size_t length = std::clamp<std::size_t>(
      display_width(query.substr(start, end - start)), 1, room - column);
  std::string message = remark.message;
  if (remark.suggestion) message += fmt::format("; try {}", *remark.suggestion);
  return "    " + cut_to_width(shown, room) + "\n" + std::string(4 + column, ' ') +
         styled(std::string(length, '^'), Style::warning, options.colour) + "\n" +
         paragraph(message, Style::warning, 4, options);
}

}  // namespace

std::size_t columns(const RenderOptions& options) {
  return std::max(options.width, narrowest);
}

std::string indented(const std::vector<std::string>& lines, std::size_t indent) {
  std::string out;
  for (const std::string& line : lines) out += std::string(indent, ' ') + line + "\n";
  return out;
}

std::string paragraph(std::string_view text, const std::vector<StyledSpan>& styles,
                      std::size_t indent, const RenderOptions& options) {
  return indented(wrap(text, styles, columns(options) - indent, options.colour), indent);
}

std::string paragraph(std::string_view text, Style style, std::size_t indent,
                      const RenderOptions& options) {
  return paragraph(text, {{{0, text.size()}, style}}, indent, options);
}

std::string date_text(const std::optional<Date>& date) {
  return date ? to_string(*date) : "date unknown";
}

std::string join_nonempty(const std::vector<std::string>& parts,
                          std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string explanation_text(const std::optional<Explanation>& explanation,
                             const RenderOptions& options) {
  if (!explanation) return "";
  return paragraph("query: " + explanation->query, Style::plain, 0, options) +
         paragraph("tree: " + explanation->tree, Style::plain, 0, options) +
         paragraph("asked of the index: " + explanation->xapian, Style::plain, 0,
                   options);
}

std::string opening(std::string_view query, std::string_view found,
                    const std::string& reading, const std::vector<Remark>& remarks,
                    const RenderOptions& options) {
  std::string out;
  if (options.query_id) out += paragraph(*options.query_id, Style::heading, 0, options);
  out += paragraph(join_nonempty({std::string(found), reading}, ": "), Style::dim, 0,
                   options);
  for (const Remark& remark : remarks) out += remark_text(query, remark, options);
  return out;
}

}  // namespace broadsheet
