"""Shows what the rules find in a sentence as words, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from counterclaim.records import Attribution, Span
from counterclaim.statements.found import Found, Place
from counterclaim.statements.rules import RulesTagger
from counterclaim.statements.units import Sentence, sentences
from counterclaim.text.segment import segment
from factories import doc


def sentence(text: str) -> Sentence:
    """The only sentence of a text."""
    document = doc(text)
    (only,) = sentences(document, segment(document))
    return only


def words(read: Sentence, place: Place | None) -> str:
    return "" if place is None else " ".join(u.text for u in read[place[0] : place[1]])


def shown(read: Sentence, found: Found) -> tuple[str, str, str]:
    """Source, cue and content of what was found, pieces parted by a bar."""
    return (
        words(read, found.source),
        " | ".join(words(read, p) for p in found.cue),
        " | ".join(words(read, p) for p in found.content),
    )


def told(text: str, spans: Iterable[Span]) -> str:
    return " | ".join(text[s.start : s.end] for s in spans)


def tagged(text: str, **fields: Any) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution of a text."""
    document = doc(text, **fields)
    found: tuple[Attribution, ...] = RulesTagger().tag(document, segment(document))
    return [(told(text, a.source), told(text, a.cue), told(text, a.content)) for a in found]
