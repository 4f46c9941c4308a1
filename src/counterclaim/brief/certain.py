"""Owns what is certain enough for the headline, the summary, the counts and the bottom line; the rest stands in the body at most."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.claims.sides import sides
from counterclaim.claims.signals import signals
from counterclaim.claims.words import text_of
from counterclaim.records import Reading, Response, Row, Stance, Status
from counterclaim.text.senses import senses

SURE = 0.5  # confidence of a charge, and of an answer to it


def certain(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows whose charge is certain enough."""
    return tuple(r for r in rows if r.charge.confidence >= SURE)


def answers(row: Row) -> tuple[Response, ...]:
    """The answers to a charge that surely answer it."""
    return tuple(r for r in row.responses if r.confidence >= SURE)


def disputes(reading: Reading, answer: Response) -> bool:
    """Whether an answer is a plain denial: its stance is one, and so are its words ("denied", "untrue", "not")."""
    if answer.stance is not Stance.DENIES:
        return answer.stance is Stance.DISPUTES_IN_PART
    s = reading.statements[answer.statement]
    cue, said = (text_of(reading.documents[s.document].text, x).lower() for x in (s.cue, s.content))
    told = signals(cue, said)
    return told.denies or told.untrue or told.negated or bool(senses(cue, "cue-deny")) or signals(cue, cue).negated


def stance(reading: Reading, rows: Iterable[Row]) -> Stance | None:
    """What the accused's own side surely did about each of the charges, where that is plain: denied it, or refused to comment."""
    stands_with = sides(reading.parties)
    each = [{a.stance for a in answers(r) if stands_with[a.by] == stands_with[r.charge.accused] and _is_plain(reading, a)} for r in rows]
    return next((s for s in (Stance.DENIES, Stance.NO_COMMENT) if each and all(s in stances for stances in each)), None)


def _is_plain(reading: Reading, answer: Response) -> bool:
    return answer.stance is not Stance.DENIES or disputes(reading, answer)


def is_silent(rows: Iterable[Row]) -> bool:
    """Whether nothing at all was found that may answer any of the charges."""
    return all(r.status is Status.UNANSWERED and not r.responses for r in rows)
