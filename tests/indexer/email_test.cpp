// Mail: headers, encodings, parts, mailboxes.
#include <gtest/gtest.h>

#include "indexer/readers/mime.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

struct WordRow {
  std::string_view coded;
  std::string_view plain;
};

TEST(DecodeWords, ReadsEncodedWords) {
  const std::vector<WordRow> rows = {
      {"plain text", "plain text"},
      {"=?utf-8?Q?Caf=C3=A9_opens?=", "Caf\xC3\xA9 opens"},
      {"=?UTF-8?B?Q2Fmw6k=?= today", "Caf\xC3\xA9 today"},
      {"=?utf-8?Q?Caf=C3=A9?= =?utf-8?Q?_opens?=", "Caf\xC3\xA9 opens"},
      {"a =?iso-8859-1*en?Q?caf=E9?= b", "a caf\xC3\xA9 b"},
      {"=?utf-8?X?odd?=", "=?utf-8?X?odd?="},
      {"=?utf-8?Q?never ends", "=?utf-8?Q?never ends"},
      {"5 =? 6", "5 =? 6"},
      {"", ""},
  };
  for (const WordRow& row : rows) EXPECT_EQ(decode_words(row.coded), row.plain);
}

TEST(DecodeTransfer, ForgivesOddBytes) {
  EXPECT_EQ(decode_transfer("a=3Db=\r\nc=\n d=zz=", "quoted-printable"), "a=bc d=zz");
  EXPECT_EQ(decode_transfer("Q2 Fm\nw6k=", "BASE64"), "Caf\xC3\xA9");
  EXPECT_EQ(decode_transfer("Q2=3D", "8bit"), "Q2=3D");
}

std::string letter(std::string_view from, std::string_view more, std::string_view body) {
  return "From: " + std::string(from) +
         "\r\nSubject: Re: [desk] =?utf-8?Q?Mill_=26_mine?=\r\n close\r\n"
         "Date: Fri, 24 Apr 2026 10:00:00 +0000 (UTC)\r\nMessage-ID: <m1@x>\r\n" +
         std::string(more) + "\r\n" + std::string(body);
}

TEST(Email, GivesAStory) {
  const Gathered gathered =
      gather("a", letter("Daily Example <news@mail.example.org>",
                         "List-Id: <x>\r\nContent-Type: text/plain; charset=utf-8\r\n",
                         "The mill closes in June.\r\n\r\nUnsubscribe here\r\n"));
  ASSERT_EQ(gathered.stories.size(), 1u);
  const RawStory& story = gathered.stories[0];
  EXPECT_EQ(story.title, "Mill & mine close");
  EXPECT_EQ(story.text, "The mill closes in June.\n\n");
  EXPECT_EQ(story.dropped, std::vector<std::string>{"Unsubscribe here"});
  EXPECT_EQ(story.outlet, "Daily Example");
  EXPECT_EQ(story.source_id, "m1@x");
  ASSERT_EQ(story.dates.size(), 1u);
  EXPECT_EQ(story.dates[0].text, "Fri, 24 Apr 2026 10:00:00 +0000");
  EXPECT_TRUE(story.pasted);
}

struct SenderRow {
  std::string_view from;
  std::string_view more;
  std::string_view outlet;
  std::string_view author;
};

TEST(Email, KnowsItsSender) {
  const std::vector<SenderRow> rows = {
      {"Ann Lee <ann@gmail.com>", "", "-", "Ann Lee"},
      {"Ann Lee <ann@news.example.org>", "", "example.org", "Ann Lee"},
      {"BBC News <x@example.org>", "", "BBC News", ""},
      {"\"Ann Lee from Reuters\" <x@example.org>", "", "Reuters", "Ann Lee"},
      {"The Harbour Gazette <x@example.org>", "", "The Harbour Gazette", ""},
      {"Morning Bell <x@example.org>", "List-Id: <y>\r\n", "Morning Bell", ""},
      {"x@example.org", "", "example.org", ""},
      {"Bay Letter <newsletter@example.org>", "", "Bay Letter", ""},
      {"Bay Letter <x@example.org>", "Precedence: bulk\r\n", "Bay Letter", ""},
      {"The Bay Letter <ann@bayletter.example>", "", "The Bay Letter", ""},
      {"=?utf-8?Q?Caf=C3=A9_am_Morgen?= <noreply@send.example.org>", "",
       "Caf\xC3\xA9 am Morgen", ""},
      {"news@example.org (Bay Letter)", "", "Bay Letter", ""},
      {"", "", "-", ""},
  };
  for (const SenderRow& row : rows) {
    const Gathered gathered = gather("a.eml", letter(row.from, row.more, "Some text."));
    ASSERT_EQ(gathered.stories.size(), 1u) << row.from;
    const RawStory& story = gathered.stories[0];
    EXPECT_EQ(story.outlet.value_or("-"), row.outlet) << row.from;
    EXPECT_EQ(story.authors.empty() ? "" : story.authors[0], row.author) << row.from;
  }
}

TEST(Email, WalksItsParts) {
  const Gathered gathered = gather(
      "a.eml",
      letter(
          "x@example.org", "Content-Type: multipart/mixed; boundary=\"A;1\"\r\n",
          "preamble\r\n--A;1\r\nContent-Type: multipart/alternative; boundary=B\r\n\r\n"
          "--B\r\nContent-Type: text/plain\r\n\r\nSee the web page.\r\n"
          "--B\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
          "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
          "<p>The caf=E9 by the mill clo=\r\nses.</p><p>Nobody knew.</p>"
          "<img src=3D\"pixel.gif\">\r\n--B--\r\n"
          "--A;1\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\n"
          "an attachment\r\n--A;1--\r\n"));
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(gathered.stories[1].text, "an attachment\r\n");
  EXPECT_EQ(gathered.stories[0].text,
            "The caf\xC3\xA9 by the mill closes.\nNobody knew.\n");
}

std::string attached(std::string_view headers, std::string_view body) {
  return "--A\r\n" + std::string(headers) + "Content-Disposition: attachment\r\n\r\n" +
         std::string(body) + "\r\n";
}

TEST(Email, ReadsWhatIsAttached) {
  const Gathered gathered = gather(
      "a.eml",
      letter(
          "x@example.org", "Content-Type: multipart/mixed; boundary=A\r\n",
          "--A\r\nContent-Type: text/plain\r\n\r\nThe story is attached.\r\n" +
              attached("Content-Type: text/html; name=\"page.html\"\r\n",
                       "<html><body><h1>The mill closes</h1><p>The mill by the harbour "
                       "closes in June, its owner said.</p></body></html>") +
              attached("Content-Type: text/csv; name=\"rows.csv\"\r\n",
                       "title,text\nA,One.\nB,Two.\n") +
              attached("Content-Type: application/x-thing; name=\"thing.bin\"\r\n",
                       std::string("\x7F"
                                   "ELF\0\1",
                                   6)) +
              attached("Content-Type: image/png; name=\"logo.png\"\r\n", "\x89PNG") +
              attached("Content-Type: message/rfc822\r\n",
                       "From: y@example.net\r\nTo: z\r\nSubject: Inner\r\n\r\nThe "
                       "inner letter.") +
              "--A--\r\n"));
  std::vector<std::string> titles;
  for (const RawStory& story : gathered.stories) {
    titles.push_back(story.member.value_or("-") + ": " + story.title.value_or("-"));
  }
  EXPECT_EQ(titles, (std::vector<std::string>{"-: Mill & mine close",
                                              "page.html: The mill closes", "rows.csv: A",
                                              "rows.csv: B", "attached mail: Inner"}));
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].second, "attachment thing.bin: not a format that is read");
}

TEST(Email, IsAPageWhereABrowserSavedOne) {
  const Gathered gathered = gather(
      "a.mhtml",
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/mill\r\n"
      "Subject: The mill shuts - Daily Example\r\nDate: Mon, 4 May 2026 10:00:00 "
      "-0000\r\n"
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
      "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "<html><head><title>The mill shuts - Daily Example</title></head><body><h1>The "
      "mill "
      "shuts</h1><p>The mill by the river shut for good on Monday, its own=\r\ner said, "
      "and "
      "its 120 workers were told to go home by noon.</p></body></html>\r\n--B--\r\n");
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(gathered.stories[0].title, "The mill shuts");
  EXPECT_EQ(gathered.stories[0].url, "https://example.org/mill");
  EXPECT_EQ(gathered.stories[0].outlet, std::nullopt);
}

TEST(Email, JoinsTheLinesOfAParagraph) {
  const Gathered gathered = gather(
      "a.eml", letter("x@example.org", "",
                      "The mill by the harbour closes in the month of June, its\r\n"
                      "owner said, and 600\r\nShort.\r\n\r\n- one\r\n- two\r\n"));
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(gathered.stories[0].text,
            "The mill by the harbour closes in the month of June, its owner said, and "
            "600\nShort.\n\n- one\n- two\n");
}

struct BodyRow {
  std::string_view type;
  std::string_view body;
  std::string_view text;
  std::vector<std::string> dropped;
};

TEST(Email, LeavesOutWhatItsReaderDoesNotReadAsTheLetter) {
  const std::vector<BodyRow> rows = {
      {"text/html",
       "<div style=\"Display: None; max-height:0\">Preheader: 99 jobs go</div>"
       "<p>The mill closes in June.</p>",
       "The mill closes in June.\n",
       {"Preheader: 99 jobs go"}},
      {"text/html",
       "<span style=\"max-height:0px;overflow:hidden\">Teaser of 7</span>"
       "<p style=\"max-height:0.5em\">The mill closes.</p>",
       "The mill closes.\n",
       {"Teaser of 7"}},
      {"text/html",
       "<p>The mill closes.</p><blockquote type=\"cite\"><p>Does the mine lay off 40?</p>"
       "</blockquote><p>--</p><p>Ann Lee</p>",
       "The mill closes.\n",
       {"Does the mine lay off 40?", "Ann Lee"}},
      {"text/html", "<div style=\"display:none\">All of it.</div>", "All of it.\n", {}},
      {"text/plain",
       "The mill closes in June.\n\nOn Monday, Bo Chan wrote:\n\n> Will the mine\n"
       "> lay off 40?\n>\n>> Nobody.\n\nThe mine stays.\n-- \nAnn Lee\nDesk 4\n",
       "The mill closes in June.\n\n\nThe mine stays.\n",
       {"Will the mine lay off 40?", "Nobody.", "Ann Lee\nDesk 4"}},
      {"text/plain", "> All of it.\n", "> All of it.\n", {}},
      {"text/plain", "-- \nThe mill closes.\n", "--\nThe mill closes.\n", {}},
  };
  for (const BodyRow& row : rows) {
    const Gathered gathered =
        gather("a", letter("Ann Lee <a@example.org>",
                           "Content-Type: " + std::string(row.type) + "\r\n", row.body));
    ASSERT_EQ(gathered.stories.size(), 1u) << row.body;
    EXPECT_EQ(gathered.stories[0].text, row.text) << row.body;
    EXPECT_EQ(gathered.stories[0].dropped, row.dropped) << row.body;
  }
}

TEST(Mbox, CutsAtFromLines) {
  const std::string from = "From a@b Fri Apr 24 10:00:00 2026\n";
  const std::string file =
      from + "From: x@example.org\nSubject: A\n\nOne.\n\n>From here.\n\n" + from +
      "From: x@example.org\nSubject: B\nMessage-ID: <m2>\n\n" +
      "Two.\n\nFrom here on it is text.\n";
  const Gathered gathered = gather("inbox", file);
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(gathered.stories[0].title, "A");
  EXPECT_EQ(gathered.stories[0].line, 2u);
  EXPECT_EQ(gathered.stories[0].key, record_key(gathered.stories[0]));
  EXPECT_NE(gathered.stories[0].text.find("\nFrom here."), std::string::npos);
  EXPECT_EQ(gathered.stories[1].key, "m2");
  EXPECT_NE(gathered.stories[1].text.find("From here on it is text."), std::string::npos);
}

TEST(Email, IsBounded) {
  std::string parts = "Content-Type: multipart/mixed; boundary=x\n\n";
  for (int i = 0; i < 50'000; ++i) parts += "--x\n";
  EXPECT_EQ(gather("a.eml", parts).skips.at(0).second, "a mail without text");
  std::string nested = "From: x\nDate: y\nTo: z\n";
  for (int i = 0; i < 2000; ++i) {
    nested += "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
  }
  gather("a.eml", nested);
  std::string inside = "From: x\nDate: y\nTo: z\n";
  for (int i = 0; i < 2000; ++i) inside += "Content-Type: message/rfc822\n\n";
  gather("a.eml", inside);
  std::string boxes =
      "From: x\nDate: y\nTo: z\nContent-Type: application/mbox\n"
      "Content-Disposition: attachment; filename=a.mbox\n\n";
  for (int i = 0; i < 8; ++i) {
    boxes +=
        "From a@b Fri Apr 24 10:00:00 2026\nContent-Type: application/mbox\n"
        "Content-Disposition: attachment; filename=a.mbox\n\n";
  }
  gather("a.eml", boxes);
  gather("a.eml", "From: =?utf-8?Q?" + std::string(1 << 20, '=') + "\n\nx");
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "=?a?q?";
  gather("a.eml", "Subject: " + words + "\n\nx");
  gather("a.eml", "\0\0\n\n\0");
}

TEST(Email, IsNotAnyTextWithColons) {
  EXPECT_EQ(reader_for("a.txt", "Source: Example\nDate: today\n\nText")->name, "text");
  EXPECT_EQ(reader_for("a", "From: a\nTo: b\nSubject: c\n\nText")->name, "email");
  EXPECT_EQ(reader_for("a.txt", "From here on it was 10:30 and late.\nText")->name,
            "text");
}

}  // namespace
}  // namespace broadsheet
