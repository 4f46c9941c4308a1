"""Tells of one party: what it and those who speak for it said, in time order, and the charges it makes and faces with their answers.

A statement's time is its turn's, else its document's; what is undated comes last. Everything keeps its place in a document.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from counterclaim.export.ledger import party as party_json
from counterclaim.export.ledger import when
from counterclaim.export.lines import Line, lines, not_found
from counterclaim.export.passages import Passage, passage, words
from counterclaim.records import ChargeId, Evidence, Party, PartyId, Reading, Role, Statement, party_of

SCHEMA = "counterclaim/who/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement as it is shown. `by` is who spoke, `medium` and `when` the document's own words."""

    statement: str
    at: str | None
    by: str
    act: str
    about: str | None
    to: str | None
    medium: str
    when: str | None
    words: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A party in its story. `voices` are those who speak for it."""

    party: Party
    voices: tuple[Party, ...]
    said: tuple[Said, ...]
    makes: tuple[Line, ...]
    faces: tuple[Line, ...]


def profile(evidence: Evidence, party: Party) -> Profile:
    """All that a story holds of one party and its voices."""
    reading = evidence.reading
    side = _side(reading, party.id)
    spoken = [s for s in reading.statements.values() if party_of(reading, s.id, Role.SOURCE) in side]
    charges = {r.charge.id: r.charge for r in evidence.matrix.rows}
    shown = [(charges[ChargeId(line.charge)], line) for line in lines(evidence)]
    return Profile(
        party=party,
        voices=tuple(reading.parties[p] for p in side if p != party.id),
        said=tuple(_said(reading, s) for s in sorted(spoken, key=lambda s: _order(reading, s))),
        makes=tuple(line for charge, line in shown if charge.accuser in side),
        faces=tuple(line for charge, line in shown if charge.accused in side),
    )


def as_json(evidence: Evidence, party: Party) -> dict[str, Any]:
    """The profile as plain values, ready for JSON."""
    told = profile(evidence, party)
    return {
        "schema": SCHEMA,
        "as_of": when(evidence.matrix.as_of),
        "documents_read": len(evidence.matrix.documents_read),
        "no_response": not_found(evidence),
        "party": party_json(told.party),
        "voices": [party_json(p) for p in told.voices],
        **{key: [asdict(x) for x in getattr(told, key)] for key in ("said", "makes", "faces")},
    }


def _side(reading: Reading, party: PartyId) -> tuple[PartyId, ...]:
    """The party and everybody who speaks for it, or for one who does."""
    side = {party: None}
    grown = True
    while grown:
        more = [p.id for p in reading.parties.values() if p.on_behalf_of in side and p.id not in side]
        side.update(dict.fromkeys(more))
        grown = bool(more)
    return tuple(side)


def _time(reading: Reading, s: Statement) -> datetime | None:
    document = reading.documents[s.document]
    start = s.content[0].start
    turn = next((t for t in document.turns if t.at is not None and t.span.start <= start < t.span.end), None)
    return turn.at if turn else document.published_at


def _order(reading: Reading, s: Statement) -> tuple[bool, float, int, int]:
    at = _time(reading, s)
    return at is None, at.timestamp() if at else 0.0, list(reading.documents).index(s.document), s.content[0].start


def _said(reading: Reading, s: Statement) -> Said:
    text = reading.documents[s.document].text
    by, about, to = (_name(reading, party_of(reading, s.id, role)) for role in (Role.SOURCE, Role.TARGET, Role.ADDRESSEE))
    return Said(
        statement=s.id,
        at=when(_time(reading, s)),
        by=by or "unknown",
        act=reading.classifications[s.id].act,
        about=about,
        to=to,
        medium=" … ".join(" ".join(text[m.start : m.end].split()) for m in s.medium),
        when=None if s.when is None else text[s.when.start : s.when.end],
        words=words(reading, s.id),
        passage=passage(reading, s.id),
    )


def _name(reading: Reading, party: PartyId | None) -> str | None:
    return None if party is None else reading.parties[party].name
