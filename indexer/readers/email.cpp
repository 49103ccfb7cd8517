// Mail: a letter in a file (.eml) or many in one (mbox), cut at their "From " lines.
// Newsletters are what is meant: the subject is the title, the sender the outlet, the
// Date header the date, and the text is taken apart like a pasted page. Leaves out
// attachments and forwarded mails.
#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/outlets.h"
#include "indexer/input.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/mime.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

// ---- who sent it

struct Sender {
  std::string name;
  std::string domain;
};

Sender read_sender(std::string_view from) {
  Sender sender;
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

void set_sender(const Mail& mail, RawStory& story) {
  const Sender sender = read_sender(header(mail.headers, "From"));
  const bool list = !header(mail.headers, "List-Id").empty() ||
                    !header(mail.headers, "List-Unsubscribe").empty();
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
std::string text_of(const Mail& mail) {
  std::string html = mail.html.empty() ? std::string() : html_to_text(mail.html);
  if (html.size() * 2 > mail.plain.size()) return html;
  return looks_like_html(mail.plain) && mail.html.empty() ? html_to_text(mail.plain)
                                                          : unwrapped(mail.plain);
}

// ---- the letter

std::string_view without_comment(std::string_view value) {
  return trimmed(value.substr(0, value.find('(')));
}

std::optional<RawStory> read_letter(std::string_view bytes) {
  Mail mail = read_mail(bytes);
  RawStory story;
  set_text(text_of(mail), story);
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

void read_email(const Source& source, const ReadOptions&, StorySink& sink) {
  std::optional<RawStory> story = read_letter(without_bom(source.bytes));
  if (!story) return sink.skip(source.line, "a mail without text");
  story->path = source.path;
  story->line = source.line;
  if (source.line) story->key = record_key(*story);
  sink.story(std::move(*story));
}

// ---- mbox

// "From ann@example.org Fri Apr 24 10:00:00 2026"
bool is_from_line(std::string_view line) {
  if (!line.starts_with("From ") || line.size() > 300) return false;
  const std::size_t colon = line.find(':');
  return colon != line.npos && colon > 5 && is_digit(line[colon - 1]) &&
         colon + 1 < line.size() && is_digit(line[colon + 1]);
}

class LetterCutter : public Cutter {
 public:
  bool next(Input& input, Piece& piece) override {
    piece = {};
    std::string line;
    bool too_long = false;
    bool blank = true;  // the line before
    bool any = pending_;
    piece.number = start_;
    pending_ = false;
    while (input.next_line(line, too_long)) {
      ++line_;
      if (blank && is_from_line(line)) {
        start_ = line_ + 1;
        if (any) {
          pending_ = true;
          return true;
        }
        any = true;
        piece.number = start_;
        blank = false;
        continue;
      }
      blank = line.empty();
      any = any || !blank;
      add(line, piece);
    }
    return any;
  }

 private:
  static void add(std::string_view line, Piece& piece) {
    if (piece.bytes.size() + line.size() > Input::max_line) {
      piece.reason = "a mail of more than 32 MiB";
      return;
    }
    // ">From " was "From ", and ">>From " was ">From ".
    const std::size_t marks = line.find_first_not_of('>');
    if (marks != line.npos && marks > 0 && line.substr(marks).starts_with("From ")) {
      line.remove_prefix(1);
    }
    piece.bytes.append(line).append("\n");
  }

  std::size_t line_ = 0;
  std::size_t start_ = 1;
  bool pending_ = false;  // the "From " line of the next letter is read
};

std::unique_ptr<Cutter> cut_letters() {
  return std::make_unique<LetterCutter>();
}

bool accepts_mbox(std::string_view, std::string_view head) {
  const std::string_view text = without_bom(head);
  const std::size_t end = text.find('\n');
  if (end == text.npos || !is_from_line(trimmed(text.substr(0, end)))) return false;
  const std::string_view next = text.substr(end + 1);
  const std::size_t colon = next.find(':');
  return colon != next.npos && colon < 60 && next.find('\n') > colon;
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

const Reader mbox_reader = {"mbox", "many mails in one file", cut_letters, accepts_mbox,
                            read_email};
const Reader email_reader = {"email", "a mail (.eml), newsletters above all", nullptr,
                             accepts_email, read_email};

}  // namespace broadsheet
