#include "indexer/story_names.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "article/error.h"
#include "indexer/admission.h"

namespace broadsheet {
namespace {

// The id of each story by its content.
std::map<std::uint64_t, std::string> owners_of(const Ledger& ledger) {
  std::map<std::uint64_t, std::string> owners;
  each_story(ledger, [&](const std::string&, const LedgerStory& story) {
    if (!story.copy) owners[story.hash] = story.id;
  });
  return owners;
}

// Of a copy, the story that it is a copy of.
std::string owner_of(const Ledger& ledger, const LedgerStory& story) {
  if (!story.copy) return story.id;
  const auto owners = owners_of(ledger);
  const auto owner = owners.find(story.hash);
  return owner == owners.end() ? story.id : owner->second;
}

}  // namespace

void no_such_story(const std::string& name) {
  throw Error(ErrorCode::not_found, fmt::format("there is no story {}", name),
              "'broadsheet search --format json' prints the ids");
}

std::string whole_id(const IndexState& state, const std::string& opening) {
  std::map<std::string, const LedgerStory*> found;
  const auto look_at = [&](const std::string& id, const LedgerStory* story) {
    if (id.starts_with(opening)) found.try_emplace(id, story);
  };
  each_story(state.ledger, [&](const std::string&, const LedgerStory& story) {
    look_at(story.id, &story);
  });
  for (const auto& [id, set] : state.by_hand.corrections) look_at(id, nullptr);
  for (const Removal& removal : state.by_hand.removals) {
    if (removal.kind == Removal::Kind::story) look_at(removal.value, nullptr);
  }
  if (opening.empty() || found.empty()) no_such_story(opening);
  const auto exact = found.find(opening);
  if (exact == found.end() && found.size() > 1) {
    throw Error(
        ErrorCode::usage,
        fmt::format("{} stories have an id that begins with {}", found.size(), opening),
        "give more of it");
  }
  const auto& [id, story] = exact == found.end() ? *found.begin() : *exact;
  return story == nullptr ? id : owner_of(state.ledger, *story);
}

std::string id_at_place(const Ledger& ledger, const CorrectionRequest& request) {
  auto file = ledger.files.find(request.path);
  if (file == ledger.files.end()) {
    const std::string path = tidy_path(request.path);
    file = std::find_if(ledger.files.begin(), ledger.files.end(), [&](const auto& entry) {
      return tidy_path(entry.first) == path;
    });
  }
  std::string id;
  if (file == ledger.files.end()) no_such_story("of the file " + request.path);
  for (const LedgerStory& story : file->second.stories) {
    if (request.line && story.line != request.line) continue;
    if (request.member && story.member != request.member) continue;
    if (!id.empty()) {
      throw Error(ErrorCode::usage, fmt::format("{} holds several stories", request.path),
                  "name the line or the member too");
    }
    id = owner_of(ledger, story);
  }
  if (id.empty()) no_such_story("at that place of " + request.path);
  return id;
}

Copies copies_of(const Ledger& ledger) {
  const std::map<std::uint64_t, std::string> owners = owners_of(ledger);
  Copies copies;
  each_story(ledger, [&](const std::string& path, const LedgerStory& story) {
    const auto owner = owners.find(story.hash);
    if (story.copy && owner != owners.end())
      copies[owner->second].push_back(
          printed_place(story.id, path, story.member, story.line));
  });
  return copies;
}

}  // namespace broadsheet
