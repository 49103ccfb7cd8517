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


# Only link words; the judged concepts are without them.
LINKS = {"across", "among", "between", "against", "than", "or"}


def is_all_unit(figure):
    """Of a counted thing ("AI role") the whole phrase is the unit in the judged sentences."""
    counted = (figure.get("counts") or "").split()
    unit = figure.get("unit") or ""
    return figure.get("dimension") == "count" and counted[-1:] == [unit]


def concept_words(figure):
    """What is counted beyond the unit, else whom or what it is said of."""
    unit = {singular_key(word) for word in (figure.get("unit") or "").split()}
    counted = [] if is_all_unit(figure) else (figure.get("counts") or "").split()
    beyond = [word for word in counted if singular_key(word) not in unit]
    concept = beyond or (figure.get("of") or "").split()
    return [" ".join(word for word in concept if word not in LINKS)] if concept else []


# Collections that tag measures only: a counted thing and a fraction have no unit there.
MEASURES_ONLY = ("quantulum_tests",)


def scorer_unit(figure, collection=None):
    """The scorers' unit of a counted thing is the phrase: "cabinet minister", not "minister"."""
    unit, counts = figure.get("unit") or "", figure.get("counts") or ""
    counted = figure.get("dimension") == "count"
    bare = counted and " per " not in unit or unit == "fraction"
    if collection in MEASURES_ONLY and bare:
        return ""
    phrase = counts if counted and unit and counts.endswith(unit) else unit
    return unit_name(" ".join(word for word in phrase.split() if word not in ("and", "or")))


def ends_of_change(figure):
    """Both ends where the figure is one of them ("cut from 1,200 to 900"), else None."""
    change = figure.get("change") or {}
    ends = (change.get("from"), change.get("to"))
    value = figure.get("low")
    told = None not in ends and value in ends and value == figure.get("high")
    return ends if told else None


def is_step(figure):
    """Whether the figure is how much something rose or fell, not where that led or began."""
    change = figure.get("change") or {}
    if change.get("by") is not None:
        return change["by"] in (figure.get("low"), figure.get("high"))
    return change.get("from") is None and change.get("to") is None


def change_label(figure):
    """One label for what we keep apart. A bound is said of the figure itself, so it goes first
    ("lost more than 60%" is `>`); a range has no direction, nor has where a change led or began."""
    if figure.get("high") is None:
        return ">"
    if figure.get("low") is None:
        return "<"
    bound = CHANGE_OF_BOUND.get(figure.get("bound"), "=")
    direction = (figure.get("change") or {}).get("direction")
    plain = bound == "=" and "value" in value_ends(figure) and is_step(figure)
    return direction if plain and direction in ("up", "down") else bound


def value_ends(figure):
    """A point has `value`, a range both ends; an open range becomes its one end. "From A to B"
    is a range to the scorers, whatever the verb."""
    low, high = ends_of_change(figure) or (figure.get("low"), figure.get("high"))
    if low is None or high is None or low == high:
        return {"value": high if low is None else low}
    return {"low": low, "high": high}


def scorer_figure(figure, collection=None):
    """The figure as score_extraction.py reads it, or None for one that has no place there."""
    if figure.get("start") is None:
        return None
    if figure.get("low") is None and figure.get("high") is None:
        return None
    ends = ends_of_change(figure)
    if ends and ends[0] != ends[1] and figure["low"] == ends[0]:
        return None  # told with the end it led to
    return {
        **value_ends(figure),
        "unit": scorer_unit(figure, collection),
        "change": change_label(figure),
        "concept": concept_words(figure),
    }


def scorer_figures(story, collection=None):
    adapted = [scorer_figure(figure, collection) for figure in story.get("figures") or []]
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
