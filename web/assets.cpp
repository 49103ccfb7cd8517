// Lookups in the table of assets that embed.cmake writes.
#include "web/assets.h"

namespace broadsheet {

const Asset* asset_named(std::string_view name) {
  for (const Asset& asset : assets()) {
    if (asset.name == name) return &asset;
  }
  return nullptr;
}

const Asset* asset_at(std::string_view url) {
  for (const Asset& asset : assets()) {
    if (asset.url == url) return &asset;
  }
  return nullptr;
}

}  // namespace broadsheet
