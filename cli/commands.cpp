// The command table. A new command is a file of its own and a row here.
#include "cli/commands.h"

#include <array>

#include "cli/console.h"

namespace broadsheet {
namespace {

constexpr std::array command_table = {
    CommandRow{
        "index", "Read files and folders into the index, or update it.",
        R"(Reads text, Markdown, HTML, JSON, JSONL, CSV, RSS, Atom, NITF, NewsML and
other XML, mail and mailboxes, PDF, Word, RTF, exports of Nexis and Factiva, and
web archives (WARC); each also compressed (gz, zst, xz, bz2) and in zip or tar.
Folders are read with all below them, - is standard input. A story that has not
changed is left alone; one whose file has vanished stays unless --prune is
given. What cannot be read is skipped, counted and named.

Examples:
  broadsheet index news/
  broadsheet index dump.jsonl.gz --field text=maintext --field date=crawled
  curl -s https://example.org/feed.xml | broadsheet index -
  broadsheet index news/ --prune --format json
)",
        make_index},
    CommandRow{
        "search", "Find stories, best first.",
        R"(The words of the query rank: a story need not hold all of them. Phrases in
quotes, AND OR NOT, fields (see 'broadsheet fields') and comparisons of figures
filter. Quote a query for the shell where it has > or < or quotes in it.

Exit status: 0 found, 1 nothing found, 2 trouble.

Examples:
  broadsheet search meta layoffs 600 roles
  broadsheet search 'outlet:"BBC News" date:2025-10..2026-04 layoffs'
  broadsheet search 'jobs>5000' --sort newest --format csv
  broadsheet search --batch queries.jsonl --format trec --limit 1000

A line of a batch is {"id": "q1", "query": "meta layoffs"}; "now" and "recency"
may stand beside them. A line that cannot be read is named and passed over.
)",
        make_search},
    CommandRow{
        "figures", "List the figures of the matching stories.",
        R"(Each row is one claim: as printed, as it was read, what it counts, outlet and
date, with its sentence below. Copies of a sentence are one row; '+2' after the
outlet counts the further outlets that carry it.

Exit status: 0 found, 1 nothing found, 2 trouble.

Examples:
  broadsheet figures meta capital expenditure
  broadsheet figures 'jobs>5000' --format csv > jobs.csv
)",
        make_figures},
    CommandRow{
        "similar", "Find stories like one story.",
        R"(By the words that tell the story from others. Its near-copies are left out.
The id may be cut short.

Exit status: 0 found, 1 nothing like it, 2 trouble.

Examples:
  broadsheet similar 6f2c91
  broadsheet similar 6f2c91 --limit 3 --format json
)",
        make_similar},
    CommandRow{
        "complete", "Say what a query that is being typed may go on with.",
        R"(Words, outlets, authors, fields, dates and things counted of the index, each
with its kind and the number of stories that have it; those spelt nearly so
come behind. Behind a field only what the field can hold.

Exit status: 0 found, 1 nothing found, 2 trouble.

Examples:
  broadsheet complete meta lay
  broadsheet complete 'outlet:new yo' --format json
)",
        make_complete},
    CommandRow{"extract", "Show what is read out of files, without indexing.",
               R"(Prints one JSON object a story, or with --format text a page for people:
title, date and how it was found, outlet, credits, the clean text, what was
left out of it and what was mended. --format decoded prints the files themselves
in UTF-8, and on standard error what charset each was in.

Exit status: 0 at least one story read, 1 none, 2 trouble.

Examples:
  broadsheet extract page.html --format text
  broadsheet extract news/ | jq -r .title
  broadsheet extract old.html --format decoded >new.html
)",
               make_extract},
    CommandRow{
        "correct", "Put a story right by hand, for good.",
        R"(The correction holds at once and whenever the story is read again; the story's
page and its JSON show it. An empty value stands for unknown. Fields: title,
date, outlet, authors, credited, language, url; names are parted by "; ". A
figure named as it is printed is every mention printed so, in title and text;
one named by its number in the story's list, or as '8,000 jobs#2', is that
mention alone. An empty value takes it out as misread. An id may be cut short;
that of a copy stands for the story it is a copy of.

Lines of --file: {"id": "6f2c91", "set": {"date": "2026-04-24"}}; instead of
"id" "path", with "line" or "member" where a file holds several stories.

Examples:
  broadsheet correct 6f2c91 date=2026-04-24 outlet="BBC News"
  broadsheet correct 6f2c91 'figure:8,000 jobs=6,000 jobs' 'figure:3='
  broadsheet correct 6f2c91 date --undo
  broadsheet correct --list --format json
)",
        make_correct},
    CommandRow{
        "remove", "Take stories out of the index, for good.",
        R"(What is removed stays out when its file is indexed again, and is then counted
as skipped. Exact copies go with their story.

Examples:
  broadsheet remove 6f2c91
  broadsheet remove --outlet "The Daily Example"
  broadsheet remove --path news/drafts
  broadsheet remove 6f2c91 --undo
)",
        make_remove},
    CommandRow{"serve", "Serve the search page and the JSON answers over HTTP.",
               R"(Prints the address on standard output once it listens, and serves until
Ctrl-C or a TERM signal. A new index at the same place is seen at once, without
a restart.

Routes: /  /search?q=  /article/ID  /api/search?q=  /api/figures?q=
        /api/article/ID  /api/similar?id=  /api/complete?q=

Examples:
  broadsheet serve
  broadsheet serve --db news.db --port 9000
)",
               make_serve},
    CommandRow{"info", "Say what the index holds.", "", make_info},
    CommandRow{"check", "Read the whole index back and say what is wrong with it.",
               R"(Exit status: 0 sound, 2 damaged or unreadable.
)",
               make_check},
    CommandRow{"outlets", "List the outlets that are known, with all their names.", "",
               make_outlets},
    CommandRow{"fields", "List the fields that a query can name.", "", make_fields},
};

constexpr CommandRow folder_row = {
    "", "Index files or folders, then serve them: two steps in one.", "", make_folder};

}  // namespace

std::span<const CommandRow> commands() {
  return command_table;
}

const CommandRow* command_named(std::string_view name) {
  for (const CommandRow& row : command_table)
    if (row.name == name) return &row;
  return nullptr;
}

const CommandRow& folder_command() {
  return folder_row;
}

int run_command(const CommandRow& row, std::span<const std::string> words) {
  if (const HelpWanted wanted = help_wanted(words); wanted != HelpWanted::none) {
    print(command_help(row, wanted));
    return exit_found;
  }
  const std::unique_ptr<Command> command = row.make();
  Options options;
  command->declare(options);
  options.parse(words);
  return command->run();
}

}  // namespace broadsheet
