// A story is decoded from its segment, changed, and written as an update into a segment
// of its own, just as an index run would; so readers see the old state or the new one.
#include "indexer/amend.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "article/ascii.h"
#include "article/error.h"
#include "indexer/admission.h"
#include "indexer/corrections.h"
#include "indexer/lock.h"
#include "indexer/readers/readers.h"
#include "indexer/revision.h"
#include "indexer/story_names.h"
#include "schema/codec.h"

namespace broadsheet {
namespace {

// The index of a directory that must hold one.
IndexState existing_state(const std::string& directory) {
  if (!has_manifest(directory)) (void)read_manifest(directory);  // throws
  return read_index_state(directory);
}

LedgerStory* ledger_story(Ledger& ledger, const std::string& id) {
  for (auto& [path, file] : ledger.files) {
    for (LedgerStory& story : file.stories) {
      if (story.id == id && !story.copy) return &story;
    }
  }
  return nullptr;
}

// Fields that an undo names, by the names they are kept under.
void drop_fields(FieldValues& values, const std::vector<std::string>& fields,
                 const Article* article) {
  for (const std::string& field : fields) {
    const std::string name = article ? checked_field(*article, field, "") : field;
    if (values.erase(name) == 0 && values.erase(field) == 0) {
      throw Error(ErrorCode::usage, fmt::format("{} has not been corrected", field),
                  "'broadsheet correct --list' shows what has");
    }
  }
}

void add_states(const std::string& id, const HandWork& by_hand, const Article* article,
                std::vector<CorrectionState>& out) {
  const auto title = by_hand.titles.find(id);
  for (const auto& [field, value] : by_hand.corrections.at(id)) {
    CorrectionState state{.id = id,
                          .title = title == by_hand.titles.end() ? "" : title->second,
                          .field = field,
                          .from = {},
                          .to = value,
                          .applied = false,
                          .why_not = "the story is not in the index"};
    if (article != nullptr) {
      state.title = display_title(article->title, article->text);
      state.why_not = "the story has no such figure";
      for (const Correction& made : article->corrections) {
        if (made.field != field) continue;
        state.from = made.from;
        state.to = made.to;
        state.applied = true;
        state.why_not.clear();
      }
    }
    out.push_back(std::move(state));
  }
}

// However the outlet or path is written.
bool same_rule(const Removal& a, const Removal& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Removal::Kind::story:
      return a.value == b.value;
    case Removal::Kind::outlet:
      return same_outlet(a.value, b.value);
    case Removal::Kind::path:
      return equal_ignoring_case(tidy_path(a.value), tidy_path(b.value));
  }
  return false;
}

class Amendment {
 public:
  explicit Amendment(const std::string& directory,
                     const std::optional<Date>& latest = std::nullopt)
      : directory_(directory), state_(existing_state(directory)), latest_(latest) {
    clear_leftovers(directory, state_.manifest);
  }

  IndexState& state() { return state_; }

  void correct(const CorrectionRequest& request) {
    const std::string id = request.id.empty() ? id_at_place(state_.ledger, request)
                                              : whole_id(state_, request.id);
    touched_.insert(id);
    FieldValues& values = state_.by_hand.corrections[id];
    StoredStory* story = load(id);
    if (story != nullptr) undo_corrections(story->article);
    if (request.undo_all) values.clear();
    drop_fields(values, request.undo, story ? &story->article : nullptr);
    if (!request.set.empty() && story == nullptr) no_such_story(id);
    for (const auto& [field, value] : request.set) {
      values[checked_field(story->article, field, value, latest_)] = value;
    }
    if (story != nullptr) {
      (void)apply_corrections(story->article, values);
      state_.by_hand.titles[id] =
          display_title(story->article.title, story->article.text);
    }
    if (!values.empty()) return;
    state_.by_hand.corrections.erase(id);
    state_.by_hand.titles.erase(id);
  }

  Removed remove(Removal rule) {
    std::set<std::string> ids;
    switch (rule.kind) {
      case Removal::Kind::story: {
        rule.value = whole_id(state_, rule.value);
        if (const StoredStory* story = load(rule.value)) {
          rule.content = story->article.content;
          rule.title = display_title(story->article.title, story->article.text);
        }
        ids.insert(rule.value);
        break;
      }
      case Removal::Kind::outlet:
        ids = ids_of_outlet(directory_, state_.manifest, rule.value);
        break;
      case Removal::Kind::path:
        if (rule.value.empty()) throw Error(ErrorCode::usage, "a path has no name");
        rule.value = tidy_path(rule.value);
        break;
    }
    const std::size_t gone = take_out(rule, ids);
    auto& rules = state_.by_hand.removals;
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
    return {.rule = std::move(rule), .stories = gone};
  }

  // Files of stories that stayed out count as changed.
  Removed let_in(Removal rule) {
    if (rule.kind == Removal::Kind::path) rule.value = tidy_path(rule.value);
    if (rule.kind == Removal::Kind::story) rule.value = whole_id(state_, rule.value);
    std::set<std::string> dropped;
    std::erase_if(state_.by_hand.removals, [&](const Removal& known) {
      return same_rule(known, rule) && dropped.insert(name_of(known)).second;
    });
    if (dropped.empty()) {
      throw Error(ErrorCode::not_found,
                  fmt::format("no removal of {} {}", to_string(rule.kind), rule.value),
                  "'broadsheet remove --list' shows them");
    }
    std::size_t stories = 0;
    for (auto& [path, file] : state_.ledger.files) {
      const auto out = static_cast<std::size_t>(std::count_if(
          file.skips.begin(), file.skips.end(),
          [&](const LedgerSkip& skip) { return dropped.contains(skip.rule); }));
      if (out > 0) file.modified_ns = 0;
      stories += out;
    }
    return {.rule = std::move(rule), .stories = stories};
  }

  void publish() {
    SegmentBuilder builder(building_folder(directory_));
    std::size_t part = 0;
    for (auto& [id, story] : loaded_) {
      if (outdated_.contains(id) || !story) continue;
      LedgerStory* known = ledger_story(state_.ledger, id);
      const std::uint64_t version = article_version(story->article);
      if (known == nullptr || known->version == version) continue;
      known->version = version;
      outdated_.insert(id);
      builder.write_part(part++, {{.article = &story->article, .sketch = story->sketch}});
    }
    publish_revision(directory_, state_.manifest,
                     {.outdated = outdated_,
                      .fresh = builder,
                      .ledger = state_.ledger,
                      .copies = copies_of(state_.ledger),
                      .by_hand = state_.by_hand});
  }

  std::vector<CorrectionState> states() {
    std::vector<CorrectionState> out;
    for (const std::string& id : touched_) {
      const auto values = state_.by_hand.corrections.find(id);
      if (values == state_.by_hand.corrections.end()) continue;
      const StoredStory* story = load(id);
      add_states(id, state_.by_hand, story ? &story->article : nullptr, out);
    }
    return out;
  }

 private:
  StoredStory* load(const std::string& id) {
    auto [place, is_new] = loaded_.try_emplace(id);
    if (is_new) place->second = stored_story(directory_, state_.manifest, id);
    return place->second ? &*place->second : nullptr;
  }

  // Moves stories and their exact copies from the ledger's stories to its skips.
  std::size_t take_out(const Removal& rule, const std::set<std::string>& ids) {
    std::set<std::uint64_t> contents;
    const auto goes = [&](const std::string& path, const LedgerStory& story) {
      return rule.kind == Removal::Kind::path ? lies_below(path, rule.value)
                                              : ids.contains(story.id);
    };
    each_story(state_.ledger, [&](const std::string& path, const LedgerStory& story) {
      if (rule.kind != Removal::Kind::path && goes(path, story))
        contents.insert(story.hash);
    });
    std::size_t gone = 0;
    for (auto& entry : state_.ledger.files) {
      LedgerFile& file = entry.second;
      std::erase_if(file.stories, [&](const LedgerStory& story) {
        if (!goes(entry.first, story) && !contents.contains(story.hash)) return false;
        file.skips.push_back({.line = story.line,
                              .reason = std::string(out_by_hand),
                              .member = story.member,
                              .rule = name_of(rule)});
        if (!story.copy) outdated_.insert(story.id);
        ++gone;
        return true;
      });
    }
    return gone;
  }

  const std::string& directory_;
  IndexState state_;
  const std::optional<Date> latest_;
  std::map<std::string, std::optional<StoredStory>> loaded_;
  std::set<std::string> touched_;
  std::set<std::string> outdated_;
};

}  // namespace

std::vector<CorrectionState> correct_stories(
    const std::string& directory, const std::vector<CorrectionRequest>& requests,
    const std::optional<Date>& latest) {
  (void)existing_state(directory);  // before a lock makes a directory
  const WriterLock lock(directory);
  Amendment amendment(directory, latest);
  for (const CorrectionRequest& request : requests) amendment.correct(request);
  amendment.publish();
  return amendment.states();
}

std::vector<CorrectionState> list_corrections(const std::string& directory) {
  const IndexState state = existing_state(directory);
  std::vector<CorrectionState> out;
  for (const auto& [id, values] : state.by_hand.corrections) {
    const auto story = stored_story(directory, state.manifest, id);
    add_states(id, state.by_hand, story ? &story->article : nullptr, out);
  }
  return out;
}

std::vector<Removed> remove_stories(const std::string& directory,
                                    std::vector<Removal> rules, bool undo) {
  (void)existing_state(directory);
  const WriterLock lock(directory);
  Amendment amendment(directory);
  std::vector<Removed> removed;
  for (Removal& rule : rules) {
    removed.push_back(undo ? amendment.let_in(std::move(rule))
                           : amendment.remove(std::move(rule)));
  }
  amendment.publish();
  return removed;
}

std::vector<Removal> list_removals(const std::string& directory) {
  return existing_state(directory).by_hand.removals;
}

namespace {

CorrectionRequest read_request(const nlohmann::json& line) {
  CorrectionRequest request;
  if (line.contains("id")) {
    request.id = line.at("id").get<std::string>();
  } else {
    request.path = line.at("path").get<std::string>();
    if (line.contains("line")) request.line = line.at("line").get<std::size_t>();
    if (line.contains("member")) request.member = line.at("member").get<std::string>();
  }
  for (const auto& [field, value] : line.at("set").items()) {
    request.set[field] = value.is_null() ? "" : value.get<std::string>();
  }
  return request;
}

}  // namespace

std::vector<CorrectionRequest> read_correction_lines(const std::string& name,
                                                     const std::string& text) {
  std::vector<CorrectionRequest> requests;
  std::string_view rest = text;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    try {
      requests.push_back(read_request(nlohmann::json::parse(line)));
    } catch (const nlohmann::json::exception&) {
      throw Error(
          ErrorCode::usage, fmt::format("{}:{} is not a correction", name, number),
          R"(a line is {"id": "...", "set": {"date": "2026-04-24"}}; nothing was changed)");
    }
  }
  return requests;
}

}  // namespace broadsheet
