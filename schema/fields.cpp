#include "schema/fields.h"

#include <algorithm>
#include <array>

namespace broadsheet {
namespace {

constexpr std::array field_table = {
    Field{"text", "body", "", FieldKind::text, "words of the story", "text:severance"},
    Field{"title", "headline", prefix::title, FieldKind::text, "words of the headline",
          "title:layoffs"},
    Field{"lead", "opening", prefix::lead, FieldKind::text,
          "words of the opening of the text", "lead:severance"},
    Field{"author", "by byline", prefix::author, FieldKind::text, "names in the byline",
          "author:gordon"},
    Field{"outlet", "publisher source", prefix::outlet, FieldKind::name,
          "who published it; outlet:unknown finds stories without one",
          "outlet:\"BBC News\""},
    Field{"credited", "credit", prefix::credited, FieldKind::name,
          "the source the copy is credited to", "credited:reuters"},
    Field{"cited", "", prefix::cited, FieldKind::name,
          "outlets named in the running text", "cited:axios"},
    Field{"lang", "language", prefix::language, FieldKind::name,
          "language, by code or name", "lang:german"},
    Field{"url", "link", prefix::url, FieldKind::name,
          "the address it was published at, its host or the first folders of its path",
          "url:example.org"},
    Field{"path", "folder file", prefix::path, FieldKind::name,
          "the file it was read from, a folder of it, or the file inside an archive",
          "path:dumps/2026"},
    Field{"id", "", prefix::id, FieldKind::name, "the story's own id, or how it begins",
          "id:0123456789abcdef"},
    Field{"cluster", "copies", prefix::cluster, FieldKind::name,
          "a story and its near-copies, by the cluster of a hit",
          "cluster:0123456789abcdef"},
    Field{"date", "on", prefix::day, FieldKind::date,
          "day, month, year or range; date:unknown finds the undated",
          "date:2025-10..2026-04"},
    Field{"since", "after from", prefix::day, FieldKind::date, "that day or later",
          "since:2025-10"},
    Field{"before", "until", prefix::day, FieldKind::date, "earlier than that day",
          "before:2026"},
    Field{"mentions", "mentioned", prefix::mentioned_day, FieldKind::date,
          "a day or month that the text speaks of", "mentions:2026-04"},
    Field{"figure", "figures", prefix::bucket, FieldKind::figure,
          "a figure in the text, with the words beside it in one sentence",
          "figure:>=8000 jobs"},
};

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const auto space = words.find(' ');
    if (words.substr(0, space) == word) return true;
    if (space == std::string_view::npos) return false;
    words.remove_prefix(space + 1);
  }
  return false;
}

}  // namespace

std::span<const Field> fields() {
  return field_table;
}

const Field* field_named(std::string_view name) {
  const auto* found = std::find_if(
      field_table.begin(), field_table.end(),
      [&](const Field& f) { return f.name == name || has_word(f.aliases, name); });
  return found == field_table.end() ? nullptr : &*found;
}

std::string_view to_string(FieldKind kind) {
  switch (kind) {
    case FieldKind::text:
      return "words";
    case FieldKind::name:
      return "name";
    case FieldKind::date:
      return "date";
    case FieldKind::figure:
      return "figure";
  }
  return "";
}

}  // namespace broadsheet
