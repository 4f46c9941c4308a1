"""Owns the numbers of a text: figures, number words, money, shares - each with value, unit, comparator and what is counted.

Offsets are code points. Values are floats in the unit named ("£4.5m" -> 4,500,000 GBP; "a third" -> 0.333, of something).
Leaves out dates, times of day, years, ordinals and numbers inside names; a number without a definite value ("tens of
billions") keeps `value` None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from counterclaim.records import Comparator, Quantity, Span

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TIES = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = MappingProxyType(dict(zip(_ONES.split(), range(20), strict=True)))
_TENS = MappingProxyType(dict(zip(_TIES.split(), range(20, 100, 10), strict=True)))
_SCALES = MappingProxyType(
    {"dozen": 12.0, "hundred": 1e2}
    | dict.fromkeys(("thousand", "k"), 1e3)
    | dict.fromkeys(("million", "m", "mn"), 1e6)
    | dict.fromkeys(("billion", "b", "bn"), 1e9)
    | dict.fromkeys(("trillion", "tn"), 1e12)
)
_PARTS = MappingProxyType({"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10})
_SIGNS = MappingProxyType({"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR"})
_COMPARATORS = MappingProxyType(
    dict.fromkeys(("at least", "no fewer than", "no less than", "a minimum of", "upwards of"), Comparator.AT_LEAST)
    | dict.fromkeys(("at most", "up to", "as many as", "as much as", "no more than", "a maximum of"), Comparator.AT_MOST)
    | dict.fromkeys(("more than", "over", "above", "in excess of", "greater than"), Comparator.MORE_THAN)
    | dict.fromkeys(("less than", "fewer than", "under", "below"), Comparator.LESS_THAN)
    | dict.fromkeys(
        ("about", "around", "roughly", "approximately", "nearly", "almost", "some", "close to", "an estimated", "estimated"),
        Comparator.ABOUT,
    )
)

_MONEY = "dollars?|euros?|pounds?|crowns?|francs?|yen|yuan|rupees?|pesos?|kronor|kroner|roubles?|rubles?|cents?|guilders?"
_MEASURE = (
    r"per\ cent|percent|percentage\ points?|%|degrees?|kilomet(?:er|re)s?|km|met(?:er|re)s?|miles?|feet|foot|hectares?|acres?"
    r"|tonnes?|tons?|kilograms?|kg|lit(?:er|re)s?|gallons?|hours?|minutes?|seconds?|days?|weeks?|months?|years?"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)\b"
_SHORT_SCALE = r"(?:k|mn?|bn?|tn)\b"
_COUNT = "|".join([*_SMALL, *_TENS])
_WORDED = rf"(?:{_COUNT})(?:[\s-](?:{_COUNT}))?"
_QUANTITY = re.compile(
    rf"""(?<![\w.,$£€-])
    (?:(?P<comparator>{"|".join(c.replace(" ", chr(92) + "s+") for c in _COMPARATORS)})\s+)?
    (?: (?P<sign>(?:US|A|C)?[$£€¥₹])\s?(?P<money>\d[\d,]*(?:\.\d+)?)(?:\s?-?(?P<moneyscale>{_SCALE}|{_SHORT_SCALE}))?
      | (?P<figure>\d[\d,]*(?:\.\d+)?)(?:[\s-]?(?P<scale>{_SCALE})|(?P<short>{_SHORT_SCALE}))?
      | (?P<vague>(?:tens|dozens|scores|hundreds|thousands|millions|billions)
          (?:\s+of\s+(?:hundreds|thousands|millions|billions|trillions))*)\b
      | (?P<fraction>(?:a|one|two|three|four|nine)[\s-](?:{"|".join(_PARTS)})s?|half)\b
      | (?P<words>(?:(?:a|{_WORDED})(?:\s+{_SCALE})+|{_WORDED}))\b
    )
    (?:\s?-?(?:of\s+)?(?P<unit>(?:{_MONEY}|{_MEASURE})(?!\w)))?""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_MONTH_NEAR = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec)\.?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|:\d\d|\s?(?:a\.m|p\.m|am\b|pm\b)|[-/]\w", re.IGNORECASE)
_PLURAL = r"(?:people|men|women|children|police|[a-z][\w’'-]*[a-rt-z]s)"
_SCOPE = re.compile(rf"\s+(?:of\s+(?:the|its|their|his|her)?\s*)?[\"“]?((?:[a-z][\w’'-]*[\"”]?\s+){{0,3}}?{_PLURAL})\b")
_NO_SCOPE = re.compile(
    r"\b(?:was|is|has|does|as|this|his|its|and|or|but|that|who|which|in|on|at|from|to|by|for|with|were|are|had|have|of|after|before|since)\b"
)


def quantities(text: str, span: Span) -> tuple[Quantity, ...]:
    """The quantities inside a span of a text, in order."""
    return tuple(_read(text, span))


def _read(text: str, span: Span) -> Iterator[Quantity]:
    for found in _QUANTITY.finditer(text, span.start, span.end):
        if _is_none(text, found):
            continue
        start, end = found.span()
        yield Quantity(
            span=Span(start, end),
            value=_value(found),
            unit=_unit(found),
            comparator=_comparator(found["comparator"]),
            scope=_scope(text, end, span.end) if not found["sign"] else None,
        )


def _is_none(text: str, found: re.Match[str]) -> bool:
    """Dates, years, times, ordinals, numbers of things ("Berth 14", "page 3") and the pronoun "one" count nothing."""
    bare = not (found["comparator"] or found["unit"] or found["sign"])
    if not bare:
        return False
    figure = found["figure"]
    before = text[max(0, found.start() - 12) : found.start()]
    if figure and not found["scale"] and not found["short"]:
        if _ORDINAL.match(text, found.end()) or _YEAR.match(figure) or _month_beside(text, found, before):
            return True
        return bool(re.search(r"(?:[A-Z][\w’']*|No\.|page|week|chapter|number|aged?|grade)\s$", before))
    words = found["words"]
    return bool(words) and (words.lower() in {"one", "a"} or words.lower() == "a" or text[found.end() : found.end() + 1] == "-")


def _month_beside(text: str, found: re.Match[str], before: str) -> bool:
    last = before.split()[-1:] or [""]
    following = text[found.end() : found.end() + 12].split()[:1] or [""]
    return bool(_MONTH_NEAR.fullmatch(last[0]) or _MONTH_NEAR.fullmatch(following[0].rstrip(",")))


def _value(found: re.Match[str]) -> float | None:
    if found["vague"]:
        return None
    if found["fraction"]:
        return _fraction(found["fraction"].lower())
    if found["words"]:
        return _worded(found["words"].lower())
    figure = found["money"] or found["figure"]
    scale = (found["moneyscale"] or found["scale"] or found["short"] or "").lower()
    return float(figure.replace(",", "").rstrip(".") or 0) * _SCALES.get(scale, 1.0)


def _fraction(words: str) -> float:
    first, *rest = re.split(r"[\s-]", words)
    part = (rest or [first])[-1]
    return _SMALL.get(first, 1) / _PARTS[part if part in _PARTS else part[:-1]]


def _worded(words: str) -> float:
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", words):
        if word in _SCALES:
            current = (current or 1.0) * _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, current = total + current, 0.0
        else:
            current += _SMALL.get(word, _TENS.get(word, 1 if word == "a" else 0))
    return total + current


def _unit(found: re.Match[str]) -> str | None:
    if found["sign"]:
        return _SIGNS.get(found["sign"].upper(), found["sign"])
    unit = found["unit"]
    if unit is None:
        return None
    return "%" if unit.lower() in {"per cent", "percent", "%"} else unit.lower()


def _comparator(words: str | None) -> Comparator:
    if words is None:
        return Comparator.EXACT
    return _COMPARATORS[re.sub(r"\s+", " ", words.lower())]


def _scope(text: str, end: int, limit: int) -> str | None:
    """What is counted: the nearest plural noun with the words before it ("released nearly 500 | criminal immigrants")."""
    found = _SCOPE.match(text, end, limit)
    if found is None or _NO_SCOPE.search(found[1]):
        return None
    return re.sub(r"\s+", " ", re.sub(r"[\"“”]", "", found[1]))
