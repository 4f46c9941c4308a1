"""Owns the response matrix: each charge, the answers it got in any document, and what that makes of it.

`as_of` is aware UTC. "Unanswered" says only that the documents read hold no answer; it never says that nobody was asked or spoke.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from counterclaim.dispute.charges import charges
from counterclaim.dispute.link import link
from counterclaim.dispute.replies import replies
from counterclaim.dispute.table import Table, table
from counterclaim.dispute.trust import FLOOR, likelihood, signs
from counterclaim.records import Charge, ChargeId, Claim, Reading, Reply, Response, ResponseMatrix, Row, Stance, Status

SURE = 0.6  # confidence from which an answer is one although it also takes up something else


def build(reading: Reading, claims: Sequence[Claim], *, as_of: datetime | None) -> ResponseMatrix:
    """Every charge of a story with its answers, in the order in which the charges are first read."""
    told = table(reading)
    found = trusted(charges(reading, claims, told), reading, told)
    taken_up = replies(found, told)
    answers = {c: tuple(_no_replies(given, taken_up)) for c, given in link(found, told).items()}
    rows = [Row(charge=c, responses=answers[c.id], status=status(answers[c.id])) for c in found]
    return ResponseMatrix(rows=tuple(rows), replies=taken_up, documents_read=tuple(reading.documents), as_of=as_of)


def _no_replies(given: Sequence[Response], taken_up: Sequence[Reply]) -> Iterator[Response]:
    """The answers but those of little confidence that take up something else, which was no charge."""
    elsewhere = {r.statement for r in taken_up}
    return (r for r in given if r.confidence >= SURE or r.statement not in elsewhere)


def trusted(found: Sequence[Charge], reading: Reading, told: Table, *, floor: float = FLOOR) -> list[Charge]:
    """The charges above the floor, each with its likelihood; answers speak for a charge, so they are linked first."""
    answers = link(found, told)
    weighed = [replace(c, confidence=round(likelihood(signs(c, answers[c.id], reading, told)), 3)) for c in found]
    kept = [c for c in weighed if c.confidence >= floor]
    return [replace(c, id=ChargeId(f"x{i}")) for i, c in enumerate(kept, 1)]


def status(responses: Sequence[Response]) -> Status:
    """The best of what came: an answer, then words off the point, then a refusal to comment, then nothing."""
    stances = {r.stance for r in responses}
    if stances - {Stance.DEFLECTS, Stance.NO_COMMENT}:
        return Status.ANSWERED
    if Stance.DEFLECTS in stances:
        return Status.DEFLECTED
    return Status.NO_COMMENT if stances else Status.UNANSWERED
