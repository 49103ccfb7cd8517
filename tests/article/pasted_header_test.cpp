#include "article/pasted_header.h"

#include <gtest/gtest.h>

#include "article/byline.h"
#include "article/byline_words.h"
#include "article/pasted.h"
#include "article/time_notes.h"

namespace broadsheet {
namespace {

const std::string body =
    "The ferry to the outer islands was stopped on Sunday after a crack was found in its "
    "hull, the harbour master told a meeting of residents.\nThe yard said that the "
    "repair "
    "would take nine days, and that a smaller boat would carry the mail until then.";

PastedPage read(const std::string& head) {
  return read_pasted(head + "\n\n" + body, std::nullopt);
}

std::string first_day_of(const PastedPage& page) {
  if (page.dates.empty()) return "";
  const auto date = read_date(page.dates[0].text);
  return date ? to_string(*date) : "unread: " + page.dates[0].text;
}

TEST(ReadPasted, TakesDatelinesWithTheirTimes) {
  const std::vector<std::string> rows = {
      "Sunday 8 March 2026 07.45 GMT",
      "Sun 8 Mar 2026 07.45 GMT",
      "March 8, 2026 7:45 AM GMT+1 Updated 2 hours ago",
      "March 8, 2026 at 7:45 a.m. EST",
      "Posted March 8, 2026, by Una Holt",
      "Published 07:45, 8 March 2026",
      "Publié le 8 mars 2026 à 7h45",
      "Le 8 mars 2026 à 7h45",
      "8 de marzo de 2026 a las 7:45",
      "8 marzo 2026 alle ore 7.45",
      "Veröffentlicht am 8. März 2026 um 7:45 Uhr",
      "8 марта 2026, 07:45 Коммерсантъ",
      "2026年3月8日 7時45分",
      "2026年3月8日 朝日新聞"};
  for (const std::string& row : rows) {
    for (const std::string title :
         {"Ferry stopped", "Ferry to the outer islands stopped"}) {
      const PastedPage page = read(title + "\n\n" + row);
      EXPECT_EQ(page.title, title) << row;
      EXPECT_EQ(first_day_of(page), "2026-03-08") << row;
      EXPECT_EQ(page.text, body) << row;
    }
  }
}

TEST(ReadPasted, TakesTheOutletAloneUnderTheHeadline) {
  const PastedPage page =
      read("Ferry to the outer islands stopped\n\nBBC News\n\n8 March 2026");
  EXPECT_EQ(page.outlet, "BBC News");
  EXPECT_EQ(first_day_of(page), "2026-03-08");
  EXPECT_EQ(page.text, body);
}

TEST(ReadPasted, TakesTheAddressItWasCopiedFrom) {
  const PastedPage page = read(
      "https://news.example/islands/2026/mar/08/ferry\n\nFerry to the islands stopped");
  EXPECT_EQ(page.url, "https://news.example/islands/2026/mar/08/ferry");
  EXPECT_EQ(first_day_of(page), "2026-03-08");
  EXPECT_EQ(page.title, "Ferry to the islands stopped");
  EXPECT_EQ(page.text, body);
}

TEST(ReadPasted, TakesLabelledHeadersInManyLanguages) {
  const std::vector<std::string> rows = {
      "Title: Ferry stopped\nSource: Isle Echo\nDate: 2026-03-08\nAuthor: Una Holt",
      "Titel: Ferry stopped\nQuelle: Isle Echo\nDatum: 8. März 2026\nAutorin: Una Holt",
      "Titre : Ferry stopped\nSource : Isle Echo\nDate : 8 mars 2026\nAuteur : Una Holt",
      "Título: Ferry stopped\nFuente: Isle Echo\nFecha: 8 de marzo de 2026\nAutora: Una "
      "Holt",
      "Titolo: Ferry stopped\nFonte: Isle Echo\nData: 8 marzo 2026\nAutore: Una Holt",
      "Заголовок: Ferry stopped\nИсточник: Isle Echo\nДата: 8 марта 2026\nАвтор: Una "
      "Holt",
      "标题：Ferry stopped\n来源：Isle Echo\n日期：2026年3月8日\n作者：Una Holt",
      "Ferry stopped\nSource: Isle Echo\nDate: 2026-03-08\nAuthor: Una Holt"};
  for (const std::string& row : rows) {
    const PastedPage page = read(row);
    EXPECT_EQ(page.title, "Ferry stopped") << row;
    EXPECT_EQ(page.outlet, "Isle Echo") << row;
    EXPECT_EQ(first_day_of(page), "2026-03-08") << row;
    EXPECT_EQ(page.authors, std::vector<std::string>{"Una Holt"}) << row;
    EXPECT_EQ(page.text, body) << row;
  }
}

TEST(ReadPasted, LosesNoLineOfSomebodysNotes) {
  const std::vector<std::string> rows = {
      "Talk with the harbour master, 8 March\nnine days at least\nask the yard for "
      "papers",
      "Talk with the harbour master, 8 March 2026\nnine days at least\nask the yard",
      "Ferry notes\n" + body + "\nask the yard for the papers",
      "Contact\nthe yard is closed on Mondays\ncall the harbour again\nGeneral",
      "Harbour visit\nPier two\nUna Holt, Ivo Brand\nboats out until dark"};
  for (const std::string& row : rows) {
    const PastedPage page = read_pasted(row, std::nullopt);
    const std::string all = page.title ? *page.title + "\n" + page.text : page.text;
    EXPECT_EQ(all, row);
    EXPECT_TRUE(page.dropped.empty()) << row;
  }
}

TEST(ReadPasted, TakesTheWriterUnderAShortHeadline) {
  for (const std::string writer :
       {"Von Petra Holt | Stand: 08.03.2026", "Von Petra Holt\n08.03.2026, 7:45 Uhr",
        "Par Petra Holt\nLe 8 mars 2026 à 7h45", "Petra Holt\nMarch 8, 2026",
        "By Petra Holt, Senior Reporter\nMarch 8, 2026"}) {
    const PastedPage page = read("Fähre gestoppt\n" + writer);
    EXPECT_EQ(page.title, "Fähre gestoppt") << writer;
    EXPECT_EQ(page.authors, std::vector<std::string>{"Petra Holt"}) << writer;
    EXPECT_EQ(first_day_of(page), "2026-03-08") << writer;
  }
}

TEST(PlainAuthor, HasNeitherByNorRole) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Una Holt, Senior Reporter", "Una Holt"},
      {"By Una Holt", "Una Holt"},
      {"Von Petra Holt", "Petra Holt"},
      {"Una Holt | Staff Writer", "Una Holt"},
      {"Petra Holt, Redakteurin", "Petra Holt"},
      {"By THE ASSOCIATED PRESS", "Associated Press"},
      {"Holt, Una", "Holt, Una"},
      {"Reporter", "Reporter"},
      {"Von Miller", "Von Miller"}};
  for (const auto& [printed, plain] : rows) EXPECT_EQ(plain_author(printed), plain);
}

TEST(TimeNotes, AreTakenOutAndDatesStay) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"8 March 2026 07.45 GMT", "8 March 2026 |"},
      {"8 March 2026, 7:45pm Reuters", "8 March 2026, | Reuters"},
      {"8.3.2026", "8.3.2026"},
      {"10.05 2026", "10.05 2026"},
      {"il y a 3 heures", "|"},
      {"vor 3 Stunden", "|"}};
  for (const auto& [line, rest] : rows) EXPECT_EQ(without_times(line), rest);
  EXPECT_TRUE(is_time_note("Updated 3 hours ago"));
  EXPECT_FALSE(is_time_note("The boat left 3 hours ago"));
  EXPECT_FALSE(is_time_note(""));
}

TEST(DateOfPath, NeedsTheDay) {
  EXPECT_EQ(date_of_path("https://a.example/2026/mar/08/x"), read_date("2026-03-08"));
  EXPECT_EQ(date_of_path("https://a.example/2026/03/08/x"), read_date("2026-03-08"));
  EXPECT_EQ(date_of_path("https://a.example/x-20260308"), read_date("2026-03-08"));
  EXPECT_FALSE(date_of_path("https://a.example/2026/03/x"));
  EXPECT_FALSE(date_of_path("https://a.example/99999999/1234"));
}

}  // namespace
}  // namespace broadsheet
