// The rows of queries.txt: a query, how it is read in plain words, what it is taken apart
// into, and what is remarked upon. BROADSHEET_REWRITE_GOLDEN=1 writes them anew; the
// diff is to be read.
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>

#include <gtest/gtest.h>

#include "article/utf8.h"
#include "searcher/parser.h"

namespace broadsheet {
namespace {

const char* const table = SOURCE_DIR "/tests/searcher/queries.txt";
const Date now = *make_date(2026, 11, 22);

// "\x1f", "\n" and "\\" in a row stand for bytes.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
    } else if (text[++i] == 'x' && i + 2 < text.size()) {
      out +=
          static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += text[i] == 'n' ? '\n' : text[i];
    }
  }
  return out;
}

// "{30}(" is thirty brackets: hostile rows stay short.
std::string repeated(const std::string& text) {
  if (!text.starts_with("{")) return text;
  const auto close = text.find('}');
  std::string out;
  for (int i = std::stoi(text.substr(1, close - 1)); i > 0; --i)
    out += text.substr(close + 1);
  return out;
}

std::string row_of(const std::string& printed) {
  const Query query = parse_query(repeated(unescaped(printed)), now);
  std::string row =
      fmt::format("{} ==> {} | {}", printed, reading_of(query), tree_of(query));
  const char* between = " | ";
  for (const Remark& remark : query.remarks) {
    row += between + remark.message;
    if (remark.suggestion) row += " -> " + *remark.suggestion;
    between = " + ";
  }
  return row;
}

std::vector<std::string> lines_of_table() {
  std::ifstream file(table);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> queries() {
  std::vector<std::string> all;
  for (const std::string& line : lines_of_table()) {
    if (line.empty() || line.starts_with("#")) continue;
    all.push_back(repeated(unescaped(line.substr(0, line.find(" ==> ")))));
  }
  return all;
}

bool has_remark(const std::string& row) {
  const auto reading = row.find(" | ");
  return row.find(" | ", reading + 3) != std::string::npos;
}

TEST(QueryTable, EachRowReadsAsItSays) {
  const bool rewrite = std::getenv("BROADSHEET_REWRITE_GOLDEN") != nullptr;
  std::string written;
  for (const std::string& line : lines_of_table()) {
    const bool row = !line.empty() && !line.starts_with("#");
    const std::string read = row ? row_of(line.substr(0, line.find(" ==> "))) : line;
    written += read + "\n";
    if (!rewrite) {
      EXPECT_EQ(read, line);
    }
  }
  if (rewrite) std::ofstream(table) << written;
}

TEST(QueryTable, HoldsThreeHundredRowsSixtyOfThemOdd) {
  std::size_t rows = 0;
  std::size_t odd = 0;
  for (const std::string& line : lines_of_table()) {
    if (line.empty() || line.starts_with("#")) continue;
    ++rows;
    odd += has_remark(line) ? 1U : 0U;
  }
  EXPECT_GE(rows, 300u);
  EXPECT_GE(odd, 60u);
}

TEST(QueryTable, APrintedQueryReadsBackTheSame) {
  for (const std::string& text : queries()) {
    const Query query = parse_query(text, now);
    const std::string printed = to_string(query);
    const Query again = parse_query(printed, now);
    EXPECT_EQ(tree_of(again), tree_of(query)) << text << "\n" << printed;
    EXPECT_EQ(reading_of(again), reading_of(query)) << text << "\n" << printed;
    EXPECT_EQ(to_string(again), printed) << text;
    // What was odd is printed as words, and then may be a number by itself.
    if (!query.remarks.empty()) continue;
    ASSERT_EQ(again.figures.size(), query.figures.size()) << text << "\n" << printed;
    for (std::size_t i = 0; i < query.figures.size(); ++i)
      EXPECT_EQ(to_string(again.figures[i]), to_string(query.figures[i])) << printed;
  }
}

TEST(QueryTable, APrintedQueryHasNothingOdd) {
  for (const std::string& text : queries()) {
    const std::string printed = to_string(parse_query(text, now));
    for (const Remark& remark : parse_query(printed, now).remarks)
      ADD_FAILURE() << text << "\n" << printed << "\n" << remark.message;
  }
}

TEST(QueryTable, RemarksAreValidAndPointIntoTheQuery) {
  for (const std::string& text : queries()) {
    const Query query = parse_query(text, now);
    EXPECT_TRUE(is_valid_utf8(reading_of(query))) << text;
    EXPECT_TRUE(is_valid_utf8(tree_of(query))) << text;
    EXPECT_LE(query.remarks.size(), 20u) << text;
    for (const Remark& remark : query.remarks) {
      EXPECT_TRUE(is_valid_utf8(remark.message + remark.suggestion.value_or("")));
      EXPECT_LE(remark.span.start, remark.span.end) << text;
      EXPECT_LE(remark.span.end, text.size()) << text;
    }
  }
}

}  // namespace
}  // namespace broadsheet
