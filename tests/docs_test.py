#!/usr/bin/env python3
"""Holds the docs to the program: docs_test.py PROGRAM.

Every field, command, long option and route that the program names is in the docs; every example
query there runs on the sample collection, without a remark unless its row speaks of one;
every relative link leads somewhere. Example queries are the cells in backticks below a
heading `query` or `example`, asked as of NOW, and the lines `broadsheet search|figures ...` of code blocks.
Leaves out what the prose claims. Prints every breach; exit 1 when there is one.
"""
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
QUERY_PAGES = ("README.md", "query.md")
CELL_BREAK = re.compile(r"\s*(?<!\\)\|\s*")
# How many stories a query finds, and the beginning of the first one's title.
FINDS = re.compile(r'(?P<total>\d+)(?:, first "(?P<first>[^"]+)")?$')
NOW = "2025-11-15"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def run(program, *words):
    done = subprocess.run([program, *words], capture_output=True, text=True, timeout=60, cwd=ROOT)
    return done.returncode, done.stdout, done.stderr


def options_and_commands(program):
    """Every (owner, name) that the help pages name."""
    _, text, _ = run(program, "--help")
    commands = re.findall(r"^  ([a-z]+)  +[A-Z]", text, re.M)
    found = [("broadsheet", name) for name in commands]
    helps = [("broadsheet", text)] + [(c, run(program, c, "--help")[1]) for c in commands]
    for owner, help_text in helps:
        listed = re.findall(r"^  (?:-\w, )?(--[a-z-]+)", help_text, re.M)
        found += [(owner, option) for option in listed]
    return commands, found


def named_breaches(program, docs):
    commands, found = options_and_commands(program)
    if not commands:
        yield "the help names no command"
    for owner, name in sorted(set(found)):
        if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", docs):
            yield f"the docs do not name {name} of {owner}"


def field_breaches(program, page):
    rows = json.loads(run(program, "fields", "--format", "json")[1])
    for row in rows:
        named = [row["name"], *row["aliases"], row["example"]]
        for name in named:
            if f"`{name}`" not in page:
                yield f"docs/query.md does not show `{name}` of the field {row['name']}"
    if not rows:
        yield "the program names no field"


def route_breaches(program, page):
    line = re.search(r"^Routes:(.*)$", run(program, "serve", "--help")[1], re.M)
    routes = line.group(1).split() if line else []
    if not routes:
        yield "the help of serve names no route"
    for route in routes:
        if f"`{route}`" not in page:
            yield f"docs/api.md does not show `{route}`"


def table_queries(text):
    """(query, its row, what it is said to find) for each cell in backticks in a column
    named query or example; the last is None where the table has no column named finds."""
    heads = None
    for line in text.splitlines():
        if not line.startswith("|"):
            heads = None
            continue
        cells = CELL_BREAK.split(line.strip())[1:-1]
        if heads is None:
            heads = cells
            continue
        row = dict(zip(heads, cells))
        query = row.get("query", row.get("example", ""))
        if query.startswith("`"):
            yield query.strip("`"), line, row.get("finds")


def command_lines(text):
    for block in re.findall(r"^```\n(.*?)^```", text, re.M | re.S):
        for line in block.splitlines():
            if line.startswith(("broadsheet search ", "broadsheet figures ")):
                yield line


def found_breaches(answer, finds, what):
    """Whether the answer is as stated."""
    stated = FINDS.match(finds)
    if not stated:
        yield f'{what}: "{finds}" does not say what it finds'
        return
    if answer["total"] != int(stated["total"]):
        yield f"{what}: finds {answer['total']}, stated are {stated['total']}"
    titles = [hit["display_title"] for hit in answer["hits"]]
    if stated["first"] and not (titles and titles[0].startswith(stated["first"])):
        yield f"{what}: first is {titles[:1]}, stated is {stated['first']}"


def answer_breaches(program, words, expects_remark, must_find, what, finds=None):
    status, out, err = run(program, *words)
    if status not in ((0,) if must_find else (0, 1)):
        yield f"{what}: exit {status} {err.strip()}"
        return
    answer = json.loads(out)
    if finds is not None:
        yield from found_breaches(answer, finds, what)
    # Why nothing was found is no oddity of the query.
    nothing = answer["total"] == 0 and not expects_remark
    remarks = [r["message"] for r in answer["remarks"] if not (nothing and r["query"])]
    if remarks and not expects_remark:
        yield f"{what}: remarks {remarks}"
    if expects_remark and not remarks:
        yield f"{what}: the docs speak of a remark, there is none"


def query_breaches(program, db, page, text):
    # The README promises that its queries find something.
    must_find = page.name == "README.md"
    options = ["--db", db, "--format", "json"]
    for query, row, finds in table_queries(text):
        words = ["search", *options, "--now", NOW, "--", query]
        yield from answer_breaches(program, words, "remark" in row, must_find, f"{page.name}: `{query}`", finds)
    for line in command_lines(text):
        words = [*shlex.split(line)[1:], *options]
        yield from answer_breaches(program, words, False, must_find, f"{page.name}: {line}")


def link_breaches(page, text):
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target) or target.startswith("#"):
            continue
        if not (page.parent / target.split("#")[0]).exists():
            yield f"{page.relative_to(ROOT)}: there is no {target}"


def all_breaches(program, db):
    texts = {page: page.read_text(encoding="utf-8") for page in PAGES}
    yield from named_breaches(program, "\n".join(texts.values()))
    yield from field_breaches(program, texts[ROOT / "docs" / "query.md"])
    yield from route_breaches(program, texts[ROOT / "docs" / "api.md"])
    for page, text in texts.items():
        yield from link_breaches(page, text)
        if page.name in QUERY_PAGES:
            if not list(table_queries(text)):
                yield f"{page.name}: no example query was found"
            yield from query_breaches(program, db, page, text)


def test_of_the_test():
    """The checks must be able to fail."""
    table = "| query | what |\n|---|---|\n| `a b` | c |\n\n| x | y |\n|---|---|\n| `z` | |\n"
    assert [query for query, _, _ in table_queries(table)] == ["a b"]
    table = "| query | what | finds |\n|---|---|---|\n| `a` | b | 2 |\n"
    assert list(table_queries(table)) == [("a", "| `a` | b | 2 |", "2")]
    answer = {"total": 2, "hits": [{"display_title": "One story"}]}
    assert not list(found_breaches(answer, '2, first "One"', ""))
    assert len(list(found_breaches(answer, '3, first "Two"', ""))) == 2
    assert list(found_breaches(answer, "", ""))
    assert list(link_breaches(ROOT / "README.md", "[a](no/such/file.md)"))
    assert not list(link_breaches(ROOT / "README.md", "[a](README.md#part) [b](https://example.org)"))


def main():
    if len(sys.argv) != 2:
        print("usage: docs_test.py PROGRAM", file=sys.stderr)
        return 2
    program = os.path.abspath(sys.argv[1])
    test_of_the_test()
    with tempfile.TemporaryDirectory() as folder:
        db = os.path.join(folder, "sample.db")
        sample = sorted(f"data/{path.name}" for path in (ROOT / "data").iterdir() if path.is_dir())
        status, _, err = run(program, "index", "--db", db, *sample)
        breaches = [f"the sample was not indexed: {err}"] if status else list(all_breaches(program, db))
    for breach in breaches:
        print(breach)
    print(f"{len(PAGES)} pages, {len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
