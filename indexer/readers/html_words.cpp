// Names are cut into words at separators and capitals, and single words and pairs of
// neighbours looked up: "read-more", "readMore" and "readmore" are one row, and "share"
// does not hit "shareholder". A story row beats a clutter row of the same element.
#include "indexer/readers/html_words.h"

#include <array>
#include <string>
#include <unordered_set>

#include "article/ascii.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 30> story_names = {
    "articlebody",   "articlecontent", "articletext",    "entrycontent", "postcontent",
    "postbody",      "storybody",      "storycontent",   "storytext",    "bodycopy",
    "bodycontent",   "contentbody",    "bodytext",       "articlecopy",  "blogcontent",
    "entrybody",     "posttext",       "pagecontent",    "maincontent",  "newsbody",
    "newscontent",   "newstext",       "articledetail",  "richtext",     "textcontent",
    "singlecontent", "contentarticle", "articlewrapper", "entrytext",    "contenttext"};

constexpr std::array clutter_names = {std::string_view("ad"),
                                      std::string_view("ads"),
                                      std::string_view("adbox"),
                                      std::string_view("advert"),
                                      std::string_view("adverts"),
                                      std::string_view("advertisement"),
                                      std::string_view("advertising"),
                                      std::string_view("alsolike"),
                                      std::string_view("authorbio"),
                                      std::string_view("authorbox"),
                                      std::string_view("authorinfo"),
                                      std::string_view("aboutauthor"),
                                      std::string_view("backtotop"),
                                      std::string_view("banner"),
                                      std::string_view("bio"),
                                      std::string_view("biography"),
                                      std::string_view("breadcrumb"),
                                      std::string_view("breadcrumbs"),
                                      std::string_view("byline"),
                                      std::string_view("bylines"),
                                      std::string_view("captcha"),
                                      std::string_view("carousel"),
                                      std::string_view("comment"),
                                      std::string_view("comments"),
                                      std::string_view("commentlist"),
                                      std::string_view("consent"),
                                      std::string_view("cookie"),
                                      std::string_view("cookies"),
                                      std::string_view("copyright"),
                                      std::string_view("credit"),
                                      std::string_view("dateline"),
                                      std::string_view("disqus"),
                                      std::string_view("donate"),
                                      std::string_view("donation"),
                                      std::string_view("feedback"),
                                      std::string_view("figcaption"),
                                      std::string_view("footer"),
                                      std::string_view("gallery"),
                                      std::string_view("gdpr"),
                                      std::string_view("hidden"),
                                      std::string_view("imagecaption"),
                                      std::string_view("infobox"),
                                      std::string_view("jumpto"),
                                      std::string_view("latestnews"),
                                      std::string_view("livechat"),
                                      std::string_view("login"),
                                      std::string_view("masthead"),
                                      std::string_view("menu"),
                                      std::string_view("metadata"),
                                      std::string_view("modal"),
                                      std::string_view("moreon"),
                                      std::string_view("morestories"),
                                      std::string_view("mostpopular"),
                                      std::string_view("mostread"),
                                      std::string_view("nav"),
                                      std::string_view("navbar"),
                                      std::string_view("navigation"),
                                      std::string_view("newsletter"),
                                      std::string_view("newsletters"),
                                      std::string_view("nextpost"),
                                      std::string_view("noprint"),
                                      std::string_view("nocontent"),
                                      std::string_view("outbrain"),
                                      std::string_view("overlay"),
                                      std::string_view("pager"),
                                      std::string_view("pagination"),
                                      std::string_view("permalink"),
                                      std::string_view("popular"),
                                      std::string_view("popup"),
                                      std::string_view("postmeta"),
                                      std::string_view("entrymeta"),
                                      std::string_view("articlemeta"),
                                      std::string_view("postdate"),
                                      std::string_view("posttags"),
                                      std::string_view("entryfooter"),
                                      std::string_view("postfooter"),
                                      std::string_view("prevpost"),
                                      std::string_view("promo"),
                                      std::string_view("promos"),
                                      std::string_view("promotion"),
                                      std::string_view("pubdate"),
                                      std::string_view("rating"),
                                      std::string_view("ratings"),
                                      std::string_view("readalso"),
                                      std::string_view("readnext"),
                                      std::string_view("readmore"),
                                      std::string_view("recirc"),
                                      std::string_view("recirculation"),
                                      std::string_view("recommend"),
                                      std::string_view("recommendation"),
                                      std::string_view("recommendations"),
                                      std::string_view("recommended"),
                                      std::string_view("related"),
                                      std::string_view("relatedlinks"),
                                      std::string_view("relatedposts"),
                                      std::string_view("relatedarticles"),
                                      std::string_view("reply"),
                                      std::string_view("replies"),
                                      std::string_view("respond"),
                                      std::string_view("screenreader"),
                                      std::string_view("search"),
                                      std::string_view("seealso"),
                                      std::string_view("share"),
                                      std::string_view("sharebar"),
                                      std::string_view("sharebuttons"),
                                      std::string_view("sharedaddy"),
                                      std::string_view("sharing"),
                                      std::string_view("addthis"),
                                      std::string_view("sidebar"),
                                      std::string_view("signup"),
                                      std::string_view("skiplink"),
                                      std::string_view("social"),
                                      std::string_view("socials"),
                                      std::string_view("sociallinks"),
                                      std::string_view("sponsor"),
                                      std::string_view("sponsored"),
                                      std::string_view("sponsors"),
                                      std::string_view("sronly"),
                                      std::string_view("subscribe"),
                                      std::string_view("subscription"),
                                      std::string_view("taboola"),
                                      std::string_view("tagcloud"),
                                      std::string_view("taglist"),
                                      std::string_view("tags"),
                                      std::string_view("taxonomy"),
                                      std::string_view("teaser"),
                                      std::string_view("teasers"),
                                      std::string_view("timestamp"),
                                      std::string_view("toc"),
                                      std::string_view("tableofcontents"),
                                      std::string_view("toolbar"),
                                      std::string_view("topbar"),
                                      std::string_view("trending"),
                                      std::string_view("upnext"),
                                      std::string_view("visuallyhidden"),
                                      std::string_view("widget"),
                                      std::string_view("widgets"),
                                      std::string_view("zergnet"),
                                      std::string_view("youmightlike"),
                                      std::string_view("caption"),
                                      std::string_view("captions"),
                                      std::string_view("wpcaption"),
                                      std::string_view("photocredit"),
                                      std::string_view("paywall"),
                                      std::string_view("regwall"),
                                      std::string_view("disclaimer")};

// "paywall", "widget", "hidden" and the like also name wrappers of the whole story; the
// caller keeps an element that holds most of the page's text.

constexpr std::size_t max_names = 512;

using Words = std::unordered_set<std::string_view>;

class Lookup {
 public:
  void word(const std::string& word) {
    check(word);
    if (!last_.empty()) check(last_ + word);
    last_ = word;
  }
  void gap() { last_.clear(); }

  Naming result() const {
    if (story_) return Naming::story;
    return clutter_ ? Naming::clutter : Naming::none;
  }

 private:
  void check(const std::string& key) {
    static const Words story(story_names.begin(), story_names.end());
    static const Words clutter(clutter_names.begin(), clutter_names.end());
    story_ = story_ || story.count(key) > 0;
    clutter_ = clutter_ || clutter.count(key) > 0;
  }

  std::string last_;
  bool story_ = false;
  bool clutter_ = false;
};

}  // namespace

Naming naming_of(std::string_view names) {
  names = names.substr(0, max_names);
  Lookup lookup;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) lookup.word(word);
    word.clear();
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    if (is_upper(c) && i > 0 && is_lower(names[i - 1])) finish();
    if (is_letter(c)) {
      word += to_lower(c);
    } else {
      finish();
    }
    if (is_space(c)) lookup.gap();
  }
  finish();
  return lookup.result();
}

}  // namespace broadsheet
