"""Owns the view of a text that the rules read: sentences of units, with each outermost quotation folded into one unit.

Offsets are code points of the document's text. A sentence that only the marks of a quotation cut is whole again here.
Leaves out page furniture.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.anchors import normalise
from counterclaim.records import Document, Layout, Quotation, Span

# Hyphens, apostrophes, dots and ampersands inside a word belong to it: "right-wing", "U.S", "3,000".
_UNIT = re.compile(r"\w+(?:[-'’.,&/@]\w+)*(?:['’](?!\w))?|--+|[^\w\s]")
_DASH = re.compile(r"[—–―]|--+")
DASH = "—"  # what a dash of any kind reads as; a hyphen inside a word is part of the word
_SHORT = 3  # words; a shorter quotation without an end mark is a name, a title or a scare quote


class Kind(StrEnum):
    WORD = "word"
    MARK = "mark"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a punctuation mark or a whole quotation. `low` is its normalised lower-case text."""

    start: int
    end: int
    text: str
    low: str
    kind: Kind

    @property
    def is_name(self) -> bool:
        return self.kind is Kind.WORD and self.text[0].isupper()


Sentence = tuple[Unit, ...]


def sentences(document: Document, layout: Layout) -> Iterator[Sentence]:
    """The sentences of a document's own voice, in order, with quotations folded."""
    furniture = set(layout.furniture)
    outer = [q for q in layout.quotations if q.depth == 0]
    starts = [q.span.start for q in outer]
    cuts = [s.start for s in layout.sentences]
    for paragraph in layout.paragraphs:
        if paragraph not in furniture:
            inside = outer[bisect_right(starts, paragraph.start - 1) : bisect_right(starts, paragraph.end - 1)]
            yield from _split(document.text, paragraph, inside, _within(cuts, paragraph))


def _within(cuts: Sequence[int], stretch: Span) -> Sequence[int]:
    return cuts[bisect_right(cuts, stretch.start) : bisect_right(cuts, stretch.end - 1)]


def _split(text: str, stretch: Span, quotations: Sequence[Quotation], cuts: Sequence[int]) -> Iterator[Sentence]:
    sentence: list[Unit] = []
    pending = list(cuts)
    for unit in _units(text, stretch, quotations):
        due = False
        while pending and pending[0] <= unit.start:
            due = pending.pop(0) == unit.start or due
        if due and sentence:
            yield tuple(sentence)
            sentence = []
        sentence.append(unit)
    if sentence:
        yield tuple(sentence)


def _units(text: str, stretch: Span, quotations: Sequence[Quotation]) -> Iterator[Unit]:
    place = stretch.start
    for quotation in quotations:
        if quotation.span.start < place:
            continue
        yield from _words(text, place, quotation.span.start)
        end = min(quotation.span.end, stretch.end)
        yield Unit(quotation.span.start, end, text[quotation.span.start : end], '"', Kind.QUOTE)
        place = end
    yield from _words(text, place, stretch.end)


def _words(text: str, start: int, end: int) -> Iterator[Unit]:
    for found in _UNIT.finditer(text, start, end):
        word = found.group()
        kind = Kind.WORD if word[0].isalnum() or word[0] == "_" else Kind.MARK
        dash = _DASH.match(word) or (word == "-" and text[found.start() - 1 : found.end() + 1] == " - ")
        yield Unit(found.start(), found.end(), word, DASH if dash else normalise(word).lower(), kind)


def is_speech(unit: Unit) -> bool:
    """Whether a folded quotation holds speech, by its length or its end mark, rather than a name or a scare quote."""
    inner = unit.text.strip("\"“”„«»‘’'` ")
    return len(inner.split()) >= _SHORT or (inner[-1:] in ".,!?…" and len(inner.split()) > 1) or inner[-1:] in "!?"
