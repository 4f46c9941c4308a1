"""Checks one quotation against the sources: is it there, word for word, and does its cutting change what was said?

In this order: the words as they stand; the pieces around an ellipsis or a bracket, in order, close together; what stands to
the left, in the gaps and to the right; at last the nearest passage, as evidence only. No fuzzy match ever counts as found.
Verdicts: verbatim, marked, review (with its reason), altered, not-found. There is no shortest length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from counterclaim.receipts.beside import turned_beside
from counterclaim.receipts.cuts import QUOTATION_MARK, is_cut, marked
from counterclaim.receipts.passages import Passages, Run, literal, passages, shown
from counterclaim.receipts.tokens import words
from counterclaim.records import Span, Verdict, VerdictKind

__all__ = ["Passages", "best", "check", "is_cut", "passages", "places"]

_NEAR = 62.0  # similarity of 100 from which a passage is shown as what was altered
_ANY_MARK = re.compile(r"[\"“”„«»‘]|''|(?:^|[\s(])'")
_NEW_PARAGRAPH = re.compile(r"\n\s*[\"“”„«»]")  # speech over several paragraphs opens each of them with a mark


def check(quotation: str, sources: Passages) -> Verdict:
    """The verdict on the words between a pair of quotation marks (with or without the marks)."""
    asked = words(quotation).words
    if not asked:
        return Verdict(kind=VerdictKind.REVIEW, reason="no word stands between the marks")
    found = places(quotation, sources)
    return best(found) if found else _nearest(asked, sources)


def places(quotation: str, sources: Passages) -> list[Verdict]:
    """A verdict for each place where the quotation stands, with or without marks; none where it does not."""
    asked = words(quotation).words
    if not asked:
        return []
    found = [_look_around(sources.runs[r], i, i + len(asked), quotation) for r, i in literal(asked, sources)]
    return found or marked(quotation, sources)


def best(verdicts: Iterable[Verdict]) -> Verdict:
    """One good place is enough: the words may stand elsewhere too."""
    order = list(VerdictKind)
    return min(verdicts, key=lambda v: order.index(v.kind))


def _look_around(run: Run, start: int, end: int, quotation: str) -> Verdict:
    """A literal match, unless a word right before or after it in its sentence turns its sense: then an editor looks."""
    span = run.span(start, end)
    reason = turned_beside(run, start, end)
    if not reason and not run.is_joined and _crosses(run.text[span.start : span.end]) and not _ANY_MARK.search(quotation):
        reason = "a quotation of the source begins or ends inside these words"
    kind = VerdictKind.REVIEW if reason else VerdictKind.VERBATIM
    return Verdict(kind=kind, reason=reason, evidence=shown(run.text, span), document=run.document, span=span)


def _crosses(passage: str) -> bool:
    """Whether a quotation mark stands in a passage, so that it holds words of two voices."""
    return QUOTATION_MARK.search(_NEW_PARAGRAPH.sub("\n", passage)) is not None


def _nearest(asked: Sequence[str], sources: Passages) -> Verdict:
    """The passage most alike, as evidence of what was altered."""
    found: tuple[float, Run, Span] | None = None
    needle = " ".join(asked).casefold()
    for run in sources.runs:
        near = fuzz.partial_ratio_alignment(needle, run.folded, score_cutoff=max(_NEAR, found[0] if found else 0.0))
        if near is None or not run.words:
            continue
        first = run.folded[: near.dest_start].count(" ")
        last = min(run.folded[: max(near.dest_end - 1, 0)].count(" "), len(run.words) - 1)
        found = (near.score, run, run.span(first, last + 1))
    if found is None:
        return Verdict(kind=VerdictKind.NOT_FOUND, reason="these words stand in no source")
    _, run, span = found
    evidence = shown(run.text, span)
    return Verdict(kind=VerdictKind.ALTERED, reason="the source has other words", evidence=evidence, document=run.document, span=span)
