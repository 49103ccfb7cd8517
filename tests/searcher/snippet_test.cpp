#include "searcher/snippet.h"

#include <gtest/gtest.h>

#include "article/figure_reader.h"
#include "article/words.h"
#include "searcher/parser.h"

namespace broadsheet {
namespace {

class SnippetTest : public testing::Test {
 protected:
  Snippet snippet(const std::string& query, const std::string& text) {
    Article article;
    article.text = text;
    article.figures = read_figures(text);
    return make_snippet(article, Marker(parse_query(query, std::nullopt), stem_), {});
  }
  static std::string marked(const Snippet& snippet) {
    std::string all;
    for (const Span& span : snippet.marks)
      all += std::string(span.in(snippet.text)) + "|";
    return all;
  }

  Stemmer stem_;
};

struct MarksCase {
  const char* query;
  const char* text;
  const char* marked;
};

TEST_F(SnippetTest, MarksWordsHoweverTheyArePrinted) {
  for (const MarksCase& one : {
           MarksCase{"us tariffs", "The U.S. tariff on us.", "U.S|tariff|us|"},
           MarksCase{"8000 jobs", "It cut 8,000 jobs, not 80.", "8,000|jobs|"},
           MarksCase{"zoe", "\u201CZo\u00EB\u2019s\u201D and Zoes (ZOE)",
                     "Zo\u00EB\u2019s|Zoes|ZOE|"},
           MarksCase{"driven", "AI-driven/driven\tDRIVEN,\u2014driven",
                     "driven|driven|DRIVEN|driven|"},
           MarksCase{"at&t", "AT&T sold it; at T.", "AT&T|"},
           MarksCase{"x", "x X-ray ex", "x|X|"},
           MarksCase{"file", "the \uFB01le is here", "\uFB01le|"},
       }) {
    EXPECT_EQ(marked(snippet(one.query, one.text)), one.marked) << one.text;
  }
}

// Passing over what cannot be one of the words must not lose any.
TEST_F(SnippetTest, FindsTheMarksThatAPlainScanFinds) {
  const std::string text =
      "Caf\u00E9s in S\u00E3o Paulo (pop. 12,3 m) raised prices by 4.5% - the coffee's "
      "cost, at $3.10/kg, \u201Crose\u201D;\nO'Neill's AT&T-backed U.K. caf\u00E9-chain.";
  for (const char* query : {"cafe paulo coffee", "4.5 prices", "o'neill",
                            "at&t u.k. chain", "backed kg pop m s", "rose cost the"}) {
    const Query parsed = parse_query(query, std::nullopt);
    const Marker marker(parsed, stem_);
    std::vector<Span> plain;
    std::set<std::string> wanted;
    for (const std::string& word : words_to_mark(parsed)) {
      if (!is_stop_word(word)) wanted.insert(stem_(word));
    }
    for (const Word& word : split_words(text)) {
      if (wanted.count(stem_(word.text)) > 0) plain.push_back(word.span);
    }
    std::vector<Span> found;
    for (const Marker::Mark& mark : marker.marks(text, std::nullopt))
      found.push_back(mark.span);
    EXPECT_EQ(found, plain) << query;
    EXPECT_FALSE(found.empty()) << query;
  }
}

TEST_F(SnippetTest, ShowsTheBestSentenceFirstAndThenWhatIsMissing) {
  const std::string filler(400, 'x');
  const std::string text =
      "The harbour is old.\n" + filler +
      "\nFerries and trams run daily, for $7 million. They stop at noon.\n" + filler +
      "\nA tram stopped.";
  const Snippet found = snippet("ferries trams harbour", text);
  EXPECT_EQ(found.text,
            "Ferries and trams run daily, for $7 million. They stop at noon. \u2026 The "
            "harbour "
            "is old.");
  EXPECT_EQ(marked(found), "Ferries|trams|harbour|");
  ASSERT_EQ(found.figures.size(), 1u);
  EXPECT_EQ(found.figures[0].in(found.text), "$7 million");
}

TEST_F(SnippetTest, IsTheOpeningWhenNoWordIsThere) {
  EXPECT_EQ(snippet("zeppelin", "It opened. It closed.").text, "It opened. It closed.");
  EXPECT_EQ(snippet("zeppelin", "").text, "");
}

}  // namespace
}  // namespace broadsheet
