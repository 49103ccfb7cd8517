// Mail, a letter in a file (.eml; many in one: mbox). Newsletters are what is meant: the
// subject is the title, the sender the outlet, the Date header the date, and the text is
// taken apart like a pasted page. What is attached is read like a file of its own
// (email_attachments). Leaves out archives among that.
#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/outlets.h"
#include "indexer/readers/email_attachments.h"
#include "indexer/readers/email_tail.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/mime.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

// ---- who sent it

struct Sender {
  std::string name;
  std::string box;  // before the "@"
  std::string domain;
};

Sender read_sender(std::string_view from) {
  Sender sender;
  from = trimmed(from);
  const std::size_t comment = from.find('(');
  if (from.ends_with(')') && comment != from.npos && from.find('<') == from.npos) {
    sender.name =
        trimmed(decode_words(from.substr(comment + 1, from.size() - comment - 2)));
    from = from.substr(0, comment);
  }
  const std::size_t open = from.rfind('<');
  std::string_view address = from;
  if (open != from.npos) {
    address = from.substr(open + 1, from.find('>', open) - open - 1);
    std::string_view name = trimmed(from.substr(0, open));
    if (name.size() > 1 && name.front() == '"' && name.back() == '"') {
      name = name.substr(1, name.size() - 2);
    }
    sender.name = trimmed(decode_words(name));
  }
  if (const std::size_t at = address.rfind('@'); at != address.npos) {
    sender.box = to_lower(trimmed(address.substr(0, at)));
    address = address.substr(at + 1);
    sender.domain = to_lower(trimmed(address.substr(0, address.find_first_of(" >)"))));
  }
  return sender;
}

// Where everybody has an address, the domain says nothing about the sender.
bool is_post_office(std::string_view domain) {
  constexpr std::array<std::string_view, 14> offices = {
      "gmail.com",  "googlemail.com", "outlook.com", "hotmail.com", "yahoo.com",
      "icloud.com", "aol.com",        "gmx.de",      "gmx.net",     "web.de",
      "proton.me",  "protonmail.com", "live.com",    "mail.com"};
  return std::find(offices.begin(), offices.end(), domain) != offices.end();
}

// "news.mail.example.org" ==> "example.org": a sending machine is no outlet.
std::string_view without_machine(std::string_view domain) {
  constexpr std::array<std::string_view, 12> machines = {
      "mail",        "email", "e",    "em",       "news",    "newsletter",
      "newsletters", "reply", "send", "messages", "updates", "alerts"};
  for (;;) {
    const std::size_t dot = domain.find('.');
    if (dot == domain.npos || domain.find('.', dot + 1) == domain.npos) return domain;
    const std::string_view first = domain.substr(0, dot);
    if (std::find(machines.begin(), machines.end(), first) == machines.end()) {
      return domain;
    }
    domain = domain.substr(dot + 1);
  }
}

// "Ann Lee from Daily Example", "Daily Example | Morning": the known outlet in it, and
// the person beside it.
bool split_sender(const std::string& name, RawStory& story) {
  constexpr std::array<std::string_view, 9> marks = {
      " from ", " at ", " via ", ", ", " | ", " - ", ": ", " \u2013 ", " @ "};
  for (const std::string_view mark : marks) {
    const std::size_t at = name.find(mark);
    if (at == name.npos) continue;
    const std::string_view whole = name;
    const std::array parts = {whole.substr(0, at), whole.substr(at + mark.size())};
    for (const std::size_t i : {1u, 0u}) {
      if (!is_known_outlet(parts[i])) continue;
      story.outlet = normalise_outlet(parts[i]);
      const std::string_view other = trimmed(parts[1 - i]);
      if (looks_like_name(other)) story.authors.emplace_back(other);
      return true;
    }
  }
  return false;
}

// A name that is a newsletter's: it is sent to many, from a box that no person has, or
// goes by its own domain ("The Bay Letter", thebayletter.example).
bool is_name_of_letter(const Mail& mail, const Sender& sender) {
  for (const std::string_view name :
       {"List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID", "X-Campaign",
        "X-Campaign-ID", "X-Mailgun-Tag"}) {
    if (!header(mail.headers, name).empty()) return true;
  }
  const std::string precedence = to_lower(header(mail.headers, "Precedence"));
  if (precedence == "bulk" || precedence == "list") return true;
  constexpr std::array<std::string_view, 17> boxes = {
      "newsletter", "newsletters", "news",      "noreply", "no-reply", "donotreply",
      "editor",     "editors",     "redaktion", "digest",  "alerts",   "briefing",
      "updates",    "update",      "daily",     "letters", "mailing"};
  if (std::find(boxes.begin(), boxes.end(), sender.box) != boxes.end()) return true;
  std::string label;
  for (const char c : sender.name) {
    if (is_letter(c) || is_digit(c)) label += to_lower(c);
  }
  const std::string_view domain = without_machine(sender.domain);
  const std::string_view first = domain.substr(0, domain.find('.'));
  return label.size() > 4 && (first == label || "the" + std::string(first) == label);
}

void set_sender(const Mail& mail, RawStory& story) {
  const Sender sender = read_sender(header(mail.headers, "From"));
  const bool list = is_name_of_letter(mail, sender);
  if (is_known_outlet(sender.name)) {
    story.outlet = normalise_outlet(sender.name);
    return;
  }
  if (split_sender(sender.name, story)) return;
  const std::string_view domain = without_machine(sender.domain);
  if (auto known = outlet_of_url(sender.domain)) {
    story.outlet = std::move(*known);
  } else if (!sender.name.empty() && (list || looks_like_masthead(sender.name))) {
    story.outlet = sender.name;  // a newsletter goes by the name it sends
    return;
  } else if (!domain.empty() && !is_post_office(domain)) {
    story.outlet = domain;
  }
  if (looks_like_name(sender.name)) story.authors.push_back(sender.name);
}

// ---- what it says

// Takes "Re:", "Fwd:" and "[list]" off the front.
std::string subject_title(std::string_view value) {
  const std::string decoded = decode_words(value);
  std::string_view title = trimmed(decoded);
  for (int i = 0; i < 10; ++i) {
    const std::string_view before = title;
    for (const std::string_view mark : {"re:", "fwd:", "fw:", "aw:", "wg:", "tr:"}) {
      if (equal_ignoring_case(title.substr(0, mark.size()), mark)) {
        title = trimmed(title.substr(mark.size()));
      }
    }
    const std::size_t close = title.find(']');
    if (title.starts_with('[') && close != title.npos && close < 40 &&
        close + 1 < title.size()) {
      title = trimmed(title.substr(close + 1));
    }
    if (title == before) break;
  }
  return std::string(title);
}

// Lines of plain mail are broken at some 72 columns: they are joined to paragraphs. A
// line that is short ends one, and so does one before a list item or quotation.
std::string unwrapped(std::string_view text) {
  constexpr std::size_t full = 50;
  std::string out;
  bool open = false;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
    line = trimmed(line);
    const bool starts_anew = line.empty() || line[0] == '-' || line[0] == '*' ||
                             line[0] == '>' || line[0] == '=' || line[0] == '_';
    if (!out.empty()) out += open && !starts_anew ? ' ' : '\n';
    out += line;
    open = line.size() >= full && line.size() <= 90;
  }
  return out;
}

// What the sending machine adds around a newsletter.
bool is_mail_furniture(std::string_view line) {
  constexpr std::array<std::string_view, 18> signs = {
      "view in browser",     "view this email",     "view it in your browser",
      "view online",         "unsubscribe",         "manage your preferences",
      "manage preferences",  "update your profile", "email preferences",
      "you are receiving",   "you're receiving",    "you received this email",
      "forward to a friend", "add us to your",      "sent to you because",
      "read in browser",     "open in browser",     "web version"};
  if (line.size() > 200) return false;
  const std::string lower = to_lower(line);
  return std::any_of(signs.begin(), signs.end(),
                     [&](auto sign) { return lower.find(sign) != lower.npos; });
}

void set_text(std::string_view text, RawStory& story) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
    if (is_mail_furniture(line)) {
      if (story.dropped.size() < 200) story.dropped.emplace_back(trimmed(line));
    } else {
      story.text.append(line).append("\n");
    }
  }
}

// HTML keeps its paragraphs whole; the plain part is taken when it says far more.
std::string text_of(const Mail& mail, std::vector<std::string>& dropped) {
  std::vector<std::string> of_html;
  std::string html = letter_to_text(mail.html, of_html);
  if (html.size() * 2 <= mail.plain.size()) {
    if (!mail.html.empty() || !looks_like_html(mail.plain))
      return unwrapped(without_mail_tail(mail.plain, dropped));
    html = letter_to_text(mail.plain, of_html);
  }
  dropped = std::move(of_html);
  return without_mail_tail(html, dropped);
}

// ---- the letter

std::string_view without_comment(std::string_view value) {
  return trimmed(value.substr(0, value.find('(')));
}

std::optional<RawStory> read_letter(Mail& mail) {
  RawStory story;
  set_text(text_of(mail, story.dropped), story);
  if (trimmed(story.text).empty()) return std::nullopt;
  const std::string title = subject_title(header(mail.headers, "Subject"));
  if (!title.empty()) story.title = title;
  const std::string_view date = without_comment(header(mail.headers, "Date"));
  if (!date.empty()) story.dates.push_back({std::string(date), DateSource::field});
  std::string_view id = trimmed(header(mail.headers, "Message-ID"));
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  if (!id.empty()) story.source_id = std::string(id);
  const std::string_view language = header(mail.headers, "Content-Language");
  if (!language.empty()) story.language = std::string(language);
  set_sender(mail, story);
  story.pasted = true;
  story.repairs = std::move(mail.repairs);
  return story;
}

// A page that a browser saved in one file has the form of a mail. Its Date is the day of
// the saving.
bool is_saved_page(const Mail& mail) {
  const bool saved =
      !header(mail.headers, "Snapshot-Content-Location").empty() ||
      header(mail.headers, "From").find("Saved by") != std::string_view::npos;
  return saved && !mail.html.empty() && header(mail.headers, "To").empty();
}

class SavedPageSink : public StorySink {
 public:
  SavedPageSink(std::string_view url, StorySink& sink) : url_(url), sink_(sink) {}
  void story(RawStory raw) override {
    if (!raw.url && !url_.empty()) raw.url = url_;
    sink_.story(std::move(raw));
  }
  void skip(std::optional<std::size_t> line, std::string reason) override {
    sink_.skip(line, std::move(reason));
  }

 private:
  std::string_view url_;
  StorySink& sink_;
};

void read_saved_page(const Mail& mail, const Source& source, const ReadOptions& options,
                     StorySink& sink) {
  const std::string_view url = header(mail.headers, "Snapshot-Content-Location");
  SavedPageSink page(url, sink);
  html_reader.read(
      {.path = source.path, .line = source.line, .bytes = mail.html, .url = url}, options,
      page);
}

}  // namespace

void read_email_to(const Source& source, const ReadOptions& options, int depth,
                   StorySink& sink) {
  Mail mail = read_mail(without_bom(source.bytes));
  if (is_saved_page(mail)) return read_saved_page(mail, source, options, sink);
  std::optional<RawStory> story = read_letter(mail);
  std::string key;
  if (story) {
    key = record_key(*story);
    story->path = source.path;
    story->line = source.line;
    if (source.line) story->key = key;
    sink.story(std::move(*story));
  } else if (mail.attachments.empty()) {
    sink.skip(source.line, "a mail without text");
  } else {
    key = header(mail.headers, "Message-ID");
  }
  for (const Attachment& attachment : mail.attachments) {
    read_attachment(attachment, key, source, options, depth, sink);
  }
}

namespace {

void read_email(const Source& source, const ReadOptions& options, StorySink& sink) {
  read_email_to(source, options, 0, sink);
}

// A block of nothing but header lines, From and another that only mail has among them.
bool opens_like_mail(std::string_view head) {
  int known = 0;
  bool from = false;
  head = head.substr(0, 32u << 10);
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    if (trimmed(line).empty()) break;
    head = head.substr(std::min(end + 1, head.size()));
    if (line[0] == ' ' || line[0] == '\t') continue;
    const std::size_t colon = line.find(':');
    if (colon == line.npos || colon == 0) return false;
    const std::string name = to_lower(line.substr(0, colon));
    if (name.find(' ') != name.npos) return false;
    from = from || name == "from";
    for (const std::string_view mail_name :
         {"subject", "date", "message-id", "received", "mime-version", "return-path",
          "delivered-to", "to", "content-type"}) {
      if (name == mail_name) ++known;
    }
  }
  return from && known >= 2;
}

bool accepts_email(std::string_view path, std::string_view head) {
  const std::string_view text = without_bom(head);
  if (trimmed(text).empty()) return false;
  return has_ending(path, ".eml") || opens_like_mail(text);
}

}  // namespace

const Reader email_reader = {"email", "a mail (.eml), newsletters above all", nullptr,
                             accepts_email, read_email};

}  // namespace broadsheet
