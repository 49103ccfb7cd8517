#include "indexer/admission.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "schema/codec.h"

namespace broadsheet {
namespace {

bool lies_below(const std::string& path, const std::string& folder) {
  if (path == folder) return true;
  return path.starts_with(folder.ends_with('/') ? folder : folder + "/");
}

bool vanished(const std::string& path, const std::vector<std::string>& pruned) {
  const bool asked = std::any_of(pruned.begin(), pruned.end(), [&](const auto& folder) {
    return lies_below(path, folder);
  });
  std::error_code error;
  return asked && !std::filesystem::exists(path, error);
}

LedgerFile new_entry(const FoundFile& file) {
  LedgerFile entry;
  entry.size = file.size;
  entry.modified_ns = file.modified_ns;
  return entry;
}

}  // namespace

Admission::Admission(Ledger before, std::uint64_t reading) : before_(std::move(before)) {
  after_.reading = reading;
  for (const auto& [path, file] : before_.files) {
    for (const LedgerStory& story : file.stories) {
      if (!story.copy) versions_before_[story.id] = story.version;
    }
  }
}

std::vector<FoundFile> Admission::files_to_read(const std::vector<FoundFile>& files,
                                                const std::vector<std::string>& pruned) {
  std::set<std::string_view> found;
  std::vector<FoundFile> to_read;
  for (const FoundFile& file : files) {
    found.insert(file.path);
    const auto known = before_.files.find(file.path);
    const bool unchanged =
        known != before_.files.end() && before_.reading == after_.reading &&
        known->second.size == file.size && known->second.modified_ns == file.modified_ns;
    if (unchanged) {
      keep(file.path, known->second);
    } else {
      after_.files[file.path] = new_entry(file);
      to_read.push_back(file);
    }
  }
  for (const auto& [path, file] : before_.files) {
    if (!found.contains(path) && !vanished(path, pruned)) keep(path, file);
  }
  return to_read;
}

void Admission::keep(const std::string& path, const LedgerFile& file) {
  after_.files[path] = file;
  for (const LedgerStory& story : file.stories) {
    seen_.insert(story.id);
    if (!story.copy) owners_[story.hash] = story.id;
  }
}

// Two records of one file may carry the same id; the later is known by its line as well.
void Admission::make_unique(const FoundFile& file, Reading& reading) {
  Article& article = *reading.article;
  for (std::size_t n = 0; seen_.contains(article.id); ++n) {
    article.id = article_id(
        file.path, fmt::format("{}#{}#{}", article.id, reading.line.value_or(0), n));
  }
  seen_.insert(article.id);
}

bool Admission::admit(const FoundFile& file, Reading& reading) {
  LedgerFile& entry = after_.files[file.path];
  if (!reading.article) {
    entry.skips.push_back({.line = reading.line, .reason = reading.reason});
    entry.unreadable = entry.unreadable || reading.whole_file;
    return false;
  }
  make_unique(file, reading);
  const Article& article = *reading.article;
  LedgerStory story{.id = article.id,
                    .hash = article.content,
                    .version = article_version(article),
                    .line = reading.line,
                    .copy = false};
  const auto owner = owners_.emplace(story.hash, story.id).first;
  story.copy = owner->second != story.id;
  const auto before = versions_before_.find(story.id);
  const bool unchanged =
      before != versions_before_.end() && before->second == story.version;
  entry.stories.push_back(story);
  return !story.copy && !unchanged;
}

std::vector<FoundFile> Admission::files_to_read_again() {
  std::vector<FoundFile> again;
  for (auto& [path, entry] : after_.files) {
    const bool orphaned = std::any_of(
        entry.stories.begin(), entry.stories.end(), [&](const LedgerStory& story) {
          return story.copy && !owners_.contains(story.hash);
        });
    if (!orphaned) continue;
    for (const LedgerStory& story : entry.stories) {
      seen_.erase(story.id);
      if (!story.copy) owners_.erase(story.hash);
    }
    entry.stories.clear();
    entry.skips.clear();
    again.push_back({.path = path, .size = entry.size, .modified_ns = entry.modified_ns});
  }
  return again;
}

std::set<std::string> Admission::outdated() const {
  std::set<std::string> ids;
  for (const auto& [id, version] : versions_before_) ids.insert(id);
  for (const auto& [path, file] : after_.files) {
    for (const LedgerStory& story : file.stories) {
      const auto before = versions_before_.find(story.id);
      if (before == versions_before_.end() || story.copy) continue;
      if (before->second == story.version) ids.erase(story.id);
    }
  }
  return ids;
}

bool Admission::ledger_changed() const {
  return encode_ledger(before_) != encode_ledger(after_);
}

Copies Admission::copies() const {
  Copies copies;
  for (const auto& [path, file] : after_.files) {
    for (const LedgerStory& story : file.stories) {
      if (!story.copy) continue;
      const auto owner = owners_.find(story.hash);
      if (owner == owners_.end()) continue;
      copies[owner->second].push_back(story.line ? fmt::format("{}:{}", path, *story.line)
                                                 : path);
    }
  }
  return copies;
}

Account Admission::account(const std::vector<FoundFile>& files) const {
  Account account;
  std::set<std::string_view> seen;
  for (const FoundFile& found : files) {
    const LedgerFile& file = after_.files.at(found.path);
    ++(file.unreadable ? account.files_skipped : account.files_read);
    for (const LedgerStory& story : file.stories) {
      const auto before = versions_before_.find(story.id);
      if (story.copy) {
        ++account.duplicate;
      } else if (before == versions_before_.end()) {
        ++account.indexed;
      } else {
        ++(before->second == story.version ? account.unchanged : account.updated);
      }
    }
    if (!file.unreadable) account.skipped_stories += file.skips.size();
    for (const LedgerSkip& skip : file.skips) {
      account.skipped.push_back(
          {.path = found.path, .line = skip.line, .reason = skip.reason});
    }
  }
  for (const auto& [path, file] : after_.files) {
    for (const LedgerStory& story : file.stories) seen.insert(story.id);
  }
  account.removed = static_cast<std::size_t>(
      std::count_if(versions_before_.begin(), versions_before_.end(),
                    [&](const auto& story) { return !seen.contains(story.first); }));
  return account;
}

}  // namespace broadsheet
