// One request from query text to results: parse, plan, match, show.
#include "searcher/searcher.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <set>

#include "schema/codec.h"
#include "schema/fields.h"
#include "searcher/copy_cluster.h"
#include "searcher/figure_search.h"
#include "searcher/hits.h"
#include "searcher/parser.h"
#include "searcher/snapshot.h"
#include "searcher/snippet.h"
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

constexpr std::string_view cursor_mark = "after-";

std::string make_cursor(std::size_t offset) {
  return fmt::format("{}{}", cursor_mark, offset);
}

std::optional<std::size_t> read_cursor(std::string_view cursor) {
  if (!cursor.starts_with(cursor_mark)) return std::nullopt;
  cursor.remove_prefix(cursor_mark.size());
  std::size_t offset = 0;
  const auto [end, error] =
      std::from_chars(cursor.data(), cursor.data() + cursor.size(), offset);
  if (error != std::errc() || end != cursor.data() + cursor.size()) return std::nullopt;
  return offset;
}

// The request with its bounds applied and the cursor resolved.
SearchRequest settled(SearchRequest request, std::vector<Remark>& remarks) {
  constexpr std::size_t farthest = 10'000'000;
  request.limit = std::min(request.limit, SearchRequest::max_limit);
  if (!request.cursor.empty()) {
    if (const auto offset = read_cursor(request.cursor)) {
      request.offset = *offset;
    } else {
      remarks.push_back(
          {.span = {},
           .message = fmt::format("the cursor \"{}\" is none of ours; the first "
                                  "page is shown",
                                  request.cursor),
           .suggestion = {}});
    }
  }
  request.offset = std::min(request.offset, farthest);
  if (!request.now) request.now = today();
  return request;
}

struct Understood {
  SearchRequest request;
  Query query;
};

// Reads the query and says in the answer how it was read.
template <typename Answer>
Understood understand(const SearchRequest& asked, Answer& answer) {
  Understood understood{.request = settled(asked, answer.remarks), .query = {}};
  const SearchRequest& request = understood.request;
  understood.query = parse_query(request.query, request.now);
  answer.query = request.query;
  answer.reading = reading_of(understood.query);
  const auto& remarks = understood.query.remarks;
  answer.remarks.insert(answer.remarks.end(), remarks.begin(), remarks.end());
  return understood;
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
};

Searcher::Searcher(std::string directory)
    : impl_(std::make_unique<Impl>(std::move(directory))) {}
Searcher::~Searcher() = default;

Results Searcher::search(const SearchRequest& asked) const {
  const auto start = Clock::now();
  Results results;
  const Understood understood = understand(asked, results);
  const SearchRequest& request = understood.request;
  const Query& query = understood.query;
  impl_->pool.with([&](Snapshot& snapshot) {
    auto matches = find_stories(snapshot, query,
                                {.offset = request.offset,
                                 .limit = request.limit,
                                 .sort = request.sort,
                                 .facets = request.facets,
                                 .count = request.facets || request.snippets,
                                 .now = request.recency ? request.now : std::nullopt});
    results.hits.clear();
    const Marker marker(query, snapshot.stem);
    for (const RankedStory& story : matches.stories) {
      Article article = load_article(snapshot.articles, story.document);
      const std::size_t copies = count_copies(snapshot.articles, article);
      Hit hit = make_hit(std::move(article), query, marker, request.snippets);
      hit.score = story.score;
      hit.copies = copies;
      if (copies == 0) hit.cluster.reset();
      results.hits.push_back(std::move(hit));
    }
    results.total = matches.total;
    results.exact = request.facets || request.snippets;
    results.facets = std::move(matches.facets);
  });
  const std::size_t shown = request.offset + results.hits.size();
  if (!results.hits.empty() && shown < results.total) results.next = make_cursor(shown);
  results.took_ms = milliseconds_since(start);
  return results;
}

FigureResults Searcher::figures(const SearchRequest& asked) const {
  const auto start = Clock::now();
  FigureResults results;
  const Understood understood = understand(asked, results);
  const SearchRequest& request = understood.request;
  const Query& query = understood.query;
  impl_->pool.with(
      [&](Snapshot& snapshot) { find_figures(snapshot, query, request, results); });
  const std::size_t shown = request.offset + results.rows.size();
  if (!results.rows.empty() && shown < results.total) results.next = make_cursor(shown);
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
    for (const Marker::Mark& mark : marker.marks(view->article.text)) {
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
