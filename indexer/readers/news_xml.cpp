// The news industry's XML: NITF, NewsML-G2 (single items, packages, messages) and the
// NewsML 1 before it. Leaves out pictures, subject codes and package structure. An item
// that is cancelled is no story; one that is embargoed or withheld is kept, for whoever
// indexes an archive indexes it after the fact, and a note says so.
#include <array>
#include <fmt/format.h>

#include "article/ascii.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record.h"
#include "indexer/readers/xml.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 3> record_names = {"newsItem", "NewsItem", "nitf"};

std::string one_line(const XmlNode* node) {
  std::string out;
  for (const char c : text_of(node)) {
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return std::string(trimmed(out));
}

void set_once(std::optional<std::string>& field, std::string value) {
  if (!field && !value.empty()) field = std::move(value);
}

// "20260424T103000Z" ==> "2026-04-24".
std::string day_of(std::string_view text) {
  text = trimmed(text);
  const std::string_view digits = text.substr(0, 8);
  const bool compact = digits.size() == 8 &&
                       digits.find_first_not_of("0123456789") == digits.npos &&
                       (text.size() == 8 || text[8] == 'T');
  if (!compact) return std::string(text);
  return fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2),
                     digits.substr(6));
}

void add_date(std::string_view text, DateSource source, RawStory& story) {
  if (!trimmed(text).empty()) story.dates.push_back({day_of(text), source});
}

void add_date(const XmlNode* node, std::string_view name, RawStory& story) {
  if (node == nullptr) return;
  const std::string_view value =
      name.empty() ? std::string_view() : attribute(*node, name);
  value.empty() ? add_date(text_of(node), DateSource::field, story)
                : add_date(value, DateSource::field, story);
}

// Pictures with their captions and other objects are no text of the story.
XmlNode without_media(const XmlNode& node) {
  XmlNode copy{node.name, {}, {}, {}, node.text};
  for (const XmlNode& part : node.children) {
    if (is_named(part, "media") || is_named(part, "figure") || is_named(part, "head") ||
        is_named(part, "style") || is_named(part, "script")) {
      continue;
    }
    copy.children.push_back(without_media(part));
  }
  return copy;
}

void add_body(const XmlNode* node, RawStory& story) {
  if (node != nullptr && story.text.empty()) {
    story.text = html_to_text(inner_markup(without_media(*node)));
  }
}

// ---- NITF

void read_nitf_head(const XmlNode& nitf, RawStory& story) {
  const XmlNode* data = below(nitf, {"head", "docdata"});
  if (data == nullptr) return;
  add_date(child(*data, "date.issue"), "norm", story);
  add_date(child(*data, "date.release"), "norm", story);
  if (const XmlNode* id = child(*data, "doc-id")) {
    set_once(story.source_id, std::string(attribute(*id, "id-string")));
  }
  if (const XmlNode* holder = child(*data, "doc.copyright")) {
    set_once(story.outlet, std::string(attribute(*holder, "holder")));
  }
  if (const XmlNode* publication = below(nitf, {"head", "pubdata"})) {
    const std::string_view name = attribute(*publication, "name");
    if (!name.empty()) story.outlet = std::string(name);
    add_date(attribute(*publication, "date.publication"), DateSource::field, story);
    set_once(story.url, std::string(attribute(*publication, "ex-ref")));
  }
}

void read_nitf(const XmlNode& nitf, RawStory& story) {
  read_nitf_head(nitf, story);
  const XmlNode* head = below(nitf, {"body", "body.head"});
  if (head != nullptr) {
    const XmlNode* lines = child(*head, "hedline");
    set_once(story.title, one_line(lines == nullptr ? nullptr : child(*lines, "hl1")));
    set_once(story.title, one_line(lines));
    for (const XmlNode& part : head->children) {
      if (!is_named(part, "byline")) continue;
      const XmlNode* person = find_below(part, "person");
      add_authors(story.authors, one_line(person != nullptr ? person : &part));
    }
    if (const XmlNode* provider = child(*head, "distributor")) {
      set_once(story.outlet, one_line(provider));
    }
    if (const XmlNode* dateline = child(*head, "dateline")) {
      if (const XmlNode* date = find_below(*dateline, "story.date")) {
        const std::string_view norm = attribute(*date, "norm");
        add_date(norm.empty() ? std::string_view(text_of(date)) : norm,
                 DateSource::dateline, story);
      }
    }
  }
  set_once(story.title, one_line(below(nitf, {"head", "title"})));
  add_body(below(nitf, {"body", "body.content"}), story);
  set_once(story.language, std::string(attribute(nitf, "xml:lang")));
}

// ---- NewsML-G2

// The name inside <provider> or <creator>, in English when there are several.
std::string name_of(const XmlNode& node) {
  const XmlNode* name = child(node, "name");
  if (name != nullptr) return one_line(name);
  const std::string_view literal = attribute(node, "literal");
  if (!literal.empty()) return std::string(literal);
  return node.children.size() == 1 ? one_line(&node) : std::string();
}

void read_item_meta(const XmlNode& item, RawStory& story) {
  const XmlNode* meta = child(item, "itemMeta");
  if (meta == nullptr) return;
  set_once(story.title, one_line(child(*meta, "title")));
  add_date(child(*meta, "firstCreated"), "", story);
  add_date(child(*meta, "versionCreated"), "", story);
  if (const XmlNode* provider = child(*meta, "provider")) {
    set_once(story.outlet, name_of(*provider));
  }
  if (child(*meta, "embargoed") != nullptr) story.repairs.emplace_back("was embargoed");
}

void read_content_meta(const XmlNode& item, RawStory& story) {
  const XmlNode* meta = child(item, "contentMeta");
  if (meta == nullptr) return;
  if (const XmlNode* line = child(*meta, "headline")) {
    story.title.reset();
    set_once(story.title, one_line(line));
  }
  std::vector<DateHint> later = std::move(story.dates);
  story.dates.clear();
  add_date(child(*meta, "contentCreated"), "", story);
  add_date(child(*meta, "contentModified"), "", story);
  story.dates.insert(story.dates.end(), later.begin(), later.end());
  for (const XmlNode& part : meta->children) {
    if (is_named(part, "by")) add_authors(story.authors, one_line(&part));
    if (is_named(part, "language")) {
      set_once(story.language, std::string(attribute(part, "tag")));
    }
    if (is_named(part, "creditline")) set_once(story.outlet, one_line(&part));
  }
  for (const XmlNode& part : meta->children) {
    if (story.authors.empty() && is_named(part, "creator")) {
      add_authors(story.authors, name_of(part));
    }
  }
}

std::string_view status_of(const XmlNode& item) {
  const XmlNode* status = below(item, {"itemMeta", "pubStatus"});
  if (status == nullptr) return {};
  const std::string_view code = attribute(*status, "qcode");
  const std::size_t colon = code.find(':');
  return colon == code.npos ? code : code.substr(colon + 1);
}

void read_g2_content(const XmlNode& item, RawStory& story) {
  const XmlNode* set = child(item, "contentSet");
  if (set == nullptr) return;
  if (const XmlNode* nitf = find_below(*set, "nitf")) {
    read_nitf(*nitf, story);
  } else if (const XmlNode* page = find_below(*set, "html")) {
    const XmlNode* body = child(*page, "body");
    add_body(body != nullptr ? body : page, story);
  } else if (const XmlNode* inner = child(*set, "inlineXML")) {
    add_body(inner, story);
  } else if (const XmlNode* data = child(*set, "inlineData")) {
    std::string text = text_of(data);
    story.text = looks_like_html(text) ? html_to_text(text) : std::move(text);
  }
}

void read_g2(const XmlNode& item, RawStory& story) {
  set_once(story.source_id, std::string(attribute(item, "guid")));
  read_item_meta(item, story);
  read_content_meta(item, story);
  read_g2_content(item, story);
  if (const XmlNode* holder = below(item, {"rightsInfo", "copyrightHolder"})) {
    set_once(story.outlet, name_of(*holder));
  }
  set_once(story.language, std::string(attribute(item, "xml:lang")));
}

// ---- NewsML 1

void read_newsml(const XmlNode& item, RawStory& story) {
  const XmlNode* id = find_below(item, "PublicIdentifier");
  if (id == nullptr) id = find_below(item, "NewsItemId");
  set_once(story.source_id, one_line(id));
  if (const XmlNode* lines = find_below(item, "NewsLines")) {
    set_once(story.title, one_line(child(*lines, "HeadLine")));
    add_authors(story.authors, one_line(child(*lines, "ByLine")));
    set_once(story.outlet, one_line(child(*lines, "CreditLine")));
  }
  add_date(find_below(item, "DateAndTime"), "", story);
  add_date(find_below(item, "FirstCreated"), "", story);
  if (const XmlNode* language = find_below(item, "Language")) {
    set_once(story.language, std::string(attribute(*language, "FormalName")));
  }
  const XmlNode* content = find_below(item, "DataContent");
  if (content == nullptr) return;
  if (const XmlNode* nitf = find_below(*content, "nitf")) {
    read_nitf(*nitf, story);
  } else {
    const XmlNode* body = find_below(*content, "body");
    add_body(body != nullptr ? body : content, story);
  }
}

// ---- the file

void read_record(const XmlNode& record, const Source& source, std::size_t number,
                 StorySink& sink) {
  RawStory story;
  if (is_named(record, "nitf")) {
    read_nitf(record, story);
  } else if (child(record, "NewsComponent") != nullptr) {
    read_newsml(record, story);
  } else {
    const std::string_view status = status_of(record);
    if (equal_ignoring_case(status, "canceled") ||
        equal_ignoring_case(status, "cancelled")) {
      return sink.skip(number, "a cancelled item");
    }
    if (equal_ignoring_case(status, "withheld"))
      story.repairs.emplace_back("was withheld");
    read_g2(record, story);
  }
  if (!story.title && trimmed(story.text).empty()) return sink.skip(number, "no text");
  story.path = source.path;
  story.line = number;
  story.key = record_key(story);
  sink.story(std::move(story));
}

bool accepts_news_xml(std::string_view, std::string_view head) {
  std::string name = first_element(head);
  if (const std::size_t colon = name.find(':'); colon != name.npos) {
    name = name.substr(colon + 1);
  }
  return name == "nitf" || name == "newsitem" || name == "newsmessage" ||
         name == "newsml" || name == "packageitem";
}

void read_news_xml(const Source& source, const ReadOptions&, StorySink& sink) {
  std::vector<std::string> repairs;
  const std::string text = decode_xml(source.bytes, repairs);
  XmlOutcome outcome;
  read_xml(text, record_names, outcome,
           [&](XmlNode& record, const XmlNode&, std::size_t number) {
             read_record(record, source, number, sink);
           });
  if (!outcome.error.empty()) {
    sink.skip(outcome.records + 1, "broken XML: " + outcome.error);
  } else if (outcome.records == 0) {
    sink.skip(std::nullopt, "news XML without an item");
  }
}

}  // namespace

const Reader news_xml_reader = {"news-xml", "NITF, NewsML-G2 or NewsML 1", nullptr,
                                accepts_news_xml, read_news_xml};

}  // namespace broadsheet
