// The files of assets/, compiled in by embed.cmake. Their URLs hold a hash of their
// content, so that they may be cached for ever.
#pragma once

#include <span>
#include <string_view>

namespace broadsheet {

struct Asset {
  std::string_view name;  // "style.css"
  std::string_view url;   // "/assets/style.0123456789ab.css"
  std::string_view type;  // "text/css; charset=utf-8"
  std::string_view bytes;
};

std::span<const Asset> assets();

// Null when there is none with this name, or at this URL.
const Asset* asset_named(std::string_view name);
const Asset* asset_at(std::string_view url);

}  // namespace broadsheet
