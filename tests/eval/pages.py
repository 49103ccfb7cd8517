"""Measures how articles are read: fetched pages, garbled texts, files in many encodings.

Pages are unpacked and given to `extract` as they were fetched; the program is told nothing that it
could not see in the page itself, such as the URL it came from.
"""

import gzip
import json
import os
import shutil

from adapters import scorer_article
from layout import read_jsonl
from program import Failure

# Folder ==> how its makers score it. Others are scored by what their gold holds.
METHODS = {
    "aeb": (("score_body.py", "--metric", "shingle"),),
    "fundus_eval": (("score_body.py", "--metric", "rouge"),),
    "wcxb": (("score_body.py", "--metric", "word", "--type", "article"),),
    "trafilatura": (("score_body.py", "--metric", "segments"), ("score_meta.py",)),
    "htmldate": (("score_meta.py", "--fields", "date"),),
    "fundus": (("score_body.py", "--metric", "shingle"), ("score_meta.py",)),
    "postlight": (("score_meta.py", "--tz-slack"),),
}
META_KEYS = {"title", "date", "outlet", "author", "authors"}


def methods_for(folder):
    if folder.name in METHODS:
        return METHODS[folder.name]
    first = next(read_jsonl(folder / "gold.jsonl"), {})
    chosen = []
    if "paragraphs" in first:
        chosen.append(("score_body.py", "--metric", "rouge"))
    elif "text" in first:
        chosen.append(("score_body.py", "--metric", "shingle"))
    elif "with" in first:
        chosen.append(("score_body.py", "--metric", "segments"))
    if META_KEYS & set(first):
        chosen.append(("score_meta.py",))
    return tuple(chosen)


def unpack(source, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rb") as packed, open(target, "wb") as out:
        shutil.copyfileobj(packed, out)


def unpack_pages(folder, target):
    """Unpacks the judged pages. Gives {path below `target`: id}."""
    ids = {}
    for row in read_jsonl(folder / "gold.jsonl"):
        name = row["file"].removesuffix(".gz")
        if target.resolve() not in (target / name).resolve().parents:
            raise Failure(f"gold names a page outside its folder: {row['file']}")
        unpack(folder / row["file"], target / name)
        ids[name] = row["id"]
    return ids


def write_predictions(extracted, ids, folder, path):
    """A page may hold several stories; its first one stands for it. Gives how many pages came back."""
    seen = set()
    with open(path, "w", encoding="utf-8") as out:
        for story in read_jsonl(extracted):
            name = os.path.relpath(os.path.realpath(story["path"]), os.path.realpath(folder))
            if name not in ids or name in seen:
                continue
            seen.add(name)
            out.write(json.dumps(scorer_article(story, ids[name]), ensure_ascii=False) + "\n")
    return len(seen)


def rounded(metrics):
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in metrics.items()}


def measure_pages(collection, tools, work):
    pages, extracted = work / "pages", work / "extracted.jsonl"
    shutil.rmtree(pages, ignore_errors=True)  # of an earlier run with --keep
    ids = unpack_pages(collection.path, pages)
    cost = tools.program.run(["extract", "--format", "jsonl", pages], extracted)
    predicted = work / "predicted.jsonl"
    if not write_predictions(extracted, ids, pages, predicted):
        raise Failure("'extract' printed no story whose path is one of the pages")
    metrics = {}
    for script, *options in methods_for(collection.path):
        gold = collection.path / "gold.jsonl"
        metrics |= tools.scorers.score(script, gold, predicted, *options)
    speed = {"pages_per_cpu_s": round(len(ids) / max(cost.cpu, 0.001), 1)}
    yield collection.name, rounded(metrics) | cost.metrics("extract") | speed


CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]) | {0x0A: "\n", 0x09: "\t", 0xA0: " "}


def settled(text):
    """Spaces at the ends do not count, nor what every text loses: odd spaces and controls."""
    return text.translate(CONTROLS).strip()


def judge_repair(row, text):
    """(group of the row, whether the text is right)."""
    given = settled(row["original"])
    wanted = {settled(row["fixed"]), settled(row["fixed_encoding"])}
    text = text and settled(text)
    if row["expect"] != "pass":
        return "left", text == given
    return ("clean" if given in wanted else "garbled"), text in wanted


def count_repairs(rows, texts):
    """`repaired` of `expected` is the published measure; it holds clean texts too, told apart here."""
    judged = [judge_repair(row, texts.get(str(n))) for n, row in enumerate(rows)]
    right = {group: sum(ok for g, ok in judged if g == group) for group in ("garbled", "clean", "left")}
    total = {group: sum(g == group for g, _ in judged) for group in right}
    return {
        "rows": len(rows),
        "repaired": right["garbled"] + right["clean"],
        "expected": total["garbled"] + total["clean"],
        "clean_texts": total["clean"],
        "clean_changed": total["clean"] - right["clean"],
        "others": total["left"],
        "others_changed": total["left"] - right["left"],
        "missing": len(rows) - len(texts),
    }


def measure_mojibake(collection, tools, work):
    rows = list(read_jsonl(collection.path / "ftfy.jsonl"))
    given, extracted = work / "texts.jsonl", work / "extracted.jsonl"
    with open(given, "w", encoding="utf-8") as out:
        for n, row in enumerate(rows):
            out.write(json.dumps({"id": str(n), "text": row["original"]}, ensure_ascii=False) + "\n")
    cost = tools.program.run(["extract", given, "--format", "jsonl"], extracted)
    texts = {story["source_id"]: (story.get("text") or "").strip() for story in read_jsonl(extracted)}
    yield collection.name, count_repairs(rows, texts) | cost.metrics("extract")


def decoded_by(path, encoding):
    """What the file says when it is read by the judged encoding; None when it cannot be."""
    try:
        return folded(path.read_bytes().decode(encoding))
    except (UnicodeError, LookupError):
        return None


def folded(text):
    """Line ends and a byte order mark are no part of what a file says."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def measure_charset(collection, tools, work):
    counts = {"files": 0, "same": 0, "utf8_files": 0, "utf8_same": 0}
    wrong, cpu = [], 0.0
    for row in read_jsonl(collection.path / "gold.jsonl"):
        source = collection.path / row["file"]
        wanted = decoded_by(source, row["encoding"]) if row.get("decodes_strict", True) else None
        if wanted is None:
            continue
        cost = tools.program.run(["extract", "--format", "decoded", source], work / "decoded.txt")
        cpu += cost.cpu
        text = (work / "decoded.txt").read_bytes().decode("utf-8", "replace")
        right = folded(text) == wanted
        if not right:
            wrong.append(row["id"])
        utf8 = row["encoding"].lower() == "utf-8"
        for key, more in (("files", 1), ("same", right), ("utf8_files", utf8), ("utf8_same", utf8 and right)):
            counts[key] += more
    share = round(counts["same"] / max(counts["files"], 1), 4)
    yield collection.name, {"same_text": share} | counts | {"wrong": wrong, "extract_cpu_s": round(cpu, 3)}
