#include "searcher/lexicon.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

Lexicon of(const std::vector<std::string>& words) {
  std::vector<Lexicon::Row> rows;
  for (const std::string& word : words) rows.push_back({.word = word, .stories = 1});
  return Lexicon(std::move(rows));
}

// "government 1, governments 2"
std::string text_of(const Lexicon& lexicon, const std::vector<Lexicon::Range>& ranges) {
  std::string text;
  for (const Lexicon::Range& range : ranges) {
    for (std::size_t i = range.first; i < range.last; ++i) {
      text += (text.empty() ? "" : ", ") + std::string(lexicon.word(i)) + " " +
              std::to_string(range.distance);
    }
  }
  return text;
}

const Lexicon& sample() {
  static const Lexicon lexicon =
      of({"form", "from", "govern", "governance", "government", "governments", "harbour",
          "harbor", "naïve", "reuters", "routers"});
  return lexicon;
}

TEST(Lexicon, FindsWordsAtAMistakeOrTwo) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"goverment", "government 1, governments 2"},
      {"government", "government 0, governments 1"},
      {"reutres", "reuters 1"},
      {"fomr", "form 1"},
      {"rfom", "form 2, from 1"},
      {"harbr", "harbor 1, harbour 2"},
      {"naive", "naïve 2"},
      {"xyzzy", ""},
      {"", ""}};
  for (const auto& [asked, expected] : rows) {
    const unsigned most =
        asked.size() > 8 || asked == "rfom" || asked == "harbr" || asked == "naive" ? 2
                                                                                    : 1;
    EXPECT_EQ(text_of(sample(), sample().near(asked, most)), expected) << asked;
  }
}

TEST(Lexicon, FindsWordsThatBeginSo) {
  EXPECT_EQ(text_of(sample(), {sample().beginning_with("governm")}),
            "government 0, governments 0");
  EXPECT_EQ(text_of(sample(), {sample().beginning_with("zz")}), "");
  EXPECT_EQ(text_of(sample(), sample().beginning_near("gvern", 1)),
            "govern 1, governance 1, government 1, governments 1");
  EXPECT_EQ(text_of(sample(), sample().beginning_near("ruet", 1)), "reuters 1");
}

TEST(Lexicon, KeepsTheLikelierOfTwoEqualWords) {
  const Lexicon lexicon({{"a", 3, 3, 0}, {"a", 7, 7, 0}, {"a", 5, 5, 1}});
  ASSERT_EQ(lexicon.size(), 2u);
  EXPECT_EQ(lexicon.stories(0), 7u);
  EXPECT_EQ(lexicon.tag(1), 1u);
}

TEST(Lexicon, AnEmptyOneFindsNothing) {
  EXPECT_TRUE(Lexicon().near("word", 2).empty());
  EXPECT_TRUE(of({}).beginning_near("word", 2).empty());
  EXPECT_EQ(of({}).beginning_with("w").first, of({}).beginning_with("w").last);
}

// Optimal string alignment, the plain way.
unsigned plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (unsigned i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (unsigned j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                          d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

TEST(Lexicon, FindsWhatAPlainScanFinds) {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string letters;
    const auto size = 1 + random() % 7;
    for (unsigned i = 0; i < size; ++i) letters += static_cast<char>('a' + random() % 3);
    return letters;
  };
  std::vector<std::string> words;
  for (int i = 0; i < 400; ++i) words.push_back(word());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const Lexicon lexicon = of(words);
  for (int round = 0; round < 200; ++round) {
    const std::string asked = word();
    for (const unsigned most : {1U, 2U}) {
      std::string whole, beginnings;
      for (const std::string& other : words) {
        const unsigned distance = plain_distance(asked, other);
        unsigned least = 99;
        for (std::size_t size = 0; size <= other.size(); ++size)
          least = std::min(least, plain_distance(asked, other.substr(0, size)));
        const auto add = [&](std::string& text, unsigned found) {
          if (found <= most)
            text += (text.empty() ? "" : ", ") + other + " " + std::to_string(found);
        };
        add(whole, distance);
        add(beginnings, least);
      }
      ASSERT_EQ(text_of(lexicon, lexicon.near(asked, most)), whole) << asked;
      ASSERT_EQ(text_of(lexicon, lexicon.beginning_near(asked, most)), beginnings)
          << asked;
    }
  }
}

}  // namespace
}  // namespace broadsheet
