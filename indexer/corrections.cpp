// A list is written with "; " between its names, since names hold commas. What stands in
// article.corrections is enough to undo: the text of a story is never changed, so a
// figure that was taken out can be read again.
#include "indexer/corrections.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

#include "article/analyse.h"
#include "article/ascii.h"
#include "article/error.h"
#include "article/figure_reader.h"
#include "article/outlets.h"

namespace broadsheet {
namespace {

constexpr std::string_view figure_prefix = "figure:";
constexpr std::string_view date_source_field = "date_source";

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, "; "));
}

std::vector<std::string> parted(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view name = trimmed(text.substr(0, end));
    if (!name.empty()) names.emplace_back(name);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

std::optional<std::string> text_or_none(std::string_view value) {
  if (trimmed(value).empty()) return std::nullopt;
  return std::string(trimmed(value));
}

void set_title(Article& article, std::string_view value) {
  article.title = text_or_none(value);
}

void set_credited(Article& article, std::string_view value) {
  article.credited = parted(value);
  article.credited_outlets.clear();
  for (const std::string& name : article.credited) {
    std::string outlet = normalise_outlet(name);
    auto& outlets = article.credited_outlets;
    if (std::find(outlets.begin(), outlets.end(), outlet) == outlets.end()) {
      outlets.push_back(std::move(outlet));
    }
  }
}

struct FieldRow {
  std::string_view name;
  std::string_view alias;
  std::string (*get)(const Article&);
  void (*set)(Article&, std::string_view);
};

const FieldRow rows[] = {
    {"title", "headline", [](const Article& a) { return a.title.value_or(""); },
     set_title},
    {"date", "", [](const Article& a) { return a.date ? to_string(*a.date) : ""; },
     [](Article& a, std::string_view value) { a.date = read_date(value); }},
    {"outlet", "publisher", [](const Article& a) { return a.outlet.value_or(""); },
     [](Article& a, std::string_view value) { a.outlet = text_or_none(value); }},
    {"authors", "author", [](const Article& a) { return joined(a.authors); },
     [](Article& a, std::string_view value) { a.authors = parted(value); }},
    {"credited", "credit", [](const Article& a) { return joined(a.credited); },
     set_credited},
    {"language", "lang", [](const Article& a) { return a.language.value_or(""); },
     [](Article& a, std::string_view value) { a.language = text_or_none(value); }},
    {"url", "link", [](const Article& a) { return a.url.value_or(""); },
     [](Article& a, std::string_view value) { a.url = text_or_none(value); }},
};

const FieldRow* row_named(std::string_view name) {
  const auto* row = std::find_if(std::begin(rows), std::end(rows), [&](const auto& r) {
    return r.name == name || (!r.alias.empty() && r.alias == name);
  });
  return row == std::end(rows) ? nullptr : row;
}

std::string_view printed(const Article& article, const Figure& figure) {
  return figure.span.in(text_of(article, figure));
}

// Which of the figures printed alike each one is; 1-based.
std::vector<std::size_t> turns(const Article& article) {
  std::unordered_map<std::string_view, std::size_t> seen;
  std::vector<std::size_t> numbers;
  for (const Figure& figure : article.figures) {
    numbers.push_back(++seen[printed(article, figure)]);
  }
  return numbers;
}

// "8,000 jobs" is every figure printed so, "8,000 jobs#2" the second of them alone.
bool is_named(std::string_view name, std::string_view text, std::size_t turn) {
  return name == text || name == fmt::format("{}#{}", text, turn);
}

bool has_figure(const Article& article, std::string_view name) {
  const std::vector<std::size_t> numbers = turns(article);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (is_named(name, printed(article, article.figures[i]), numbers[i])) return true;
  }
  return false;
}

// The printed forms that hold the name as whole words: "8,000 jobs" is printed as "About
// 8,000 jobs".
std::set<std::string> forms_holding(const Article& article, std::string_view name) {
  std::set<std::string> forms;
  const std::string wanted = " " + to_lower(trimmed(name)) + " ";
  if (wanted.find_first_of("0123456789") == std::string::npos) return forms;
  for (const Figure& figure : article.figures) {
    const std::string_view text = printed(article, figure);
    if ((" " + to_lower(text) + " ").find(wanted) != std::string::npos)
      forms.emplace(text);
  }
  return forms;
}

// The name of this figure alone.
std::string name_of(const Article& article, std::size_t index) {
  const std::string_view text = printed(article, article.figures[index]);
  const auto alike = std::count_if(
      article.figures.begin(), article.figures.end(),
      [&](const Figure& figure) { return printed(article, figure) == text; });
  if (alike == 1) return std::string(text);
  return fmt::format("{}#{}", text, turns(article)[index]);
}

std::string checked_figure(const Article& article, std::string_view name,
                           std::string_view value) {
  if (!trimmed(value).empty() && !read_figure(value)) {
    throw Error(ErrorCode::usage, fmt::format("'{}' cannot be read as a figure", value),
                "for example figure:\"8,000 jobs\"=\"6,000 jobs\"");
  }
  std::size_t number = 0;
  const char* end = name.data() + name.size();
  const auto read = std::from_chars(name.data(), end, number);
  const bool is_number = read.ec == std::errc() && read.ptr == end;
  if (has_figure(article, name)) return std::string(figure_prefix) + std::string(name);
  if (is_number && number >= 1 && number <= article.figures.size()) {
    return std::string(figure_prefix) + name_of(article, number - 1);
  }
  const std::set<std::string> forms = forms_holding(article, name);
  if (forms.size() == 1) return std::string(figure_prefix) + *forms.begin();
  if (forms.size() > 1) {
    throw Error(ErrorCode::usage, fmt::format("several figures hold '{}'", name),
                fmt::format("name one as it is printed: {}", fmt::join(forms, "; ")));
  }
  throw Error(ErrorCode::usage, fmt::format("the story has no figure '{}'", name),
              "name it as it is printed, or by its number in the list of the story");
}

// A value without a unit keeps the figure's own.
void set_figure(Figure& figure, const Figure& value) {
  figure.low = value.low;
  figure.high = value.high;
  figure.bound = value.bound;
  if (value.unit.empty()) return;
  figure.unit = value.unit;
  figure.dimension = value.dimension;
  figure.counts = value.counts;
}

// The correction that holds for a figure: that of it alone before that of all like it.
FieldValues::const_iterator value_for(const FieldValues& values, std::string_view text,
                                      std::size_t turn) {
  const std::string name = fmt::format("{}{}", figure_prefix, text);
  const auto alone = values.find(fmt::format("{}#{}", name, turn));
  return alone != values.end() ? alone : values.find(name);
}

// One note for a correction, however many figures it put right. Gives the corrections
// that found none.
std::vector<std::string> correct_figures(Article& article, const FieldValues& values) {
  const std::vector<std::size_t> numbers = turns(article);
  std::vector<Figure> kept;
  std::set<std::string_view> done;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    Figure& figure = article.figures[i];
    const auto found = value_for(values, printed(article, figure), numbers[i]);
    std::string from;
    std::string to;
    if (found != values.end()) from = to_string(figure);
    const auto value = found != values.end() ? read_figure(found->second) : std::nullopt;
    if (value) {
      set_figure(figure, *value);
      to = to_string(figure);
    }
    if (found == values.end() || value) kept.push_back(std::move(figure));
    if (found == values.end() || !done.insert(found->first).second) continue;
    article.corrections.push_back({.field = found->first, .from = from, .to = to});
  }
  article.figures = std::move(kept);
  std::vector<std::string> left;
  for (const auto& [field, value] : values) {
    if (field.starts_with(figure_prefix) && !done.contains(field)) left.push_back(field);
  }
  return left;
}

void correct_field(Article& article, const FieldRow& row, std::string_view value) {
  Correction made{.field = std::string(row.name), .from = row.get(article), .to = {}};
  row.set(article, value);
  made.to = row.get(article);
  const bool date = row.name == "date";
  article.corrections.push_back(std::move(made));
  if (!date) return;
  const std::string_view was = article.date_source ? to_string(*article.date_source) : "";
  article.date_source =
      article.date ? std::optional(DateSource::corrected) : std::nullopt;
  const std::string_view is = article.date_source ? to_string(*article.date_source) : "";
  article.corrections.push_back({.field = std::string(date_source_field),
                                 .from = std::string(was),
                                 .to = std::string(is)});
}

// Figures are read from the title, and "this year" in them from the date.
bool changes_figures(std::string_view field) {
  return field == "title" || field == "date";
}

}  // namespace

std::vector<std::string_view> correctable_fields() {
  std::vector<std::string_view> names;
  for (const FieldRow& row : rows) names.push_back(row.name);
  return names;
}

std::string checked_field(const Article& article, std::string_view field,
                          std::string_view value, const std::optional<Date>& latest) {
  if (field.starts_with(figure_prefix)) {
    return checked_figure(article, field.substr(figure_prefix.size()), value);
  }
  const FieldRow* row = row_named(field);
  if (row == nullptr) {
    throw Error(ErrorCode::usage, fmt::format("'{}' cannot be corrected", field),
                fmt::format("what can: {}, figure:PRINTED",
                            fmt::join(correctable_fields(), ", ")));
  }
  if (row->name == "date" && !trimmed(value).empty() && !read_date(value)) {
    throw Error(ErrorCode::usage, fmt::format("'{}' is not a date", value),
                "for example date=2026-04-24, date=2026-04, or date= for unknown");
  }
  const auto date = row->name == "date" ? read_date(value) : std::nullopt;
  if (date && latest && first_day(*date) > last_day(*latest)) {
    throw Error(ErrorCode::usage, fmt::format("'{}' is a day to come", value),
                "no story is dated later than today; date= stands for unknown");
  }
  return std::string(row->name);
}

// Figures come last, because a new title brings figures of its own, and a new date other
// periods.
std::vector<std::string> apply_corrections(Article& article, const FieldValues& values) {
  for (const auto& [field, value] : values) {
    if (const FieldRow* row = row_named(field)) correct_field(article, *row, value);
  }
  const auto any = [&](auto&& holds) {
    return std::any_of(values.begin(), values.end(),
                       [&](const auto& correction) { return holds(correction.first); });
  };
  if (any(changes_figures)) read_all_figures(article);
  const bool figures =
      any([](const std::string& field) { return field.starts_with(figure_prefix); });
  if (!figures) return {};
  return correct_figures(article, values);
}

void undo_corrections(Article& article) {
  bool figures = false;
  for (const Correction& made : article.corrections) {
    if (const FieldRow* row = row_named(made.field)) row->set(article, made.from);
    if (made.field == date_source_field)
      article.date_source = date_source_from(made.from);
    figures =
        figures || changes_figures(made.field) || made.field.starts_with(figure_prefix);
  }
  article.corrections.clear();
  if (figures) read_all_figures(article);
}

}  // namespace broadsheet
