"""Owns which statements say the same: one Claim for all of one side's statements with one target and one content.

Times are aware UTC. Compares only statements of one side about one target that share a word, so the work grows with the number
of statements, not with its square. Refuses to join two things that differ in the number that names them ("Berth 14", "Berth 15").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from counterclaim.claims.likeness import Likeness, Pool
from counterclaim.claims.parts import Names, Part, apart, parts_of
from counterclaim.claims.sides import sides
from counterclaim.records import Act, Claim, ClaimId, Form, PartyId, Reading, Role, StatementId, party_of

ALIKE = 0.62  # likeness from which two statements say the same; lower joins what merely shares a topic
ALIKE_UNNAMED = 0.85  # where nobody is known to speak, nearly the same words are asked for
WHOLE = 3  # content words from which one statement can be a cut of another
_ANSWERS = frozenset({Act.DENIAL, Act.JUSTIFICATION, Act.CONCESSION, Act.NO_COMMENT, Act.DEFLECTION, Act.COMMITMENT})


@dataclass(slots=True)
class _Block:
    """The statements of one side about one target, in groups that say the same."""

    pool: Pool[int]
    least: float
    groups: list[list[Part]] = field(default_factory=list)
    named: list[dict[Names, None]] = field(default_factory=list)  # of each group, each once: most parts name no thing by its number

    def place(self, part: Part) -> None:
        """Puts a part to the group most like it, or opens one for it."""
        likes = self.pool.like(part.words)
        fitting = [
            g
            for g, like in likes.items()
            if (like >= self.least or any(_is_cut(part.words, p.words) for p in self.groups[g]))
            and not any(apart(part.names, names) for names in self.named[g])
        ]
        group = max(fitting, key=lambda g: (likes[g], -g), default=len(self.groups))
        if group == len(self.groups):
            self.groups.append([])
            self.named.append({})
        self.groups[group].append(part)
        if part.names:
            self.named[group][part.names] = None
        self.pool.add(part.words, group)


def _is_cut(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of two says nothing but what the other says too, and not much less: a quotation that an outlet cut short."""
    few, many = sorted((one, other), key=len)
    return len(few) >= WHOLE and few <= many and len(many) <= 2 * len(few)


def merge(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a story in the order in which they are first read."""
    parts = [p for s in reading.statements.values() for p in parts_of(s, reading.documents[s.document])]
    likeness = Likeness(p.words for p in parts)
    side = sides(reading.parties)
    blocks: dict[tuple[PartyId | None, PartyId | None, bool], _Block] = {}
    for part in parts:
        key = _key(reading, part, side)
        blocks.setdefault(key, _Block(Pool(likeness), ALIKE if key[0] else ALIKE_UNNAMED)).place(part)
    order = {part: number for number, part in enumerate(parts)}
    found = sorted((g for block in blocks.values() for g in block.groups), key=lambda g: order[g[0]])
    return tuple(_claim(reading, ClaimId(f"c{i}"), g) for i, g in enumerate(found, 1))


def _key(reading: Reading, part: Part, side: Mapping[PartyId, PartyId]) -> tuple[PartyId | None, PartyId | None, bool]:
    speaker, target = (party_of(reading, part.statement, role) for role in (Role.SOURCE, Role.TARGET))
    return None if speaker is None else side.get(speaker, speaker), target, reading.classifications[part.statement].act in _ANSWERS


def _claim(reading: Reading, id: ClaimId, group: list[Part]) -> Claim:
    statements = tuple(dict.fromkeys(p.statement for p in group))
    gist = speaks_best(reading, statements)
    return Claim(
        id=id,
        act=reading.classifications[gist].act,
        gist=gist,
        statements=statements,
        source=party_of(reading, gist, Role.SOURCE),
        target=party_of(reading, gist, Role.TARGET),
        first_said_at=_first(reading, statements),
        confidence=max(reading.statements[s].confidence for s in statements),
    )


def speaks_best(reading: Reading, statements: Iterable[StatementId]) -> StatementId:
    """The statement whose own words stand best for all: quoted before reported, then the fullest of up to forty words, then the first."""

    def rank(id: StatementId) -> tuple[bool, int]:
        statement = reading.statements[id]
        text = reading.documents[statement.document].text
        words = sum(len(text[s.start : s.end].split()) for s in statement.content)
        return statement.form is not Form.INDIRECT, words if words <= 40 else 40 - words

    return max(statements, key=rank)


def _first(reading: Reading, statements: Iterable[StatementId]) -> datetime | None:
    """When the earliest dated document that holds one of them appeared."""
    dates = (reading.documents[reading.statements[s].document].published_at for s in statements)
    return min((d for d in dates if d is not None), default=None)
