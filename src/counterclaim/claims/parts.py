"""Owns what one statement says: the parts of "accused him of selling the crane and of hiding the letter", with their words.

Spans are code points of the document. Splits only at coordinated conducts ("of selling ..., and of hiding ..."); a sentence that
tells two things without such a seam stays one part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.anchors import normalise
from counterclaim.claims.words import content_words
from counterclaim.records import Document, Span, Statement, StatementId

_LY = r"(?:\w+ly\s+)?"
_CONDUCT = re.compile(rf"\b(?:of|for|with)\s+{_LY}\w+ing\b")
# Where a further conduct begins: ", and of hiding", " and then hiding", ", hiding".
_SEAM = re.compile(
    rf",?\s+(?:and|or)\s+(?:of\s+|for\s+|with\s+)?(?=(?:then\s+|also\s+)?{_LY}\w{{2,}}ing\s)|,\s+(?:of\s+)?(?=\w{{2,}}ing\s)"
)
# What is told apart by its number: "Berth 14", "rule 3", "No. 7". A month is not: "March 14" and "March 15" date one thing or two.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_KIND = r"[A-Z]\w+|[Nn]o\.|number|article|section|rule|chapter|page|room|unit|gate|flat|lot|count"
_NAMED = re.compile(rf"\b(?!{_MONTH})({_KIND})\s+#?(\d+[A-Za-z]?)\b")
_AMOUNT = re.compile(r"\d[\d,.]*")
Names = frozenset[tuple[str, str]]
_FEWEST = 2  # content words of a part that can stand for a conduct of its own


@dataclass(frozen=True, slots=True)
class Part:
    """One conduct that a statement tells of: its place, its content words, and the numbers that name things in it."""

    statement: StatementId
    spans: tuple[Span, ...]
    words: frozenset[str]
    names: Names


def apart(one: Names, other: Names) -> bool:
    """Whether both name a thing of one kind by different numbers: Berth 14, Berth 15."""
    kinds = {k for k, _ in one} & {k for k, _ in other}
    return any({n for k, n in one if k == kind}.isdisjoint(n for k, n in other if k == kind) for kind in kinds)


def parts_of(statement: Statement, document: Document) -> list[Part]:
    """The parts of a statement in their order; most have one."""
    return [_part(statement.id, spans, document.text) for spans in _split(statement.content, document.text)]


def _part(statement: StatementId, spans: tuple[Span, ...], text: str) -> Part:
    words = " ".join(text[s.start : s.end] for s in spans)
    names = frozenset((kind.lower(), number) for kind, number in _NAMED.findall(words))
    labels = {number for _, number in names}
    bag = frozenset(w for w in content_words(words) if w in labels or not _AMOUNT.fullmatch(w))
    return Part(statement, spans, bag, names)


def _split(content: tuple[Span, ...], text: str) -> Iterator[tuple[Span, ...]]:
    """The content cut at its seams; the words before the first conduct (whom it is about) stay with the first part."""
    last = content[-1]
    stretch = normalise(text[last.start : last.end])
    opening = _CONDUCT.search(stretch)
    start = 0
    if opening and '"' not in stretch:
        for seam in _SEAM.finditer(stretch, opening.end()):
            if min(len(content_words(piece)) for piece in (stretch[start : seam.start()], stretch[seam.end() :])) < _FEWEST:
                continue
            before = Span(last.start + start, last.start + seam.start())
            yield (*content[:-1], before) if start == 0 else (before,)
            start = seam.end()
    rest = Span(last.start + start, last.end)
    yield (*content[:-1], rest) if start == 0 else (rest,)
