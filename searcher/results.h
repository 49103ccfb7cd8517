// What a search gives, as values; the renderers print them, the page shows them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace broadsheet {

enum class Sort { relevance, newest, oldest, figure, outlet };

std::string_view to_string(Sort sort);
// The names of to_string, "date" for newest and "value" for figure.
std::optional<Sort> sort_from(std::string_view name);

// A value of a facet that was chosen; nothing: unknown.
struct FacetChoice {
  std::string facet;
  std::optional<std::string> value;
};

// The names of all facets, in the order in which they are told.
std::vector<std::string_view> facet_names();
// "outlet=Reuters", "outlet=unknown". Nothing when there is no such facet.
std::optional<FacetChoice> facet_choice_from(std::string_view text);

// Of a search by a person; the machine's own batches have none.
inline constexpr std::size_t default_deadline_ms = 150;

struct SearchRequest {
  std::string query;
  std::size_t limit = 10;  // at most max_limit
  std::size_t offset = 0;
  std::string cursor;  // `next` of an earlier answer; takes the place of offset
  Sort sort = Sort::relevance;
  std::optional<Date> now;  // for "last month" and recency; without it, today
  bool recency = false;     // newer stories rank higher
  bool facets = true;
  bool explain = false;  // say how the query was understood
  bool snippets = true;  // false: hits without snippet and figures, for batch runs
  // Stories must have one of the values of each facet in `in`, and none of those in
  // `out`.
  std::vector<FacetChoice> in;
  std::vector<FacetChoice> out;
  // The facets to count, those alone whose names hold a word with such a beginning;
  // empty: all facets.
  std::vector<FacetChoice> facet;
  std::size_t values = 20;      // of each facet, at most max_values
  bool group = true;            // near-copies are one hit
  std::size_t deadline_ms = 0;  // 0: none

  static constexpr std::size_t max_limit = 1000;
  static constexpr std::size_t max_values = 10'000;
};

// What the parser did with an odd part of the query.
struct Remark {
  Span span;  // in the query
  std::string message;
  std::optional<std::string> suggestion;  // to stand in the place of the span
  bool whole = false;                     // the suggestion is the whole query instead
};

// The query that a remark suggests; nothing when it suggests none.
std::optional<std::string> suggested_query(std::string_view query, const Remark& remark);

// Whether a figure meets what was asked of figures: "more than 5,000" is surely above
// 4,000 and possibly above 6,000.
enum class Sureness { sure, possible };

std::string_view to_string(Sureness sureness);

// A figure with the sentence it stands in. `in_sentence` is the figure's place in it.
struct FigureInContext {
  Figure figure;
  std::string printed;
  std::string sentence;
  Span in_sentence;
  std::optional<Sureness> match;  // nothing when no figure was asked for
};

// Plain text, never markup; the spans point into `text`.
struct Snippet {
  std::string text;
  std::vector<Span> marks;
  std::vector<Span> figures;
};

struct StoryRef {
  std::string id;
  std::string display_title;
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<Date> date;
  std::string path;
};

struct Hit {
  std::string id;
  std::optional<std::string> source_id;
  std::string path;
  std::optional<std::string> member;  // the file inside an archive
  std::optional<std::size_t> line;
  std::optional<std::string> url;
  std::optional<std::string> title;
  std::string display_title;
  std::optional<std::string> outlet;
  std::vector<std::string> credited;
  std::vector<std::string> cited;
  std::optional<Date> date;
  std::optional<DateSource> date_source;
  double score = 0;
  std::optional<std::string> cluster;  // of near-copies; nothing when it is alone
  std::size_t copies = 0;              // how many near-copies it has
  std::size_t also_in = 0;             // other outlets that have one
  std::optional<StoryRef> first;       // the first of them, as far as dates tell
  std::vector<std::string> corrected;  // fields put right by hand
  Snippet snippet;
  std::vector<FigureInContext> figures;  // those that fit the query best, a handful
};

enum class Chosen { no, in, out };

struct FacetValue {
  std::optional<std::string> value;  // nothing: unknown
  std::size_t count = 0;
  Chosen chosen = Chosen::no;
};

struct Facet {
  std::string name;                // "outlet", "year"
  std::vector<FacetValue> values;  // outlet: most first; year: newest first; unknown last
  std::size_t more = 0;            // values that are not listed
};

enum class DateInterval { day, week, month, quarter, year };

std::string_view to_string(DateInterval interval);

// Stories over time. The undated, and those of whose date too little is known for the
// interval, are in no bar.
struct DateHistogram {
  struct Bar {
    int first = 0;  // days since 1970, both inclusive
    int last = 0;
    std::size_t count = 0;
  };
  DateInterval interval = DateInterval::day;
  std::vector<Bar> bars;
  std::size_t undated = 0;
  std::size_t imprecise = 0;
};

// How a query was understood.
struct Explanation {
  std::string query;   // printed anew, without what was odd
  std::string tree;    // what it was taken apart into
  std::string xapian;  // what is looked for in the index, cut when it is very long
};

struct Results {
  std::string query;
  std::string reading;  // the query in plain words
  std::vector<Remark> remarks;
  std::size_t total = 0;   // stories
  std::size_t groups = 0;  // hits there are when near-copies are one; else as total
  bool exact = true;       // whether these two are; else they are estimates
  bool partial = false;    // the deadline cut the search short
  double took_ms = 0;
  std::size_t offset = 0;  // of the first hit
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::optional<DateHistogram> histogram;
  std::optional<std::string> next;         // cursor of the next page
  std::optional<Explanation> explanation;  // when it was asked for

  // How many hits can be paged through.
  std::size_t reachable() const { return groups > 0 ? groups : total; }
};

// One of the claims that are held against each other.
struct ComparedClaim {
  FigureInContext figure;
  StoryRef story;
};

// Claims of several sources about one thing, subject and period.
struct Agreement {
  enum class State { agree, differ, revised };
  State state = State::agree;
  std::vector<ComparedClaim> claims;  // by date, the undated last
};

std::string_view to_string(Agreement::State state);

// One claim. The same figure said again of the same thing is one row.
struct FigureRow {
  FigureInContext figure;
  StoryRef story;                      // the first publisher
  std::size_t outlets = 0;             // how many known outlets carry it
  std::optional<Agreement> agreement;  // nothing when there is nothing to compare
  std::size_t stories = 1;
  std::size_t mentions = 1;  // how often it is said in them
};

// Claims about one thing, said of one subject, in one unit.
struct FigureGroup {
  std::string unit;
  std::optional<std::string> counts;
  std::optional<std::string> of;
  std::size_t count = 0;  // distinct claims
  Amount minimum;
  Amount median;
  Amount maximum;
  std::optional<Date> first;  // days of the stories, as far as they are known
  std::optional<Date> latest;
};

// How the values of one unit spread, in steps of 1, 2, 5, 10, ... Empty bins are left
// out.
struct FigureHistogram {
  struct Bin {
    Amount from;  // below zero: the end nearer to zero is `to`
    Amount to;
    std::size_t count = 0;
  };
  std::string unit;
  std::vector<Bin> bins;
};

struct FigureResults {
  std::string query;
  std::string reading;
  std::vector<Remark> remarks;
  std::size_t total = 0;
  bool exact = true;  // false: there are more than were looked at
  std::vector<FigureRow> rows;
  std::vector<FigureGroup> groups;
  std::vector<Facet> facets;  // "unit", "counts"
  std::vector<FigureHistogram> histograms;
  std::optional<std::string> next;  // cursor of the next page
  std::optional<Explanation> explanation;
  double took_ms = 0;
};

// The near-copies of a story, itself among them: by date, the undated last.
struct CopyCluster {
  std::vector<StoryRef> members;
  std::size_t more = 0;  // members that are not listed
  // Who had it first, as far as dates tell: nothing when two outlets share the day.
  std::optional<std::string> first_outlet;
};

// The whole story as stored, with the marks of the query it was reached by.
struct ArticleView {
  Article article;
  CopyCluster cluster;               // empty when it is alone
  std::vector<std::string> also_at;  // paths of exact copies
  std::vector<Span> marks;           // query words in article.text
};

struct IndexInfo {
  std::size_t stories = 0;
  std::size_t outlets = 0;
  std::size_t figures = 0;
  std::size_t undated = 0;
  std::optional<Date> first;
  std::optional<Date> last;
  std::size_t segments = 0;
  std::uint64_t revision = 0;
  std::uint64_t bytes = 0;
  std::string version;  // of the format
};

}  // namespace broadsheet
