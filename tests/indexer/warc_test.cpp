// Web archives, made here record by record: what is a story in them, where a record ends,
// and what the server did to the page.
#include <fmt/format.h>

#include "tests/indexer/gather.h"
#include "tests/indexer/packed.h"

namespace broadsheet {
namespace {

constexpr std::string_view page =
    "<!DOCTYPE html><html><head><title>Profit of Example Corp rose</title></head><body>"
    "<article><h1>Profit of Example Corp rose</h1><p>Example Corp said on Monday that "
    "its "
    "profit rose 5% to $20 million in the second quarter, more than its owners had "
    "hoped for.</p><p>The company, which makes tables and chairs, sold 8,000 of them to "
    "schools in the north of the country last spring.</p></article></body></html>";

std::string http(std::string_view body, std::string_view headers = "",
                 std::string_view status = "200 OK") {
  return fmt::format("HTTP/1.1 {}\r\nContent-Type: text/html\r\n{}\r\n{}", status,
                     headers, body);
}

struct Fields {
  std::string_view type = "response";
  std::string_view url = "https://www.example.org/2026/profit/";
  std::string_view version = "1.0";
  std::string_view more = "";
  long length = -1;  // as stated; -1: as it is
};

std::string record(std::string_view block, const Fields& fields = {}) {
  return fmt::format(
      "WARC/{}\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: "
      "2026-05-06T07:08:09Z\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n",
      fields.version, fields.type, fields.url, fields.more,
      fields.length < 0 ? static_cast<long>(block.size()) : fields.length, block);
}

// "line title" a story, "line! reason" a skip.
std::string read(std::string_view bytes) {
  const Gathered gathered = gather("crawl.warc", bytes);
  std::string out;
  for (const RawStory& story : gathered.stories)
    out += fmt::format("{} {}\n", story.line.value_or(0), story.title.value_or("-"));
  for (const auto& [line, reason] : gathered.skips)
    out += fmt::format("{}! {}\n", line.value_or(0), reason);
  return out;
}

constexpr auto one = "1 Profit of Example Corp rose\n";
constexpr auto both = "1 Profit of Example Corp rose\n2 Profit of Example Corp rose\n";

TEST(Warc, ReadsResponsesAndPassesOverTheRest) {
  const std::string bytes = record("software: crawler", {.type = "warcinfo"}) +
                            record("GET / HTTP/1.1\r\n\r\n", {.type = "request"}) +
                            record(http(page)) + record("x: y", {.type = "metadata"}) +
                            record("HTTP/1.1 200 OK\r\n\r\n", {.type = "revisit"}) +
                            record(page, {.type = "resource"});
  EXPECT_EQ(read(bytes),
            "3 Profit of Example Corp rose\n6 Profit of Example Corp rose\n");
}

TEST(Warc, KeepsAddressAndRecordIdAndNoCrawlDate) {
  const Gathered gathered =
      gather("a", record(http(page), {.more = "WARC-Record-ID: <urn:uuid:1-2-3>\r\n"}));
  ASSERT_EQ(gathered.stories.size(), 1u);
  const RawStory& story = gathered.stories[0];
  EXPECT_EQ(story.url, "https://www.example.org/2026/profit/");
  EXPECT_EQ(story.source_id, "urn:uuid:1-2-3");
  for (const DateHint& date : story.dates)
    EXPECT_EQ(date.text.find("05-06"), std::string::npos) << date.text;
}

std::string page_with_canonical(std::string_view url) {
  std::string html(page);
  html.insert(html.find("</head>"),
              fmt::format("<link rel=\"canonical\" href=\"{}\">", url));
  return html;
}

TEST(Warc, BelievesThePagesOwnAddressForItsOwnSite) {
  const auto url_of = [](std::string_view canonical, std::string_view fetched) {
    const Gathered gathered =
        gather("a", record(http(page_with_canonical(canonical)), {.url = fetched}));
    return gathered.stories.empty() ? "" : gathered.stories[0].url.value_or("");
  };
  EXPECT_EQ(url_of("https://example.org/p", "http://www.example.org/p?from=mail"),
            "https://example.org/p");
  EXPECT_EQ(url_of("https://other.example.com/p", "http://example.org/p"),
            "http://example.org/p");
  EXPECT_EQ(url_of("https://example.org/p", "<http://m.example.org/p/>"),
            "https://example.org/p");
}

TEST(Warc, TakesBracketsOffAddresses) {
  const Gathered gathered = gather(
      "a", record(http(page), {.url = "<https://example.org/p/>", .version = "1.1"}));
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(gathered.stories[0].url, "https://example.org/p/");
}

TEST(Warc, AnswersWithoutAStoryAreSkippedWithTheReason) {
  EXPECT_EQ(read(record(http(page, "", "404 Not Found"))), "1! HTTP status 404\n");
  EXPECT_EQ(read(record(http("", "Location: /\r\n", "301 Moved"))),
            "1! HTTP status 301\n");
  EXPECT_EQ(read(record(http(""))), "1! an empty page\n");
  EXPECT_EQ(read(record("")), "1! no HTTP answer in the record\n");
  EXPECT_EQ(read(record("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG")),
            "1! image/png holds no story\n");
}

TEST(Warc, ReadsHeadersHoweverTheyAreWritten) {
  const std::string block = http(page);
  EXPECT_EQ(read(fmt::format("WARC/1.1\nwarc-type: response\nwarc-target-uri:\n "
                             "https://example.org/\ncontent-length: {}\n\n{}\n\n",
                             block.size(), block)),
            one);
}

TEST(Warc, NeedsNoBlankLinesAtTheEnd) {
  const std::string bytes = record(http(page));
  EXPECT_EQ(read(bytes.substr(0, bytes.size() - 4)), one);
  EXPECT_EQ(read(bytes.substr(0, bytes.size() - 4) + bytes), both);
  EXPECT_EQ(read(bytes + "\r\n\r\n\n" + bytes), both);
}

TEST(Warc, GoesOnBehindAWrongLength) {
  const std::string good = record(http(page));
  const auto size = static_cast<long>(http(page).size());
  for (const long length : {5L, size - 40, size + 40, size + 700, 99'999'999'999L}) {
    EXPECT_EQ(read(record(http(page), {.length = length}) + good), both) << length;
  }
  EXPECT_EQ(read("WARC/1.0\r\nWARC-Type: response\r\n\r\n" + http(page) + "\r\n" + good),
            both);
}

TEST(Warc, ARecordThatIsCutShortIsSkipped) {
  const std::string bytes = record(http(page));
  EXPECT_EQ(read(bytes + bytes.substr(0, bytes.size() - 200)),
            std::string(one) + "2! a record that is cut short\n");
  EXPECT_EQ(read(bytes + "WARC/1.0\r\nWARC-Type: resp"),
            std::string(one) + "2! a WARC record without an end of its header\n");
}

TEST(Warc, UndoesWhatTheServerDid) {
  const std::string half(page.substr(0, 300));
  const std::string rest(page.substr(300));
  const std::string chunked = fmt::format("{:x};x=1\r\n{}\r\n{:X}\r\n{}\r\n0\r\n\r\n",
                                          half.size(), half, rest.size(), rest);
  EXPECT_EQ(read(record(http(chunked, "Transfer-Encoding: chunked\r\n"))), one);
  EXPECT_EQ(read(record(http(page, "Transfer-Encoding: chunked\r\n"))), one);
  const std::string packed = packed_by("gzip", page);
  EXPECT_EQ(read(record(http(packed, "content-encoding: GZIP\r\n"))), one);
  EXPECT_EQ(read(record(http(page, "Content-Encoding: gzip\r\n"))), one);
  EXPECT_EQ(read(record(http(page, "Content-Encoding: br\r\n"))), one);
  EXPECT_EQ(read(record(http(page, "Content-Encoding: deflate\r\n"))), one);
}

TEST(Warc, TakesTheCharsetFromTheAnswer) {
  std::string html(page);
  html.replace(html.find("tables and chairs"), 6, "Gar\xE7on");
  const std::string block =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n\r\n" + html;
  const Gathered gathered = gather("a", record(block));
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_NE(gathered.stories[0].text.find("Garçon"), std::string::npos);
}

TEST(Warc, PagesOfOtherFormatsGoToTheirReaders) {
  const std::string json =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
      "[{\"title\":\"One\",\"text\":\"First.\"},{\"title\":\"Two\",\"text\":\"Second.\"}"
      "]";
  EXPECT_EQ(read(record(json)), "1 One\n1 Two\n");
  EXPECT_EQ(read(record("HTTP/1.1 200 OK\r\n\r\n{\"title\":\"One\",\"text\":\"F.\"}\n"
                        "{\"title\":\"Two\",\"text\":\"S.\"}\n")),
            "1 One\n1 Two\n");
}

TEST(Warc, ManyRecordsThatClaimTooMuchAreReadInTime) {
  std::string bytes;
  for (int i = 0; i < 20'000; ++i) bytes += record("x", {.length = 30'000'000});
  EXPECT_EQ(gather("a.warc", bytes).skips.size(), 20'000u);
}

}  // namespace
}  // namespace broadsheet
