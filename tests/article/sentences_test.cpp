#include "article/sentences.h"

#include <string>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::string split(std::string_view text) {
  std::string out;
  for (const Span& span : split_sentences(text)) {
    if (!out.empty()) out += " | ";
    out += span.in(text);
  }
  return out;
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

TEST(SplitSentences, EndsAtStopsAndLines) {
  const Row rows[] = {
      {"", ""},
      {" \n\t\n", ""},
      {"One. Two! Three? Four", "One. | Two! | Three? | Four"},
      {"A line\nanother line", "A line | another line"},
      {"He left on Nov. 21 with pay. She stayed.",
       "He left on Nov. 21 with pay. | She stayed."},
      {"It cost $14.3 billion. Fine.", "It cost $14.3 billion. | Fine."},
      {"The U.S. Senate met. Mr. Smith spoke.",
       "The U.S. Senate met. | Mr. Smith spoke."},
      {"Dell Inc. is cutting. Apple Inc. Next",
       "Dell Inc. is cutting. | Apple Inc. Next"},
      {"J. K. Rowling wrote. He read.", "J. K. Rowling wrote. | He read."},
      {"He said \"go.\" She went.", "He said \"go.\" | She went."},
      {"1. Meta cuts jobs. Now.", "1. Meta cuts jobs. | Now."},
      {"See No. 5. It won.", "See No. 5. | It won."},
      {"He said no. She left.", "He said no. | She left."},
      {"Wait... what? Yes.", "Wait... what? | Yes."},
      {"at 11 a.m. on Sunday", "at 11 a.m. on Sunday"},
  };
  for (const Row& row : rows) EXPECT_EQ(split(row.text), row.expected) << row.text;
}

TEST(SplitSentences, KeepsEveryByteThatIsNoSpace) {
  for (const std::string_view text : {"A. B? C!\n\xFF\xE2\x82 d. E", "...!!!???", ". . .",
                                      "a.b.c. D.", "\xE2\x80\x9D. X"}) {
    std::string kept;
    std::size_t last = 0;
    for (const Span& span : split_sentences(text)) {
      EXPECT_LE(last, span.start);
      EXPECT_LT(span.start, span.end);
      last = span.end;
      kept += span.in(text);
    }
    const auto strip = [](std::string_view s) {
      std::string out;
      for (const char c : s) {
        if (c != ' ' && c != '\n') out += c;
      }
      return out;
    };
    EXPECT_EQ(strip(kept), strip(text));
  }
}

}  // namespace
}  // namespace broadsheet
