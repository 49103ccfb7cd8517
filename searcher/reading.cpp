// A query in plain words.
#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "article/utf8.h"
#include "schema/terms.h"
#include "searcher/query.h"

namespace broadsheet {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += between;
    all += word;
  }
  return all;
}

std::string joined(const std::vector<Clause>& clauses, std::string_view between) {
  std::vector<std::string> texts;
  texts.reserve(clauses.size());
  for (const Clause& clause : clauses) texts.push_back(reading_of(clause));
  return joined(texts, between);
}

std::string days_text(const DayRange& days) {
  const Date first = date_of_day(days.first);
  const Date last = date_of_day(days.last);
  const Date year = year_of(first);
  const Date month = month_of(first);
  const bool open_start = days.first <= DayRange::open_first;
  const bool open_end = days.last >= DayRange::open_last;
  if (open_start) return "before " + to_string(date_of_day(days.last + 1));
  if (open_end) return "since " + to_string(first);
  if (days == DayRange{first_day(year), last_day(year)}) return "in " + to_string(year);
  if (days == DayRange{first_day(month), last_day(month)})
    return "in " + to_string(month);
  if (days.first == days.last) return "on " + to_string(first);
  return fmt::format("from {} to {}", to_string(first), to_string(last));
}

// Dates that a text names are another matter than the one it was published at.
std::string dates_text(const Clause& clause) {
  const bool published = clause.field->prefix == prefix::day;
  if (!clause.days)
    return fmt::format("{} unknown", published ? "date" : clause.field->name);
  return published
             ? days_text(*clause.days)
             : fmt::format("{} a date {}", clause.field->name, days_text(*clause.days));
}

std::string word_text(const Clause& clause) {
  if (!clause.pattern.empty()) return clause.pattern;
  return clause.exact ? "exactly " + clause.words.front() : clause.words.front();
}

std::string quoted_text(const Clause& clause) {
  if (!clause.pattern.empty()) return fmt::format("\"{}\"", clause.pattern);
  return fmt::format("{}\"{}\"", clause.exact ? "exactly " : "",
                     joined(clause.words, " "));
}

bool is_stop(const Clause& clause) {
  return clause.kind == Clause::Kind::word && !clause.exact && clause.pattern.empty() &&
         is_stop_word(clause.words.front());
}

// "45 billion USD", as figures are printed elsewhere.
std::string value_text(const std::optional<Amount>& low,
                       const std::optional<Amount>& high, const std::string& unit) {
  Figure figure;
  figure.low = low;
  figure.high = high;
  figure.unit = unit;
  return to_string(figure);
}

std::string condition_text(const FigureCondition& condition) {
  const auto& [low, high, low_open, high_open, unit, words] = condition;
  std::string text = "a figure ";
  if (low && high) {
    text += (*low == *high ? "of " : "within ") + value_text(low, high, unit);
  } else if (low) {
    text += (low_open ? "above " : "of at least ") + value_text(low, low, unit);
  } else {
    text += (high_open ? "below " : "of at most ") + value_text(high, high, unit);
  }
  if (!words.empty())
    text += fmt::format(" in one sentence with \"{}\"", joined(words, " "));
  return text;
}

// Stop words do not rank beside others, so they are not named either; nor is a word
// twice.
std::string ranked_text(const std::vector<Clause>& ranked) {
  constexpr std::size_t most = 50;
  const bool only_stop_words = std::all_of(ranked.begin(), ranked.end(), is_stop);
  std::vector<std::string> named;
  std::set<std::string> known;
  for (const Clause& clause : ranked) {
    std::string text = reading_of(clause);
    if ((only_stop_words || !is_stop(clause)) && known.insert(text).second)
      named.push_back(std::move(text));
  }
  const std::size_t all = named.size();
  if (all > most) named.resize(most);
  return joined(named, ", ") +
         (all > most ? fmt::format(" and {} more", all - most) : "");
}

// A source may be named more than once.
std::string liked_text(const std::vector<Clause>& liked) {
  std::vector<std::string> texts;
  for (const Clause& clause : liked) {
    std::string text = reading_of(clause);
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
  return joined(texts, ", ");
}

}  // namespace

std::string reading_of(const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::word:
      return word_text(clause);
    case Clause::Kind::phrase:
      return fmt::format("the phrase {}", quoted_text(clause));
    case Clause::Kind::field:
      return fmt::format("{} with {}", clause.field->name, quoted_text(clause));
    case Clause::Kind::name:
      return fmt::format(
          "{} {}", clause.field->name,
          clause.value.empty() ? "unknown" : replace_invalid_utf8(clause.value));
    case Clause::Kind::dates:
      return dates_text(clause);
    case Clause::Kind::figure:
      return condition_text(clause.figure);
    case Clause::Kind::near:
      return fmt::format("({} within {} word{}{})", joined(clause.parts, " and "),
                         clause.distance, clause.distance == 1 ? "" : "s",
                         clause.ordered ? ", in this order" : "");
    case Clause::Kind::same:
      return fmt::format("({} in one sentence)", joined(clause.parts, " and "));
    case Clause::Kind::all:
      if (clause.parts.size() == 1) return "with " + reading_of(clause.parts.front());
      return fmt::format("({})", joined(clause.parts, " and "));
    case Clause::Kind::any:
      return fmt::format("({})", joined(clause.parts, " or "));
    case Clause::Kind::none:
      return "not " + (clause.parts.empty() ? "" : reading_of(clause.parts.front()));
  }
  return {};
}

std::string reading_of(const Query& query) {
  if (query.empty()) return "all of them";
  std::vector<std::string> parts;
  if (!query.ranked.empty()) parts.push_back("ranked by " + ranked_text(query.ranked));
  for (const FigureCondition& condition : query.near) {
    const bool point = condition.low && condition.low == condition.high;
    if (!point) parts.push_back("first by " + condition_text(condition));
  }
  if (!query.liked.empty())
    parts.push_back("liked, not required: " + liked_text(query.liked));
  for (const Clause& clause : query.filters) parts.push_back(reading_of(clause));
  for (const Clause& clause : query.excluded)
    parts.push_back("without " + reading_of(clause));
  return joined(parts, "; ");
}

namespace {

void collect(const std::vector<Clause>& clauses, std::vector<std::string>& words) {
  for (const Clause& clause : clauses) {
    const auto& said = clause.pattern.empty() ? clause.words : clause.stands_for;
    words.insert(words.end(), said.begin(), said.end());
    words.insert(words.end(), clause.figure.words.begin(), clause.figure.words.end());
    if (clause.kind != Clause::Kind::none) collect(clause.parts, words);
  }
}

}  // namespace

std::vector<std::string> words_to_mark(const Query& query) {
  std::vector<std::string> words;
  collect(query.ranked, words);
  collect(query.filters, words);
  return words;
}

}  // namespace broadsheet
