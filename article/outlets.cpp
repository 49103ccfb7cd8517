// Names, sections, domains and URLs to mastheads.
#include "article/outlets.h"

#include "article/ascii.h"
#include "article/outlet_names.h"

namespace broadsheet {
namespace {

std::string host_of(std::string_view url) {
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  } else if (url.substr(0, 2) == "//") {
    url.remove_prefix(2);
  }
  url = url.substr(0, url.find_first_of("/?#\\"));
  if (const auto user = url.rfind('@'); user != std::string_view::npos) {
    url.remove_prefix(user + 1);
  }
  std::string host = to_lower(url.substr(0, url.find(':')));
  while (!host.empty() && host.back() == '.') host.pop_back();
  return host.size() > 253 ? std::string() : host;
}

bool looks_like_host(std::string_view text) {
  return text.find('.') != std::string_view::npos &&
         text.find_first_of(" \t\n") == std::string_view::npos;
}

}  // namespace

std::string normalise_outlet(std::string_view printed) {
  printed = trimmed(printed);
  if (const OutletName* known = find_outlet(printed)) return std::string(known->masthead);
  if (looks_like_host(printed)) {
    if (const auto masthead = outlet_of_url(printed)) return *masthead;
  }
  return std::string(printed);
}

bool is_known_outlet(std::string_view printed) {
  printed = trimmed(printed);
  return find_outlet(printed) != nullptr ||
         (looks_like_host(printed) && outlet_of_url(printed));
}

std::optional<std::string> outlet_of_url(std::string_view url) {
  const auto masthead = outlet_of_host(host_of(trimmed(url)));
  if (!masthead) return std::nullopt;
  return std::string(*masthead);
}

}  // namespace broadsheet
