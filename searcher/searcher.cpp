// One request from query text to results: parse, plan, match, show.
#include "searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>

#include "schema/codec.h"
#include "schema/fields.h"
#include "searcher/advice.h"
#include "searcher/columns.h"
#include "searcher/completion.h"
#include "searcher/copy_cluster.h"
#include "searcher/cursor.h"
#include "searcher/explain.h"
#include "searcher/facets.h"
#include "searcher/figure_search.h"
#include "searcher/hits.h"
#include "searcher/lexicons.h"
#include "searcher/parser.h"
#include "searcher/query_fitting.h"
#include "searcher/question.h"
#include "searcher/similar.h"
#include "searcher/snapshot.h"
#include "searcher/snippet.h"
#include "searcher/story_answer.h"
#include "searcher/story_search.h"

namespace broadsheet {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Date today() {
  const auto days =
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return date_of_day(static_cast<int>(days.time_since_epoch().count()));
}

// What the answer goes by, once the revision of the index is known.
struct Asked {
  SearchRequest request;  // bounded, with `now` and the place that a cursor stands for
  Query query;
  bool nothing_more = false;  // the cursor leads nowhere
};

Remark about_cursor(std::string message) {
  return {.span = {}, .message = std::move(message), .suggestion = {}};
}

// Going on from a cursor of another revision would show hits twice or never.
void follow_cursor(Asked& asked, const Snapshot& snapshot, std::vector<Remark>& remarks) {
  SearchRequest& request = asked.request;
  const auto cursor = read_cursor(request.cursor);
  if (!cursor) {
    remarks.push_back(about_cursor(fmt::format(
        "the cursor \"{}\" is none of ours; the first page is shown", request.cursor)));
    return;
  }
  asked.nothing_more = true;
  if (cursor->question != question_of(request)) {
    remarks.push_back(about_cursor(
        "the cursor belongs to another question; ask this one without a cursor"));
  } else if (cursor->revision != snapshot.manifest.revision) {
    remarks.push_back(about_cursor(fmt::format(
        "the index has changed since the page before (revision {}, now {}), and with it "
        "the order of the hits; ask again without a cursor",
        cursor->revision, snapshot.manifest.revision)));
  } else {
    asked.nothing_more = false;
    request.offset = cursor->offset;
    if (!request.now) request.now = date_of_day(cursor->day);
  }
}

// Reads the query and says in the answer how it was read.
template <typename Answer>
Asked understand(const SearchRequest& request, Snapshot& snapshot, Answer& answer) {
  constexpr std::size_t farthest = 10'000'000;
  answer = {};
  Asked asked{.request = request, .query = {}};
  asked.request.limit = std::min(request.limit, SearchRequest::max_limit);
  asked.request.values = std::min(request.values, SearchRequest::max_values);
  if (!request.cursor.empty()) follow_cursor(asked, snapshot, answer.remarks);
  asked.request.offset = std::min(asked.request.offset, farthest);
  if (!asked.request.now) asked.request.now = today();
  asked.query = parse_query(request.query, asked.request.now);
  like_named_sources(request.query, known_outlets(snapshot.articles), asked.query);
  fit_to_index(asked.query, snapshot.articles, snapshot.stem);
  if (request.explain) answer.explanation = explain(asked.query, snapshot);
  answer.query = request.query;
  answer.reading = reading_of(asked.query);
  const auto& remarks = asked.query.remarks;
  answer.remarks.insert(answer.remarks.end(), remarks.begin(), remarks.end());
  return asked;
}

std::string next_cursor(const Asked& asked, const Snapshot& snapshot, std::size_t shown) {
  return to_string(Cursor{.offset = asked.request.offset + shown,
                          .revision = snapshot.manifest.revision,
                          .question = question_of(asked.request),
                          .day = first_day(*asked.request.now)});
}

void count_outlets(const Snapshot& snapshot, IndexInfo& info) {
  const std::string prefix(prefix::outlet);
  const std::string unknown = name_term(prefix::outlet, std::nullopt);
  for (auto it = snapshot.articles.allterms_begin(prefix);
       it != snapshot.articles.allterms_end(prefix); ++it) {
    if (*it != unknown) ++info.outlets;
  }
}

// The lower bound of a slot counts the undated, whose value is empty, as none.
void read_dates(const Snapshot& snapshot, IndexInfo& info) {
  info.undated = snapshot.articles.get_termfreq(term(prefix::year, "unknown"));
  const auto first = decode_day(snapshot.articles.get_value_lower_bound(slot_date));
  const auto last = decode_day(snapshot.articles.get_value_upper_bound(slot_date));
  if (first) info.first = date_of_day(*first);
  if (last) info.last = date_of_day(*last);
}

std::uint64_t bytes_on_disk(const std::string& directory, const Manifest& manifest) {
  namespace fs = std::filesystem;
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const SegmentEntry& segment : manifest.segments) {
    const fs::recursive_directory_iterator all(directory + "/" + segment.name, error);
    for (const auto& entry : all) {
      if (entry.is_regular_file(error)) bytes += entry.file_size(error);
    }
  }
  return bytes;
}

}  // namespace

struct Searcher::Impl {
  explicit Impl(std::string directory) : pool(std::move(directory)) {}
  SnapshotPool pool;
  ColumnCache columns;
  LexiconCache lexicons;
};

Searcher::Searcher(std::string directory)
    : impl_(std::make_unique<Impl>(std::move(directory))) {}
Searcher::~Searcher() = default;

Results Searcher::search(const SearchRequest& request) const {
  const auto start = Clock::now();
  Results results;
  impl_->pool.with([&](Snapshot& snapshot) {
    const Asked asked = understand(request, snapshot, results);
    const auto columns = impl_->columns.of(impl_->pool.directory(), snapshot);
    load_columns(*columns, asked.request);
    StoryAnswer answer(snapshot, *columns, asked.request, asked.query);
    answer.give(results);
    results.offset = asked.request.offset;
    if (asked.nothing_more) {
      results.hits.clear();
      results.next.reset();
    } else if (answer.more()) {
      results.next = next_cursor(asked, snapshot, results.hits.size());
    }
    const auto lexicons = impl_->lexicons.of(snapshot);
    advise(snapshot, *columns, *lexicons, asked.request, asked.query, results);
  });
  results.took_ms = milliseconds_since(start);
  return results;
}

std::optional<Results> Searcher::similar(std::string_view id,
                                         const SearchRequest& request) const {
  const auto start = Clock::now();
  std::optional<Results> results;
  impl_->pool.with([&](Snapshot& snapshot) {
    results.reset();
    const Xapian::docid story = find_story(snapshot.articles, id);
    if (story == 0) return;
    const auto columns = impl_->columns.of(impl_->pool.directory(), snapshot);
    find_similar(snapshot, *columns, story, request, results.emplace());
  });
  if (results) results->took_ms = milliseconds_since(start);
  return results;
}

Completions Searcher::complete(std::string_view query, std::size_t at,
                               std::size_t limit) const {
  const auto start = Clock::now();
  Completions completions;
  impl_->pool.with([&](Snapshot& snapshot) {
    const auto lexicons = impl_->lexicons.of(snapshot);
    completions = complete_query(query, at, limit, snapshot, *lexicons);
  });
  completions.took_ms = milliseconds_since(start);
  return completions;
}

FigureResults Searcher::figures(const SearchRequest& request) const {
  const auto start = Clock::now();
  FigureResults results;
  impl_->pool.with([&](Snapshot& snapshot) {
    const Asked asked = understand(request, snapshot, results);
    find_figures(snapshot, asked.query, asked.request, results);
    add_spelling(snapshot, *impl_->lexicons.of(snapshot), asked.request, asked.query,
                 results.remarks);
    const std::size_t shown = results.rows.size();
    if (asked.nothing_more) {
      results.rows.clear();
    } else if (shown > 0 && asked.request.offset + shown < results.total) {
      results.next = next_cursor(asked, snapshot, shown);
    }
  });
  results.took_ms = milliseconds_since(start);
  return results;
}

std::optional<ArticleView> Searcher::article(std::string_view id,
                                             std::string_view query) const {
  std::optional<ArticleView> view;
  impl_->pool.with([&](Snapshot& snapshot) {
    view.reset();
    const std::string id_term = term(prefix::id, id);
    const auto place = snapshot.articles.postlist_begin(id_term);
    if (place == snapshot.articles.postlist_end(id_term)) return;
    view.emplace();
    view->article = load_article(snapshot.articles, *place);
    const auto copies = snapshot.copies->find(view->article.id);
    if (copies != snapshot.copies->end()) view->also_at = copies->second;
    if (count_copies(snapshot.articles, view->article) > 0)
      view->cluster = find_cluster(snapshot.articles, view->article.cluster);
    const Marker marker(parse_query(query, today()), snapshot.stem);
    for (const Marker::Mark& mark :
         marker.marks(view->article.text, view->article.language)) {
      view->marks.push_back(mark.span);
    }
  });
  return view;
}

IndexInfo Searcher::info() const {
  IndexInfo info;
  impl_->pool.with([&](Snapshot& snapshot) {
    info = {};
    info.stories = snapshot.articles.get_doccount();
    for (const SegmentEntry& segment : snapshot.manifest.segments) {
      info.figures += segment.figures;
    }
    count_outlets(snapshot, info);
    read_dates(snapshot, info);
    info.segments = snapshot.manifest.segments.size();
    info.revision = snapshot.manifest.revision;
    info.bytes = bytes_on_disk(impl_->pool.directory(), snapshot.manifest);
    info.version = std::to_string(schema_version);
  });
  return info;
}

}  // namespace broadsheet
