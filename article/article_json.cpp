// Articles and figures as JSON. Every key is always there: unknown is null, an empty list
// is []. Numbers are written twice: as a JSON number for those who reckon with it and as
// an exact decimal for those who compare.
#include "article/article_json.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

// A "sentence" of hostile text can be the whole file and hold a figure every few bytes;
// repeating it for each would be quadratic. No real sentence comes near this.
constexpr std::size_t max_sentence = 2000;

// Whole numbers below this are exact in every reader of JSON.
constexpr std::int64_t first_inexact = std::int64_t{1} << 53;

std::optional<std::int64_t> whole(const Amount& amount) {
  if (amount.exponent < 0) return std::nullopt;  // normalised: it has a fraction
  std::int64_t value = amount.mantissa;
  for (int i = 0; i < amount.exponent; ++i) {
    if (value <= -first_inexact / 10 || value >= first_inexact / 10) return std::nullopt;
    value *= 10;
  }
  if (value <= -first_inexact || value >= first_inexact) return std::nullopt;
  return value;
}

Json number(const std::optional<Amount>& amount) {
  if (!amount) return nullptr;
  if (const auto value = whole(*amount)) return *value;
  return to_double(*amount);
}

Json exact(const std::optional<Amount>& amount) {
  if (!amount) return nullptr;
  return to_string(*amount);
}

Json text_or_null(const std::string& text) {
  if (text.empty()) return nullptr;
  return text;
}

template <typename T>
Json or_null(const std::optional<T>& value) {
  if (!value) return nullptr;
  return *value;
}

// For what is printed by to_string: Date, DateSource, Status, ...
template <typename T>
Json name_or_null(const std::optional<T>& value) {
  if (!value) return nullptr;
  return std::string(to_string(*value));
}

Json change_json(const std::optional<Change>& change) {
  if (!change) return nullptr;
  return Json{{"direction", std::string(to_string(change->direction))},
              {"from", number(change->from)},
              {"to", number(change->to)},
              {"by", number(change->by)}};
}

Span within(const Span& span, std::size_t size) {
  const std::size_t end = std::min(span.end, size);
  return {std::min(span.start, end), end};
}

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// The sentence around the figure, cut to a window where it is too long to repeat.
Span sentence_window(const Figure& figure, std::string_view text) {
  const Span at = within(figure.span, text.size());
  Span sentence = within(figure.sentence, text.size());
  if (!sentence.contains(at)) sentence = at;
  if (sentence.length() <= max_sentence) return sentence;
  const std::size_t before = std::min(max_sentence / 2, at.start - sentence.start);
  Span cut{at.start - before, std::min(sentence.end, at.start - before + max_sentence)};
  cut.end = std::max(cut.end, at.end);
  while (cut.start < at.start && continues_character(text[cut.start])) ++cut.start;
  while (cut.end > at.end && cut.end < text.size() && continues_character(text[cut.end]))
    --cut.end;
  return cut;
}

Json figures_json(const Article& article) {
  Json list = Json::array();
  for (const Figure& figure : article.figures) {
    const std::string_view text = text_of(article, figure);
    const Span at = within(figure.span, text.size());
    const Span sentence = sentence_window(figure, text);
    list.push_back(figure_json(figure, at.in(text), sentence.in(text),
                               {at.start - sentence.start, at.end - sentence.start}));
  }
  return list;
}

Json corrections_json(const Article& article) {
  Json list = Json::array();
  for (const Correction& made : article.corrections) {
    list.push_back({{"field", made.field},
                    {"from", text_or_null(made.from)},
                    {"to", text_or_null(made.to)}});
  }
  return list;
}

Json evidence_json(const Article& article) {
  Json list = Json::array();
  for (const Evidence& found : article.evidence) {
    list.push_back(
        {{"field", found.field}, {"source", found.source}, {"text", found.text}});
  }
  return list;
}

}  // namespace

Json figure_json(const Figure& figure, std::string_view printed,
                 std::string_view sentence, Span in_sentence) {
  const bool in_text = !figure.in_title;
  return Json{{"printed", std::string(printed)},
              {"low", number(figure.low)},
              {"high", number(figure.high)},
              {"low_exact", exact(figure.low)},
              {"high_exact", exact(figure.high)},
              {"bound", std::string(to_string(figure.bound))},
              {"unit", text_or_null(figure.unit)},
              {"dimension", text_or_null(figure.dimension)},
              {"counts", or_null(figure.counts)},
              {"of", or_null(figure.of)},
              {"period", or_null(figure.period)},
              {"status", name_or_null(figure.status)},
              {"change", change_json(figure.change)},
              {"start", in_text ? Json(figure.span.start) : Json(nullptr)},
              {"end", in_text ? Json(figure.span.end) : Json(nullptr)},
              {"sentence", Json{{"text", std::string(sentence)},
                                {"start", in_sentence.start},
                                {"end", in_sentence.end}}}};
}

Json article_json(const Article& article) {
  const auto precision =
      article.date ? std::optional(article.date->precision) : std::nullopt;
  return Json{{"path", article.path},
              {"member", or_null(article.member)},
              {"line", or_null(article.line)},
              {"source_id", or_null(article.source_id)},
              {"title", or_null(article.title)},
              {"display_title", display_title(article.title, article.text)},
              {"date", name_or_null(article.date)},
              {"date_precision", name_or_null(precision)},
              {"date_source", name_or_null(article.date_source)},
              {"outlet", or_null(article.outlet)},
              {"credited", article.credited},
              {"credited_outlets", article.credited_outlets},
              {"cited", article.cited},
              {"authors", article.authors},
              {"language", or_null(article.language)},
              {"url", or_null(article.url)},
              {"text", article.text},
              {"dropped", article.dropped},
              {"repairs", article.repairs},
              {"corrections", corrections_json(article)},
              {"evidence", evidence_json(article)},
              {"figures", figures_json(article)}};
}

std::string to_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace broadsheet
