"""Finds sentences in a document's own voice that tell what came before the dispute: events, dates, decisions.

Refuses sentences that hold a statement, a quotation, or stand in a heading or in somebody's own turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.records import DocumentId, Reading, Span

_CONTEXT_HEADING = re.compile(
    r"\b(?:context|background|what (?:happened|we know|led)|how it (?:began|started)|timeline|the story so far)\b", re.IGNORECASE
)
_EVENT = re.compile(
    r"""\b(?:death|died|killed|shooting|shot|fire|crash|collapse|flood|strike|vote[ds]?|election|hearing|trial|inquiry|inquest|report
    |meeting|protest|dispute|came|comes|follow(?:s|ed)|began|opened|closed|founded|built|since
    |last\ (?:week|month|year|spring|summer|autumn|winter)|\d{4})\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ORIGIN = re.compile(
    r"\b(?:dispute|row|exchange|conflict|argument|quarrel|case)\b.{0,40}\b(?:follow|come|came|began|start|go(?:es)? back)", re.IGNORECASE
)
_SHORTEST = 6  # words


def context(reading: Reading) -> Iterator[tuple[DocumentId, Span]]:
    """Sentences in a document's own voice that tell an event: under a heading for context first, then any other."""
    seen: set[str] = set()
    found = sorted(_own_voice(reading), key=lambda x: -x[0])
    for _, document, span in found:
        words = " ".join(re.findall(r"\w+", reading.documents[document].text[span.start : span.end].casefold()))
        if words not in seen:
            seen.add(words)
            yield document, span


def _own_voice(reading: Reading) -> Iterator[tuple[int, DocumentId, Span]]:
    spans: dict[DocumentId, list[tuple[int, int]]] = {}
    for s in reading.statements.values():
        spans.setdefault(s.document, []).extend((x.start, x.end) for x in [*s.source, *s.cue, *s.content])
    for layout in reading.layouts.values():
        document = reading.documents[layout.document]
        taken = spans.get(document.id, [])
        skipped = {p.start for p in (*layout.headings, *layout.furniture)}
        under = False
        for sentence in layout.sentences:
            text = document.text[sentence.start : sentence.end]
            if sentence.start in skipped:
                under = bool(_CONTEXT_HEADING.search(text))
                continue
            if (
                any(a < sentence.end and sentence.start < b for a, b in taken)
                or document.turns
                or len(text.split()) < _SHORTEST
                or "“" in text
                or '"' in text
            ):
                continue
            if _EVENT.search(text):
                yield 2 * under + 2 * bool(_ORIGIN.search(text)) + (len(_EVENT.findall(text)) > 1), document.id, sentence
