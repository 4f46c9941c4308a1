"""Knows who publishes the sources: a draft may name an outlet whose own text never does, and copies of one text are one witness."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.audit.case import Case
from counterclaim.audit.lines import Word
from counterclaim.receipts.tokens import words
from counterclaim.records import DocumentId, Span


def stems(case: Case) -> frozenset[str]:
    """The stems of the words of the publishers' names."""
    names = {d.provenance.publisher for d in case.evidence.reading.documents.values()}
    return frozenset(Word(w, Span(0, len(w)), quoted=False).stem for name in names if name for w in words(name).words)


def independent(case: Case, documents: Iterable[DocumentId]) -> int:
    """How many of some documents stand for themselves: copies of one text and documents of one publisher count once."""
    reading, copied = case.evidence.reading.documents, case.evidence.witnesses
    firsts = {copied.get(id, id) for id in documents}
    return len({reading[id].provenance.publisher or id for id in firsts if id in reading})
