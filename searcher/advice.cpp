#include "searcher/advice.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <iterator>

#include "searcher/deadline.h"
#include "searcher/did_you_mean.h"
#include "searcher/no_results.h"
#include "searcher/parser.h"
#include "searcher/query_fitting.h"
#include "searcher/question.h"
#include "searcher/render/terminal.h"
#include "searcher/story_answer.h"

namespace broadsheet {
namespace {

// For all counts together, and for one: beside the answer's own time, which was short,
// for nothing was found.
constexpr std::chrono::milliseconds time_for_all{60};
constexpr std::size_t ms_for_one = 20;

void add(std::vector<Remark>& remarks, std::vector<Remark> more) {
  remarks.insert(remarks.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
}

class Counter {
 public:
  Counter(Snapshot& snapshot, const StoryColumns& columns, const SearchRequest& request)
      : snapshot_(snapshot), columns_(columns), request_(request) {
    if (request.deadline_ms > 0)
      deadline_ = Deadline::in(Deadline::Clock::now(), time_for_all);
    request_.limit = 1;
    request_.offset = 0;
    request_.facets = false;
    request_.snippets = true;  // or nothing is counted
    request_.group = false;
    request_.sort = Sort::newest;
    request_.recency = false;
    request_.deadline_ms = request.deadline_ms > 0 ? ms_for_one : 0;
  }

  std::optional<std::size_t> operator()(const std::string& query) {
    if (deadline_.passed()) return std::nullopt;
    request_.query = query;
    Query parsed = parse_query(query, request_.now);
    like_named_sources(query, known_outlets(snapshot_.articles), parsed);
    fit_to_index(parsed, snapshot_.articles, snapshot_.stem);
    Results results;
    StoryAnswer(snapshot_, columns_, request_, parsed).give(results);
    if (!results.exact) return std::nullopt;
    return results.total;
  }

  std::optional<std::size_t> without_choices(const std::string& query) {
    request_.in.clear();
    request_.out.clear();
    return (*this)(query);
  }

 private:
  Snapshot& snapshot_;
  const StoryColumns& columns_;
  SearchRequest request_;
  Deadline deadline_;
};

void say_why_nothing(Snapshot& snapshot, const StoryColumns& columns,
                     const SearchRequest& request, const Query& query,
                     std::vector<Remark>& remarks) {
  Counter counter(snapshot, columns, request);
  if (!request.in.empty() || !request.out.empty()) {
    Counter freely = counter;
    const auto stories = freely.without_choices(request.query);
    if (stories.value_or(0) > 0) {
      remarks.push_back(
          {.span = {},
           .message = fmt::format("without the chosen facet values there {} {}",
                                  *stories == 1 ? "is" : "are",
                                  counted(*stories, "story", "stories")),
           .suggestion = {}});
    }
  }
  add(remarks, no_results_remarks(query, request.query, [&](const std::string& other) {
        return counter(other);
      }));
}

}  // namespace

void add_spelling(Snapshot& snapshot, Lexicons& lexicons, const SearchRequest& request,
                  const Query& query, std::vector<Remark>& remarks) {
  add(remarks, spelling_remarks(query, request.query, snapshot, lexicons));
}

void advise(Snapshot& snapshot, const StoryColumns& columns, Lexicons& lexicons,
            const SearchRequest& request, const Query& query, Results& results) {
  if (!request.snippets && !request.facets) return;
  add_spelling(snapshot, lexicons, request, query, results.remarks);
  const bool nothing = results.total == 0 && results.hits.empty() && !results.partial;
  if (nothing) say_why_nothing(snapshot, columns, request, query, results.remarks);
}

}  // namespace broadsheet
