// The order of the fields below is the format; a change of it is a new schema version.
#include "schema/codec.h"

#include <algorithm>
#include <array>
#include <memory>
#include <xxhash.h>
#include <zstd.h>

#include "schema/bytes.h"

namespace broadsheet {
namespace {

constexpr std::size_t article_limit = 256u << 20;  // no article is larger unpacked

void write(ByteWriter& out, const std::optional<Amount>& amount) {
  out.number(amount ? 1 : 0);
  if (!amount) return;
  out.signed_number(amount->mantissa);
  out.signed_number(amount->exponent);
}

std::optional<Amount> read_amount(ByteReader& in) {
  if (in.number() == 0) return std::nullopt;
  const std::int64_t mantissa = in.signed_number();
  const std::int64_t exponent = in.signed_number();
  if (exponent < -60 || exponent > 60) return std::nullopt;
  return make_amount(mantissa, static_cast<int>(exponent));
}

void write(ByteWriter& out, const Span& span) {
  out.number(span.start);
  out.number(span.end - span.start);
}

Span read_span(ByteReader& in) {
  const std::size_t start = in.number();
  return {start, start + in.number()};
}

void write(ByteWriter& out, const std::optional<Change>& change) {
  out.number(change ? static_cast<std::uint64_t>(change->direction) + 1 : 0);
  if (!change) return;
  write(out, change->from);
  write(out, change->to);
  write(out, change->by);
}

std::optional<Change> read_change(ByteReader& in) {
  const std::uint64_t direction = in.number();
  if (direction == 0) return std::nullopt;
  Change change{.direction = direction == 2 ? Direction::down : Direction::up,
                .from = {},
                .to = {},
                .by = {}};
  change.from = read_amount(in);
  change.to = read_amount(in);
  change.by = read_amount(in);
  return change;
}

// Those that nearly all figures have, as a number; of others the name follows.
constexpr std::array<std::string_view, 18> dimensions = {
    "other", "",       "count", "money",  "ratio", "time",
    "age",   "length", "mass",  "speed",  "area",  "temperature",
    "power", "volume", "angle", "energy", "data",  "flow"};

void write_dimension(ByteWriter& out, const std::string& dimension) {
  const auto* const known =
      std::find(dimensions.begin() + 1, dimensions.end(), dimension);
  out.number(known == dimensions.end()
                 ? 0
                 : static_cast<std::uint64_t>(known - dimensions.begin()));
  if (known == dimensions.end()) out.text(dimension);
}

std::string read_dimension(ByteReader& in) {
  const std::uint64_t known = in.number();
  return known > 0 && known < dimensions.size() ? std::string(dimensions[known])
                                                : in.text();
}

void write(ByteWriter& out, const Figure& figure) {
  write(out, figure.low);
  write(out, figure.high);
  out.number(static_cast<std::uint64_t>(figure.bound));
  out.text(figure.unit);
  write_dimension(out, figure.dimension);
  out.optional_text(figure.counts);
  out.optional_text(figure.of);
  out.optional_text(figure.period);
  out.number(figure.status ? static_cast<std::uint64_t>(*figure.status) + 1 : 0);
  write(out, figure.change);
  write(out, figure.span);
  write(out, figure.sentence);
  out.number(figure.in_title ? 1 : 0);
}

Figure read_stored_figure(ByteReader& in) {
  Figure figure;
  figure.low = read_amount(in);
  figure.high = read_amount(in);
  const std::uint64_t bound = in.number();
  figure.bound = bound <= 5 ? static_cast<Bound>(bound) : Bound::exact;
  figure.unit = in.text();
  figure.dimension = read_dimension(in);
  figure.counts = in.optional_text();
  figure.of = in.optional_text();
  figure.period = in.optional_text();
  const std::uint64_t status = in.number();
  if (status >= 1 && status <= 5) figure.status = static_cast<Status>(status - 1);
  figure.change = read_change(in);
  figure.span = read_span(in);
  figure.sentence = read_span(in);
  figure.in_title = in.number() == 1;
  return figure;
}

void write(ByteWriter& out, const std::vector<Figure>& figures) {
  out.number(figures.size());
  for (const Figure& figure : figures) write(out, figure);
}

std::vector<Figure> read_stored_figures(ByteReader& in) {
  std::vector<Figure> figures(in.count());
  for (Figure& figure : figures) figure = read_stored_figure(in);
  return figures;
}

void write(ByteWriter& out, const std::optional<Date>& date) {
  out.number(date ? static_cast<std::uint64_t>(date->precision) + 1 : 0);
  if (date) out.signed_number(first_day(*date));
}

std::optional<Date> read_stored_date(ByteReader& in) {
  const std::uint64_t precision = in.number();
  if (precision < 1 || precision > 3) return std::nullopt;
  const std::int64_t day = in.signed_number();
  if (day < -400000 || day > 100000) return std::nullopt;
  Date date = date_of_day(static_cast<int>(day));
  date.precision = static_cast<Precision>(precision - 1);
  return date;
}

void write(ByteWriter& out, const std::vector<Correction>& corrections) {
  out.number(corrections.size());
  for (const Correction& made : corrections) {
    out.text(made.field);
    out.text(made.from);
    out.text(made.to);
  }
}

std::vector<Correction> read_corrections(ByteReader& in) {
  std::vector<Correction> corrections(in.count());
  for (Correction& made : corrections) {
    made.field = in.text();
    made.from = in.text();
    made.to = in.text();
  }
  return corrections;
}

}  // namespace

bool figures_fit(const std::vector<Figure>& figures, std::string_view title,
                 std::string_view text) {
  for (const Figure& figure : figures) {
    const std::size_t size = (figure.in_title ? title : text).size();
    const bool ordered = figure.span.start <= figure.span.end &&
                         figure.sentence.start <= figure.sentence.end;
    if (!ordered || figure.span.end > size || figure.sentence.end > size) return false;
  }
  return true;
}

std::string compress(std::string_view bytes) {
  // Making one costs more than packing a story.
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(
      ZSTD_createCCtx(), ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 3);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress2(context.get(), packed.data(), packed.size(),
                                          bytes.data(), bytes.size());
  packed.resize(ZSTD_isError(size) ? 0 : size);
  return packed;
}

std::optional<std::string> decompress(std::string_view bytes, std::size_t limit) {
  const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN ||
      size > limit) {
    return std::nullopt;
  }
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(
      ZSTD_createDCtx(), ZSTD_freeDCtx);
  std::string plain(size, '\0');
  const std::size_t got = ZSTD_decompressDCtx(context.get(), plain.data(), plain.size(),
                                              bytes.data(), bytes.size());
  if (ZSTD_isError(got) || got != size) return std::nullopt;
  return plain;
}

namespace {

std::string figure_bytes(const Article& article) {
  ByteWriter out;
  write(out, article.figures);
  return out.take();
}

// All but the figures.
std::string story_bytes(const Article& article) {
  ByteWriter out;
  out.text(article.id);
  out.text(article.path);
  out.optional_text(article.member);
  out.number(article.line ? *article.line + 1 : 0);
  out.optional_text(article.source_id);
  out.optional_text(article.title);
  out.text(article.text);
  write(out, article.date);
  out.number(article.date_source ? static_cast<std::uint64_t>(*article.date_source) + 1
                                 : 0);
  out.optional_text(article.outlet);
  out.texts(article.credited);
  out.texts(article.credited_outlets);
  out.texts(article.cited);
  out.texts(article.authors);
  out.optional_text(article.language);
  out.optional_text(article.url);
  out.texts(article.dropped);
  out.texts(article.repairs);
  write(out, article.corrections);
  out.text(article.cluster);
  out.number(article.content);
  return out.take();
}

// The two parts as they lie packed; nothing when there are no two.
struct Parts {
  std::string_view figures;
  std::string_view story;
};

std::optional<Parts> parts_of(std::string_view bytes) {
  ByteReader in(bytes);
  const std::uint64_t size = in.number();
  if (!in.ok() || size > in.rest().size()) return std::nullopt;
  return Parts{in.rest().substr(0, size), in.rest().substr(size)};
}

}  // namespace

std::string encode_article(const Article& article) {
  const std::string figures = compress(figure_bytes(article));
  ByteWriter out;
  out.number(figures.size());
  return out.take() + figures + compress(story_bytes(article));
}

std::uint64_t article_version(const Article& article) {
  const std::string bytes = figure_bytes(article) + story_bytes(article);
  return XXH64(bytes.data(), bytes.size(), 0);
}

std::optional<Article> decode_article(std::string_view bytes) {
  const auto parts = parts_of(bytes);
  auto figures = decode_figures(bytes);
  if (!parts || !figures) return std::nullopt;
  const auto plain = decompress(parts->story, article_limit);
  if (!plain) return std::nullopt;
  ByteReader in(*plain);
  Article article;
  article.figures = std::move(*figures);
  article.id = in.text();
  article.path = in.text();
  article.member = in.optional_text();
  if (const std::uint64_t line = in.number(); line > 0) article.line = line - 1;
  article.source_id = in.optional_text();
  article.title = in.optional_text();
  article.text = in.text();
  article.date = read_stored_date(in);
  const std::uint64_t source = in.number();
  if (source >= 1 && source <= static_cast<std::uint64_t>(DateSource::corrected) + 1) {
    article.date_source = static_cast<DateSource>(source - 1);
  }
  article.outlet = in.optional_text();
  article.credited = in.texts();
  article.credited_outlets = in.texts();
  article.cited = in.texts();
  article.authors = in.texts();
  article.language = in.optional_text();
  article.url = in.optional_text();
  article.dropped = in.texts();
  article.repairs = in.texts();
  article.corrections = read_corrections(in);
  article.cluster = in.text();
  article.content = in.number();
  const bool fit = figures_fit(article.figures, article.title.value_or(""), article.text);
  if (!in.done() || !fit) return std::nullopt;
  return article;
}

std::optional<std::vector<Figure>> decode_figures(std::string_view bytes) {
  const auto parts = parts_of(bytes);
  if (!parts) return std::nullopt;
  const auto plain = decompress(parts->figures, article_limit);
  if (!plain) return std::nullopt;
  ByteReader in(*plain);
  auto figures = read_stored_figures(in);
  if (!in.done()) return std::nullopt;
  return figures;
}

std::optional<Wording> decode_wording(std::string_view bytes) {
  const auto parts = parts_of(bytes);
  if (!parts) return std::nullopt;
  const auto plain = decompress(parts->story, article_limit);
  if (!plain) return std::nullopt;
  ByteReader in(*plain);
  in.text();           // id
  in.text();           // path
  in.optional_text();  // member
  in.number();         // line
  in.optional_text();  // source id
  Wording wording;
  wording.title = in.optional_text().value_or("");
  wording.text = in.text();
  if (!in.ok()) return std::nullopt;
  return wording;
}

}  // namespace broadsheet
