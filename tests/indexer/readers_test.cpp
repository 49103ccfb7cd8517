// Which reader takes a file, and what records, Markdown and plain text become.
#include <gtest/gtest.h>

#include "article/error.h"
#include "indexer/readers/record.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

using namespace std::literals;

// ---- which reader

struct Choice {
  std::string_view path;
  std::string_view bytes;
  std::string_view reader;  // empty: none
};

const std::vector<Choice> choices = {
    {"a.txt", "Profit rose 5%.", "text"},
    {"a", "", "text"},
    {"a.txt", "\xFF\xFEP\0r\0"sv, "text"},
    {"a.md", "# Title\n\nText", "markdown"},
    {"a.txt", "---\ntitle: T\n---\nText", "markdown"},
    {"a.txt", "---\nJust a rule above\n", "text"},
    {"a.json", "{\n  \"title\": \"T\"\n}", "json"},
    {"a.txt", "[{\"title\": \"T\"}]", "json"},
    {"a.md", "[A link](http://example.org) opens this text", "markdown"},
    {"a.txt", "[A note] opens this text", "text"},
    {"a.json", "not json", "json"},
    {"a.jsonl", "{\"title\": \"T\"}", "jsonl"},
    {"a.jsonl.gz", "broken", "jsonl"},
    {"a.txt", "{\"title\":\"A\"}\n{\"title\":\"B\"}\n", "jsonl"},
    {"a.json", "{\"title\":\"A\"}\n{\"title\":\"B\"}\n", "jsonl"},
    {"a.jsonl", "[{\"title\":\"A\"},\n{\"title\":\"B\"}]", "json"},
    {"a", "<!DOCTYPE html><p>Text", "html"},
    {"a.txt", "\n<!-- x --><HTML><body>", "html"},
    {"a.html", "<p>A piece of a page</p>", "html"},
    {"a.txt", "x < y and <html> is a tag", "text"},
    {"a.xml", "<?xml version=\"1.0\"?><rss></rss>", "feed"},
    {"a.txt", "title,text\nA,One.\n", "csv"},
    {"a.pdf", "%PDF-1.7 ...", "pdf"},
    {"a.txt", "PK\x03\x04 zip", ""},
    {"a.txt", "\x89PNG\r\n", ""},
    {"a.txt", "\xFF\xD8\xFF\xE0 jpeg", ""},
    {"a.txt", "a stray \0 in some text \x01 of words"sv, "text"},
    {"a.txt", "\0\0\0\x10 atoms \0\0"sv, ""},
    {"a.txt", "k\x93\x02 \xB7qZ\x8F \xFE\x11m\xC4s\x9A", ""},
    {"a.txt", "\x01\x02\x03\x04 mostly control", ""},
};

TEST(ReaderFor, ToldByContentThenByEnding) {
  for (const Choice& row : choices) {
    const Reader* reader = reader_for(row.path, row.bytes);
    EXPECT_EQ(reader == nullptr ? "" : reader->name, row.reader)
        << row.path << " " << row.bytes;
  }
}

// ---- fields of records

struct FieldRow {
  std::string_view json;
  std::string_view wanted;
};

const std::vector<FieldRow> field_rows = {
    {R"({"headline":"H","maintext":"T","pubDate":"2026-04-24","publication":"P"})",
     "title=H text=T date=2026-04-24 outlet=P"},
    {R"({"Title":"H","BODY":"T","date_published":"d","site_name":"S","lang":"en"})",
     "title=H text=T date=d outlet=S lang=en"},
    {R"({"title":"H","text":["One.","Two."],"id":17})", "title=H text=One.\nTwo. id=17"},
    {R"({"title":"H","source":"Reuters"})", "title=H outlet=Reuters"},
    {R"({"title":"H","source":"Reuters","outlet":"Daily Example"})",
     "title=H outlet=Daily Example credited=Reuters"},
    {R"({"title":"H","source":{"id":"ex","name":"Example News"}})",
     "title=H outlet=Example News"},
    {R"({"title":"H","publisher":{"@type":"Organization","name":"Example"}})",
     "title=H outlet=Example"},
    {R"({"title":"H","author":"By Ann Lee and Bo Chan"})",
     "title=H author=Ann Lee author=Bo Chan"},
    {R"({"title":"H","authors":["Ann Lee",{"name":"Bo Chan"}]})",
     "title=H author=Ann Lee author=Bo Chan"},
    {R"({"title":"H","byline":"Ann Lee, Bo Chan"})",
     "title=H author=Ann Lee author=Bo Chan"},
    {R"({"title":"H","byline":"Ann Lee, Reuters"})", "title=H author=Ann Lee, Reuters"},
    {R"({"title":"H","timestamp":1777000000})", "title=H date=2026-04-24"},
    {R"({"title":"H","timestamp":1777000000000})", "title=H date=2026-04-24"},
    {R"({"title":"H","date":20260424})", "title=H date=20260424"},
    {R"({"title":"H","date":"24 Apr","published_at":"2026-04-23"})",
     "title=H date=2026-04-23 date=24 Apr"},
    {R"({"title":"H","date":{"$date":"2026-04-24"},"_id":{"$oid":"5f"}})",
     "title=H date=2026-04-24 id=5f"},
    {R"({"title":{"rendered":"H"},"content":{"rendered":"<p>One.</p><p>Two.</p>"}})",
     "title=H text=One.\nTwo.\n"},
    {R"({"title":"H","text":"5 < 6 and 7 > 2"})", "title=H text=5 < 6 and 7 > 2"},
    {R"({"title":"H","text":"","content":"C","description":"D"})", "title=H text=C"},
    {R"({"_source":{"title":"H","text":"T"}})", "title=H text=T"},
    {R"({"title":"H","meta":{"other":{"title":"X"}}})", "title=H"},
    {R"({"title":"H","url":"u","canonical_url":"c"})", "title=H url=u"},
};

TEST(JsonRecord, KnowsTheUsualNames) {
  for (const FieldRow& row : field_rows) {
    const Gathered gathered = gather("a.jsonl", row.json);
    ASSERT_EQ(gathered.stories.size(), 1u) << row.json;
    EXPECT_EQ(fields_of(gathered.stories[0]), row.wanted) << row.json;
    EXPECT_FALSE(gathered.stories[0].pasted);
  }
}

TEST(JsonRecord, TakesAMappedFieldFirst) {
  ReadOptions options;
  options.fields = {{"title", "meta.headline"}, {"text", "raw"}};
  const Gathered gathered =
      gather("a.jsonl", R"({"title":"X","meta":{"Headline":"H"},"text":"Y","raw":"T"})",
             options);
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(fields_of(gathered.stories[0]), "title=H text=T");
}

TEST(JsonRecord, RefusesAMappingToAnUnknownField) {
  EXPECT_NO_THROW(check_fields({{"title", "x"}}));
  EXPECT_THROW(check_fields({{"colour", "x"}}), Error);
}

// ---- files of records

TEST(JsonLines, SkipsABrokenLineByItsNumber) {
  std::string file;
  for (int i = 1; i <= 9; ++i) {
    file +=
        i == 7 ? "{\"title\": \"cut\n" : "{\"title\": \"T" + std::to_string(i) + "\"}\n";
  }
  const Gathered gathered = gather("a.jsonl", file);
  EXPECT_EQ(gathered.stories.size(), 8u);
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].first, 7u);
  EXPECT_TRUE(gathered.skips[0].second.starts_with("broken JSON: "));
  EXPECT_NE(gathered.skips[0].second.find("column 1"), std::string::npos);
}

TEST(JsonLines, KeysRecordsByIdElseByLine) {
  const Gathered gathered =
      gather("a.jsonl", "{\"id\":\"x\",\"title\":\"A\"}\n\n{\"title\":\"B\"}");
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(gathered.stories[0].key, "x");
  EXPECT_EQ(gathered.stories[1].key, record_key(gathered.stories[1]));
  EXPECT_EQ(gathered.stories[1].line, 3u);
}

TEST(JsonLines, SaysWhatIsNoStory) {
  const Gathered gathered =
      gather("a.jsonl", "{\"id\":1}\n[1]\n\"text\"\n{\"title\":\" \"}");
  EXPECT_TRUE(gathered.stories.empty());
  ASSERT_EQ(gathered.skips.size(), 4u);
  EXPECT_EQ(gathered.skips[0].second, "no text");
  EXPECT_EQ(gathered.skips[1].second, "not a JSON object");
  EXPECT_EQ(gathered.skips[2].second, "not a JSON object");
  EXPECT_EQ(gathered.skips[3].second, "no text");
}

struct MendRow {
  std::string_view json;
  std::string_view wanted;
};

TEST(JsonLines, MendsWhatCarelessProgramsWrite) {
  const std::vector<MendRow> rows = {
      {"{\"title\":\"H\",\"author\":NaN}", "title=H"},
      {"{\"title\":\"H\",\"text\":\"a\tb\"}", "title=H text=a\tb"},
      {R"({"title":"H\ud83d"})", "title=H\xEF\xBF\xBD"},
      {R"({"title":"H \ud83d\ude00 \udc00"})", "title=H \xF0\x9F\x98\x80 \xEF\xBF\xBD"},
      {"{\"title\":\"caf\xE9\"}", "title=caf\xC3\xA9"},
  };
  for (const MendRow& row : rows) {
    const Gathered gathered = gather("a.jsonl", row.json);
    ASSERT_EQ(gathered.stories.size(), 1u) << row.json;
    EXPECT_EQ(fields_of(gathered.stories[0]), row.wanted);
    EXPECT_FALSE(gathered.stories[0].repairs.empty()) << row.json;
  }
}

std::vector<std::string> titles(const Gathered& gathered) {
  std::vector<std::string> all;
  for (const RawStory& story : gathered.stories) all.push_back(story.title.value_or(""));
  return all;
}

TEST(JsonFile, FindsTheStoriesWhereverTheyLie) {
  const std::vector<std::string> two = {"A", "B"};
  const std::string list = R"([{"title":"A"},{"title":"B"}])";
  EXPECT_EQ(titles(gather("a.json", list)), two);
  for (const std::string key :
       {"articles", "stories", "items", "data", "results", "docs"}) {
    EXPECT_EQ(titles(gather("a.json", "{\"n\":2,\"" + key + "\":" + list + "}")), two)
        << key;
  }
  EXPECT_EQ(titles(gather("a.json", R"({"response":{"docs":)" + list + "}}")), two);
  EXPECT_EQ(titles(gather("a.json", R"({"title":"Feed","items":)" + list + "}")), two);
}

TEST(JsonFile, ReadsOneStoryWithListsInIt) {
  const Gathered gathered = gather(
      "a.json",
      R"({"title":"A","items":[{"name":"x"}],"text":"T","tags":["u",["v"]],"id":"i"})");
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(fields_of(gathered.stories[0]), "title=A text=T id=i");
  EXPECT_EQ(gathered.stories[0].key, "");
  EXPECT_FALSE(gathered.stories[0].line.has_value());
}

TEST(JsonFile, KeepsTheStoriesBeforeABreak) {
  const Gathered gathered =
      gather("a.json", R"([{"title":"A"},{"title":"B"},{"title":"C)");
  EXPECT_EQ(titles(gathered), (std::vector<std::string>{"A", "B"}));
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].first, 3u);
  EXPECT_NE(gathered.skips[0].second.find("broken JSON"), std::string::npos);
}

TEST(JsonFile, SaysTheLineOfABreak) {
  const Gathered gathered = gather("a.json", "{\n\"title\": \"A\",\n!}");
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_TRUE(gathered.skips[0].second.ends_with("at line 3, column 1"))
      << gathered.skips[0].second;
}

TEST(JsonFile, CountsEveryEntryOfAList) {
  const Gathered gathered =
      gather("a.json", R"([{"title":"A"},5,[1],{"x":1},{"title":"B"}])");
  EXPECT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(gathered.stories[1].line, 5u);
  EXPECT_EQ(gathered.skips.size(), 3u);
}

TEST(JsonFile, BoundsNesting) {
  for (const std::string open : {"[", "{\"a\":"}) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += open;
    const Gathered gathered = gather("a.json", deep);
    EXPECT_TRUE(gathered.stories.empty());
    ASSERT_FALSE(gathered.skips.empty());
    EXPECT_NE(gathered.skips.back().second.find("nested too deeply"), std::string::npos);
  }
}

// ---- Markdown and text

TEST(Markdown, TakesFrontMatterAsFields) {
  const Gathered gathered = gather("a.md",
                                   "---\n"
                                   "title: \"Chips: a \\\"glut\\\"\"  \n"
                                   "date: 2026-04-24 # the day\n"
                                   "authors: [Ann Lee, 'Bo O''Hara']\n"
                                   "tags:\n"
                                   "  - chips\n"
                                   "outlet: Daily Example\n"
                                   "---\n"
                                   "Stocks of chips doubled.\n");
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(fields_of(gathered.stories[0]),
            "title=Chips: a \"glut\" text=Stocks of chips doubled.\n date=2026-04-24 "
            "outlet=Daily Example author=Ann Lee author=Bo O'Hara");
  EXPECT_FALSE(gathered.stories[0].pasted);
}

TEST(Markdown, TakesTheFirstHeadingForATitle) {
  const Gathered gathered =
      gather("a.md", "# Profit up 5%\n\nIt *rose*.\n\n## Outlook\nFlat.");
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(gathered.stories[0].title, "Profit up 5%");
  EXPECT_EQ(gathered.stories[0].text, "\nIt rose.\n\nOutlook\nFlat.\n");
  EXPECT_TRUE(gathered.stories[0].pasted);
}

TEST(Markdown, KeepsAuthorsOfABlockList) {
  const Gathered gathered =
      gather("a.md", "---\ntitle: T\nauthors:\n- Ann Lee\n- Bo Chan\n---\nText");
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(gathered.stories[0].authors,
            (std::vector<std::string>{"Ann Lee", "Bo Chan"}));
}

struct MarkupRow {
  std::string_view markdown;
  std::string_view plain;
};

TEST(Markdown, TakesMarkupFromRunningText) {
  const std::vector<MarkupRow> rows = {
      {"A [link](http://x.org/a) here", "A link here"},
      {"![photo](x.png)Cut **600** roles", "Cut 600 roles"},
      {"[![photo](x.png)](y) after", " after"},
      {"snake_case and 5 * 3 stay", "snake_case and 5 * 3 stay"},
      {"_emphasis_ and `code`", "emphasis and code"},
      {"* one item", "- one item"},
      {"> quoted", "quoted"},
      {"| a | b |", "| a | b |"},
      {"\\$5 \\* 3", "$5 * 3"},
      {"[not a link] (x)", "[not a link] (x)"},
      {"an open [bracket", "an open [bracket"},
  };
  for (const MarkupRow& row : rows) {
    const Gathered gathered = gather("a.md", std::string(row.markdown) + "\nend");
    ASSERT_EQ(gathered.stories.size(), 1u);
    const std::string text = gathered.stories[0].text;
    EXPECT_EQ(text.substr(0, text.find('\n')), row.plain);
  }
}

TEST(Text, IsAPaste) {
  const Gathered gathered = gather("a.txt", "Profit rose 5%.\n");
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_TRUE(gathered.stories[0].pasted);
  EXPECT_EQ(gathered.stories[0].path, "a.txt");
}

TEST(Text, SkipsAnEmptyFile) {
  EXPECT_EQ(gather("a.txt", "").skips.at(0).second, "empty file");
  EXPECT_EQ(gather("a.html", "").skips.at(0).second, "empty file");
  EXPECT_EQ(gather("a.txt", " \n\n").skips.at(0).second, "no text");
}

TEST(RecordKey, IsNeverThePlaceInTheFile) {
  RawStory story;
  story.text = "The quay opened on Monday.";
  const std::string by_text = record_key(story);
  story.title = "Quay opens";
  const std::string by_title = record_key(story);
  story.dates = {{.text = "2024-05-06"}};
  EXPECT_NE(record_key(story), by_title) << "the same headline on another day";
  EXPECT_NE(by_title, by_text);
  story.line = 7;
  story.text = "The quay opened on Tuesday.";
  story.dates.clear();
  EXPECT_EQ(record_key(story), by_title);
  story.url = "https://harbour.example/quay";
  EXPECT_EQ(record_key(story), "https://harbour.example/quay");
  story.source_id = "q1";
  EXPECT_EQ(record_key(story), "q1");
}

TEST(Text, IsNoScriptAndNoDrawing) {
  for (const auto& [path, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"page_files/app.js", "(function(){var a=1;})();"},
           {"page_files/style.CSS", "body{color:red}"},
           {"logo", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path/></svg>"},
           {"desktop.ini", "[a]\nb=c\n"},
           {"run", "#!/bin/sh\necho\n"}}) {
    const Gathered gathered = gather(path, bytes);
    EXPECT_TRUE(gathered.stories.empty()) << path;
    ASSERT_EQ(gathered.skips.size(), 1u) << path;
    EXPECT_EQ(gathered.skips[0].second, "a script or settings, no story") << path;
  }
  EXPECT_EQ(gather("news.js.txt", "The mill shut for good.").stories.size(), 1u);
}

}  // namespace
}  // namespace broadsheet
