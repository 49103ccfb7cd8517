#include "schema/codec.h"

#include <gtest/gtest.h>

#include "article/analyse.h"
#include "schema/bytes.h"
#include "schema/hand_work.h"
#include "schema/ledger.h"
#include "schema/manifest.h"

namespace broadsheet {
namespace {

Article sample() {
  RawStory raw;
  raw.path = "news/a.txt";
  raw.key = "7";
  raw.line = 7;
  raw.title = "Firm cuts 8K jobs";
  raw.text =
      "The firm will cut more than 5,000 jobs, or 5% of staff.\nIt spends $45-50 "
      "billion.";
  raw.dates = {{.text = "2026-04-24", .source = DateSource::field}};
  raw.outlet = "Example Post";
  raw.authors = {"Jo Doe"};
  Article article = analyse(std::move(raw));
  article.id = "0123456789abcdef";
  article.member = "inside/story.html";
  article.corrections = {{"date", "", "2026-04-24"}};
  article.cluster = article.id;
  return article;
}

TEST(ArticleCodec, ReadsBackWhatItWrote) {
  const Article article = sample();
  ASSERT_GE(article.figures.size(), 4u);
  const auto back = decode_article(encode_article(article));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, article);
}

TEST(ArticleCodec, SeesEveryFlippedByte) {
  const std::string bytes = encode_article(sample());
  std::size_t unseen = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    const auto back = decode_article(damaged);
    if (back && *back != sample()) ++unseen;
  }
  EXPECT_EQ(unseen, 0u);
}

TEST(ArticleCodec, RefusesATruncatedRecord) {
  const std::string bytes = encode_article(sample());
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    EXPECT_FALSE(decode_article(std::string_view(bytes).substr(0, size))) << size;
  }
}

TEST(ArticleVersion, ChangesWithAnyField) {
  const Article article = sample();
  Article other = article;
  other.authors.emplace_back("Another");
  EXPECT_EQ(article_version(article), article_version(sample()));
  EXPECT_NE(article_version(article), article_version(other));
}

TEST(ArticleCodec, PartsAreReadWithoutTheRest) {
  const Article article = sample();
  const std::string bytes = encode_article(article);
  const auto wording = decode_wording(bytes);
  ASSERT_TRUE(wording);
  EXPECT_EQ(wording->title, article.title.value_or(""));
  EXPECT_EQ(wording->text, article.text);
  EXPECT_EQ(decode_figures(bytes), article.figures);
}

TEST(Bytes, NumbersOfAllSizesComeBack) {
  ByteWriter out;
  const std::int64_t values[] = {0, 1, -1, 63, -64, 1 << 20, INT64_MAX, INT64_MIN};
  for (const std::int64_t value : values) out.signed_number(value);
  const std::string bytes = out.take();
  ByteReader in(bytes);
  for (const std::int64_t value : values) EXPECT_EQ(in.signed_number(), value);
  EXPECT_TRUE(in.done());
}

TEST(Bytes, ALengthBeyondTheEndIsNoCrash) {
  ByteWriter out;
  out.number(1ull << 60);
  const std::string bytes = out.take();
  ByteReader in(bytes);
  EXPECT_TRUE(in.texts().empty());
  EXPECT_FALSE(in.ok());
}

TEST(LedgerCodec, ReadsBackWhatItWrote) {
  Ledger ledger;
  ledger.reading = 42;
  LedgerFile& file = ledger.files["a.jsonl"];
  file.size = 10;
  file.modified_ns = -5;
  file.stories = {{.id = "x", .hash = 1, .version = 2, .line = 3, .copy = true}};
  file.skips = {{.line = 4, .reason = "broken JSON"},
                {.line = 5, .reason = "out", .member = "b.txt", .rule = "outlet X"}};
  const auto back = decode_ledger(encode_ledger(ledger));
  ASSERT_TRUE(back);
  EXPECT_EQ(encode_ledger(*back), encode_ledger(ledger));
  EXPECT_EQ(*back, ledger);
  EXPECT_FALSE(decode_ledger("rubbish"));
}

TEST(HandWorkCodec, ReadsBackWhatItWrote) {
  HandWork work;
  work.corrections["1"] = {{"date", ""}, {"figure:8,000 jobs#2", "6,000 jobs"}};
  work.titles["1"] = "Quay \"opens\"";
  work.corrections["2"] = {{"outlet", "The Post"}};
  work.removals = {
      {.kind = Removal::Kind::outlet, .value = "A", .content = 0, .title = {}}};
  EXPECT_EQ(decode_hand_work(encode_hand_work(work)), work);
  // As it was written before titles were kept.
  const auto old = decode_hand_work("{\"id\":\"1\",\"set\":{\"date\":\"2026\"}}\n");
  ASSERT_TRUE(old);
  EXPECT_EQ(old->corrections.at("1").at("date"), "2026");
  EXPECT_TRUE(old->titles.empty());
}

TEST(CopiesCodec, ReadsBackWhatItWrote) {
  const Copies copies{{"id", {"a.txt", "b.jsonl:3"}}};
  EXPECT_EQ(decode_copies(encode_copies(copies)), copies);
}

}  // namespace
}  // namespace broadsheet
