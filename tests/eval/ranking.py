"""Measures a ranking collection: index it, ask its queries, score the run, time the queries.

Two batch runs: one TREC run down to rank 1,000 for the scores, and one of ten hits a query for the
latency, which is what a person waits for. Queries with a day on which they were asked are run a
second time with that day as "now" and recency on (the row NAME+asked), over the same index.
"""

import json
import shutil

from layout import corpus_of, read_jsonl
from program import Failure

REPORTED = ("nDCG@10", "MAP", "MRR@10", "P@10", "Success@1", "R@100")
TREC_COLUMNS = 6
PERCENTILES = (50, 95, 99)


def corpus_size(path):
    """(records, UTF-8 bytes of their titles and texts): what the index is held against."""
    records = size = 0
    for record in read_jsonl(path):
        records += 1
        size += sum(len((record.get(key) or "").encode("utf-8")) for key in ("title", "text"))
    return records, size


def folder_size(path):
    """Bytes a folder takes, or one file."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def read_summary(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))["stories"]
    except (ValueError, KeyError, TypeError) as error:
        raise Failure("'index --format json' printed no summary with story counters") from error


def counters(stories, records):
    """Every record is in exactly one counter; `removed` counts stories that are not in the input."""
    counted = sum(count for name, count in stories.items() if name != "removed")
    return {
        **{f"stories_{name}": count for name, count in stories.items()},
        "records": records,
        "accounted": counted == records,
    }


def build_index(collection, program, work):
    corpus, index = corpus_of(collection.path), work / "index"
    shutil.rmtree(index, ignore_errors=True)  # of an earlier run with --keep
    summary = work / "index.json"
    cost = program.run(["index", "--db", index, "--format", "json", corpus], summary)
    records, text_bytes = corpus_size(corpus)
    return index, {
        **cost.metrics("index"),
        "index_mb": round(folder_size(index) / 1e6, 2),
        "index_size_ratio": round(folder_size(index) / max(text_bytes, 1), 3),
        **counters(read_summary(summary), records),
    }


def write_batch(queries, path, asked):
    with open(path, "w", encoding="utf-8") as batch:
        for query in queries:
            line = {"id": query["id"], "query": query["query"]}
            if asked and query.get("asked"):
                line |= {"now": query["asked"], "recency": True}
            batch.write(json.dumps(line, ensure_ascii=False) + "\n")


def check_run(path):
    """A run in another shape would be scored 0 without a word."""
    with open(path, encoding="utf-8") as lines:
        first = next((line for line in lines if line.strip()), "")
    if len(first.split()) != TREC_COLUMNS:
        raise Failure(f"'search --batch --format trec' printed no TREC run but {first[:60]!r}")


def percentile(values, percent):
    """Nearest rank: the smallest value that `percent` percent of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-percent * len(ordered) // 100) - 1)]


def took(path):
    return [hit["took_ms"] for hit in read_jsonl(path) if hit.get("took_ms") is not None]


def latency(program, index, batch, queries, out):
    """p50, p95, p99 of the program's own took_ms; without it, the mean over the batch, named so."""
    cost = program.run(
        ["search", "--db", index, "--batch", batch, "--format", "jsonl", "--limit", 10], out)
    metrics = {"search_cpu_s": round(cost.cpu, 3), "search_peak_mb": round(cost.peak_mb, 1)}
    try:
        times = took(out)
    except (ValueError, AttributeError):
        times = []  # an older program prints something else here
    if not times:
        return metrics | {"batch_mean_ms": round(1000 * cost.wall / max(len(queries), 1), 2)}
    return metrics | {f"p{percent}_ms": round(percentile(times, percent), 3) for percent in PERCENTILES}


def ask(collection, tools, index, work, asked):
    """Scores and latency of one way of asking the collection's queries."""
    queries = list(read_jsonl(collection.path / "queries.jsonl"))
    stem = "asked" if asked else "plain"
    batch, run = work / f"{stem}.queries.jsonl", work / f"{stem}.run"
    write_batch(queries, batch, asked)
    tools.program.run(
        ["search", "--db", index, "--batch", batch, "--format", "trec", "--limit", 1000], run)
    check_run(run)
    scores = tools.scorers.score("score_run.py", collection.path / "qrels.tsv", run)
    times = latency(tools.program, index, batch, queries, work / f"{stem}.jsonl")
    return {"queries": scores["queries"], **{name: scores[name] for name in REPORTED}, **times}


def has_asked(folder):
    return any(query.get("asked") for query in read_jsonl(folder / "queries.jsonl"))


def measure(collection, tools, work):
    """Yields (row name, metrics); what was yielded stands even when a later part fails."""
    index, costs = build_index(collection, tools.program, work)
    yield collection.name, costs
    yield collection.name, ask(collection, tools, index, work, asked=False)
    if has_asked(collection.path):
        yield collection.name + "+asked", ask(collection, tools, index, work, asked=True)
