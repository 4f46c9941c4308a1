"""Tells whom a statement is about, and to whom it was said.

The accused of an accusing cue comes first, then the party that the content says something of: its subject, the owner of its
subject, the agent after "by", then any other. The speaker and the speaker's own side are never the target. Refuses to take a
mere place for a party.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import nlargest
from math import exp, log2

from counterclaim.parties import aims, pronouns, words
from counterclaim.parties.cluster import Entity
from counterclaim.parties.found import Found, Sort
from counterclaim.parties.pronouns import Choice, Hints
from counterclaim.parties.sources import Said, Speakers
from counterclaim.records import Form, Statement

_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|also\s+|later\s+)?\w+(?:ed|held|sued)\b")
_IN_WORDS, _IN_RETURN = 3, 0.4  # weight of an accusation in so many words, and of whoever is blamed for whoever blames
_ENOUGH, _GUESS = 0.5, 0.35  # score from which somebody is named; confidence where the content names nobody
_MOST = 5  # of the story's accused that are candidates wherever they are not named
_OBJECT, _TOLD = 6, 3  # words between a cue and its object, and whoever is told
_ANYWHERE = frozenset({"subject", "agent", "opens"})  # signs that count wherever a party shows them
_REPLY_TO = frozenset(
    {
        "told",
        "tells",
        "telling",
        "urged",
        "urges",
        "urging",
        "asked",
        "asks",
        "asking",
        "warned",
        "warns",
        "warning",
        "assured",
        "reminded",
        "ordered",
        "implored",
        "begged",
        "advised",
        "dared",
        "invited",
        "instructed",
        "pressed",
    }
)
_MEDIA = frozenset({"reporters", "journalists", "media", "press", "station", "newspaper", "network", "magazine"})


@dataclass(frozen=True, slots=True)
class Dispute:
    """What a first reading of a story told: how much part each party takes in it, and whom each side blames, by weight.

    `totals` are the sums of the weights, `most` those whom a side blames most: told once, so that a statement's time does not grow.
    """

    speaks: Mapping[Entity, int] = field(default_factory=dict)
    accused: Mapping[Entity, int] = field(default_factory=dict)
    blamed: Mapping[Entity | None, Mapping[Entity, float]] = field(default_factory=dict)
    totals: Mapping[Entity | None, float] = field(default_factory=dict)
    most: Mapping[Entity | None, tuple[Entity, ...]] = field(default_factory=dict)

    def share(self, speaker: Entity | None, target: Entity) -> float:
        """Which part of the blame from the speaker's side goes to the target, 0 to 1."""
        blamer = None if speaker is None else side(speaker)
        return self.blamed.get(blamer, {}).get(target, 0.0) / (self.totals.get(blamer, 0.0) + 1.0)

    def opponents(self, speaker: Entity | None) -> tuple[Entity, ...]:
        """Whom the speaker's side blames most, then whom the whole story does."""
        own = self.most.get(None if speaker is None else side(speaker), ())
        return tuple(dict.fromkeys((*own, *self.most.get(None, ()))))


def dispute(said: Iterable[Said]) -> Dispute:
    """What the statements of a story tell of its parties. Who is blamed is more often one of those who speak or are accused in so
    many words than a thing or a bystander that is named on the way, and whoever blames is often blamed in return.
    """
    said = list(said)
    speaks = Counter(side(s.speaker) for s in said if s.speaker)
    accused = Counter(s.target for s in said if s.target and s.accuses)
    blamed: dict[Entity | None, dict[Entity, float]] = defaultdict(lambda: defaultdict(float))
    for s in said:
        if s.target is not None:
            weight = _IN_WORDS if s.accuses else 1
            blamed[None][s.target] += weight
            if s.speaker is not None:
                blamed[side(s.speaker)][s.target] += weight
                blamed[s.target][side(s.speaker)] += _IN_RETURN * weight
    totals = {e: sum(c.values()) for e, c in blamed.items()}
    most = {e: tuple(nlargest(_MOST, c, key=lambda t, c=c: (c[t], sum(t.documents.values())))) for e, c in blamed.items()}  # type: ignore[misc]
    return Dispute(speaks, accused, blamed, totals, most)


@dataclass(slots=True)
class Targets:
    """Resolves the targets of one document, in order, after their speakers."""

    speakers: Speakers
    dispute: Dispute = field(default_factory=Dispute)

    def resolve(self, statement: Statement, speaker: Entity | None) -> Choice:
        """Whom the statement is about, None where nothing tells."""
        signs = self.candidates(statement, speaker)
        scores = {entity: aims.score(each) for entity, each in signs.items()}
        here = self.speakers.scene.document.id
        ranked = sorted(scores, key=lambda e: (-scores[e], -sum(e.documents.values()), e.first.get(here, 0)))
        if not ranked or scores[ranked[0]] < _ENOUGH:
            return Choice(None, tuple(ranked[:4]))
        best = ranked[0]
        share = 1 / sum(exp(scores[e] - scores[best]) for e in ranked)
        return Choice(best, tuple(ranked[:4]), _GUESS if "absent" in signs[best] else round(0.5 + 0.4 * share, 2))

    def candidates(self, statement: Statement, speaker: Entity | None) -> dict[Entity, aims.Signs]:
        """Everybody whom the statement may be about, with what speaks for and against."""
        signs: dict[Entity, aims.Signs] = {}
        for order, (i, told) in enumerate(self._mentions(statement)):
            entity = self._entity(i, statement, speaker)
            if entity is None or same_side(entity, speaker):
                continue
            if entity in signs:
                signs[entity]["again"] = signs[entity].get("again", 0.0) + 1.0
                signs[entity].update({k: v for k, v in told.items() if k in _ANYWHERE})
            else:
                signs[entity] = told | {"later": float(min(order, 8))}
        last = self._last_target(speaker)
        for entity in (*self.dispute.opponents(speaker), *(() if last is None else (last,))):
            if entity not in signs and not same_side(entity, speaker):
                signs[entity] = {"absent": 1.0}
        for entity, each in signs.items():
            each |= aims.party(entity) | self._story(entity, speaker) | ({"last": 1.0} if entity is last else {})
        return signs

    def _story(self, entity: Entity, speaker: Entity | None) -> aims.Signs:
        """What the first reading of the story says of a candidate."""
        signs = {
            "speaks": min(log2(1 + self.dispute.speaks.get(side(entity), 0)), 3.0) / 2,
            "accused": min(log2(1 + self.dispute.accused.get(entity, 0)), 3.0) / 2,
            "aim": self.dispute.share(speaker, entity),
            "blamed": self.dispute.share(None, entity),
            "here": log2(1 + entity.documents[self.speakers.scene.document.id]) / 3,
            "blames": 0.0 if speaker is None else self.dispute.share(entity, side(speaker)),
        }
        return {name: value for name, value in signs.items() if value}

    def _mentions(self, statement: Statement) -> Iterator[tuple[int, aims.Signs]]:
        """The mentions that may tell whom a statement is about: of its cue, its content, then of the words before it."""
        scene = self.speakers.scene
        if (told := self._by_cue(statement)) is not None:
            yield told
        for span in statement.content:
            for i in scene.inside(span):
                yield i, aims.mention(scene.document.text, scene.found[i], span.start, opening=span is statement.content[0])
        start = min(s.start for s in (*statement.content, *statement.cue, *statement.source))
        begin = scene.sentences[scene.sentence_at(start)].words[0].start
        for i in reversed(range(scene.after(begin), scene.after(start))):
            yield i, {"nearby": 1.0} | aims.mention(scene.document.text, scene.found[i], begin, opening=False)

    def _by_cue(self, statement: Statement) -> tuple[int, aims.Signs] | None:
        """ "accused Y of", "called on Y to", "Y was accused of": the object or the passive subject of the cue."""
        if not statement.cue:
            return None
        scene = self.speakers.scene
        cue = " ".join(scene.text(c) for c in statement.cue).lower()
        last = max(c.end for c in statement.cue)
        if _BE.search(cue):
            return self._subject_before(statement)
        if not any(w in words.cue_forms("accuse", "judge", "demand", "describe") for w in cue.split()):
            return None
        i = scene.after(last)
        if i < len(scene.found):
            between = scene.document.text[last : scene.found[i].span.start]
            if len(between.split()) <= _OBJECT and not re.search(r"[.;:“\"]", between):
                return self._top(i), {"object": 1.0}
        return None

    def _subject_before(self, statement: Statement) -> tuple[int, aims.Signs] | None:
        scene = self.speakers.scene
        start = min(c.start for c in statement.cue)
        begin = scene.sentences[scene.sentence_at(start)].words[0].start
        for i in range(scene.after(start) - 1, scene.after(begin) - 1, -1):
            if not scene.found[i].governed and scene.found[i].same is None:
                return i, {"passive": 1.0}
        return None

    def _top(self, i: int) -> int:
        """The head of the phrase that begins with mention i: past its owners."""
        found = self.speakers.scene.found
        while i + 1 < len(found) and found[i + 1].owner == i and found[i + 1].sort in {Sort.NAME, Sort.PERSON, Sort.GROUP, Sort.BODY}:
            i += 1
        return i

    def _entity(self, i: int, statement: Statement, speaker: Entity | None) -> Entity | None:
        scene = self.speakers.scene
        m = scene.found[i]
        if m.sort is not Sort.PRONOUN:
            return self.speakers.entity(i)
        if m.head in words.I_WE | words.WHO or not m.head:
            return None
        if m.head in words.YOU:
            return self.speakers.said[-1].target if self.speakers.said else None
        if (home := scene.home(i)) is not None:
            return home
        return self._third_person(m, i, statement, speaker)

    def _third_person(self, m: Found, i: int, statement: Statement, speaker: Entity | None) -> Entity | None:
        """He, she, it, they in a content: in indirect speech the speaker, where the speaker agrees; else by the usual evidence."""
        scene = self.speakers.scene
        excluded = () if speaker is None else (speaker, side(speaker))
        own = not m.quoted and statement.form is not Form.DIRECT and speaker is not None and pronouns.agrees(m.head, speaker)
        accusing = any(w in words.cue_forms("accuse", "judge", "demand") for c in statement.cue for w in scene.text(c).lower().split())
        if own and not accusing:
            return None
        hints = Hints(excluded=excluded, weights=self._usual(speaker))
        return scene.pronouns.resolve(i, hints).entity

    def _usual(self, speaker: Entity | None) -> tuple[tuple[Entity, float], ...]:
        """Whom this speaker's side blames in the story."""
        return tuple((e, 2.0 * self.dispute.share(speaker, e)) for e in self.dispute.opponents(speaker))

    def _last_target(self, speaker: Entity | None) -> Entity | None:
        """Whom the speaker's side spoke about just before."""
        for said in reversed(self.speakers.said[-4:]):
            if speaker is not None and said.speaker is not None and side(said.speaker) is side(speaker) and said.target is not None:
                return said.target
        return None

    # --- to whom ------------------------------------------------------------------------------------------------------------

    def addressee(self, statement: Statement) -> Choice:
        """ "told Y", "urged Y to": the party right after such a cue."""
        scene = self.speakers.scene
        for cue in statement.cue:
            if any(w in _REPLY_TO for w in scene.text(cue).lower().split()):
                i = scene.after(cue.end)
                between = scene.document.text[cue.end : scene.found[i].span.start] if i < len(scene.found) else "."
                if len(between.split()) <= _TOLD and not re.search(r"[.,;:“\"]", between):
                    j = self._top(i)
                    entity = self._entity(j, statement, None) if scene.found[j].sort is Sort.PRONOUN else self.speakers.entity(j)
                    return Choice(entity, () if entity is None else (entity,), 0.8 if entity else 0.0)
        return Choice(None)


def side(entity: Entity) -> Entity:
    """For whom a party speaks, itself where it speaks for nobody."""
    return entity.owner if entity.speaks and entity.owner is not None else entity


def same_side(entity: Entity, speaker: Entity | None) -> bool:
    if speaker is None:
        return False
    return (
        entity is speaker
        or speaker.owner is entity
        or (entity.owner is speaker and entity.speaks)
        or speaker in entity.parts
        or entity in speaker.parts
    )
