#include "schema/ledger.h"

#include "schema/bytes.h"
#include "schema/codec.h"

namespace broadsheet {
namespace {

constexpr std::size_t ledger_limit = std::size_t{4} << 30;

void write_line(ByteWriter& out, const std::optional<std::size_t>& line) {
  out.number(line ? *line + 1 : 0);
}
std::optional<std::size_t> read_line(ByteReader& in) {
  const std::uint64_t line = in.number();
  if (line == 0) return std::nullopt;
  return line - 1;
}

void write(ByteWriter& out, const LedgerFile& file) {
  out.number(file.size);
  out.signed_number(file.modified_ns);
  out.number(file.unreadable ? 1 : 0);
  out.number(file.stories.size());
  for (const LedgerStory& story : file.stories) {
    out.text(story.id);
    out.number(story.hash);
    out.number(story.version);
    write_line(out, story.line);
    out.number(story.copy ? 1 : 0);
    out.optional_text(story.member);
  }
  out.number(file.skips.size());
  for (const LedgerSkip& skip : file.skips) {
    write_line(out, skip.line);
    out.text(skip.reason);
    out.optional_text(skip.member);
    out.text(skip.rule);
  }
}

LedgerFile read_file(ByteReader& in) {
  LedgerFile file;
  file.size = in.number();
  file.modified_ns = in.signed_number();
  file.unreadable = in.number() == 1;
  file.stories.resize(in.count());
  for (LedgerStory& story : file.stories) {
    story.id = in.text();
    story.hash = in.number();
    story.version = in.number();
    story.line = read_line(in);
    story.copy = in.number() == 1;
    story.member = in.optional_text();
  }
  file.skips.resize(in.count());
  for (LedgerSkip& skip : file.skips) {
    skip.line = read_line(in);
    skip.reason = in.text();
    skip.member = in.optional_text();
    skip.rule = in.text();
  }
  return file;
}

}  // namespace

std::string encode_ledger(const Ledger& ledger) {
  ByteWriter out;
  out.number(ledger.reading);
  out.number(ledger.files.size());
  for (const auto& [path, file] : ledger.files) {
    out.text(path);
    write(out, file);
  }
  return compress(out.take());
}

std::optional<Ledger> decode_ledger(std::string_view bytes) {
  const auto plain = decompress(bytes, ledger_limit);
  if (!plain) return std::nullopt;
  ByteReader in(*plain);
  Ledger ledger;
  ledger.reading = in.number();
  for (std::size_t n = in.count(); n > 0 && in.ok(); --n) {
    std::string path = in.text();
    ledger.files[std::move(path)] = read_file(in);
  }
  if (!in.done()) return std::nullopt;
  return ledger;
}

}  // namespace broadsheet
