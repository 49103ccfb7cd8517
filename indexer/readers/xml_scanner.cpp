// One pass over the text with a stack of open elements. An end tag closes everything up
// to the element it names and is passed over when none is open. Declarations are passed
// over, so that an entity other than those of XML and HTML has no meaning and goes.
#include <algorithm>
#include <fmt/format.h>

#include "article/ascii.h"
#include "article/entities.h"
#include "article/utf8.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/xml.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_depth = 256;
constexpr std::size_t max_record_nodes = 200'000;
constexpr std::size_t max_outer_nodes = 20'000;
constexpr std::size_t max_attributes = 64;
constexpr std::size_t max_scopes = 64;
constexpr std::size_t max_unclosed = 40;  // elements that one end tag closes
constexpr std::size_t max_name = 200;

struct Scope {
  std::string prefix;
  std::string space;
  std::size_t depth;
};

class Scanner {
 public:
  Scanner(std::string_view text, std::span<const std::string_view> names,
          XmlOutcome& outcome, const EachXmlRecord& each)
      : text_(text), names_(names), outcome_(outcome), each_(each) {}

  void run() {
    while (at_ < text_.size() && outcome_.error.empty()) {
      text_[at_] == '<' ? markup() : characters();
    }
    if (dropped_entity_) outcome_.repairs.emplace_back("left out unknown entities");
    if (outcome_.error.empty() && !open_.empty()) {
      fail(fmt::format("it ends inside <{}>", open_.back().node.name));
    }
    while (!open_.empty()) open_.back().record ? open_.pop_back() : close();
  }

 private:
  struct Open {
    XmlNode node;
    bool record = false;
  };

  void fail(std::string why) {
    const auto lines =
        std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
    outcome_.error = fmt::format("{} at line {}", why, lines + 1);
  }

  XmlNode& top() { return open_.empty() ? outcome_.root : open_.back().node; }

  // Whether there is room for another node; beyond it they are passed over.
  bool count_node() {
    if (!in_record_) return ++outer_nodes_ <= max_outer_nodes;
    if (++record_nodes_ <= max_record_nodes) return true;
    if (record_nodes_ == max_record_nodes + 1)
      outcome_.repairs.emplace_back("cut an oversized record");
    return false;
  }

  void characters() {
    const std::size_t end = std::min(text_.find('<', at_), text_.size());
    add_text(decoded(text_.substr(at_, end - at_)));
    at_ = end;
  }

  void add_text(std::string text) {
    if (open_.empty() || text.empty()) return;
    XmlNode& node = top();
    if (node.children.empty() || !node.children.back().name.empty()) {
      if (trimmed(text).empty() && !in_record_) return;
      if (!count_node()) return;
      node.children.emplace_back();
    }
    node.children.back().text += text;
  }

  void markup() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return pass_over("-->", 4);
    if (rest.starts_with("<![CDATA[")) return cdata();
    if (rest.starts_with("<?")) return pass_over("?>", 2);
    if (rest.starts_with("<!")) return declaration();
    if (rest.starts_with("</")) return end_tag();
    if (rest.size() > 1 && (is_letter(rest[1]) || rest[1] == '_' || is_high(rest[1]))) {
      return start_tag();
    }
    add_text("<");
    ++at_;
  }

  void pass_over(std::string_view end, std::size_t from) {
    const std::size_t found = text_.find(end, at_ + from);
    if (found == text_.npos) return fail("a comment or instruction without an end");
    at_ = found + end.size();
  }

  void cdata() {
    const std::size_t start = at_ + 9;
    const std::size_t end = text_.find("]]>", start);
    if (end == text_.npos) return fail("CDATA without an end");
    add_text(std::string(text_.substr(start, end - start)));
    at_ = end + 3;
  }

  // <!DOCTYPE ... [ ... ]>, with quoted texts in it.
  void declaration() {
    char quote = '\0';
    std::size_t depth = 0;
    for (std::size_t i = at_ + 2; i < text_.size(); ++i) {
      const char c = text_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '<') {
        ++depth;
      } else if (c == ']' || (c == '>' && depth > 0)) {
        depth -= depth > 0 ? 1 : 0;
      } else if (c == '>') {
        at_ = i + 1;
        return;
      }
    }
    fail("a declaration without an end");
  }

  std::string_view take_name(std::size_t& i) const {
    const std::size_t start = i;
    while (i < text_.size() && !is_space(text_[i]) && text_[i] != '>' &&
           text_[i] != '/' && text_[i] != '=' && text_[i] != '<') {
      ++i;
    }
    return text_.substr(start, std::min(i - start, max_name));
  }

  void skip_space(std::size_t& i) const {
    while (i < text_.size() && is_space(text_[i])) ++i;
  }

  void start_tag() {
    std::size_t i = at_ + 1;
    const std::string_view name = take_name(i);
    XmlNode node;
    bool closed = false;
    if (!take_attributes(i, node, closed)) return fail("a tag without an end");
    if (open_.size() >= max_depth) return fail("nested too deeply");
    declare_spaces(node);
    const std::size_t colon = name.find(':');
    node.space = space_of(colon == name.npos ? "" : name.substr(0, colon));
    node.name = colon == name.npos ? name : name.substr(colon + 1);
    if (node.name.empty()) node.name = "_";
    const bool record = !in_record_ && is_record(node.name);
    if (record) {
      in_record_ = true;
      record_nodes_ = 0;
    }
    open_.push_back({std::move(node), record});
    at_ = i;
    if (closed) close();
  }

  // Behind the attributes and the ">"; false when there is none.
  bool take_attributes(std::size_t& i, XmlNode& node, bool& closed) {
    for (;;) {
      skip_space(i);
      if (i >= text_.size()) return false;
      if (text_[i] == '<') return true;  // the ">" was forgotten
      if (text_[i] == '>') {
        ++i;
        return true;
      }
      closed = text_[i] == '/';
      if (closed || text_[i] == '=') {
        ++i;
        continue;
      }
      const std::string_view name = take_name(i);
      std::string value = take_value(i);
      if (node.attributes.size() < max_attributes) {
        node.attributes.emplace_back(name, std::move(value));
      }
    }
  }

  std::string take_value(std::size_t& i) {
    skip_space(i);
    if (i >= text_.size() || text_[i] != '=') return {};
    ++i;
    skip_space(i);
    if (i >= text_.size()) return {};
    const char quote = text_[i];
    if (quote != '"' && quote != '\'') return std::string(take_name(i));
    const std::size_t end = std::min(text_.find(quote, i + 1), text_.size());
    std::string value = decoded(text_.substr(i + 1, end - i - 1));
    i = std::min(end + 1, text_.size());
    return value;
  }

  void declare_spaces(const XmlNode& node) {
    for (const auto& [name, value] : node.attributes) {
      const bool plain = name == "xmlns";
      if (!plain && !name.starts_with("xmlns:")) continue;
      if (scopes_.size() >= max_scopes) return;
      scopes_.push_back({plain ? std::string() : name.substr(6), value, open_.size()});
    }
  }

  std::string space_of(std::string_view prefix) const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      if (scope->prefix == prefix) return scope->space;
    }
    return std::string(prefix);  // "dc:date" without a declaration
  }

  bool is_record(std::string_view name) const {
    return std::any_of(names_.begin(), names_.end(),
                       [&](auto wanted) { return equal_ignoring_case(wanted, name); });
  }

  void end_tag() {
    std::size_t i = at_ + 2;
    std::string_view name = take_name(i);
    if (const std::size_t colon = name.find(':'); colon != name.npos) {
      name.remove_prefix(colon + 1);
    }
    const std::size_t end = text_.find_first_of("<>", i);
    const auto is_it = [&](const Open& open) { return open.node.name == name; };
    const auto last = open_.rbegin() +
                      static_cast<std::ptrdiff_t>(std::min(open_.size(), max_unclosed));
    const auto found = std::find_if(open_.rbegin(), last, is_it);
    if (found != last) {
      const auto depth = static_cast<std::size_t>(open_.rend() - found);
      while (open_.size() >= depth) close();
    }
    at_ = end == text_.npos ? text_.size() : end + (text_[end] == '>' ? 1 : 0);
  }

  // The element on top goes to its parent or, a record, to the caller.
  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    while (!scopes_.empty() && scopes_.back().depth >= open_.size()) scopes_.pop_back();
    if (done.record) {
      in_record_ = false;
      each_(done.node, top(), ++outcome_.records);
    } else if (count_node()) {
      top().children.push_back(std::move(done.node));
    }
  }

  std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t mark = std::min(text.find('&', i), text.size());
      out += text.substr(i, mark - i);
      if (mark == text.size()) break;
      i = mark + entity(text.substr(mark), out);
    }
    return out;
  }

  // What stands at `text`, an "&": appends its meaning and says its length.
  std::size_t entity(std::string_view text, std::string& out) {
    constexpr std::size_t longest = 40;
    const std::size_t end = text.substr(0, longest).find(';');
    const std::string_view name = text.substr(1, end == text.npos ? 0 : end - 1);
    const auto is_part = [](char c) { return is_letter(c) || is_digit(c) || c == '#'; };
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_part)) {
      out += '&';
      return 1;
    }
    if (name == "amp" || name == "#38" || name == "#x26") {
      out += '&';
      return end + 1;
    }
    std::string one(text.substr(0, end + 1));
    if (decode_entities(one)) {
      out += one;
    } else {
      dropped_entity_ = true;
    }
    return end + 1;
  }

  std::string_view text_;
  std::span<const std::string_view> names_;
  XmlOutcome& outcome_;
  const EachXmlRecord& each_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  std::vector<Scope> scopes_;
  bool in_record_ = false;
  bool dropped_entity_ = false;
  std::size_t record_nodes_ = 0;
  std::size_t outer_nodes_ = 0;
};

}  // namespace

void read_xml(std::string_view text, std::span<const std::string_view> record_names,
              XmlOutcome& outcome, const EachXmlRecord& each) {
  Scanner(text, record_names, outcome, each).run();
}

}  // namespace broadsheet
