"""Owns which claims are charges, against whom, and which claims are one charge.

A charge is an accusation for which an editor would seek the accused's answer. Refuses a claim without an accused, self-criticism,
and whatever its act says is no accusation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.claims.merge import speaks_best
from counterclaim.claims.parts import Part
from counterclaim.claims.words import likeness, senses
from counterclaim.dispute.table import Saying, Table
from counterclaim.records import Act, Charge, ChargeId, Claim, ClaimId, Form, PartyId, Reading, StatementId

SAME_SIDE = 0.05  # likeness from which two statements of one accuser about one accused are one charge: a rare word they share is enough
OTHER_SIDE = 0.2  # the same between two accusers: the body that found it, the group that repeats it
SURE = 0.6  # confidence that a statement is about its target from which it can be a charge
NEXT = 2  # sentences: a statement so close after a charge, with no accusing word of its own, goes on about it
CHARGING = frozenset({Act.ALLEGATION, Act.COUNTER_ACCUSATION})


@dataclass(slots=True)
class _Row:
    """A charge while its statements are gathered."""

    accused: PartyId
    sides: set[PartyId | None] = field(default_factory=set)
    members: list[tuple[Saying, Part, frozenset[str]]] = field(default_factory=list)


def charges(reading: Reading, claims: Sequence[Claim], table: Table) -> tuple[Charge, ...]:
    """The charges of a story in the order in which they are first read."""
    rows: list[_Row] = []
    for saying in table.sayings.values():
        if _accuses(saying, table):
            for part in saying.parts:
                _place(rows, saying, part, table)
    holding: dict[StatementId, list[ClaimId]] = {}
    for claim in claims:
        for statement in claim.statements:
            holding.setdefault(statement, []).append(claim.id)
    return tuple(_charge(reading, ChargeId(f"x{i}"), row, holding, table) for i, row in enumerate(rows, 1))


def _accuses(saying: Saying, table: Table) -> bool:
    return saying.act in CHARGING and saying.target is not None and saying.sure >= SURE and saying.side != table.side(saying.target)


def _place(rows: list[_Row], saying: Saying, part: Part, table: Table) -> None:
    """Puts one alleged conduct to the charge it repeats or goes on about, or opens a charge for it."""
    words = table.about(part.words, saying.target, saying.speaker, saying.side)
    near = [r for r in rows if r.accused == saying.target and not any(part.apart_from(p) for _, p, _ in r.members)]
    row = _most_like(near, saying, words, table) or _just_before(near, saying, table)
    if row is None:
        assert saying.target is not None
        row = _Row(saying.target)
        rows.append(row)
    row.sides.add(saying.side)
    row.members.append((saying, part, words))


def _most_like(rows: list[_Row], saying: Saying, words: frozenset[str], table: Table) -> _Row | None:
    best, most = None, 0.0
    for row in rows:
        like = max(likeness(words, other, table.weight) for _, _, other in row.members)
        if like > most and like >= (SAME_SIDE if saying.side in row.sides else OTHER_SIDE):
            best, most = row, like
    return best


def _just_before(rows: list[_Row], saying: Saying, table: Table) -> _Row | None:
    """The charge that this statement goes on about: the last one of its side, a sentence or two before, if it does not accuse anew."""
    if senses(saying.cue, "cue-accuse") or senses(saying.cue, "cue-complain") or _starts_anew(saying, table):
        return None
    best, least = None, NEXT
    for row in rows:
        for other, _, _ in row.members:
            gap = saying.sentence - other.sentence
            if other.side == saying.side and other.document == saying.document and other is not saying and 0 <= gap <= least:
                best, least = row, gap
    return best


def _starts_anew(saying: Saying, table: Table) -> bool:
    """Whether reported words name the accused: a quotation or a pronoun goes on, a name begins another charge."""
    named = bool(saying.words & table.names.get(saying.target, frozenset())) if saying.target else False
    return saying.statement.form is Form.INDIRECT and named and bool(senses(saying.text, "wrong"))


def _charge(reading: Reading, id: ChargeId, row: _Row, holding: Mapping[StatementId, list[ClaimId]], table: Table) -> Charge:
    statements = tuple(dict.fromkeys(s.id for s, _, _ in row.members))
    return Charge(
        id=id,
        accuser=_accuser(statements, table),
        accused=row.accused,
        claims=tuple(dict.fromkeys(c for s in statements for c in holding[s])),
        statements=statements,
        gist=speaks_best(reading, statements),
        confidence=max(reading.classifications[s].confidence for s in statements),
    )


def _accuser(statements: Iterable[StatementId], table: Table) -> PartyId | None:
    """Who makes the charge: the speaker of most of its statements; of equals the one for whom the others speak, then the first."""
    speakers = Counter(p for s in statements if (p := table.sayings[s].speaker) is not None)
    return max(speakers, key=lambda p: (speakers[p], table.side(p) == p), default=None)
