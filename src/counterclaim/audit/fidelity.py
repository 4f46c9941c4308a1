"""Checks of the words in quotation marks: are they in a source, uncut and unaltered?"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit.case import Case
from counterclaim.audit.check import Seen
from counterclaim.receipts.quotation import is_cut
from counterclaim.records import VerdictKind


def altered(case: Case) -> Iterator[Seen]:
    """Q1: quoted words that stand in no source."""
    for q in case.quoted:
        if q.verdict.kind in (VerdictKind.ALTERED, VerdictKind.NOT_FOUND) and not is_cut(q.verdict):
            yield Seen(
                where=q.quotation.span,
                message=f"These words stand in no source: {q.verdict.reason}.",
                evidence=q.verdict.evidence,
                suggestion="Quote the source's own words, or report them without quotation marks.",
            )
