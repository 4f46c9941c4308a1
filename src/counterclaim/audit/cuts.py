"""Checks that no quotation was cut so that its sense turned: at an ellipsis, or at its edges.

At the edges it looks at the rest of the source's sentence inside the same quotation marks. What was left out there matters
only if it negates, limits, doubts or conditions what was kept, and if the draft does not say so in its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.audit.answers import negates
from counterclaim.audit.case import Case, Quoted
from counterclaim.audit.check import Seen
from counterclaim.audit.lines import Line, Word
from counterclaim.audit.phrases import Hit, hits
from counterclaim.receipts.quotation import is_cut
from counterclaim.records import Severity, Verdict, VerdictKind

_BEFORE = 14  # words of the source in front of a quotation that can govern it
_BEHIND = 5  # words behind it that can turn it


def ellipses(case: Case) -> Iterator[Seen]:
    """Q3: a cut inside the marks hides a negation, hedge, condition or number, or joins what was apart."""
    for q in case.quoted:
        if is_cut(q.verdict):
            yield _seen(q, q.verdict.reason, Severity.BLOCK if q.verdict.kind is VerdictKind.ALTERED else None)


def edges(case: Case) -> Iterator[Seen]:
    """Q4: the quotation starts after a word that turns it, or stops before one."""
    for q in case.quoted:
        if q.verdict.kind not in (VerdictKind.VERBATIM, VerdictKind.REVIEW, VerdictKind.MARKED) or is_cut(q.verdict):
            continue
        turning = _turning(case, q)
        if turning:
            yield _seen(q, f"the source goes with “{turning.text}”, which the draft leaves out", None)


def _seen(q: Quoted, reason: str, severity: Severity | None) -> Seen:
    return Seen(
        where=q.quotation.span,
        message=f"The quotation is cut: {reason}.",
        evidence=q.verdict.evidence,
        suggestion="Quote the whole clause, or say the missing part in your own words.",
        severity=severity,
    )


def _turning(case: Case, q: Quoted) -> Hit | None:
    """The first term left out at an edge that turns what was kept."""
    verdict = q.verdict
    line = _line(case, verdict)
    if line is None or verdict.span is None:
        return None
    left, right = _left_out(case, line, verdict)
    ours_before, ours_behind = _said_besides(case, q)
    for words, sense, said in ((left, "before", ours_before), (right, "behind", ours_behind)):
        kept = {w.span for w in words}
        for hit in hits(line, "turns"):
            if hit.sense == sense and all(w.span in kept for w in hit.words) and not _is_said(hit, said) and _reaches(line, hit, verdict):
                return hit
    return None


def _reaches(line: Line, hit: Hit, verdict: Verdict) -> bool:
    """Whether a negation in front stands in the clause of what was kept: "that is not a bargain, that is a present"."""
    if hit.sense != "before" or verdict.span is None or not negates([w.low for w in hit.words]):
        return True
    return not any(c in ",;:" for c in line.text[hit.span.end - line.span.start : max(0, verdict.span.start - line.span.start)])


def _line(case: Case, verdict: Verdict) -> Line | None:
    """The source sentence that holds the whole quotation."""
    if verdict.span is None:
        return None
    start, end = verdict.span.start, verdict.span.end
    return next((x for x in case.sources.lines if x.document == verdict.document and x.span.start <= start and end <= x.span.end), None)


def _left_out(case: Case, line: Line, verdict: Verdict) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of the source's quotation in the same sentence, before and behind what was quoted."""
    if verdict.document is None or verdict.span is None:
        return (), ()
    marks = [x.inner for x in case.evidence.reading.layouts[verdict.document].quotations if x.depth == 0]
    inner = next((m for m in marks if m.start <= verdict.span.start and verdict.span.end <= m.end), line.span)
    inside = [w for w in line.words if inner.start <= w.span.start and w.span.end <= inner.end]
    left = [w for w in inside if w.span.end <= verdict.span.start]
    right = [w for w in inside if w.span.start >= verdict.span.end]
    return left[-_BEFORE:], right[:_BEHIND]


def _said_besides(case: Case, q: Quoted) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of our sentence right before this quotation, and those right behind it."""
    span = q.quotation.span
    line = next((s.line for s in case.sentences if s.line.span.start <= span.start < s.line.span.end), None)
    if line is None:
        return (), ()
    before = tuple(w.low for w in line.words if w.span.start < span.start)
    behind = tuple(w.low for w in line.words if w.span.start >= span.end)
    return before[-_BEFORE:], behind[: 2 * _BEHIND]


def _is_said(hit: Hit, said: Sequence[str]) -> bool:
    """Whether the draft says it itself: the same words, or any word that denies, doubts or conditions."""
    text = f" {' '.join(said)} "
    return f" {' '.join(w.low for w in hit.words)} " in text or any(f" {w} " in text for w in _SOFT)


_SOFT = (
    "if",
    "not",
    "never",
    "no",
    "would",
    "could",
    "might",
    "may",
    "unless",
    "until",
    "denied",
    "believes",
    "believe",
    "concern",
    "fear",
    "whether",
)
