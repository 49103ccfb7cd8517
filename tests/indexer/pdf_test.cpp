// PDF and Word: small ones, made here.
#include <archive.h>
#include <archive_entry.h>

#include <gtest/gtest.h>

#include "indexer/readers/archive_member.h"
#include "indexer/readers/pdf_layout.h"
#include "indexer/readers/pdf_text.h"
#include "indexer/readers/run_bounded.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

// A page for each text; lines are parted by newlines.
std::string pdf_of(const std::vector<std::string>& pages) {
  std::string kids;
  std::string objects;
  int number = 4;
  for (const std::string& page : pages) {
    std::string content = "BT /F1 12 Tf 72 720 Td 14 TL\n";
    std::size_t start = 0;
    while (start <= page.size()) {
      const std::size_t end = std::min(page.find('\n', start), page.size());
      content += "(" + page.substr(start, end - start) + ") Tj T*\n";
      start = end + 1;
    }
    content += "ET";
    kids += std::to_string(number) + " 0 R ";
    objects +=
        std::to_string(number) +
        " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 "
        "3 0 R>>>>/Contents " +
        std::to_string(number + 1) + " 0 R>>endobj\n" + std::to_string(number + 1) +
        " 0 obj<</Length " + std::to_string(content.size()) + ">>stream\n" + content +
        "\nendstream endobj\n";
    number += 2;
  }
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 "
         "obj<</Type/Pages/Kids[" +
         kids + "]/Count " + std::to_string(pages.size()) +
         ">>endobj\n3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n" +
         objects + "trailer<</Root 1 0 R>>\n";
}

TEST(Pdf, GivesItsTextInParagraphs) {
  const Gathered gathered =
      gather("a", pdf_of({"The mill by the harbour closes in June, its own-\n"
                          "er said on Friday, and all of its 600 workers\nleave.\n",
                          "The mine stays."}));
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_TRUE(gathered.stories[0].pasted);
  EXPECT_EQ(
      gathered.stories[0].text,
      "The mill by the harbour closes in June, its owner said on Friday, and all of "
      "its 600 workers leave.\nThe mine stays.\n");
}

TEST(Pdf, ThatIsBrokenIsAReason) {
  const Gathered gathered =
      gather("a.pdf", "%PDF-1.4\n1 0 obj<</Length 99999999999>>stream\n" +
                          std::string(5000, '\xA7'));
  EXPECT_TRUE(gathered.stories.empty());
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].second, "a broken or locked PDF");
}

TEST(Pdf, IsNoTextThatSpeaksOfIt) {
  for (const std::string_view head :
       {R"({"title": "A format at thirty", "text": "The file began with %PDF-1.4"})",
        "Thirty years ago the first %PDF-1.0 file was saved.",
        "PK\x03\x04 a.pdf %PDF-1.4"}) {
    const Reader* reader = reader_for("story", head);
    EXPECT_TRUE(reader == nullptr || reader->name != "pdf") << head;
  }
  ASSERT_NE(reader_for("story", "\n%PDF-1.4\n"), nullptr);
  EXPECT_EQ(reader_for("story", "\n%PDF-1.4\n")->name, "pdf");
}

TEST(RunBounded, StopsAtItsBounds) {
  RunBounds bounds;
  EXPECT_EQ(run_bounded({"cat"}, "text", bounds).output, "text");
  EXPECT_EQ(run_bounded({"no-such-program-here"}, "", bounds).end, RunEnd::no_program);
  EXPECT_EQ(run_bounded({"false"}, "", bounds).end, RunEnd::failed);
  bounds.time = std::chrono::milliseconds(100);
  EXPECT_EQ(run_bounded({"sleep", "20"}, "", bounds).end, RunEnd::too_long);
  bounds.time = std::chrono::seconds(20);
  bounds.output = 1000;
  const RunResult much = run_bounded({"yes"}, "", bounds);
  EXPECT_EQ(much.end, RunEnd::too_much);
  EXPECT_EQ(much.output.size(), 1000u);
}

struct PagesRow {
  std::string_view pages;
  std::string_view text;
};

TEST(ParagraphsOfPages, JoinsAndMends) {
  const std::vector<PagesRow> rows = {
      {"One line\nand more.\n\nTwo.\n", "One line and more.\nTwo.\n"},
      {"The long-term plan of the mill is now\nto be well-\nknown and long-\nterm.\n",
       "The long-term plan of the mill is now to be well-known and long-term.\n"},
      {"A story that does not end on its page but goes\fon here.\n",
       "A story that does not end on its page but goes on here.\n"},
      {"Daily Example 1\nThe mill.\n\fDaily Example 2\nThe mine.\n\fDaily Example 3\nThe "
       "quay.\n",
       "The mill.\nThe mine.\nThe quay.\n"},
      {"The mill.\n\n1\n\fThe mine.\n\nPage 2 of 2\n", "The mill.\nThe mine.\n"},
      {"A sentence of some length fills this line whole\nand ends here.\nAnother "
       "sentence "
       "begins below it and it is long\n",
       "A sentence of some length fills this line whole and ends here.\nAnother sentence "
       "begins below it and it is long\n"},
      // Who wrote it and when stand apart, though the layout knows no such lines.
      {"Mill sheds 90 jobs\nBy Peter Vann\n4 May 2026\nThe mill sheds 90 jobs, it said "
       "on Monday, and the\ncompany pays them.\n",
       "Mill sheds 90 jobs\nBy Peter Vann\n4 May 2026\nThe mill sheds 90 jobs, it said "
       "on Monday, and the company pays them.\n"},
      {"", ""},
      {"\f\f\f", ""},
  };
  for (const PagesRow& row : rows) EXPECT_EQ(paragraphs_of_pages(row.pages), row.text);
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members) {
  std::vector<char> buffer(4u << 20);
  std::size_t used = 0;
  archive* zip = archive_write_new();
  archive_write_set_format_zip(zip);
  archive_write_open_memory(zip, buffer.data(), buffer.size(), &used);
  for (const auto& [name, text] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(zip, entry);
    archive_write_data(zip, text.data(), text.size());
    archive_entry_free(entry);
  }
  archive_write_close(zip);
  archive_write_free(zip);
  return std::string(buffer.data(), used);
}

std::string docx_of(std::string_view body) {
  return zip_of(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml", "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>" +
                                 std::string(body) + "</w:body></w:document>"}});
}

TEST(Docx, GivesItsParagraphs) {
  const Gathered gathered = gather(
      "a.docx",
      docx_of(
          "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Mill closes</w:t>"
          "</w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">The mill </w:t></w:r>"
          "<w:del><w:r><w:delText>opens</w:delText></w:r></w:del><w:ins><w:r><w:t>"
          "closes</w:t></w:r></w:ins><w:hyperlink><w:r><w:t>.</w:t></w:r>"
          "</w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
          "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>"
          "<w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(gathered.stories[0].title, "Mill closes");
  EXPECT_EQ(gathered.stories[0].text, "The mill closes.\na | 5\n");
}

TEST(Docx, MayHoldAnExport) {
  std::string body;
  for (const std::string line :
       {"Mill closes", "Daily Example", "April 24, 2026 Friday", "Length: 812 words",
        "Body", "The mill closes.", "Load-Date: April 25, 2026", "End of Document"}) {
    body += "<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>";
  }
  const Gathered gathered = gather("a.docx", docx_of(body + body));
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(gathered.stories[1].outlet, "Daily Example");
}

TEST(Docx, ThatIsBrokenIsAReason) {
  const std::string whole = docx_of("<w:p/>");
  EXPECT_EQ(gather("a.docx", whole.substr(0, whole.size() / 3)).skips.size(), 1u);
  EXPECT_EQ(gather("a.docx", whole).skips.at(0).second, "no text");
  EXPECT_EQ(gather("a.docx", zip_of({{"word/other.xml", "x"}})).skips.size(), 1u);
}

TEST(ZipMember, IsBounded) {
  const std::string zip = zip_of({{"a", std::string(1 << 20, ' ')}, {"b", "x"}});
  EXPECT_EQ(zip_member(zip, "b", 10), "x");
  EXPECT_FALSE(zip_member(zip, "a", 1000).has_value());
  EXPECT_FALSE(zip_member(zip, "c", 1000).has_value());
  EXPECT_FALSE(zip_member("PK\x03\x04 broken", "a", 1000).has_value());
}

struct HeadRow {
  std::vector<PrintedLine> lines;
  std::string_view document;
  std::string_view title;
  std::string_view outlet;
};

const std::string story_line(200, 'a');

TEST(PdfHead, IsTheLargestPrintThatIsNoMasthead) {
  const std::vector<HeadRow> rows = {
      {{{"The Rowan Bay Gazette", 30},
        {"Yard closes its", 22},
        {"drawing office", 22},
        {"By Nora Field", 10},
        {story_line, 11}},
       "",
       "Yard closes its drawing office",
       "The Rowan Bay Gazette"},
      {{{"Daily Example | News | Sport", 9},
        {"Bank holds its rate | Daily Example", 22},
        {story_line, 11}},
       "x",
       "Bank holds its rate | Daily Example",
       "Daily Example"},
      {{{"River towns brace for more", 22}, {story_line, 11}},
       "River towns brace for more rain - The Bay Letter",
       "River towns brace for more",
       "The Bay Letter"},
      {{{"All of one size it is", 11}, {story_line, 11}},
       "All of one size it is",
       "-",
       "-"},
      {{{"Big", 40}, {story_line, 11}}, "", "-", "-"},
      {{}, "", "-", "-"},
  };
  for (const HeadRow& row : rows) {
    const PdfHead head = read_head(row.lines, row.document);
    EXPECT_EQ(head.title.value_or("-"), row.title);
    EXPECT_EQ(head.outlet.value_or("-"), row.outlet) << row.title;
  }
}

TEST(PdfHead, IsReadFromTheLayoutOfTheFirstPage) {
  std::string title;
  const auto lines = printed_lines(
      "<title>A &amp; B</title><page width=\"9\"><line xMin=\"1\" yMin=\"10.5\" "
      "xMax=\"2\" yMax=\"20.5\"><word xMin=\"1\">R&amp;D</word> <word "
      "xMin=\"2\">cut</word></line>"
      "<line yMin=\"1\" "
      "yMax=\"2\"></line></page><page><line><word>no</word></line></page>",
      title);
  EXPECT_EQ(title, "A & B");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].text, "R&D cut");
  EXPECT_EQ(lines[0].height, 10);
  EXPECT_TRUE(printed_lines("<page <line <word </line>", title).empty());
}

TEST(ParagraphsOfPages, PartsTheHeadlineFromTheByline) {
  const std::unordered_map<std::string, double> heights = {
      {"Yard closes its", 22}, {"drawing office", 22},  {"By Nora Field", 10},
      {"April 24, 2026", 10},  {"The yard closes", 11}, {"its office.", 11}};
  EXPECT_EQ(paragraphs_of_pages("Yard closes its\ndrawing office\nBy Nora Field\n"
                                "April 24, 2026\nThe yard closes\nits office.\n",
                                heights),
            "Yard closes its drawing office\nBy Nora Field\nApril 24, 2026\n"
            "The yard closes its office.\n");
}

TEST(WithoutPrintMarks, DropsWhatABrowserAddsToItsPages) {
  std::string url;
  EXPECT_EQ(without_print_marks("11/22/26, 7:14 PM\n\nThe mill.\n\n"
                                "https://example.org/mill\n\f24.04.2026, 07:14\nMore.\n"
                                "https://example.org/mill\n",
                                url),
            "\n\nThe mill.\n\n\n\f\nMore.\n\n");
  EXPECT_EQ(url, "https://example.org/mill");
  url.clear();
  const std::string plain = "The mill.\nhttps://example.org/mill\n";
  EXPECT_EQ(without_print_marks(plain, url), plain);
  EXPECT_EQ(url, "");
}

}  // namespace
}  // namespace broadsheet
