// Tables: quoting, delimiters, encodings, and what becomes of odd rows.
#include <gtest/gtest.h>

#include "indexer/readers/table_rows.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

using namespace std::literals;

std::string shown(const RawStory& story) {
  return story.title.value_or("-") + "/" + story.text + "/" +
         (story.dates.empty() ? "-" : story.dates[0].text) + "/" +
         story.outlet.value_or("-");
}

std::vector<std::string> all_shown(const Gathered& gathered) {
  std::vector<std::string> rows;
  for (const RawStory& story : gathered.stories) rows.push_back(shown(story));
  return rows;
}

struct TableRow {
  std::string_view path;
  std::string bytes;
  std::vector<std::string> wanted;
};

std::string wide(std::string_view text) {
  std::string bytes = "\xFF\xFE";
  for (const char c : text) bytes.append({c, '\0'});
  return bytes;
}

const std::vector<TableRow> tables = {
    {"a.csv",
     "title,text,date,outlet\nA,One.,2026-04-24,Daily Example\n",
     {"A/One./2026-04-24/Daily Example"}},
    {"a.csv",
     "\xEF\xBB\xBFtitle,text\r\nA,One.\r\nB,Two.\r\n",
     {"A/One./-/-", "B/Two./-/-"}},
    {"a.csv",
     "title,text\n\"A, B\",\"He said \"\"no\"\".\nThen left.\"\nC,Two.\n",
     {"A, B/He said \"no\".\nThen left./-/-", "C/Two./-/-"}},
    {"a.tsv",
     "headline\tbody\tpublished_at\nA\tOne, two.\t2026-04-24\n",
     {"A/One, two./2026-04-24/-"}},
    {"a.csv",
     "title;text\nA;One, two, three.\nB;Two, three.\n",
     {"A/One, two, three./-/-", "B/Two, three./-/-"}},
    {"a.csv", "sep=|\ntitle|text\nA|One.\n", {"A/One./-/-"}},
    {"a.csv", "title,text,date\nA,One.\n", {"A/One./-/-"}},                     // too few
    {"a.csv", "title,text\nA,One, two, three.\n", {"A/One, two, three./-/-"}},  // last
    {"a.csv", "title,text\n,\nA,One.\n", {"A/One./-/-"}},
    {"a.txt", "headline,body\nA,One.\nB,Two.\n", {"A/One./-/-", "B/Two./-/-"}},
    {"a.csv", wide("title,text\nA,\"One.\nTwo.\"\n"), {"A/One.\nTwo./-/-"}},
    {"a.csv",
     "title,text\nCaf\xE9 cr\xE8me,Le caf\xE9 est ferm\xE9 depuis l'\xE9t\xE9.\n",
     {"Caf\xC3\xA9 cr\xC3\xA8me/Le caf\xC3\xA9 est ferm\xC3\xA9 depuis "
      "l'\xC3\xA9t\xC3\xA9./-/-"}},
    {"a.csv", "text\nOnly one column.\n", {"-/Only one column./-/-"}},
    {"a.csv", "Title,Text\nA,5\" of rain\nB,Two.\n", {"A/5\" of rain/-/-", "B/Two./-/-"}},
};

TEST(Csv, GivesAStoryARow) {
  for (const TableRow& row : tables) {
    EXPECT_EQ(all_shown(gather(row.path, row.bytes)), row.wanted) << row.bytes;
  }
}

TEST(Csv, NamesTheLineOnWhichARowBegins) {
  const Gathered gathered = gather("a.csv", "title,text\nA,\"One.\nTwo.\"\n\nB,Three.\n");
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(gathered.stories[0].line, 2u);
  EXPECT_EQ(gathered.stories[1].line, 5u);
  EXPECT_EQ(gathered.stories[1].key, record_key(gathered.stories[1]));
}

TEST(Csv, FindsItsHeaderBelowAPreamble) {
  const Gathered gathered = gather(
      "a.csv",
      "Export from Example Monitor\nGenerated: 2026-05-01\n\nTitle;Date;Source;Text\n"
      "A;2026-04-24;Q;One.\n");
  EXPECT_EQ(all_shown(gathered), std::vector<std::string>{"A/One./2026-04-24/Q"});
  EXPECT_EQ(gathered.stories.at(0).line, 5u);
  EXPECT_TRUE(gathered.skips.empty());
}

TEST(Csv, SkipsARowThatDoesNotFit) {
  const Gathered gathered =
      gather("a.csv", "title,text,date\nA,One, two,2026-04-24\nB,Three.,2026-04-25\n");
  ASSERT_EQ(gathered.stories.size(), 1u);
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].first, 2u);
  EXPECT_EQ(gathered.skips[0].second, "the row has 4 cells, the header 3");
}

TEST(Csv, SaysWhichColumnsThereAre) {
  const Gathered gathered = gather("a.csv", "Kopf,Rumpf\nA,One.\n");
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_NE(gathered.skips[0].second.find("Kopf, Rumpf"), std::string::npos);
  EXPECT_NE(gathered.skips[0].second.find("--field text=COLUMN"), std::string::npos);
}

TEST(Csv, TakesAMappedColumn) {
  ReadOptions options;
  options.fields = {{"title", "Kopf"}, {"text", "Rumpf"}};
  EXPECT_EQ(all_shown(gather("a.csv", "Kopf;Rumpf\nA;One.\n", options)),
            std::vector<std::string>{"A/One./-/-"});
  options.fields = {{"text", "nope"}};
  const Gathered gathered = gather("a.csv", "Kopf,Rumpf\nA,One.\n", options);
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].second,
            "no field 'nope' in the record; it has: Kopf, Rumpf");
}

TEST(Csv, SurvivesAQuoteThatIsNeverClosed) {
  std::string file = "title,text\nA,\"open\n";
  for (int i = 0; i < 1000; ++i) file += "B,Two.\n";
  const Gathered gathered = gather("a.csv", file);
  EXPECT_EQ(gathered.stories.size(), 1001u);
  EXPECT_EQ(gathered.stories[1].line, 3u);
}

// What comes out of a table whose quotation marks are not in order; "TITLE/TEXT".
const std::vector<TableRow> lost_quotes = {
    // the next rows are quoted as well
    {"a.csv",
     "title,text\n\"A\",\"open text\n\"B\",\"Two.\"\n\"C\",\"Three.\"\n",
     {"A/open text/-/-", "B/Two./-/-", "C/Three./-/-"}},
    {"a.csv",
     "title,text\nA,\"open text\nB,\"Two.\"\nC,Three.\n",
     {"A/open text/-/-", "B/Two./-/-", "C/Three./-/-"}},
    // in a column before the last: the cells behind it keep their places
    {"a.csv",
     "title,text,date,outlet\nA,\"One.,2026-04-24,Daily Example\n"
     "B,\"Two.\",2026-04-25,Daily Example\n",
     {"A/One./2026-04-24/Daily Example", "B/Two./2026-04-25/Daily Example"}},
    // the text goes on below
    {"a.csv",
     "title,text,date\nA,2026,\"Of April\n\"B\",\"Two.\",2026-04-25\n",
     {"A/2026/Of April/-", "B/Two./2026-04-25/-"}},
    {"a.csv",
     "title;text\nA;\"One.\nIt goes on.\nB;\"Two.\"\n",
     {"A/One.\nIt goes on./-/-", "B/Two./-/-"}},
    // quotation marks within a cell that nobody doubled
    {"a.csv",
     "title,text,date\nA,\"He said \"no\" and\nleft.\",2026-04-24\nB,Two.,2026-04-25\n",
     {"A/He said \"no\" and\nleft./2026-04-24/-", "B/Two./2026-04-25/-"}},
    {"a.csv", "title,text\nA,\"He said \"no\" to it\"\n", {"A/He said \"no\" to it/-/-"}},
    {"a.csv", "title,text\nA,\"\"\nB,\"\"\"x\"\"\"\n", {"A//-/-", "B/\"x\"/-/-"}},
};

TEST(Csv, LosesNothingBehindAQuoteThatIsNeverClosed) {
  for (const TableRow& row : lost_quotes) {
    EXPECT_EQ(all_shown(gather(row.path, row.bytes)), row.wanted) << row.bytes;
  }
  const Gathered gathered = gather("a.csv", "title,text\nA,\"open\n\"B\",\"Two.\"\n");
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(
      gathered.stories[0].repairs,
      std::vector<std::string>{"read a quotation mark that is never closed as none"});
  EXPECT_EQ(gathered.stories[1].line, 3u);
}

TEST(Csv, KnowsColumnsInOtherLanguages) {
  const std::vector<TableRow> rows = {
      {"a.csv",
       "Titel;Datum;Quelle;Autor;Text\nA;2026-04-24;Q;Ann Lee;Eins.\n",
       {"A/Eins./2026-04-24/Q"}},
      {"a.csv",
       "Überschrift;Veröffentlicht am;Zeitung;Inhalt\nA;2026-04-24;Q;Eins.\n",
       {"A/Eins./2026-04-24/Q"}},
      {"a.csv",
       "Titre,Date de publication,Source,Contenu\nA,2026-04-24,Q,Un.\n",
       {"A/Un./2026-04-24/Q"}},
      {"a.csv",
       "Título;Fecha;Fuente;Texto\nA;2026-04-24;Q;Uno.\n",
       {"A/Uno./2026-04-24/Q"}},
      {"a.csv",
       "T\xEDtulo;Fecha;Fuente;Texto\nA;2026-04-24;Q;Ma\xF1"
       "ana uno.\n",
       {"A/Ma\xC3\xB1"
        "ana uno./2026-04-24/Q"}},
      {"a.csv",
       "Titolo,Data,Fonte,Testo\nA,2026-04-24,Q,Uno.\n",
       {"A/Uno./2026-04-24/Q"}},
      {"a.csv",
       "TÍTULO,DATA,FONTE,CONTEÚDO\nA,2026-04-24,Q,Um.\n",
       {"A/Um./2026-04-24/Q"}},
      {"a.csv", "Kop;Datum;Krant;Inhoud\nA;2026-04-24;Q;Een.\n", {"A/Een./2026-04-24/Q"}},
      {"a.csv",
       "Rubrik;Datum;Källa;Innehåll\nA;2026-04-24;Q;Ett.\n",
       {"A/Ett./2026-04-24/Q"}},
      {"a.csv", "Titel;Rubrik;Text\nA;Politik;Eins.\n", {"A/Eins./-/-"}},
      {"a.csv",
       "Tytuł;Data;Źródło;Treść\nA;2026-04-24;Q;Raz.\n",
       {"A/Raz./2026-04-24/Q"}},
      {"a.csv",
       "Заголовок;Дата;Источник;Текст\nA;2026-04-24;Q;Раз.\n",
       {"A/Раз./2026-04-24/Q"}},
      {"a.csv",
       "Başlık;Tarih;Kaynak;Metin\nA;2026-04-24;Q;Bir.\n",
       {"A/Bir./2026-04-24/Q"}},
      {"a.csv", "标题,日期,来源,正文\nA,2026-04-24,Q,一。\n", {"A/一。/2026-04-24/Q"}},
      {"a.csv",
       "タイトル,日付,媒体,本文\nA,2026-04-24,Q,一。\n",
       {"A/一。/2026-04-24/Q"}},
      {"a.csv",
       "العنوان,التاريخ,المصدر,النص\nA,2026-04-24,Q,واحد\n",
       {"A/واحد/2026-04-24/Q"}},
  };
  for (const TableRow& row : rows) {
    EXPECT_EQ(all_shown(gather(row.path, row.bytes)), row.wanted) << row.bytes;
  }
}

struct KindRow {
  std::string_view path;
  std::string_view bytes;
  std::string_view kind;
};

TEST(Csv, IsToldByItsContent) {
  const std::vector<KindRow> rows = {
      {"a.json", "title,text,date\nA,One.,2026-04-24\n", "csv"},
      {"a.jsonl", "Titel;Datum;Text\nA;2026-04-24;Eins.\n", "csv"},
      {"-", "id\ttitle\tbody\n1\tA\tOne.\n2\tB\tTwo.\n", "csv"},
      {"a.txt", ",title,text\n0,A,One.\n1,B,\"Two,\nthree.\"\n", "csv"},
      {"a.txt", "Titel;Datum;Quelle\nA;2026-04-24;Q\n", "csv"},
      {"a", "headline,body\nA,One.\nB,Two.\n", "csv"},
      {"a.json", "{\"title\": \"A\"}", "json"},
      {"a.json", "broken, \"but json", "json"},
      {"a.json", "<html><body><p>An error.</p></body></html>", "html"},
      {"a.txt", "Title, text and date\n\nThe title, the text and the date.\n", "text"},
      {"a.txt", "Source, date, title\nAll of them, he said, were wrong, and so was I.\n",
       "text"},
      {"a.txt", "Title | Date\n--- | ---\nA | 2026-04-24\n", "text"},
      {"a.txt", "The mill closes\n\ntitle,text\nA,One.\nB,Two.\n", "text"},
      {"a.txt", "Date,Title\n", "text"},
  };
  for (const KindRow& row : rows) {
    const Reader* reader = reader_for(row.path, row.bytes);
    ASSERT_NE(reader, nullptr) << row.bytes;
    EXPECT_EQ(reader->name, row.kind) << row.path << ": " << row.bytes;
  }
}

TEST(Csv, ReadsHostileTablesInLinearTime) {
  std::string columns;
  for (int i = 0; i < 100'000; ++i) columns += "a,";
  EXPECT_TRUE(gather("a.csv", columns + "\n" + columns).stories.empty());
  std::string quotes = "title,text\n";
  for (int i = 0; i < 20'000; ++i) quotes += "x\"y,\"z\n";
  gather("a.csv", quotes);
  gather("a.csv", std::string(100'000, '"'));
  std::string lost = "title,text\n";
  for (int i = 0; i < 20'000; ++i) lost += "x,\"y\n";
  EXPECT_EQ(gather("a.csv", lost).stories.size(), 20'000u);
  gather("a.csv", "\0\0\0,\n\0"s);
}

TEST(Csv, IsNotProseWithCommas) {
  EXPECT_EQ(reader_for("a.txt", "Text, they said, is all.\nOne, two.\n")->name, "text");
  EXPECT_EQ(reader_for("a.txt", "Title\n\nBody, with a comma\n")->name, "text");
}

}  // namespace
}  // namespace broadsheet
