#include "cli/batch.h"

#include <nlohmann/json.hpp>

#include "article/error.h"

namespace broadsheet {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest = 1u << 20;

[[noreturn]] void bad(const std::string& why) {
  throw Error(ErrorCode::usage, why);
}

// Absent and null are the same: not given.
const Json* member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string read_id(const Json& object) {
  const Json* id = member(object, "id");
  if (id != nullptr && id->is_string()) return id->get<std::string>();
  if (id != nullptr && id->is_number_integer()) return id->dump();
  bad("\"id\" is missing or not a string");
}

std::string read_query(const Json& object) {
  const Json* query = member(object, "query");
  if (query == nullptr || !query->is_string())
    bad("\"query\" is missing or not a string");
  return query->get<std::string>();
}

std::optional<Date> read_now(const Json& object) {
  const Json* now = member(object, "now");
  if (now == nullptr) return std::nullopt;
  const auto date = now->is_string() ? read_date(now->get<std::string>()) : std::nullopt;
  if (!date) bad("\"now\" is not a date such as \"2026-04-24\"");
  return date;
}

std::optional<bool> read_recency(const Json& object) {
  const Json* recency = member(object, "recency");
  if (recency == nullptr) return std::nullopt;
  if (!recency->is_boolean()) bad("\"recency\" is neither true nor false");
  return recency->get<bool>();
}

}  // namespace

BatchQuery read_batch_line(std::string_view line) {
  if (line.size() > longest) bad("longer than 1 MiB");
  const Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded()) bad("not JSON");
  if (!json.is_object()) bad("not a JSON object");
  return {.id = read_id(json),
          .query = read_query(json),
          .now = read_now(json),
          .recency = read_recency(json)};
}

}  // namespace broadsheet
