#include "searcher/claim_kind.h"

#include <algorithm>
#include <array>

#include "article/words.h"

namespace broadsheet {
namespace {

// As stems.
constexpr std::array<std::string_view, 11> work = {
    "job",    "role",    "posit", "post", "employe", "worker",
    "layoff", "staffer", "staff", "cut",  "redund"};

constexpr std::array<std::string_view, 11> people = {"peopl", "person", "man",   "woman",
                                                     "other", "victim", "death", "fatal",
                                                     "toll",  "killed", "life"};

// Subjects that are many, and things that are said of everything.
constexpr std::array<std::string_view, 28> vague = {
    "compani", "firm",   "govern", "offici", "polic", "report",  "analyst",
    "layoff",  "cut",    "plan",   "market", "state", "countri", "we",
    "it",      "sourc",  "group",  "studi",  "data",  "survey",  "investor",
    "sale",    "author", "expert", "total",  "deal",  "number",  "they"};
constexpr std::array<std::string_view, 16> vague_things = {
    "peopl", "person", "year", "day",   "time",  "man",   "woman", "people",
    "month", "week",   "one",  "thing", "share", "point", "case",  "other"};

constexpr std::array<std::string_view, 12> moving = {"price", "rate",  "averag", "level",
                                                     "index", "stock", "share",  "new",
                                                     "daili", "addit", "daily",  "week"};

template <std::size_t size>
bool is_one_of(std::string_view stem, const std::array<std::string_view, size>& list) {
  return std::find(list.begin(), list.end(), stem) != list.end();
}

}  // namespace

std::string kind_of(const Claim& claim) {
  const Figure& figure = claim.first().figure;
  const std::string& head = claim.thing.head;
  const bool counted = figure.dimension == "count" || figure.dimension.empty();
  if (!counted) return claim.thing.unit;
  if (is_one_of(head, work)) return "work";
  return is_one_of(head, people) ? "people" : head;
}

std::string source_of(const Mention& mention) {
  return mention.outlet.empty() ? "story " + mention.story : mention.outlet;
}

bool is_vague_subject(std::string_view stems) {
  return is_one_of(stems, vague);
}

bool is_named(const Claim& claim) {
  const std::string of = claim.first().figure.of.value_or("");
  const bool capital =
      std::any_of(of.begin(), of.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capital && !claim.thing.subject.empty() &&
         !is_vague_subject(claim.thing.subject);
}

bool is_vague_thing(std::string_view head) {
  return is_one_of(head, vague_things);
}

bool is_previous(const Figure& figure) {
  return figure.change && figure.change->from && figure.low &&
         figure.low == figure.high && *figure.low == *figure.change->from;
}

bool is_aside(const Figure& figure) {
  const bool single = figure.dimension == "count" && figure.high == Amount{1, 0};
  return single || figure.dimension == "time" || figure.status == Status::denied ||
         is_previous(figure);
}

bool moves_by_itself(const Claim& claim) {
  const Figure& figure = claim.first().figure;
  const bool total = figure.dimension == "count" || figure.dimension == "money" ||
                     figure.dimension == "area";
  if (!total || figure.unit.find(" per ") != std::string::npos) return true;
  const auto words = split_words(claim.thing.counts);
  return std::any_of(words.begin(), words.end(),
                     [](const Word& word) { return is_one_of(word.text, moving); });
}

bool is_round(const Figure& figure) {
  const auto mantissa = named_value(figure).mantissa;
  return mantissa > -10 && mantissa < 10;
}

bool all_words_in(std::string_view part, std::string_view whole) {
  const auto words = split_words(whole);
  const auto asked = split_words(part);
  return std::all_of(asked.begin(), asked.end(), [&](const Word& one) {
    return std::any_of(words.begin(), words.end(),
                       [&](const Word& word) { return word.text == one.text; });
  });
}

}  // namespace broadsheet
