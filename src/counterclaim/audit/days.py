"""Checks that "yesterday" and "on Monday" mean the day that the source means, where both texts bear a date.

A draft's date stands in its front matter, or alone in one of its first lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.lines import Line, Word
from counterclaim.records import Severity
from counterclaim.text.times import DATE, moment

_OFFSETS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AHEAD = frozenset({"next", "will", "coming", "this", "due", "until", "by"})
_NEAR = 3  # words around a weekday that may turn it to the future
_FRONT = re.compile(r"^(?:date|published|published_at|updated)\s*:\s*[\"']?(?P<date>[^\n\"']+)", re.MULTILINE | re.IGNORECASE)
_ALONE = re.compile(rf"^\W*(?:published|updated|posted)?\W*(?P<date>{DATE})\W*$", re.MULTILINE | re.IGNORECASE)
_HEAD = 600  # characters in which a draft says its date


def moved(case: Case) -> Iterator[Seen]:
    """N5: a relative day taken over from a source of another date."""
    own = dated(case.draft.text)
    for sentence in case.sentences:
        for word in sentence.line.words:
            if not word.quoted and (word.low in _OFFSETS or (word.low in _DAYS and word.is_capital)):
                yield from _other_day(case, sentence, word, own)


def dated(text: str) -> date | None:
    """The date that a draft says it is of."""
    head = text[:_HEAD]
    front = _FRONT.search(head) if head.startswith("---") else None
    found = front or _ALONE.search(head)
    at = moment(found["date"]) if found else None
    return at.date() if at else None


def _other_day(case: Case, sentence: Sentence, word: Word, own: date | None) -> Iterator[Seen]:
    for line in _holding(sentence, word.low):
        published = case.evidence.reading.documents[line.document].published_at if line.document else None
        theirs = _meant(line, word.low, published.date()) if published else None
        ours = _meant(sentence.line, word.low, own) if own else None
        if theirs is None or ours == theirs or (own is None and word.low not in _OFFSETS) or (own is not None and ours is None):
            return
        told = f"{theirs.day} {theirs:%B %Y}"
        here = "here it is another day" if own else "this text bears no date"
        yield Seen(
            where=word.span,
            message=f"In its source “{word.text}” is {told}; {here}.",
            evidence=" ".join(line.text.split()),
            suggestion=f"Write “{told}”.",
            severity=None if own else Severity.NOTE,
        )
        return


def _holding(sentence: Sentence, low: str) -> list[Line]:
    """The source sentences that ours rests on and that have the word too, the best first."""
    return [r.line for r in sentence.rests if low in r.line.low]


def _meant(line: Line, low: str, on: date) -> date | None:
    """The day that a relative word of a line means in a text of a date; a weekday is the last one, unless it looks ahead."""
    if low in _OFFSETS:
        return on + timedelta(days=_OFFSETS[low])
    at = line.low.index(low) if low in line.low else 0
    if _AHEAD & set(line.low[max(0, at - _NEAR) : at + 1 + _NEAR]):
        return None
    return on - timedelta(days=(on.weekday() - _DAYS.index(low)) % 7)
