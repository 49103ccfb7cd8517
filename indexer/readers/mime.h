// Mail as its headers and its text: unfolded, decoded, the parts of a multipart walked.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

// Header fields in order, names as printed, values unfolded but not decoded.
using MailHeaders = std::vector<std::pair<std::string, std::string>>;

// A file that came with a mail; another mail among them.
struct Attachment {
  std::string name;  // as it is called, or by its type
  std::string type;  // "application/pdf"
  std::string bytes;
};

struct Mail {
  MailHeaders headers;
  std::string plain;  // of all text/plain parts that are no attachments, UTF-8
  std::string html;   // of the text/html parts
  std::vector<Attachment> attachments;
  bool flowed = false;
  std::vector<std::string> repairs;
};

// Takes the header block off the front of `rest`, with the blank line behind it.
MailHeaders take_headers(std::string_view& rest);

// The value of the first field of that name; empty when there is none.
std::string_view header(const MailHeaders& headers, std::string_view name);

// "=?utf-8?Q?Caf=C3=A9?=" ==> "Café"; other text is kept, decoded to UTF-8.
std::string decode_words(std::string_view value);

// Undoes "base64" and "quoted-printable"; any other encoding is none.
std::string decode_transfer(std::string_view body, std::string_view encoding);

Mail read_mail(std::string_view bytes);

}  // namespace broadsheet
