"""Makes citations: the passage a sentence rests on, with the source file's hash, offsets and a W3C text-quote selector."""

from __future__ import annotations

from counterclaim.anchors import anchor
from counterclaim.records import Citation, Document, Span, StatementId, VerdictKind


def cite(document: Document, span: Span, *, verdict: VerdictKind, statement: StatementId | None = None) -> Citation:
    """The citation of one passage. `verdict` says how the sentence uses it: verbatim, marked or paraphrase."""
    return Citation(
        document=document.id,
        sha256=document.provenance.sha256,
        span=span,
        selector=anchor(document.text, span),
        verdict=verdict,
        statement=statement,
    )
