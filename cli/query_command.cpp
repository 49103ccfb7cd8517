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
  options.text("--cursor", "TEXT", "go on from there: \"next\" of an earlier answer",
               cursor_);
  options.choice("--sort", "the order",
                 {"relevance", "newest", "oldest", "figure", "outlet", "date", "value"},
                 sort_);
  options.more("date means newest, value means figure");
  options.text("--now", "DATE",
               "the day that \"last month\" counts from (default: today)", now_);
  options.flag("--recency", "let newer stories rank higher", recency_);
  options.flag("--facets", "count by outlet and year (json; default, not in a batch)",
               facets_);
  options.more(
      "figures counts by unit and thing, and by value in each unit, in text too");
  options.flag("--no-facets", "do not count", no_facets_);
  options.text("--batch", "FILE", "one query a line: {\"id\",\"query\"}; - is stdin",
               batch_);
}

SearchRequest QueryCommand::request() const {
  SearchRequest request;
  request.query = joined(words_);
  request.limit = limit_;
  request.offset = offset_;
  request.cursor = cursor_;
  request.sort = sort_from(sort_).value_or(Sort::relevance);
  request.recency = recency_;
  request.snippets = format_ != "trec";
  const bool whole = format_ == "json" || (format_ == "text" && facets_);
  request.facets = whole && !no_facets_ && (facets_ || batch_.empty());
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
