// Each target calls one door of the program and checks what may be promised of any input:
// text comes out as UTF-8, spans lie inside it, what is encoded decodes to the same.
#include "tests/fuzz/targets.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "article/analyse.h"
#include "article/article_json.h"
#include "article/charset.h"
#include "article/date.h"
#include "article/figure_reader.h"
#include "article/pasted.h"
#include "article/text_repair.h"
#include "article/utf8.h"
#include "indexer/index.h"
#include "indexer/input.h"
#include "indexer/reader.h"
#include "schema/codec.h"
#include "schema/ledger.h"
#include "schema/manifest.h"
#include "schema/said.h"
#include "searcher/parser.h"

namespace broadsheet {
namespace {

void require(bool holds, const char* claim) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", claim);
  std::abort();
}

void check_article(const Article& article) {
  require(is_valid_utf8(article.text), "the text of a story is UTF-8");
  require(is_valid_utf8(article.title.value_or("")), "a title is UTF-8");
  for (const Figure& figure : article.figures) {
    const std::string_view text = text_of(article, figure);
    require(figure.span.start <= figure.span.end && figure.span.end <= text.size(),
            "a figure lies in its text");
  }
  require(!to_line(article_json(article)).empty(), "a story can be printed");
  const auto again = decode_article(encode_article(article));
  require(again && again->text == article.text, "a story survives its storage");
}

// The first stories of an input are analysed; the rest only read.
class CheckingSink : public StorySink {
 public:
  void story(RawStory raw) override {
    constexpr int most = 4;
    if (++stories_ <= most) check_article(analyse(std::move(raw)));
  }
  void skip(std::optional<std::size_t>, std::string reason) override {
    require(!reason.empty(), "a skip has a reason");
  }

 private:
  int stories_ = 0;
};

void feed_reader(std::string_view bytes, const FuzzTarget& target) {
  const std::string_view name = std::string_view(target.name).substr(7);
  for (const Reader& reader : readers()) {
    if (reader.name != name) continue;
    CheckingSink sink;
    const std::string path = "fuzz." + std::string(name);
    reader.accepts(path, bytes.substr(0, 64U << 10U));
    if (reader.cut == nullptr) {
      return reader.read({path, std::nullopt, bytes}, {}, sink);
    }
    Input input = Input::of_bytes(path, std::string(bytes));
    const auto cutter = reader.cut();
    for (Piece piece; cutter->next(input, piece);) {
      if (!piece.reason.empty()) continue;
      reader.read({path, piece.number, piece.bytes}, {}, sink);
    }
    return;
  }
}

// The whole way from a file: compression, archives, the choice of a reader.
void feed_file(std::string_view bytes, const FuzzTarget&) {
  static const std::string path =
      std::string(FUZZ_FOLDER "/fuzzed-") + std::to_string(static_cast<long>(getpid()));
  std::ofstream(path, std::ios::binary) << bytes;
  extract_paths({.paths = {path}, .read = {}},
                [](const Article& article) { check_article(article); });
  unlink(path.c_str());
}

// The first line names the charset.
void feed_decode(std::string_view bytes, const FuzzTarget&) {
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::string_view rest = bytes.substr(std::min(line + 1, bytes.size()));
  for (const std::string& name :
       {std::string(bytes.substr(0, line)), named_charset(rest)}) {
    require(is_valid_utf8(decode_bytes(rest, name).text), "decoded text is UTF-8");
  }
}

void feed_repair(std::string_view bytes, const FuzzTarget&) {
  const Repaired once = repair_text(bytes);
  require(is_valid_utf8(once.text), "repaired text is UTF-8");
}

void feed_pasted(std::string_view bytes, const FuzzTarget&) {
  const Repaired text = repair_text(bytes);
  read_pasted(text.text, std::nullopt);
  RawStory story;
  story.path = "fuzz.txt";
  story.text = bytes;
  story.pasted = true;
  check_article(analyse(std::move(story)));
}

void feed_figures(std::string_view bytes, const FuzzTarget&) {
  const std::string text = repair_text(bytes).text;
  for (const Figure& figure : read_figures(text)) {
    require(figure.span.end <= text.size(), "a figure lies in its text");
  }
  read_figure(text);
}

void feed_date(std::string_view bytes, const FuzzTarget&) {
  read_date(bytes);
  read_date(bytes, day_order_of(bytes.substr(0, 2)));
}

void feed_query(std::string_view bytes, const FuzzTarget&) {
  const auto now = make_date(2024, 5, 6);
  const Query query = parse_query(bytes, now);
  for (const Remark& remark : query.remarks) {
    require(is_valid_utf8(remark.message), "a remark is UTF-8");
    require(is_valid_utf8(remark.suggestion.value_or("")), "a suggestion is UTF-8");
    require(remark.span.start <= remark.span.end && remark.span.end <= bytes.size(),
            "a remark points into the query");
  }
  require(is_valid_utf8(reading_of(query)), "a reading is UTF-8");
  require(is_valid_utf8(tree_of(query)), "a tree is UTF-8");
  const std::string printed = to_string(query);
  require(is_valid_utf8(printed), "a printed query is UTF-8");
  parse_query(printed, now);
}

// Stored bytes as they are, and again behind a sound checksum.
template <typename Decode>
void feed_stored(std::string_view bytes, Decode decode) {
  decode(bytes);
  decode(std::string_view(compress(bytes)));
}

void feed_article_codec(std::string_view bytes, const FuzzTarget&) {
  feed_stored(bytes, [](std::string_view b) { return decode_article(b); });
}
void feed_said_codec(std::string_view bytes, const FuzzTarget&) {
  decode_said(bytes);
}
void feed_ledger(std::string_view bytes, const FuzzTarget&) {
  feed_stored(bytes, [](std::string_view b) { return decode_ledger(b); });
}
void feed_copies(std::string_view bytes, const FuzzTarget&) {
  feed_stored(bytes, [](std::string_view b) { return decode_copies(b); });
}

std::vector<FuzzTarget> make_targets() {
  std::vector<FuzzTarget> all;
  for (const Reader& reader : readers()) {
    all.push_back({"reader-" + std::string(reader.name), feed_reader, "files"});
  }
  const std::vector<FuzzTarget> others = {{"file", feed_file, "files"},
                                          {"decode", feed_decode, "texts"},
                                          {"repair", feed_repair, "texts"},
                                          {"pasted", feed_pasted, "files"},
                                          {"figures", feed_figures, "texts"},
                                          {"date", feed_date, "texts"},
                                          {"query", feed_query, "texts"},
                                          {"article-codec", feed_article_codec, "none"},
                                          {"said-codec", feed_said_codec, "none"},
                                          {"ledger", feed_ledger, "none"},
                                          {"copies", feed_copies, "none"}};
  all.insert(all.end(), others.begin(), others.end());
  return all;
}

}  // namespace

const std::vector<FuzzTarget>& fuzz_targets() {
  static const std::vector<FuzzTarget> all = make_targets();
  return all;
}

}  // namespace broadsheet
