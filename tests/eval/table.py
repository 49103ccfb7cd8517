"""Prints the measured rows as one table, a section a group, within 100 columns.

A column is a row of the tables below: heading, width, metric, how it is written. A metric that a
collection has not got is a dash.
"""

import textwrap

WIDTH = 100


def share(value):
    """0.616 as .616: the leading zeros tell nothing and the table is narrow."""
    return f"{value:.3f}".removeprefix("0")


def seconds(value):
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def tenths(value):
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"


def ratio(value):
    return f"{value:.2f}"


RANKING = (
    ("ranking", -17, None, None), ("nDCG@10", 8, "nDCG@10", share), ("MAP", 6, "MAP", share),
    ("MRR", 6, "MRR@10", share), ("P@10", 6, "P@10", share), ("S@1", 6, "Success@1", share),
    ("R@100", 6, "R@100", share), ("wall", 6, "index_wall_s", seconds), ("cpu", 6, "index_cpu_s", seconds),
    ("MB", 6, "index_peak_mb", "{:.0f}".format), ("size", 6, "index_size_ratio", ratio),
    ("p50", 6, "p50_ms", tenths), ("p95", 6, "p95_ms", tenths), ("p99", 6, "p99_ms", tenths),
)
FIGURES = (
    ("figures", -23, None, None), ("texts", 6, "sentences", str), ("value", 7, "value", share),
    ("+unit", 7, "value+unit", share), ("(head)", 7, "value+unit_head", share),
    ("+change", 8, "value+change", share), ("all", 6, "value+unit+change", share),
    ("c.any", 7, "concept_any", share), ("c.all", 7, "concept_all", share),
    ("wall", 6, "extract_wall_s", seconds), ("cpu", 6, "extract_cpu_s", seconds),
    ("MB", 6, "extract_peak_mb", "{:.0f}".format),
)
ARTICLES = (
    ("articles", -13, None, None), ("pages", 5, "pages", str), ("lost", 5, "missing", str),
    ("metric", 9, "metric", str), ("F1", 5, "f1", share), ("prec", 5, "precision", share),
    ("rec", 5, "recall", share), ("acc", 5, "accuracy", share), ("date", 5, "date_acc", share),
    ("d.prec", 7, "date_prec", share), ("outlet", 7, "outlet_acc", share),
    ("title", 6, "title_acc", share), ("author", 7, "author_acc", share),
    ("wall", 5, "extract_wall_s", seconds), ("cpu", 5, "extract_cpu_s", seconds),
    ("MB", 5, "extract_peak_mb", "{:.0f}".format),
)
SECTIONS = {"ranking": RANKING, "figures": FIGURES, "articles": ARTICLES}


def cell(text, width):
    return text.ljust(-width)[:-width] if width < 0 else text.rjust(width)


def table_line(columns, name, metrics):
    cells = []
    for _, width, metric, write in columns:
        value = name if metric is None else metrics.get(metric)
        text = "-" if value is None else (write or str)(value)
        cells.append(cell(text, width))
    return "".join(cells).rstrip()


def heading(columns):
    return "".join(cell(title, width) for title, width, _, _ in columns).rstrip()


def remarks(name, metrics):
    """What a row has to say beyond its columns; one line each, below its section."""
    if "error" in metrics:
        yield f"{name}: FAILED, {metrics['error']}"
    if "same_text" in metrics:
        yield (
            f"{name}: same text {metrics['same']} of {metrics['files']} = {metrics['same_text']},"
            f" UTF-8 files {metrics['utf8_same']} of {metrics['utf8_files']}"
        )
    if "repaired" in metrics:
        yield (
            f"{name}: right {metrics['repaired']} of {metrics['expected']}"
            f" (clean texts changed {metrics['clean_changed']} of {metrics['clean_texts']}),"
            f" others changed {metrics['others_changed']} of {metrics['others']}"
        )
    if "batch_mean_ms" in metrics:
        yield f"{name}: no took_ms in the results; batch wall time / queries {metrics['batch_mean_ms']} ms"
    if "accounted" in metrics:
        yield stories_line(name, metrics)
    if "sentences" in metrics and metrics.get("missing"):
        yield f"{name}: {metrics['missing']} of {metrics['sentences']} texts came back with no story"
    if metrics.get("date_spurious") is not None:
        share_dated = share(metrics["date_spurious"])
        yield f"{name}: undated pages given a date {share_dated} of {metrics['nodate_n']}"


def wrap(remark):
    return textwrap.wrap(remark, WIDTH, initial_indent="  ", subsequent_indent="    ")


def stories_line(name, metrics):
    counted = ", ".join(
        f"{count} {key.removeprefix('stories_')}"
        for key, count in metrics.items()
        if key.startswith("stories_") and count
    )
    verdict = "all accounted for" if metrics["accounted"] else "NOT ACCOUNTED FOR"
    return f"{name}: {metrics['records']} records = {counted or 'nothing'}; {verdict}"


def render(rows):
    """`rows`: (group, name, metrics) in the order to print. Gives the whole table as text."""
    lines = []
    for group, columns in SECTIONS.items():
        of_group = [(name, metrics) for g, name, metrics in rows if g == group]
        if not of_group:
            continue
        title = heading(columns)
        lines += [title, "-" * len(title)]
        lines += [table_line(columns, *row) for row in of_group if row_has_columns(columns, row[1])]
        for row in of_group:
            lines += [wrapped for remark in remarks(*row) for wrapped in wrap(remark)]
        lines.append("")
    return "\n".join(lines)


def row_has_columns(columns, metrics):
    return any(metric in metrics for _, _, metric, _ in columns[1:])
