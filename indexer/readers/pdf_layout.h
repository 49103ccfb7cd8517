// What the sizes of print on the first page of a PDF say: which lines are the headline,
// and where one part of the page ends though the lines go on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace broadsheet {

struct PrintedLine {
  std::string text;
  double height = 0;  // of the print, in points
};

struct PdfHead {
  std::optional<std::string> title;   // the headline
  std::optional<std::string> outlet;  // a name that stands by it again and again
  // By the text of the line; of two alike the first.
  std::unordered_map<std::string, double> heights;
};

// The lines of the first page, of what `pdftotext -bbox-layout` prints, in order.
// `document_title`: what the file calls itself, which a browser takes from the page.
std::vector<PrintedLine> printed_lines(std::string_view layout,
                                       std::string& document_title);

PdfHead read_head(const std::vector<PrintedLine>& lines, std::string_view document_title);

// The same print, as nearly as printers measure it.
bool same_height(double a, double b);

}  // namespace broadsheet
