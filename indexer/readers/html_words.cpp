// Names are cut into words at separators and capitals, and single words and pairs of
// neighbours looked up: "read-more", "readMore" and "readmore" are one row, and "share"
// does not hit "shareholder". A story row beats a clutter row of the same element.
#include "indexer/readers/html_words.h"

#include <array>
#include <string>
#include <unordered_map>
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

constexpr std::string_view clutter_names[] = {"ad",
                                              "ads",
                                              "headerauthor",
                                              "imagedescription",
                                              "signin",
                                              "articlecomment",
                                              "copyrightinfo",
                                              "nextprev",
                                              "factbox",
                                              "authormeta",
                                              "authorcontent",
                                              "authorwrapper",
                                              "authordetails",
                                              "authorcontainer",
                                              "adbox",
                                              "advert",
                                              "adverts",
                                              "advertisement",
                                              "advertising",
                                              "alsolike",
                                              "authorbio",
                                              "authorbox",
                                              "authorinfo",
                                              "aboutauthor",
                                              "backtotop",
                                              "banner",
                                              "bio",
                                              "biography",
                                              "breadcrumb",
                                              "breadcrumbs",
                                              "byline",
                                              "bylines",
                                              "captcha",
                                              "carousel",
                                              "comment",
                                              "comments",
                                              "commentlist",
                                              "consent",
                                              "cookie",
                                              "cookies",
                                              "copyright",
                                              "credit",
                                              "dateline",
                                              "disqus",
                                              "donate",
                                              "donation",
                                              "feedback",
                                              "figcaption",
                                              "footer",
                                              "gdpr",
                                              "hidden",
                                              "imagecaption",
                                              "infobox",
                                              "jumpto",
                                              "latestnews",
                                              "livechat",
                                              "login",
                                              "masthead",
                                              "menu",
                                              "metadata",
                                              "modal",
                                              "moreon",
                                              "morestories",
                                              "mostpopular",
                                              "mostread",
                                              "nav",
                                              "navbar",
                                              "navigation",
                                              "newsletter",
                                              "newsletters",
                                              "nextpost",
                                              "noprint",
                                              "nocontent",
                                              "outbrain",
                                              "overlay",
                                              "pager",
                                              "pagination",
                                              "permalink",
                                              "popular",
                                              "popup",
                                              "postmeta",
                                              "entrymeta",
                                              "articlemeta",
                                              "postdate",
                                              "posttags",
                                              "entryfooter",
                                              "postfooter",
                                              "prevpost",
                                              "promo",
                                              "promos",
                                              "promotion",
                                              "pubdate",
                                              "rating",
                                              "ratings",
                                              "readalso",
                                              "readnext",
                                              "readmore",
                                              "recirc",
                                              "recirculation",
                                              "recommend",
                                              "recommendation",
                                              "recommendations",
                                              "recommended",
                                              "related",
                                              "relatedlinks",
                                              "relatedposts",
                                              "relatedarticles",
                                              "reply",
                                              "replies",
                                              "respond",
                                              "screenreader",
                                              "search",
                                              "seealso",
                                              "share",
                                              "sharebar",
                                              "sharebuttons",
                                              "sharedaddy",
                                              "sharing",
                                              "addthis",
                                              "sidebar",
                                              "signup",
                                              "skiplink",
                                              "social",
                                              "socials",
                                              "sociallinks",
                                              "sponsor",
                                              "sponsored",
                                              "sponsors",
                                              "sronly",
                                              "subscribe",
                                              "subscription",
                                              "taboola",
                                              "tagcloud",
                                              "taglist",
                                              "tags",
                                              "taxonomy",
                                              "teaser",
                                              "teasers",
                                              "timestamp",
                                              "toolbar",
                                              "topbar",
                                              "trending",
                                              "upnext",
                                              "visuallyhidden",
                                              "zergnet",
                                              "youmightlike",
                                              "mightlike",
                                              "mayalso",
                                              "postedon",
                                              "postmetadata",
                                              "disclosure",
                                              "pullquote",
                                              "pullquotes",
                                              "caption",
                                              "captions",
                                              "wpcaption",
                                              "photocredit",
                                              "disclaimer"};

// Furniture only where it holds a few words.
constexpr std::string_view slight_names[] = {
    "author",      "authors",    "authorname", "writer",      "date",       "datetime",
    "published",   "meta",       "metainfo",   "contentmeta", "readtime",   "readingtime",
    "cta",         "btn",        "next",       "prev",        "info",       "follow",
    "facebook",    "twitter",    "time",       "posted",      "views",      "kicker",
    "sectionname", "permission", "license",    "colophon",    "printheader"};

constexpr std::size_t max_names = 512;

using Words = std::unordered_set<std::string_view>;

constexpr std::string_view lead_names[] = {
    "lead",      "lede",     "leadtext", "intro",  "introtext",  "standfirst",
    "abstract",  "excerpt",  "summary",  "teaser", "teasertext", "description",
    "shortinfo", "vorspann", "chapeau",  "chapo",  "entradilla", "ingress",
    "bajada",    "preamble", "sommario"};

constexpr std::string_view subtitle_names[] = {
    "deck",      "dek",        "subtitle",    "subline", "subhead",
    "strapline", "subheading", "subheadline", "title",   "head"};

constexpr std::string_view picture_names[] = {"image",   "img",   "media",   "photo",
                                              "caption", "video", "gallery", "picture"};

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
    if (clutter_) return Naming::clutter;
    return slight_ ? Naming::slight : Naming::none;
  }

 private:
  void check(const std::string& key) {
    static const auto names = [] {
      std::unordered_map<std::string_view, Naming> all;
      for (const std::string_view name : story_names) all.emplace(name, Naming::story);
      for (const std::string_view name : clutter_names)
        all.emplace(name, Naming::clutter);
      for (const std::string_view name : slight_names) all.emplace(name, Naming::slight);
      return all;
    }();
    const auto found = names.find(key);
    if (found == names.end()) return;
    story_ = story_ || found->second == Naming::story;
    clutter_ = clutter_ || found->second == Naming::clutter;
    slight_ = slight_ || found->second == Naming::slight;
  }

  std::string last_;
  bool story_ = false;
  bool clutter_ = false;
  bool slight_ = false;
};

// Words that are single or in pairs, as in Lookup.
struct LeadLookup {
  void word(const std::string& word) {
    check(word);
    if (!last.empty()) check(last + word);
    last = word;
  }
  void gap() { last.clear(); }

  void check(const std::string& word) {
    static const Words leads(std::begin(lead_names), std::end(lead_names));
    static const Words subtitles(std::begin(subtitle_names), std::end(subtitle_names));
    static const Words pictures(std::begin(picture_names), std::end(picture_names));
    lead = lead || leads.count(word) > 0;
    subtitle = subtitle || subtitles.count(word) > 0;
    picture = picture || pictures.count(word) > 0;
  }

  LeadNaming result() const {
    if (picture) return LeadNaming::picture;
    if (subtitle) return LeadNaming::subtitle;
    return lead ? LeadNaming::lead : LeadNaming::none;
  }

  std::string last;
  bool lead = false;
  bool subtitle = false;
  bool picture = false;
};

// Calls `word` for each word of the names and `gap` between two names.
template <typename Sink>
void cut_into_words(std::string_view names, Sink& sink) {
  names = names.substr(0, max_names);
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) sink.word(word);
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
    if (is_space(c)) sink.gap();
  }
  finish();
}

}  // namespace

Naming naming_of(std::string_view names) {
  Lookup lookup;
  cut_into_words(names, lookup);
  return lookup.result();
}

LeadNaming lead_naming_of(std::string_view names) {
  LeadLookup lookup;
  cut_into_words(names, lookup);
  return lookup.result();
}

std::string names_of(const HtmlTree& tree, NodeId id) {
  std::string names = to_lower(tree.attribute(id, "class").substr(0, 200));
  const std::string_view own = tree.attribute(id, "id").substr(0, 100);
  if (!own.empty()) names.append(" ").append(to_lower(own));
  return names;
}

}  // namespace broadsheet
