// Feeds of all kinds, broken ones and hostile ones.
#include <gtest/gtest.h>

#include "indexer/readers/feed_ending.h"
#include "indexer/readers/xml.h"
#include "tests/indexer/gather.h"

namespace broadsheet {
namespace {

std::string rss(std::string_view items) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Daily Example - "
         "World</title><link>http://example.org/</link><language>en-gb</language>" +
         std::string(items) + "</channel></rss>";
}

struct FeedRow {
  std::string bytes;
  std::string_view wanted;
};

const std::vector<FeedRow> feeds = {
    {rss("<item><title>Mill &amp; mine close</title><link>http://example.org/1</link>"
         "<description>&lt;p&gt;Both &lt;b&gt;close&lt;/b&gt;.&lt;/p&gt;</description>"
         "<pubDate>Fri, 24 Apr 2026 10:00:00 GMT</pubDate><guid>g1</guid>"
         "<author>desk@example.org (Ann Lee)</author></item>"),
     "title=Mill & mine close text=Both close.\n date=Fri, 24 Apr 2026 10:00:00 GMT "
     "outlet=Daily Example author=Ann Lee url=http://example.org/1 id=g1 lang=en-gb"},
    {rss("<item><title>A</title><description>Short.</description><content:encoded>"
         "<![CDATA[<p>One.</p><p>Two.</p>]]></content:encoded><dc:creator>Bo Chan"
         "</dc:creator><dc:date>2026-04-24</dc:date></item>"),
     "title=A text=One.\nTwo.\n date=2026-04-24 outlet=Daily Example author=Bo Chan "
     "lang=en-gb"},
    {rss("<item><title>A&nbsp;B &rsquo; AT&T</title><description>x &lt; y &foo; z"
         "</description></item>"),
     "title=A\xC2\xA0"
     "B \xE2\x80\x99 AT&T text=x < y  z outlet=Daily Example lang=en-gb"},
    {rss("<item><title>A</title><guid isPermaLink=\"true\">http://example.org/2</guid>"
         "<source url=\"http://example.com/f\">Harbour Post</source></item>"),
     "title=A outlet=Daily Example credited=Harbour Post url=http://example.org/2 "
     "id=http://example.org/2 lang=en-gb"},
    {"<rdf:RDF xmlns:rdf=\"r\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>"
     "<title>Daily Example</title></channel><item rdf:about=\"u1\"><title>A</title>"
     "<link>http://example.org/3</link><description>One.</description>"
     "<dc:date>2026-04-24T10:00:00Z</dc:date></item></rdf:RDF>",
     "title=A text=One. date=2026-04-24T10:00:00Z outlet=Daily Example "
     "url=http://example.org/3 id=u1"},
    {"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><title>Daily "
     "Example</title><author><name>The desk</name></author><entry><title "
     "type=\"html\">A &amp;amp; B</title><link rel=\"self\" href=\"s\"/><link "
     "href=\"http://example.org/4\"/><id>tag:4</id><updated>2026-04-25</updated>"
     "<published>2026-04-24</published><content type=\"xhtml\"><div "
     "xmlns=\"http://www.w3.org/1999/xhtml\"><p>One <b>big</b>.</p><p>Two.</p></div>"
     "</content><summary>S</summary></entry></feed>",
     "title=A & B text=One big.\nTwo.\n date=2026-04-24 date=2026-04-25 outlet=Daily "
     "Example author=The desk url=http://example.org/4 id=tag:4 lang=de"},
};

TEST(Feed, GivesAStoryAnItem) {
  for (const FeedRow& row : feeds) {
    const Gathered gathered = gather("a.xml", row.bytes);
    ASSERT_EQ(gathered.stories.size(), 1u) << row.bytes;
    EXPECT_EQ(fields_of(gathered.stories[0]), row.wanted) << row.bytes;
  }
}

struct EndingRow {
  std::string_view text;
  std::string_view kept;
  std::vector<std::string> dropped;
};

TEST(FeedEnding, GoesWithItsLink) {
  const std::vector<EndingRow> rows = {
      {"The mill closes.\nThe post Mill closes appeared first on Daily Example.\n",
       "The mill closes.\n",
       {"The post Mill closes appeared first on Daily Example."}},
      {"The mill closes [...] The post Mill closes appeared first on Daily Example.",
       "The mill closes [...]\n",
       {"The post Mill closes appeared first on Daily Example."}},
      {"The mill closes, adding 83. Read more",
       "The mill closes, adding 83.\n",
       {"Read more"}},
      {"The mill closes.\nContinue reading \u2192\nThe post A appeared first on B.",
       "The mill closes.\n",
       {"The post A appeared first on B.", "Continue reading \u2192"}},
      {"The mill closes\u2026 Read more \u00BB",
       "The mill closes\u2026\n",
       {"Read more \u00BB"}},
      {"The mill closes.\nContinue reading Mill to close in June\n",
       "The mill closes.\n",
       {"Continue reading Mill to close in June"}},
      // What is said of reading and of first appearances is the story's.
      {"Children should read more.", "Children should read more.", {}},
      {"Read more", "Read more", {}},
      {"The post is vacant. The ad appeared first on Monday.",
       "The post is vacant. The ad appeared first on Monday.",
       {}},
      {"He held the post and appeared first on a list.\nThe list is long.",
       "He held the post and appeared first on a list.\nThe list is long.",
       {}},
      {"", "", {}},
  };
  for (const EndingRow& row : rows) {
    std::string text(row.text);
    std::vector<std::string> dropped;
    drop_feed_ending(text, dropped);
    EXPECT_EQ(text, row.kept) << row.text;
    EXPECT_EQ(dropped, row.dropped) << row.text;
  }
}

TEST(Feed, LeavesOutTheLinkToTheWholeStory) {
  const Gathered gathered = gather(
      "a", rss("<item><title>A</title><description>&lt;p&gt;The mill closes.&lt;/p&gt;"
               "&lt;p&gt;The post &lt;a href=\"x\"&gt;A&lt;/a&gt; appeared first on "
               "&lt;a href=\"y\"&gt;B&lt;/a&gt;.&lt;/p&gt;</description></item>"));
  ASSERT_EQ(gathered.stories.size(), 1u);
  EXPECT_EQ(gathered.stories[0].text, "The mill closes.\n");
  EXPECT_EQ(gathered.stories[0].dropped.size(), 1u);
}

TEST(Feed, KeepsItemsBeforeDamage) {
  const std::string whole =
      rss("<item><title>A</title></item><item><title>B</title>"
          "</item><item><title>C</title></item>");
  const Gathered gathered = gather("a", whole.substr(0, whole.find("C</title>")));
  EXPECT_EQ(gathered.stories.size(), 2u);
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].first, 3u);
  EXPECT_TRUE(gathered.skips[0].second.starts_with("broken XML: it ends inside <title>"))
      << gathered.skips[0].second;
}

TEST(Feed, ReadsOnBehindATagLeftOpen) {
  const Gathered gathered =
      gather("a.rss", rss("<item><title>A</title><description><b>One.</description>"
                          "</item><item><title>B</title></i></item>"));
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(gathered.stories[0].text, "One.");
  EXPECT_EQ(gathered.stories[1].title, "B");
}

TEST(Feed, KeepsAStoryByItsNumberAndId) {
  const Gathered gathered = gather(
      "a", rss("<item><title>A</title><guid>x</guid></item><item><title>B</title></item>"
               "<item><pubDate>2026-04-24</pubDate></item>"));
  ASSERT_EQ(gathered.stories.size(), 2u);
  EXPECT_EQ(gathered.stories[0].key, "x");
  EXPECT_EQ(gathered.stories[1].key, record_key(gathered.stories[1]));
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].first, 3u);
}

TEST(Feed, HasNoEntitiesOfItsOwn) {
  const std::string entities =
      "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"boom > boom\"><!ENTITY b "
      "\"&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\"> %x;]>";
  const Gathered gathered =
      gather("a.xml", entities +
                          "<rss><channel><item><title>&b;</title><description>"
                          "&x;</description></item></channel></rss>");
  EXPECT_TRUE(gathered.stories.empty());
  ASSERT_EQ(gathered.skips.size(), 1u);
  EXPECT_EQ(gathered.skips[0].second, "no text");
}

TEST(Feed, IsBounded) {
  std::string deep = "<rss><channel>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_NE(gather("a", deep).skips.at(0).second.find("nested too deeply"),
            std::string::npos);
  std::string many = "<rss><channel><item><title>T</title>";
  for (int i = 0; i < 200'000; ++i) many += "<b/>";
  EXPECT_EQ(gather("a", many + "</item></channel></rss>").stories.size(), 1u);
  std::string ends = "<rss><channel>";
  for (int i = 0; i < 200'000; ++i) ends += "</a>";
  gather("a", ends);
  std::string spaces = "<rss";
  for (int i = 0; i < 100'000; ++i) spaces += " xmlns:a" + std::to_string(i) + "='x'";
  gather("a", spaces + "><a1:b/></rss>");
  gather("a", "<rss><!-- " + std::string(1 << 20, '-'));
  gather("a", "<rss><![CDATA[");
  gather("a", "<rss><a b='");
  gather("a", "<rss/>");
}

TEST(FirstElement, LooksBehindTheProlog) {
  EXPECT_EQ(
      first_element("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- a > b -->\n<RSS v='2'>"),
      "rss");
  EXPECT_EQ(first_element("<!DOCTYPE l [<!ENTITY a 'x>y'>]><l/>"), "l");
  EXPECT_EQ(first_element("plain"), "");
}

}  // namespace
}  // namespace broadsheet
