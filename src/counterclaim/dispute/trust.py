"""Owns how much a charge is to be trusted: how likely an editor would call it one, from all that the story tells of it.

A logit over plain signs, learned on corpora/ (`data/row_weights.tsv`, training/en/rows.py). What falls below the floor is no row:
better no charge than one that nobody made. Nothing here looks at who a party is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp, log2

from counterclaim.claims.words import content_words
from counterclaim.dispute.table import Saying, Table
from counterclaim.records import Act, Charge, Form, PartyKind, Reading, Response, Stance
from counterclaim.text import lexicon
from counterclaim.text.senses import senses

FLOOR = 0.3  # likelihood from which a charge is a row
ALWAYS = "always"
_EARLY = 4  # sentences


def signs(charge: Charge, responses: Sequence[Response], reading: Reading, table: Table) -> dict[str, float]:
    """What speaks for a charge and against it, each sign 0 to about 3."""
    said = [table.sayings[s] for s in charge.statements]
    accused = reading.parties[charge.accused]
    accuser = None if charge.accuser is None else reading.parties[charge.accuser]
    stances = {r.stance for r in responses}
    speaking = {s.side for s in table.sayings.values()}
    told: dict[str, float] = {
        ALWAYS: 1.0,
        "act": max(reading.classifications[s.id].confidence for s in said),
        "target": max(s.sure for s in said),
        "statements": min(log2(len(said)), 3.0),
        "documents": log2(len({s.document for s in said})),
        "accuser known": accuser is not None,
        "accuser a person": accuser is not None and accuser.kind is PartyKind.PERSON,
        "accuser a group": accuser is not None and accuser.kind is PartyKind.GROUP,
        "accused a person": accused.kind is PartyKind.PERSON,
        "accused a group": accused.kind is PartyKind.GROUP,
        "accused unnamed": not accused.aliases and accused.name[:1].islower(),
        "accused speaks": table.side(charge.accused) in speaking,
        "denied": Stance.DENIES in stances,
        "answered": bool(stances),
        "in return": any(s.act is Act.COUNTER_ACCUSATION for s in said),
        "quoted": any(s.statement.form is not Form.INDIRECT for s in said),
        "accusing cue": any(bool(senses(s.cue, "cue-accuse")) for s in said),
        "wrongs": min(max(len(senses(s.text, "wrong")) for s in said), 3),
        "harsh": any(bool(senses(s.text, "harsh")) for s in said),
        "early": any(s.sentence <= _EARLY for s in said),
        "names the accused": any(bool(s.words & table.names.get(charge.accused, frozenset())) for s in said),
        "thin": max(_weight(s, charge, table) for s in said) < 3,
    }
    return {name: float(value) for name, value in told.items() if value}


def _weight(saying: Saying, charge: Charge, table: Table) -> int:
    """Content words beside the names."""
    return len(table.about(content_words(saying.text), charge.accused, saying.speaker, saying.side))


def likelihood(told: dict[str, float]) -> float:
    weights = _weights()
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in told.items())))


@cache
def _weights() -> dict[str, float]:
    return {row.term: float(row.sense) for row in lexicon.terms("row_weights")}
