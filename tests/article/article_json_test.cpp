#include "article/article_json.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

Article story() {
  Article article;
  article.id = "0123456789abcdef";
  article.path = "news/a.txt";
  article.title = "Cuts of 8,000 jobs";
  article.text = "Quiet day.\nThe firm cuts about 600 roles. It said so.";
  return article;
}

Figure figure_at(const std::string& text, const std::string& printed) {
  Figure figure;
  figure.low = figure.high = make_amount(600);
  figure.unit = "role";
  figure.dimension = "count";
  figure.span = {text.find(printed), text.find(printed) + printed.size()};
  figure.sentence = {text.find("The"), text.find(" It")};
  return figure;
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

TEST(ArticleJson, AlwaysHasEveryKeyInItsOrder) {
  const std::vector<std::string> expected = {
      "path",        "member",        "line",     "source_id",
      "title",       "display_title", "date",     "date_precision",
      "date_source", "outlet",        "credited", "credited_outlets",
      "cited",       "authors",       "language", "url",
      "text",        "dropped",       "repairs",  "corrections",
      "evidence",    "figures"};
  EXPECT_EQ(keys(article_json(Article{})), expected);
}

TEST(ArticleJson, WritesNullForUnknownAndAnEmptyListForNone) {
  const Json json = article_json(Article{});
  for (const char* key : {"member", "line", "source_id", "title", "date",
                          "date_precision", "date_source", "outlet", "language", "url"})
    EXPECT_TRUE(json[key].is_null()) << key;
  for (const char* key : {"credited", "credited_outlets", "cited", "authors", "dropped",
                          "repairs", "corrections", "evidence", "figures"})
    EXPECT_EQ(json[key], Json::array()) << key;
}

TEST(ArticleJson, CutsTheDateToItsPrecision) {
  Article article = story();
  article.date = make_date(2026, 4);
  article.date_source = DateSource::json_ld;
  const Json json = article_json(article);
  EXPECT_EQ(json["date"], "2026-04");
  EXPECT_EQ(json["date_precision"], "month");
  EXPECT_EQ(json["date_source"], "json-ld");
}

TEST(ArticleJson, PlacesAFigureInTheTextAndInItsSentence) {
  Article article = story();
  article.figures = {figure_at(article.text, "about 600")};
  const Json figure = article_json(article)["figures"][0];
  EXPECT_EQ(figure["printed"], "about 600");
  EXPECT_EQ(article.text.substr(figure["start"], 9), "about 600");
  const std::string sentence = figure["sentence"]["text"];
  EXPECT_EQ(sentence, "The firm cuts about 600 roles.");
  const std::size_t start = figure["sentence"]["start"], end = figure["sentence"]["end"];
  EXPECT_EQ(sentence.substr(start, end - start), "about 600");
}

TEST(ArticleJson, GivesAFigureOfTheTitleNoPlaceInTheText) {
  Article article = story();
  Figure figure = figure_at(*article.title, "8,000");
  figure.sentence = {0, article.title->size()};
  figure.in_title = true;
  article.figures = {figure};
  const Json json = article_json(article)["figures"][0];
  EXPECT_TRUE(json["start"].is_null());
  EXPECT_TRUE(json["end"].is_null());
  EXPECT_EQ(json["printed"], "8,000");
  EXPECT_EQ(json["sentence"]["text"], *article.title);
}

TEST(ArticleJson, StaysLinearWhenASentenceNeverEnds) {
  Article article;
  for (int i = 0; i < 2000; ++i) article.text += "caf\xC3\xA9 600 ";
  const Figure model = figure_at(article.text, "600");
  for (std::size_t at = 0; (at = article.text.find("600", at)) != std::string::npos;
       ++at) {
    Figure figure = model;
    figure.span = {at, at + 3};
    figure.sentence = {0, article.text.size()};
    article.figures.push_back(figure);
  }
  const Json json = article_json(article);
  EXPECT_LT(to_line(json).size(), 6'000'000u);
  for (const Json& figure : json["figures"]) {
    const std::string sentence = figure["sentence"]["text"];
    EXPECT_EQ(sentence.substr(figure["sentence"]["start"], 3), "600");
    EXPECT_EQ(to_line(sentence).find("\xEF\xBF\xBD"), std::string::npos);
  }
}

TEST(ArticleJson, SurvivesSpansThatPointOutsideTheText) {
  Article article = story();
  Figure figure = figure_at(article.text, "about 600");
  figure.span = {5000, 6000};
  figure.sentence = {7000, 100};
  article.figures = {figure};
  EXPECT_EQ(article_json(article)["figures"][0]["printed"], "");
}

struct NumberCase {
  const char* amount;
  const char* number;
};

void PrintTo(const NumberCase& c, std::ostream* out) {
  *out << c.amount;
}

class FigureNumber : public testing::TestWithParam<NumberCase> {};

TEST_P(FigureNumber, IsWrittenWholeWhereItIsAndExactBeside) {
  Figure figure;
  figure.low = figure.high = parse_amount(GetParam().amount);
  const Json json = figure_json(figure, "", "", {});
  EXPECT_EQ(to_line(json["low"]), GetParam().number);
  EXPECT_EQ(json["low_exact"], GetParam().amount);
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, FigureNumber,
    testing::Values(NumberCase{"600", "600"}, NumberCase{"0", "0"},
                    NumberCase{"-3", "-3"}, NumberCase{"45000000000", "45000000000"},
                    NumberCase{"0.1", "0.1"}, NumberCase{"-12.5", "-12.5"},
                    NumberCase{"9007199254740000", "9007199254740000"},
                    NumberCase{"10000000000000000", "1e+16"}));

TEST(FigureJson, LeavesAnOpenEndNull) {
  Figure figure;
  figure.low = make_amount(5000);
  figure.bound = Bound::more_than;
  const Json json = figure_json(figure, "more than 5,000", "more than 5,000", {0, 15});
  EXPECT_EQ(json["low"], 5000);
  EXPECT_TRUE(json["high"].is_null());
  EXPECT_TRUE(json["high_exact"].is_null());
  EXPECT_EQ(json["bound"], "more than");
  EXPECT_TRUE(json["unit"].is_null());
  EXPECT_TRUE(json["dimension"].is_null());
}

TEST(FigureJson, WritesAChangeWithItsEnds) {
  Figure figure;
  figure.high = figure.low = make_amount(7);
  figure.change = Change{.direction = Direction::down,
                         .from = make_amount(9),
                         .to = make_amount(7),
                         .by = std::nullopt};
  EXPECT_EQ(to_line(figure_json(figure, "", "", {})["change"]),
            R"({"direction":"down","from":9,"to":7,"by":null})");
}

TEST(ToLine, MendsBytesThatAreNotUtf8AndStaysOneLine) {
  EXPECT_EQ(to_line(Json("a\xFF\nb")), "\"a\xEF\xBF\xBD\\nb\"");
}

}  // namespace
}  // namespace broadsheet
