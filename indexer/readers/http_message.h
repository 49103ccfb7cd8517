// What a server sent: its status and headers, and the body as the page was written.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

struct HttpMessage {
  int status = 0;       // 0: not HTTP
  std::string type;     // "text/html", lower case
  std::string charset;  // of the type; empty: not said
  std::string body;     // chunks joined, content encoding undone
  std::string reason;   // not empty: the body cannot be had, and why
};

HttpMessage read_http(std::string_view bytes);

// "text/html; charset=utf-8" into its two parts.
void read_content_type(std::string_view value, HttpMessage& message);

}  // namespace broadsheet
