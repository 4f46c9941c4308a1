"""Owns which claims are charges, against whom, and which claims are one charge.

A charge is an accusation for which an editor would seek the accused's answer. Refuses a claim without an accused, self-criticism,
and whatever its act says is no accusation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.claims.likeness import Pool
from counterclaim.claims.merge import speaks_best
from counterclaim.claims.parts import Names, Part, apart
from counterclaim.dispute.table import Saying, Table
from counterclaim.records import Act, Charge, ChargeId, Claim, ClaimId, DocumentId, Form, Party, PartyId, PartyKind, Reading, StatementId
from counterclaim.text.senses import senses

SAME_SIDE = 0.05  # likeness from which two statements of one accuser about one accused are one charge: a rare word they share is enough
OTHER_SIDE = 0.2  # the same between two accusers: the body that found it, the group that repeats it
TOLD_APART = 0.2  # the same of what one tells in one breath, or counts in other numbers
SHORTER = 0.1  # the same of a part of a statement: the fewer its words, the more one of them weighs
SURE = 0.35  # confidence that a statement is about its target from which it can be a charge
NEXT = 4  # sentences: a statement so close after a charge, with no accusing word of its own, goes on about it
_FURTHER = re.compile(r"\b(?:also|further|furthermore|besides|moreover)\b")
_RELATIVE = re.compile(r"which\b")
CHARGING = frozenset({Act.ALLEGATION, Act.COUNTER_ACCUSATION})


@dataclass(slots=True)
class _Row:
    """A charge while its statements are gathered."""

    accused: PartyId
    sides: set[PartyId | None] = field(default_factory=set)
    statements: dict[StatementId, None] = field(default_factory=dict)
    numbered: dict[Names, None] = field(default_factory=dict)  # each once: most parts name no thing by its number
    amounts: set[float] = field(default_factory=set)


@dataclass(slots=True)
class _Rows:
    """The charges found so far, with what finds them again: their words, the first of each side, and its last in each document."""

    table: Table
    all: list[_Row] = field(default_factory=list)
    pools: dict[PartyId, Pool[int]] = field(default_factory=dict)
    first: dict[tuple[PartyId, PartyId | None], int] = field(default_factory=dict)
    last: dict[tuple[DocumentId, PartyId, PartyId | None], tuple[Saying, int]] = field(default_factory=dict)

    def place(self, saying: Saying, accused: PartyId, part: Part) -> None:
        """Puts one alleged conduct to the charge it repeats or goes on about, or opens a charge for it."""
        words = self.table.about(part.words, accused, saying.speaker, saying.side)
        pool = self.pools.setdefault(accused, Pool(self.table.likeness))
        number = self._told_before(saying, accused, part) if _RELATIVE.match(saying.text) else None  # whatever it is like
        if number is None:
            number = self._most_like(saying, part, pool.like(words))
        if number is None:
            number = self._told_before(saying, accused, part)
        if number is None and not words:
            return  # names the accused and nothing else
        if number is None:
            number = len(self.all)
            self.all.append(_Row(accused))
        self._add(number, saying, part)
        pool.add(words, number)

    def _add(self, number: int, saying: Saying, part: Part) -> None:
        row = self.all[number]
        row.sides.add(saying.side)
        row.statements[saying.id] = None
        if part.names:
            row.numbered[part.names] = None
        row.amounts |= part.amounts
        self.first.setdefault((row.accused, saying.side), number)
        self.last[saying.document, row.accused, saying.side] = (saying, number)

    def _most_like(self, saying: Saying, part: Part, likes: Mapping[int, float]) -> int | None:
        """The charge that says the same; two accusers must be more alike than one with himself, and so must what he counts apart."""

        def least(row: _Row) -> float:
            counts_apart = part.amounts and row.amounts and part.amounts.isdisjoint(row.amounts)
            if saying.id in row.statements or counts_apart:
                return TOLD_APART
            if saying.side not in row.sides:
                return OTHER_SIDE
            return SAME_SIDE if len(saying.parts) == 1 else SHORTER

        fitting = [n for n, like in likes.items() if like >= least(self.all[n])]
        return max((n for n in fitting if self._joins(n, part)), key=lambda n: (likes[n], -n), default=None)

    def _told_before(self, saying: Saying, accused: PartyId, part: Part) -> int | None:
        """The charge that this statement goes on about without a shared word, if it does not accuse anew: the last one of its side, a few
        sentences before; for the first of its side in a further document, what that side said first. What follows two conducts told in
        one breath may be about either, or a third.
        """
        other, number = self.last.get((saying.document, accused, saying.side), (None, self.first.get((accused, saying.side))))
        if number is None or other is saying or len(saying.parts) > 1 or _starts_anew(saying, self.table):
            return None
        clear = other is None or len(other.parts) == 1 or _RELATIVE.match(saying.text)
        near = other is None or 0 <= saying.sentence - other.sentence <= NEXT
        return number if clear and near and self._joins(number, part) else None

    def _joins(self, number: int, part: Part) -> bool:
        return not any(apart(part.names, names) for names in self.all[number].numbered)


def charges(reading: Reading, claims: Sequence[Claim], table: Table) -> tuple[Charge, ...]:
    """The charges of a story in the order in which they are first read."""
    rows = _Rows(table)
    for saying in table.sayings.values():
        if saying.target is not None and _accuses(saying, table):
            for part in saying.parts:
                rows.place(saying, saying.target, part)
    holding: dict[StatementId, list[ClaimId]] = {}
    for claim in claims:
        for statement in claim.statements:
            holding.setdefault(statement, []).append(claim.id)
    shared = Counter(s for row in rows.all for s in row.statements)
    lone = {s for row in rows.all if len(row.statements) == 1 for s in row.statements}
    return tuple(
        _charge(reading, ChargeId(f"x{i}"), row, holding, table, gist=speaks_best(reading, _own(row, shared, lone, table)))
        for i, row in enumerate(rows.all, 1)
    )


def _own(row: _Row, shared: Counter[StatementId], lone: set[StatementId], table: Table) -> list[StatementId]:
    """The statements that can stand for a charge: those that tell it alone, else those that are not all that another charge has."""
    alone = [s for s in row.statements if shared[s] == 1 and not _RELATIVE.match(table.sayings[s].text)]
    return alone or [s for s in row.statements if s not in lone] or list(row.statements)


def _accuses(saying: Saying, table: Table) -> bool:
    return saying.act in CHARGING and saying.sure >= SURE and saying.side != table.side(saying.target)


def _starts_anew(saying: Saying, table: Table) -> bool:
    """Whether a statement opens another charge: by an accusing cue, by "also", or by reported words of wrongdoing that name the accused."""
    if _FURTHER.search(saying.cue) or senses(saying.cue, "cue-accuse") or senses(saying.cue, "cue-complain"):
        return True
    named = saying.words & table.names.get(saying.target, frozenset()) if saying.target else frozenset()
    return saying.statement.form is Form.INDIRECT and bool(named) and bool(senses(saying.text, "wrong"))


def _charge(
    reading: Reading, id: ChargeId, row: _Row, holding: Mapping[StatementId, list[ClaimId]], table: Table, *, gist: StatementId
) -> Charge:
    statements = tuple(row.statements)
    return Charge(
        id=id,
        accuser=_accuser(reading, statements, table),
        accused=row.accused,
        claims=tuple(dict.fromkeys(c for s in statements for c in holding[s])),
        statements=statements,
        gist=gist,
        confidence=max(reading.classifications[s].confidence for s in statements),
    )


def _accuser(reading: Reading, statements: Iterable[StatementId], table: Table) -> PartyId | None:
    """Who makes the charge: the speaker of those of its statements that are surest to accuse; for a body its spokesman's words count.
    Of equals the one for whom the others speak, then the first.
    """
    weights: dict[PartyId, float] = {}
    for id in statements:
        speaker = table.sayings[id].speaker
        if speaker is not None:
            voice = _voice(reading.parties[speaker], reading)
            weights[voice] = weights.get(voice, 0.0) + reading.classifications[id].confidence
    return max(weights, key=lambda p: (weights[p], table.side(p) == p), default=None)


def _voice(party: Party, reading: Reading) -> PartyId:
    """The body in whose name a person speaks; himself where he speaks for himself or for another person."""
    principal = None if party.on_behalf_of is None else reading.parties.get(party.on_behalf_of)
    is_for_a_body = principal is not None and party.kind is PartyKind.PERSON and principal.kind is not PartyKind.PERSON
    return principal.id if principal is not None and is_for_a_body else party.id
