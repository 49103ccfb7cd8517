#include "cli/query_command.h"

#include <fmt/format.h>
#include <optional>

#include "article/error.h"
#include "cli/batch.h"
#include "cli/console.h"
#include "cli/shared_options.h"
#include "indexer/input.h"

namespace broadsheet {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace

void QueryCommand::declare(Options& options) {
  database_ = default_database();
  std::vector<std::string> formats;
  for (const Renderer& renderer : renderers())
    if (offers(renderer)) formats.emplace_back(renderer.name);

  options.operands("QUERY...", false, words_);
  options.let_operands_start_with_dash();
  declare_database(options, database_);
  options.choice("--format", "the form of the answer", formats, format_);
  options.number("--limit", "N", "how many to show (default: 10)", 1,
                 SearchRequest::max_limit, limit_);
  options.number("--offset", "N", "how many to pass over first", 0, 10'000'000, offset_);
  options.rare();
  options.text("--cursor", "TEXT", "go on from there: \"next\" of an earlier answer",
               cursor_);
  options.rare();
  options.choice("--sort", "the order",
                 {"relevance", "newest", "oldest", "figure", "outlet", "date", "value"},
                 sort_);
  options.more("date means newest, value means figure");
  options.text("--now", "DATE",
               "the day that \"last month\" counts from (default: today)", now_);
  options.flag("--recency", "let newer stories rank higher", recency_);
  options.flag("--facets", "count how the answer spreads (default in json, not a batch)",
               facets_);
  options.more(
      "search counts outlets, authors, days and the like; figures counts units and "
      "things, and values in each unit. In text when it is asked for");
  options.flag("--no-facets", "do not count", no_facets_);
  options.flag("--explain", "say how the query was read", explain_);
  options.more("As a tree, and as it is asked of the index");
  options.text("--batch", "FILE", "one query a line: {\"id\",\"query\"}; - is stdin",
               batch_);
}

void QueryCommand::declare_for_stories(Options& options) {
  options.list("--in", "FACET=VALUE", "only stories that have this value", in_);
  options.more(
      "Can be repeated: values of one facet are alternatives, facets narrow "
      "each other. FACET=unknown are stories without one. Facets are " +
      fmt::format("{}", fmt::join(facet_names(), ", ")));
  options.list("--out", "FACET=VALUE", "no stories that have this value", out_);
  options.list("--facet", "FACET[=WORD]", "count this facet only", facet_);
  options.more("Can be repeated. With a word, values that have one beginning so");
  options.number("--values", "N", "how many values of a facet to list (default: 20)", 0,
                 SearchRequest::max_values, values_);
  options.rare();
  options.flag("--no-group", "show every near-copy as a hit", no_group_);
  options.number("--deadline", "MS",
                 "stop searching then and answer with what there is (default: 150)", 0,
                 600'000, deadline_);
  options.more("0 is without end, as a batch is unless this is given");
  options.rare();
}

namespace {

std::vector<FacetChoice> choices(const char* option,
                                 const std::vector<std::string>& given) {
  std::vector<FacetChoice> all;
  for (const std::string& text : given) {
    auto choice = facet_choice_from(text);
    if (!choice)
      throw Error(
          ErrorCode::usage,
          fmt::format("{}: '{}' does not begin with a facet", option, text),
          fmt::format("give FACET=VALUE with one of {}", fmt::join(facet_names(), ", ")));
    all.push_back(std::move(*choice));
  }
  return all;
}

}  // namespace

SearchRequest QueryCommand::request() const {
  SearchRequest request;
  request.query = joined(words_);
  request.limit = limit_;
  request.offset = offset_;
  request.cursor = cursor_;
  request.sort = sort_from(sort_).value_or(Sort::relevance);
  request.recency = recency_;
  request.explain = explain_;
  request.snippets = format_ != "trec";
  const bool counts = facets_ || !facet_.empty();
  const bool whole = format_ == "json" || (format_ == "text" && counts);
  request.facets = whole && !no_facets_ && (counts || batch_.empty());
  request.in = choices("--in", in_);
  request.out = choices("--out", out_);
  request.facet = choices("--facet", facet_);
  request.values = values_;
  request.group = !no_group_;
  request.deadline_ms = deadline_ != no_deadline_given ? deadline_
                        : batch_.empty()               ? default_deadline_ms
                                                       : 0;
  if (!now_.empty()) {
    request.now = read_date(now_);
    if (!request.now)
      throw Error(ErrorCode::usage, fmt::format("--now: '{}' is not a date", now_),
                  "a date looks like 2026-04-24");
  }
  return request;
}

RenderOptions QueryCommand::render_options() const {
  const Screen screen = results_screen();
  RenderOptions options;
  options.width = screen.width;
  options.colour = screen.colour;
  options.rank = offset_ + 1;
  return options;
}

int QueryCommand::run() {
  if (words_.empty() == batch_.empty())
    throw Error(
        ErrorCode::usage,
        words_.empty() ? "there is no query" : "--batch and a query exclude each other",
        "give a query, or a file of them with --batch FILE");
  const Renderer& renderer = *renderer_named(format_);
  const SearchRequest single = request();
  const Searcher searcher(database_);
  if (!batch_.empty()) return run_batch(searcher, renderer);
  return answer(searcher, single, renderer, render_options()) ? exit_found : exit_nothing;
}

int QueryCommand::run_batch(const Searcher& searcher, const Renderer& renderer) const {
  Input input(batch_ == "-" ? "/dev/stdin" : batch_);
  const SearchRequest common = request();
  RenderOptions options = render_options();
  std::string line;
  bool too_long = false;
  for (std::size_t number = 1; input.next_line(line, too_long); ++number) {
    if (is_blank(line)) continue;
    try {
      const BatchQuery query = read_batch_line(line);
      SearchRequest one = common;
      one.query = query.query;
      if (query.now) one.now = query.now;
      one.recency = query.recency.value_or(common.recency);
      options.query_id = query.id;
      answer(searcher, one, renderer, options);
      options.first = false;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::usage) throw;
      say(fmt::format("broadsheet: {}:{}: {}", batch_, number, error.what()));
    }
  }
  return exit_found;
}

}  // namespace broadsheet
