// A path has a term for each part and for each two that follow one another: all of its
// stretches are told by those, with two terms a part. A path that begins at the root
// begins with an empty part. Left out: case, which file systems tell apart.
#include "schema/places.h"

#include <algorithm>

#include "schema/fields.h"
#include "schema/terms.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_parts = 24;
constexpr std::size_t most_folders = 3;  // of an address

// The first and last parts of a very deep path.
std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  if (path.starts_with('/')) parts.emplace_back();
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    if (!part.empty() && part != ".") parts.push_back(part);
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  if (parts.size() > most_parts) {
    const auto middle = static_cast<std::ptrdiff_t>(most_parts / 2);
    parts.erase(parts.begin() + middle, parts.end() - middle);
  }
  return parts;
}

void add_pairs(const std::vector<std::string_view>& parts,
               std::vector<std::string>& terms) {
  for (std::size_t i = 1; i < parts.size(); ++i) {
    terms.push_back(
        term(prefix::path, std::string(parts[i - 1]).append("/").append(parts[i])));
  }
}

// Without scheme, "www.", fragment and the slash at the end; the host in lower case.
std::string plain_address(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme < 16) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  while (url.ends_with('/')) url.remove_suffix(1);
  std::string address(url);
  const std::size_t host = std::min(address.find_first_of("/?"), address.size());
  for (std::size_t i = 0; i < host; ++i) {
    char& c = address[i];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  if (address.starts_with("www.")) address.erase(0, 4);
  return address;
}

// "news.example.co.uk" ==> itself, "example.co.uk", "co.uk".
void add_hosts(std::string_view host, std::vector<std::string>& terms) {
  host = host.substr(0, host.find(':'));
  for (std::size_t i = 0; i < most_folders + 1; ++i) {
    if (host.find('.') == std::string_view::npos) break;
    terms.push_back(term(prefix::url, host));
    host.remove_prefix(host.find('.') + 1);
  }
}

}  // namespace

std::vector<std::string> path_terms(std::string_view path, std::string_view member) {
  std::vector<std::string_view> parts = parts_of(path);
  if (!member.empty()) {
    while (member.starts_with('/')) member.remove_prefix(1);
    const auto inside = parts_of(member);
    parts.insert(parts.end(), inside.begin(), inside.end());
  }
  std::vector<std::string> terms;
  for (const std::string_view part : parts) {
    if (!part.empty()) terms.push_back(term(prefix::path, part));
  }
  add_pairs(parts, terms);
  return terms;
}

std::vector<std::string> asked_path_terms(std::string_view asked) {
  const std::vector<std::string_view> parts = parts_of(asked);
  std::vector<std::string> terms;
  add_pairs(parts, terms);
  if (terms.empty()) terms.push_back(term(prefix::path, parts.empty() ? "" : parts[0]));
  return terms;
}

std::vector<std::string> url_terms(std::string_view url) {
  const std::string whole = plain_address(url);
  std::vector<std::string> terms;
  if (whole.empty()) return terms;
  terms.push_back(term(prefix::url, whole));
  const std::string_view address = whole;
  std::size_t end = std::min(address.find_first_of("/?"), address.size());
  add_hosts(address.substr(0, end), terms);
  for (std::size_t i = 0; i < most_folders && end < address.size(); ++i) {
    end = std::min(address.find_first_of("/?", end + 1), address.size());
    if (end < address.size()) terms.push_back(term(prefix::url, address.substr(0, end)));
  }
  return terms;
}

std::string asked_url_term(std::string_view asked) {
  return term(prefix::url, plain_address(asked));
}

}  // namespace broadsheet
