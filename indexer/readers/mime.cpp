// The structure of mail. Multiparts are walked to a bounded depth and number of parts;
// attachments are kept as they are. Leaves out pictures, signatures and calendars.
#include "indexer/readers/mime.h"

#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "article/text_repair.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

constexpr int max_depth = 12;
constexpr int max_parts = 500;
constexpr std::size_t max_headers = 1000;
constexpr std::size_t max_value = 64u << 10;
constexpr std::size_t max_attachments = 64u << 20;  // bytes of all

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text = end == text.npos ? std::string_view() : text.substr(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// "text/html; charset=utf-8; name=\"a;b\"": the part before the first ";", lower case.
std::string main_value(std::string_view value) {
  return to_lower(trimmed(value.substr(0, value.find(';'))));
}

std::string parameter(std::string_view value, std::string_view name) {
  while (true) {
    const std::size_t semicolon = value.find(';');
    if (semicolon == value.npos) return {};
    value = trimmed(value.substr(semicolon + 1));
    const std::size_t sign = value.find('=');
    if (sign == value.npos) return {};
    if (!equal_ignoring_case(trimmed(value.substr(0, sign)), name)) continue;
    std::string_view text = trimmed(value.substr(sign + 1));
    if (text.starts_with('"')) return std::string(text.substr(1, text.find('"', 1) - 1));
    return std::string(trimmed(text.substr(0, text.find(';'))));
  }
}

bool is_no_document(std::string_view type) {
  constexpr std::array<std::string_view, 12> kinds = {"image/",
                                                      "audio/",
                                                      "video/",
                                                      "font/",
                                                      "text/calendar",
                                                      "text/vcard",
                                                      "text/x-vcard",
                                                      "application/pgp",
                                                      "text/x-amp",
                                                      "message/del",
                                                      "application/pkcs7",
                                                      "application/x-pkcs7"};
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](std::string_view kind) { return type.starts_with(kind); });
}

class Walker {
 public:
  explicit Walker(Mail& mail) : mail_(mail) {}

  void part(const MailHeaders& headers, std::string_view body, int depth) {
    if (++parts_ > max_parts || depth > max_depth) return;
    const std::string_view content = header(headers, "Content-Type");
    const std::string type = content.empty() ? "text/plain" : main_value(content);
    const std::string disposition = main_value(header(headers, "Content-Disposition"));
    if (type.starts_with("multipart/")) {
      return multipart(body, parameter(content, "boundary"), depth);
    }
    const bool text = type == "text/plain" || type == "text/html";
    if (disposition == "attachment" || !text) return attach(headers, type, body);
    if (type == "text/plain" && parameter(content, "format") == "flowed") {
      mail_.flowed = true;
    }
    add(type == "text/html" ? mail_.html : mail_.plain, headers, body,
        parameter(content, "charset"));
  }

 private:
  void attach(const MailHeaders& headers, const std::string& type,
              std::string_view body) {
    if (is_no_document(type) || attached_ + body.size() > max_attachments) return;
    const std::string_view disposition = header(headers, "Content-Disposition");
    std::string name = decode_words(parameter(disposition, "filename"));
    if (name.empty())
      name = decode_words(parameter(header(headers, "Content-Type"), "name"));
    if (name.empty() && type != "message/rfc822" && disposition.empty()) return;
    if (name.empty()) name = type == "message/rfc822" ? "attached mail" : "attachment";
    attached_ += body.size();
    mail_.attachments.push_back(
        {.name = std::move(name),
         .type = type,
         .bytes = decode_transfer(body, header(headers, "Content-Transfer-Encoding"))});
  }

  void add(std::string& to, const MailHeaders& headers, std::string_view body,
           const std::string& charset) {
    Repaired decoded =
        decode_bytes(decode_transfer(body, header(headers, "Content-Transfer-Encoding")),
                     to_lower(charset));
    if (!to.empty()) to += '\n';
    to += decoded.text;
    for (std::string& what : decoded.repairs) {
      if (std::find(mail_.repairs.begin(), mail_.repairs.end(), what) ==
          mail_.repairs.end()) {
        mail_.repairs.push_back(std::move(what));
      }
    }
  }

  void multipart(std::string_view body, const std::string& boundary, int depth) {
    if (boundary.empty()) return;
    const std::string mark = "--" + boundary;
    std::size_t start = body.npos;  // of the part that is open
    for (std::size_t at = 0; at < body.size() && parts_ <= max_parts;) {
      const std::size_t end = std::min(body.find('\n', at), body.size());
      if (body.substr(at, end - at).starts_with(mark)) {
        if (start != body.npos) inner(body.substr(start, at - start), depth);
        if (body.substr(at + mark.size(), 2) == "--") return;
        start = std::min(end + 1, body.size());
      }
      at = end + 1;
    }
    if (start != body.npos) inner(body.substr(start), depth);
  }

  void inner(std::string_view text, int depth) {
    const MailHeaders headers = take_headers(text);
    part(headers, text, depth + 1);
  }

  Mail& mail_;
  int parts_ = 0;
  std::size_t attached_ = 0;
};

}  // namespace

MailHeaders take_headers(std::string_view& rest) {
  MailHeaders headers;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    if (line[0] == ' ' || line[0] == '\t') {
      if (headers.empty()) continue;
      std::string& value = headers.back().second;
      if (value.size() + line.size() < max_value) {
        value.append(" ").append(trimmed(line));
      }
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos || headers.size() >= max_headers) continue;
    headers.emplace_back(line.substr(0, colon),
                         trimmed(line.substr(colon + 1)).substr(0, max_value));
  }
  return headers;
}

std::string_view header(const MailHeaders& headers, std::string_view name) {
  for (const auto& [key, value] : headers) {
    if (equal_ignoring_case(key, name)) return value;
  }
  return {};
}

Mail read_mail(std::string_view bytes) {
  Mail mail;
  mail.headers = take_headers(bytes);
  Walker(mail).part(mail.headers, bytes, 0);
  return mail;
}

}  // namespace broadsheet
