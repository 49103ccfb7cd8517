// PDF through poppler's pdftotext, a process of its own with bounds on time, memory,
// pages and output: a hostile PDF can crash or hang that, but not the run. The text is
// taken apart like a paste, with what the sizes of print on the first page say. Leaves
// out the file's own dates (of the day it was made), pictures, and scans without a text
// layer.
#include "article/ascii.h"
#include "article/text_repair.h"
#include "indexer/readers/export.h"
#include "indexer/readers/pdf_layout.h"
#include "indexer/readers/pdf_text.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/run_bounded.h"

namespace broadsheet {

namespace {

// "-" as a file name would have pdftotext spool its input; the device is read in place.
std::vector<std::string> command(std::vector<std::string> options) {
  std::vector<std::string> words = {"pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix"};
  words.insert(words.end(), options.begin(), options.end());
  words.insert(words.end(), {"/dev/stdin", "-"});
  return words;
}

// Nothing where poppler cannot tell: the text alone will do.
PdfHead head_of(std::string_view bytes) {
  const RunResult run =
      run_bounded(command({"-bbox-layout", "-l", "1"}), bytes, RunBounds());
  if (run.end != RunEnd::done) return {};
  std::string title;
  const std::vector<PrintedLine> lines = printed_lines(run.output, title);
  return read_head(lines, title);
}

std::string_view reason_of(RunEnd end) {
  switch (end) {
    case RunEnd::no_program:
      return "PDF needs pdftotext, which is not installed (package poppler-utils)";
    case RunEnd::too_long:
      return "a PDF that takes more than 20 seconds to read";
    case RunEnd::too_much:
      return "a PDF with more than 32 MiB of text";
    case RunEnd::failed:
    case RunEnd::done:
      break;
  }
  return "a broken or locked PDF";
}

bool accepts_pdf(std::string_view, std::string_view head) {
  // Only blanks before it: a text may speak of it, an archive may hold one.
  return trimmed(without_bom(head.substr(0, 1024))).starts_with("%PDF-");
}

void read_pdf(const Source& source, const ReadOptions&, StorySink& sink) {
  const RunResult run = run_bounded(command({"-l", "500"}), source.bytes, RunBounds());
  if (run.end != RunEnd::done) {
    return sink.skip(std::nullopt, std::string(reason_of(run.end)));
  }
  const PdfHead head = head_of(source.bytes);
  RawStory story;
  std::string url;
  const std::string pages = without_print_marks(decode_bytes(run.output).text, url);
  story.text = paragraphs_of_pages(pages, head.heights);
  if (trimmed(story.text).empty()) {
    return sink.skip(std::nullopt, "a PDF without text (scanned pages?)");
  }
  if (read_export(story.text, source.path, sink)) return;
  story.path = source.path;
  story.title = head.title;
  story.outlet = head.outlet;
  if (!url.empty()) story.url = url;
  story.pasted = true;
  sink.story(std::move(story));
}

}  // namespace

const Reader pdf_reader = {"pdf", "PDF with a text layer", nullptr, accepts_pdf, read_pdf,
                           true};

}  // namespace broadsheet
