"""Owns which statement answers which charge, with what stance, how directly and in whose words.

An answer is spoken by the accused or somebody on the accused's side, in any document. Refuses to take words about another
matter for an answer: a specific answer shares words with the charge or stands soon after it, a blanket one names no conduct.
Distances are in sentences; likeness is 0..1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.claims.likeness import Pool
from counterclaim.claims.words import content_words
from counterclaim.dispute.table import Saying, Table
from counterclaim.records import Act, Charge, ChargeId, Directness, DocumentId, Form, PartyId, Response, Stance, StatementId, Wording
from counterclaim.text.senses import senses, without

# A score is a likeness, raised by what else speaks for the link.
NEAR, HALF = 0.2, 8  # added where the answer stands right after the charge; halved every so many sentences
GOES_ON = 0.1  # added where it goes on after another answer to that charge
NAMES = 0.1  # added where it speaks of the accuser
ALIKE = 0.03  # score from which a statement answers the charge that it fits best
RIVAL, ECHO = 0.5, 0.02  # share of the best score, and likeness, from which it answers another charge too
OWN_WORDS = 0.15  # likeness from which it is specific to such another charge
ALLY = 0.1  # likeness from which a third party's words about the accused answer for it
OPENING = 6  # sentences of a text in which a blanket denial sums up what follows: headline, summary, lead
BARE = 2  # content words about a conduct from which an answer is no longer a blanket one
STANCES = {
    Act.DENIAL: Stance.DENIES,
    Act.JUSTIFICATION: Stance.JUSTIFIES,
    Act.CONCESSION: Stance.CONCEDES,
    Act.COUNTER_ACCUSATION: Stance.COUNTERS,
    Act.ALLEGATION: Stance.COUNTERS,  # by the accused, against the accuser
    Act.NO_COMMENT: Stance.NO_COMMENT,
    Act.DEFLECTION: Stance.DEFLECTS,
}
_FOR_OTHERS = frozenset({Act.DENIAL, Act.JUSTIFICATION})
_LAST_ONE = re.compile(
    r"\b(?:the|this|that|his|her|its|their|an?)\s+(?:\w+\s+)?"
    r"(?:accusation|allegation|claim|charge|finding|account|suggestion|report|story|version|assertion|contention)\b"
)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a statement fits a charge as its answer."""

    charge: Charge
    like: float
    score: float


@dataclass(slots=True)
class _Open:
    """The charges of a story as an answer meets them: by side, by words, and by where they stand."""

    table: Table
    charges: Sequence[Charge]
    pool: Pool[ChargeId] = field(init=False)
    against: dict[PartyId | None, list[Charge]] = field(default_factory=dict)
    sentences: dict[tuple[ChargeId, DocumentId], list[int]] = field(default_factory=dict)
    holding: dict[StatementId, set[ChargeId]] = field(default_factory=dict)
    order: dict[StatementId, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.order.update((id, number) for number, id in enumerate(self.table.sayings))
        self.pool = Pool(self.table.likeness)
        for charge in self.charges:
            self.against.setdefault(self.table.side(charge.accused), []).append(charge)
            for saying in (self.table.sayings[s] for s in charge.statements):
                self.sentences.setdefault((charge.id, saying.document), []).append(saying.sentence)
                self.holding.setdefault(saying.id, set()).add(charge.id)
                self.pool.add(self.table.about(saying.words, charge.accused, charge.accuser), charge.id)

    def fits(self, saying: Saying, goes_on: frozenset[ChargeId]) -> list[_Fit]:
        """The charges that a statement can answer: those against its speaker's side; of others those against whom it stands by."""
        likes = self.pool.like(self.table.about(saying.words, saying.speaker, saying.side))
        own = self.against.get(saying.side, []) or [c for c in self.charges if self._stands_by(saying, c, likes.get(c.id, 0.0))]
        open_ = [c for c in own if c.id not in self.holding.get(saying.id, ()) and self._back(saying, c)]
        return [_Fit(c, likes.get(c.id, 0.0), likes.get(c.id, 0.0) + self._beside(saying, c, goes_on)) for c in open_]

    def _back(self, saying: Saying, charge: Charge) -> bool:
        """Whether an accusation is one in return: after the charge, and against the side that makes it. Other acts need not be."""
        if saying.act is not Act.ALLEGATION:
            return True
        against = charge.accuser is not None and self.table.side(saying.target) == self.table.side(charge.accuser)
        return against and min(self.order[s] for s in charge.statements) < self.order[saying.id]

    def heard(self, saying: Saying, charge: Charge) -> bool:
        """Whether a blanket answer can mean a charge: one before it in its document; a denial also means those of other documents,
        and at the opening, which sums a text up, those that are told after it.
        """
        here = self.sentences.get((charge.id, saying.document), [])
        return any(s <= saying.sentence for s in here) or (not here and saying.act is not Act.NO_COMMENT) or self._sums_up(saying)

    def _sums_up(self, saying: Saying) -> bool:
        """Whether a denial stands in a text's opening, after an accusation there: "A accused B of this and that; B denied it"."""
        if saying.act is not Act.DENIAL or saying.sentence > OPENING:
            return False
        told = (s for c in self.against.get(saying.side, []) for s in self.sentences.get((c.id, saying.document), []))
        return any(s <= saying.sentence for s in told)

    def _beside(self, saying: Saying, charge: Charge, goes_on: frozenset[ChargeId]) -> float:
        """What speaks for a link beside the words."""
        gaps = [saying.sentence - s for s in self.sentences.get((charge.id, saying.document), []) if s <= saying.sentence]
        near = NEAR * 0.5 ** (min(gaps) / HALF) if gaps else 0.0
        names = NAMES if charge.accuser is not None and saying.target == charge.accuser else 0.0
        return near + names + (GOES_ON if charge.id in goes_on else 0.0)

    def _stands_by(self, saying: Saying, charge: Charge, like: float) -> bool:
        """Whether a third party, itself not accused, speaks up for the accused: it names the accused and takes up the charge's words."""
        if saying.act not in _FOR_OTHERS or saying.side == self.table.side(charge.accuser):
            return False
        return like >= ALLY and bool(self.table.names.get(charge.accused, frozenset()) & saying.words)


def link(charges: Sequence[Charge], table: Table) -> Mapping[ChargeId, tuple[Response, ...]]:
    """The responses of each charge, in the order in which they are read."""
    open_ = _Open(table, charges)
    answers: dict[ChargeId, list[Response]] = {c.id: [] for c in charges}
    before: tuple[Saying, frozenset[ChargeId]] | None = None
    for saying in table.sayings.values():
        if saying.act not in STANCES or saying.speaker is None:
            continue
        goes_on = before[1] if before and _follows(saying, before[0]) else frozenset()
        chosen = _answered(saying, open_, goes_on)
        for charge, directness in chosen:
            answers[charge.id].append(_response(saying, saying.speaker, charge, directness))
        if chosen:
            before = saying, frozenset(c.id for c, _ in chosen)
    return {id: tuple(each) for id, each in answers.items()}


def _follows(saying: Saying, before: Saying) -> bool:
    return saying.side == before.side and saying.document == before.document and 0 <= saying.sentence - before.sentence <= 2


def _answered(saying: Saying, open_: _Open, goes_on: frozenset[ChargeId]) -> list[tuple[Charge, Directness]]:
    """The charges that a statement answers: all heard, if it is a blanket answer; otherwise what it fits best, and its rivals."""
    fits = open_.fits(saying, goes_on)
    blanket = is_blanket(saying, open_.table)
    if blanket and _means_all(saying):
        return [(f.charge, Directness.GENERAL) for f in fits if open_.heard(saying, f.charge)]
    best = max((f.score for f in fits), default=0.0)
    rival = RIVAL * best if not blanket else best
    chosen = [f for f in fits if f.score == best or (f.score >= rival and f.like >= ECHO)] if best >= ALIKE else []
    return [(f.charge, Directness.SPECIFIC if f.score == best or f.like >= OWN_WORDS else Directness.GENERAL) for f in chosen]


def is_blanket(saying: Saying, table: Table) -> bool:
    """Whether an answer names no conduct: "denied the allegations", "declined to comment", "we have broken no law"."""
    told = content_words(without(saying.text, "blanket", "accusation"))
    return len(table.about(told, saying.speaker, saying.side, saying.target)) < BARE


def _means_all(saying: Saying) -> bool:
    """Whether a blanket answer is meant for every charge, not for the last one: "the allegations", not "the finding"."""
    return saying.act is Act.NO_COMMENT or (saying.act is Act.DENIAL and not _LAST_ONE.search(saying.text.lower()))


def _response(saying: Saying, by: PartyId, charge: Charge, directness: Directness) -> Response:
    return Response(
        charge=charge.id,
        statement=saying.id,
        by=by,
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
