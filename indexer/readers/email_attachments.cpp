// The reader is chosen as for any file. Leaves out archives, and files that are packed.
#include "indexer/readers/email_attachments.h"

#include <fmt/format.h>

#include "article/ascii.h"
#include "indexer/input.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

constexpr int max_depth = 4;
constexpr std::size_t head_size = 64u << 10;

class AttachmentSink : public StorySink {
 public:
  AttachmentSink(const std::string& name, const std::string& key,
                 const std::optional<std::size_t>& line, StorySink& sink)
      : name_(name), key_(key), line_(line), sink_(sink) {}

  void story(RawStory raw) override {
    raw.key = key_ + '\0' + name_ + '\0' + raw.key;
    raw.member = raw.member ? name_ + "/" + *raw.member : name_;
    if (!raw.line) raw.line = line_;
    sink_.story(std::move(raw));
  }
  void skip(std::optional<std::size_t> line, std::string reason) override {
    const std::string place = line ? fmt::format("{}:{}", name_, *line) : name_;
    sink_.skip(line_, fmt::format("attachment {}: {}", place, reason));
  }

 private:
  const std::string& name_;
  const std::string& key_;
  const std::optional<std::size_t>& line_;
  StorySink& sink_;
};

void read_records(const Reader& reader, const Attachment& attachment,
                  const ReadOptions& options, int depth, StorySink& sink) {
  Input input = Input::of_bytes(attachment.name, attachment.bytes);
  const auto cutter = reader.cut();
  for (Piece piece; cutter->next(input, piece);) {
    if (!piece.reason.empty()) {
      sink.skip(piece.number, std::move(piece.reason));
      continue;
    }
    const Source source{
        .path = attachment.name, .line = piece.number, .bytes = piece.bytes};
    if (reader.name == mbox_reader.name) {
      read_email_to(source, options, depth + 1, sink);
    } else {
      reader.read(source, options, sink);
    }
  }
}

}  // namespace

void read_attachment(const Attachment& attachment, const std::string& key,
                     const Source& mail, const ReadOptions& options, int depth,
                     StorySink& sink) {
  AttachmentSink inside(attachment.name, key, mail.line, sink);
  if (depth >= max_depth) return inside.skip({}, "mails inside mails, too deep");
  const std::string_view bytes = attachment.bytes;
  const Source source{.path = attachment.name, .line = {}, .bytes = bytes};
  if (attachment.type == "message/rfc822" || has_ending(attachment.name, ".eml"))
    return read_email_to(source, options, depth + 1, inside);
  const Reader* reader = reader_for(attachment.name, bytes.substr(0, head_size));
  if (reader == nullptr) return inside.skip({}, "not a format that is read");
  if (reader->name == email_reader.name)
    return read_email_to(source, options, depth + 1, inside);
  if (reader->cut != nullptr)
    return read_records(*reader, attachment, options, depth, inside);
  reader->read(source, options, inside);
}

}  // namespace broadsheet
