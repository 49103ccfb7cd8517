// The real program over a small collection whose stories are put right by hand.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace broadsheet {

class Amend : public ProgramTest {
 protected:
  nlohmann::json json(std::vector<std::string> words) const {
    words.insert(words.end(), {"--format", "json"});
    const Ran ran = run(words);
    EXPECT_LE(ran.status, 1) << ran.err;
    return nlohmann::json::parse(ran.out);
  }
  // The hit of a file.
  nlohmann::json hit(const std::string& path) const {
    const nlohmann::json answer =
        json({"search", "date:unknown OR since:1000", "--no-group"});
    for (const nlohmann::json& hit : answer["hits"]) {
      if (hit["path"] == path) return hit;
    }
    return nullptr;
  }
  std::string id_of(const std::string& path) const { return hit(path).value("id", ""); }
  nlohmann::json counters(std::vector<std::string> words) const {
    words.insert(words.begin(), "index");
    return json(words)["stories"];
  }
  // Every file of the index with its size and time.
  std::string state_of_index() const {
    std::ostringstream out;
    std::map<std::string, std::string> files;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(path("broadsheet.db"))) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::ostringstream bytes;
      bytes << file.rdbuf();
      files[entry.path().string()] =
          bytes.str() +
          std::to_string(entry.last_write_time().time_since_epoch().count());
    }
    for (const auto& [name, bytes] : files) out << name << bytes;
    return out.str();
  }
};

}  // namespace broadsheet
