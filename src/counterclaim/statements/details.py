"""Owns the details of a statement: its medium, the words that say when, its hedges.

Offsets are code points. Reads only the sentence in which the cue stands, outside the content for medium and time, inside
it for hedges. An undated "on Sunday" stays words; nobody reckons a date from it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from counterclaim.records import Attribution, Span
from counterclaim.statements.cues import forms
from counterclaim.statements.grammar import is_a, is_time
from counterclaim.statements.medium import medium_at, used_medium
from counterclaim.statements.units import Kind, Sentence
from counterclaim.text.lexicon import terms, words

_USED = frozenset(
    {
        "used",
        "using",
        "uses",
        "issued",
        "issuing",
        "released",
        "releasing",
        "published",
        "sent",
        "wrote",
        "filed",
        "gave",
        "delivered",
        "delivering",
        "gives",
        "giving",
    }
)
_GOES_BY = frozenset({"according", "in", "due", "thanks", "response", "led", "related", "expected", "sentenced"})
_LONGEST = 14  # units of a listener
_SPEAKING = frozenset({"say", "answer", "announce", "write"})
_POSTING = frozenset({"tweeted", "tweets", "tweeting", "tweet", "retweeted", "posted", "posting", "blogged"})


def medium(sentence: Sentence, attribution: Attribution) -> tuple[Span, ...]:
    """The words that say where it was said: "in a post on X", "told the Gazette"; the cue itself where it names the medium."""
    told = _told(sentence, attribution)
    if told:
        return (told,)
    outside = [m for m in _media(sentence, attribution) if not any(m.start < c.end and c.start < m.end for c in attribution.content)]
    nearest = min(outside, key=lambda s: _distance(s, attribution), default=None)
    if nearest:
        return (nearest,)
    posting = [u for u in sentence if u.low in _POSTING and _inside(attribution.cue, u.start)]
    return tuple(Span(u.start, u.end) for u in posting[:1])


def scene(before: Sentence, sentence: Sentence, attribution: Attribution) -> tuple[Span, ...]:
    """The medium that a sentence before sets for the quotation which opens this one: "Roth answered at a rally. “We paid,” he said." """
    opens = sentence[:1] and sentence[0].kind is Kind.QUOTE and attribution.content[0].start == sentence[0].start
    if not opens or not any(f.cue.sense in _SPEAKING for u in before for f in forms(u.low)) or not _goes_on(before, sentence, attribution):
        return ()
    return introduction(before)


def introduction(before: Sentence) -> tuple[Span, ...]:
    """The medium that a sentence names which introduces what is said: "Roth set out her case in a letter: “We paid.”" """
    place = next(((i, n) for i in range(len(before)) if (n := medium_at(before, i))), None)
    return () if place is None else (Span(before[place[0]].start, before[sum(place) - 1].end),)


def _goes_on(before: Sentence, sentence: Sentence, attribution: Attribution) -> bool:
    """Whether the speaker is who the sentence before is about: named by no words, by a pronoun, or by a name of that sentence."""
    named = [u for u in sentence if _inside(attribution.source, u.start) and u.kind is Kind.WORD]
    return all(is_a(u.low, "subject") for u in named) or any(u.is_name and u.low in {b.low for b in before} for u in named)


def _media(sentence: Sentence, attribution: Attribution) -> Iterator[Span]:
    """Every medium of the sentence outside the content, with a preposition or as what somebody "used" or "issued"."""
    i = 0
    while i < len(sentence):
        length = 0 if _inside(attribution.content, sentence[i].start) else medium_at(sentence, i)
        used = 0 if length or not (i and sentence[i - 1].low in _USED) else used_medium(sentence, i)
        if length or used:
            yield Span(sentence[i].start, sentence[i + (length or used) - 1].end)
        i += length or used or 1


def _told(sentence: Sentence, attribution: Attribution) -> Span | None:
    for i, unit in enumerate(sentence):
        if _inside(attribution.cue, unit.start) and any(f.cue.lemma == "tell" for f in forms(unit.low)):
            end = _listener(sentence, i + 1, attribution)
            return None if end is None else Span(unit.start, sentence[end - 1].end)
    return _told_to(sentence, attribution)


def _told_to(sentence: Sentence, attribution: Attribution) -> Span | None:
    """ "explained | to the press": the listener right after a cue, with its preposition."""
    for i, unit in enumerate(sentence[:-2]):
        said = unit.low == "to" and i and _inside(attribution.cue, sentence[i - 1].start) and sentence[i - 1].low not in _GOES_BY
        listener = sentence[i + 1].is_name or is_a(sentence[i + 1].low, "determiner") or sentence[i + 1].low in words("media", "listener")
        if said and listener and (end := _listener(sentence, i + 1, attribution)):
            return Span(unit.start, sentence[end - 1].end)
    return None


def _listener(sentence: Sentence, start: int, attribution: Attribution) -> int | None:
    """Where the listener behind "told" ends, if it is a medium or a public ("reporters on the pier"), not a person."""
    i = start
    while i < len(sentence) and i - start < _LONGEST and _names_listener(sentence, i, start, attribution):
        i += 1
    listener = sentence[start:i]
    public = any(u.low in words("media", "listener") or (len(u.text) > 1 and u.text.isupper()) for u in listener)
    titled = len(listener) > 1 and listener[0].low == "the" and all(u.is_name for u in listener[1:])  # "told the Selby Star"
    return i if public or titled else None


def _names_listener(sentence: Sentence, i: int, start: int, attribution: Attribution) -> bool:
    unit = sentence[i]
    if _inside(attribution.content, unit.start) or is_time(sentence, i) or is_a(unit.low, "subordinator", "coordinator"):
        return False
    return unit.kind is Kind.WORD or (i > start and unit.low in {"!", "'", "-", "&"})


def when(sentence: Sentence, attribution: Attribution) -> Span | None:
    """The time words nearest to the cue, outside the content: "on Sunday"."""
    found = []
    i = 0
    while i < len(sentence):
        length = 0 if _inside(attribution.content, sentence[i].start) else is_time(sentence, i)
        if length:
            found.append(Span(sentence[i].start, sentence[i + length - 1].end))
        i += length or 1
    return min(found, key=lambda s: _distance(s, attribution), default=None)


def hedges(text: str, content: Sequence[Span]) -> tuple[Span, ...]:
    """The words of a content that weaken it: may, allegedly, about."""
    return tuple(
        Span(m.start(), m.end()) for span in content for m in _hedge().finditer(text, span.start, span.end) if not _is_month(m.group())
    )


@cache
def _hedge() -> re.Pattern[str]:
    words = sorted((w for term in terms("hedges") for w in term.forms), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _is_month(word: str) -> bool:
    return word == "May"


def _inside(spans: Sequence[Span], place: int) -> bool:
    return any(s.start <= place < s.end for s in spans)


def _distance(span: Span, attribution: Attribution) -> int:
    anchors = attribution.cue or attribution.content
    return min(max(span.start - a.end, a.start - span.end, 0) for a in anchors)
