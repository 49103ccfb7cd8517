#!/usr/bin/env python3
"""Tests the evaluation runner: its adapters by tables, and whole runs over a tiny collection.

Needs no network, no collections and no built program: the test writes its own collections and
scorers into a temporary folder and drives stand_in_program.py.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import adapters  # noqa: E402
import pages  # noqa: E402
import ranking  # noqa: E402
import table  # noqa: E402


def figure(**keys):
    """A figure of the program, every key there; the row of a test names only what matters to it."""
    return {
        "printed": "5", "low": 5, "high": 5, "low_exact": "5", "high_exact": "5", "bound": "exact",
        "unit": None, "dimension": None, "counts": None, "of": None, "period": None,
        "status": "said", "change": None, "start": 0, "end": 1, "sentence": None, **keys,
    }


# What the figure says ==> value or ends, unit, change, concept.
FIGURES = (
    ({}, ({"value": 5}, "", "=", [])),
    ({"low": 45e9, "high": 50e9, "unit": "USD"}, ({"low": 45e9, "high": 50e9}, "USD", "=", [])),
    ({"low": 5000, "high": None, "bound": "more than"}, ({"value": 5000}, "", ">", [])),
    ({"low": None, "high": 400, "bound": "at most"}, ({"value": 400}, "", "<", [])),
    ({"low": 0, "high": None, "bound": "at least"}, ({"value": 0}, "", ">", [])),
    ({"bound": "about"}, ({"value": 5}, "", "~", [])),
    ({"bound": "at least"}, ({"value": 5}, "", ">", [])),
    ({"bound": "less than"}, ({"value": 5}, "", "<", [])),
    ({"bound": "about", "change": {"direction": "up"}}, ({"value": 5}, "", "~", [])),
    ({"change": {"direction": "up"}}, ({"value": 5}, "", "up", [])),
    ({"change": {"direction": "up", "to": 5}}, ({"value": 5}, "", "=", [])),
    ({"change": {"direction": "up", "by": 2, "to": 5}}, ({"value": 5}, "", "=", [])),
    ({"change": {"direction": "down", "from": 9, "to": 5}}, ({"low": 9, "high": 5}, "", "=", [])),
    ({"low": 4, "change": {"direction": "up", "by": 4}}, ({"low": 4, "high": 5}, "", "=", [])),
    ({"change": {"direction": "down", "by": 5}}, ({"value": 5}, "", "down", [])),
    ({"change": {"direction": None}}, ({"value": 5}, "", "=", [])),
    ({"unit": "role", "counts": "AI role", "dimension": "count", "of": "Meta"},
     ({"value": 5}, "AI role", "=", ["Meta"])),
    ({"unit": "car", "counts": "Kia and Fiat car", "dimension": "count"},
     ({"value": 5}, "Kia Fiat car", "=", [])),
    ({"unit": "USD", "dimension": "money", "counts": "revenue", "of": "Meta"},
     ({"value": 5}, "USD", "=", ["revenue"])),
    ({"unit": "percent", "counts": "growth across Asia"},
     ({"value": 5}, "percent", "=", ["growth Asia"])),
    ({"unit": "percent", "of": "staff"}, ({"value": 5}, "percent", "=", ["staff"])),
    ({"unit": "FIM"}, ({"value": 5}, "finnish markka", "=", [])),
    ({"unit": "PLN per share"}, ({"value": 5}, "polish zloty per share", "=", [])),
    ({"unit": "barrel per day"}, ({"value": 5}, "barrel per day", "=", [])),
)

# Of the title, and without a value: neither has a place in a sentence's gold.
# So has where a change began: it is told with where it led.
LEFT_OUT = (
    {"start": None},
    {"low": None, "high": None},
    {"change": {"direction": "down", "from": 5, "to": 2}},
)

# collection, what the figure says ==> unit
UNITS = (
    ("quantulum_tests", {"unit": "car", "counts": "car", "dimension": "count"}, ""),
    ("quantulum_tests", {"unit": "fraction", "dimension": "ratio"}, ""),
    ("quantulum_tests", {"unit": "metre", "dimension": "length"}, "metre"),
    ("newsquant", {"unit": "fraction", "dimension": "ratio"}, "fraction"),
)

# date, its precision ==> the date the scorer gets
DATES = (
    ("2026-04-24", "day", "2026-04-24"),
    ("2026-04", "month", None),
    ("2026", "year", None),
    (None, None, None),
)

# original, fixed, fixed_encoding, expect, what the program gave ==> group, right
REPAIRS = (
    ("cafÃ©", "café", "café", "pass", "café", ("garbled", True)),
    ("itâ€™s", "it's", "it’s", "pass", "it’s", ("garbled", True)),
    ("cafÃ©", "café", "café", "pass", "cafÃ©", ("garbled", False)),
    ("cafÃ© \n", "café \n", "café \n", "pass", "café", ("garbled", True)),
    ("É…", "É…", "É…", "pass", "Ʌ", ("clean", False)),
    ("hopeless", "hope", "hope", "fail", "hopeless", ("left", True)),
    ("hopeless", "hope", "hope", "fail", "hope", ("left", False)),
    ("cafÃ©", "café", "café", "pass", None, ("garbled", False)),
)


class Adapters(unittest.TestCase):
    def test_a_figure_takes_the_shape_of_the_scorer(self):
        for given, (ends, unit, change, concept) in FIGURES:
            with self.subTest(given):
                want = {**ends, "unit": unit, "change": change, "concept": concept}
                self.assertEqual(adapters.scorer_figure(figure(**given)), want)

    def test_a_unit_takes_the_shape_of_its_collection(self):
        for collection, given, want in UNITS:
            with self.subTest(given, collection=collection):
                self.assertEqual(adapters.scorer_figure(figure(**given), collection)["unit"], want)

    def test_a_figure_without_place_or_value_is_left_out(self):
        for given in LEFT_OUT:
            with self.subTest(given):
                self.assertIsNone(adapters.scorer_figure(figure(**given)))

    def test_only_a_date_known_to_the_day_is_an_answer(self):
        for date, precision, want in DATES:
            with self.subTest(date):
                story = {"date": date, "date_precision": precision}
                self.assertEqual(adapters.scorer_article(story, "a")["date"], want)

    def test_a_repair_is_right_as_either_fixed_form(self):
        for original, fixed, encoding, expect, text, want in REPAIRS:
            with self.subTest(original, text=text):
                row = {"original": original, "fixed": fixed, "fixed_encoding": encoding, "expect": expect}
                self.assertEqual(pages.judge_repair(row, text), want)


class Figures(unittest.TestCase):
    def test_a_percentile_is_a_measured_value(self):
        for values, percent, want in (([3, 1, 2], 50, 2), ([1], 99, 1), (range(1, 101), 95, 95)):
            self.assertEqual(ranking.percentile(values, percent), want)

    def test_removed_stories_do_not_account_for_records(self):
        counted = ranking.counters({"indexed": 2, "duplicate": 1, "removed": 4}, 3)
        self.assertTrue(counted["accounted"])
        self.assertFalse(ranking.counters({"indexed": 2, "removed": 1}, 3)["accounted"])

    def test_the_table_fits_a_hundred_columns(self):
        for columns in table.SECTIONS.values():
            self.assertLessEqual(sum(abs(width) for _, width, _, _ in columns), table.WIDTH)


SCORE_RUN = """
import json, sys
best = {q: d for q, _, d, rank, *_ in map(str.split, open(sys.argv[2])) if rank == "1"}
wanted = dict(line.split()[:2] for line in open(sys.argv[1]))
share = sum(best.get(q) == d for q, d in wanted.items()) / len(wanted)
names = ["nDCG@10", "MAP", "MRR@10", "P@10", "Success@1", "R@100"]
print(json.dumps({"queries": len(wanted), **dict.fromkeys(names, share)}))
"""
SCORE_EXTRACTION = """
import json, sys
read = lambda path: {r["id"]: r["figures"] for r in map(json.loads, open(path))}
gold, given = read(sys.argv[1]), read(sys.argv[2])
if "--fix" in sys.argv:
    fixes = json.load(open(sys.argv[sys.argv.index("--fix") + 1]))
    gold |= {name: fix["figures"] for name, fix in fixes.items()}
values = lambda rows: [f["value"] for f in rows]
f1 = sum(values(gold[k]) == values(given.get(k, [])) for k in gold) / len(gold)
levels = ["value", "value+unit", "value+change", "value+unit+change", "value+concept(any)",
          "value+concept(all)"]
print(json.dumps({"sentences": len(gold), "gold": 1, "pred": 1,
                  "levels": dict.fromkeys(levels, [0, 0, f1])}))
"""
SCORE_PAGES = """
import json, sys
read = lambda path: {r["id"]: r for r in map(json.loads, open(path))}
gold, given = read(sys.argv[1]), read(sys.argv[2])
right = sum(gold[k][FIELD][:10] == (given.get(k, {}).get(FIELD) or "") for k in gold) / len(gold)
print(json.dumps({"pages": len(gold), "missing": len(gold.keys() - given.keys()), METRIC: right}))
"""
SCORERS = {
    "score_run.py": SCORE_RUN,
    "score_extraction.py": SCORE_EXTRACTION,
    "score_body.py": 'FIELD, METRIC = "text", "f1"' + SCORE_PAGES,
    "score_meta.py": 'FIELD, METRIC = "date", "date_acc"' + SCORE_PAGES,
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode("utf-8")))
    else:
        path.write_text(text, encoding="utf-8")


def write_lines(path, *rows):
    write(path, "".join(json.dumps(row) + "\n" for row in rows))


def make_ranking(root):
    folder = root / "ranking" / "fruit"
    write_lines(folder / "corpus.jsonl.gz", {"id": "d1", "title": "Apples", "text": "red and sweet"},
                {"id": "d2", "text": "pears are green"})
    write_lines(folder / "queries.jsonl", {"id": "q1", "query": "sweet apples", "asked": "2024-05-06"},
                {"id": "q2", "query": "green"})
    write(folder / "qrels.tsv", "q1\td1\t1\nq2\td2\t1\n")


def make_figures(root):
    gold = {"value": 5, "unit": "apple", "change": "="}
    write_lines(root / "figures" / "counts.jsonl",
                {"id": "s1", "text": "Eve ate 5 apples", "figures": [gold]},
                {"id": "s2", "text": "Eve ate 6 apples", "figures": [gold]})
    write(root / "figures" / "counts_corrections.json",
          json.dumps({"s2": {"why": "misread", "figures": [{"value": 6}]}}))


def make_articles(root):
    folder = root / "articles"
    write(folder / "weekly" / "html" / "a.html.gz", "A page")
    write_lines(folder / "weekly" / "gold.jsonl",
                {"id": "a", "file": "html/a.html.gz", "text": "A page", "date": "2024-05-06"})
    write_lines(folder / "mojibake" / "ftfy.jsonl",
                {"original": "Ã©", "fixed": "é", "fixed_encoding": "é", "expect": "pass"},
                {"original": "é", "fixed": "é", "fixed_encoding": "é", "expect": "pass"})
    write(folder / "charset" / "files" / "c1.bin", "one\r\n")
    write(folder / "charset" / "files" / "c2.bin", "zwei ü")
    write_lines(folder / "charset" / "gold.jsonl",
                {"id": "c1", "file": "files/c1.bin", "encoding": "utf-8", "decodes_strict": True},
                {"id": "c2", "file": "files/c2.bin", "encoding": "latin-1", "decodes_strict": True},
                {"id": "c3", "file": "files/c2.bin", "encoding": "ascii", "decodes_strict": False})


class WholeRun(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="broadsheet-test-eval-")
        self.addCleanup(temporary.cleanup)
        self.root = Path(temporary.name)
        self.dir = self.root / "collections"
        for make in (make_ranking, make_figures, make_articles):
            make(self.dir)
        for name, text in SCORERS.items():
            write(self.dir / name, text)

    def run_it(self, *arguments, mode="", directory=None, program=HERE / "stand_in_program.py"):
        """(exit status, stdout, stderr) of the runner."""
        command = [sys.executable, HERE / "run", directory or self.dir, "--program", program, *arguments]
        done = subprocess.run(
            list(map(str, command)), capture_output=True, text=True, check=False, timeout=120,
            env={**os.environ, "STAND_IN": mode, "PYTHONIOENCODING": "utf-8"})
        return done.returncode, done.stdout, done.stderr

    def measured(self, *arguments, mode=""):
        out = self.root / "out.json"
        status, printed, said = self.run_it("--json", out, *arguments, mode=mode)
        return status, json.loads(out.read_text(encoding="utf-8")), printed, said

    def test_every_collection_is_found_and_scored(self):
        status, rows, printed, said = self.measured()
        self.assertEqual(status, 0, said)
        self.assertEqual(list(rows), ["fruit", "fruit+asked", "counts", "counts+fix", "charset",
                                      "mojibake", "weekly"])
        self.assertEqual(rows["fruit"]["nDCG@10"], 1)
        self.assertEqual((rows["counts"]["value"], rows["counts+fix"]["value"]), (0.5, 1))
        self.assertNotIn("concept_any", rows["counts"])  # this gold tags no concepts
        self.assertEqual((rows["weekly"]["f1"], rows["weekly"]["date_acc"]), (1, 1))
        self.assertEqual((rows["mojibake"]["repaired"], rows["mojibake"]["clean_changed"]), (1, 0))
        self.assertEqual((rows["charset"]["same_text"], rows["charset"]["files"]), (0.5, 2))
        self.assertEqual(rows["charset"]["wrong"], ["c2"])
        self.assertLessEqual(max(map(len, printed.splitlines())), table.WIDTH)

    def test_the_costs_stand_beside_the_scores(self):
        _, rows, _, _ = self.measured()
        for metric in ("index_wall_s", "index_cpu_s", "index_peak_mb", "index_size_ratio", "p50_ms",
                       "p95_ms", "p99_ms"):
            self.assertGreater(rows["fruit"][metric], 0, metric)
        self.assertGreater(rows["weekly"]["extract_cpu_s"], 0)
        self.assertIs(rows["fruit"]["accounted"], True)

    def test_the_day_of_asking_is_the_now_of_the_second_run(self):
        keep = self.root / "work"
        self.assertEqual(self.run_it("--only", "fruit", "--keep", keep)[0], 0)
        lines = (keep / "ranking-fruit" / "asked.queries.jsonl").read_text(encoding="utf-8").splitlines()
        self.assertEqual(json.loads(lines[0])["now"], "2024-05-06")
        self.assertIs(json.loads(lines[0])["recency"], True)
        self.assertEqual(json.loads(lines[1]), {"id": "q2", "query": "green"})

    def test_a_kept_folder_can_be_used_again(self):
        keep = self.root / "work"
        for _ in range(2):
            self.assertEqual(self.run_it("--keep", keep)[0], 0)

    def test_only_takes_collections_and_groups(self):
        self.assertEqual(list(self.measured("--only", "weekly", "--only", "counts")[1]),
                         ["counts", "counts+fix", "weekly"])
        self.assertEqual(list(self.measured("--only", "ranking")[1]), ["fruit", "fruit+asked"])

    def test_a_failing_collection_is_named_and_the_others_still_run(self):
        status, rows, printed, said = self.measured(mode="no-batch")
        self.assertEqual(status, 1)
        self.assertIn("--batch", rows["fruit"]["error"])
        self.assertIn("index_wall_s", rows["fruit"])  # what was measured before stands
        self.assertEqual(rows["weekly"]["f1"], 1)
        self.assertIn("fruit: FAILED", printed)
        self.assertIn("fruit failed", said)

    def test_a_run_in_another_shape_is_no_score(self):
        status, rows, _, _ = self.measured("--only", "fruit", mode="silent")
        self.assertEqual(status, 1)
        self.assertNotIn("nDCG@10", rows["fruit"])

    def test_latency_without_took_ms_is_labelled(self):
        _, rows, printed, _ = self.measured("--only", "fruit", mode="no-took")
        self.assertNotIn("p50_ms", rows["fruit"])
        self.assertGreater(rows["fruit"]["batch_mean_ms"], 0)
        self.assertIn("batch wall time / queries", printed)

    def test_a_lost_story_is_reported(self):
        _, rows, printed, _ = self.measured("--only", "fruit", mode="lossy")
        self.assertIs(rows["fruit"]["accounted"], False)
        self.assertIn("NOT ACCOUNTED FOR", printed)

    def test_a_sentence_that_was_lost_is_reported(self):
        _, rows, printed, _ = self.measured("--only", "counts", mode="lossy")
        self.assertEqual(rows["counts"]["missing"], 1)
        self.assertIn("1 of 2 texts came back with no story", printed)

    def test_a_hanging_program_is_ended(self):
        status, rows, _, _ = self.measured("--only", "weekly", "--timeout", "1", mode="hang")
        self.assertEqual(status, 1)
        self.assertIn("ended after 1 s", rows["weekly"]["error"])

    def test_bad_use_names_the_thing(self):
        empty = self.root / "empty"
        empty.mkdir()
        for arguments, named in (
            ({"directory": self.root / "gone"}, "gone"),
            ({"directory": empty}, "no collections in"),
            ({"program": self.root / "no-program"}, "no-program"),
        ):
            with self.subTest(named):
                status, printed, said = self.run_it(**arguments)
                self.assertEqual((status, printed), (2, ""))
                self.assertIn(named, said)
        status, _, said = self.run_it("--only", "nothing")
        self.assertEqual(status, 2)
        self.assertIn("there are fruit, counts", said)

    def test_a_page_outside_its_folder_is_refused(self):
        write_lines(self.dir / "articles" / "weekly" / "gold.jsonl",
                    {"id": "a", "file": "../../../a.html", "text": "A page"})
        status, rows, _, _ = self.measured("--only", "weekly")
        self.assertEqual(status, 1)
        self.assertIn("outside its folder", rows["weekly"]["error"])


if __name__ == "__main__":
    unittest.main()
