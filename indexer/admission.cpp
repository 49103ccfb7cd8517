#include "indexer/admission.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>

#include "article/outlets.h"
#include "article/words.h"
#include "indexer/corrections.h"
#include "indexer/sketching.h"
#include "indexer/story_names.h"
#include "schema/codec.h"

namespace broadsheet {
namespace {

bool vanished(const std::string& path, const std::vector<std::string>& paths) {
  const bool asked = std::any_of(paths.begin(), paths.end(), [&](const auto& folder) {
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

bool same_outlet(const std::string& a, const std::string& b) {
  const std::string folded = fold_words(a);
  return folded == fold_words(b) || folded == fold_words(normalise_outlet(b)) ||
         fold_words(normalise_outlet(a)) == fold_words(b);
}

std::string tidy_path(const std::string& path) {
  if (path.find("/.") == path.npos && path.find("//") == path.npos &&
      !path.starts_with("./") && !path.ends_with('/')) {
    return path;  // most are
  }
  std::string tidy = std::filesystem::path(path).lexically_normal().string();
  while (tidy.size() > 1 && tidy.ends_with('/')) tidy.pop_back();
  return tidy;
}

bool lies_below(const std::string& path, const std::string& folder) {
  const std::string inner = tidy_path(path);
  const std::string outer = tidy_path(folder);
  if (inner == outer) return true;
  if (outer == ".")
    return !inner.starts_with('/') && inner != ".." && !inner.starts_with("../") &&
           inner != standard_input_path;
  return inner.starts_with(outer.ends_with('/') ? outer : outer + "/");
}

Admission::Admission(Ledger before, std::uint64_t reading) : before_(std::move(before)) {
  after_.reading = reading;
  for (const auto& [path, file] : before_.files) {
    for (const LedgerStory& story : file.stories) {
      if (!story.copy) versions_before_[story.id] = story.version;
    }
  }
}

std::vector<FoundFile> Admission::files_to_read(const std::vector<FoundFile>& files,
                                                const std::vector<std::string>& paths,
                                                bool prune) {
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
    if (found.contains(path)) continue;
    const bool gone = vanished(path, paths);
    if (gone && prune) continue;
    keep(path, file);
    if (!gone) continue;
    ++vanished_files_;
    vanished_stories_ += file.stories.size();
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

// Two records of one file may carry the same id; the later is known by its turn as well.
// Where the last one stopped is remembered, or thousands of them would take for ever.
void Admission::make_unique(const FoundFile& file, Reading& reading) {
  Article& article = *reading.article;
  if (seen_.insert(article.id).second) return;
  Turn& turn = turns_[article.id];
  if (!turn.id.empty()) article.id = turn.id;
  while (!seen_.insert(article.id).second) {
    article.id = article_id(file.path, fmt::format("{}#{}", article.id, turn.number++));
  }
  turn.id = article.id;
}

void Admission::set_by_hand(HandWork& by_hand) {
  by_hand_ = &by_hand;
  for (const auto& [path, file] : before_.files) {
    for (const LedgerStory& story : file.stories) {
      if (!story.copy && by_hand.corrections.contains(story.id))
        corrected_[story.hash] = story.id;
    }
  }
}

// A file that was renamed holds the same story under another id, and the first of several
// copies stands for all. The earlier id keeps its corrections until all is read: its file
// may come later, with another text.
const FieldValues* Admission::corrections_for(const Article& article) {
  if (by_hand_ == nullptr) return nullptr;
  auto& corrections = by_hand_->corrections;
  const auto own = corrections.find(article.id);
  if (own != corrections.end()) return &own->second;
  const auto earlier = corrected_.find(article.content);
  if (earlier == corrected_.end() || owners_.contains(article.content)) return nullptr;
  heirs_[earlier->second] = article.id;
  const auto title = by_hand_->titles.find(earlier->second);
  if (title != by_hand_->titles.end()) {
    const std::string known = title->second;
    by_hand_->titles[article.id] = known;
  }
  const FieldValues values = corrections.at(earlier->second);
  corrections_carried_ += values.size();
  return &(corrections[article.id] = values);
}

void Admission::settle_corrections() {
  if (by_hand_ == nullptr) return;
  std::set<std::string_view> here;
  std::set<std::string_view> copies;
  for (const auto& [path, file] : after_.files) {
    for (const LedgerStory& story : file.stories)
      (story.copy ? copies : here).insert(story.id);
  }
  for (const auto& [id, version] : versions_before_) {
    const auto values = by_hand_->corrections.find(id);
    if (values == by_hand_->corrections.end() || here.contains(id)) continue;
    if (heirs_.contains(id)) {
      by_hand_->corrections.erase(values);
      by_hand_->titles.erase(id);
    } else if (!copies.contains(id) && !out_.contains(id)) {
      corrections_lost_ += values->second.size();
    }
  }
}

const Removal* Admission::rule_against(const Article& article) const {
  if (by_hand_ == nullptr) return nullptr;
  const auto& rules = by_hand_->removals;
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Removal& removal) {
    switch (removal.kind) {
      case Removal::Kind::story:
        return removal.value == article.id ||
               (removal.content != 0 && removal.content == article.content);
      case Removal::Kind::outlet:
        return article.outlet && same_outlet(*article.outlet, removal.value);
      case Removal::Kind::path:
        return lies_below(article.path, removal.value);
    }
    return false;
  });
  return rule == rules.end() ? nullptr : &*rule;
}

Fate Admission::fate_of(const LedgerStory& story) const {
  if (story.copy) return Fate::duplicate;
  const auto before = versions_before_.find(story.id);
  if (before == versions_before_.end()) return Fate::indexed;
  return before->second == story.version ? Fate::unchanged : Fate::updated;
}

Fate Admission::admit(const FoundFile& file, Reading& reading, std::string& sketch) {
  LedgerFile& entry = after_.files[file.path];
  if (!reading.article) {
    entry.skips.push_back(
        {.line = reading.line, .reason = reading.reason, .member = reading.member});
    entry.unreadable = entry.unreadable || reading.whole_file;
    return reading.whole_file ? Fate::file_skipped : Fate::skipped;
  }
  make_unique(file, reading);
  Article& article = *reading.article;
  const Sketch shape = clusters_ ? make_sketch(article) : Sketch();
  if (const FieldValues* values = corrections_for(article))
    (void)apply_corrections(article, *values);
  if (const Removal* rule = rule_against(article)) {
    out_.insert(article.id);
    entry.skips.push_back({.line = reading.line,
                           .reason = std::string(out_by_hand),
                           .member = article.member,
                           .rule = name_of(*rule)});
    return Fate::skipped;
  }
  LedgerStory story{.id = article.id,
                    .hash = article.content,
                    .version = 0,
                    .line = reading.line,
                    .copy = false,
                    .member = article.member};
  const auto owner = owners_.emplace(story.hash, story.id).first;
  story.copy = owner->second != story.id;
  article.cluster = article.id;
  if (!story.copy && clusters_ != nullptr) {
    article.cluster = clusters_->place(article.id, shape);
    sketch = encode_sketch(shape);
  }
  story.version = article_version(article);
  entry.stories.push_back(story);
  return fate_of(story);
}

// What came by standard input cannot be read again: what came later adds to it.
void Admission::keep_earlier_input() {
  const std::string path(standard_input_path);
  const auto before = before_.files.find(path);
  const auto after = after_.files.find(path);
  if (before == before_.files.end() || after == after_.files.end()) return;
  for (const LedgerStory& story : before->second.stories) {
    if (!seen_.insert(story.id).second) continue;
    after->second.stories.push_back(story);
    if (!story.copy) owners_.emplace(story.hash, story.id);
  }
}

// Nor can a copy that came by it when its original goes: the original's record stays, and
// is from now on what came.
void Admission::adopt_for_input() {
  const auto input = after_.files.find(std::string(standard_input_path));
  if (input == after_.files.end()) return;
  std::map<std::uint64_t, const LedgerStory*> orphaned;
  for (const LedgerStory& story : input->second.stories) {
    if (story.copy && !owners_.contains(story.hash)) orphaned[story.hash] = nullptr;
  }
  if (orphaned.empty()) return;
  for (const auto& [path, file] : before_.files) {
    for (const LedgerStory& story : file.stories) {
      const auto place = orphaned.find(story.hash);
      if (place != orphaned.end() && !story.copy) place->second = &story;
    }
  }
  for (LedgerStory& story : input->second.stories) {
    const auto place = orphaned.find(story.hash);
    if (!story.copy || place == orphaned.end() || place->second == nullptr) continue;
    if (!owners_.emplace(story.hash, place->second->id).second) continue;
    story = *place->second;
    seen_.insert(story.id);
  }
}

std::vector<FoundFile> Admission::files_to_read_again() {
  keep_earlier_input();
  std::vector<FoundFile> again;
  for (auto& [path, entry] : after_.files) {
    const bool orphaned = std::any_of(
        entry.stories.begin(), entry.stories.end(), [&](const LedgerStory& story) {
          return story.copy && !owners_.contains(story.hash);
        });
    if (!orphaned || path == standard_input_path) continue;
    for (const LedgerStory& story : entry.stories) {
      seen_.erase(story.id);
      if (!story.copy) owners_.erase(story.hash);
    }
    entry.stories.clear();
    entry.skips.clear();
    turns_.clear();
    again.push_back({.path = path, .size = entry.size, .modified_ns = entry.modified_ns});
  }
  if (again.empty()) adopt_for_input();
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
  return before_ != after_;
}

Copies Admission::copies() const {
  return copies_of(after_);
}

void Admission::outcomes(const std::vector<FoundFile>& files,
                         const std::function<void(const Outcome&)>& each) const {
  for (const FoundFile& found : files) {
    const LedgerFile& file = after_.files.at(found.path);
    for (const LedgerStory& story : file.stories) {
      const auto owner = story.copy ? owners_.find(story.hash) : owners_.end();
      each({.fate = fate_of(story),
            .path = found.path,
            .member = story.member,
            .line = story.line,
            .id = story.id,
            .reason = owner == owners_.end() ? "" : "copy of " + owner->second});
    }
    for (const LedgerSkip& skip : file.skips) {
      each({.fate = file.unreadable ? Fate::file_skipped : Fate::skipped,
            .path = found.path,
            .member = skip.member,
            .line = skip.line,
            .id = {},
            .reason = skip.reason});
    }
  }
  std::set<std::string_view> still;
  for (const auto& [path, file] : after_.files) {
    for (const LedgerStory& story : file.stories) still.insert(story.id);
  }
  for (const auto& [path, file] : before_.files) {
    for (const LedgerStory& story : file.stories) {
      if (still.contains(story.id) || out_.contains(story.id)) continue;
      each({.fate = Fate::removed,
            .path = path,
            .member = story.member,
            .line = story.line,
            .id = story.id,
            .reason = {}});
    }
  }
}

Account Admission::account(const std::vector<FoundFile>& files) const {
  Account account;
  std::size_t* const counters[] = {&account.indexed,
                                   &account.updated,
                                   &account.unchanged,
                                   &account.duplicate,
                                   &account.removed,
                                   &account.skipped_stories,
                                   nullptr};
  outcomes(files, [&](const Outcome& outcome) {
    if (auto* counter = counters[static_cast<std::size_t>(outcome.fate)]) ++*counter;
    if (outcome.fate == Fate::skipped || outcome.fate == Fate::file_skipped) {
      account.skipped.push_back(
          {.path = outcome.path, .line = outcome.line, .reason = outcome.reason});
    }
  });
  account.corrections_carried = corrections_carried_;
  account.corrections_lost = corrections_lost_;
  account.vanished_files = vanished_files_;
  account.vanished_stories = vanished_stories_;
  for (const FoundFile& found : files) {
    const bool read = !after_.files.at(found.path).unreadable;
    ++(read ? account.files_read : account.files_skipped);
  }
  return account;
}

}  // namespace broadsheet
