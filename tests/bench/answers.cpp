// What answers cost on an index: loading of columns, exact totals, facets, snippets, deep
// pages, and the questions that are made to take long.
//
//   bench_answers DB [QUERIES]    QUERIES: a query a line; without it, common words
//
// Milliseconds of the processor, of the best of three rounds, since the machine may do
// other work; of the questions made to take long also those by the clock.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "schema/facet_names.h"
#include "schema/name_column.h"
#include "searcher/columns.h"
#include "searcher/parser.h"
#include "searcher/searcher.h"
#include "searcher/snippet.h"
#include "searcher/story_search.h"

namespace broadsheet {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double processor_since(std::clock_t start) {
  return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

template <typename Work>
double best_of_three(const Work& work) {
  double best = std::numeric_limits<double>::max();
  for (int round = 0; round < 3; ++round) {
    const std::clock_t start = std::clock();
    work();
    best = std::min(best, processor_since(start));
  }
  return best;
}

std::vector<std::string> queries_of(const char* path) {
  std::vector<std::string> queries;
  if (path == nullptr)
    return {"government",
            "people said",
            "market shares fell",
            "president election vote",
            "climate change report",
            "football league season",
            "police court",
            "company profit 2025",
            "new film review",
            "health study women"};
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) queries.push_back(line);
  return queries;
}

void measure_columns(Snapshot& snapshot, const std::string& directory) {
  std::printf("columns                      ms   names\n");
  for (const FacetField& field : facet_fields()) {
    if (field.kind == FacetKind::cluster) continue;
    std::size_t names = 0;
    const double time = best_of_three([&] {
      names = 0;
      for (const SegmentEntry& segment : snapshot.manifest.segments) {
        const Xapian::Database database(articles_path(directory, segment));
        names += NameColumn(database, field.prefix).size();
      }
    });
    std::printf("  from lists, %-12s %7.1f %7zu\n", std::string(field.name).c_str(), time,
                names);
  }
  const double all = best_of_three([&] {
    ColumnCache cache;
    const auto columns = cache.of(directory, snapshot);
    for (std::size_t facet = 0; facet + 1 < facet_fields().size(); ++facet)
      columns->names(0, facet);
  });
  std::printf("  as stored, all           %7.1f\n", all);
  std::printf("  near-copies              %7.1f\n", best_of_three([&] {
                ColumnCache cache;
                cache.of(directory, snapshot)->groups();
              }));
}

void measure_queries(const Searcher& searcher, const std::vector<std::string>& queries) {
  struct Way {
    const char* name;
    bool facets, snippets;
    Sort sort;
    std::size_t offset;
  };
  std::printf("\n%zu queries, ms             p50     p95     max\n", queries.size());
  for (const Way& way : {Way{"best ten alone", false, false, Sort::relevance, 0},
                         Way{"with total and snippets", false, true, Sort::relevance, 0},
                         Way{"with facets too", true, true, Sort::relevance, 0},
                         Way{"newest, with facets", true, true, Sort::newest, 0},
                         Way{"hits 10,000 on", false, true, Sort::relevance, 10'000}}) {
    std::vector<double> times;
    for (const std::string& query : queries) {
      SearchRequest request{.query = query, .offset = way.offset, .sort = way.sort};
      request.facets = way.facets;
      request.snippets = way.snippets;
      times.push_back(best_of_three([&] { searcher.search(request); }));
    }
    std::sort(times.begin(), times.end());
    std::printf("  %-24s %7.1f %7.1f %7.1f\n", way.name, times[times.size() / 2],
                times[times.size() * 95 / 100], times.back());
  }
}

// Made to take long.
std::vector<std::pair<std::string, std::string>> hard_queries() {
  std::string words, many;
  while (words.size() < 1000) words += "people government time year said new ";
  for (int i = 0; i < 64; ++i) many += " term" + std::to_string(i) + " the of year";
  const std::string nested =
      std::string(10'000, '(') + "people" + std::string(10'000, ')');
  return {{"1,000 characters", words.substr(0, 1000)},
          {"64 terms and more", many},
          {"s*", "s*"},
          {"*", "*"},
          {"10,000 parentheses", nested},
          {"phrase of stop words", "\"of the to and in a that is\""},
          {"stop words OR phrase", "\"to be or not to be that is the\" OR people"},
          {"everything", ""}};
}

void measure_hard(const Searcher& searcher, std::size_t deadline_ms) {
  std::printf(
      "\nmade to take long, deadline %zu ms      ms   clock  stories  exact partial\n",
      deadline_ms);
  for (const auto& [name, query] : hard_queries()) {
    SearchRequest request{.query = query};
    request.deadline_ms = deadline_ms;
    const auto start = Clock::now();
    const std::clock_t processor = std::clock();
    const Results results = searcher.search(request);
    std::printf("  %-30s %9.1f %7.1f %8zu %6d %7d\n", name.c_str(),
                processor_since(processor), since(start), results.total, results.exact,
                results.partial);
  }
}

void measure_snippets(Snapshot& snapshot, const std::vector<std::string>& queries) {
  constexpr std::size_t depth = 200;
  std::size_t count = 0;
  std::size_t bytes = 0;
  std::clock_t cutting = 0;
  std::clock_t unpacking = 0;
  for (const std::string& text : queries) {
    const Query query = parse_query(text, std::nullopt);
    const Marker marker(query, snapshot.stem);
    const StoryMatches found = find_stories(snapshot, query, {.limit = depth});
    for (const RankedStory& story : found.stories) {
      const std::clock_t start = std::clock();
      const Article article = load_article(snapshot.articles, story.document);
      const std::clock_t unpacked = std::clock();
      bytes += make_snippet(article, marker, {}).text.size();
      cutting += std::clock() - unpacked;
      unpacking += unpacked - start;
      ++count;
    }
  }
  const double each =
      1e6 / CLOCKS_PER_SEC / static_cast<double>(std::max<std::size_t>(count, 1));
  std::printf("\nsnippets of %zu stories: %.1f us to cut, %.1f us to unpack, %zu bytes\n",
              count, static_cast<double>(cutting) * each,
              static_cast<double>(unpacking) * each,
              bytes / std::max<std::size_t>(count, 1));
}

}  // namespace

int bench(int count, char** words) {
  if (count < 2) {
    std::puts("bench_answers DB [QUERIES]");
    return 2;
  }
  const std::string directory = words[1];
  const auto queries = queries_of(count > 2 ? words[2] : nullptr);
  SnapshotPool pool(directory);
  pool.with([&](Snapshot& snapshot) {
    measure_columns(snapshot, directory);
    measure_snippets(snapshot, queries);
  });
  const Searcher searcher(directory);
  searcher.search({.query = "warm"});
  measure_queries(searcher, queries);
  measure_hard(searcher, 150);
  measure_hard(searcher, 0);
  return 0;
}

}  // namespace broadsheet

int main(int count, char** words) {
  return broadsheet::bench(count, words);
}
