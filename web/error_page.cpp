// What went wrong and the next step; never anything about the inside of the program.
#include "web/frame.h"
#include "web/pages.h"

namespace broadsheet {
namespace {

std::string_view heading(int status) {
  switch (status) {
    case 400:
      return "That cannot be asked";
    case 404:
      return "Not found";
    case 405:
      return "Not allowed";
    case 413:
    case 414:
      return "Too long";
    default:
      return status < 500 ? "That did not work" : "Something went wrong here";
  }
}

}  // namespace

std::string error_page(int status, std::string_view message, std::string_view hint) {
  const std::string title(heading(status));
  Html html;
  html << "<main id=\"main\" class=\"error\">\n<p class=\"code\">"
       << std::to_string(status) << "</p>\n<h1>" << title << "</h1>\n<p>" << message
       << "</p>\n";
  if (!hint.empty()) html << "<p>" << hint << "</p>\n";
  html << "<p><a href=\"/\">To the start page</a></p>\n</main>\n";
  return page({.title = title, .request = {}, .big_box = false, .json_url = ""}, html);
}

}  // namespace broadsheet
