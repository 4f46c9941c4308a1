"""Owns which statement answers which charge, with what stance, how directly and in whose words.

An answer is spoken by the accused or somebody on the accused's side, in any document. Refuses to take words about another
matter for an answer: a specific answer shares words with the charge or stands right after it, a blanket one names no conduct.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from counterclaim.claims.words import content_words, likeness, senses, without
from counterclaim.dispute.table import Saying, Table
from counterclaim.records import Act, Charge, ChargeId, Directness, Form, PartyId, Response, Stance, Wording

BARE = 2  # content words about a conduct from which an answer is no longer a blanket one
ALIKE = 0.03  # score from which an answer is about a charge
NEAR = 0.2  # what it adds to the likeness of an answer and a charge that it stands right after it; halved every HALF sentences
HALF = 8  # sentences
ALLY = 0.1  # likeness from which a third party's words about the accused answer for it
GOES_ON = 0.1  # the same for an answer that goes on after another answer to that charge
RIVAL = 0.5  # of the best charge's score: another charge that scores so much, and shares ECHO, is answered too
ECHO = 0.02  # likeness
OWN_WORDS = 0.15  # likeness from which an answer takes up a charge's own words
NAMES = 0.1  # the same for an answer that speaks of the accuser
_FOR_OTHERS = frozenset({Act.DENIAL, Act.JUSTIFICATION})
_LAST_ONE = re.compile(
    r"\b(?:the|this|that|his|her|its|their|an?)\s+(?:\w+\s+)?"
    r"(?:accusation|allegation|claim|charge|finding|account|suggestion|report|story|version|assertion|contention)\b"
)
STANCES = {
    Act.DENIAL: Stance.DENIES,
    Act.JUSTIFICATION: Stance.JUSTIFIES,
    Act.CONCESSION: Stance.CONCEDES,
    Act.COUNTER_ACCUSATION: Stance.COUNTERS,
    Act.NO_COMMENT: Stance.NO_COMMENT,
    Act.DEFLECTION: Stance.DEFLECTS,
}


def link(charges: Sequence[Charge], table: Table) -> Mapping[ChargeId, tuple[Response, ...]]:
    """The responses of each charge, in the order in which they are read."""
    answers: dict[ChargeId, list[Response]] = {c.id: [] for c in charges}
    against: dict[PartyId | None, list[Charge]] = {}
    for charge in charges:
        against.setdefault(table.side(charge.accused), []).append(charge)
    before: tuple[Saying, frozenset[ChargeId]] | None = None
    for saying in table.sayings.values():
        if saying.act not in STANCES or saying.speaker is None:
            continue
        own = against.get(saying.side, []) or [c for c in charges if _stands_by(saying, c, table)]
        open_ = [c for c in own if saying.id not in c.statements]
        goes_on = before[1] if before and _follows(saying, before[0]) else frozenset()
        chosen = _answered(saying, open_, goes_on, table)
        for charge, directness in chosen:
            answers[charge.id].append(_response(saying, charge, directness))
        if chosen:
            before = saying, frozenset(c.id for c, _ in chosen)
    return {id: tuple(each) for id, each in answers.items()}


def _stands_by(saying: Saying, charge: Charge, table: Table) -> bool:
    """Whether a third party, itself not accused, speaks up for the accused: it names the accused and takes up the charge's words."""
    if saying.act not in _FOR_OTHERS or saying.side in (table.side(charge.accuser), table.side(charge.accused)):
        return False
    names = table.names.get(charge.accused, frozenset())
    return bool(names & saying.words) and _like(saying, charge, table) >= ALLY


def _follows(saying: Saying, before: Saying) -> bool:
    return saying.side == before.side and saying.document == before.document and 0 <= saying.sentence - before.sentence <= 2


def _answered(saying: Saying, charges: Sequence[Charge], goes_on: frozenset[ChargeId], table: Table) -> list[tuple[Charge, Directness]]:
    """The charges that a statement answers."""
    names_none = is_blanket(saying, table)
    if names_none and _means_all(saying):
        return [(c, Directness.GENERAL) for c in charges if _heard(saying, c, table)]
    scores = {c.id: _score(saying, c, goes_on, table) for c in charges}
    best = max(scores.values(), default=0.0)
    if best < ALIKE:
        return []
    rivals = [c for c in charges if not names_none and scores[c.id] >= RIVAL * best and _like(saying, c, table) >= ECHO]
    chosen = [c for c in charges if scores[c.id] == best or c in rivals]
    return [(c, _directness(saying, c, scores[c.id] == best, table)) for c in chosen]


def is_blanket(saying: Saying, table: Table) -> bool:
    """Whether an answer names no conduct: "denied the allegations", "declined to comment", "we have broken no law"."""
    told = content_words(without(saying.text, "blanket", "accusation"))
    return len(table.about(told, saying.speaker, saying.side, saying.target)) < BARE


def _means_all(saying: Saying) -> bool:
    """Whether a blanket answer is meant for every charge, not for the last one: "the allegations", not "the finding"."""
    return saying.act is Act.NO_COMMENT or (saying.act is Act.DENIAL and not _LAST_ONE.search(saying.text.lower()))


def _heard(saying: Saying, charge: Charge, table: Table) -> bool:
    """Whether a blanket answer can mean a charge: one before it in its document; a denial also means those of other documents."""
    here = [o for s in charge.statements if (o := table.sayings[s]).document == saying.document]
    return any(o.sentence <= saying.sentence for o in here) or (not here and saying.act is not Act.NO_COMMENT)


def _directness(saying: Saying, charge: Charge, best: bool, table: Table) -> Directness:
    """Specific to the charge it fits best; to another one only where it takes up its words."""
    return Directness.SPECIFIC if best or _like(saying, charge, table) >= OWN_WORDS else Directness.GENERAL


def _score(saying: Saying, charge: Charge, goes_on: frozenset[ChargeId], table: Table) -> float:
    """How much speaks for a statement's being the answer to a charge."""
    gap = _gap(saying, charge, table)
    near = 0.0 if gap is None else NEAR * 0.5 ** (gap / HALF)
    names = NAMES if charge.accuser is not None and saying.target == charge.accuser else 0.0
    return _like(saying, charge, table) + near + names + (GOES_ON if charge.id in goes_on else 0.0)


def _like(saying: Saying, charge: Charge, table: Table) -> float:
    """The likeness of an answer and that statement of the charge which it is most like, names left out."""
    named = (charge.accused, charge.accuser, saying.speaker)
    words = table.about(saying.words, *named)
    return max(likeness(words, table.about(table.sayings[s].words, *named), table.weight) for s in charge.statements)


def _gap(saying: Saying, charge: Charge, table: Table) -> int | None:
    """Sentences from the charge to the answer in one document; None where the charge stands later or elsewhere."""
    gaps = [saying.sentence - o.sentence for s in charge.statements if (o := table.sayings[s]).document == saying.document]
    return min((g for g in gaps if g >= 0), default=None)


def _response(saying: Saying, charge: Charge, directness: Directness) -> Response:
    assert saying.speaker is not None
    return Response(
        charge=charge.id,
        statement=saying.id,
        by=saying.speaker,
        stance=STANCES[saying.act],
        directness=directness,
        wording=_wording(saying, directness),
        confidence=0.8 if directness is Directness.SPECIFIC else 0.6,
    )


def _wording(saying: Saying, directness: Directness) -> Wording:
    if saying.statement.form is not Form.INDIRECT:
        return Wording.QUOTED
    bare = directness is Directness.GENERAL and bool(senses(saying.cue, "cue-deny") or saying.act is Act.NO_COMMENT)
    return Wording.NONE if bare else Wording.PARAPHRASED
