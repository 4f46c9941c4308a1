"""Owns how a statement bears on a charge: who speaks, with what act, in which words, and where it stands to the charge.

Each sign is 0 to about 3; what the signs weigh is learned (dispute.heads). Distances are in sentences. Refuses the accuser's own
side, words that nobody is known to have said, and of third parties those with nothing to do with the charge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from math import log2

from counterclaim.claims.likeness import Pool
from counterclaim.claims.signals import signals
from counterclaim.claims.words import content_words
from counterclaim.dispute.table import Saying, Table
from counterclaim.records import Charge, ChargeId, DocumentId, PartyId, StatementId
from counterclaim.text.senses import without

Signs = dict[str, float]
ALWAYS = "always"
BARE = 2  # content words about a conduct from which an answer is no longer a blanket one
OPENING = 6  # sentences of a text that sum up what follows: headline, summary, lead
BESIDE = 3  # sentences from a charge within which a third party's words can belong to it
ALLY = 0.1  # likeness from which they can, wherever they stand
SHORT, LONG = 4, 14  # content words
_AFTER = ((0, "in its sentence"), (1, "next"), (2, "two on"), (4, "four on"), (8, "eight on"))
_BEFORE = ((2, "two before"), (8, "eight before"))
_LAST_ONE = re.compile(
    r"\b(?:the|this|that|his|her|its|their|an?)\s+(?:\w+\s+)?"
    r"(?:accusation|allegation|claim|charge|finding|account|suggestion|report|story|version|assertion|contention)\b"
)
_IN_ANSWER = re.compile(
    r"\b(?:in (?:response|reply|answer|rebuttal|(?:his|her|its|their) defen[cs]e)|respond\w*|repl(?:y|ied|ies|ying)|answer\w*|rebut\w*|"
    r"counter(?:ed|s|ing)?|reject\w*|den(?:y|ied|ies|ying)|disput\w*|dismiss\w*|defend\w*|asked|pressed|confronted|hit back|fired back)\b"
)
_HOWEVER = re.compile(r"\b(?:but|however|though|although|while|meanwhile|yet|for (?:his|her|its|their) part)\b")


@dataclass(frozen=True, slots=True)
class _Met:
    """A statement as it meets the charges of a story: its own signs, how alike it and what it was asked about are to each charge,
    and how alike and how near the charges against its own side are, the most alike and the nearest first.
    """

    saying: Saying
    signs: Signs
    likes: Mapping[ChargeId, float]
    asked: Mapping[ChargeId, float]
    alike: Sequence[float]
    near: Sequence[int]


def is_blanket(saying: Saying, table: Table) -> bool:
    """Whether an answer names no conduct: "denied the allegations", "declined to comment", "we have broken no law"."""
    told = content_words(without(saying.text, "blanket", "accusation"))
    return len(table.about(told, saying.speaker, saying.side, saying.target)) < BARE


def own_signs(saying: Saying, table: Table) -> Signs:
    """What is known of a statement whatever the charge."""
    s = saying.statement
    words = table.about(saying.words, saying.speaker, saying.side)
    told: Signs = {name: min(float(v), 3.0) for name, v in asdict(signals(saying.cue, saying.text.lower())).items() if v}
    told |= {
        ALWAYS: 1.0,
        f"act {saying.act}": 1.0,
        f"form {s.form}": 1.0,
        "no cue": not s.cue,
        "no source": not s.source,
        "inside another": s.within is not None,
        "short": len(words) < SHORT,
        "long": len(words) > LONG,
        "blanket": is_blanket(saying, table),
        "means the last": bool(_LAST_ONE.search(saying.text.lower())),
        "in answer": bool(_IN_ANSWER.search(f"{saying.around} {saying.cue}")),
        "however": bool(_HOWEVER.search(saying.around)),
        "asked": saying.asked is not None,
        "opening": saying.sentence <= OPENING,
        "hedged": bool(s.hedges),
        "numbers": bool(s.quantities),
    }
    return _there(told)


def _there(told: Mapping[str, float]) -> Signs:
    return {name: round(float(value), 4) for name, value in told.items() if value}


@dataclass(slots=True)
class Bearing:
    """The charges of a story as statements meet them: by side, by words, and by where they stand."""

    table: Table
    charges: Sequence[Charge]
    words: Pool[ChargeId] = field(init=False)
    by_id: dict[ChargeId, Charge] = field(default_factory=dict)
    told: dict[DocumentId, dict[ChargeId, None]] = field(default_factory=dict)  # the charges of each document
    against: dict[PartyId | None, list[Charge]] = field(default_factory=dict)
    sentences: dict[tuple[ChargeId, DocumentId], list[int]] = field(default_factory=dict)
    holding: dict[StatementId, set[ChargeId]] = field(default_factory=dict)
    order: dict[StatementId, int] = field(default_factory=dict)
    first: dict[ChargeId, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.order.update((id, number) for number, id in enumerate(self.table.sayings))
        self.words = Pool(self.table.likeness)
        for charge in self.charges:
            self.by_id[charge.id] = charge
            self.against.setdefault(self.table.side(charge.accused), []).append(charge)
            self.first[charge.id] = min(self.order[s] for s in charge.statements)
            for saying in (self.table.sayings[s] for s in charge.statements):
                self.sentences.setdefault((charge.id, saying.document), []).append(saying.sentence)
                self.holding.setdefault(saying.id, set()).add(charge.id)
                self.told.setdefault(saying.document, {})[charge.id] = None
                self.words.add(self.table.about(saying.words, charge.accused, charge.accuser), charge.id)

    def candidates(self, saying: Saying) -> Iterator[tuple[Charge, Signs]]:
        """The charges that a statement can answer, with how it bears on each."""
        if saying.speaker is None or not self.charges:
            return
        own = [c for c in self.against.get(saying.side, ()) if saying.id not in c.statements]
        met = self._met(saying, own)
        for charge in own:
            yield charge, self._signs(met, charge) | self._rivals(met, charge)
        for id in sorted(met.likes.keys() | self.told.get(saying.document, {}).keys(), key=self.first.__getitem__):
            charge = self.by_id[id]
            if self.table.side(charge.accused) != saying.side and self._can_speak_for(saying, charge, met.likes):
                yield charge, self._signs(met, charge)

    def _met(self, saying: Saying, own: Sequence[Charge]) -> _Met:
        likes = self.words.like(self.table.about(saying.words, saying.speaker, saying.side))
        gaps = (self._gap(saying, c) for c in own)
        return _Met(
            saying=saying,
            signs=own_signs(saying, self.table),
            likes=likes,
            asked=self.words.like(content_words(saying.asked)) if saying.asked else {},
            alike=sorted((likes.get(c.id, 0.0) for c in own), reverse=True),
            near=sorted(g for g in gaps if g is not None and g >= 0),
        )

    def _can_speak_for(self, saying: Saying, charge: Charge, likes: Mapping[ChargeId, float]) -> bool:
        """Whether a third party may answer for the accused: it names it, takes up the charge's words, or speaks beside it."""
        if saying.id in charge.statements or (charge.accuser is not None and self.table.side(charge.accuser) == saying.side):
            return False
        gap = self._gap(saying, charge)
        near = gap is not None and abs(gap) <= BESIDE
        return likes.get(charge.id, 0.0) >= ALLY or near or (self._names(saying, charge.accused) and likes.get(charge.id, 0.0) > 0)

    def _names(self, saying: Saying, party: PartyId | None) -> bool:
        return party is not None and bool(self.table.names.get(party, frozenset()) & saying.words)

    def _gap(self, saying: Saying, charge: Charge) -> int | None:
        """Sentences from the charge's nearest statement in the same document, those before the statement preferred; None elsewhere."""
        here = [saying.sentence - s for s in self.sentences.get((charge.id, saying.document), ())]
        after = [g for g in here if g >= 0]
        return min(after) if after else max(here, default=None)

    def _signs(self, met: _Met, charge: Charge) -> Signs:
        saying, act = met.saying, met.saying.act
        who, where, aims = self._who(saying, charge), self._where(saying, charge), self._aims(saying, charge)
        later = self.first[charge.id] < self.order[saying.id]
        like = min(3.0, met.likes.get(charge.id, 0.0) * 5)
        told: Signs = {
            f"{who}, {act}, {aims}, {'after' if later else 'before'}": 1.0,
            **dict.fromkeys((who, where, aims, f"{who}, {act}", f"{where}, {act}", f"{aims}, {act}"), 1.0),
            **dict.fromkeys(("like", f"like, {who}", f"like, {act}"), like),
            "like at all": like > 0,
            "asked about it": min(3.0, met.asked.get(charge.id, 0.0) * 5),
            "names the accused": self._names(saying, charge.accused),
            f"names the accused, {who}": self._names(saying, charge.accused),
            "names the accuser": self._names(saying, charge.accuser),
            "accuser unknown": charge.accuser is None,
            "is a charge itself": saying.id in self.holding,
            "after the charge": later,
            "of many": log2(len(self.against[self.table.side(charge.accused)])),
            "told often": log2(len(charge.statements)),
        }
        if "blanket" in met.signs:
            told |= {f"blanket, {where}": 1.0, f"blanket, {who}": 1.0}
        return met.signs | _there(told)

    def _rivals(self, met: _Met, charge: Charge) -> Signs:
        """How a charge fits beside the other charges against the speaker's side."""
        like, gap = met.likes.get(charge.id, 0.0), self._gap(met.saying, charge)
        told: Signs = {
            "fits best": like > 0 and like == met.alike[0],
            "another fits better": min(3.0, (met.alike[0] - like) * 5),
            "stands nearest": bool(met.near) and gap == met.near[0],
            "another stands nearer": bool(met.near) and (gap is None or gap < 0 or gap > met.near[0]),
            "only charge": len(met.alike) == 1,
        }
        return _there(told)

    def _who(self, saying: Saying, charge: Charge) -> str:
        if saying.speaker == charge.accused:
            return "by the accused"
        return "for the accused" if saying.side == self.table.side(charge.accused) else "by another"

    def _aims(self, saying: Saying, charge: Charge) -> str:
        """Whom the statement is about."""
        if saying.target is None:
            return "about nobody"
        side = self.table.side(saying.target)
        if charge.accuser is not None and side == self.table.side(charge.accuser):
            return "about the accuser"
        return "about the accused" if side == self.table.side(charge.accused) else "about a third"

    def _where(self, saying: Saying, charge: Charge) -> str:
        gap = self._gap(saying, charge)
        if gap is None:
            here = any((c.id, saying.document) in self.sentences for c in self.against[self.table.side(charge.accused)])
            return "elsewhere, beside another" if here else "elsewhere"
        if gap >= 0:
            return next((name for most, name in _AFTER if gap <= most), "far on")
        return next((name for most, name in _BEFORE if -gap <= most), "far before")
