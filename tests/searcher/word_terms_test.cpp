#include "searcher/word_terms.h"

#include <gtest/gtest.h>

#include "article/words.h"
#include "schema/document.h"
#include "searcher/vocabulary.h"

namespace broadsheet {
namespace {

class WordTermsTest : public testing::Test {
 protected:
  void add(const std::string& text, const char* language) {
    Article article;
    article.text = text;
    article.language = language;
    article.id = article.cluster = std::to_string(++count_);
    stories_.add_document(to_document(article, stem_));
  }
  AskedWord asked(const std::string& printed) {
    const std::string text = fold_words(printed);
    return asked_words({text}, printed).front();
  }
  // How many stories.
  std::size_t count(const Xapian::Query& query) {
    Xapian::Enquire enquire(stories_);
    enquire.set_query(query);
    return enquire.get_mset(0, 100).size();
  }
  std::size_t exact(const std::string& printed) {
    return count(WordTerms(stories_, stem_).exact(asked(printed)));
  }

  Stemmer stem_;
  Xapian::WritableDatabase stories_{"", Xapian::DB_BACKEND_INMEMORY};
  int count_ = 0;
};

TEST_F(WordTermsTest, AreOneTermWhereAllIsEnglish) {
  add("the layoffs", "en");
  WordTerms words(stories_, stem_);
  EXPECT_EQ(words.any_form(asked("Layoffs"), "").get_description(), "Query(layoff)");
  EXPECT_EQ(words.ranked(asked("naïve")).get_description(), "Query(naiv)");
  EXPECT_EQ(words.terms(asked("announced"), "S"), (std::vector<std::string>{"Sannounc"}));
}

TEST_F(WordTermsTest, OfAnotherLanguageCountInItsStoriesAlone) {
  add("some new thing", "en");
  add("les news", "fr");
  WordTerms words(stories_, stem_);
  EXPECT_EQ(count(words.any_form(asked("news"), "")), 1u);
  EXPECT_EQ(count(words.any_form(asked("new"), "")), 2u);
}

TEST_F(WordTermsTest, InTheirExactFormAreThatAlone) {
  add("layoffs here", "en");
  add("a layoff and layoffs there", "en");
  add("one layoff", "en");
  add("naïve 8,000", "en");
  add("naive", "en");
  add("die Häuser", "de");
  add("das Haus", "de");
  EXPECT_EQ(exact("layoffs"), 2u);
  EXPECT_EQ(exact("layoff"), 2u);
  EXPECT_EQ(exact("LAYOFF"), 2u);
  EXPECT_EQ(exact("laid"), 0u);
  EXPECT_EQ(exact("naïve"), 1u);
  EXPECT_EQ(exact("naive"), 1u);
  EXPECT_EQ(exact("Häuser"), 1u);
  EXPECT_EQ(exact("Haus"), 1u);
  EXPECT_EQ(exact("8000"), 1u);
}

TEST_F(WordTermsTest, OfThePhraseFollowOneAnother) {
  add("the new director spoke", "en");
  add("director of the new firm", "en");
  WordTerms words(stories_, stem_);
  EXPECT_EQ(count(words.phrase(asked_words({"new", "directors"}, ""), "")), 1u);
  EXPECT_EQ(count(words.in_lead(asked_words({"new", "directors"}, ""))), 1u);
  EXPECT_EQ(count(words.phrase({}, "")), 0u);
}

TEST_F(WordTermsTest, OfTheLeadAreItsFirst) {
  std::string text;
  for (int i = 1; i <= 200; ++i) text += "w" + std::to_string(i) + " ";
  add(text, "en");
  WordTerms words(stories_, stem_);
  for (const char* inside : {"w1", "w120"})
    EXPECT_EQ(count(words.in_lead({asked(inside)})), 1u) << inside;
  EXPECT_EQ(count(words.in_lead({asked("w121")})), 0u);
}

TEST_F(WordTermsTest, AreListedAsTheyAreSaid) {
  stem_.next_part();
  add("announced layoffs of very happy people", "en");
  add("a layoff announced, a résumé, 8,000", "en");
  add("resume the laying", "en");
  add("東京", "ja");
  const auto listed = [&](std::string_view start) {
    WordTerms words(stories_, stem_);
    std::string all;
    each_word(stories_, words, stem_, start, [&](const VocabularyWord& word) {
      all += word.form + " " + std::to_string(word.stories) + " ";
      return true;
    });
    return all;
  };
  EXPECT_EQ(listed("la"), "laying 1 layoff 2 layoffs 2 ");
  EXPECT_EQ(listed("ann"), "announced 2 ");
  EXPECT_EQ(listed("hap"), "happy 1 ");
  EXPECT_EQ(listed("resu"), "resume 2 résumé 2 ");
  EXPECT_EQ(listed("80"), "");
  EXPECT_EQ(listed("東"), "");
  EXPECT_EQ(listed("zzz"), "");
}

}  // namespace
}  // namespace broadsheet
