#include "schema/hand_work.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

constexpr Removal::Kind kinds[] = {Removal::Kind::story, Removal::Kind::outlet,
                                   Removal::Kind::path};

void add_line(std::string& out, const Json& json) {
  out += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Removal read_removal(const Json& line) {
  Removal removal;
  for (const Removal::Kind kind : kinds) {
    const std::string name(to_string(kind));
    if (!line.contains(name)) continue;
    removal.kind = kind;
    removal.value = line.at(name).get<std::string>();
  }
  removal.content = line.at("content").get<std::uint64_t>();
  removal.title = line.at("title").get<std::string>();
  return removal;
}

void read_line(std::string_view text, HandWork& work) {
  const Json line = Json::parse(text);
  if (line.contains("set")) {
    const auto id = line.at("id").get<std::string>();
    work.corrections[id] =
        line.at("set").get<std::map<std::string, std::string, std::less<>>>();
    if (line.contains("title")) work.titles[id] = line.at("title").get<std::string>();
  } else {
    work.removals.push_back(read_removal(line.at("removed")));
  }
}

}  // namespace

std::string_view to_string(Removal::Kind kind) {
  switch (kind) {
    case Removal::Kind::story:
      return "story";
    case Removal::Kind::outlet:
      return "outlet";
    case Removal::Kind::path:
      return "path";
  }
  return "";
}

std::string name_of(const Removal& removal) {
  return std::string(to_string(removal.kind)) + " " + removal.value;
}

std::string encode_hand_work(const HandWork& work) {
  std::string out;
  for (const auto& [id, set] : work.corrections) {
    Json fields = Json::object();
    for (const auto& [field, value] : set) fields[field] = value;
    Json line{{"id", id}, {"set", std::move(fields)}};
    if (const auto title = work.titles.find(id); title != work.titles.end())
      line["title"] = title->second;
    add_line(out, line);
  }
  for (const Removal& removal : work.removals) {
    add_line(out, Json{{"removed",
                        {{std::string(to_string(removal.kind)), removal.value},
                         {"content", removal.content},
                         {"title", removal.title}}}});
  }
  return out;
}

std::optional<HandWork> decode_hand_work(std::string_view bytes) {
  HandWork work;
  try {
    while (!bytes.empty()) {
      const std::size_t end = std::min(bytes.find('\n'), bytes.size());
      if (end > 0) read_line(bytes.substr(0, end), work);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
  } catch (const Json::exception&) {
    return std::nullopt;
  }
  return work;
}

}  // namespace broadsheet
