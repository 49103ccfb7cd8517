// Words are marked inside figures as well ("<data><mark>8,000</mark> jobs</data>"), never
// the other way round: a figure is the larger unit, and tags must nest.
#include "web/marked.h"

#include <algorithm>

namespace broadsheet {
namespace {

bool inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// Widens to whole characters. A character has at most three continuation bytes; more in
// a row is broken text, which must not make this scan long.
Span snapped(std::string_view text, Span span) {
  span.end = std::min(span.end, text.size());
  span.start = std::min(span.start, span.end);
  for (int i = 0; i < 3 && span.start > 0 && inside_character(text, span.start); ++i) {
    --span.start;
  }
  for (int i = 0; i < 3 && inside_character(text, span.end); ++i) ++span.end;
  return span;
}

std::vector<Span> mended(std::string_view text, std::vector<Span> spans) {
  for (Span& span : spans) span = snapped(text, span);
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (span.length() == 0) continue;
    if (!out.empty() && span.start < out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

std::vector<Chip> mended(std::string_view text, std::vector<Chip> chips) {
  for (Chip& chip : chips) chip.span = snapped(text, chip.span);
  std::stable_sort(chips.begin(), chips.end(),
                   [](const Chip& a, const Chip& b) { return a.span < b.span; });
  std::vector<Chip> out;
  for (Chip& chip : chips) {
    if (chip.span.length() == 0) continue;
    if (!out.empty() && chip.span.start < out.back().span.end) continue;
    out.push_back(std::move(chip));
  }
  return out;
}

void open_chip(Html& html, Chip& chip) {
  html << "<data class=\"figure\" value=\"" << chip.value << "\"";
  if (!chip.id.empty()) html << " id=\"" << chip.id << "\"";
  if (!chip.title.empty()) html << " title=\"" << chip.title << "\"";
  html << ">";
  chip.id.clear();  // a chip cut in two by a paragraph keeps one anchor
}

}  // namespace

MarkedText::MarkedText(std::string_view text, std::vector<Span> marks,
                       std::vector<Chip> chips)
    : text_(text),
      marks_(mended(text, std::move(marks))),
      chips_(mended(text, std::move(chips))) {}

void MarkedText::write(Html& html, Span range) {
  range.end = std::min(range.end, text_.size());
  range.start = std::min(range.start, range.end);
  std::size_t at = range.start;
  for (; next_chip_ < chips_.size(); ++next_chip_) {
    Chip& chip = chips_[next_chip_];
    const Span part{std::max(at, chip.span.start), std::min(range.end, chip.span.end)};
    if (chip.span.end <= at) continue;
    if (chip.span.start >= range.end) break;
    write_words(html, {at, part.start});
    open_chip(html, chip);
    write_words(html, part);
    html << "</data>";
    at = part.end;
    if (chip.span.end > range.end) break;
  }
  write_words(html, {at, range.end});
}

void MarkedText::write_words(Html& html, Span range) {
  if (range.length() == 0) return;
  std::size_t at = range.start;
  for (; next_mark_ < marks_.size(); ++next_mark_) {
    const Span& mark = marks_[next_mark_];
    if (mark.end <= at) continue;
    if (mark.start >= range.end) break;
    const Span part{std::max(at, mark.start), std::min(range.end, mark.end)};
    html << Span{at, part.start}.in(text_) << "<mark>" << part.in(text_) << "</mark>";
    at = part.end;
    if (mark.end > range.end) break;
  }
  html << Span{at, range.end}.in(text_);
}

std::string machine_value(const Figure& figure) {
  const std::string low = figure.low ? to_string(*figure.low) : "";
  const std::string high = figure.high ? to_string(*figure.high) : "";
  return low == high ? low : low + ".." + high;
}

}  // namespace broadsheet
