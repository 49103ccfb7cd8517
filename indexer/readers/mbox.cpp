// Many mails in one file, cut at their "From " lines.
#include "article/ascii.h"
#include "indexer/input.h"
#include "indexer/readers/email_attachments.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

// "From ann@example.org Fri Apr 24 10:00:00 2026"
bool is_from_line(std::string_view line) {
  if (!line.starts_with("From ") || line.size() > 300) return false;
  const std::size_t colon = line.find(':');
  return colon != line.npos && colon > 5 && is_digit(line[colon - 1]) &&
         colon + 1 < line.size() && is_digit(line[colon + 1]);
}

class LetterCutter : public Cutter {
 public:
  bool next(Input& input, Piece& piece) override {
    piece = {};
    std::string line;
    bool too_long = false;
    bool blank = true;  // the line before
    bool any = pending_;
    piece.number = start_;
    pending_ = false;
    while (input.next_line(line, too_long)) {
      ++line_;
      if (blank && is_from_line(line)) {
        start_ = line_ + 1;
        if (any) {
          pending_ = true;
          return true;
        }
        any = true;
        piece.number = start_;
        blank = false;
        continue;
      }
      blank = line.empty();
      any = any || !blank;
      add(line, piece);
    }
    return any;
  }

 private:
  static void add(std::string_view line, Piece& piece) {
    if (piece.bytes.size() + line.size() > Input::max_line) {
      piece.reason = "a mail of more than 32 MiB";
      return;
    }
    // ">From " was "From ", and ">>From " was ">From ".
    const std::size_t marks = line.find_first_not_of('>');
    if (marks != line.npos && marks > 0 && line.substr(marks).starts_with("From ")) {
      line.remove_prefix(1);
    }
    piece.bytes.append(line).append("\n");
  }

  std::size_t line_ = 0;
  std::size_t start_ = 1;
  bool pending_ = false;  // the "From " line of the next letter is read
};

std::unique_ptr<Cutter> cut_letters() {
  return std::make_unique<LetterCutter>();
}

bool accepts_mbox(std::string_view, std::string_view head) {
  const std::string_view text = without_bom(head);
  const std::size_t end = text.find('\n');
  if (end == text.npos || !is_from_line(trimmed(text.substr(0, end)))) return false;
  const std::string_view next = text.substr(end + 1);
  const std::size_t colon = next.find(':');
  return colon != next.npos && colon < 60 && next.find('\n') > colon;
}

void read_mail_of_box(const Source& source, const ReadOptions& options, StorySink& sink) {
  read_email_to(source, options, 0, sink);
}

}  // namespace

const Reader mbox_reader = {"mbox", "many mails in one file", cut_letters, accepts_mbox,
                            read_mail_of_box};

}  // namespace broadsheet
