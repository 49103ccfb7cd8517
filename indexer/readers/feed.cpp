// RSS 0.9x, 1.0 and 2.0 and Atom: each item a story, with the full text where the feed
// carries it and its summary where it does not. Dates are the feed's own. Leaves out
// enclosures, comments and everything of podcasts.
#include "indexer/readers/feed.h"

#include <array>

#include "article/ascii.h"
#include "article/entities.h"
#include "article/outlets.h"
#include "indexer/readers/feed_ending.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record.h"
#include "indexer/readers/xml.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 2> record_names = {"item", "entry"};

// Feeds escape markup in any of their texts, titles too.
std::string plain(std::string text) {
  if (looks_like_html(text)) return html_to_text(text);
  return text;
}

std::string one_line(std::string text) {
  text = plain(std::move(text));
  decode_entities(text);
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return std::string(trimmed(text));
}

std::optional<std::string> not_empty(std::string text) {
  const std::string_view kept = trimmed(text);
  return kept.empty() ? std::nullopt : std::optional(std::string(kept));
}

// <content type="xhtml"> holds elements, all others hold escaped text.
std::string body_of(const XmlNode& node) {
  if (attribute(node, "type") == "xhtml") return html_to_text(inner_markup(node));
  std::string text = text_of(&node);
  if (attribute(node, "type") == "html") return html_to_text(text);
  return plain(std::move(text));
}

struct TextName {
  std::string_view space;  // ending of the namespace; empty: any
  std::string_view name;
};

// Full text first. An empty one or one that only repeats the title's length gives way.
constexpr std::array text_names = {
    TextName{"/rss/1.0/modules/content/", "encoded"},
    TextName{"content", "encoded"},  // the prefix without its declaration
    TextName{"", "content"},
    TextName{"", "fulltext"},
    TextName{"", "description"},
    TextName{"", "summary"},
    TextName{"", "subtitle"},
};

std::string text_of_item(const XmlNode& item) {
  for (const TextName& wanted : text_names) {
    for (const XmlNode& part : item.children) {
      const bool media = is_in(part, "/mrss/") || is_in(part, "media");
      if (media || !is_named(part, wanted.name) || !is_in(part, wanted.space)) continue;
      std::string text = body_of(part);
      if (!trimmed(text).empty()) return text;
    }
  }
  return {};
}

// <link>address</link> or <link rel="alternate" href="address"/>.
std::string link_of(const XmlNode& node) {
  std::string best;
  for (const XmlNode& part : node.children) {
    if (!is_named(part, "link")) continue;
    const std::string_view rel = attribute(part, "rel");
    const std::string_view href = attribute(part, "href");
    if (href.empty() && !trimmed(text_of(&part)).empty()) {
      return std::string(trimmed(text_of(&part)));
    }
    if (rel.empty() || rel == "alternate") return std::string(trimmed(href));
    if (best.empty() && rel == "via") best = trimmed(href);
  }
  return best;
}

void add_dates(const XmlNode& item, RawStory& story) {
  constexpr std::array<std::string_view, 7> names = {
      "published", "pubDate", "issued", "created", "date", "updated", "modified"};
  for (const std::string_view name : names) {
    for (const XmlNode& part : item.children) {
      if (!is_named(part, name)) continue;
      if (auto text = not_empty(text_of(&part))) {
        story.dates.push_back({std::move(*text), DateSource::feed});
      }
    }
  }
}

// "editor@example.org (Ann Lee)" ==> "Ann Lee"; an address alone is no name.
std::string person(std::string text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  if (text.find('@') == text.npos) return text;
  if (open == text.npos || close == text.npos || close < open) return {};
  return text.substr(open + 1, close - open - 1);
}

void add_feed_authors(const XmlNode& node, RawStory& story) {
  for (const XmlNode& part : node.children) {
    if (!is_named(part, "author") && !is_named(part, "creator")) continue;
    const XmlNode* name = child(part, "name");
    add_authors(story.authors, person(one_line(text_of(name != nullptr ? name : &part))));
  }
}

// <source> names the feed that an item was taken over from.
void add_source(const XmlNode& item, RawStory& story) {
  for (const XmlNode& part : item.children) {
    if (!is_named(part, "source")) continue;
    const XmlNode* title = child(part, "title");
    auto name = not_empty(one_line(text_of(title != nullptr ? title : &part)));
    if (name && name->size() <= 100 && name->find("://") == name->npos) {
      story.credited.push_back(std::move(*name));
    }
  }
}

// What the whole feed says of itself.
struct Channel {
  std::string title;
  std::string link;
  std::string language;
};

Channel read_channel(const XmlNode& parent) {
  // RSS 1.0 puts its items beside the channel.
  const XmlNode* inner = child(parent, "channel");
  const XmlNode& node = inner != nullptr ? *inner : parent;
  Channel channel;
  channel.title = one_line(text_of(child(node, "title")));
  channel.link = link_of(node);
  channel.language = trimmed(text_of(child(node, "language")));
  if (channel.language.empty()) channel.language = attribute(node, "xml:lang");
  return channel;
}

// "Example News - Business" and "Example News | World": the part that is an outlet.
std::optional<std::string> outlet_in(std::string_view title) {
  if (is_known_outlet(title)) return normalise_outlet(title);
  for (const std::string_view mark : {" - ", " | ", " > ", ": ", " \u2013 "}) {
    const std::size_t at = title.find(mark);
    if (at == title.npos) continue;
    for (const std::string_view part :
         {title.substr(0, at), title.substr(title.rfind(mark) + mark.size())}) {
      if (is_known_outlet(part)) return normalise_outlet(part);
    }
  }
  return std::nullopt;
}

RawStory read_item(const XmlNode& item, const XmlNode& parent) {
  const Channel channel = read_channel(parent);
  RawStory story;
  story.title = not_empty(one_line(text_of(child(item, "title"))));
  story.text = text_of_item(item);
  drop_feed_ending(story.text, story.dropped);
  story.url = not_empty(link_of(item));
  const XmlNode* guid = child(item, "guid");
  if (guid == nullptr) guid = child(item, "id");
  if (guid == nullptr) guid = child(item, "identifier");
  story.source_id = not_empty(text_of(guid));
  if (!story.source_id)
    story.source_id = not_empty(std::string(attribute(item, "rdf:about")));
  if (!story.url && story.source_id && story.source_id->starts_with("http") &&
      guid != nullptr && attribute(*guid, "isPermaLink") != "false") {
    story.url = story.source_id;
  }
  add_dates(item, story);
  add_feed_authors(item, story);
  if (story.authors.empty() && is_named(parent, "feed")) add_feed_authors(parent, story);
  add_source(item, story);
  story.outlet = feed_outlet(channel.title, channel.link, story);
  std::string_view language = attribute(item, "xml:lang");
  story.language = not_empty(language.empty() ? channel.language : std::string(language));
  return story;
}

bool accepts_feed(std::string_view, std::string_view head) {
  const std::string name = first_element(head);
  if (name == "rss" || name == "rdf:rdf" || name == "channel") return true;
  return (name == "feed" || name.ends_with(":feed") || name == "entry") &&
         head.find("http://www.w3.org/2005/Atom") != head.npos;
}

void read_feed(const Source& source, const ReadOptions&, StorySink& sink) {
  std::vector<std::string> repairs;
  const std::string text = decode_xml(source.bytes, repairs);
  XmlOutcome outcome;
  const auto each = [&](XmlNode& item, const XmlNode& parent, std::size_t number) {
    RawStory story = read_item(item, parent);
    if (!story.title && trimmed(story.text).empty()) return sink.skip(number, "no text");
    story.path = source.path;
    story.line = number;
    story.key = record_key(story);
    story.repairs = repairs;
    sink.story(std::move(story));
  };
  read_xml(text, record_names, outcome, each);
  if (!outcome.error.empty()) {
    sink.skip(outcome.records + 1, "broken XML: " + outcome.error);
  } else if (outcome.records == 0) {
    sink.skip(std::nullopt, "a feed without items");
  }
}

}  // namespace

std::optional<std::string> feed_outlet(std::string_view title, std::string_view link,
                                       const RawStory& story) {
  if (story.url) {
    if (auto known = outlet_of_url(*story.url)) return known;
  }
  if (!story.credited.empty() && is_known_outlet(story.credited[0])) {
    return normalise_outlet(story.credited[0]);
  }
  if (auto known = outlet_in(title)) return known;
  if (auto known = outlet_of_url(link)) return known;
  for (const std::string_view mark : {" - ", " | ", " \u2013 ", " \u00BB "}) {
    title = title.substr(0, title.find(mark));
  }
  return not_empty(std::string(title));
}

const Reader feed_reader = {"feed", "RSS or Atom, each item a story", nullptr,
                            accepts_feed, read_feed};

}  // namespace broadsheet
