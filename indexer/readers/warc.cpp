// Web archives, WARC 0.17 to 1.1: the pages a crawler kept. Ours, for libarchive's reader
// drops records. What the server sent is undone, and the page goes to the reader of its
// format. The date of a record is that of the crawl and never a story's.
//
// Answers other than 200 hold no story and are counted as skipped; so is what a browser
// loads beside a page.
#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "article/ascii.h"
#include "indexer/input.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/http_message.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/warc_cutter.h"

namespace broadsheet {

namespace {

// A record being read, for what is found in it.
struct Capture {
  std::string url;
  std::string id;   // the crawler's for the record
  std::string key;  // tells it from others of the file
};

std::string_view without_brackets(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('<') && text.ends_with('>')) {
    text.remove_prefix(1);
    text.remove_suffix(1);
  }
  return text;
}

Capture capture_of(const HeaderBlock& header) {
  constexpr std::size_t longest = 4096;
  Capture capture;
  capture.url = without_brackets(header.value("WARC-Target-URI").substr(0, longest));
  std::string_view id = header.value("WARC-TREC-ID");
  if (id.empty()) id = without_brackets(header.value("WARC-Record-ID"));
  capture.id = id.substr(0, longest);
  capture.key = capture.id.empty()
                    ? capture.url + " " + std::string(header.value("WARC-Date"))
                    : capture.id;
  return capture;
}

std::string_view host_of(std::string_view url) {
  const std::size_t start = url.find("://");
  if (start == url.npos) return {};
  url.remove_prefix(start + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  return url.starts_with("www.") ? url.substr(4) : url;
}

// "m.example.org" and "example.org".
bool same_site(std::string_view a, std::string_view b) {
  const std::string x = to_lower(host_of(a));
  const std::string y = to_lower(host_of(b));
  if (x.empty() || y.empty()) return false;
  return x == y || x.ends_with("." + y) || y.ends_with("." + x);
}

// A page's own idea of its address has no tracking in it and is the same in each crawl;
// it is believed for its own site, for elsewhere is where the story was taken over from.
class CaptureSink : public StorySink {
 public:
  CaptureSink(const Capture& capture, std::optional<std::size_t> line, StorySink& sink)
      : capture_(capture), line_(line), sink_(sink) {}

  void story(RawStory raw) override {
    const bool whole = raw.key.empty();
    raw.key = whole ? capture_.key : capture_.key + '\0' + raw.key;
    raw.line = line_;
    const auto url_date = raw.url ? std::nullopt : date_of_url(capture_.url);
    if (url_date) raw.dates.push_back({to_string(*url_date), DateSource::url});
    if (!raw.source_id && !capture_.id.empty()) raw.source_id = capture_.id;
    if (!capture_.url.empty() &&
        (!raw.url || (whole && !same_site(*raw.url, capture_.url))))
      raw.url = capture_.url;
    sink_.story(std::move(raw));
  }
  void skip(std::optional<std::size_t>, std::string reason) override {
    sink_.skip(line_, std::move(reason));
  }

 private:
  const Capture& capture_;
  std::optional<std::size_t> line_;
  StorySink& sink_;
};

struct TypeEnding {
  std::string_view type;
  std::string_view ending;
};
// The ending that stands for the type where readers ask for a name.
constexpr TypeEnding endings[] = {
    {"text/html", ".html"},
    {"application/xhtml+xml", ".html"},
    {"application/json", ".json"},
    {"application/ld+json", ".json"},
    {"application/x-ndjson", ".jsonl"},
    {"text/markdown", ".md"},
    {"text/csv", ".csv"},
    {"application/rss+xml", ".rss"},
    {"application/atom+xml", ".atom"},
    {"application/xml", ".xml"},
    {"text/xml", ".xml"},
    {"application/pdf", ".pdf"},
    {"message/rfc822", ".eml"},
    {"text/plain", ".txt"},
};

std::string name_for(std::string_view type) {
  for (const TypeEnding& row : endings) {
    if (row.type == type) return "record" + std::string(row.ending);
  }
  return "record";
}

// What a page is made of besides its text.
bool is_ornament(std::string_view type) {
  constexpr std::array<std::string_view, 6> kinds = {
      "image/", "video/", "audio/", "font/", "text/css", "application/font"};
  const bool kind = std::any_of(kinds.begin(), kinds.end(),
                                [&](auto start) { return type.starts_with(start); });
  return kind || type.find("javascript") != type.npos;
}

// Of a capture; empty: it may hold a story.
std::string refusal(const Capture& capture, const HttpMessage& message) {
  if (message.status != 0 && message.status != 200)
    return fmt::format("HTTP status {}", message.status);
  if (!message.reason.empty()) return message.reason;
  if (is_ornament(message.type)) return message.type + " holds no story";
  const std::string_view url(capture.url);
  if (url.ends_with("/robots.txt")) return "robots.txt holds no story";
  if (trimmed(message.body).empty()) return "an empty page";
  return {};
}

void read_body(const Source& source, const ReadOptions& options, StorySink& sink) {
  constexpr std::size_t head = 64u << 10;
  const Reader* reader = reader_for(source.path, source.bytes.substr(0, head));
  if (reader == nullptr || reader->name == "warc")
    return sink.skip(source.line, "not a format that is read (binary?)");
  if (reader->cut == nullptr) return reader->read(source, options, sink);
  Input input = Input::of_bytes(std::string(source.path), std::string(source.bytes));
  const auto cutter = reader->cut();
  for (Piece piece; cutter->next(input, piece);) {
    Source part = source;
    part.line = piece.number;
    part.bytes = piece.bytes;
    if (!piece.reason.empty()) {
      sink.skip(piece.number, piece.reason);
    } else {
      reader->read(part, options, sink);
    }
  }
}

void read_warc(const Source& source, const ReadOptions& options, StorySink& sink) {
  std::string_view bytes = source.bytes;
  const HeaderBlock header = HeaderBlock::take(bytes);
  const Capture capture = capture_of(header);
  HttpMessage message = read_http(bytes);
  if (message.status == 0) {
    read_content_type(header.value("Content-Type"), message);
    if (equal_ignoring_case(header.value("WARC-Type"), "response") &&
        capture.url.starts_with("http"))
      message.reason = "no HTTP answer in the record";
    message.body = bytes;
  }
  CaptureSink inside(capture, source.line, sink);
  if (std::string reason = refusal(capture, message); !reason.empty())
    return inside.skip({}, std::move(reason));
  const std::string name = name_for(message.type);
  read_body({.path = name,
             .line = source.line,
             .bytes = message.body,
             .declared_charset = message.charset,
             .url = capture.url},
            options, inside);
}

bool accepts_warc(std::string_view, std::string_view head) {
  return head.starts_with("WARC/0.") || head.starts_with("WARC/1.");
}

}  // namespace

const Reader warc_reader = {
    .name = "warc",
    .description = "a web archive (WARC 1.0 and 1.1), the pages in it one by one",
    .cut = cut_warc,
    .accepts = accepts_warc,
    .read = read_warc,
    .binary = true};

}  // namespace broadsheet
