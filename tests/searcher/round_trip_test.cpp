// Two ways to the same answer, on the sample collection (or on what BROADSHEET_ROUND_TRIP
// names): each figure of each story, put in a line and asked as a query, reads back equal
// and finds its story; and comparisons find what a plain scan of the stories finds.
#include <cstdlib>
#include <fmt/format.h>
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "article/figure_reader.h"
#include "article/words.h"
#include "indexer/index.h"
#include "searcher/figure_condition.h"
#include "searcher/searcher.h"
#include "tests/indexer/temp_folder.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_told = 40;  // failures that are printed one by one

class RoundTrip : public testing::Test {
 protected:
  RoundTrip() {
    const char* named = std::getenv("BROADSHEET_ROUND_TRIP");
    const std::string path = named != nullptr ? named : SOURCE_DIR "/data";
    index_paths({.database = folder_.path("db"), .paths = {path}, .read = {}});
    searcher_ = std::make_unique<Searcher>(folder_.path("db"));
    SearchRequest all{.query = "", .limit = SearchRequest::max_limit};
    all.snippets = all.facets = false;
    while (true) {
      const Results page = searcher_->search(all);
      for (const Hit& hit : page.hits)
        stories_.push_back(searcher_->article(hit.id)->article);
      all.offset += page.hits.size();
      if (page.hits.empty()) break;
    }
  }

  std::set<std::string> found(const std::string& query) const {
    std::set<std::string> ids;
    SearchRequest request{.query = query, .limit = SearchRequest::max_limit};
    request.snippets = request.facets = false;
    while (true) {
      const Results results = searcher_->search(request);
      for (const Hit& hit : results.hits) ids.insert(hit.id);
      request.offset += results.hits.size();
      if (results.hits.empty()) return ids;
    }
  }

  TempFolder folder_;
  std::unique_ptr<Searcher> searcher_;
  std::vector<Article> stories_;
};

bool same_value(const Figure& a, const Figure& b) {
  return a.low == b.low && a.high == b.high && a.bound == b.bound;
}

// The figure as printed, or as we print it, whichever reads back equal. A number that
// takes its unit from the figures around it ("14,000 went") has none by itself.
std::optional<std::string> asked(const Article& story, const Figure& figure) {
  const std::string printed(figure.span.in(text_of(story, figure)));
  for (const std::string& line : {printed, to_string(figure)}) {
    const auto back = read_figure(line);
    if (back && same_value(*back, figure) && back->unit == figure.unit) return line;
  }
  const auto alone = read_figure(printed);
  if (alone && same_value(*alone, figure) && alone->unit.empty()) return printed;
  return std::nullopt;
}

TEST_F(RoundTrip, EveryFigureReadsBackEqual) {
  std::size_t figures = 0, failed = 0;
  std::ostringstream told;
  std::set<std::string> lines;
  for (const Article& story : stories_) {
    for (const Figure& figure : story.figures) {
      const std::string printed(figure.span.in(text_of(story, figure)));
      // "Twice" and "doubles" are figures beside other words only.
      if (figure.unit == "time") continue;
      if (!lines.insert(printed + "|" + to_string(figure)).second) continue;
      ++figures;
      if (asked(story, figure) || ++failed > most_told) continue;
      const auto back = read_figure(printed);
      told << "\"" << printed << "\", read as " << to_string(figure) << " ("
           << figure.unit << "), by itself reads as "
           << (back ? to_string(*back) + " (" + back->unit + ")" : "nothing") << "\n";
    }
  }
  RecordProperty("figures", static_cast<int>(figures));
  EXPECT_LE(failed, figures / 1000) << "of " << figures << ":\n" << told.str();
}

TEST_F(RoundTrip, EveryFigureFindsItsStory) {
  std::map<std::string, std::set<std::string>> stories_of;
  for (const Article& story : stories_) {
    for (const Figure& figure : story.figures) {
      const auto line = asked(story, figure);
      if (line && line->find('"') == std::string::npos)
        stories_of[*line].insert(story.id);
    }
  }
  std::size_t failed = 0;
  for (const auto& [line, ids] : stories_of) {
    const auto hits = found("figure:\"" + line + "\"");
    const bool all = std::includes(hits.begin(), hits.end(), ids.begin(), ids.end());
    if (all || ++failed > most_told) continue;
    ADD_FAILURE() << "figure:\"" << line << "\" finds " << hits.size() << " stories, but "
                  << ids.size() << " say it";
  }
  EXPECT_EQ(failed, 0u) << "of " << stories_of.size();
}

// What a comparison without words means, without an index.
std::set<std::string> scanned(const std::vector<Article>& stories,
                              const FigureCondition& condition) {
  std::set<std::string> ids;
  for (const Article& story : stories) {
    const bool met =
        std::any_of(story.figures.begin(), story.figures.end(),
                    [&](const Figure& f) { return satisfies(f, condition); });
    if (met) ids.insert(story.id);
  }
  return ids;
}

// The comparisons that each figure gives rise to: of its own unit, around its own value.
std::set<std::string> comparisons_of(const std::vector<Article>& stories) {
  std::set<std::string> queries;
  for (const Article& story : stories) {
    for (const Figure& figure : story.figures) {
      const bool unitless = figure.dimension == "count" || figure.dimension.empty();
      const bool money = figure.dimension == "money" && figure.unit.size() == 3;
      const bool percent = figure.unit == "percent";
      if (!figure.low || figure.low->mantissa < 0 || !(unitless || money || percent))
        continue;
      const std::string value = (money ? figure.unit + " " : "") +
                                to_string(*figure.low) + (percent ? "%" : "");
      for (const char* sign : {"=", ">"})
        queries.insert(fmt::format("{}{}", sign, value));
    }
  }
  return queries;
}

TEST_F(RoundTrip, TheIndexAnswersLikeAPlainScan) {
  std::size_t failed = 0, asked = 0;
  for (const std::string& query : comparisons_of(stories_)) {
    const auto condition = read_figure_condition(query);
    ASSERT_TRUE(condition) << query;
    const auto hits = found("figure:\"" + query + "\"");
    const auto expected = scanned(stories_, *condition);
    ++asked;
    if (hits == expected || ++failed > most_told) continue;
    ADD_FAILURE() << query << " finds " << hits.size() << " stories, a scan "
                  << expected.size();
  }
  EXPECT_EQ(failed, 0u) << "of " << asked;
  EXPECT_GT(asked, 100u);
}

}  // namespace
}  // namespace broadsheet
