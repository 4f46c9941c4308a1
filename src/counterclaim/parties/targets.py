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
from math import log2

from counterclaim.parties import pronouns, words
from counterclaim.parties.cluster import Entity
from counterclaim.parties.found import Found, Sort
from counterclaim.parties.pronouns import Choice, Hints
from counterclaim.parties.sources import Said, Speakers
from counterclaim.records import Form, Span, Statement

_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|also\s+|later\s+)?\w+(?:ed|held|sued)\b")
_OPENING = 14  # code points: "the company’s ...", "“That ..."
_SPEAKS, _NAMED, _MOST = 1.0, 0.3, 2.0  # what each doubling of statements and of mentions adds to a standing, and the most of each
_IN_WORDS, _IN_RETURN = 3, 0.4  # weight of an accusation in so many words, and of whoever is blamed for whoever blames
_ABSENT, _AIM, _CARRIED, _ENOUGH, _GUESS = -0.6, 2.0, 0.5, 0.5, 0.35
_AGAINST = frozenset({"against", "by", "at"})
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
    """What a first reading of a story told: how much part each party takes in it, and whom each side blames, by weight."""

    standing: Mapping[Entity, float] = field(default_factory=dict)
    blamed: Mapping[Entity | None, Mapping[Entity, float]] = field(default_factory=dict)

    def share(self, speaker: Entity | None, target: Entity) -> float:
        """Which part of the blame from the speaker's side goes to the target, 0 to 1."""
        aims = self.blamed.get(None if speaker is None else side(speaker), {})
        return aims.get(target, 0.0) / (sum(aims.values()) + 1.0)

    def opponents(self, speaker: Entity | None) -> tuple[Entity, ...]:
        """Whom the speaker's side blames, anywhere in the story."""
        return tuple(self.blamed.get(None if speaker is None else side(speaker), ()))


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
    return Dispute(standing, {e: dict(c) for e, c in blamed.items()})


@dataclass(slots=True)
class Targets:
    """Resolves the targets of one document, in order, after their speakers."""

    speakers: Speakers
    dispute: Dispute = field(default_factory=Dispute)

    def resolve(self, statement: Statement, speaker: Entity | None) -> Choice:
        """Whom the statement is about, None where nothing tells."""
        choice = self._told_by_cue(statement, speaker)
        return choice if choice.entity is not None else self._from_content(statement, speaker)

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
        if (
            i < len(scene.found)
            and scene.found[i].span.start - last <= 40
            and not re.search(r"[.;:“\"]", scene.document.text[last : scene.found[i].span.start])
        ):
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

    # --- the content -----------------------------------------------------------------------------------------------------

    def _from_content(self, statement: Statement, speaker: Entity | None) -> Choice:
        scores: dict[Entity, float] = {}
        order = 0
        for span in statement.content:
            for i in self.speakers.scene.inside(span):
                entity = self._as_choice(i, statement, speaker, 0.7).entity
                if entity is not None:
                    score = self._weight(i, span, entity, opening=span is statement.content[0]) - 0.25 * order
                    scores[entity] = max(scores.get(entity, -9.0), score) + (0.2 if entity in scores else 0.0)
                    order += 1
        named = set(scores)
        last = self._last_target(speaker)
        for entity in (*self.dispute.opponents(speaker), *(() if last is None else (last,))):
            if entity not in scores and not same_side(entity, speaker):
                scores[entity] = _ABSENT
        for entity in scores:
            scores[entity] += self.dispute.standing.get(entity, 0.0) + _AIM * self.dispute.share(speaker, entity)
            scores[entity] += _CARRIED if entity is last else 0.0
        ranked = sorted(scores, key=lambda e: -scores[e])
        if not ranked or scores[ranked[0]] < _ENOUGH:
            return Choice(None, tuple(ranked[:4]))
        lead = scores[ranked[0]] - (scores[ranked[1]] if len(ranked) > 1 else 0.0)
        return Choice(ranked[0], tuple(ranked[:4]), round(min(0.9, 0.55 + lead / 8), 2) if ranked[0] in named else _GUESS)

    def _weight(self, i: int, span: Span, entity: Entity, *, opening: bool) -> float:
        scene = self.speakers.scene
        m = scene.found[i]
        before = scene.document.text[max(span.start, m.span.start - 14) : m.span.start].lower().split()
        while before and before[-1] in words.DETERMINERS:
            before.pop()
        agent = bool(before) and before[-1] in _AGAINST
        score = 2.0 if agent and before[-1] in {"by", "against"} else 0.6 if m.governed else 2.0
        if m.sort is Sort.PRONOUN:
            score -= 0.3
        if m.sort is Sort.PAPER:
            score -= 0.8
        if not m.governed and m.span.start - span.start <= _OPENING and opening:
            score += 1.5  # the content opens with it: what is said, is said of it
        if entity.kind is None and entity.places >= entity.acts:
            score -= 4.0  # most likely a place
        if m.sort is Sort.NAME and entity.kind is None and entity.acts == 0:
            score -= 4.0
        if m.sort is Sort.PERSON and not m.definite:
            score -= 1.0
        return score

    def _top(self, i: int) -> int:
        """The head of the phrase that begins with mention i: past its owners."""
        found = self.speakers.scene.found
        while i + 1 < len(found) and found[i + 1].owner == i and found[i + 1].sort in {Sort.NAME, Sort.PERSON, Sort.GROUP, Sort.BODY}:
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

    # --- to whom ------------------------------------------------------------------------------------------------------------

    def addressee(self, statement: Statement) -> Choice:
        """ "told Y", "urged Y to": the party right after such a cue."""
        scene = self.speakers.scene
        for cue in statement.cue:
            if any(w in _REPLY_TO for w in scene.text(cue).lower().split()):
                i = scene.after(cue.end)
                if (
                    i < len(scene.found)
                    and scene.found[i].span.start - cue.end <= 25
                    and not re.search(r"[.,;:“\"]", scene.document.text[cue.end : scene.found[i].span.start])
                ):
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
