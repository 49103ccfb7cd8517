// NITF, NewsML-G2, NewsML 1 and XML of no known name.
#include <gtest/gtest.h>

#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

std::string shown(const RawStory& story) {
  std::string text =
      story.title.value_or("-") + " / " + story.outlet.value_or("-") + " /";
  for (const DateHint& date : story.dates) text += " " + date.text;
  text += " / ";
  for (const std::string& author : story.authors) text += author + ";";
  return text + " / " + story.source_id.value_or("-") + " / " +
         story.language.value_or("-") + " / " + story.text;
}

constexpr std::string_view nitf_story =
    "<nitf xml:lang=\"en\"><head><title>Mill</title><docdata><doc-id id-string=\"d1\"/>"
    "<date.issue norm=\"20260424T103000Z\"/><doc.copyright holder=\"Example Media\"/>"
    "<key-list><keyword key=\"mills\"/></key-list></docdata><pubdata name=\"Daily "
    "Example\"/></head><body><body.head><hedline><hl1>Mill closes</hl1><hl2>Sub</hl2>"
    "</hedline><byline>By <person>Ann Lee</person></byline><dateline><location>HARBOUR"
    "</location><story.date norm=\"20260423\">April "
    "23</story.date></dateline></body.head>"
    "<body.content><p>The mill <em>closes</em>.</p><media><media-caption>A mill"
    "</media-caption></media><hl2>Why</hl2><p>So it goes.</p><table><tr><td>a</td><td>5"
    "</td></tr></table></body.content></body></nitf>";

TEST(Nitf, GivesAStory) {
  const Gathered gathered =
      gather("a.xml", "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf.dtd\">" +
                          std::string(nitf_story));
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(shown(gathered.stories[0]),
            "Mill closes / Daily Example / 2026-04-24 2026-04-23 / Ann Lee; / d1 / en / "
            "The mill closes.\nWhy\nSo it goes.\na | 5\n");
}

std::string g2(std::string_view status, std::string_view content) {
  return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"g1\" "
         "xml:lang=\"en-GB\"><rightsInfo><copyrightHolder literal=\"Example Media\"/>"
         "</rightsInfo><itemMeta><provider literal=\"Example Wire\"/><versionCreated>"
         "2026-04-25T10:00:00Z</versionCreated><pubStatus qcode=\"stat:" +
         std::string(status) +
         "\"/></itemMeta><contentMeta><contentCreated>2026-04-24T09:00:00Z"
         "</contentCreated><headline>Mill closes</headline><by>By Ann Lee</by>"
         "<slugline>MILL-CLOSE</slugline></contentMeta><contentSet>" +
         std::string(content) + "</contentSet></newsItem>";
}

constexpr std::string_view page =
    "<inlineXML contenttype=\"application/xhtml+xml\"><html "
    "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><p>The "
    "mill "
    "closes.</p></body></html></inlineXML>";

TEST(NewsMl, ReadsItemsOfAMessage) {
  const std::string file =
      "<newsMessage><header/><itemSet>" + g2("usable", page) + g2("canceled", page) +
      g2("usable", "<inlineXML>" + std::string(nitf_story) + "</inlineXML>") +
      "</itemSet></newsMessage>";
  const Gathered gathered = gather("a.xml", file);
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(
      shown(gathered.stories[0]),
      "Mill closes / Example Wire / 2026-04-24T09:00:00Z 2026-04-25T10:00:00Z / Ann "
      "Lee; / g1 / en-GB / The mill closes.\n");
  EXPECT_TRUE(gathered.stories[1].text.starts_with("The mill closes.\nWhy\n"));
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].second, "a cancelled item");
  EXPECT_EQ(gathered.skips[0].first, 2u);
}

TEST(NewsMl, ReadsTheFirstVersion) {
  const std::string file =
      "<NewsML><NewsEnvelope><DateAndTime>20260424T1030Z</DateAndTime></NewsEnvelope>"
      "<NewsItem><Identification><NewsIdentifier><NewsItemId>n1</NewsItemId>"
      "</NewsIdentifier></Identification><NewsManagement><FirstCreated>20260424T103000Z"
      "</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Mill closes"
      "</HeadLine><ByLine>Ann Lee</ByLine></NewsLines><ContentItem><DataContent><body>"
      "<p>The mill closes.</p></body></DataContent></ContentItem></NewsComponent>"
      "</NewsItem></NewsML>";
  const Gathered gathered = gather("a.xml", file);
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(shown(gathered.stories[0]),
            "Mill closes / - / 2026-04-24 / Ann Lee; / n1 / - / The mill closes.\n");
}

TEST(Xml, ReadsRepeatedElementsAsRecords) {
  const std::string file =
      "<?xml version=\"1.0\"?><archive><article id=\"7\"><headline>Mill closes</headline>"
      "<meta><pubdate>2026-04-24</pubdate><author><name>Ann Lee</name></author></meta>"
      "<body><p>The mill closes.</p><p>So it goes.</p></body></article><article id=\"8\">"
      "<headline>Mine opens</headline><body>The mine opens.</body></article></archive>";
  const Gathered gathered = gather("a.xml", file);
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(shown(gathered.stories[0]),
            "Mill closes / - / 2026-04-24 / Ann Lee; / 7 / - / The mill closes.\nSo it "
            "goes.\n");
  EXPECT_EQ(gathered.stories[1].text, "The mine opens.");
}

TEST(Xml, ReadsMarkupWithoutARoot) {
  const std::string file =
      "<!DOCTYPE wire SYSTEM \"wire.dtd\">\n<WIRE ID=\"1\"><DATE>24-APR-1987</DATE>"
      "<UNKNOWN>&#5;&#5;f0</UNKNOWN><TEXT>&#2;<TITLE>MILL CLOSES</TITLE><BODY>The mill "
      "closes. &#3;</BODY></TEXT></WIRE>\n<WIRE ID=\"2\"><TEXT><TITLE>MINE OPENS</TITLE>"
      "</TEXT></WIRE>";
  const Gathered gathered = gather("a.sgm", file);
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(gathered.stories[0].title, "MILL CLOSES");
  EXPECT_EQ(gathered.stories[1].title, "MINE OPENS");
}

TEST(Xml, IsRefusedByName) {
  const Gathered gathered = gather(
      "a.xml", "<?xml version=\"1.0\"?><catalog><cd><artist>x</artist></cd></catalog>");
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].second, "an XML format that is not read (<catalog>)");
}

TEST(Xml, GivesNothingOfOtherFiles) {
  for (const std::string file :
       {"<l xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include parse=\"text\" "
        "href=\"/etc/passwd\"/></l>",
        "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY x SYSTEM "
        "\"file:///etc/passwd\">]><l>&x;</l>",
        "<a:b:c xmlns:a=''>x</a:b:c>"}) {
    EXPECT_TRUE(gather("a.xml", file).stories.empty()) << file;
  }
}

}  // namespace
}  // namespace broadsheet
