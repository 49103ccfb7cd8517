// The names and shapes of records as newspapers, services and crawlers give them, and
// mappings for the rest.
#include <gtest/gtest.h>

#include "article/error.h"
#include "indexer/field_rules.h"
#include "indexer/readers/record_value.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

struct ShapeRow {
  std::string_view json;
  std::string_view wanted;
};

const std::vector<ShapeRow> shapes = {
    // a search engine's hits
    {R"({"took":3,"hits":{"total":{"value":1},"hits":[{"_id":"1","_source":
        {"title":"A","body":"One."}}]}})",
     "title=A text=One. id=1"},
    // newspapers' interfaces
    {R"({"response":{"status":"ok","results":[{"id":"w/1","webTitle":"A",
        "webPublicationDate":"2026-04-24T10:00:00Z","webUrl":"http://example.org/1",
        "fields":{"bodyText":"One.","byline":"Ann Lee"}}]}})",
     "title=A text=One. date=2026-04-24T10:00:00Z author=Ann Lee "
     "url=http://example.org/1 "
     "id=w/1"},
    {R"({"status":"OK","response":{"docs":[{"abstract":"Short.","web_url":"u",
        "lead_paragraph":"The lead.","source":"Daily Example","headline":{"main":"A",
        "kicker":null},"pub_date":"2026-04-24","byline":{"original":"By Ann Lee"},
        "_id":"n1","keywords":[{"name":"x","value":"y"}]}]}})",
     "title=A text=The lead. date=2026-04-24 outlet=Daily Example author=Ann Lee url=u "
     "id=n1"},
    // services
    {R"({"status":"ok","articles":[{"source":{"id":null,"name":"Daily Example"},
        "author":"Ann Lee","title":"A","description":"Short.","url":"u",
        "publishedAt":"2026-04-24","content":"The first words of… [+4213 chars]"}]})",
     "title=A text=The first words of\xE2\x80\xA6  date=2026-04-24 outlet=Daily Example "
     "author=Ann Lee url=u"},
    {R"({"articles":{"results":[{"uri":"7","lang":"eng","dateTimePub":"2026-04-24",
        "title":"A","body":"One.","source":{"uri":"example.org","title":"Daily Example"},
        "authors":[{"name":"Ann Lee"}]}]}})",
     "title=A text=One. date=2026-04-24 outlet=Daily Example author=Ann Lee id=7 "
     "lang=eng"},
    // crawlers
    {R"([{"maintext":"One.","date_publish":"2026-04-24 10:00:00","date_download":"2026-05-01",
        "source_domain":"example.org","title":"A","title_page":null,"language":"en"}])",
     "title=A text=One. date=2026-04-24 10:00:00 outlet=example.org lang=en"},
    {R"({"articles":[{"url":"http://example.org/1","title":"A",
        "seendate":"20260424T103000Z","domain":"example.org"}]})",
     "title=A outlet=example.org url=http://example.org/1"},
    // feeds
    {R"({"version":"https://jsonfeed.org/version/1.1","title":"Daily Example",
        "items":[{"id":"1","content_html":"<p>One.</p><p>Two.</p>","title":"A",
        "date_published":"2026-04-24","authors":[{"name":"Ann Lee"}]}]})",
     "title=A text=One.\nTwo.\n date=2026-04-24 outlet=Daily Example author=Ann Lee "
     "id=1"},
    // schema.org
    {R"({"@type":"NewsArticle","headline":"A","articleBody":"One.","inLanguage":"en",
        "datePublished":"2026-04-24","publisher":{"@type":"Organization","name":"Daily
Example"}})",
     "title=A text=One. date=2026-04-24 outlet=Daily\nExample lang=en"},
};

TEST(JsonShapes, AreKnown) {
  for (const ShapeRow& row : shapes) {
    const Gathered gathered = gather("a.json", row.json);
    ASSERT_EQ(gathered.stories.size(), 1u) << row.json;
    EXPECT_EQ(fields_of(gathered.stories[0]), row.wanted) << row.json;
  }
}

TEST(Mapping, SaysWhatTheRecordHasInstead) {
  ReadOptions options;
  options.fields = {{"text", "nope"}};
  const Gathered gathered =
      gather("a.jsonl", R"({"title":"A","words":{"x":1},"day":"2026"})", options);
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].second,
            "no field 'nope' in the record; it has: title, words, day");
}

TEST(Mapping, NotesALostFieldWhereAUsualOneStandsIn) {
  ReadOptions options;
  options.fields = {{"text", "nope"}, {"date", "never"}};
  const Gathered gathered = gather("a.jsonl", R"({"title":"A","text":"One."})", options);
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(gathered.stories[0].repairs,
            std::vector<std::string>{"no field 'nope', read without it"});
}

TEST(Record, WithATitleAloneIsAStory) {
  const Gathered gathered = gather("a.jsonl", R"({"title":"Mill closes","text":null})");
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(gathered.stories[0].text, "");
}

TEST(FieldRules, ApplyByPath) {
  ReadOptions options;
  options.rules = parse_field_rules(
      "# a note\n[*.csv]\ntitle = Kopf\n\n[agency/*]\ntext=Rumpf\ntitle = Never\n");
  ASSERT_EQ(options.rules.size(), 2u);
  EXPECT_EQ(fields_for(options, "x/agency/a.csv"),
            (FieldMap{{"text", "Rumpf"}, {"title", "Kopf"}}));
  EXPECT_EQ(fields_for(options, "x/a.csv"), (FieldMap{{"title", "Kopf"}}));
  EXPECT_TRUE(fields_for(options, "x/a.json").empty());
  options.fields = {{"title", "Mine"}};
  EXPECT_EQ(fields_for(options, "a.csv"), (FieldMap{{"title", "Mine"}}));
}

TEST(FieldRules, NameTheLineOfAnError) {
  for (const std::string text :
       {"[a]\nnonsense\n", "[a]\ncolour = x\n", "[a\n", "text =\n"}) {
    try {
      parse_field_rules(text);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::usage);
      EXPECT_NE(std::string(error.what()).find("line "), std::string::npos);
      EXPECT_FALSE(error.hint().empty());
    }
  }
  EXPECT_THROW(read_field_rules("/no/such/file"), Error);
}

struct PatternRow {
  std::string_view pattern;
  std::string_view path;
  bool matches;
};

TEST(FieldRules, MatchPatterns) {
  const std::vector<PatternRow> rows = {
      {"*.csv", "a/b.csv", true},
      {"*.csv", "a.csv.txt", false},
      {"agency/*.csv", "x/agency/b.csv", true},
      {"agency/*.csv", "xagency/b.csv", false},
      {"b?.csv", "b1.csv", true},
      {"*", "any/thing", true},
      {"a*b*c", "aXXbYYc", true},
      {"a*b*c", "aXXbYY", false},
  };
  for (const PatternRow& row : rows) {
    EXPECT_EQ(matches_pattern(row.pattern, row.path), row.matches) << row.pattern;
  }
}

struct RichRow {
  std::string rtf;
  std::string_view text;
};

TEST(Rtf, GivesItsWords) {
  const std::vector<RichRow> rows = {
      {R"({\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0\b Mill\b0  closes.\par So it goes.})",
       "Mill closes.\nSo it goes."},
      {R"({\rtf1 caf\'e9 \u8220?x\u8221? \{5\} {\*\generator word;}a\emdash b})",
       "caf\xC3\xA9 \xE2\x80\x9Cx\xE2\x80\x9D {5} a\xE2\x80\x94"
       "b"},
      {R"({\rtf1\ansicpg1251 \'ec\'e8\'f0})", "\xD0\xBC\xD0\xB8\xD1\x80"},
      {R"({\rtf1 one {\pict 0011} two)", "one  two"},
  };
  for (const RichRow& row : rows) {
    const Gathered gathered = gather("a.rtf", row.rtf);
    ASSERT_EQ(gathered.stories.size(), 1u) << row.rtf;
    EXPECT_EQ(gathered.stories[0].text, row.text);
    EXPECT_TRUE(gathered.stories[0].pasted);
  }
}

TEST(Rtf, IsBounded) {
  gather("a.rtf", "{\\rtf1" + std::string(100'000, '{'));
  gather("a.rtf", "{\\rtf1 \\");
  gather("a.rtf", "{\\rtf1 \\'");
  gather("a.rtf", "{\\rtf1 \\u99999999999999 x\\u-1 \\ansicpg-5 \\'80}");
  EXPECT_EQ(gather("a.rtf", "{\\rtf1}").skips.at(0).second, "no text");
}

// Tables made from JSON keep JSON, or what Python prints, in a cell.
TEST(NamesInField, ReadsJsonAndWhatPythonPrints) {
  using List = std::vector<std::string>;
  const std::vector<std::pair<const char*, List>> rows = {
      {"Daily Example", {"Daily Example"}},
      {R"({"id": "x-1", "name": "Daily Example"})", {"Daily Example"}},
      {R"({"id": null, "name": "Daily \"E\""})", {"Daily \"E\""}},
      {"{'id': None, 'name': 'Daily Example'}", {"Daily Example"}},
      {R"({'id': 1, 'name': "Ann's Daily", 'big': True})", {"Ann's Daily"}},
      {R"({'name': 'Ann\'s Daily'})", {"Ann's Daily"}},
      {R"(["Ann Lee", "Bo Chan"])", {"Ann Lee", "Bo Chan"}},
      {"['Ann Lee', 'Bo Chan']", {"Ann Lee", "Bo Chan"}},
      {R"([{"name": "Ann Lee", "role": "editor"}, {"name": "Bo Chan"}])",
       {"Ann Lee", "Bo Chan"}},
      {"[]", {}},
      {"{}", {}},
      {"", {}},
      {"[Ann Lee]", {"[Ann Lee]"}},
      {"['Ann Lee", {"['Ann Lee"}},
      {"{'name': 'x\\", {"{'name': 'x\\"}},
      {"['\\']", {"['\\']"}}};
  for (const auto& [text, expected] : rows) {
    EXPECT_EQ(names_in_field(text), expected) << text;
  }
  const std::string deep = std::string(3000, '[') + std::string(3000, ']');
  EXPECT_EQ(names_in_field(deep), List{deep});
}

std::vector<std::string> numbered(const Gathered& gathered) {
  std::vector<std::string> all;
  for (const RawStory& story : gathered.stories)
    all.push_back(std::to_string(story.line.value_or(0)) + " " + fields_of(story));
  for (const auto& [line, reason] : gathered.skips)
    all.push_back(std::to_string(line.value_or(0)) + "! " + reason);
  return all;
}

struct ValuesRow {
  std::string_view json;
  std::vector<std::string> wanted;
};

TEST(Json, TakesValuesOneBehindTheOther) {
  const std::vector<ValuesRow> rows = {
      {"{\n  \"title\": \"A\",\n  \"text\": \"One {.\"\n}\n{\n  \"title\": \"B\"\n}\n",
       {"1 title=A text=One {.", "2 title=B"}},
      {"{\n\"title\":\"A\"},\n{\n\"title\":\"B\"}\n,", {"1 title=A", "2 title=B"}},
      {"[{\"title\":\"A\"},{\"title\":\"B\"}]\n[\n{\"title\":\"C\"}]",
       {"1 title=A", "2 title=B", "3 title=C"}},
      {"{\"articles\":[\n{\"title\":\"A\"}]}\n{\n\"articles\":[{\"title\":\"B\"}]}",
       {"1 title=A", "2 title=B"}},
      {"{\n\"title\":\"A\"}\n{\n\"title\":\"B\",,}\n{\n\"title\":\"C\"}",
       {"1 title=A", "3 title=C",
        "2! broken JSON: unexpected ','; expected string literal at line 2, column 13"}},
      {"{\n\"title\":\"A\"}", {"0 title=A"}},
      {"{\n\"title\":\"A\"}\n{\n\"title\":\"B",
       {"1 title=A",
        "2! broken JSON: invalid string: missing closing quote at line 2, column 11"}},
  };
  for (const ValuesRow& row : rows) {
    EXPECT_EQ(numbered(gather("a.json", row.json)), row.wanted) << row.json;
  }
}

// A headline is news; a record with neither title nor text is not.
TEST(Record, WithATitleAloneIsAStoryInEveryFormat) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.csv", "title,text\nA,\n,\n"},
      {"a.jsonl", "{\"title\":\"A\"}\n{\"date\":\"2026\"}\n"},
      {"a.json", "[{\"title\":\"A\"},{\"url\":\"u\"}]"},
      {"a.rss",
       "<rss><channel><title>D</title><item><title>A</title></item><item><guid>1</guid>"
       "</item></channel></rss>"},
      {"a.md", "---\ntitle: A\n---\n"},
  };
  for (const auto& [path, bytes] : files) {
    const Gathered gathered = gather(path, bytes);
    ASSERT_EQ(gathered.stories.size(), 1u) << path;
    EXPECT_EQ(gathered.stories[0].title, "A") << path;
    EXPECT_EQ(gathered.stories[0].text, "") << path;
    EXPECT_EQ(gathered.skips.size(), path == "a.md" ? 0u : 1u) << path;
  }
}

}  // namespace
}  // namespace broadsheet
