#!/usr/bin/env python3
"""Stands in for the program in test_run.py: the three commands the runner drives, in miniature.

It ranks by shared words, reads "N noun" as a figure, and takes a page's text as it is. STAND_IN in the
environment makes it behave like an older or a faulty one: no-batch, no-took, lossy, silent, hang.
"""

import argparse
import json
import os
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.dont_write_bytecode = True

from layout import read_jsonl  # noqa: E402

MODE = os.environ.get("STAND_IN", "")


def words(text):
    return set(re.findall(r"\w+", text.lower()))


def index(options):
    options.db.mkdir()
    stories = Counter(indexed=0, duplicate=0)
    with open(options.db / "words", "w", encoding="utf-8") as out:
        for record in read_jsonl(options.path):
            stories["indexed"] += 1
            text = (record.get("title") or "") + " " + record["text"]
            out.write(record["id"] + "\t" + " ".join(sorted(words(text))) + "\n")
    stories["indexed"] -= MODE == "lossy"
    print(json.dumps({"files": {"read": 1, "skipped": 0}, "stories": stories}))


def load_postings(folder):
    postings = defaultdict(list)
    with open(folder / "words", encoding="utf-8") as lines:
        for line in lines:
            name, _, text = line.rstrip("\n").partition("\t")
            for word in text.split():
                postings[word].append(name)
    return postings


def ranked(postings, query, limit):
    score = Counter()
    for word in words(query):
        for name in postings.get(word, ()):
            score[name] += 1 / len(postings[word])
    return score.most_common(limit)


def search(options):
    if MODE == "no-batch":
        sys.exit("broadsheet: The following argument was not expected: --batch")
    postings = load_postings(options.db)
    for query in read_jsonl(options.batch):
        begin = time.monotonic()
        hits = ranked(postings, query["query"], options.limit)
        took = {} if MODE == "no-took" else {"took_ms": 1000 * (time.monotonic() - begin)}
        if options.format == "jsonl":
            print(json.dumps({"id": query["id"], "now": query.get("now"), **took, "hits": hits}))
        elif MODE != "silent":
            for rank, (name, score) in enumerate(hits, 1):
                print(query["id"], "Q0", name, rank, score, "broadsheet")


def figures(text):
    for found in re.finditer(r"(\d+) (\w+)", text):
        yield {
            "low": int(found[1]), "high": int(found[1]), "bound": "exact", "unit": found[2],
            "counts": None, "of": None, "change": None, "start": found.start(),
        }


def story(path, text, source_id=None):
    return {
        "path": str(path), "source_id": source_id, "text": text, "title": text[:5], "authors": [],
        "date": "2024-05-06", "date_precision": "day", "figures": list(figures(text)),
    }


def extract(options):
    if MODE == "hang":
        time.sleep(600)
    if options.format == "decoded":
        sys.stdout.write(options.path.read_text(encoding="utf-8"))
        return
    if options.path.is_file():
        for record in list(read_jsonl(options.path))[MODE == "lossy":]:
            print(json.dumps(story(options.path, record["text"], record["id"])))
        return
    for path in sorted(file for file in options.path.rglob("*") if file.is_file()):
        print(json.dumps(story(path, path.read_text(encoding="utf-8", errors="replace"))))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=("index", "search", "extract"))
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--batch", type=Path)
    parser.add_argument("--format")
    parser.add_argument("--limit", type=int, default=10)
    options = parser.parse_intermixed_args()
    {"index": index, "search": search, "extract": extract}[options.command](options)


if __name__ == "__main__":
    main()
