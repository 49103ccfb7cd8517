"""Measures how figures are read out of single sentences.

The sentences go through `extract` as JSON records. A file NAME_corrections.json beside NAME.jsonl
names plainly wrong gold; with it the collection is scored a second time as NAME+fix.
"""

import json

from adapters import scorer_figures
from layout import read_jsonl

# Level of the scorer ==> metric. What the gold does not tag is not reported.
LEVELS = (
    ("value", "value", ()),
    ("value+unit", "value+unit", ("unit",)),
    ("value+change", "value+change", ("change",)),
    ("value+unit+change", "value+unit+change", ("unit", "change")),
    ("value+concept(any)", "concept_any", ("concept",)),
    ("value+concept(all)", "concept_all", ("concept",)),
)
F1 = 2  # the scorer gives [precision, recall, F1] a level


def tagged_keys(gold):
    return {key for row in read_jsonl(gold) for figure in row["figures"] for key in figure}


def write_sentences(gold, path):
    with open(path, "w", encoding="utf-8") as out:
        for row in read_jsonl(gold):
            out.write(json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False) + "\n")


def write_predictions(extracted, path, collection):
    """One line a sentence; gives how many sentences came back."""
    seen = set()
    with open(path, "w", encoding="utf-8") as out:
        for story in read_jsonl(extracted):
            if story.get("source_id") in seen:
                continue
            seen.add(story.get("source_id"))
            line = {"id": story.get("source_id"), "figures": scorer_figures(story, collection)}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return len(seen)


def scored(tools, gold, predicted, *options):
    """F1 by level, and value+unit again where the head noun of a counted thing is enough."""
    keys = tagged_keys(gold)
    strict = tools.scorers.score("score_extraction.py", gold, predicted, *options)
    metrics = {
        metric: round(strict["levels"][level][F1], 4)
        for level, metric, needs in LEVELS
        if keys.issuperset(needs)
    }
    if "unit" in keys:
        head = tools.scorers.score("score_extraction.py", gold, predicted, "--unit", "head", *options)
        metrics["value+unit_head"] = round(head["levels"]["value+unit"][F1], 4)
    counts = {key: strict[key] for key in ("sentences", "gold", "pred")}
    return {**counts, **metrics}


def measure(collection, tools, work):
    gold = collection.path
    sentences, predicted = work / "sentences.jsonl", work / "predicted.jsonl"
    write_sentences(gold, sentences)
    cost = tools.program.run(["extract", sentences, "--format", "jsonl"], work / "extracted.jsonl")
    came_back = write_predictions(work / "extracted.jsonl", predicted, collection.name)
    metrics = scored(tools, gold, predicted)
    missing = {"missing": metrics["sentences"] - came_back}
    yield collection.name, metrics | missing | cost.metrics("extract")
    corrections = gold.with_name(gold.stem + "_corrections.json")
    if corrections.is_file():
        yield collection.name + "+fix", scored(tools, gold, predicted, "--fix", corrections)
