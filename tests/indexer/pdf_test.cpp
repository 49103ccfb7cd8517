// PDF and Word: small ones, made here.
#include <archive.h>
#include <archive_entry.h>

#include <gtest/gtest.h>

#include "indexer/readers/archive_member.h"
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

}  // namespace
}  // namespace broadsheet
