"""Owns what speaks for and against a mention as the one that a pronoun goes back to, and how much each sign weighs.

Weights are natural logarithms of odds, fitted on GAP's development part by `benchmarks/gap.py --fit`, but for "gender", "person",
"unnamed", "co-subject", "bodily" and "group", which are set by hand: GAP asks only for he and she, and only for names. No sign knows
a name, and a person's gender counts only where the text tells it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

from counterclaim.parties import words
from counterclaim.parties.cluster import Entity
from counterclaim.parties.found import Case, Found, Sort
from counterclaim.records import PartyKind

WEIGHTS: Mapping[str, float] = {
    "sentences": -1.3, "between": -0.56, "subject": 0.75, "first": 0.53, "governed": -0.04, "owner": -0.71,
    "quoted": -1.11, "clause": -0.22, "own subject": -0.59, "own name": 1.26, "parallel": 0.66, "co-subject": 0.5,
    "pronoun": -1.91, "gender": 1.0, "echo": 0.51, "person": 0.6, "unnamed": -0.6, "often": 0.52,
    "ahead": -0.77, "single": 0.12, "place": -0.85, "bodily": 0.6, "group": 1.8,
}  # fmt: skip


def evidence(found: Sequence[Found], at: int, j: int, entity: Entity, trail: Mapping[int, Entity]) -> dict[str, float]:
    """The signs of mention `j` of a party for the pronoun `at`."""
    m, c = found[at], found[j]
    back = m.sentence - c.sentence
    same = back == 0 and c.clause == m.clause
    told = {"f": 1, "m": 1}.get(entity.gender or "", 0)
    signs = {
        "sentences": float(back),
        "between": log2(1 + abs(at - j)),
        "subject": c.subject,
        "first": not c.governed and not any(o.sentence == c.sentence and not o.governed for o in found[max(0, j - 6) : j]),
        "governed": c.governed,
        "owner": any(o.owner == j for o in found[j + 1 : j + 3]),
        "quoted": c.quoted != m.quoted,
        "clause": same,
        "own subject": same and c.subject and m.case is Case.OBJECT,
        "own name": same and m.case is Case.POSSESSIVE,
        "parallel": m.case is Case.SUBJECT and c.subject,
        "co-subject": back == 0 and c.clause < m.clause and m.case is Case.SUBJECT and c.subject,
        "pronoun": c.sort is Sort.PRONOUN,
        "gender": told if m.head in words.HE | words.SHE else 0.0,
        "echo": _echo(found, at, entity, trail),
        "person": entity.kind is PartyKind.PERSON and m.head in words.HE | words.SHE,
        "unnamed": not entity.names,
        "often": log2(1 + sum(entity.documents.values())),
        "ahead": j > at,
        "place": entity.places > entity.acts,
        "single": c.sort is Sort.NAME and " " not in c.name,
        "bodily": entity.kind is PartyKind.ORGANISATION and m.head in words.IT,
        "group": entity.kind is PartyKind.GROUP and m.head in words.THEY,
    }
    return {name: float(value) for name, value in signs.items() if value}


def _echo(found: Sequence[Found], at: int, entity: Entity, trail: Mapping[int, Entity]) -> float:
    """1 if the same pronoun stood for the party before, -1 if the other one did."""
    if found[at].head not in words.HE | words.SHE:
        return 0.0
    same = found[at].head in words.SHE
    seen = [found[j].head in words.SHE for j, e in trail.items() if e is entity and j < at]
    return 0.0 if not seen else 1.0 if sum(s == same for s in seen) * 2 >= len(seen) else -1.0
