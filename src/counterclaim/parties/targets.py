"""Tells whom a statement is about, and to whom it was said.

The accused of an accusing cue comes first, then the party that the content says something of: its subject, the owner of its
subject, the agent after "by", then any other. The speaker and the speaker's own side are never the target. Refuses to take a
mere place for a party.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nlargest
from math import log2

from counterclaim.parties import pronouns, words
from counterclaim.parties.candidates import Candidate, Features, in_content, of_party, probabilities, titled
from counterclaim.parties.cluster import Entity
from counterclaim.parties.echoes import Echoes, echoes
from counterclaim.parties.found import Found, Sort
from counterclaim.parties.prominence import Prominence, prominence
from counterclaim.parties.pronouns import Choice, Hints
from counterclaim.parties.sources import Said, Speakers
from counterclaim.records import Form, Statement

_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|also\s+|later\s+)?\w+(?:ed|held|sued)\b")
_SPEAKS, _NAMED, _MOST = 1.0, 0.3, 2.0  # what each doubling of statements and of mentions adds to a standing, and the most of each
_IN_WORDS, _IN_RETURN = 3, 0.4  # weight of an accusation in so many words, and of whoever is blamed for whoever blames
_FOES = 8  # whom a side blames most; the others are no candidates where they are not named
_OBJECT, _TOLD = 6, 3  # words between a cue and its object, and whoever is told: in words, so that the length of a name changes nothing
_ENOUGH = 0.1  # likelihood from which somebody is named; most statements are about nobody
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
_HEADS = frozenset({Sort.NAME, Sort.PERSON, Sort.GROUP, Sort.BODY})
_LIKELY = 0.05  # likelihood from which a candidate is worth keeping
_MEDIA = frozenset({"reporters", "journalists", "media", "press", "station", "newspaper", "network", "magazine"})


@dataclass(frozen=True, slots=True)
class Dispute:
    """What a first reading of a story told: how much part each party takes in it, and whom each side blames, by weight."""

    standing: Mapping[Entity, float] = field(default_factory=dict)
    blamed: Mapping[Entity | None, Mapping[Entity, float]] = field(default_factory=dict)
    totals: Mapping[Entity | None, float] = field(default_factory=dict)
    most: Mapping[Entity | None, tuple[Entity, ...]] = field(default_factory=dict)
    echoes: Echoes = field(default_factory=Echoes)

    def share(self, speaker: Entity | None, target: Entity) -> float:
        """Which part of the blame from the speaker's side goes to the target, 0 to 1."""
        blamer = None if speaker is None else side(speaker)
        return self.blamed.get(blamer, {}).get(target, 0.0) / (self.totals.get(blamer, 0.0) + 1.0)

    def opponents(self, speaker: Entity | None) -> tuple[Entity, ...]:
        """Whom the speaker's side blames most, anywhere in the story."""
        return self.most.get(None if speaker is None else side(speaker), ())


def dispute(said: Iterable[Said]) -> Dispute:
    """What the statements of a story tell of its parties. Who is blamed is more often one of those who speak or are accused in so
    many words than a thing or a bystander that is named on the way, and whoever blames is often blamed in return.
    """
    said = list(said)
    parts = Counter(side(s.speaker) for s in said if s.speaker) + Counter(s.target for s in said if s.target and s.accuses)
    blamed: dict[Entity | None, dict[Entity, float]] = defaultdict(lambda: defaultdict(float))
    for s in said:
        if s.target is not None:
            weight = _IN_WORDS if s.accuses else 1
            blamed[None][s.target] += weight
            if s.speaker is not None:
                blamed[side(s.speaker)][s.target] += weight
                blamed[s.target][side(s.speaker)] += _IN_RETURN * weight
    named = {e for s in said for e in (s.speaker, s.target) if e is not None}
    standing = {e: min(_SPEAKS * log2(1 + parts[e]), _MOST) + min(_NAMED * log2(sum(e.documents.values()) or 1), _MOST) for e in named}
    totals = {e: sum(c.values()) for e, c in blamed.items()}
    most = {e: tuple(nlargest(_FOES, c, key=lambda t, c=c: (c[t], sum(t.documents.values())))) for e, c in blamed.items()}  # type: ignore[misc]
    return Dispute(standing, blamed, totals, most, echoes((s.statement.id, s.words, s.target) for s in said))


@dataclass(slots=True)
class Targets:
    """Resolves the targets of one document, in order, after their speakers."""

    speakers: Speakers
    dispute: Dispute = field(default_factory=Dispute)
    prominence: Prominence = field(init=False)

    def __post_init__(self) -> None:
        self.prominence = prominence(self.speakers.scene)

    def resolve(self, statement: Statement, speaker: Entity | None) -> Choice:
        """Whom the statement is about, None where nothing tells."""
        return self._from_evidence(statement, speaker)

    # --- the cue --------------------------------------------------------------------------------------------------------

    def _told_by_cue(self, statement: Statement, speaker: Entity | None) -> Choice:
        """ "accused Y of", "called on Y to", "was accused of": the object or the passive subject of the cue."""
        if not statement.cue:
            return Choice(None)
        scene = self.speakers.scene
        cue = " ".join(scene.text(c) for c in statement.cue).lower()
        last = max(c.end for c in statement.cue)
        if _BE.search(cue) or "is accused" in cue:
            return self._subject_before(statement, speaker)
        if not any(w in words.cue_forms("accuse", "judge", "demand", "describe") for w in cue.split()):
            return Choice(None)
        i = scene.after(last)
        between = scene.document.text[last : scene.found[i].span.start] if i < len(scene.found) else "."
        if len(between.split()) <= _OBJECT and not re.search(r"[.;:“\"]", between):
            return self._as_choice(self._top(i), statement, speaker, 0.9)
        return Choice(None)

    def _subject_before(self, statement: Statement, speaker: Entity | None) -> Choice:
        scene = self.speakers.scene
        start = min(c.start for c in statement.cue)
        begin = scene.sentences[scene.sentence_at(start)].words[0].start
        for i in range(scene.after(start) - 1, scene.after(begin) - 1, -1):
            m = scene.found[i]
            if not m.governed and m.same is None and (choice := self._as_choice(i, statement, speaker, 0.8)).entity is not None:
                return choice
        return Choice(None)

    # --- who it may be --------------------------------------------------------------------------------------------------

    def candidates(self, statement: Statement, speaker: Entity | None) -> list[Candidate]:
        """Everybody the statement may be about, with what speaks for each."""
        found: dict[Entity, Candidate] = {}
        cued = self._told_by_cue(statement, speaker).entity
        if cued is not None:
            found.setdefault(cued, Candidate(cued)).add(cue=1.0)
        for entity, features in in_content(self.speakers.scene, statement, self._named(statement, speaker)):
            if "inside" in (mine := found.setdefault(entity, Candidate(entity))).features:
                mine.add(again=1.0)
            mine.add(**features)
        self._around_cue(statement, speaker, found)
        inside = [c for c in found.values() if "inside" in c.features]
        if len(inside) == 1:
            inside[0].add(alone=1.0)
        self._outside(statement, speaker, found)
        for entity, mine in found.items():
            mine.add(**of_party(entity), **self._of_story(entity, speaker))
            mine.cross(empty=not inside)
        return list(found.values())

    def _around_cue(self, statement: Statement, speaker: Entity | None, found: dict[Entity, Candidate]) -> None:
        """Who stands right after the cue: "accused Y", "said of Y: ...", "criticism of Y"."""
        scene = self.speakers.scene
        for cue in statement.cue:
            i = scene.after(cue.end)
            if i >= len(scene.found):
                continue
            between = scene.document.text[cue.end : scene.found[i].span.start].lower()
            entity = self._as_choice(self._top(i), statement, speaker, 1.0).entity if len(between.split()) <= _OBJECT else None
            if entity is None or re.search(r"[.;“\"]", between):
                continue
            last = [w for w in between.split() if w not in words.DETERMINERS][-1:]
            name = "after cue" if not last else "after cue and preposition" if last[0] in words.PREPOSITIONS else "soon after cue"
            found.setdefault(entity, Candidate(entity)).add(**{name: 1.0})

    def _named(self, statement: Statement, speaker: Entity | None) -> dict[int, Entity]:
        """The party of each mention in the content that is not the speaker's own side."""
        named = {}
        for span in statement.content:
            for i in self.speakers.scene.inside(span):
                if (entity := self._as_choice(i, statement, speaker, 1.0).entity) is not None:
                    named[i] = entity
        return named

    def _outside(self, statement: Statement, speaker: Entity | None, found: dict[Entity, Candidate]) -> None:
        """Those whom the sentence names around the content, those spoken of just before, and those the speaker blames elsewhere."""
        scene = self.speakers.scene
        here = scene.sentence_at(statement.content[0].start)
        spoken = {i for s in (*statement.source, *statement.content) for i in scene.inside(s)}
        for name, number in (("around", here), ("sentence before", here - 1), ("two before", here - 2)):
            for i in scene.of_sentence(number):
                m = scene.found[i]
                entity = scene.pronouns.trail.get(i) if m.sort is Sort.PRONOUN else self.speakers.entity(i)
                if entity is not None and i not in spoken and not same_side(entity, speaker):
                    found.setdefault(entity, Candidate(entity)).add(**{name: 1.0, f"{name}, acts": float(m.subject)})
        for entity in (*self.dispute.opponents(speaker), *self.dispute.opponents(None), *self.prominence.main, *self.prominence.headline):
            if not same_side(entity, speaker):
                found.setdefault(entity, Candidate(entity))
        if self.speakers.said and (latest := self.speakers.said[-1].target) is not None and not same_side(latest, speaker):
            found.setdefault(latest, Candidate(latest)).add(**{"spoken of last": 1.0})
        for entity, likeness in self.dispute.echoes.of(statement.id).items():
            if not same_side(entity, speaker):
                found.setdefault(entity, Candidate(entity)).add(echo=likeness)
        if (last := self._last_target(speaker)) is not None and not same_side(last, speaker):
            found.setdefault(last, Candidate(last)).add(carried=1.0)
        if (other := self._last_speaker(speaker)) is not None and not same_side(other, speaker):
            found.setdefault(other, Candidate(other)).add(**{"spoke last": 1.0})

    def _of_story(self, entity: Entity, speaker: Entity | None) -> Features:
        share = self.dispute.share(speaker, entity)
        inside = {
            "standing": self.dispute.standing.get(entity, 0.0) / 2,
            "blamed by speaker": share,
            "blamed by others": self.dispute.share(None, entity),
            "blames speaker": 0.0 if speaker is None else self.dispute.share(entity, side(speaker)),
            "headline": float(entity in self.prominence.headline),
            "lead": float(entity in self.prominence.lead),
            "share": self.prominence.share(entity),
            "activity": self.prominence.activity(entity),
            "idle": float(self.prominence.activity(entity) == 0),
            "blamed most": float(share > 0 and share == max(self.dispute.share(speaker, e) for e in self.dispute.opponents(speaker))),
        }
        return inside

    def _from_evidence(self, statement: Statement, speaker: Entity | None) -> Choice:
        """The most likely candidate, and how likely it is if anybody is meant; None where hardly anybody is."""
        chances = probabilities(self.candidates(statement, speaker))
        here = self.speakers.scene.document.id
        likely = (e for e in chances if chances[e] >= _LIKELY)
        ranked = sorted(likely, key=lambda e: (-chances[e], -sum(e.documents.values()), e.first.get(here, 0)))
        if not ranked or chances[ranked[0]] < _ENOUGH:
            return Choice(None, tuple(ranked[:4]))
        return Choice(ranked[0], tuple(ranked[:4]), round(chances[ranked[0]] / sum(chances.values()), 2))

    def _top(self, i: int) -> int:
        """The head of the phrase that begins with mention i: past its owners."""
        found = self.speakers.scene.found
        while i + 1 < len(found) and (found[i + 1].owner == i or titled(found[i], found[i + 1])) and found[i + 1].sort in _HEADS:
            i += 1
        return i

    def _as_choice(self, i: int, statement: Statement, speaker: Entity | None, confidence: float) -> Choice:
        entity = self._entity(i, statement, speaker)
        if entity is None or same_side(entity, speaker):
            return Choice(None)
        return Choice(entity, (entity,), confidence)

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

    def _last_speaker(self, speaker: Entity | None) -> Entity | None:
        """Who of another side spoke just before."""
        return next(
            (s.speaker for s in reversed(self.speakers.said[-3:]) if s.speaker is not None and not same_side(s.speaker, speaker)), None
        )

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
