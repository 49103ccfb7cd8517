"""From the program's shapes (a figure, an extracted story) to the shapes the scorers read.

Nothing is judged or mended here: a field that the scorers' shape has no place for is left out, and a
figure of the title is left out because the judged sentences are texts without one.
"""

from currencies import CURRENCY_NAMES

CHANGE_OF_BOUND = {
    "exact": "=",
    "about": "~",
    "at least": ">",
    "more than": ">",
    "at most": "<",
    "less than": "<",
}


def unit_name(unit):
    """The unit in words. The scorer knows the common currency codes; the rarer ones get their names."""
    parts = (unit or "").split(" per ")
    return " per ".join(CURRENCY_NAMES.get(part, part) for part in parts)


def singular_key(word):
    return word.casefold().rstrip("s")


def concept_words(figure):
    """What is counted beyond the unit ("AI role" less "role"), else whom or what it is said of."""
    unit = {singular_key(word) for word in (figure.get("unit") or "").split()}
    counted = (figure.get("counts") or "").split()
    beyond = [word for word in counted if singular_key(word) not in unit]
    if beyond:
        return [" ".join(beyond)]
    return [figure["of"]] if figure.get("of") else []


def change_label(figure):
    direction = (figure.get("change") or {}).get("direction")
    if direction in ("up", "down"):
        return direction
    if figure.get("high") is None:
        return ">"
    if figure.get("low") is None:
        return "<"
    return CHANGE_OF_BOUND.get(figure.get("bound"), "=")


def value_ends(figure):
    """A point has `value`, a range both ends; an open range becomes its one end."""
    low, high = figure.get("low"), figure.get("high")
    if low is None or high is None or low == high:
        return {"value": high if low is None else low}
    return {"low": low, "high": high}


def scorer_figure(figure):
    """The figure as score_extraction.py reads it, or None for one that has no place there."""
    if figure.get("start") is None:
        return None
    if figure.get("low") is None and figure.get("high") is None:
        return None
    return {
        **value_ends(figure),
        "unit": unit_name(figure.get("unit")),
        "change": change_label(figure),
        "concept": concept_words(figure),
    }


def scorer_figures(story):
    adapted = map(scorer_figure, story.get("figures") or [])
    return [figure for figure in adapted if figure]


def scorer_article(story, article_id):
    """The story as score_body.py and score_meta.py read it.

    They compare days, so a date known only to its month or year counts as no answer.
    """
    return {
        "id": article_id,
        "text": story.get("text") or "",
        "title": story.get("title"),
        "date": story.get("date") if story.get("date_precision") == "day" else None,
        "outlet": story.get("outlet"),
        "authors": story.get("authors") or [],
    }
