// Lines to paragraphs. A blank line ends a block; inside a block a line that is clearly
// shorter than the block is wide and closes a sentence ends a paragraph. A paragraph that
// stops in mid-sentence at the end of a block or page goes on in the next.
#include "indexer/readers/pdf_text.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "article/ascii.h"
#include "article/byline.h"
#include "indexer/readers/pdf_layout.h"

namespace broadsheet {

namespace {

using Lines = std::vector<std::string_view>;

std::vector<Lines> split_pages(std::string_view text) {
  std::vector<Lines> pages(1);
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\n\f");
    pages.back().push_back(trimmed(text.substr(0, end)));
    if (end == text.npos) break;
    if (text[end] == '\f') pages.emplace_back();
    text = text.substr(end + 1);
  }
  return pages;
}

// Numbers count pages; what is left is the same on each.
std::string shape_of(std::string_view line) {
  std::string shape;
  for (const char c : line.substr(0, 200)) {
    if (!is_digit(c))
      shape += to_lower(c);
    else if (!shape.ends_with('#'))
      shape += '#';
  }
  return shape;
}

// The lines at the edge of a page: the first and last two that are not blank.
std::vector<std::size_t> edges_of(const Lines& page) {
  std::vector<std::size_t> edges;
  for (std::size_t i = 0; i < page.size() && edges.size() < 2; ++i) {
    if (!page[i].empty()) edges.push_back(i);
  }
  const std::size_t head = edges.size();
  for (std::size_t i = page.size(); i > 0 && edges.size() < head + 2; --i) {
    if (!page[i - 1].empty()) edges.push_back(i - 1);
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

// Blanks the lines at the edges that stand on at least half of the pages, and numbers
// alone. A page of few lines is all edge: there only numbers go.
void drop_running_lines(std::vector<Lines>& pages) {
  std::unordered_map<std::string, std::size_t> counts;
  for (const Lines& page : pages) {
    for (const std::size_t i : edges_of(page)) ++counts[shape_of(page[i])];
  }
  const std::size_t wanted = std::max<std::size_t>(3, pages.size() / 2);
  for (Lines& page : pages) {
    for (const std::size_t i : edges_of(page)) {
      const std::string shape = shape_of(page[i]);
      const bool number = shape == "#" || shape == "- # -" || shape == "page #" ||
                          shape == "page # of #" || shape == "# of #" || shape == "#/#";
      if (number || counts[shape] >= wanted) page[i] = {};
    }
  }
}

bool ends_sentence(std::string_view line) {
  constexpr std::string_view marks = ".!?:\"')";
  if (line.empty()) return false;
  if (line.ends_with("\u201D") || line.ends_with("\u2019")) return true;
  return marks.find(line.back()) != marks.npos;
}

std::string_view last_word(std::string_view line) {
  const std::size_t space = line.find_last_of(" \t");
  return space == line.npos ? line : line.substr(space + 1);
}

std::string_view first_word(std::string_view line) {
  return line.substr(0, line.find_first_of(" \t.,;:!?)"));
}

// Words that are printed with a hyphen inside a line keep theirs at its end too.
std::unordered_set<std::string> hyphenated_words(const std::vector<Lines>& pages) {
  constexpr std::size_t most = 20'000;
  std::unordered_set<std::string> words;
  for (const Lines& page : pages) {
    for (std::string_view line : page) {
      while (!line.empty() && words.size() < most) {
        const std::size_t end = line.find_first_of(" \t.,;:!?)");
        const std::string_view word = line.substr(0, end);
        const std::size_t hyphen = word.find('-');
        if (hyphen != word.npos && hyphen > 0 && hyphen + 1 < word.size()) {
          words.insert(to_lower(word));
        }
        line = end == line.npos ? std::string_view() : line.substr(end + 1);
      }
    }
  }
  return words;
}

// "11/22/26, 7:14 PM", "24.04.2026, 07:14": the moment of printing, which is no date of
// the story.
bool is_print_stamp(std::string_view line) {
  const std::size_t comma = line.find(',');
  if (comma == line.npos || comma < 6 || comma > 10 || line.size() > 24) return false;
  const std::string_view date = line.substr(0, comma);
  const std::string_view time = trimmed(line.substr(comma + 1));
  const auto of = [](std::string_view text, std::string_view allowed) {
    return !text.empty() && is_digit(text[0]) &&
           text.find_first_not_of(allowed) == text.npos;
  };
  return of(date, "0123456789/.-") && of(time, "0123456789:APMapm. \u202F\u00A0") &&
         time.find(':') != time.npos;
}

// An address and nothing else; a browser cuts a long one.
bool is_address(std::string_view line) {
  const std::size_t colon = line.find("://");
  if (colon == line.npos || line.find(' ') != line.npos) return false;
  const std::string_view scheme = line.substr(0, colon);
  return scheme == "https" || scheme == "http" || scheme == "file";
}

class Writer {
 public:
  Writer(std::unordered_set<std::string> hyphenated,
         const std::unordered_map<std::string, double>& heights)
      : hyphenated_(std::move(hyphenated)), heights_(heights) {}

  void block(const Lines& lines) {
    std::size_t width = 0;
    for (const std::string_view line : lines) width = std::max(width, line.size());
    bool fresh = true;
    const std::string_view* last = nullptr;
    for (const std::string_view& line : lines) {
      fresh = fresh || (last != nullptr && parts(*last, line));
      fresh ? begin(line) : join(line);
      fresh = line.size() * 5 < width * 4 && ends_sentence(line);
      last = &line;
      ++lines_;
    }
  }

  std::string take() {
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  // Whether the line is no part of what the line before it is of: other print, or a line
  // that says who wrote the story and when.
  bool parts(std::string_view before, std::string_view line) const {
    const auto a = heights_.find(std::string(before));
    const auto b = heights_.find(std::string(line));
    const bool known = a != heights_.end() && b != heights_.end();
    if (known && !same_height(a->second, b->second)) return true;
    // The two ways of poppler part lines differently: a line that is not known may still
    // stand below the date. Further down a date on a line of its own is running text.
    if (!known && lines_ > most_head_lines) return false;
    return is_head_line(before) || is_head_line(line);
  }

  static bool is_head_line(std::string_view line) {
    constexpr std::size_t longest = 160;
    return line.size() <= longest && read_byline(line).has_value();
  }

  // A new block goes on with the old paragraph when that stops in mid-sentence and this
  // begins in one.
  void begin(std::string_view line) {
    const bool goes_on =
        !out_.empty() && is_lower(line[0]) && !ends_sentence(out_) && out_.size() > 40;
    if (goes_on) return join(line);
    if (!out_.empty()) out_ += '\n';
    out_ += line;
  }

  void join(std::string_view line) {
    constexpr std::string_view soft_hyphen = "\u00AD";
    if (out_.ends_with(soft_hyphen)) {
      out_.resize(out_.size() - soft_hyphen.size());
    } else if (is_broken_word(line)) {
      if (!keeps_hyphen(line)) out_.pop_back();
    } else {
      out_ += ' ';
    }
    out_ += line;
  }

  bool is_broken_word(std::string_view line) const {
    return out_.size() > 2 && out_.back() == '-' && !line.empty() &&
           (is_letter(out_[out_.size() - 2]) || is_high(out_[out_.size() - 2])) &&
           (is_lower(line[0]) || is_high(line[0]));
  }

  bool keeps_hyphen(std::string_view line) const {
    constexpr std::array<std::string_view, 16> prefixes = {
        "non", "self",  "ex",  "half", "well", "all", "anti", "pro",
        "mid", "cross", "low", "high", "long", "so",  "year", "state"};
    const std::string_view end = last_word(std::string_view(out_).substr(
        out_.size() - std::min<std::size_t>(out_.size(), 60)));
    const std::string left = to_lower(end.substr(0, end.size() - 1));
    if (std::find(prefixes.begin(), prefixes.end(), left) != prefixes.end()) return true;
    return hyphenated_.contains(left + "-" + to_lower(first_word(line)));
  }

  static constexpr std::size_t most_head_lines = 12;

  std::unordered_set<std::string> hyphenated_;
  const std::unordered_map<std::string, double>& heights_;
  std::string out_;
  std::size_t lines_ = 0;  // written by now
};

}  // namespace

std::string without_print_marks(std::string_view pages, std::string& url) {
  std::string out;
  bool stamped = false;  // a browser printed it
  while (!pages.empty()) {
    const std::size_t end = std::min(pages.find_first_of("\n\f"), pages.size());
    const std::string_view line = trimmed(pages.substr(0, end));
    stamped = stamped || is_print_stamp(line);
    const bool address = is_address(line);
    if (stamped && address && line[0] == 'h' && url.empty()) url = line;
    if (!is_print_stamp(line) && !(stamped && address)) out += pages.substr(0, end);
    if (end < pages.size()) out += pages[end];
    pages.remove_prefix(std::min(end + 1, pages.size()));
  }
  return out;
}

std::string paragraphs_of_pages(std::string_view text,
                                const std::unordered_map<std::string, double>& heights) {
  std::vector<Lines> pages = split_pages(text);
  drop_running_lines(pages);
  Writer writer(hyphenated_words(pages), heights);
  for (const Lines& page : pages) {
    Lines block;
    for (const std::string_view line : page) {
      if (!line.empty()) {
        block.push_back(line);
        continue;
      }
      if (!block.empty()) writer.block(block);
      block.clear();
    }
    if (!block.empty()) writer.block(block);
  }
  return writer.take();
}

}  // namespace broadsheet
