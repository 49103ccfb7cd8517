// The stories are found by unit, words and value buckets; their stored figures settle the
// ends, and what stands in one sentence.
#include "searcher/figure_answers.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <span>
#include <vector>

#include "schema/fields.h"
#include "searcher/planner.h"
#include "searcher/story_figures.h"

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

Match best_match(StoryFigures& story, const FigureCondition& condition, Stemmer& stem) {
  Match best = Match::no;
  for (const FigureSentence& sentence : story.sentences()) {
    Match here = Match::no;
    for (const std::size_t i : figures_meeting(sentence.figures, condition, stem))
      here = std::max(here, match_figure(sentence.figures[i], condition));
    if (here <= best) continue;
    if (has_words(story, sentence, condition.words, stem)) best = here;
    if (best == Match::surely) break;
  }
  return best;
}

// As FigureAnswers has them.
using Places = std::map<std::string, std::vector<Xapian::docid>>;

// Matches just those stories, at no weight. One term for each id would be opened and
// walked by itself: for 8,800 stories 400 ms, this way 1 ms.
class StorySource : public Xapian::PostingSource {
 public:
  explicit StorySource(std::shared_ptr<const Places> places)
      : places_(std::move(places)) {}

  void init(const Xapian::Database& segment) override {
    static const std::vector<Xapian::docid> nothing;
    const auto found = places_->find(segment.get_uuid());
    stories_ = found == places_->end() ? nothing : found->second;
    at_ = stories_.begin();
    started_ = false;
    set_maxweight(0);
  }
  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  Xapian::docid get_docid() const override { return *at_; }
  bool at_end() const override { return at_ == stories_.end(); }
  void next(double /*least_weight*/) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid story, double /*least_weight*/) override {
    started_ = true;
    at_ = std::lower_bound(at_, stories_.end(), story);
  }
  PostingSource* clone() const override { return new StorySource(places_); }

 private:
  Xapian::doccount count() const {
    return static_cast<Xapian::doccount>(stories_.size());
  }

  std::shared_ptr<const Places> places_;
  std::span<const Xapian::docid> stories_;
  std::span<const Xapian::docid>::iterator at_;
  bool started_ = false;
};

// Whether one sentence may have all of the words: most stories that have them elsewhere
// are told without unpacking anything.
bool may_say(const std::string& said, const std::vector<WordMark>& words) {
  const auto sentences = decode_said(said);
  return !sentences || std::any_of(sentences->begin(), sentences->end(),
                                   [&](const Said& one) { return one.has_all(words); });
}

}  // namespace

void FigureAnswers::find(const Xapian::Database& segment,
                         const FigureCondition& condition, Found& found) {
  Xapian::Enquire enquire(segment);
  enquire.set_query(story_candidates(condition, snapshot_.stem));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const auto candidates = enquire.get_mset(0, segment.get_doccount());
  std::vector<WordMark> words;
  for (const std::string& word : condition.words) {
    if (!is_stop_word(word)) words.push_back(mark_of(snapshot_.stem(word)));
  }
  auto& places = (*found.places)[segment.get_uuid()];
  for (auto it = candidates.begin(); it != candidates.end(); ++it) {
    const Xapian::Document document = it.get_document();
    if (!words.empty() && !may_say(document.get_value(slot_said), words)) continue;
    StoryFigures story(document);
    const Match match = best_match(story, condition, snapshot_.stem);
    if (match == Match::no) continue;
    found.matches[document.get_value(slot_id)] = match;
    possible_ = possible_ || match == Match::possibly;
    places.push_back(*it);
  }
  std::sort(places.begin(), places.end());
}

Xapian::Query FigureAnswers::stories(const FigureCondition& condition) {
  const auto [known, fresh] = found_.try_emplace(key_of(condition));
  if (fresh) {
    for (const Xapian::Database& segment : snapshot_.segments)
      find(segment, condition, known->second);
  }
  return Xapian::Query((new StorySource(known->second.places))->release());
}

bool FigureAnswers::surely(const Query& query, const std::string& id) const {
  return std::all_of(query.filters.begin(), query.filters.end(),
                     [&](const Clause& clause) { return surely(clause, id); });
}

bool FigureAnswers::surely(const Clause& clause, const std::string& id) const {
  const auto part = [&](const Clause& inner) { return surely(inner, id); };
  switch (clause.kind) {
    case Clause::Kind::figure: {
      const auto stories = found_.find(key_of(clause.figure));
      if (stories == found_.end()) return false;
      const auto& matches = stories->second.matches;
      const auto story = matches.find(id);
      return story != matches.end() && story->second == Match::surely;
    }
    case Clause::Kind::all:
      return std::all_of(clause.parts.begin(), clause.parts.end(), part);
    case Clause::Kind::any:
      return std::any_of(clause.parts.begin(), clause.parts.end(), part);
    case Clause::Kind::near:
    case Clause::Kind::same:
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
