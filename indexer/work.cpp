// From a file to pieces of work. The readers are asked first and archives are looked into
// after that, for office documents are zips as well. A skip speaks of the whole file
// unless something was read out of it before.
#include "indexer/work.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

#include "article/charset.h"
#include "article/error.h"
#include "article/text_repair.h"
#include "indexer/archive.h"
#include "indexer/input.h"

namespace broadsheet {
namespace {

using namespace std::literals;

constexpr int max_archives = 2;  // one inside another

// Zips that are documents of a kind that is not read, by what stands near their start.
struct Document {
  std::string_view sign;
  std::string_view kind;
};
constexpr Document documents[] = {
    {"mimetypeapplication/epub+zip", "an e-book (EPUB)"},
    {"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"},
    {"[Content_Types].xml", "an office document"},
    {"xl/", "a spreadsheet"},
    {"ppt/", "a presentation"},
    {"word/", "a Word document"},
    {"AndroidManifest.xml", "a program"},
    {"META-INF/MANIFEST.MF", "a program"},
};

// A local header of a zip is 30 bytes, then comes the name; a file of type "mimetype"
// stands first and is not compressed.
std::string_view document_kind(std::string_view head) {
  constexpr std::size_t header = 30;
  if (!head.starts_with("PK\x03\x04") || head.size() < header) return {};
  const std::string_view name = head.substr(header, 100);
  for (const Document& document : documents) {
    if (name.starts_with(document.sign)) return document.kind;
  }
  return {};
}

bool is_wide(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
         charset_by_form(head.substr(0, 4096)).starts_with("utf-");
}

// Errors name the file, which the skip does already.
std::string bare_reason(const Error& error, const std::string& name) {
  const std::string_view text = error.what();
  const std::string front = "cannot read " + name + ": ";
  return std::string(text.starts_with(front) ? text.substr(front.size()) : text);
}

// What is being read, a file or a member of an archive.
struct Place {
  std::string name;
  std::optional<std::string> member;
  std::optional<std::size_t> number;  // of the member
};

class FileCutter {
 public:
  FileCutter(std::size_t number, const FoundFile& file, const TakeWork& take)
      : number_(number), file_(file), take_(take) {}

  void run() {
    try {
      Input input = file_.standard_input ? Input::of_standard_input()
                                         : Input::of_regular_file(file_.path);
      meter_ = input.meter();
      cut(input, {.name = file_.path, .member = {}, .number = {}}, 0);
    } catch (const Error& error) {
      refuse({}, bare_reason(error, file_.path));
    }
  }

 private:
  void cut(Input& input, const Place& place, int depth) {
    const bool tar = is_tar(input.head());  // one of texts looks like a text
    const Reader* reader = tar ? nullptr : reader_for(place.name, input.head());
    if (reader != nullptr && is_wide(input.head()))
      return cut_wide(input, place, *reader);
    if (reader != nullptr && reader->cut != nullptr)
      return cut_records(input, place, *reader);
    if (reader != nullptr) return take_whole(input, place, *reader);
    if (!is_archive(input.head()))
      return refuse(place, "not a format that is read (binary?)");
    if (const auto kind = document_kind(input.head()); !kind.empty())
      return refuse(place, fmt::format("not a format that is read: {}", kind));
    if (depth >= max_archives)
      return refuse(place, "an archive inside an archive inside an archive");
    cut_members(input, place, depth);
  }

  void cut_records(Input& input, const Place& place, const Reader& reader) {
    const auto cutter = reader.cut();
    bool any = false;
    for (Piece piece; wanted_ && cutter->next(input, piece);) {
      any = true;
      if (!piece.reason.empty()) piece.bytes.clear();
      give({.reader = &reader,
            .member = place.member,
            .line = piece.number,
            .record = true,
            .bytes = std::move(piece.bytes),
            .reason = std::move(piece.reason)});
    }
    if (!any) refuse(place, "no stories in it");
  }

  // Text of two or four bytes a character: a reader that needs to see lines or tags is
  // given it decoded.
  void cut_wide(Input& input, const Place& place, const Reader& raw) {
    const std::string head = decode_bytes(input.head()).text;
    const Reader* reader = reader_for(place.name, head);
    if (reader == nullptr || (reader == &raw && reader->cut == nullptr))
      return take_whole(input, place, raw);
    const auto bytes = input.rest(Input::max_file);
    if (!bytes) return refuse(place, "larger than 64 MiB, in UTF-16 or UTF-32");
    Input decoded = Input::of_bytes(place.name, decode_bytes(*bytes).text);
    if (reader->cut != nullptr) return cut_records(decoded, place, *reader);
    take_whole(decoded, place, *reader);
  }

  void take_whole(Input& input, const Place& place, const Reader& reader) {
    constexpr auto too_large = "larger than 64 MiB";
    if (input.is_plain_file() && file_.size > Input::max_file)
      return refuse(place, too_large);
    auto bytes = input.rest(Input::max_file);
    if (!bytes) return refuse(place, too_large);
    give({.reader = &reader,
          .member = place.member,
          .line = place.number,
          .bytes = std::move(*bytes),
          .reason = {}});
  }

  void cut_members(Input& input, const Place& place, int depth) {
    Archive archive(input, input.is_plain_file() ? file_.path : std::string());
    Archive::Member member;
    std::size_t members = 0;
    while (wanted_ && archive.next(member)) {
      ++members;
      const std::string name =
          place.member ? *place.member + "/" + member.name : member.name;
      const Place inside{.name = name, .member = name, .number = member.number};
      cut_member(archive, member, inside, depth);
      if (archive.is_broken()) return;
    }
    if (members == 0) refuse(place, "an archive with nothing in it");
  }

  // Damage within a member is no reason to leave the others.
  void cut_member(Archive& archive, const Archive::Member& member, const Place& place,
                  int depth) {
    if (!member.refused.empty()) return refuse(place, member.refused);
    try {
      Input input = Input::of_source(place.name, archive.bytes(), meter_);
      cut(input, place, depth + 1);
    } catch (const Error& error) {
      refuse(place, bare_reason(error, place.name));
    }
  }

  void refuse(const Place& place, std::string reason) {
    if (place.member) reason = *place.member + ": " + reason;
    give({.reader = nullptr,
          .member = place.member,
          .line = place.number,
          .bytes = {},
          .reason = std::move(reason),
          .whole_file = !place.member && !given_});
  }

  void give(Work work) {
    work.file = number_;
    work.raw = std::min(meter_ ? meter_->raw() : 0, file_.size);
    given_ = true;
    wanted_ = wanted_ && take_(std::move(work));
  }

  std::size_t number_;
  const FoundFile& file_;
  const TakeWork& take_;
  std::shared_ptr<Meter> meter_;
  bool given_ = false;
  bool wanted_ = true;
};

// What stands inside an archive is known by its name there.
class MemberSink : public StorySink {
 public:
  MemberSink(const Work& work, StorySink& sink) : work_(work), sink_(sink) {}
  void story(RawStory raw) override {
    raw.key = *work_.member + '\0' + raw.key;
    raw.member = raw.member ? *work_.member + "/" + *raw.member : *work_.member;
    if (!raw.line) raw.line = work_.line;
    sink_.story(std::move(raw));
  }
  void skip(std::optional<std::size_t> line, std::string reason) override {
    sink_.skip(line ? line : work_.line, *work_.member + ": " + reason);
  }

 private:
  const Work& work_;
  StorySink& sink_;
};

}  // namespace

void cut_into_work(std::size_t number, const FoundFile& file, const TakeWork& take) {
  FileCutter(number, file, take).run();
}

void read_work(const Work& work, const std::string& path, const ReadOptions& options,
               StorySink& sink) {
  const Source source{.path = work.member ? *work.member : path,
                      .line = work.record ? work.line : std::nullopt,
                      .bytes = work.bytes};
  if (!work.member) return work.reader->read(source, options, sink);
  MemberSink inside(work, sink);
  work.reader->read(source, options, inside);
}

}  // namespace broadsheet
