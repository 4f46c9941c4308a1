"""Owns how much a charge is to be trusted: how likely an editor would call it one, from all that the story tells of it.

A logit over plain signs, learned on corpora/ (`data/row_weights.tsv`, training/en/rows.py). What falls below the floor is no row:
better no charge than one that nobody made. Nothing here looks at who a party is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp, log, log2

from counterclaim.claims.signals import signals
from counterclaim.claims.words import content_words
from counterclaim.dispute.charges import CHARGING
from counterclaim.dispute.table import Saying, Table
from counterclaim.records import Act, Charge, PartyKind, Reading, Response, Stance
from counterclaim.text import lexicon
from counterclaim.text.senses import senses

FLOOR = 0.25  # likelihood from which a charge is a row
ALWAYS = "always"
_EARLY = 4  # sentences
_SURE = 0.95  # a likelihood counts no further than this
_TOLD = ("accuses", "complains", "denies", "defends", "demands", "judges", "praise", "untrue", "says_i", "will")


def signs(charge: Charge, responses: Sequence[Response], reading: Reading, table: Table) -> dict[str, float]:
    """What speaks for a charge and against it, each sign 0 to about 3."""
    said = [table.sayings[s] for s in charge.statements]
    told = (
        {ALWAYS: 1.0} | _words(said, charge, table) | _likelihoods(said, reading) | _parties(charge, reading, table) | _answers(responses)
    )
    return {name: float(value) for name, value in told.items() if value}


def _words(said: Sequence[Saying], charge: Charge, table: Table) -> dict[str, float]:
    """What its statements say, and where."""
    best = max(said, key=lambda s: s.statement.confidence)
    read = signals(best.cue, best.text.lower())
    return {f"best {name}": float(bool(getattr(read, name))) for name in _TOLD} | {
        "statements": min(log2(len(said)), 3.0),
        "documents": log2(len({s.document for s in said})),
        "in return": any(s.act is Act.COUNTER_ACCUSATION for s in said),
        "accusing cue": any(bool(senses(s.cue, "cue-accuse")) for s in said),
        "early": any(s.sentence <= _EARLY for s in said),
        "names the accused": any(bool(s.words & table.names.get(charge.accused, frozenset())) for s in said),
        "thin": max(_weight(s, charge, table) for s in said) < 3,
        "no source": not any(s.statement.source for s in said),
        "no cue": not any(s.statement.cue for s in said),
    }


def _likelihoods(said: Sequence[Saying], reading: Reading) -> dict[str, float]:
    """How likely they are what they are taken for: statements, accusations, of that party."""
    acts = [reading.classifications[s.id].confidence for s in said]
    targets = max(s.sure for s in said)
    return {
        "act": max(acts),
        "act odds": _odds(max(acts)),
        "act on average": sum(acts) / len(acts),
        "target": targets,
        "target odds": _odds(targets),
    }


def _parties(charge: Charge, reading: Reading, table: Table) -> dict[str, float]:
    """Who accuses whom: whether both are parties of the story."""
    accused = reading.parties[charge.accused]
    accuser = None if charge.accuser is None else reading.parties[charge.accuser]
    one, other = table.side(charge.accuser), table.side(charge.accused)
    spoken = [s for s in table.sayings.values() if s.side is not None]
    about = [s for s in table.sayings.values() if table.side(s.target) == other]
    return {
        "accuser known": accuser is not None,
        "accuser a person": accuser is not None and accuser.kind is PartyKind.PERSON,
        "accuser a group": accuser is not None and accuser.kind is PartyKind.GROUP,
        "accused a group": accused.kind is PartyKind.GROUP,
        "accused unnamed": not accused.aliases and accused.name[:1].islower(),
        "accused speaks": any(s.side == other for s in spoken),
        "accused spoken of": min(log2(1 + len(about)), 4.0),
        "both accuse": one is not None and any(s.side == other and s.act in CHARGING and table.side(s.target) == one for s in spoken),
    }


def _answers(responses: Sequence[Response]) -> dict[str, float]:
    """Who is answered was accused."""
    stances = {r.stance for r in responses}
    return {"denied": Stance.DENIES in stances, "answered": bool(stances)}


def _odds(likelihood: float) -> float:
    """The log of the odds, so that 0.9 and 0.95 are as far apart as they are."""
    kept = min(max(likelihood, 1 - _SURE), _SURE)
    return log(kept / (1 - kept))


def _weight(saying: Saying, charge: Charge, table: Table) -> int:
    """Content words beside the names."""
    return len(table.about(content_words(saying.text), charge.accused, saying.speaker, saying.side))


def likelihood(told: dict[str, float]) -> float:
    weights = _weights()
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in told.items())))


@cache
def _weights() -> dict[str, float]:
    return {row.term: float(row.sense) for row in lexicon.terms("row_weights")}
