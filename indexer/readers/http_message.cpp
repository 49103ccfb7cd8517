// The transfer of a page undone. Crawlers often store the body as it should have been but
// the headers as they came: an encoding is undone where the bytes bear it out, else the
// body stands as it is.
#include "indexer/readers/http_message.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

#include "article/ascii.h"
#include "article/error.h"
#include "indexer/decompress.h"
#include "indexer/input.h"
#include "indexer/readers/warc_cutter.h"

namespace broadsheet {

namespace {

int status_of(std::string_view line) {
  if (!line.starts_with("HTTP/")) return 0;
  line.remove_prefix(std::min(line.find(' '), line.size()));
  line = trimmed(line);
  int status = 0;
  std::from_chars(line.data(), line.data() + std::min<std::size_t>(3, line.size()),
                  status);
  return status;
}

// Nothing when the bytes are no chunks; a body that ends early gives what is there.
std::optional<std::string> joined_chunks(std::string_view bytes) {
  std::string body;
  for (bool first = true;; first = false) {
    std::size_t size = 0;
    const auto [end, error] =
        std::from_chars(bytes.data(), bytes.data() + bytes.size(), size, 16);
    const auto digits = static_cast<std::size_t>(end - bytes.data());
    const std::size_t newline = bytes.find('\n');
    const bool is_size = error == std::errc() && digits <= 8 && newline != bytes.npos &&
                         newline < digits + 256;
    if (!is_size) return first ? std::nullopt : std::optional(body);
    bytes.remove_prefix(newline + 1);
    if (size == 0) return body;
    body += bytes.substr(0, size);
    bytes.remove_prefix(std::min(size, bytes.size()));
    bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
  }
}

std::optional<Packing> named_packing(std::string_view encoding) {
  const std::string name = to_lower(trimmed(encoding));
  if (name == "gzip" || name == "x-gzip") return Packing::gzip;
  if (name == "deflate") return Packing::deflate;
  if (name == "br") return Packing::brotli;
  if (name == "zstd") return Packing::zstd;
  return std::nullopt;
}

// A page that is cut short is still a page: what was unpacked before the damage counts.
std::string unpacked_body(Packing packing, std::string body, std::string& reason) {
  const auto meter = std::make_shared<Meter>();
  meter->take(body.size());
  const auto source = unpacked(packing, bytes_in_memory(body), meter);
  std::string out;
  try {
    constexpr std::size_t chunk = 64u << 10;
    for (std::size_t got = 1; got > 0;) {
      const std::size_t old = out.size();
      out.resize(old + chunk);
      got = source->read(out.data() + old, chunk);
      out.resize(old + got);
      if (out.size() > Input::max_line) {
        reason = "a page of more than 32 MiB";
        return {};
      }
    }
  } catch (const Error& error) {
    const std::size_t made = out.find_last_not_of('\0');
    out.resize(made == out.npos ? 0 : made + 1);
    if (meter->exceeded()) reason = error.what();
    if (out.empty()) return body;  // not packed after all
  }
  return out;
}

void undo_encodings(std::string_view encodings, HttpMessage& message) {
  // "gzip, identity": applied from the left, undone from the right.
  for (int i = 0; i < 3 && !encodings.empty() && message.reason.empty(); ++i) {
    const std::size_t comma = encodings.rfind(',');
    const std::string_view name =
        comma == encodings.npos ? encodings : encodings.substr(comma + 1);
    const auto packing = named_packing(name);
    const bool signed_format =
        packing && *packing != Packing::deflate && *packing != Packing::brotli;
    if (packing && (!signed_format || packing_of(message.body) == packing))
      message.body = unpacked_body(*packing, std::move(message.body), message.reason);
    encodings = encodings.substr(0, comma == encodings.npos ? 0 : comma);
  }
}

}  // namespace

void read_content_type(std::string_view value, HttpMessage& message) {
  const std::string lower = to_lower(value);
  const std::size_t end = std::min(lower.find_first_of("; "), lower.size());
  message.type = lower.substr(0, end);
  const std::size_t at = lower.find("charset=");
  if (at == lower.npos) return;
  std::string_view charset = std::string_view(lower).substr(at + 8);
  charset = charset.substr(0, charset.find_first_of("; "));
  while (!charset.empty() && (charset.front() == '"' || charset.front() == '\''))
    charset.remove_prefix(1);
  while (!charset.empty() && (charset.back() == '"' || charset.back() == '\''))
    charset.remove_suffix(1);
  message.charset = charset.substr(0, 40);
}

HttpMessage read_http(std::string_view bytes) {
  HttpMessage message;
  if (!bytes.starts_with("HTTP/")) return message;
  const HeaderBlock header = HeaderBlock::take(bytes);
  message.status = status_of(header.first_line());
  read_content_type(header.value("Content-Type"), message);
  message.body = bytes;
  if (to_lower(header.value("Transfer-Encoding")).find("chunked") != std::string::npos) {
    if (auto joined = joined_chunks(bytes)) message.body = std::move(*joined);
  }
  undo_encodings(header.value("Content-Encoding"), message);
  return message;
}

}  // namespace broadsheet
