"""Reads the figures of a line: numbers with unit and comparator, years, months, weekdays, and bare digits.

A figure's `kind` says what it can be compared with: two figures of one kind that stand in the same surroundings and differ in
value contradict each other. Values are floats, or the words of a date in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from counterclaim.audit.lines import Line
from counterclaim.records import Comparator, Span
from counterclaim.text.quantities import quantities

_AROUND = 5  # content words on either side that make a figure's surroundings
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_SHORT = MappingProxyType({m[:3]: m for m in _MONTHS} | {"sept": "september"})
_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_UNIT = r"second|minute|hour|day|week|fortnight|month|year|decade|century|dozen|hundred|thousand|million|billion"
_SINGLE = re.compile(rf"\b(?P<comparator>[a-z]+(?:\s+(?:than|as|to|least|most))?)\s+(?:an?|one|the)\s+(?P<unit>{_UNIT})\b", re.IGNORECASE)
_VAGUE = re.compile(rf"\b(?:several|a\s+few|many|some)\s+(?P<unit>{_UNIT})s\b", re.IGNORECASE)
_OR_MORE = re.compile(r"\s+(?:[\w-]+\s+){0,2}?or\s+(?P<way>more|fewer|less)\b", re.IGNORECASE)
_NEARLY = re.compile(r"(?:nearly|almost|close\s+to|just\s+under)\b", re.IGNORECASE)
NEARLY = "nearly"
_WAYS: MappingProxyType[str, str] = MappingProxyType(
    dict.fromkeys(("about", "around", "roughly", "approximately", "some"), Comparator.ABOUT.value)
    | dict.fromkeys(("nearly", "almost", "close to", "just under"), NEARLY)
    | dict.fromkeys(("at least", "no less than"), Comparator.AT_LEAST.value)
    | dict.fromkeys(("more than", "over"), Comparator.MORE_THAN.value)
    | dict.fromkeys(("less than", "under"), Comparator.LESS_THAN.value)
    | dict.fromkeys(("at most", "up to", "as much as", "no more than"), Comparator.AT_MOST.value)
)
_ONES = "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_WORDED = MappingProxyType(
    {w: float(i) for i, w in enumerate(_ONES.split(), 3)}
    | {w: i * 10.0 for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
)
_ORDINALS = MappingProxyType(
    {
        w: float(i)
        for i, w in enumerate(("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"), 3)
    }
)


_UNITS = ["", "one", "two", *_ONES.split()]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(value: float) -> str:
    """A whole number below a thousand in words ("four hundred and eighty"); nothing of any other."""
    if value != int(value) or not 0 < value < 1000:
        return ""
    hundreds, rest = divmod(int(value), 100)
    small = _UNITS[rest] if rest < 20 else "-".join(filter(None, (_TENS[rest // 10], _UNITS[rest % 10])))
    return " and ".join(filter(None, (f"{_UNITS[hundreds]} hundred" if hundreds else "", small)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a line. `around` are the stems of the content words near it, nearest first; `quoted` as its first word is."""

    span: Span
    text: str
    kind: str
    value: float | str
    comparator: str
    around: tuple[str, ...]
    quoted: bool


def figures(line: Line, text: str) -> tuple[Figure, ...]:
    """The figures of a line of `text`, in order; each stretch is read once."""
    taken: list[Span] = []
    found = []
    for span, kind, value, comparator in (*_counted(line, text), *_single(line, text), *_several(line, text), *_dates(line), *_bare(line)):
        if not any(t.start < span.end and span.start < t.end for t in taken):
            taken.append(span)
            found.append(_made(line, text, span, kind, value, comparator))
    return tuple(sorted(found, key=lambda f: f.span))


def _made(line: Line, text: str, span: Span, kind: str, value: float | str, comparator: str) -> Figure:
    first = next((i for i, w in enumerate(line.words) if w.span.end > span.start), 0)
    inside = [w for w in line.words if w.span.start < span.end and span.start < w.span.end]
    after = [w.stem for w in line.words if w.span.start >= span.end and w.is_content][:_AROUND]
    before = [w.stem for w in line.words[:first][::-1] if w.is_content][:_AROUND]
    mixed = [s for pair in zip(after, before, strict=False) for s in pair]
    rest = (after[len(before) :], before[len(after) :])
    return Figure(
        span=span,
        text=" ".join(text[span.start : span.end].split()),
        kind=kind,
        value=value,
        comparator=comparator,
        around=tuple(dict.fromkeys([*mixed, *rest[0], *rest[1]])),
        quoted=bool(inside) and inside[0].quoted,
    )


_Read = tuple[Span, str, float | str, str]


def _counted(line: Line, text: str) -> Iterator[_Read]:
    for q in quantities(text, line.span):
        if q.value is None:
            continue
        unit = (q.unit or "").rstrip("s").replace("percentage point", "point")
        comparator = NEARLY if _NEARLY.match(text, q.span.start) else q.comparator.value
        more = _OR_MORE.match(text, q.span.end, line.span.end)
        if more and q.comparator is Comparator.EXACT:
            comparator = (Comparator.AT_LEAST if more["way"].lower() == "more" else Comparator.AT_MOST).value
        yield q.span, unit or "count", q.value, comparator


def _single(line: Line, text: str) -> Iterator[_Read]:
    """ "More than a year": one of a unit, with a comparator."""
    for m in _SINGLE.finditer(text, line.span.start, line.span.end):
        words = re.sub(r"\s+", " ", m["comparator"].lower())
        comparator = _WAYS.get(words) or _WAYS.get(words.split()[-1])
        if comparator:
            yield Span(m.start(), m.end()), m["unit"].lower(), 1.0, comparator


def _several(line: Line, text: str) -> Iterator[_Read]:
    """ "For several days": no number, but a unit that can be changed."""
    for m in _VAGUE.finditer(text, line.span.start, line.span.end):
        yield Span(m.start(), m.end()), "several", m["unit"].lower(), Comparator.EXACT.value


def _dates(line: Line) -> Iterator[_Read]:
    exact = Comparator.EXACT.value
    for i, w in enumerate(line.words):
        low = w.low
        following = line.words[i + 1].text if i + 1 < len(line.words) else ""
        if w.is_capital and (low in _MONTHS or low in _SHORT):
            if (
                (low != "may" and low != "march")
                or following[:1].isdigit()
                or (i and line.words[i - 1].low in ("in", "of", "since", "last"))
            ):
                yield w.span, "month", low if low in _MONTHS else _SHORT[low], exact
        elif low.rstrip("s") in _WEEKDAYS and w.is_capital:
            yield w.span, "weekday", low.rstrip("s"), exact
        elif _YEAR.fullmatch(w.text):
            yield w.span, "year", float(w.text), exact
        elif low in _ORDINALS:
            yield w.span, "ordinal", _ORDINALS[low], exact


def _bare(line: Line) -> Iterator[_Read]:
    for w in line.words:
        if w.text[0].isdigit():
            digits = w.text.replace(",", "")
            yield w.span, "figure", float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else digits, Comparator.EXACT.value
        elif w.low in _WORDED:
            yield w.span, "figure", _WORDED[w.low], Comparator.EXACT.value
