// The sentences are found by unit, words and value buckets; the figures stored with them
// settle the ends.
#include "searcher/figure_answers.h"

#include <algorithm>
#include <fmt/format.h>

#include "schema/codec.h"
#include "schema/document.h"
#include "schema/fields.h"
#include "searcher/planner.h"

namespace broadsheet {
namespace {

std::string end_text(const std::optional<Amount>& end, bool open) {
  return end ? to_string(*end) + (open ? "o" : "c") : "-";
}

// Clauses are copied on their way; equal conditions are one.
std::string key_of(const FigureCondition& condition) {
  std::string key =
      fmt::format("{}|{}|{}", end_text(condition.low, condition.low_open),
                  end_text(condition.high, condition.high_open), condition.unit);
  for (const std::string& word : condition.words) key += "|" + word;
  return key;
}

Match best_match(const std::vector<Figure>& figures, const FigureCondition& condition,
                 Stemmer& stem) {
  Match best = Match::no;
  for (const std::size_t i : figures_meeting(figures, condition, stem))
    best = std::max(best, match_figure(figures[i], condition));
  return best;
}

std::map<std::string, Match> find(Snapshot& snapshot, const FigureCondition& condition) {
  std::map<std::string, Match> stories;
  Xapian::Enquire enquire(snapshot.sentences);
  enquire.set_query(sentence_candidates(condition, snapshot.stem));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const auto candidates = enquire.get_mset(0, snapshot.sentences.get_doccount());
  for (auto it = candidates.begin(); it != candidates.end(); ++it) {
    const auto record = sentence_record(it.get_document());
    if (!record) throw Xapian::DatabaseCorruptError("a sentence record is damaged");
    const Match match = best_match(record->figures, condition, snapshot.stem);
    if (match == Match::no) continue;
    Match& known = stories.try_emplace(record->story_key, match).first->second;
    known = std::max(known, match);
  }
  return stories;
}

}  // namespace

Xapian::Query FigureAnswers::stories(const FigureCondition& condition) {
  const auto [known, fresh] = found_.try_emplace(key_of(condition));
  if (fresh) known->second = find(snapshot_, condition);
  std::vector<Xapian::Query> parts;
  for (const auto& [key, match] : known->second) {
    parts.emplace_back(term(prefix::key, key));
    possible_ = possible_ || match == Match::possibly;
  }
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

bool FigureAnswers::surely(const Query& query, const std::string& story_key) const {
  return std::all_of(query.filters.begin(), query.filters.end(),
                     [&](const Clause& clause) { return surely(clause, story_key); });
}

bool FigureAnswers::surely(const Clause& clause, const std::string& story_key) const {
  const auto part = [&](const Clause& inner) { return surely(inner, story_key); };
  switch (clause.kind) {
    case Clause::Kind::figure: {
      const auto stories = found_.find(key_of(clause.figure));
      if (stories == found_.end()) return false;
      const auto story = stories->second.find(story_key);
      return story != stories->second.end() && story->second == Match::surely;
    }
    case Clause::Kind::all:
      return std::all_of(clause.parts.begin(), clause.parts.end(), part);
    case Clause::Kind::any:
      return std::any_of(clause.parts.begin(), clause.parts.end(), part);
    case Clause::Kind::word:
    case Clause::Kind::phrase:
    case Clause::Kind::field:
    case Clause::Kind::name:
    case Clause::Kind::dates:
    case Clause::Kind::none:
      return true;
  }
  return true;
}

}  // namespace broadsheet
