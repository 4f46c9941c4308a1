"""Owns what is certain enough for the headline, the summary, the counts and the bottom line; the rest stands in the body at most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from counterclaim.records import PartyId, Response, Row, Stance, Status

SURE = 0.5  # confidence of a charge, and of an answer to it


def certain(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows whose charge is certain enough."""
    return tuple(r for r in rows if r.charge.confidence >= SURE)


def answers(row: Row) -> tuple[Response, ...]:
    """The answers to a charge that surely answer it."""
    return tuple(r for r in row.responses if r.confidence >= SURE)


def stance(rows: Iterable[Row], stands_with: Mapping[PartyId, PartyId]) -> Stance | None:
    """What the accused's own side surely did about each of the charges, where that is plain: denied it, or refused to comment."""
    each = [{a.stance for a in answers(r) if stands_with.get(a.by) == stands_with.get(r.charge.accused)} for r in rows]
    return next((s for s in (Stance.DENIES, Stance.NO_COMMENT) if each and all(s in stances for stances in each)), None)


def is_silent(rows: Iterable[Row]) -> bool:
    """Whether nothing at all was found that may answer any of the charges."""
    return all(r.status is Status.UNANSWERED and not r.responses for r in rows)
