// The YAML block at the head of a Markdown file, as far as news files use YAML.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

struct FrontMatter {
  bool found = false;
  // Names and values in order; a list is its name repeated.
  std::vector<std::pair<std::string, std::string>> values;
  std::string_view rest;  // of the given text, behind the block
};

FrontMatter read_front_matter(std::string_view text);

}  // namespace broadsheet
