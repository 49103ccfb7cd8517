"""Finds the judged collections below a folder, by their files and not by a list of names.

A folder of the same shape with other contents (a held-back half, a new collection) is found without
a change here. What a collection is scored with is decided elsewhere; this only says what is there.
"""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

GROUPS = ("ranking", "figures", "articles")


@dataclass(frozen=True)
class Collection:
    group: str  # one of GROUPS: where the table prints it
    kind: str  # ranking | figures | pages | mojibake | charset: how it is measured
    name: str  # its key in the JSON; the folder's or the file's name
    path: Path  # the folder, or the one file


def open_text(path):
    """Opens a text file for reading, unpacking it when its name ends in .gz."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return open(path, encoding="utf-8")


def read_jsonl(path):
    """Yields the records one by one, so that the runner's own memory stays below the program's."""
    with open_text(path) as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def corpus_of(folder):
    for name in ("corpus.jsonl.gz", "corpus.jsonl"):
        if (folder / name).is_file():
            return folder / name
    return None


def find_ranking(root):
    for folder in sorted((root / "ranking").glob("*/")):
        if corpus_of(folder):
            yield Collection("ranking", "ranking", folder.name, folder)


def find_figures(root):
    for path in sorted((root / "figures").glob("*.jsonl")):
        yield Collection("figures", "figures", path.stem, path)


def article_kind(folder):
    if (folder / "ftfy.jsonl").is_file():
        return "mojibake"
    if folder.name == "charset":
        return "charset"
    return "pages" if (folder / "gold.jsonl").is_file() else None


def find_articles(root):
    for folder in sorted((root / "articles").glob("*/")):
        kind = article_kind(folder)
        if kind:
            yield Collection("articles", kind, folder.name, folder)


def with_unique_names(found):
    """Two groups may use one name; then both carry their group, so that neither hides the other."""
    names = [one.name for one in found]
    return [
        Collection(one.group, one.kind, f"{one.group}/{one.name}", one.path)
        if names.count(one.name) > 1
        else one
        for one in found
    ]


def find_collections(root):
    return with_unique_names([*find_ranking(root), *find_figures(root), *find_articles(root)])


def answers_to(collection, name):
    """Whether `--only NAME` means this collection: by name, by group, by both, or by one of its rows."""
    plain = collection.path.stem if collection.path.is_file() else collection.path.name
    names = {collection.name, collection.group, plain, f"{collection.group}/{plain}"}
    return name in names or any(name.startswith(one + "+") for one in (collection.name, plain))
