// Words of many languages, found in real indexes.
#include <algorithm>
#include <fmt/format.h>

#include <gtest/gtest.h>

#include "indexer/index.h"
#include "searcher/searcher.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

struct Story {
  const char* id;
  const char* language;
  const char* title;
  const char* text;
};

constexpr Story stories[] = {
    {"en", "en", "Works council", "The layoffs were announced in Munich on Nov. 3."},
    {"en2", "en", "Bare", "Another layoff is planned, a source says."},
    {"resume", "en", "Send it", "Send your resume today, they said."},
    {"resumeaccent", "en", "Send it", "Bring the résumé along on Monday."},
    {"de", "de", "Häuser werden teurer", "Die Straßen in München sind überfüllt."},
    {"fr", "fr", "Les chevaux", "Les ouvriers sont licenciés. L'été fut long."},
    {"ru", "ru", "Завод", "Сотни работников уволены, новый директор молчит."},
    {"tr", "tr", "İzmir'de", "Isparta ve Diyarbakır için ışıklar yandı."},
    {"ar", "ar", "عنوان", "قرأ الطَّالِبُ كِتَابًا في المدرسة."},
    {"arplain", "ar", "عنوان آخر", "قرأ الطالب كتابا في مدرسة."},
    {"zh", "zh", "新闻", "东京都政府宣布裁员。"},
    {"ja", "ja", "ニュース", "東京都は猫のガス料金を上げた。"},
    {"th", "th", "ข่าว", "กรุงเทพมหานครประกาศวันหยุด"},
    {"ko", "ko", "뉴스", "서울에서 열린 회의"},
    {"hi", "hi", "समाचार", "दिल्ली की सड़कें"},
    {"uk", "uk", "Новини", "Робітники та новий завод."},
};

class WordsTest : public testing::Test {
 protected:
  WordsTest() {
    std::string dump;
    for (const Story& s : stories) {
      dump += fmt::format(
          R"({{"id":"{}","language":"{}","title":"{}","text":"{}","date":"2026-01-10",)"
          R"("url":"https://www.example.org/{}/story?id={}"}})",
          s.id, s.language, s.title, s.text, s.language, s.id);
      dump += "\n";
    }
    folder_.write("in/dump.jsonl", dump);
    index_paths(
        {.database = folder_.path("db"), .paths = {folder_.path("in")}, .read = {}});
  }

  Results results(const std::string& query) {
    return Searcher(folder_.path("db")).search({.query = query});
  }
  // In alphabetical order.
  std::string found(const std::string& query) {
    std::vector<std::string> ids;
    for (const Hit& hit : results(query).hits) ids.push_back(hit.source_id.value_or("?"));
    std::sort(ids.begin(), ids.end());
    std::string all;
    for (const std::string& id : ids) all += (all.empty() ? "" : " ") + id;
    return all;
  }
  std::string first(const std::string& query) {
    const auto hits = results(query).hits;
    return hits.empty() ? "" : hits.front().source_id.value_or("?");
  }
  std::string marked(const std::string& query) {
    const auto hits = results(query).hits;
    if (hits.empty()) return "";
    const Snippet& snippet = hits.front().snippet;
    std::string all;
    for (const auto& mark : snippet.marks)
      all += "[" + std::string(mark.in(snippet.text)) + "]";
    return all;
  }

  TempFolder folder_;
};

struct Row {
  const char* query;
  const char* found;
};

TEST_F(WordsTest, FindTheStoriesOfTheirLanguage) {
  const Row rows[] = {
      {"layoff", "en en2"},
      {"layoffs", "en en2"},
      // Umlauts, with and without, and inflections.
      {"Haus", "de"},
      {"häuser", "de"},
      {"Hauses", "de"},
      {"straße", "de"},
      {"STRASSE", "de"},
      {"Strassen", "de"},
      {"München", "de"},
      {"munchen", "de"},
      {"überfüllte", "de"},
      {"cheval", "fr"},
      {"licencié", "fr"},
      {"licencier", "fr"},
      {"ete", "fr"},
      {"été", "fr"},
      {"работники", "ru"},
      {"работник", "ru"},
      {"уволен", "ru"},
      {"новый", "ru"},
      {"новий", "ru uk"},
      {"завод", "ru uk"},
      {"директора", "ru"},
      {"isparta", "tr"},
      {"ISPARTA", "tr"},
      {"izmir", "tr"},
      {"diyarbakir", "tr"},
      {"Diyarbakır", "tr"},
      {"isiklar", "tr"},
      {"كتاب", "ar arplain"},
      {"كِتَاب", "ar arplain"},
      {"مدرسه", "ar arplain"},
      {"东京", "zh"},
      {"裁员", "zh"},
      {"京东", ""},
      {"東京", "ja"},
      {"猫", "ja"},
      {"ガス", "ja"},
      {"カス", ""},
      {"\"東京都\"", "ja"},
      {"\"都東京\"", ""},
      {"กรุงเทพ", "th"},
      {"วันหยุด", "th"},
      {"서울", "ko"},
      {"दिल्ली", "hi"},
      {"сotni", ""},
      {"resume", "resume resumeaccent"},
      {"Résumé", "resume resumeaccent"},
  };
  for (const Row& row : rows) EXPECT_EQ(found(row.query), row.found) << row.query;
}

TEST_F(WordsTest, RankWithTheirDiacriticsAsTyped) {
  EXPECT_EQ(first("resume"), "resume");
  EXPECT_EQ(first("résumé"), "resumeaccent");
  EXPECT_EQ(first("RÉSUMÉ"), "resumeaccent");
}

TEST_F(WordsTest, StandInPhrasesOfTheirLanguage) {
  EXPECT_EQ(found("\"Straße in München\""), "de");
  EXPECT_EQ(found("\"München Straße\""), "");
  EXPECT_EQ(found("\"новые директора\""), "ru");
  EXPECT_EQ(found("title:haus"), "de");
  EXPECT_EQ(found("title:straße"), "");
}

TEST_F(WordsTest, AreMarkedAsTheyWereFound) {
  EXPECT_EQ(marked("strasse munchen"), "[Straßen][München]");
  EXPECT_EQ(marked("работник"), "[работников]");
  EXPECT_EQ(marked("東京都"), "[東京][都]");
  EXPECT_EQ(marked("กรุงเทพ"), "[กรุ][ง][เ][ท][พ]");
}

TEST_F(WordsTest, OfTheLeadStandInIt) {
  EXPECT_EQ(found("lead:layoffs"), "en en2");
  EXPECT_EQ(found("lead:council"), "") << "that is the title's";
  EXPECT_EQ(found("lead:\"layoffs were announced\""), "en");
  EXPECT_EQ(found("lead:\"announced layoffs\""), "");
}

TEST_F(WordsTest, OfFieldsFindTheirStories) {
  const Row rows[] = {
      {"lang:german", "de"},         {"lang:de", "de"},
      {"lang:Deutsch", "de"},        {"lang:zh", "zh"},
      {"mentions:2025-11-03", "en"}, {"mentions:2025-11", "en"},
      {"mentions:2025", "en"},       {"mentions:2026", ""},
      {"url:example.org/de", "de"},  {"url:https://example.org/de/story?id=de", "de"},
      {"url:example.com", ""},       {"path:nowhere", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(found(row.query), row.found) << row.query;
  EXPECT_EQ(results("path:in/dump.jsonl").total, std::size(stories));
  EXPECT_EQ(results("path:dump.jsonl").total, std::size(stories));
  EXPECT_EQ(results("url:example.org").total, std::size(stories));
}

TEST_F(WordsTest, AnIdIsFoundByItsStart) {
  const std::string id = results("layoffs").hits.front().id;
  EXPECT_EQ(results("id:" + id).total, 1u);
  EXPECT_EQ(results("id:" + id.substr(0, 10)).total, 1u);
  EXPECT_EQ(results("cluster:" + id.substr(0, 10)).total, 1u);
  EXPECT_EQ(results("id:nothex").total, 0u);
}

// The same stories in the same order, whichever way the number is written.
TEST(NumbersTest, FindEachOtherInAnySpelling) {
  TempFolder folder;
  folder.write("dump.jsonl",
               R"({"id":"digits","text":"The firm will cut 8,000 jobs this spring."}
{"id":"short","text":"The plant goes and 8K workers leave it. It is old."}
{"id":"spelt","text":"Some eight thousand people live there, as the mayor says."}
{"id":"name","text":"The processor Zeta 8000 is cheap and runs well."}
{"id":"words","text":"Eight cats and a thousand mice went to the harbour."}
{"id":"other","text":"Another 8,100 jobs go in the north, as unions fear."})");
  index_paths(
      {.database = folder.path("db"), .paths = {folder.path("dump.jsonl")}, .read = {}});
  const Searcher searcher(folder.path("db"));
  const auto ranked = [&](const std::string& query) {
    std::string all;
    for (const Hit& hit : searcher.search({.query = query}).hits)
      all += fmt::format("{} {:.3f} ", hit.source_id.value_or("?"), hit.score);
    return all;
  };
  for (const std::string with : {"", " jobs", " people at the harbour"}) {
    const std::string expected = ranked("8000" + with);
    for (const char* number : {"8,000", "8K", "eight thousand", "8 thousand"})
      EXPECT_EQ(ranked(number + with), expected) << number << with;
    for (const char* id : {"digits", "short", "spelt", "name"})
      EXPECT_NE(expected.find(id), expected.npos) << id << with;
  }
  EXPECT_EQ(ranked("8000").find("words"), std::string::npos);
  EXPECT_EQ(ranked("8000").find("other"), std::string::npos);
}

}  // namespace
}  // namespace broadsheet
