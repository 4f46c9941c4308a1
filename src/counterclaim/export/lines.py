"""Owns the matrix as it is shown: a line a charge, with words instead of ids, and what stands beside it - asked, changed, unsure.

Records in, plain values out; every format shows these lines. What a reporter asked is first-hand and never mixes with answers that
documents report. An answer that is left out for its low confidence is counted, so that no cell looks empty that is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from types import MappingProxyType

from counterclaim.export.ledger import when
from counterclaim.export.passages import Passage, carried, passage, publisher, words
from counterclaim.records import (
    Change,
    ChangeKind,
    ChargeId,
    Directness,
    Drift,
    Evidence,
    Inquiry,
    PartyId,
    Response,
    Row,
    Span,
    StatementId,
    Status,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is shown with a matrix and told by no document. Confidences from 0 to 1; `since`: until when the earlier reading went."""

    inquiries: Mapping[ChargeId, tuple[Inquiry, ...]] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    since: datetime | None = None
    low_below: float = 0.0
    hide_below: float = 0.0


NOTHING = Beside()
_WORDS = MappingProxyType({"none": "words not given"})
_DOES = MappingProxyType({"disputes-in-part": "disputes it in part", "no-comment": "gave no comment"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`side` is the one in whose name somebody answers; `told` a clause that says it, `how` where and in whose words.

    `new`: not in the earlier reading.
    """

    by: str
    side: str
    told: str
    how: str
    stance: str
    directness: str
    wording: str
    confidence: float
    low: bool
    new: bool
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """First-hand: an entry of the reporter's log, and a sentence that says it."""

    asked: str
    at: str
    means: str
    deadline: str | None
    outcome: str | None
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a later outlet words the same thing."""

    kind: str
    was: str
    was_in: str
    now: str
    now_in: str
    earlier: str
    later: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One charge as it is shown: who accuses whom of what, what came back, and a sentence that says so."""

    charge: str
    key: str
    accuser: str
    accused: str
    side: str
    gist: str
    status: str
    confidence: float
    low: bool
    new: bool
    status_before: str | None
    carried: str
    documents: int
    publishers: int
    passages: tuple[Passage, ...]
    new_passages: tuple[str, ...]
    answers: tuple[Answer, ...]
    answers_hidden: int
    asked: tuple[Asked, ...]
    drifts: tuple[Wording, ...]
    summary: str


def lines(evidence: Evidence, beside: Beside = NOTHING) -> tuple[Line, ...]:
    """The matrix's rows in their order, without those below `hide_below`."""
    return tuple(_line(evidence, row, beside) for row in evidence.matrix.rows if row.charge.confidence >= beside.hide_below)


def not_found(evidence: Evidence) -> str:
    """The only sentence that an empty cell may say."""
    n = len(evidence.matrix.documents_read)
    until = f" up to {evidence.matrix.as_of:%-d %B %Y}" if evidence.matrix.as_of else ""
    return f"no response was found in the {n} source{'s' if n != 1 else ''} read{until}"


def columns(shown: tuple[Line, ...]) -> tuple[str, ...]:
    """The sides that are accused or answer, in order of their first line."""
    return tuple(dict.fromkeys(side for line in shown for side in (line.side, *(a.side for a in line.answers))))


def gone(beside: Beside) -> tuple[str, ...]:
    """The keys of charges of the earlier reading that are read otherwise now."""
    return tuple(c.key for c in beside.changes if c.kind is ChangeKind.GONE)


def grouped(answers: Iterable[Answer]) -> tuple[tuple[Answer, ...], ...]:
    """Answers of one party and one stance together, in order of the first of each."""
    groups: dict[str, list[Answer]] = {}
    for a in answers:
        groups.setdefault(a.told, []).append(a)
    return tuple(tuple(g) for g in groups.values())


def day(at: datetime) -> str:
    """ "9 March 2031, 17:00 UTC"; at midnight, and at the day's last moment, the day alone."""
    return f"{at:%-d %B %Y}" + ("" if at.time() in (time.min, time.max) else f", {at:%H:%M} UTC")


def _line(evidence: Evidence, row: Row, beside: Beside) -> Line:
    reading = evidence.reading
    charge = row.charge
    mine = [c for c in beside.changes if c.charge == charge.id]
    new = {k: {c.statement for c in mine if c.kind is k} for k in (ChangeKind.NEW_ANSWER, ChangeKind.NEW_PASSAGE)}
    shown = [r for r in row.responses if r.confidence >= beside.hide_below]
    told, documents, publishers = carried(reading, charge.statements, evidence.witnesses)
    return Line(
        charge=charge.id,
        key=evidence.keys.get(charge.id, ""),
        accuser=reading.parties[charge.accuser].name if charge.accuser else "not named",
        accused=reading.parties[charge.accused].name,
        side=_side(evidence, charge.accused),
        gist=words(reading, charge.gist),
        status=row.status,
        confidence=charge.confidence,
        low=charge.confidence < beside.low_below,
        new=any(c.kind is ChangeKind.NEW_CHARGE for c in mine),
        status_before=next((c.was for c in mine if c.kind is ChangeKind.NEW_STATUS), None),
        carried=told,
        documents=documents,
        publishers=publishers,
        passages=tuple(passage(reading, s) for s in charge.statements),
        new_passages=tuple(s for s in charge.statements if s in new[ChangeKind.NEW_PASSAGE]),
        answers=tuple(_answer(evidence, r, beside, new[ChangeKind.NEW_ANSWER]) for r in shown),
        answers_hidden=len(row.responses) - len(shown),
        asked=tuple(_asked(i) for i in beside.inquiries.get(charge.id, ())),
        drifts=tuple(_wording(evidence, d) for d in evidence.drifts if _concerns(d, row)),
        summary=not_found(evidence) if row.status is Status.UNANSWERED else row.status,
    )


def _answer(evidence: Evidence, r: Response, beside: Beside, new: set[StatementId | None]) -> Answer:
    shown = passage(evidence.reading, r.statement)
    return Answer(
        by=evidence.reading.parties[r.by].name,
        side=_side(evidence, r.by),
        told=f"{evidence.reading.parties[r.by].name} {_DOES.get(r.stance, r.stance)}",
        how=f"{shown.publisher}: {_WORDS.get(r.wording, r.wording)}" + (", a blanket answer" if r.directness is Directness.GENERAL else ""),
        stance=r.stance,
        directness=r.directness,
        wording=r.wording,
        confidence=r.confidence,
        low=r.confidence < beside.low_below,
        new=r.statement in new,
        passage=shown,
    )


def _side(evidence: Evidence, party: PartyId) -> str:
    """The name of the one for whom a party speaks in the end; its own where it speaks for itself."""
    parties = evidence.reading.parties
    seen = {party}
    while (principal := parties[party].on_behalf_of) is not None and principal not in seen:
        seen.add(party := principal)
    return parties[party].name


def _asked(i: Inquiry) -> Asked:
    return Asked(asked=i.asked, at=str(when(i.at)), means=i.means, deadline=when(i.deadline), outcome=i.outcome, told=_first_hand(i))


def _first_hand(i: Inquiry) -> str:
    """ "asked Ila Roth on 9 March 2031 by phone; no reply by 10 March 2031"."""
    means = i.means if i.means.split()[0].lower() in {"by", "in", "at", "on", "through", "over"} else f"by {i.means}"
    asked = f"asked {i.asked} on {day(i.at)} {means}"
    outcome = i.outcome or "no outcome entered"
    if i.deadline is None:
        return f"{asked}; {outcome}"
    silent = outcome.lower() in {"no reply", "no answer", "no response"}
    return f"{asked}; {outcome} by {day(i.deadline)}" if silent else f"{asked}; {outcome} (deadline {day(i.deadline)})"


def _concerns(d: Drift, row: Row) -> bool:
    """Whether both wordings stand in a row: in its charge or in its answers."""
    told = {*row.charge.statements, *(r.statement for r in row.responses)}
    return {d.earlier, d.later} <= told


def _wording(evidence: Evidence, d: Drift) -> Wording:
    was, was_in = _said(evidence, d.earlier, d.was)
    now, now_in = _said(evidence, d.later, d.now)
    return Wording(kind=d.kind, was=was, was_in=was_in, now=now, now_in=now_in, earlier=d.earlier, later=d.later)


def _said(evidence: Evidence, statement: StatementId, place: Span | None) -> tuple[str, str]:
    document = evidence.reading.documents[evidence.reading.statements[statement].document]
    said = "" if place is None else " ".join(document.text[place.start : place.end].split())
    return said, publisher(document)
