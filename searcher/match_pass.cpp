// Xapian goes through the segments one after the other and tells a decider the number of
// a story inside its segment only. The follower, of which each segment has a copy in the
// order of the segments, knows which one it is.
#include "searcher/match_pass.h"

#include <algorithm>

namespace broadsheet {

struct MatchPass::Progress {
  Deadline deadline;
  std::vector<Xapian::docid> last;  // story of each segment that the match has opened
  std::size_t segment = 0;          // where the match is
  Xapian::docid story = 0;
  bool cut = false;
  unsigned calls = 0;

  // The clock is asked once in so many stories: it costs as much as ten of them. A few
  // are always looked at, so that on a busy machine small collections are answered whole.
  bool out_of_time() {
    constexpr unsigned often = 16;
    constexpr unsigned always = 1000;
    if (!cut && ++calls % often == 0 && calls > always) cut = deadline.passed();
    return cut;
  }
};

// Every story of the index, until the time has come.
class MatchPass::Watch : public Xapian::PostingSource {
 public:
  Watch(std::shared_ptr<Progress> progress, bool follows)
      : progress_(std::move(progress)), follows_(follows) {
    set_maxweight(0);
  }

  Xapian::PostingSource* clone() const override { return new Watch(progress_, follows_); }

  void init(const Xapian::Database& segment) override {
    last_ = segment.get_lastdocid();
    stories_ = segment.get_doccount();
    if (!follows_) return;
    segment_ = progress_->last.size();
    progress_->last.push_back(last_);
  }

  Xapian::doccount get_termfreq_min() const override { return 0; }
  // The most, so that Xapian asks the other parts of the query first.
  Xapian::doccount get_termfreq_est() const override { return stories_; }
  Xapian::doccount get_termfreq_max() const override { return stories_; }

  void next(double) override { arrive(story_ + 1); }
  void skip_to(Xapian::docid story, double) override {
    if (story > story_) arrive(story);
  }
  bool at_end() const override { return ended_; }
  Xapian::docid get_docid() const override { return story_; }

 private:
  void arrive(Xapian::docid story) {
    story_ = story;
    ended_ = story > last_ || progress_->out_of_time();
    if (!follows_ || ended_) return;
    progress_->segment = segment_;
    progress_->story = story;
  }

  std::shared_ptr<Progress> progress_;
  bool follows_;
  std::size_t segment_ = 0;
  Xapian::docid last_ = 0;
  Xapian::doccount stories_ = 0;
  Xapian::docid story_ = 0;
  bool ended_ = false;
};

MatchPass::MatchPass(std::size_t segments, Deadline deadline, const Selection* selection,
                     bool record)
    : progress_(std::make_shared<Progress>()),
      follower_(std::make_unique<Watch>(progress_, true)),
      guard_(std::make_unique<Watch>(progress_, false)),
      selection_(selection),
      record_(record),
      matches_(segments) {
  progress_->deadline = deadline;
}

MatchPass::~MatchPass() = default;

Xapian::Query MatchPass::over(const Xapian::Query& query) const {
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(follower_.get())};
}

Xapian::Query MatchPass::watched(const Xapian::Query& part) const {
  if (!progress_->deadline.is_set()) return part;
  return {Xapian::Query::OP_FILTER, part, Xapian::Query(guard_.get())};
}

const Xapian::MatchDecider* MatchPass::decider() const {
  return record_ || selection_ != nullptr ? this : nullptr;
}

void MatchPass::start_again() {
  progress_->last.clear();
  progress_->segment = 0;
  progress_->story = 0;
  matches_.assign(matches_.size(), {});
  accepted_ = 0;
}

bool MatchPass::allows(Xapian::docid document) const {
  const Place place = place_of(document, matches_.size());
  return selection_ == nullptr || selection_->failed(place.segment, place.story) == 0;
}

bool MatchPass::operator()(const Xapian::Document& /*document*/) const {
  const std::size_t segment = progress_->segment;
  const Xapian::docid story = progress_->story;
  const std::uint16_t failed =
      selection_ != nullptr ? selection_->failed(segment, story) : std::uint16_t{0};
  if (record_) {
    matches_[segment].stories.push_back(story);
    if (selection_ != nullptr) matches_[segment].failed.push_back(failed);
  }
  accepted_ += failed == 0 ? 1 : 0;
  return failed == 0;
}

bool MatchPass::cut() const {
  return progress_->cut;
}

double MatchPass::share() const {
  double done = 0, all = 0;
  for (std::size_t i = 0; i < progress_->last.size(); ++i) {
    all += progress_->last[i];
    if (i < progress_->segment) done += progress_->last[i];
  }
  done += progress_->story;
  return all > 0 ? std::min(done / all, 1.0) : 1;
}

}  // namespace broadsheet
